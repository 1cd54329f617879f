import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { CalendarInputs } from '../calendar/legal-calendar';
import type { RuleVerification } from '../deadlines/types';
import type { RuleSet } from '../packs/select';

/** Kinds of dated facts that say whether removal is stayed; other kinds are ignored. */
export const STAY_FACT_KINDS = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
  'motion_filed',
  'motion_decided',
  'petition_filed',
  'petition_decided',
  'habeas_filed',
  'bond_appeal_filed',
  'fear_review_requested',
  'stay_requested',
  'stay_granted',
  'stay_denied',
  'stay_lifted',
  'i246_filed',
  'i246_granted',
  'i246_denied',
] as const;
export type StayFactKind = (typeof STAY_FACT_KINDS)[number];

/**
 * One dated fact of a matter. `on` is 'YYYY-MM-DD', a partial 'YYYY' or 'YYYY-MM', or null when it is not known.
 *
 * Attributes that are read:
 * - `order_decided`: `inAbsentia`, `appeal` (waived | taken | not_taken | reserved | not_known), `decisionForm`
 *   (oral | written), `asylumDecided`
 * - `appeal_filed`: `rejected` (the Board returned it), `accepted` (the Board treats it as timely)
 * - `motion_filed`: `motionKind` (reopen | reconsider | absentia | vawa | joint | sua_sponte), `qualifies` (VAWA)
 * - `motion_decided`: `motionId` (id of the motion's fact), `final` (VAWA: no appeal is left)
 * - `stay_requested`, `stay_granted`, `stay_denied`, `stay_lifted`: `forum` (judge | board | court_of_appeals |
 *   district_court | dhs), `until` (day), `confirmed` (a temporary stay is on the docket), `stayId` (id of the grant lifted)
 * - `i246_granted`: `until` (day)
 */
export interface StayFact {
  readonly id: string;
  readonly kind: StayFactKind;
  readonly on: string | null;
  readonly attributes?: Readonly<Record<string, string | boolean | null>>;
}

/** All facts of one removal order that bear on a stay, in any order. */
export type StayFacts = readonly StayFact[];

/** `today` is the caller's; circuit is '1' to '11' or 'DC'. */
export interface StayContext extends CalendarInputs {
  readonly today: Day;
  readonly circuit?: string | null;
  readonly verifications?: readonly RuleVerification[];
  /** The law to count the appeal period under; without it the shipped rule set. */
  readonly law?: RuleSet;
}

/** `not_automatic`: nothing is stayed by it. `not_known` is never to be read as stayed. */
export type StayStanding = 'in_force' | 'not_automatic' | 'ended' | 'not_known';

/** One stay in a matter. */
export interface Stay {
  /** Record of the stays pack. */
  readonly id: string;
  readonly title: string;
  readonly standing: StayStanding;
  readonly from: Day | null;
  /** Last day, or null when it ends with an event or the end is not known. */
  readonly until: Day | null;
  /** The event that ends it, in words; null when a day is known or nothing runs. */
  readonly untilEvent: string | null;
  readonly why: string;
  readonly citation: string;
  readonly verified: boolean;
  readonly factIds: readonly string[];
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}

/** Whether removal is stayed on a day, by what, until when, and what does not stay it. */
export interface StayAnswer {
  readonly today: Day;
  readonly removalStayed: 'yes' | 'no' | 'not_known';
  readonly summary: string;
  /** Ids of the stays in force. */
  readonly by: readonly string[];
  /** The last day that is certain: null when it ends with an event, or nothing is in force. */
  readonly until: Day | null;
  readonly untilEvent: string | null;
  /** Ids of what is recorded and does not stay removal. */
  readonly notStayedBy: readonly string[];
  readonly stays: readonly Stay[];
  readonly warnings: readonly string[];
}
