import { currentActor, db } from '@app/platform';
import { seesClientOf } from './walls/who-sees';

/**
 * Addresses of the colleagues on the team of a client's open cases who can see the client now. A wall raised after
 * somebody joined keeps mails from them as it keeps the record.
 * @param without a colleague who knows already
 */
export async function teamToMail(clientId: string, without: string | null = null): Promise<string[]> {
  const rows = await db().query<{ email: string }>(
    `SELECT DISTINCT u.email FROM case_team t
       JOIN cases c ON c.org_id = t.org_id AND c.id = t.case_id AND c.status = 'open'
       JOIN staff_user u ON u.org_id = t.org_id AND u.id = t.user_id
      WHERE t.org_id = $1 AND t.client_id = $2 AND t.ended_at IS NULL AND u.id IS DISTINCT FROM $3::uuid
        AND ${seesClientOf('$2::uuid')}
      ORDER BY u.email`,
    [currentActor().orgId, clientId, without],
  );
  return rows.map(({ email }) => email);
}
