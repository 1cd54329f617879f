import { count, type TraceStep } from '../calendar/count';
import { inWords, toOrdinal, type Day } from '../calendar/day';
import { FEDERAL_CALENDAR } from '../calendar/legal-calendar';
import { CHECK_IN_PHASES, CHECK_IN_PLAN, type CheckInPhaseId } from '../packs/plans/check-in-plan';
import { reviewWarnings, type PlanAuthority } from '../packs/plans/plan-item';
import { ruleDay, type PlanLaw } from './rule-day';

/** What a preparation plan is made from. `doneIds` are items of the plan that are done. */
export interface CheckInPlanInput extends PlanLaw {
  readonly checkInOn: Day;
  readonly today: Day;
  readonly doneIds?: readonly string[];
}

/** One dated item. Office policy, never a legal due date. */
export interface CheckInPlanItem extends PlanAuthority {
  readonly id: string;
  readonly phase: CheckInPhaseId;
  readonly phaseLabel: string;
  readonly title: string;
  readonly why: string;
  readonly fromOn: Day;
  /** Last day by the plan, rolled back to an open day (the check-in's own day is not rolled). */
  readonly toOn: Day;
  readonly done: boolean;
  /** The last day has passed and it is not done: do it now. */
  readonly late: boolean;
  readonly standing: 'done' | 'late' | 'now' | 'coming';
  readonly trace: readonly TraceStep[];
}

/** What to prepare before a check-in, phase by phase, each with its day. */
export interface CheckInPlan {
  readonly checkInOn: Day;
  readonly items: readonly CheckInPlanItem[];
  readonly warnings: readonly string[];
}

interface Window {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly trace: readonly TraceStep[];
}

function windowOf(phase: (typeof CHECK_IN_PHASES)[number], input: CheckInPlanInput): Window {
  const from = ruleDay(phase.fromRule, input.checkInOn, input);
  if (phase.toRule === null) {
    const next = count(
      { start: input.checkInOn, n: 1, unit: 'business_day', roll: 'none' },
      FEDERAL_CALENDAR,
    );
    return { fromOn: from.on, toOn: next.on, trace: next.trace };
  }
  if (phase.toRule === phase.fromRule) return { fromOn: from.on, toOn: from.on, trace: from.trace };
  const to = ruleDay(phase.toRule, input.checkInOn, input);
  return { fromOn: from.on, toOn: to.on, trace: [...from.trace, ...to.trace] };
}

function standingOf(window: Window, today: Day, done: boolean): CheckInPlanItem['standing'] {
  if (done) return 'done';
  if (window.toOn < today) return 'late';
  return window.fromOn <= today ? 'now' : 'coming';
}

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

function timeLeft({ checkInOn, today }: CheckInPlanInput, late: number): string[] {
  const days = toOrdinal(checkInOn) - toOrdinal(today);
  const open =
    late === 0 ? [] : [`${many(late, 'item is', 'items are')} late: do them now, in the order of the plan.`];
  if (days >= 60) return open;
  if (days >= 0)
    return [`${many(days, 'day is', 'days are')} left of the sixty this plan asks for.`, ...open];
  return [
    `The check-in was on ${inWords(checkInOn)}: record what happened.`,
    ...(late === 0 ? [] : [`${many(late, 'item is', 'items are')} not marked as done.`]),
  ];
}

/**
 * The preparation plan of one check-in: what to do 60 to 30, 30 to 14, 14 and 7 days before, on the day and after it,
 * each with its days rolled back to an open day and whether it is late. Days are 'YYYY-MM-DD' in the office's own
 * calendar; the plan is office policy (rules `internal.checkin.prep.*`). Throws RuleInputError `malformed_day` or
 * `day_out_of_range`. Authority of the duty: INA 241(a)(3); 8 CFR 241.4(l), 241.5.
 */
export function checkInPlan(input: CheckInPlanInput): CheckInPlan {
  toOrdinal(input.today, 'today');
  toOrdinal(input.checkInOn, 'checkInOn');
  const windows = new Map(
    CHECK_IN_PHASES.map((phase) => [phase.id, { phase, window: windowOf(phase, input) }]),
  );
  const items = CHECK_IN_PLAN.map((record): CheckInPlanItem => {
    const { phase, window } = windows.get(record.phase)!;
    const done = input.doneIds?.includes(record.id) ?? false;
    const standing = standingOf(window, input.today, done);
    return { ...record, phaseLabel: phase.label, ...window, done, late: standing === 'late', standing };
  });
  const warnings = [
    'Office policy, not a legal due date.',
    ...timeLeft(input, items.filter((item) => item.late).length),
    'If the safe call is missed the protocol for a detained client starts.',
    ...reviewWarnings(input.today),
  ];
  return { checkInOn: input.checkInOn, items, warnings };
}
