import fc from 'fast-check';
import { businessDaysBefore, count } from './count';
import { addDays, isDay, toDay, toOrdinal } from './day';
import { FEDERAL_CALENDAR } from './legal-calendar';
import { isClosed, slowCount, slowMonths } from './oracle.fixture';

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
