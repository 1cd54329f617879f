import { may } from '@app/access';
import { currentActor, db, officeToday } from '@app/platform';
import type { CaseHearing } from './case.view';

/**
 * The next hearing of each of these clients, by client id; empty for whoever may not list hearings. A control date is
 * no hearing: nobody appears.
 */
export async function nextHearings(clientIds: readonly string[]): Promise<Map<string, CaseHearing>> {
  if (clientIds.length === 0 || !may('hearing.list')) return new Map();
  const rows = await db().query<{ client_id: string; on_date: string; at_time: string | null }>(
    `SELECT DISTINCT ON (h.client_id) h.client_id, h.on_date::text AS on_date, h.at_time
       FROM hearing h
      WHERE h.org_id = $1 AND h.client_id = ANY($2::uuid[]) AND h.status = 'scheduled' AND h.date_state = 'known'
        AND h.on_date >= $3::date
      ORDER BY h.client_id, h.on_date, h.at_time NULLS LAST`,
    [currentActor().orgId, clientIds, await officeToday()],
  );
  return new Map(rows.map((row) => [row.client_id, { on: row.on_date, time: row.at_time }]));
}
