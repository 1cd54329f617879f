import type { CountUnit, Direction, Roll } from '../calendar/count';
import type { Day } from '../calendar/day';
import { ROLLING_LAYERS, type CalendarLayer } from '../calendar/legal-calendar';
import type { RuleTrigger } from './triggers';

export type { RuleTrigger } from './triggers';

/** Where a rule stands in law on the day its record was checked. */
export type RuleStatus =
  | 'operative'
  | 'operative_contested'
  | 'vacated'
  | 'stayed'
  | 'superseded'
  | 'historical'
  | 'policy_only'
  | 'agency_target';

/** One file of packs/deadlines per family. */
export const RULE_FAMILIES = [
  'finality',
  'appeals',
  'briefs',
  'motions',
  'legacy_orders',
  'proceedings',
  'federal_courts',
  'custody',
  'supervision',
  'fear_and_third_country',
  'bond',
  'voluntary_departure',
  'records_and_permits',
  'office_policy',
] as const;
/** A family of rules: one file of packs/deadlines. */
export type RuleFamily = (typeof RULE_FAMILIES)[number];

/** What a miss means for the person reading: a filing, a legal state, the office's own target, or no limit at all. */
export type RuleKind = 'filing' | 'status' | 'internal' | 'no_limit';

/** Who has to act: we for the client, the government, a court or an agency whose own clock it is. */
export type RuleActor = 'party' | 'dhs' | 'court' | 'agency';

/** The date that decides which version of a rule governs. `event`: the day the period runs from. */
export type VersionKey =
  'decision' | 'final_order' | 'order' | 'grant' | 'notice' | 'filing' | 'hearing' | 'event' | 'none';

/** Calendar periods are counted in days; hours elapse in UTC, with or without the hours of closed days. */
export type PeriodUnit = CountUnit | 'hour' | 'hour_on_open_days';

/** Another way to read the same rule, counted from the same trigger. `name` is stable for programs. */
export interface OtherReading {
  readonly name: string;
  readonly label: string;
  readonly status: 'conservative' | 'uncertain' | 'outer_bound';
  readonly period: { readonly n: number; readonly unit: CountUnit };
  readonly roll?: Roll;
}

/** A fact that a version requires. `false_or_unknown` is for a doubt that must not shorten the warning. */
export interface RuleConditions {
  readonly inAbsentia?: boolean;
  readonly asylumDecided?: true | 'false_or_unknown';
  readonly orderKinds?: readonly string[];
  readonly detained?: boolean;
  /** Federal circuits, '1' to '11' or 'DC'. */
  readonly circuits?: readonly string[];
  readonly service?: 'personal' | 'electronic' | 'mail';
}

/** The hour at which the last day ends, and whether that hour is confirmed. */
export interface Cutoff {
  readonly at: string;
  readonly clock: 'board' | 'court_or_board' | 'clerk';
  readonly confirmed: boolean;
}

/**
 * One version of one rule, immutable: a change of law is a new record. `checkedBy` stays null until an attorney has
 * compared the record with the official text; everything derived from an unchecked record says so.
 */
export interface RuleRecord {
  readonly id: string;
  readonly version: number;
  /** Versions whose place this one takes for the same dates: a standing that changed, a text corrected. */
  readonly replaces: readonly number[];
  readonly aliases?: readonly string[];
  readonly family: RuleFamily;
  readonly title: string;
  readonly kind: RuleKind;
  readonly actor: RuleActor;
  readonly status: RuleStatus;
  readonly effectiveFrom: Day | null;
  readonly effectiveTo: Day | null;
  readonly keyedOn: VersionKey;
  readonly appliesIf: RuleConditions;
  readonly trigger: RuleTrigger;
  /** null: the law sets no limit. */
  readonly period: { readonly n: number; readonly unit: PeriodUnit } | null;
  /** Name of the fact that gives the number instead, never more than `period.n` (days of voluntary departure granted). */
  readonly periodFact: string | null;
  /** Who sets the date where the law does not: 'the court', 'the form'. Without the date it counts as running. */
  readonly setBy: string | null;
  /** The rule that governs where the conditions of this one do not hold. */
  readonly otherwise: string | null;
  readonly otherReadings: readonly OtherReading[];
  /** Name that this reading has among the alternates of a rule it conflicts with, such as codified_text_10d. */
  readonly alternateName: string | null;
  /** The date is the later of the count and this day (the fixed dates of 1996). */
  readonly notBefore: Day | null;
  readonly direction: Direction;
  readonly roll: Roll;
  /** Closed days that roll the date. */
  readonly calendarLayers: readonly CalendarLayer[];
  /** Closed days that only move the outer bound. */
  readonly outerLayers: readonly CalendarLayer[];
  readonly cutoff: Cutoff | null;
  readonly timeZone: string | null;
  readonly consequence: string;
  readonly cure: string;
  readonly stays: string;
  readonly citation: string;
  readonly source: readonly string[];
  readonly checkedOn: Day;
  readonly checkedBy: string | null;
  readonly nextReview: Day;
  readonly confidence: 'sourced' | 'general_knowledge';
  /** Ids of rules that say something else about the same act. */
  readonly conflictsWith: readonly string[];
  /** Law that is moving: stale thirty days after it was checked. */
  readonly volatile: boolean;
  readonly notes: readonly string[];
}

const CHECKED = { checkedOn: '2026-11-22', checkedBy: null, nextReview: '2027-02-22' } as const;
const NEUTRAL = {
  replaces: [],
  actor: 'party',
  periodFact: null,
  setBy: null,
  otherwise: null,
  otherReadings: [],
  alternateName: null,
  effectiveFrom: null,
  effectiveTo: null,
  keyedOn: 'none',
  appliesIf: {},
  notBefore: null,
  direction: 'forward',
  conflictsWith: [],
  volatile: false,
  notes: [],
} as const;

/** Defaults of a paper that must be received by the Board or an immigration court. 8 CFR 1001.1(h), 1003.38, 1003.23. */
export const EOIR_FILING = {
  ...NEUTRAL,
  ...CHECKED,
  kind: 'filing',
  status: 'operative',
  roll: 'forward',
  calendarLayers: ROLLING_LAYERS,
  outerLayers: ['inauguration_day', 'executive_closure', 'forum_notice'],
  cutoff: { at: '23:59', clock: 'board', confirmed: false },
  timeZone: 'America/New_York',
} as const;

/** Defaults of a paper filed with a court of appeals. FRAP 26(a). */
export const COURT_OF_APPEALS_FILING = {
  ...EOIR_FILING,
  outerLayers: ['inauguration_day', 'executive_closure', 'state_holiday', 'forum_notice'],
  cutoff: { at: '24:00', clock: 'clerk', confirmed: false },
  timeZone: null,
} as const;

/** Defaults of an act for which the law sets no limit. "No limit" is a value, never a blank. */
export const NO_LIMIT = {
  ...EOIR_FILING,
  kind: 'no_limit',
  trigger: 'none',
  period: null,
  roll: 'none',
  cutoff: null,
  timeZone: null,
} as const;

/** Defaults of a legal state that begins or ends by itself: it does not roll, for it is not a filing. */
export const STATUS_EVENT = {
  ...EOIR_FILING,
  kind: 'status',
  roll: 'none',
  outerLayers: [],
  cutoff: null,
  timeZone: null,
} as const;

/** Defaults of a duty of the government, a court or an agency: we watch it and hold them to it; it is not ours to file. */
export const THEIR_CLOCK = { ...STATUS_EVENT, actor: 'dhs' } as const;

/** Defaults of a target an agency set itself: a date to ask from, never a legal due date. */
export const AGENCY_TARGET = { ...STATUS_EVENT, actor: 'agency', status: 'agency_target' } as const;

/** Defaults of a paper filed with a district court or the Supreme Court. FRCP 6, S. Ct. Rule 30, FRAP 26(a). */
export const FEDERAL_COURT_FILING = COURT_OF_APPEALS_FILING;

/** Defaults of a paper filed with DHS or USCIS. 8 CFR 1.2. */
export const DHS_FILING = { ...EOIR_FILING, cutoff: null, timeZone: null } as const;

/** Defaults of an office's own target: never a legal due date, rolled back to an open day. */
export const OFFICE_POLICY = {
  ...EOIR_FILING,
  kind: 'internal',
  status: 'policy_only',
  roll: 'backward',
  outerLayers: [],
  cutoff: null,
  timeZone: null,
} as const;
