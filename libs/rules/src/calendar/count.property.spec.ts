import fc from 'fast-check';
import { businessDaysBefore, count } from './count';
import { addDays, isDay, toDay, toOrdinal } from './day';
import { FEDERAL_CALENDAR } from './legal-calendar';

/**
 * A second way to count, slow and written differently on purpose: it walks one day at a time on UTC dates and asks of
 * each day by its place in the month whether it is a holiday. Being no part of the engine, it may use the clock's own Date.
 */
const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const text = (time: number) => new Date(time).toISOString().slice(0, 10);

interface Place {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly w: number;
}
const is = (month: number, day: number) => (place: Place) => place.m === month && place.d === day;
const weekday = (w: number, month: number, from: number, to: number) => (place: Place) =>
  place.m === month && place.w === w && place.d >= from && place.d <= to;

/** Years from and to, and the place in the month. */
const HOLIDAYS: readonly [number, number, (place: Place) => boolean][] = [
  [0, 9999, is(1, 1)],
  [0, 9999, is(7, 4)],
  [0, 9999, is(12, 25)],
  [0, 9999, weekday(1, 9, 1, 7)],
  [0, 9999, weekday(4, 11, 22, 28)],
  [1986, 9999, weekday(1, 1, 15, 21)],
  [2021, 9999, is(6, 19)],
  [0, 1970, is(2, 22)],
  [0, 1970, is(5, 30)],
  [0, 1970, is(11, 11)],
  [1971, 9999, weekday(1, 2, 15, 21)],
  [1971, 9999, weekday(1, 5, 25, 31)],
  [1971, 9999, weekday(1, 10, 8, 14)],
  [1971, 1977, weekday(1, 10, 22, 28)],
  [1978, 9999, is(11, 11)],
];

function isHoliday(time: number): boolean {
  const date = new Date(time);
  const place = {
    y: date.getUTCFullYear(),
    m: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    w: date.getUTCDay(),
  };
  return HOLIDAYS.some(([from, to, matches]) => place.y >= from && place.y <= to && matches(place));
}

function isClosed(day: string): boolean {
  const time = at(day);
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(time)) return true;
  if (weekday === 5 && day >= '1959-09-22') return isHoliday(time + DAY);
  return weekday === 1 && day >= '1952-06-09' && isHoliday(time - DAY);
}

function slowCount(
  start: string,
  n: number,
  unit: 'day' | 'business_day',
  sign: 1 | -1,
  roll: 1 | -1 | 0,
): string {
  let time = at(start);
  for (let passed = 0; passed < n;) {
    time += sign * DAY;
    if (unit === 'day' || !isClosed(text(time))) passed += 1;
  }
  while (unit === 'day' && roll !== 0 && isClosed(text(time))) time += roll * DAY;
  return text(time);
}

function slowMonths(start: string, months: number): string {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  for (let day = date; ; day -= 1) {
    const moved = new Date(Date.UTC(year, month - 1 + months, day));
    const wanted = (((month - 1 + months) % 12) + 12) % 12;
    if (moved.getUTCMonth() === wanted) return text(moved.getTime());
  }
}

const RUNS = 20_000;
const [FIRST, LAST] = [toOrdinal('1951-06-01'), toOrdinal('2098-12-31')];
const day = fc.integer({ min: FIRST, max: LAST }).map(toDay);
const sign = fc.constantFrom(1 as const, -1 as const);
const rolls = fc.constantFrom(1 as const, -1 as const, 0 as const);
const named = { 1: 'forward', 0: 'none', [-1]: 'backward' } as const;

describe('counting, against a slow count written differently', () => {
  it('agrees on every day from 1950 to 2100 whether it is open', () => {
    const different: string[] = [];
    for (let ordinal = toOrdinal('1950-01-01'); ordinal <= toOrdinal('2100-12-31'); ordinal += 1) {
      const on = toDay(ordinal);
      if ((FEDERAL_CALENDAR.closed(ordinal) !== null) !== isClosed(on)) different.push(on);
    }
    expect(different).toEqual([]);
  });

  it('agrees on calendar days, in both directions, with every roll', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), sign, rolls, (start, n, way, roll) => {
        const direction = way === 1 ? 'forward' : 'backward';
        return (
          count({ start, n, unit: 'day', direction, roll: named[roll] }).on ===
          slowCount(start, n, 'day', way, roll)
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('agrees on business days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), sign, (start, n, way) => {
        const direction = way === 1 ? 'forward' : 'backward';
        const { on } = count({ start, n, unit: 'business_day', direction, roll: 'none' });
        return (
          on === slowCount(start, n, 'business_day', way, 0) &&
          (way === 1 || on === businessDaysBefore(start, n))
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('agrees on months', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 12 }),
        (start, n) => count({ start, n, unit: 'month', roll: 'none' }).on === slowMonths(start, n),
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('counting, what always holds', () => {
  it('a rolled day is open, and the bare count is never after a forward roll', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('forward' as const, 'backward' as const),
        (start, n, roll) => {
          const { on, raw } = count({ start, n, unit: 'day', roll });
          return (
            FEDERAL_CALENDAR.closed(toOrdinal(on)) === null && (roll === 'forward' ? raw <= on : on <= raw)
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('a later trigger never gives an earlier date', () => {
    const units = fc.constantFrom('day' as const, 'business_day' as const, 'month' as const, 'year' as const);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 1 }),
        units,
        (start, later, n, unit) => {
          const of = (from: string) => count({ start: from, n, unit, roll: 'forward' }).on;
          return of(start) <= of(addDays(start, later));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('day numbers and days are one to one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_600_000 }),
        (ordinal) => isDay(toDay(ordinal)) && toOrdinal(toDay(ordinal)) === ordinal,
      ),
    );
  });
});
