import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { CalendarInputs } from '../calendar/legal-calendar';
import type { RuleStatus } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';

/** Kinds of dated legal facts the engine reads; other kinds in the chronology are ignored. */
export const FACT_KINDS = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
  'order_vacated',
  'order_status',
  'pardon_signed',
  'pardon_effective',
  'pardon_received',
  'pardon_announced',
  'motion_filed',
  'motion_decided',
  'custody',
  'check_in',
  'nta_served',
  'conviction_sentenced',
  'proceeding_started',
  'hearing',
  'bond_decided',
  'bond_appealed',
  'bond_appeal_decided',
  'bond_stay_ended',
  'bond_posted',
  'record_request_sent',
  'record_request_received',
  'record_request_reached',
  'record_request_extended',
  'record_request_answered',
  'record_appeal_sent',
  'record_appeal_received',
  'record_appeal_decided',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * One dated legal fact, as staff recorded it. `on` is 'YYYY-MM-DD', or a partial 'YYYY' / 'YYYY-MM', or null when the
 * date is not known; a date is never invented.
 *
 * Attributes the engine reads:
 * - facts of an order: `orderId`, `orderKind` (removal | deportation | exclusion | voluntary_departure_alternate),
 *   `inAbsentia`, `appeal` (waived | taken | not_taken | not_known), `decisionForm` (oral | written),
 *   `asylumDecided` (true | false | null), `voluntaryDepartureUntil` (day)
 * - `order_status`: `status` (in_force | stayed | reopened | vacated | terminated | executed)
 * - `bia_decided`: `outcome` (dismissed | sustained | remanded); nothing means dismissed
 * - `appeal_filed`: `rejected` (true when the Board returned it or dismissed it as late)
 * - facts of a grant: `grantId`
 * - `motion_filed`: `orderId`, `motionKind` (reopen | reconsider)
 * - `motion_decided`: `motionId`, `motionKind`, `forum` (court | board | …), `result` (granted | denied | withdrawn)
 * - `custody`: `status` (detained | not_detained | not_known), from this day on
 * - `check_in`: `status` (scheduled | done)
 * - `hearing` (one that stands): `hearingId` (kept when it is moved), `hearingKind` (master | individual | bond | other)
 * - facts of a bond: `bondId`, `setBy` (ice | immigration_judge); of its decision `decision` (granted | denied |
 *   no_jurisdiction); of its appeal `appealBy` (client | government) and `automaticStay` (yes | no | not_known), of the
 *   Board's decision `outcome` too; of the end of its stay `how`; of its posting `releasedOn` (the day of release on this bond)
 * - facts of a request for records: `requestId`, `foia` (true under 5 USC 552); of its answer `outcome` (full | partial |
 *   denied | no_records)
 */
export interface DatedFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly on: string | null;
  /** Who or what supplied it, for the trace. */
  readonly supplied?: string;
  readonly attributes?: Readonly<Record<string, string | boolean | null>>;
}

/** A record checked by an attorney after it was shipped. */
export interface RuleVerification {
  readonly ruleId: string;
  readonly version: number;
  readonly by: string;
  readonly on: Day;
  readonly sourceSeen?: string;
}

/** A date that an order or notice prints. It governs instead of the counted one, which stays visible beside it. */
export interface PrintedDate {
  /** Key of the deadline it is printed for. */
  readonly key: string;
  readonly on: Day;
  /** What it is printed on, in words: 'briefing notice'. */
  readonly document: string;
  /** Who recorded it, for the trace. */
  readonly by: string;
}

/** What a derivation needs besides the facts. `today` is the caller's; the engine has no clock. */
export interface DeriveContext extends CalendarInputs {
  readonly today: Day;
  /** Office margin before the earliest defensible date, in business days. */
  readonly bufferBusinessDays?: number;
  readonly verifications?: readonly RuleVerification[];
  readonly printed?: readonly PrintedDate[];
  /** The law to count under; without it the shipped rule set. */
  readonly law?: RuleSet;
  /** Federal circuit the matter belongs to, '1' to '11' or 'DC'. */
  readonly circuit?: string | null;
}

/** Business days between the day to act and the earliest defensible date, where an office has not chosen its own. */
export const DEFAULT_BUFFER_BUSINESS_DAYS = 3;

/** What a date is: a filing, a legal state, an office's own target, no limit at all, or a start nobody knows. */
export type DeadlineKind = 'filing' | 'status' | 'internal' | 'no_limit' | 'unknown';

/** Standing of one reading of a date: that of its rule, or of the way it was counted. */
export type ReadingStatus = RuleStatus | 'conservative' | 'uncertain' | 'outer_bound';

/** Another date for the same act, with the reading that leads to it. */
export interface AlternateDate {
  /** Stable for programs, such as codified_text_10d or outer_with_state_holiday. */
  readonly name: string;
  readonly on: Day;
  readonly label: string;
  readonly status: ReadingStatus;
}

/** A fact that a deadline stands on. */
export interface TriggerFact {
  readonly factId: string;
  readonly kind: FactKind;
  readonly on: string | null;
}

/** One derived deadline. Everything in it follows from facts, rules and calendar; a store compares it by `key`. */
export interface DerivedDeadline {
  /** Stable across recomputations: rule id and the ids it is anchored to. */
  readonly key: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly ruleStatus: RuleStatus;
  readonly ruleSetVersion: string;
  readonly title: string;
  readonly kind: DeadlineKind;
  /** Last day under the operative reading. */
  readonly dueOn: Day | null;
  /** The day to act by: the earliest defensible date less the office's margin. */
  readonly taskOn: Day | null;
  readonly conservativeOn: Day | null;
  readonly outerOn: Day | null;
  readonly alternates: readonly AlternateDate[];
  /** A recorded act that answers this deadline, if one is recorded. */
  readonly answeredBy: TriggerFact | null;
  readonly consequence: string;
  readonly cure: string;
  readonly stays: string;
  readonly citation: string;
  readonly verified: boolean;
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
  readonly triggeredBy: readonly TriggerFact[];
}

/** How an order became final. */
export type FinalityBasis =
  | 'in_absentia'
  | 'appeal_waived'
  | 'board_decision'
  | 'appeal_period_ended'
  | 'voluntary_departure_ended'
  | 'appeal_not_known'
  | 'appeal_pending'
  | 'returned_by_board'
  | 'stopped';

/** How sure finality is. `uncertain`: several days can be defended; `stopped`: the order no longer stands. */
export type FinalityState = 'final' | 'uncertain' | 'unknown' | 'not_final' | 'stopped';

/** Finality of one order as a computed event with its own trace. */
export interface Finality {
  readonly orderId: string | null;
  readonly state: FinalityState;
  readonly basis: FinalityBasis;
  readonly ruleId: string;
  readonly candidates: readonly AlternateDate[];
  readonly operativeOn: Day | null;
  readonly conservativeOn: Day | null;
  readonly citation: string;
  readonly verified: boolean;
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
  readonly triggeredBy: readonly TriggerFact[];
}
