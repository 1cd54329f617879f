import { fromCaseload } from '@app/access';
import { currentActor, db, firstOf, type FirstOf } from '@app/platform';
import { ATTENTION } from './attention';

/** Deadlines shown in one list, and check-ins to come. */
const LIST = 50;
const NEXT = 10;

/** How far ahead `coming` looks, in days. */
const AHEAD_DAYS = 30;

interface Id {
  id: string;
}

const idsOf = (rows: Id[]): string[] => rows.map((row) => row.id);
const firstIds = (rows: Id[]): FirstOf<string> => firstOf(idsOf(rows), LIST);

/** Open deadlines whose day to act has passed and that still need somebody. */
export async function overdueIds(today: string): Promise<FirstOf<string>> {
  return firstIds(
    await db().query<Id>(
      `SELECT d.id FROM deadline d WHERE d.org_id = $1 AND ${ATTENTION.overdue('$2')} ORDER BY d.act_on, d.id LIMIT ${LIST + 1}`,
      [currentActor().orgId, today],
    ),
  );
}

/** Open deadlines to act on from today to thirty days ahead. */
export async function comingIds(today: string): Promise<FirstOf<string>> {
  return firstIds(
    await db().query<Id>(
      `SELECT d.id FROM deadline d WHERE d.org_id = $1 AND ${ATTENTION.between('$2', 0, AHEAD_DAYS)}
        ORDER BY d.act_on, d.id LIMIT ${LIST + 1}`,
      [currentActor().orgId, today],
    ),
  );
}

/** Past dates are counted so far: nobody reads thousands of them, and the count is made on everybody's first page. */
const MOST_PAST = 1000;

/** How many open dates are long past: mostly periods of old orders, which nobody can meet any more. */
export async function countPast(today: string): Promise<number> {
  const row = await db().one<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM deadline d WHERE d.org_id = $1 AND ${ATTENTION.past('$2')}
      ${await fromCaseload('d.client_id')} LIMIT ${MOST_PAST}) AS counted`,
    [currentActor().orgId, today],
  );
  return row?.n ?? 0;
}

/** Check-ins of this day that stand or took place. */
export async function checkInIdsOn(today: string): Promise<FirstOf<string>> {
  return firstIds(
    await db().query<Id>(
      `SELECT id FROM check_in WHERE org_id = $1 AND on_date = $2::date AND status IN ('scheduled', 'done')
        ORDER BY at_time, id LIMIT ${LIST + 1}`,
      [currentActor().orgId, today],
    ),
  );
}

/** The next check-ins after this day. */
export async function nextCheckInIds(today: string): Promise<string[]> {
  return idsOf(
    await db().query<Id>(
      `SELECT id FROM check_in WHERE org_id = $1 AND on_date > $2::date AND status = 'scheduled'
        ORDER BY on_date, at_time, id LIMIT ${NEXT}`,
      [currentActor().orgId, today],
    ),
  );
}

/** What one person did with one client's record, several times perhaps. */
export interface ChangeRow {
  at: Date;
  client_id: string;
  case_id: string | null;
  user_id: string;
  user_name: string | null;
  action: string;
  fields: string[];
  times: number;
}

/** Entries looked at, of those the person sees: what goes on behind walls must not push their own out of sight. */
const LATEST = 5000;

/**
 * What changed in the records this person sees, the latest first: entries of the audit trail since `days` ago, one
 * line for the same person, client and action. `actions` are those that change something.
 */
export function recentChanges(actions: readonly string[], days: number): Promise<ChangeRow[]> {
  return db().query<ChangeRow>(
    `SELECT max(e.at) AS at, e.client_id, (array_agg(e.case_id ORDER BY e.seq DESC))[1] AS case_id, e.user_id,
            u.name AS user_name, e.action, count(DISTINCT e.seq)::int AS times,
            coalesce(array_agg(DISTINCT f.field) FILTER (WHERE f.field IS NOT NULL), '{}') AS fields
       FROM (SELECT * FROM audit_entry a
              WHERE a.org_id = $1 AND a.client_id IS NOT NULL AND a.action = ANY($2::text[])
                AND a.at >= now() - make_interval(days => $3::int)
              ORDER BY a.at DESC, a.seq DESC LIMIT ${LATEST}) e
       LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.user_id
       LEFT JOIN LATERAL unnest(e.fields) AS f(field) ON true
      GROUP BY e.client_id, e.user_id, u.name, e.action
      ORDER BY 1 DESC LIMIT 40`,
    [currentActor().orgId, actions, days],
  );
}
