import { currentActor, db, readCursor } from '@app/platform';
import type { TimeTotal } from './time.view';

export interface TimeRow {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  userId: string;
  userName: string | null;
  on: string;
  minutes: number;
  activity: string;
  fundingId: string | null;
  funding: string | null;
  note: Buffer | null;
}

/** Which entries: of a span of days, of one person or of everybody in reach, of one case or of all. */
export interface TimeFilter {
  from?: string;
  to?: string;
  userId?: string;
  caseId?: string;
}

const FROM = `
  FROM time_entry e
  LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.user_id
  LEFT JOIN funding_code f ON f.org_id = e.org_id AND f.id = e.funding_id`;
const COLUMNS = `
  e.id, e.version, e.client_id AS "clientId", e.case_id AS "caseId", e.user_id AS "userId", u.name AS "userName",
  e.on_date AS "on", e.minutes, e.activity, e.funding_id AS "fundingId", f.code AS funding, e.note`;

function narrow(filter: TimeFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [currentActor().orgId];
  const parts = ['e.org_id = $1', 'e.withdrawn_at IS NULL'];
  const add = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    parts.push(condition.replace('?', `$${values.length}`));
  };
  add('e.on_date >= ?::date', filter.from);
  add('e.on_date <= ?::date', filter.to);
  add('e.user_id = ?::uuid', filter.userId);
  add('e.case_id = ?::uuid', filter.caseId);
  return { where: parts.join(' AND '), values };
}

/** Entries, the latest day first. */
export function timeEntries(filter: TimeFilter, limit: number, cursor?: string): Promise<TimeRow[]> {
  const { where, values } = narrow(filter);
  let after = '';
  if (cursor) {
    const { value, id } = readCursor(cursor);
    after = ` AND (e.on_date, e.id) < ($${values.push(value)}::date, $${values.push(id)}::uuid)`;
  }
  return db().query<TimeRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where}${after} ORDER BY e.on_date DESC, e.id DESC LIMIT ${limit}`,
    values,
  );
}

/** Minutes of all entries of a filter. */
export async function minutesOf(filter: TimeFilter): Promise<number> {
  const { where, values } = narrow(filter);
  const row = await db().one<{ n: number }>(
    `SELECT coalesce(sum(e.minutes), 0)::int AS n FROM time_entry e WHERE ${where}`,
    values,
  );
  return row?.n ?? 0;
}

const LABELS = { funding: 'f.code', person: 'u.name', month: `to_char(e.on_date, 'YYYY-MM')` } as const;

/** Minutes by funding code, person or month. */
export function totalsBy(what: keyof typeof LABELS, filter: TimeFilter): Promise<TimeTotal[]> {
  const { where, values } = narrow(filter);
  return db().query<TimeTotal>(
    `SELECT ${LABELS[what]} AS label, sum(e.minutes)::int AS minutes ${FROM} WHERE ${where}
      GROUP BY 1 ORDER BY 1 NULLS LAST`,
    values,
  );
}
