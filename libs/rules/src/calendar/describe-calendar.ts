import { RuleInputError } from '../errors';
import { EXECUTIVE_CLOSURES_PACK } from '../packs/calendar/executive-closures';
import { inWords, partsOf, toDay, toOrdinal, weekdayOf, type Day, type Weekday } from './day';
import {
  FIRST_YEAR,
  holidaysOf,
  inaugurationOf,
  inLieuOf,
  LAST_YEAR,
  type InLieuDay,
} from './federal-holidays';
import { noticesFor, type ForumNotice } from './forum-notices';
import { listedDays, ROLLING_LAYERS, type CalendarLayer, type SuppliedDay } from './legal-calendar';
import { stateHolidays } from './state-holidays';

/** Why a day is closed: one layer of the calendar, with its authority. */
export interface ClosedReason {
  readonly layer: CalendarLayer;
  readonly name: string;
  /** Whether a filing due on the day moves to the next open one. When false, the day only moves the outer bound. */
  readonly rolls: boolean;
  readonly authority: string;
  /** What is not settled or not confirmed about it, or null. */
  readonly doubt: string | null;
}

/** A day on which something is closed. */
export interface CalendarDay {
  readonly on: Day;
  /** Monday is 1 and Sunday is 7. */
  readonly weekday: Weekday;
  /** 'Fri, Jul 3, 2026' */
  readonly text: string;
  /** Whether any of the reasons rolls. */
  readonly rolls: boolean;
  readonly reasons: readonly ClosedReason[];
}

export interface CalendarQuestion {
  readonly from: Day;
  readonly to: Day;
  /** Two-letter code of a state in the pack: its own holidays are shown too. */
  readonly state?: string | null;
  /** Closures by executive order besides those shipped. */
  readonly closures?: readonly SuppliedDay[];
  /** Notices, and whose: without a forum they are all left out. */
  readonly forum?: string | null;
  readonly notices?: readonly ForumNotice[];
}

/** Longest stretch of days that is described at once. */
export const LONGEST_DESCRIPTION = 800;

const DOUBTS = {
  friday: 'The statute speaks of pay and leave: whether it moves a filing deadline is arguable.',
  inauguration: 'A holiday of federal employees in the Washington area only: no date is moved by it.',
  closure: 'Not a statutory holiday: no date is moved by it.',
  unconfirmed: 'Not a statutory holiday, and not confirmed against the text of the order.',
  state:
    'Counts in federal courts for forward periods only; not confirmed against the text of the state code.',
  notice: 'Whether the notice moves a deadline depends on its words.',
};

function spanOf({ from, to }: CalendarQuestion): { first: number; last: number } {
  const span = { first: toOrdinal(from, 'from'), last: toOrdinal(to, 'to') };
  for (const [path, ordinal] of [
    ['from', span.first],
    ['to', span.last],
  ] as const) {
    const { year } = partsOf(ordinal);
    if (year >= FIRST_YEAR && year <= LAST_YEAR) continue;
    throw new RuleInputError('day_out_of_range', `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`, path);
  }
  if (span.last < span.first || span.last - span.first >= LONGEST_DESCRIPTION) {
    throw new RuleInputError(
      'range_too_long',
      `The last day is on or after the first, at most ${LONGEST_DESCRIPTION} days in all.`,
      'to',
    );
  }
  return span;
}

type Found = { on: Day } & ClosedReason;
const found = (
  on: Day,
  layer: CalendarLayer,
  name: string,
  authority: string,
  doubt: string | null,
): Found => ({ on, layer, name, rolls: ROLLING_LAYERS.includes(layer), authority, doubt });

const inLieu = (day: InLieuDay) =>
  found(day.on, 'in_lieu_day', day.name, day.authority, day.weekday === 'friday' ? DOUBTS.friday : null);

function federalReasons(year: number): Found[] {
  const inauguration = inaugurationOf(year);
  return [
    ...holidaysOf(year).map((day) => found(day.on, 'statutory_holiday', day.name, day.authority, null)),
    ...inLieuOf(year).map(inLieu),
    ...(inauguration
      ? [
          found(
            inauguration.on,
            'inauguration_day',
            inauguration.name,
            inauguration.authority,
            DOUBTS.inauguration,
          ),
        ]
      : []),
  ];
}

function closureReasons(supplied: readonly SuppliedDay[]): Found[] {
  const { citation, days } = EXECUTIVE_CLOSURES_PACK;
  return [
    ...days.map(({ on, name, order, sourced }) =>
      found(on, 'executive_closure', name, order ?? citation, sourced ? DOUBTS.closure : DOUBTS.unconfirmed),
    ),
    ...supplied.map(({ on, name, source }) =>
      found(toDay(toOrdinal(on, 'closures')), 'executive_closure', name, source ?? citation, DOUBTS.closure),
    ),
  ];
}

function weekendReason(ordinal: number): Found[] {
  const weekday = weekdayOf(ordinal);
  if (weekday < 6) return [];
  const name = weekday === 6 ? 'Saturday' : 'Sunday';
  return [found(toDay(ordinal), 'weekend', name, '8 CFR 1001.1(h); FRAP 26(a)(1)(C)', null)];
}

function namedReasons(question: CalendarQuestion, years: readonly number[]): Map<Day, Found[]> {
  const { state, forum } = question;
  const notices = noticesFor(forum ?? '', question.notices ?? []);
  const all = [
    ...years.flatMap(federalReasons),
    ...closureReasons(listedDays(question.closures, 'closures')),
    ...(state ? years.flatMap((year) => stateHolidays(state, year)) : []).map((day) =>
      found(day.on, 'state_holiday', day.name, day.source, DOUBTS.state),
    ),
    ...notices.map((day) => found(day.on, 'forum_notice', day.name, day.source ?? '', DOUBTS.notice)),
  ];
  const byDay = new Map<Day, Found[]>();
  for (const reason of all) byDay.set(reason.on, [...(byDay.get(reason.on) ?? []), reason]);
  return byDay;
}

/**
 * Every closed day from `from` to `to`, both included, with each layer that closes it, whether it rolls a filing or only
 * moves the outer bound, its authority and what is doubtful about it. Weekends, 5 USC 6103 and its days in lieu roll;
 * Inauguration Day, executive closures, state holidays and notices of a forum do not.
 * Throws RuleInputError `malformed_day`, `day_out_of_range` (1950 to 2100), `range_too_long` (800 days), `unknown_state`,
 * or `malformed_list`, naming the field.
 */
export function describeCalendar(question: CalendarQuestion): CalendarDay[] {
  if (typeof question !== 'object' || question === null) {
    throw new RuleInputError(
      'malformed_list',
      'A stretch of the calendar has a first and a last day.',
      'from',
    );
  }
  const { first, last } = spanOf(question);
  const [firstYear, lastYear] = [partsOf(first).year, partsOf(last).year];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const named = namedReasons(question, years);
  const days: CalendarDay[] = [];
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const on = toDay(ordinal);
    const reasons = [...(named.get(on) ?? []), ...weekendReason(ordinal)].map(
      ({ on: _on, ...reason }) => reason,
    );
    if (reasons.length === 0) continue;
    days.push({
      on,
      weekday: weekdayOf(ordinal),
      text: inWords(on),
      rolls: reasons.some((reason) => reason.rolls),
      reasons,
    });
  }
  return days;
}
