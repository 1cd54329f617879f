import { csvOf, currentActor, db } from '@app/platform';
import { leftTheOffice } from '../demands/left-the-office';

interface Entry {
  number: number;
  at: Date;
  name: string | null;
  email: string | null;
  role: string;
  action: string;
  fields: string[];
  origin: string | null;
}

const HEAD = ['Number', 'When (UTC)', 'Who', 'E-mail', 'Role', 'What', 'Fields', 'From'];

/**
 * Everybody who opened or changed a client's record, and what of it left the office, oldest first, for a spreadsheet.
 * Entries are counted within the client: the chain's own numbers would tell how much goes on behind walls.
 */
export async function accessHistory(clientId: string): Promise<string> {
  const rows = await db().query<Entry>(
    `SELECT row_number() OVER (ORDER BY e.seq) AS number, e.at, u.name, u.email, e.role, e.action, e.fields, e.origin
       FROM audit_entry e LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.user_id
      WHERE e.org_id = $1 AND e.client_id = $2 ORDER BY e.seq`,
    [currentActor().orgId, clientId],
  );
  const opened = rows.map((row) => [
    row.at.toISOString(),
    String(row.number),
    row.name ?? 'Vacatur',
    row.email ?? '',
    row.role,
    row.action,
    row.fields.join(' '),
    row.origin ?? '',
  ]);
  const left = (await leftTheOffice(clientId)).map((row) => [
    row.at.toISOString(),
    '',
    row.by.name,
    row.by.email,
    row.by.role,
    'demand.left_office',
    [
      ...row.items.map(({ kind, count }) => `${kind}:${count}`),
      `decided by ${row.decided_by.name} ${row.decided_at.toISOString()}`,
      ...(row.approved_by ? [`approved by ${row.approved_by.name}`] : []),
    ].join(' '),
    '',
  ]);
  const lines = [...opened, ...left].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return csvOf([HEAD, ...lines.map(([at, number, ...rest]) => [number, at, ...rest])]);
}
