import type { TraceStep } from '../calendar/count';
import { businessDaysBefore } from '../calendar/count';
import { inWords, type Day } from '../calendar/day';
import type { RuleRecord } from '../packs/rule-record';
import { hourDates, type HourDates } from './hour-dates';
import { differing, printedFor, withPrinted } from './printed';
import { weigh, type Reckoning, type Reading, type Weighed } from './readings';
import { cutoffStep, doubtsAbout, isVerified, versionStep } from './standing';
import {
  DEFAULT_BUFFER_BUSINESS_DAYS,
  type DeadlineKind,
  type DeriveContext,
  type DerivedDeadline,
  type TriggerFact,
} from './types';

/** What a deadline is built from: a rule, its anchor ids, and what is already known about the trigger. */
export interface Draft {
  readonly rule: RuleRecord;
  /** Identifier the deadline is known by when it is not the record's own (a rule that selects among versions). */
  readonly ruleId?: string;
  readonly anchorId: string;
  readonly keyDay: Day | null;
  readonly readings: readonly Reading[];
  /** Rules that the trigger itself rests on, such as finality. */
  readonly restsOn?: readonly RuleRecord[];
  readonly warnings?: readonly string[];
  readonly before?: readonly TraceStep[];
  readonly triggeredBy: readonly TriggerFact[];
  /** What elapsed hours come to, for a rule counted in hours. */
  readonly hours?: HourDates;
  /** Recorded acts that can answer it, in order of time. */
  readonly answers?: readonly TriggerFact[];
}

const keyOf = (draft: Draft) => `${draft.ruleId ?? draft.rule.id}:${draft.anchorId}`;

export const ASSUME_RUNNING = 'The date that starts this period is not known: assume that it is running.';

type Dates = Pick<
  DerivedDeadline,
  'kind' | 'dueOn' | 'taskOn' | 'conservativeOn' | 'outerOn' | 'alternates' | 'trace' | 'warnings'
>;

const NO_DATES = { dueOn: null, taskOn: null, conservativeOn: null, outerOn: null, alternates: [] } as const;

export const bufferOf = (context: DeriveContext): number => {
  const days = context.bufferBusinessDays ?? DEFAULT_BUFFER_BUSINESS_DAYS;
  return Number.isInteger(days) && days >= 0 ? Math.min(days, 60) : DEFAULT_BUFFER_BUSINESS_DAYS;
};

function taskStep(
  weighed: Weighed,
  kind: DeadlineKind,
  rule: RuleRecord,
  context: DeriveContext,
): { taskOn: Day | null; steps: TraceStep[] } {
  if (kind === 'status' || rule.actor !== 'party') return { taskOn: null, steps: [] };
  if (kind === 'internal') {
    const text = `Office target, already the day to act by: ${inWords(weighed.dueOn)}.`;
    return { taskOn: weighed.dueOn, steps: [{ step: 'task', text, on: weighed.dueOn }] };
  }
  const days = bufferOf(context);
  const taskOn = businessDaysBefore(weighed.earliestOn, days);
  const text = `Act by ${inWords(taskOn)}: the earliest defensible date, ${inWords(weighed.earliestOn)}, less ${days} business day${days === 1 ? '' : 's'}.`;
  return { taskOn, steps: [{ step: 'task', text, on: taskOn }] };
}

const IN_LIEU =
  'A day in lieu of a weekend holiday moves this date; whether it moves a legal deadline is arguable. Use the open day before.';

function datesFrom(
  weighed: Weighed,
  kind: DeadlineKind,
  rule: RuleRecord,
  context: DeriveContext,
  warnings: string[],
): Dates {
  const { taskOn, steps } = taskStep(weighed, kind, rule, context);
  const { dueOn, conservativeOn, outerOn, alternates } = weighed;
  return {
    ...{ kind, dueOn, taskOn, conservativeOn, outerOn, alternates },
    trace: [...weighed.trace, ...steps],
    warnings: [...warnings, ...(weighed.inLieu ? [IN_LIEU] : [])],
  };
}

function datesOf(draft: Draft, context: DeriveContext, reckoning: Reckoning): Dates {
  const { rule } = draft;
  const printed = printedFor(keyOf(draft), context);
  if (draft.hours) return hourDates(draft.hours, rule.kind);
  const [first, ...others] = draft.readings;
  const counted = rule.period !== null && first ? weigh([first, ...others], reckoning) : null;
  if (printed) {
    const kind = rule.kind === 'no_limit' ? 'filing' : rule.kind;
    return datesFrom(withPrinted(printed, counted, rule), kind, rule, context, differing(printed, counted));
  }
  if (rule.setBy !== null) {
    const text = `Set by ${rule.setBy}: record the date it gives. ${ASSUME_RUNNING}`;
    return { ...NO_DATES, kind: 'unknown', trace: [{ step: 'unknown', text }], warnings: [text] };
  }
  if (rule.period === null) {
    const step = { step: 'no_limit', text: 'The law sets no time limit for this.' };
    return { ...NO_DATES, kind: 'no_limit', trace: [step], warnings: [] };
  }
  if (!counted) {
    const unknown = { step: 'unknown', text: ASSUME_RUNNING };
    return { ...NO_DATES, kind: 'unknown', trace: [unknown], warnings: [ASSUME_RUNNING] };
  }
  return datesFrom(counted, rule.kind, rule, context, []);
}

/** The first recorded act that was in time; a late one answers only the office's own target. */
const answerTo = (draft: Draft, dates: Dates): TriggerFact | null =>
  draft.answers?.find(({ on }) => {
    if (on === null || dates.dueOn === null || (draft.keyDay !== null && on < draft.keyDay)) return false;
    return draft.rule.kind === 'internal' || on <= dates.dueOn;
  }) ?? null;

/** Turns a draft into the deadline that is stored and shown. */
export function build(draft: Draft, context: DeriveContext, reckoning: Reckoning): DerivedDeadline {
  const { rule } = draft;
  const dates = datesOf(draft, context, reckoning);
  const rules = [rule, ...draft.readings.map((reading) => reading.rule), ...(draft.restsOn ?? [])];
  const ruleId = draft.ruleId ?? rule.id;
  const doubts = doubtsAbout(rules, context);
  const answeredBy = answerTo(draft, dates);
  const answered = answeredBy
    ? [
        {
          step: 'answered',
          text: `A recorded act may answer this: ${answeredBy.kind.replaceAll('_', ' ')} on ${answeredBy.on}.`,
        },
      ]
    : [];
  return {
    key: keyOf(draft),
    ruleId,
    ruleVersion: rule.version,
    ruleStatus: rule.status,
    ruleSetVersion: reckoning.law.version,
    title: rule.title,
    ...dates,
    answeredBy,
    consequence: rule.consequence,
    cure: rule.cure,
    stays: rule.stays,
    citation: rule.citation,
    verified: rules.every((each) => isVerified(each, context)),
    warnings: [...new Set([...(draft.warnings ?? []), ...dates.warnings, ...doubts])],
    trace: [
      ...(draft.before ?? []),
      versionStep(rule, draft.keyDay, context),
      ...dates.trace,
      ...(dates.dueOn ? cutoffStep(rule) : []),
      ...answered,
      ...rule.notes.map((text) => ({ step: 'note', text })),
      ...doubts.map((text) => ({ step: 'doubt', text })),
    ],
    triggeredBy: draft.triggeredBy,
  };
}
