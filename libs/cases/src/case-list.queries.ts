import { fromCaseload } from '@app/access';
import type { SealedName } from '@app/clients';
import { currentActor, db, readCursor } from '@app/platform';
import type { CaseListQuery } from './case.dto';

/** A row of the caseload, names still sealed. */
export interface CaseListRow extends SealedName {
  case_id: string;
  type: string;
  stage: string;
  status: string;
  responsible_id: string | null;
  responsible_name: string | null;
  citizenship: string | null;
  custody: string;
  opened_on: string;
  closed_on: string | null;
  next_deadline_on: string | null;
  next_deadline_rule: string | null;
  next_check_in_on: string | null;
  next_check_in_time: string | null;
  clemency_stage: string | null;
  updated_at: Date;
  sort_value: string | null;
}

/** The part of a statement that narrows the caseload, with its values. */
export interface Narrowed {
  where: string;
  values: unknown[];
}

const COLUMNS = `
  c.id AS case_id, c.client_id AS id, c.type, c.stage, c.status, c.responsible_id, r.name AS responsible_name, k.citizenship,
  c.custody, c.opened_on, c.closed_on, c.next_deadline_on, c.next_deadline_rule, c.next_check_in_on, c.next_check_in_time,
  c.clemency_stage, c.updated_at, k.given_name, k.middle_name, k.family_name`;
const joined = (cases: string): string => `
  FROM ${cases} c
  JOIN client k ON k.org_id = c.org_id AND k.id = c.client_id
  LEFT JOIN staff_user r ON r.org_id = c.org_id AND r.id = c.responsible_id`;

/** What each order sorts by. The timestamp's text keeps its microseconds, which a cursor needs. */
const SORTS = {
  opened: { column: 'c.opened_on', type: 'date' },
  next_deadline: { column: 'c.next_deadline_on', type: 'date' },
  next_check_in: { column: 'c.next_check_in_on', type: 'date' },
  updated: { column: 'c.updated_at', type: 'timestamptz' },
} as const;

const TODAY = '(SELECT (now() AT TIME ZONE o.time_zone)::date FROM organisation o WHERE o.org_id = $1)';

/** The conditions of the filters. `clientIds` is what a search found, or null without one. */
export async function narrow(query: CaseListQuery, clientIds: string[] | null): Promise<Narrowed> {
  const values: unknown[] = [currentActor().orgId];
  const parts = ['c.org_id = $1'];
  const add = (condition: string, value: unknown): void => {
    values.push(value);
    parts.push(condition.replace('?', `$${values.length}`));
  };
  if (query.status !== 'all') add('c.status = ?', query.status ?? 'open');
  if (query.stage) add('c.stage = ?', query.stage);
  if (query.type) add('c.type = ?', query.type);
  if (query.custody) add('c.custody = ?', query.custody);
  if (query.responsibleId) add('c.responsible_id = ?', query.responsibleId);
  if (query.deadlineWithinDays !== undefined)
    add(`c.next_deadline_on <= ${TODAY} + ?::int`, query.deadlineWithinDays);
  if (clientIds) add('c.client_id = ANY(?::uuid[])', clientIds);
  const caseload = clientIds ? '' : await fromCaseload('c.client_id');
  return { where: parts.join(' AND ') + caseload, values };
}

/** One page in the order of a column; rows without a value come last. */
export function pageByColumn(
  query: CaseListQuery,
  narrowed: Narrowed,
  limit: number,
): Promise<CaseListRow[]> {
  const sort = query.sort && query.sort !== 'name' ? query.sort : 'next_deadline';
  const { column, type } = SORTS[sort];
  const descending = query.order ? query.order === 'desc' : sort === 'updated' || sort === 'opened';
  const values = [...narrowed.values];
  let where = narrowed.where;
  if (query.cursor) {
    const cursor = readCursor(query.cursor);
    values.push(cursor.value, cursor.id);
    const [at, id] = [`$${values.length - 1}::${type}`, `$${values.length}::uuid`];
    const beyond = descending ? '<' : '>';
    where +=
      cursor.value === null
        ? ` AND ${column} IS NULL AND c.id ${beyond} ${id} AND ${at} IS NULL`
        : ` AND (${column} ${beyond} ${at} OR (${column} = ${at} AND c.id ${beyond} ${id}) OR ${column} IS NULL)`;
  }
  const direction = descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
  const order = `${column} ${direction}, c.id ${descending ? 'DESC' : 'ASC'}`;
  return db().query<CaseListRow>(
    // The page first: only its rows are joined with what the list shows beside them.
    `SELECT ${COLUMNS}, ${column}::text AS sort_value
       ${joined(`(SELECT * FROM cases c WHERE ${where} ORDER BY ${order} LIMIT ${limit + 1})`)} ORDER BY ${order}`,
    values,
  );
}

/** How many match, up to 1,000: enough to decide whether to narrow further. */
export async function countUpTo(narrowed: Narrowed, most = 1000): Promise<number> {
  const row = await db().one<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM cases c WHERE ${narrowed.where} LIMIT ${most}) AS counted`,
    narrowed.values,
  );
  return row?.n ?? 0;
}

/** How many rows each coarse letter bucket holds. */
export function bucketSizes(narrowed: Narrowed): Promise<{ bucket: number; n: number }[]> {
  return db().query(
    `SELECT k.sort_bucket AS bucket, count(*)::int AS n ${joined('cases')} WHERE ${narrowed.where} GROUP BY 1 ORDER BY 1`,
    narrowed.values,
  );
}

/** All rows of some letter buckets, in no order: names are compared after they are opened. */
export function rowsOfBuckets(
  narrowed: Narrowed,
  buckets: number[],
): Promise<(CaseListRow & { bucket: number })[]> {
  const values = [...narrowed.values, buckets];
  return db().query(
    `SELECT ${COLUMNS}, k.sort_bucket AS bucket, NULL AS sort_value ${joined('cases')}
      WHERE ${narrowed.where} AND k.sort_bucket = ANY($${values.length}::smallint[])`,
    values,
  );
}

/** One case of any state as a row of its letter bucket; nothing when this person does not see it. */
export function rowOfCase(caseId: string): Promise<(CaseListRow & { bucket: number })[]> {
  return db().query(
    `SELECT ${COLUMNS}, k.sort_bucket AS bucket, NULL AS sort_value ${joined('cases')} WHERE c.org_id = $1 AND c.id = $2`,
    [currentActor().orgId, caseId],
  );
}
