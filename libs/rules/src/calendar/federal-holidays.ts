import { RuleInputError } from '../errors';
import { daysInMonth, ordinalOf, toDay, toOrdinal, weekdayOf, type Day, type Weekday } from './day';

/** First and last year the calendar answers for. */
export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2100;

/** A legal public holiday of 5 USC 6103(a), on the day the statute names, and the law that made it one that year. */
export interface FederalHoliday {
  readonly on: Day;
  readonly name: string;
  readonly authority: string;
}

interface HolidayLaw {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly day: (year: number) => number;
  readonly authority: string;
}

const ALWAYS = { from: FIRST_YEAR - 1, to: LAST_YEAR + 1 };
const fixed = (month: number, date: number) => (year: number) => ordinalOf(year, month, date);
const nth = (month: number, weekday: Weekday, n: number) => (year: number) => {
  const first = ordinalOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
};
const lastMonday = (month: number) => (year: number) => {
  const last = ordinalOf(year, month, daysInMonth(year, month));
  return last - (weekdayOf(last) - 1);
};

const MONDAY_ACT = 'Uniform Monday Holiday Act, Pub. L. 90-363, in force Jan 1, 1971';

/** The statutory holidays and the years each rule governed. */
const LAW: readonly HolidayLaw[] = [
  { name: "New Year's Day", ...ALWAYS, day: fixed(1, 1), authority: '5 USC 6103(a)' },
  {
    name: 'Birthday of Martin Luther King, Jr.',
    from: 1986,
    to: ALWAYS.to,
    day: nth(1, 1, 3),
    authority: '5 USC 6103(a); Pub. L. 98-144, first observed 1986',
  },
  {
    name: "Washington's Birthday",
    from: ALWAYS.from,
    to: 1970,
    day: fixed(2, 22),
    authority: '5 USC 6103(a) before 1971',
  },
  { name: "Washington's Birthday", from: 1971, to: ALWAYS.to, day: nth(2, 1, 3), authority: MONDAY_ACT },
  {
    name: 'Memorial Day',
    from: ALWAYS.from,
    to: 1970,
    day: fixed(5, 30),
    authority: '5 USC 6103(a) before 1971',
  },
  { name: 'Memorial Day', from: 1971, to: ALWAYS.to, day: lastMonday(5), authority: MONDAY_ACT },
  {
    name: 'Juneteenth National Independence Day',
    from: 2021,
    to: ALWAYS.to,
    day: fixed(6, 19),
    authority: 'Pub. L. 117-17, signed June 17, 2021',
  },
  { name: 'Independence Day', ...ALWAYS, day: fixed(7, 4), authority: '5 USC 6103(a)' },
  { name: 'Labor Day', ...ALWAYS, day: nth(9, 1, 1), authority: '5 USC 6103(a)' },
  { name: 'Columbus Day', from: 1971, to: ALWAYS.to, day: nth(10, 1, 2), authority: MONDAY_ACT },
  {
    name: 'Armistice Day',
    from: ALWAYS.from,
    to: 1953,
    day: fixed(11, 11),
    authority: 'Act of May 13, 1938',
  },
  {
    name: 'Veterans Day',
    from: 1954,
    to: 1970,
    day: fixed(11, 11),
    authority: 'Act of June 1, 1954; 5 USC 6103(a) before 1971',
  },
  { name: 'Veterans Day', from: 1971, to: 1977, day: nth(10, 1, 4), authority: MONDAY_ACT },
  {
    name: 'Veterans Day',
    from: 1978,
    to: ALWAYS.to,
    day: fixed(11, 11),
    authority: 'Pub. L. 94-97, in force 1978',
  },
  {
    name: 'Thanksgiving Day',
    ...ALWAYS,
    day: nth(11, 4, 4),
    authority: '5 USC 6103(a); fourth Thursday since 1942',
  },
  { name: 'Christmas Day', ...ALWAYS, day: fixed(12, 25), authority: '5 USC 6103(a)' },
];

/** A day off given in place of a holiday that fell on a weekend. */
export interface InLieuDay extends FederalHoliday {
  readonly holidayOn: Day;
  readonly weekday: 'friday' | 'monday';
  readonly authority: string;
}

// General knowledge: Monday by Executive Order 10358 (June 9, 1952), from 1971 by 11582; Friday by Pub. L. 86-362 (Sept 22, 1959),
// which became 5 USC 6103(b) when title 5 was enacted in 1966. Before, a holiday on a weekend gave no other day.
const MONDAY_SINCE = '1952-06-09';
const FRIDAY_SINCE = '1959-09-22';
const inLieuAuthority = (friday: boolean, year: number) => {
  if (friday) return year > 1966 ? '5 USC 6103(b)(1)' : 'Pub. L. 86-362, now 5 USC 6103(b)(1)';
  return year > 1970 ? 'Executive Order 11582' : 'Executive Order 10358';
};

/** As `federalHolidays`, for one year more at either end: a roll or a day in lieu can cross New Year. */
export const holidaysOf = (year: number): FederalHoliday[] =>
  LAW.filter((law) => law.from <= year && year <= law.to)
    .map(({ name, authority, day }) => ({ on: toDay(day(year)), name, authority }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

function movedIn(year: number): InLieuDay[] {
  return holidaysOf(year).flatMap((holiday) => {
    const ordinal = toOrdinal(holiday.on);
    const weekday = weekdayOf(ordinal);
    if (weekday < 6) return [];
    const friday = weekday === 6;
    const on = toDay(friday ? ordinal - 1 : ordinal + 1);
    if (on < (friday ? FRIDAY_SINCE : MONDAY_SINCE)) return [];
    return [
      {
        on,
        holidayOn: holiday.on,
        name: `${holiday.name} (observed)`,
        weekday: friday ? ('friday' as const) : ('monday' as const),
        authority: inLieuAuthority(friday, year),
      },
    ];
  });
}

/** As `inLieuDays`, for one year more at either end. */
export const inLieuOf = (year: number): InLieuDay[] =>
  [...movedIn(year), ...movedIn(year + 1)]
    .filter((day) => day.on.startsWith(`${year}-`))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** As `inaugurationDay`, for one year more at either end. */
export function inaugurationOf(year: number): FederalHoliday | null {
  if (year < 1953 || year % 4 !== 1) return null;
  const twentieth = ordinalOf(year, 1, 20);
  return {
    on: toDay(weekdayOf(twentieth) === 7 ? twentieth + 1 : twentieth),
    name: 'Inauguration Day',
    authority:
      year === 1953 ? 'Pub. L. 83-1, for 1953 alone' : '5 USC 6103(c); before 1966 Act of Jan. 11, 1957',
  };
}

function known(year: number): number {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RuleInputError(
      'day_out_of_range',
      `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`,
      'year',
    );
  }
  return year;
}

/**
 * Statutory federal holidays of a year under 5 USC 6103(a) with its history (Uniform Monday Holiday Act 1971,
 * Veterans Day in October 1971 to 1977, King's birthday from 1986, Juneteenth from 2021), in order.
 * Throws RuleInputError `day_out_of_range` for a year that is not a whole number from 1950 to 2100.
 */
export const federalHolidays = (year: number): FederalHoliday[] => holidaysOf(known(year));

/**
 * Days in lieu that fall in a calendar year: Friday for a Saturday holiday (5 USC 6103(b), which speaks of pay and
 * leave, so the effect on a filing deadline is arguable) and Monday for a Sunday holiday (Executive Order 11582).
 * December 31 can be the holiday of the following year, as in 2021 and 2027. Throws as `federalHolidays`.
 */
export const inLieuDays = (year: number): InLieuDay[] => inLieuOf(known(year));

/**
 * Inauguration Day of a year, or null: January 20 after a presidential election, the 21st when the 20th is a Sunday.
 * A holiday only for federal employees of the Washington area, 5 USC 6103(c) (from 1957, and in 1953 by an act of its
 * own); it never rolls a date here. Throws as `federalHolidays`.
 */
export const inaugurationDay = (year: number): FederalHoliday | null => inaugurationOf(known(year));
