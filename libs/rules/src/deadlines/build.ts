import type { TraceStep } from '../calendar/count';
import { businessDaysBefore } from '../calendar/count';
import { inWords, type Day } from '../calendar/day';
import type { RuleRecord } from '../packs/rule-record';
import { weigh, type Reckoning, type Reading, type Weighed } from './readings';
import { cutoffStep, doubtsAbout, isVerified, versionStep } from './standing';
import {
  DEFAULT_BUFFER_BUSINESS_DAYS,
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
  /** Recorded acts that can answer it, in order of time. */
  readonly answers?: readonly TriggerFact[];
}

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
  rule: RuleRecord,
  context: DeriveContext,
): { taskOn: Day | null; steps: TraceStep[] } {
  if (rule.kind === 'status') return { taskOn: null, steps: [] };
  if (rule.kind === 'internal') {
    const text = `Office target, already the day to act by: ${inWords(weighed.dueOn)}.`;
    return { taskOn: weighed.dueOn, steps: [{ step: 'task', text, on: weighed.dueOn }] };
  }
  const days = bufferOf(context);
  const taskOn = businessDaysBefore(weighed.earliestOn, days);
  const text = `Act by ${inWords(taskOn)}: the earliest defensible date, ${inWords(weighed.earliestOn)}, less ${days} business day${days === 1 ? '' : 's'}.`;
  return { taskOn, steps: [{ step: 'task', text, on: taskOn }] };
}

function counted(draft: Draft, context: DeriveContext, reckoning: Reckoning): Dates {
  const [first, ...others] = draft.readings;
  if (!first) {
    return {
      ...NO_DATES,
      kind: 'unknown',
      trace: [{ step: 'unknown', text: ASSUME_RUNNING }],
      warnings: [ASSUME_RUNNING],
    };
  }
  const weighed = weigh([first, ...others], reckoning);
  const { taskOn, steps } = taskStep(weighed, draft.rule, context);
  const inLieu =
    'A day in lieu of a weekend holiday moves this date; whether it moves a legal deadline is arguable. Use the open day before.';
  return {
    kind: draft.rule.kind,
    dueOn: weighed.dueOn,
    taskOn,
    conservativeOn: weighed.conservativeOn,
    outerOn: weighed.outerOn,
    alternates: weighed.alternates,
    trace: [...weighed.trace, ...steps],
    warnings: weighed.inLieu ? [inLieu] : [],
  };
}

function datesOf(draft: Draft, context: DeriveContext, reckoning: Reckoning): Dates {
  if (draft.rule.period === null) {
    const step = { step: 'no_limit', text: 'The law sets no time limit for this.' };
    return { ...NO_DATES, kind: 'no_limit', trace: [step], warnings: [] };
  }
  return counted(draft, context, reckoning);
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
    key: `${ruleId}:${draft.anchorId}`,
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
