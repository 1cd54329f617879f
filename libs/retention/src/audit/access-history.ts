import { currentActor, db } from '@app/platform';

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

/** A spreadsheet runs a cell that begins with one of these (OWASP, CSV Injection). */
const FORMULA = /^[\s]*[=+\-@|%\t\r]/;

/** One cell: quoted, and a text that a spreadsheet would run is made plain by an apostrophe. */
export function csvCell(value: string): string {
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return `"${plain.replace(/"/g, '""')}"`;
}

/** Everybody who opened or changed a client's record, oldest first, as CSV (RFC 4180) with a byte order mark. */
export async function accessHistory(clientId: string): Promise<string> {
  const rows = await db().query<Entry>(
    `SELECT e.seq, e.at, u.name, u.email, e.role, e.action, e.fields, to_jsonb(e) ->> 'origin' AS origin
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
  return `\uFEFF${[HEAD, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
