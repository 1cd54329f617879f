import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { PlanAuthority } from '../packs/plans/plan-item';
import type { CustodyMilestone } from './custody-milestones';
import type { PlanLaw } from './rule-day';

/** What a detained client's plan is made from. Instants are ISO 8601 with an offset or Z. */
export interface DetentionPlanInput extends PlanLaw {
  /** When the client was detained, or the last moment the client was known to be free. */
  readonly detainedAt: string;
  readonly now: string;
  /** IANA zone of the place of detention. */
  readonly timeZone: string;
  readonly doneIds?: readonly string[];
  readonly removalPeriodStart?: Day | null;
  readonly lastReviewOn?: Day | null;
  /** Detained again after supervision (the usual case of an old order); null when not known. */
  readonly redetained?: boolean | null;
  /** Arrested without warrant on a new matter: the 48-hour decision is owed. */
  readonly newArrest?: boolean | null;
  readonly fearReferredOn?: Day | null;
  /** When a third-country notice was served. */
  readonly thirdCountryNoticeAt?: string | null;
}

/** One act with the hours in which it belongs: elapsed hours in UTC, shown on the local wall clock too. */
export interface DetentionHourItem extends PlanAuthority {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fromHour: number;
  readonly toHour: number;
  readonly fromUtc: string;
  readonly toUtc: string;
  readonly fromLocal: string;
  readonly toLocal: string;
  readonly done: boolean;
  readonly late: boolean;
  readonly standing: 'done' | 'late' | 'now' | 'coming';
  readonly trace: readonly TraceStep[];
}

/** One act that falls on a day: a target or a right of the client that a rule gives. */
export interface DetentionDayItem extends PlanAuthority {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly on: Day;
  readonly ruleId: string;
  readonly done: boolean;
  readonly late: boolean;
  readonly trace: readonly TraceStep[];
}

/** A moment at which the government's clock runs out, or from which it may act. */
export interface DetentionInstant {
  readonly ruleId: string;
  readonly title: string;
  readonly atUtc: string;
  readonly atLocal: string;
  readonly passed: boolean;
  readonly citation: string;
  readonly warnings: readonly string[];
}

/** What to do after a detention, hour by hour; instants in UTC. */
export interface DetentionPlan {
  readonly detainedAtUtc: string;
  readonly detainedAtLocal: string;
  /** Whole hours since the detention. */
  readonly hoursPassed: number;
  readonly hours: readonly DetentionHourItem[];
  readonly clocks: readonly DetentionInstant[];
  readonly days: readonly DetentionDayItem[];
  readonly daily: readonly (PlanAuthority & {
    readonly id: string;
    readonly title: string;
    readonly why: string;
  })[];
  readonly milestones: readonly CustodyMilestone[];
  readonly warnings: readonly string[];
}
