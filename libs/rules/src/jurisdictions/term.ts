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

/**
 * Days left in the executive's term: from today to the first and to the last day of the month in which the governor is
 * believed to change (or to the one day, where it is recorded). The first day is the operative one: the last full day
 * on which a signature is sure is the day before it. General knowledge throughout, and results of the election of
 * November 2026 are not in the pack.
 */
export function executiveTerm(setting: Setting): ClemencyDate[] {
  const { record, practice, facts } = setting;
  const month = record.executiveChange;
  const shared = { key: 'term_ends', kind: 'term_ends' as const, basis: 'general_knowledge' as const };
  if (month === null) {
    return [
      item(setting, {
        ...shared,
        title: 'End of the executive’s term',
        state: 'not_known',
        why: 'No change is known to be due. Results of the elections of November 2026 are not in the pack: other offices may change too.',
        question: 'Does the governor change, and on what day?',
      }),
    ];
  }
  const window = practice.executiveChangeOn
    ? { first: practice.executiveChangeOn, last: practice.executiveChangeOn }
    : monthBounds(month);
  const exact = window.first === window.last;
  const taskOn = addDays(window.first, -1);
  const [least, most] = [daysBetween(facts.today, window.first), daysBetween(facts.today, window.last)];
  const range = exact ? `${least} days` : `${least} to ${most} days`;
  const past = most < 0;
  const ended =
    'The change believed due has passed: find out who is in office and what became of pending applications.';
  const name = `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  return [
    item(setting, {
      ...shared,
      title: 'Executive’s term ends',
      state: exact ? 'dated' : 'window',
      on: window.first,
      window: exact ? null : window,
      taskOn: past ? null : taskOn,
      why: past ? ended : `${range} left. The last day on which a signature is sure is ${inWords(taskOn)}.`,
      question: 'On what day does the new governor take office?',
      warnings: past ? [ended] : [],
      trace: [
        ruleStep(setting, `the governor is believed to change in ${name}.`, 'general_knowledge'),
        { step: 'range', text: `From ${inWords(facts.today)}: ${range}.`, on: window.first },
      ],
    }),
  ];
}

/** The next month in which the body is known to sit or to grant, today's month included. */
export function nextSession(setting: Setting): ClemencyDate[] {
  const { sessions } = setting.practice;
  if (!sessions) return [];
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
