import { businessDaysBefore } from '../calendar/count';
import { inWords, type Day } from '../calendar/day';
import type { Basis, ClemencyClock, ClockStart, FilingCutoff } from '../packs/jurisdictions';
import { CLEMENCY_BUFFER_BUSINESS_DAYS, counted, factStep, item, ruleStep, type Setting } from './item';
import type { ClemencyDate } from './types';

const before = (setting: Setting, day: Day): Day =>
  businessDaysBefore(
    day,
    setting.facts.bufferBusinessDays ?? CLEMENCY_BUFFER_BUSINESS_DAYS,
    setting.calendar,
  );

function taskStep(
  setting: Setting,
  day: Day,
): { taskOn: Day; step: { step: string; text: string; on: Day } } {
  const taskOn = before(setting, day);
  const text = `The authority states no roll off closed days, so none is used. Task on the business day before: ${inWords(taskOn)}.`;
  return { taskOn, step: { step: 'task', text, on: taskOn } };
}

function cutoffDay(setting: Setting, cutoff: FilingCutoff, hearingOn: Day) {
  return counted(setting, { start: hearingOn, n: cutoff.days, unit: 'day', direction: 'backward' });
}

/**
 * The last day to file for a docket: the first hearing day less the published days, in calendar days. No authority
 * states a roll, so the calendar day stands and the task is the business day before it. An older, later cut-off is
 * shown as an alternate and never as the day to plan by.
 */
export function filingCutoffs(setting: Setting): ClemencyDate[] {
  const { practice, facts } = setting;
  const [operative] = practice.cutoffs;
  if (!operative) return [];
  const shared = {
    key: 'file_by',
    kind: 'file_by' as const,
    title: `Complete application filed (${operative.days} days before the ${operative.before})`,
    basis: operative.basis,
    approximate: operative.standing === 'approximate',
  };
  const rule = ruleStep(
    setting,
    `${operative.days} days before the ${operative.before}. ${operative.note}`,
    operative.basis,
  );
  if (!facts.hearingOn) {
    return [
      item(setting, {
        ...shared,
        state: 'needs_facts',
        why: operative.note,
        question: `What is the ${operative.before} the application is meant for?`,
        trace: [rule],
      }),
    ];
  }
  return [datedCutoff(setting, operative, facts.hearingOn, { ...shared, trace: [rule] })];
}

const filedWords = (filedOn: Day, on: Day): string =>
  filedOn <= on
    ? `Filed ${inWords(filedOn)}, on or before the cut-off.`
    : `Filed ${inWords(filedOn)}, after the cut-off: expect a later docket, or ask the authority.`;

type Cutoff = Pick<ClemencyDate, 'key' | 'kind' | 'title' | 'approximate' | 'trace'> & { basis: Basis };

function datedCutoff(
  setting: Setting,
  operative: FilingCutoff,
  hearingOn: Day,
  shared: Cutoff,
): ClemencyDate {
  const { facts } = setting;
  const rest = setting.practice.cutoffs.filter((cutoff) => cutoff !== operative);
  const { on, trace } = cutoffDay(setting, operative, hearingOn);
  const task = taskStep(setting, on);
  const missed = on < facts.today && !facts.filedOn;
  return item(setting, {
    ...shared,
    state: 'dated',
    on,
    taskOn: facts.filedOn ? null : task.taskOn,
    why: facts.filedOn ? filedWords(facts.filedOn, on) : operative.note,
    alternates: rest.map((other) => ({
      on: cutoffDay(setting, other, hearingOn).on,
      label: `${other.days} days before the ${other.before}. ${other.note}`,
      standing: other.standing,
    })),
    warnings: [
      'State holidays move the task only when the office has entered them.',
      ...(missed ? ['This day has passed: plan for the next docket, or ask the authority.'] : []),
    ],
    trace: [factStep('First hearing day', hearingOn), ...shared.trace, ...trace, task.step],
  });
}

const START_FACT: Record<
  ClockStart,
  { field: 'filedOn' | 'hearingOn' | 'boardDecidedOn'; what: string; question: string }
> = {
  filed: { field: 'filedOn', what: 'Application filed', question: 'On what day was the application filed?' },
  hearing: { field: 'hearingOn', what: 'Hearing', question: 'On what day is or was the hearing?' },
  board_decision: {
    field: 'boardDecidedOn',
    what: 'Decision of the board or commission',
    question: 'On what day did the board or commission decide?',
  },
};

const KIND = { expected: 'expected', not_before: 'not_before', lapses: 'lapses', cure: 'cure_by' } as const;

function clockItem(setting: Setting, clock: ClemencyClock): ClemencyDate {
  const start = START_FACT[clock.from];
  const begun = setting.facts[start.field] ?? null;
  const shared = {
    key: `${KIND[clock.kind]}.${clock.id}`,
    kind: KIND[clock.kind],
    title: clock.title,
    basis: clock.basis,
    approximate: clock.standing === 'reported',
    why: clock.note,
  };
  const rule = ruleStep(setting, `${clock.title}. ${clock.note}`, clock.basis);
  if (begun === null)
    return item(setting, { ...shared, state: 'needs_facts', question: start.question, trace: [rule] });
  const { on, trace } = counted(setting, { start: begun, n: clock.n, unit: clock.unit });
  const guarded = clock.kind === 'cure' || clock.kind === 'lapses';
  const task = guarded ? taskStep(setting, on) : null;
  return item(setting, {
    ...shared,
    state: 'dated',
    on,
    taskOn: task?.taskOn ?? null,
    alternates: clock.kind === 'cure' ? fromNotice(setting, clock) : [],
    trace: [factStep(start.what, begun), rule, ...trace, ...(task ? [task.step] : [])],
  });
}

/** The later reading of a cure period, counted from the notice, beside the one counted from filing. */
function fromNotice(setting: Setting, clock: ClemencyClock) {
  const notice = setting.facts.incompleteNoticeOn;
  if (!notice) return [];
  const { on } = counted(setting, { start: notice, n: clock.n, unit: clock.unit });
  return [{ on, label: `${clock.n} days from the notice that it is incomplete`, standing: 'other_reading' }];
}

/** Periods that run after an act: cure, lapse, the time a recommendation is due or usual. */
export function clocks(setting: Setting): ClemencyDate[] {
  return setting.practice.clocks.map((clock) => clockItem(setting, clock));
}

/** Notices that must go out so many days before the hearing or the filing. */
export function notices(setting: Setting): ClemencyDate[] {
  return setting.practice.service.flatMap((duty, at) => {
    if (!duty.daysBefore) return [];
    const { days, event } = duty.daysBefore;
    const day = event === 'hearing' ? setting.facts.hearingOn : setting.facts.filedOn;
    const shared = {
      key: `notice_by.${at}`,
      kind: 'notice_by' as const,
      title: `${duty.how} (${duty.on}), ${days} days before the ${event === 'hearing' ? 'hearing' : 'filing'}`,
      basis: duty.basis,
      why: `${duty.by === 'applicant' ? 'The applicant’s duty' : 'The authority’s duty'}.${duty.consequence ? ` ${duty.consequence}` : ''}`,
    };
    const rule = ruleStep(setting, `${days} days’ notice.`, duty.basis);
    if (!day) {
      const question = `On what day is the ${event === 'hearing' ? 'hearing' : 'application to be filed'}?`;
      return [item(setting, { ...shared, state: 'needs_facts' as const, question, trace: [rule] })];
    }
    const { on, trace } = counted(setting, { start: day, n: days, unit: 'day', direction: 'backward' });
    const task = taskStep(setting, on);
    const taskOn = duty.by === 'applicant' ? task.taskOn : null;
    return [item(setting, { ...shared, state: 'dated' as const, on, taskOn, trace: [rule, ...trace] })];
  });
}
