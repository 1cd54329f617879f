import { csvOf, currentActor, db } from '@app/platform';

interface Entry {
  seq: number;
  at: Date;
  name: string | null;
  email: string | null;
  role: string;
  action: string;
  fields: string[];
  origin: string | null;
}

const HEAD = ['Number', 'When (UTC)', 'Who', 'E-mail', 'Role', 'What', 'Fields', 'From'];

/** Everybody who opened or changed a client's record, oldest first, as a file for a spreadsheet. */
export async function accessHistory(clientId: string): Promise<string> {
  const rows = await db().query<Entry>(
    `SELECT e.seq, e.at, u.name, u.email, e.role, e.action, e.fields, e.origin
       FROM audit_entry e LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.user_id
      WHERE e.org_id = $1 AND e.client_id = $2 ORDER BY e.seq`,
    [currentActor().orgId, clientId],
  );
  const lines = rows.map((row) => [
    String(row.seq),
    row.at.toISOString(),
    row.name ?? 'Vacatur',
    row.email ?? '',
    row.role,
    row.action,
    row.fields.join(' '),
    row.origin ?? '',
  ]);
  return csvOf([HEAD, ...lines]);
}
