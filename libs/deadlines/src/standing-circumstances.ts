import type { LawContext } from '@app/law';
import type { ChronologyRow } from './chronology.queries';
import type { DiligenceRow } from './diligence-steps.queries';
import type { Progress } from './plan-progress';
import { motionsOf, type RecordedMotion } from './standing-motions';
import { ordersOf, type RecordedOrder } from './standing-orders';

/** Everything recorded of a client that the answer about the standing of the case is made from. */
export interface Circumstances {
  today: string;
  /** The instant, and the time zone of the office. */
  now: string;
  timeZone: string;
  /** The law and the calendar of the organisation. */
  law: LawContext;
  /** '1' to '11' or 'DC'; null when it is not known. */
  circuit: string | null;
  orders: RecordedOrder[];
  motions: RecordedMotion[];
  diligence: DiligenceRow[];
  /** An entry's note, when this person may read it. */
  noteOf: (row: DiligenceRow) => string | null;
  /** What people have ticked off of the plans. */
  progress: Progress;
  /** The whole chronology of the kinds asked for, oldest first. */
  rows: ChronologyRow[];
}

/** Kinds of the chronology that bear on the standing of a case. */
export const STANDING_KINDS = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
  'order_status',
  'order_vacated',
  'motion_filed',
  'motion_rejected',
  'motion_decided',
  'petition_filed',
  'petition_decided',
  'habeas_filed',
  'habeas_decided',
  'stay_requested',
  'stay_decided',
  'i246_filed',
  'i246_decided',
  'custody',
  'check_in',
  'asked_about',
  'departed',
] as const;

/** Reads orders and motions out of the rows. */
export function circumstancesOf(known: Omit<Circumstances, 'orders' | 'motions'>): Circumstances {
  return { ...known, orders: ordersOf(known.rows), motions: motionsOf(known.rows) };
}
