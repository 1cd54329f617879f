import { addDays, daysInMonth, inWords, type Day } from '../calendar/day';
import { daysBetween, item, ruleStep, type Setting } from './item';
import type { ClemencyDate } from './types';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** First and last day of 'YYYY-MM'. */
function monthBounds(month: string): { first: Day; last: Day } {
  const [year, number] = month.split('-').map(Number);
  return { first: `${month}-01`, last: `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}` };
}

/** Terms of a President end on January 20 of the year after an election year (Twentieth Amendment, section 1). */
function presidentsTerm(setting: Setting): ClemencyDate {
  const { today } = setting.facts;
  const year = Number(today.slice(0, 4));
  const next = year + ((5 - (year % 4)) % 4);
  const on = today < `${next}-01-20` ? `${next}-01-20` : `${next + 4}-01-20`;
  return item(setting, {
    key: 'term_ends',
    kind: 'term_ends',
    title: 'President’s term ends',
    state: 'dated',
    on,
    taskOn: addDays(on, -1),
    why: `${daysBetween(today, on)} days left, unless the same President was elected again.`,
    basis: 'general_knowledge',
    trace: [{ step: 'rule', text: 'Twentieth Amendment, section 1: noon on January 20.', on }],
  });
}

function noChangeKnown(setting: Setting): ClemencyDate {
  return item(setting, {
    key: 'term_ends',
    kind: 'term_ends',
    title: 'End of the executive’s term',
    state: 'not_known',
    why: 'No change is known to be due. Results of the elections of November 2026 are not in the pack: other offices may change too.',
    question: 'Does the governor change, and on what day?',
    basis: 'general_knowledge',
  });
}

const BOARD =
  'A board decides here and does not end with the governor’s term; the governor appoints, so its members may change.';

/** The words of a term: how long, what is past, and what a change means where a board decides. */
function termWords(setting: Setting, window: { first: Day; last: Day }, taskOn: Day) {
  const { today } = setting.facts;
  const [least, most] = [daysBetween(today, window.first), daysBetween(today, window.last)];
  const range = least === most ? `${least} days` : `${least} to ${most} days`;
  const board = setting.record.decisionModel.text === 'independent_board';
  const past = most < 0;
  const ended =
    'The change believed due has passed: find out who is in office and what became of pending applications.';
  const left = `${range} left. The last day on which a signature is sure is ${inWords(taskOn)}.`;
  return {
    range,
    why: past ? ended : board ? `${range} left. ${BOARD}` : left,
    taskOn: past || board ? null : taskOn,
    warnings: past ? [ended] : [],
  };
}

/**
 * Days left in the executive's term: from today to the first and to the last day of the month in which the governor is
 * believed to change (or to the one day, where it is recorded). The first day is the operative one: the last full day
 * on which a signature is sure is the day before it. General knowledge throughout, and results of the election of
 * November 2026 are not in the pack. For the federal power and DC it is the President's term.
 */
export function executiveTerm(setting: Setting): ClemencyDate[] {
  const { record, practice, facts } = setting;
  if (record.decisionModel.text === 'president') return [presidentsTerm(setting)];
  const month = record.executiveChange;
  if (month === null) return [noChangeKnown(setting)];
  const window = practice.executiveChangeOn
    ? { first: practice.executiveChangeOn, last: practice.executiveChangeOn }
    : monthBounds(month);
  const exact = window.first === window.last;
  const { range, ...words } = termWords(setting, window, addDays(window.first, -1));
  const name = `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  return [
    item(setting, {
      key: 'term_ends',
      kind: 'term_ends',
      title: 'Executive’s term ends',
      state: exact ? 'dated' : 'window',
      on: window.first,
      window: exact ? null : window,
      ...words,
      question: 'On what day does the new governor take office?',
      basis: 'general_knowledge',
      trace: [
        ruleStep(setting, `the governor is believed to change in ${name}.`, 'general_knowledge'),
        { step: 'range', text: `From ${inWords(facts.today)}: ${range}.`, on: window.first },
      ],
    }),
  ];
}

/**
 * The next month in which the body is known to sit or to grant, today's month included. Nothing once the hearing is
 * recorded: then its own day counts.
 */
export function nextSession(setting: Setting): ClemencyDate[] {
  const { sessions } = setting.practice;
  const { hearingOn } = setting.facts;
  if (!sessions || (hearingOn && hearingOn >= setting.facts.today)) return [];
  const shared = {
    key: 'next_session',
    kind: 'next_session' as const,
    title: sessions.what,
    basis: sessions.basis,
  };
  const rule = ruleStep(setting, `${sessions.what}.`, sessions.basis);
  if (sessions.months === null) {
    const why = `${sessions.perYear} a year; the record names no months.`;
    const question = `When does the next one take place in ${setting.record.name}?`;
    return [item(setting, { ...shared, state: 'needs_facts', why, question, trace: [rule] })];
  }
  const { today } = setting.facts;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const next = sessions.months.find((candidate) => candidate >= month);
  const text = next
    ? `${year}-${String(next).padStart(2, '0')}`
    : `${year + 1}-${String(sessions.months[0]).padStart(2, '0')}`;
  const window = monthBounds(text);
  const first = window.first < today ? today : window.first;
  const current = next === month;
  return [
    item(setting, {
      ...shared,
      state: 'window',
      on: first,
      window: { first, last: window.last },
      why: `${MONTHS[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}; the day is not in the record.`,
      question: `On what day in ${MONTHS[Number(text.slice(5)) - 1]} is it?`,
      warnings: current ? ['This month’s session may already be over.'] : [],
      trace: [rule, { step: 'session', text: `Next month on or after today: ${text}.`, on: first }],
    }),
  ];
}
