import { currentActor, db } from '@app/platform';
import { ATTENTION } from './attention';

export interface CaseloadRow {
  id: string;
  name: string;
  role: string;
  open: number;
  check_ins: number;
  at_risk: number;
}

/** A client of several cases counts once for each attorney. */
const THEIRS = `SELECT DISTINCT c.responsible_id, c.client_id FROM cases c
  WHERE c.org_id = $1 AND c.status = 'open' AND c.responsible_id IS NOT NULL`;

/** Everybody who is responsible for an open case, and every active representative without one. */
const CASELOADS = `
  WITH theirs AS MATERIALIZED (${THEIRS}),
  open_cases AS (
    SELECT c.responsible_id AS id, count(*)::int AS n FROM cases c
     WHERE c.org_id = $1 AND c.status = 'open' GROUP BY 1),
  week AS (
    SELECT t.responsible_id AS id, count(*)::int AS n FROM theirs t
      JOIN check_in k ON k.org_id = $1 AND k.client_id = t.client_id AND k.on_date BETWEEN $3::date AND $3::date + 6
       AND k.status IN ('scheduled', 'done') GROUP BY 1),
  risk AS (
    SELECT t.responsible_id AS id, count(*)::int AS n FROM theirs t
      JOIN deadline d ON d.org_id = $1 AND d.client_id = t.client_id
       AND ((${ATTENTION.overdue('$2')}) OR (${ATTENTION.between('$2', 0, 7)})) GROUP BY 1)
  SELECT u.id, u.name, u.role, coalesce(o.n, 0) AS open, coalesce(w.n, 0) AS check_ins, coalesce(r.n, 0) AS at_risk
    FROM staff_user u
    LEFT JOIN open_cases o ON o.id = u.id LEFT JOIN week w ON w.id = u.id LEFT JOIN risk r ON r.id = u.id
   WHERE u.org_id = $1
     AND (o.n > 0 OR (u.status = 'active' AND u.role IN ('attorney', 'accredited_representative')))
   ORDER BY 4 DESC, u.name, u.id`;

/** Open cases, check-ins of the week that begins on `monday`, and deadlines at risk, by who is responsible. */
export function readCaseloads(today: string, monday: string): Promise<CaseloadRow[]> {
  return db().query<CaseloadRow>(CASELOADS, [currentActor().orgId, today, monday]);
}

export interface DayRow {
  day: string;
  count: number;
  came_out: number;
  detained: number;
  not_known: number;
}

/** Each of the seven days from `monday` with its check-ins and how they ended. */
export function readWeek(monday: string): Promise<DayRow[]> {
  return db().query<DayRow>(
    `SELECT s.day::date AS day, count(k.id)::int AS count,
            count(k.id) FILTER (WHERE k.outcome = 'came_out')::int AS came_out,
            count(k.id) FILTER (WHERE k.outcome = 'detained')::int AS detained,
            count(k.id) FILTER (WHERE k.outcome = 'not_known')::int AS not_known
       FROM generate_series($2::date, $2::date + 6, interval '1 day') AS s(day)
       LEFT JOIN check_in k ON k.org_id = $1 AND k.on_date = s.day::date AND k.status IN ('scheduled', 'done')
      GROUP BY 1 ORDER BY 1`,
    [currentActor().orgId, monday],
  );
}

export interface RiskRow {
  overdue: number;
  in7: number;
  in30: number;
  past: number;
}

/** Deadlines that need somebody, each counted once. */
export async function readRisk(today: string): Promise<RiskRow> {
  const row = await db().one<RiskRow>(
    `SELECT count(*) FILTER (WHERE ${ATTENTION.overdue('$2')})::int AS overdue,
            count(*) FILTER (WHERE ${ATTENTION.between('$2', 0, 7)})::int AS in7,
            count(*) FILTER (WHERE ${ATTENTION.between('$2', 8, 30)})::int AS in30,
            count(*) FILTER (WHERE ${ATTENTION.past('$2')})::int AS past
       FROM deadline d WHERE d.org_id = $1 AND d.status = 'open'`,
    [currentActor().orgId, today],
  );
  return row!;
}

export interface CountRow {
  name: string;
  count: number;
}

/** Pardon applications by the stage they are in. */
export function readPipeline(): Promise<CountRow[]> {
  return db().query<CountRow>(
    'SELECT stage AS name, count(*)::int AS count FROM pardon_application WHERE org_id = $1 GROUP BY 1',
    [currentActor().orgId],
  );
}

/** Closed cases by outcome. */
export function readOutcomes(): Promise<CountRow[]> {
  return db().query<CountRow>(
    `SELECT outcome AS name, count(*)::int AS count FROM cases WHERE org_id = $1 AND outcome IS NOT NULL GROUP BY 1`,
    [currentActor().orgId],
  );
}

export interface TotalsRow {
  clients: number;
  open_cases: number;
  unassigned: number;
  detained: number;
  pardons: number;
}

/** A commutation or a restoration of rights is a grant, but no pardon. */
const PARDONS = `'full_and_unconditional', 'full_with_conditions', 'conditional'`;

export async function readTotals(): Promise<TotalsRow> {
  const row = await db().one<TotalsRow>(
    `SELECT (SELECT count(*)::int FROM client WHERE org_id = $1 AND merged_into IS NULL) AS clients,
            count(*)::int AS open_cases,
            count(*) FILTER (WHERE c.responsible_id IS NULL)::int AS unassigned,
            count(DISTINCT c.client_id) FILTER (WHERE c.custody = 'detained')::int AS detained,
            (SELECT count(*)::int FROM pardon_grant WHERE org_id = $1 AND instrument_kind IN (${PARDONS})) AS pardons
       FROM cases c WHERE c.org_id = $1 AND c.status = 'open'`,
    [currentActor().orgId],
  );
  return row!;
}
