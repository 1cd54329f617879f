import { RuleInputError } from '../errors';

/** A legal day, 'YYYY-MM-DD', with no time and no zone. */
export type Day = string;

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const { floor } = Math;
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const beforeYear = (year: number) => {
  const past = year - 1;
  return past * 365 + floor(past / 4) - floor(past / 100) + floor(past / 400);
};

export const daysInMonth = (year: number, month: number) =>
  LENGTH[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);

/** The number of a day, counted from 0001-01-01 = 1 in the Gregorian calendar. */
export const ordinalOf = (year: number, month: number, date: number) =>
  beforeYear(year) + BEFORE_MONTH[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + date;

/** The year of a day number. */
export function yearOf(ordinal: number): number {
  let year = floor(ordinal / 365.2425) + 1;
  while (beforeYear(year) >= ordinal) year -= 1;
  while (beforeYear(year + 1) < ordinal) year += 1;
  return year;
}

/** Year, month and date of a day number. */
export function partsOf(ordinal: number): { year: number; month: number; date: number } {
  const year = yearOf(ordinal);
  let date = ordinal - beforeYear(year);
  let month = 1;
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, date };
}

const ZERO = 48;
const DASH = 45;

/** The number written in so many ASCII digits, or a number far below zero when one is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1e6;
    value = value * 10 + digit;
  }
  return value;
}

/** Day number of 'YYYY-MM-DD', or 0 when the text is not a day. Read by hand: every count begins here. */
function numbered(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 10) return 0;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return 0;
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (year < 1 || month < 1 || month > 12) return 0;
  return date >= 1 && date <= daysInMonth(year, month) ? ordinalOf(year, month, date) : 0;
}

/** Whether the text is a day that exists ('2023-02-30' is not one). */
export const isDay = (text: unknown): text is Day => numbered(text) > 0;

/** Day number of 'YYYY-MM-DD'. Throws RuleInputError `malformed_day` for anything else. */
export function toOrdinal(day: Day, path = 'day'): number {
  const ordinal = numbered(day);
  if (ordinal > 0) return ordinal;
  throw new RuleInputError(
    'malformed_day',
    'A day is written YYYY-MM-DD and must exist in the calendar.',
    path,
  );
}

const TWO = Array.from({ length: 100 }, (_, number) => `${number < 10 ? '0' : ''}${number}`);

/** 'YYYY-MM-DD' of a day number. */
export function toDay(ordinal: number): Day {
  const { year, month, date } = partsOf(ordinal);
  return `${TWO[floor(year / 100)]}${TWO[year % 100]}-${TWO[month]}-${TWO[date]}`;
}

/** Day of the week of a day number; 0001-01-01 was a Monday. */
export const weekdayOf = (ordinal: number) => (((ordinal - 1) % 7) + 1) as Weekday;

const LAST_ORDINAL = ordinalOf(9999, 12, 31);

/**
 * The day so many days later (or earlier, when negative).
 * Throws RuleInputError `malformed_number` for a number that is not whole, `day_out_of_range` past the years 1 to 9999.
 */
export function addDays(day: Day, days: number): Day {
  if (!Number.isInteger(days)) {
    throw new RuleInputError('malformed_number', 'A number of days is a whole number.', 'days');
  }
  const ordinal = toOrdinal(day) + days;
  if (ordinal < 1 || ordinal > LAST_ORDINAL) {
    throw new RuleInputError('day_out_of_range', 'A day lies in the years 1 to 9999.', 'days');
  }
  return toDay(ordinal);
}

/**
 * Same day number so many months later or earlier, clamped to the end of a shorter month:
 * 31 August + 6 months is 28 (or 29) February, 29 February + 12 months is 28 February.
 */
export function addMonths(ordinal: number, months: number): number {
  const { year, month, date } = partsOf(ordinal);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [floor(index / 12), (index % 12) + 1];
  return ordinalOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** A day as people in the United States read it: 'Mon, Nov 16, 2026'. */
export function inWords(day: Day): string {
  const ordinal = toOrdinal(day);
  const { year, month, date } = partsOf(ordinal);
  return `${WEEKDAYS[weekdayOf(ordinal) - 1]}, ${MONTHS[month - 1]} ${date}, ${year}`;
}

/** The earliest of some days, or null when there is none. */
export const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>(
    (least, day) => (day !== null && (least === null || day < least) ? day : least),
    null,
  );

/** The latest of some days, or null when there is none. */
export const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((most, day) => (day !== null && (most === null || day > most) ? day : most), null);
