import { MOTION_OF_STAGE, onDays, part } from './chronology-parts';

const ATTRIBUTES = `jsonb_build_object('motionId', x.id, 'orderId', x.order_id, 'motionKind', x.kind, 'forum', x.forum,
  'filedBy', x.filed_by, 'result', x.result, 'stayUntil', x.stay_until)`;

/**
 * Motions before the court or the Board go by one name, petitions, habeas and stays by their own: only the first use
 * up what the law allows once. What the government filed, and what the clerk sent back, uses up nothing and answers no
 * deadline of the client, so it is told under names that the deadline rules do not read.
 */
const FILED = `CASE WHEN x.filed_by = 'dhs' THEN 'motion_filed_by_dhs' WHEN x.result = 'rejected' THEN 'motion_rejected'
  ELSE CASE x.kind WHEN 'petition_for_review' THEN 'petition_filed' WHEN 'habeas' THEN 'habeas_filed'
    WHEN 'stay' THEN 'stay_requested' WHEN 'i246' THEN 'i246_filed' ELSE 'motion_filed' END END`;
const DECIDED = `CASE WHEN x.filed_by = 'dhs' THEN 'motion_by_dhs_decided'
  ELSE CASE x.kind WHEN 'petition_for_review' THEN 'petition_decided' WHEN 'habeas' THEN 'habeas_decided'
    WHEN 'stay' THEN 'stay_decided' WHEN 'i246' THEN 'i246_decided' ELSE 'motion_decided' END END`;

const filed = part({
  kind: FILED,
  on: onDays.dated('x.filed_on'),
  source: 'motion',
  attributes: ATTRIBUTES,
  from: 'app.motion x',
});

const decided = part({
  kind: DECIDED,
  on: onDays.dated('x.result_on'),
  source: 'motion',
  attributes: ATTRIBUTES,
  from: `app.motion x WHERE x.result IN ('granted', 'denied', 'withdrawn')`,
  recordedAt: 'x.updated_at',
});

/** The stage of the case speaks only until the motion itself is recorded: one motion must not be counted twice. */
const ofStage = `${MOTION_OF_STAGE} AND NOT (c.type = 'clemency_and_reopening' AND EXISTS (
    SELECT 1 FROM app.motion m WHERE m.org_id = x.org_id AND m.client_id = x.client_id
       AND m.kind = 'reopen' AND m.filed_by <> 'dhs' AND m.filed_on = x.on_date::text))`;

/** These parts with the facts of motions. */
export function withMotions(parts: readonly string[]): string[] {
  return [...parts.filter((each) => each !== MOTION_OF_STAGE), ofStage, filed, decided];
}
