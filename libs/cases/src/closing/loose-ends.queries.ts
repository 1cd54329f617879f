import { currentActor, db } from '@app/platform';
import type { Case } from '../case.entity';

export const LOOSE_ENDS = [
  'deadline',
  'proof',
  'task',
  'check_in',
  'hearing',
  'custody',
  'record_request',
] as const;

/** Something still open, its words still sealed. `id` is the thing's own; of custody the case's. */
export interface LooseEndRow {
  kind: (typeof LOOSE_ENDS)[number];
  id: string;
  onDate: string | null;
  /** What it is: a deadline's title, a hearing's or a records request's kind, how a check-in happens, the state of custody. */
  what: string | null;
  taskTitle: Buffer | null;
}

const PROOF_WAITS = `EXISTS (SELECT 1 FROM deadline_proof p
   WHERE p.org_id = d.org_id AND p.deadline_id = d.id AND p.state = 'recorded')`;

/**
 * What closing a case would leave behind. Deadlines that ask nothing of anybody (what the law merely says, what has no
 * limit, what was over before the facts were recorded) are not among them; nor is aftercare, which is meant to go on.
 * A check-in counts until somebody says how it ended, a hearing while it is still to come, a request for
 * records until it is answered.
 */
const LOOSE = `
  SELECT CASE WHEN ${PROOF_WAITS} THEN 'proof' ELSE 'deadline' END AS kind, d.id, d.act_on AS "onDate",
         d.title AS what, NULL::bytea AS "taskTitle"
    FROM deadline d
   WHERE d.org_id = $1 AND d.client_id = $2 AND d.status = 'open' AND (d.act_on IS NOT NULL OR d.kind = 'unknown')
  UNION ALL
  SELECT 'task', t.id, t.due_on, NULL, t.title FROM task t
   WHERE t.org_id = $1 AND t.client_id = $2 AND t.case_id = $3 AND t.status = 'open' AND t.kind <> 'aftercare'
  UNION ALL
  SELECT 'check_in', i.id, i.on_date, i.method, NULL FROM check_in i
   WHERE i.org_id = $1 AND i.client_id = $2 AND i.status = 'scheduled'
  UNION ALL
  SELECT 'hearing', h.id, h.on_date, h.kind, NULL FROM hearing h
   WHERE h.org_id = $1 AND h.client_id = $2 AND h.status = 'scheduled' AND (h.on_date >= $4::date OR h.on_date IS NULL)
  UNION ALL
  SELECT 'record_request', r.id, NULL, r.kind, NULL FROM record_request r
   WHERE r.org_id = $1 AND r.client_id = $2 AND r.status IN ('draft', 'sent', 'with_agency', 'appealed')
  UNION ALL
  SELECT 'custody', c.id, NULL, c.custody, NULL FROM cases c
   WHERE c.org_id = $1 AND c.client_id = $2 AND c.id = $3 AND c.custody <> 'not_detained'
   ORDER BY "onDate" NULLS LAST, kind, id`;

/** What is still open about a case on a day, the earliest first. */
export function looseEndsOf(matter: Pick<Case, 'id' | 'clientId'>, today: string): Promise<LooseEndRow[]> {
  return db().query<LooseEndRow>(LOOSE, [currentActor().orgId, matter.clientId, matter.id, today]);
}

export interface ClosingRow {
  id: string;
  on: string;
  outcome: string;
  byId: string;
  byName: string | null;
  at: Date;
  ends: { id: string; kind: string; on: string | null; reason: string }[] | null;
}

/** Each time a case was closed, the last first, with what was left open. */
export function closingsOf(caseId: string): Promise<ClosingRow[]> {
  return db().query<ClosingRow>(
    `SELECT k.id, k.on_date AS "on", k.outcome, k.by_user AS "byId", u.name AS "byName", k.at,
            (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'on', e.on_date,
                                               'reason', encode(e.reason, 'base64')) ORDER BY e.on_date, e.id)
               FROM case_closing_end e WHERE e.org_id = $1 AND e.closing_id = k.id) AS ends
       FROM case_closing k LEFT JOIN staff_user u ON u.org_id = k.org_id AND u.id = k.by_user
      WHERE k.org_id = $1 AND k.case_id = $2 ORDER BY k.at DESC, k.id DESC`,
    [currentActor().orgId, caseId],
  );
}
