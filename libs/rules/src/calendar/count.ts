import { RuleInputError } from '../errors';
import { addMonths, inWords, partsOf, toDay, toOrdinal, daysInMonth, ordinalOf, type Day } from './day';
import { FIRST_YEAR, LAST_YEAR } from './federal-holidays';
import { FEDERAL_CALENDAR, type ClosedDay, type LegalCalendar } from './legal-calendar';

/** Units of a calendar count. Hours are counted elsewhere, as instants in UTC. */
export type CountUnit = 'day' | 'business_day' | 'month' | 'year';
/** `backward` counts from a hearing or expiry to a day before it. */
export type Direction = 'forward' | 'backward';
/** Where a closed last day moves: to the next open day, to the one before, or nowhere. 8 CFR 1001.1(h); FRAP 26(a). */
export type Roll = 'forward' | 'backward' | 'none';

/** How to count: the trigger day is day zero and is not counted, the last day is. */
export interface CountMethod {
  readonly start: Day;
  readonly n: number;
  readonly unit: CountUnit;
  readonly direction?: Direction;
  readonly roll: Roll;
  /** The result is never before this day (the fixed dates of 1996). */
  readonly notBefore?: Day | null;
}

/** One step that a lawyer can follow; `on` is the day the step arrives at. */
export interface TraceStep {
  readonly step: string;
  readonly text: string;
  readonly on?: Day;
  /** Of a count: how it was made, so that anybody can make it again (`replayCount`). */
  readonly method?: CountMethod;
}

/** What a count comes to: the day, how it was reached, and every closed day it rolled over. */
export interface CountResult {
  readonly on: Day;
  /** Where the bare count ended, before any roll. */
  readonly raw: Day;
  readonly rolledOver: readonly ClosedDay[];
  readonly trace: readonly TraceStep[];
}

const MOST = { day: 36_600, business_day: 25_000, month: 1_200, year: 100 } as const;

const DIRECTIONS: readonly unknown[] = ['forward', 'backward', undefined];
const ROLLS: readonly unknown[] = ['forward', 'backward', 'none'];

function checked(method: CountMethod): number {
  const known = Object.hasOwn(MOST, method.unit) && DIRECTIONS.includes(method.direction);
  if (!known || !ROLLS.includes(method.roll)) {
    const path = !Object.hasOwn(MOST, method.unit) ? 'unit' : known ? 'roll' : 'direction';
    throw new RuleInputError('malformed_method', 'There is no such way to count.', path);
  }
  if (!Number.isInteger(method.n) || method.n < 0 || method.n > MOST[method.unit]) {
    throw new RuleInputError(
      'malformed_number',
      `A period is a whole number from 0 to ${MOST[method.unit]}.`,
      'n',
    );
  }
  return inRange(toOrdinal(method.start, 'start'));
}

/** Holidays are known from 1950 to 2100; a date outside would be counted with holidays missing. */
function inRange(ordinal: number): number {
  const { year } = partsOf(ordinal);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RuleInputError(
      'day_out_of_range',
      `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`,
      'start',
    );
  }
  return ordinal;
}

/** Moves off closed days, one day at a time, naming each. */
export function roll(
  from: number,
  how: Roll,
  calendar: LegalCalendar,
): { ordinal: number; over: ClosedDay[] } {
  const over: ClosedDay[] = [];
  let ordinal = from;
  if (how === 'none') return { ordinal, over };
  for (let closed = calendar.closed(ordinal); closed; closed = calendar.closed(ordinal)) {
    over.push(closed);
    ordinal += how === 'forward' ? 1 : -1;
  }
  return { ordinal, over };
}

function businessDays(start: number, n: number, sign: 1 | -1, calendar: LegalCalendar) {
  const over: ClosedDay[] = [];
  let ordinal = start;
  for (let left = n; left > 0;) {
    ordinal += sign;
    const closed = calendar.closed(ordinal);
    if (closed) over.push(closed);
    else left -= 1;
  }
  return { ordinal, over };
}

/** 'Aug 31 = 7, Sep 30 = 37': the running number at each month's edge, so that a person can count along. */
function milestones(start: number, end: number): string {
  const marks: string[] = [];
  const sign = end >= start ? 1 : -1;
  let { year, month } = partsOf(start);
  for (let guard = 0; guard < 14; guard += 1) {
    const edge = sign > 0 ? ordinalOf(year, month, daysInMonth(year, month)) : ordinalOf(year, month, 1) - 1;
    if ((end - edge) * sign <= 0) return marks.length > 0 ? ` (${marks.join('; ')})` : '';
    if (edge !== start) marks.push(`${inWords(toDay(edge)).slice(5)} is day ${Math.abs(edge - start)}`);
    month += sign;
    if (month === 13) [month, year] = [1, year + 1];
    if (month === 0) [month, year] = [12, year - 1];
  }
  return '';
}

const UNIT_WORD = {
  day: 'calendar day',
  business_day: 'business day',
  month: 'month',
  year: 'year',
} as const;

const MOST_NAMED = 60;

/** The days by name, as many as a person would read. */
const namesOf = (days: readonly ClosedDay[]) =>
  days.slice(0, MOST_NAMED).map(nameOf).join('; ') +
  (days.length > MOST_NAMED ? `; and ${days.length - MOST_NAMED} more` : '');

const nameOf = (closed: ClosedDay) =>
  closed.layer === 'weekend'
    ? inWords(closed.on)
    : `${inWords(closed.on)} (${closed.name}, ${closed.layer.replaceAll('_', ' ')})`;

function countStep(method: CountMethod, start: number, end: number): TraceStep {
  const direction = method.direction ?? 'forward';
  const many = method.n === 1 ? '' : 's';
  const where = direction === 'forward' ? 'after' : 'before';
  const along = method.unit === 'day' ? milestones(start, end) : '';
  return {
    step: 'count',
    text: `${method.n} ${UNIT_WORD[method.unit]}${many} ${where} ${inWords(method.start)}, that day not counted${along}: ${inWords(toDay(end))}.`,
    on: toDay(end),
    method,
  };
}

function rollStep(over: readonly ClosedDay[], how: Roll, end: number): TraceStep[] {
  if (over.length === 0) return [];
  const days = namesOf(over);
  const text = `Closed: ${days}. Moved ${how === 'forward' ? 'forward' : 'back'} to the next open day, ${inWords(toDay(end))}.`;
  return [
    { step: 'roll', text: how === 'backward' ? text.replace('next', 'previous') : text, on: toDay(end) },
  ];
}

function rawCount(method: CountMethod, start: number, calendar: LegalCalendar) {
  const sign = method.direction === 'backward' ? -1 : 1;
  if (method.unit === 'business_day') return businessDays(start, method.n, sign, calendar);
  if (method.unit === 'day') return { ordinal: start + sign * method.n, over: [] };
  return { ordinal: addMonths(start, sign * method.n * (method.unit === 'year' ? 12 : 1)), over: [] };
}

/** Where a count arrives, without the words. */
export interface Arrival {
  readonly start: number;
  readonly counted: number;
  readonly raw: number;
  readonly ordinal: number;
  readonly skipped: readonly ClosedDay[];
  readonly over: readonly ClosedDay[];
}

/** The count itself, for readings that are weighed and not explained. Throws as `count` does. */
export function arrive(method: CountMethod, calendar: LegalCalendar): Arrival {
  const start = checked(method);
  const { ordinal: counted, over: skipped } = rawCount(method, start, calendar);
  const floor = method.notBefore ? toOrdinal(method.notBefore, 'notBefore') : counted;
  const raw = inRange(Math.max(counted, floor));
  const rolled = roll(raw, method.unit === 'business_day' ? 'none' : method.roll, calendar);
  return { start, counted, raw, skipped, ...rolled };
}

/**
 * Counts a period and rolls the end off closed days. Weekends and holidays inside the period count, except in
 * business days; months and years keep the day number, clamped to the month's end.
 * Authority: 8 CFR 1001.1(h) (EOIR), FRAP 26(a) (courts of appeals).
 * Throws RuleInputError for a day that does not exist, an absurd number, or a year without a calendar.
 */
export function count(method: CountMethod, calendar: LegalCalendar = FEDERAL_CALENDAR): CountResult {
  const { start, counted, raw, ordinal, skipped, over } = arrive(method, calendar);
  const trace: TraceStep[] = [countStep(method, start, counted)];
  if (skipped.length > 0) {
    trace.push({ step: 'skip', text: `Not business days: ${namesOf(skipped)}.` });
  }
  if (method.notBefore && raw > counted) {
    trace.push({
      step: 'floor',
      text: `Not before the fixed date ${inWords(method.notBefore)}.`,
      on: method.notBefore,
    });
  }
  trace.push(...rollStep(over, method.roll, ordinal));
  return { on: toDay(ordinal), raw: toDay(raw), rolledOver: over, trace };
}

/** A year more than the calendar covers is still counted right: its holidays are known. */
function nearby(ordinal: number, path: string): Day {
  const { year } = partsOf(ordinal);
  if (year >= FIRST_YEAR - 1 && year <= LAST_YEAR + 1) return toDay(ordinal);
  throw new RuleInputError('day_out_of_range', `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`, path);
}

function openDays(day: Day, n: number, sign: 1 | -1, calendar: LegalCalendar): Day {
  if (!Number.isInteger(n) || n < 0 || n > MOST.business_day) {
    throw new RuleInputError(
      'malformed_number',
      `A margin is a whole number of days from 0 to ${MOST.business_day}.`,
      'n',
    );
  }
  const from = toOrdinal(day);
  nearby(from, 'day');
  return nearby(businessDays(from, n, sign, calendar).ordinal, 'day');
}

/**
 * So many open days before a day: an office's working margin. The day itself is not counted.
 * Throws RuleInputError `malformed_day`, `malformed_number`, or `day_out_of_range`.
 */
export const businessDaysBefore = (day: Day, n: number, calendar: LegalCalendar = FEDERAL_CALENDAR): Day =>
  openDays(day, n, -1, calendar);

/** So many open days after a day, which is not counted. Throws as `businessDaysBefore`. */
export const businessDaysAfter = (day: Day, n: number, calendar: LegalCalendar = FEDERAL_CALENDAR): Day =>
  openDays(day, n, 1, calendar);

/** The last open day before a day, whether or not that day is open: the safe day when a roll is in doubt. Throws as `businessDaysBefore`. */
export const openDayBefore = (day: Day, calendar: LegalCalendar = FEDERAL_CALENDAR): Day =>
  openDays(day, 1, -1, calendar);

/** The first open day after a day, whether or not that day is open. Throws as `businessDaysBefore`. */
export const openDayAfter = (day: Day, calendar: LegalCalendar = FEDERAL_CALENDAR): Day =>
  openDays(day, 1, 1, calendar);

/** Why a day is closed under a calendar, or null when it is open. Throws `malformed_day` or `day_out_of_range`. */
export function closedOn(day: Day, calendar: LegalCalendar = FEDERAL_CALENDAR): ClosedDay | null {
  const ordinal = toOrdinal(day);
  nearby(ordinal, 'day');
  return calendar.closed(ordinal);
}

/**
 * Makes the count of a trace again from its own `count` step, under the calendar it was made with: the last day under
 * the operative reading. Null when the trace counts nothing. Throws as `count`.
 */
export function replayCount(
  trace: readonly TraceStep[],
  calendar: LegalCalendar = FEDERAL_CALENDAR,
): Day | null {
  const method = trace.find((step) => step.method !== undefined)?.method;
  return method ? count(method, calendar).on : null;
}
