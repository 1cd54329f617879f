import fc from 'fast-check';
import {
  businessDaysAfter,
  businessDaysBefore,
  closedOn,
  count,
  openDayAfter,
  openDayBefore,
  type CountMethod,
  type CountUnit,
} from './count';
import { addDays, inWords, isDay, toDay, toOrdinal } from './day';
import { FEDERAL_CALENDAR, legalCalendar, ROLLING_LAYERS, type CalendarLayer } from './legal-calendar';
import { methodCount } from './method';
import { stateHolidaysAround } from './state-holidays';

const day = fc.integer({ min: toOrdinal('1953-01-01'), max: toOrdinal('2097-12-31') }).map(toDay);
const unit = fc.constantFrom<CountUnit>('day', 'business_day', 'month', 'year');
const direction = fc.constantFrom('forward' as const, 'backward' as const);
const roll = fc.constantFrom('forward' as const, 'backward' as const, 'none' as const);
const most: Readonly<Record<CountUnit, number>> = { day: 200, business_day: 60, month: 24, year: 2 };
const method: fc.Arbitrary<CountMethod> = fc
  .record({ start: day, unit, direction, roll, part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ part, ...rest }) => ({ ...rest, n: Math.floor(part * most[rest.unit]) }));
const open = (on: string, calendar = FEDERAL_CALENDAR) => calendar.closed(toOrdinal(on)) === null;

/** Seeds are printed on a failure: `fc.assert(property, { seed, path })` runs the case again. */
const holds = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 3_000) =>
  fc.assert(property, { numRuns });

describe('counting, what always holds', () => {
  it('a later trigger never gives an earlier date, in any unit, direction and roll', () => {
    holds(
      fc.property(method, fc.integer({ min: 1, max: 5 }), (wanted, later) => {
        const after = { ...wanted, start: addDays(wanted.start, later) };
        return count(wanted).on <= count(after).on;
      }),
    );
  });

  it('a longer period never ends sooner', () => {
    holds(
      fc.property(method, (wanted) => {
        const longer = count({ ...wanted, n: wanted.n + 1 }).on;
        return wanted.direction === 'forward' ? count(wanted).on <= longer : longer <= count(wanted).on;
      }),
    );
  });

  it('a rolled day is open; rolled back it is not after the bare count, rolled forward not before it', () => {
    holds(
      fc.property(method, (wanted) => {
        const [back, bare, forward] = (['backward', 'none', 'forward'] as const).map((how) =>
          count({ ...wanted, roll: how }),
        );
        if (wanted.unit === 'business_day')
          return back!.on === forward!.on && (wanted.n === 0 || open(bare!.on));
        return (
          open(back!.on) &&
          open(forward!.on) &&
          back!.on <= bare!.on &&
          bare!.on <= forward!.on &&
          bare!.on === bare!.raw
        );
      }),
    );
  });

  it('a roll passes over closed days only, each named once', () => {
    holds(
      fc.property(method, (wanted) => {
        const { on, raw, rolledOver } = count(wanted);
        const sign = wanted.roll === 'backward' ? -1 : 1;
        return (
          rolledOver.every((closed, index) => closed.on === addDays(raw, sign * index) && !open(closed.on)) &&
          on === addDays(raw, sign * rolledOver.length)
        );
      }),
    );
  });

  it('n days and then m days are n + m days', () => {
    const n = fc.integer({ min: 0, max: 300 });
    holds(
      fc.property(day, n, n, direction, (start, first, second, way) => {
        const plain = { unit: 'day', direction: way, roll: 'none' } as const;
        const middle = count({ ...plain, start, n: first }).on;
        return (
          count({ ...plain, start: middle, n: second }).on ===
            count({ ...plain, start, n: first + second }).on &&
          addDays(addDays(start, first), -first) === start
        );
      }),
    );
  });

  it('business days before and after undo each other, on open days', () => {
    holds(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (on, n) => {
        const start = openDayAfter(on);
        return (
          businessDaysBefore(businessDaysAfter(start, n), n) === start &&
          businessDaysAfter(businessDaysBefore(start, n), n) === start &&
          businessDaysAfter(start, n) === count({ start, n, unit: 'business_day', roll: 'none' }).on
        );
      }),
    );
  });

  it('the open days around a day are the nearest', () => {
    holds(
      fc.property(day, (on) => {
        const [before, after] = [openDayBefore(on), openDayAfter(on)];
        for (let each = addDays(before, 1); each < after; each = addDays(each, 1))
          if (each !== on && closedOn(each) === null) return false;
        return before < on && on < after && open(before) && open(after);
      }),
    );
  });

  it('a calendar with more layers never rolls forward to an earlier day', () => {
    const more: CalendarLayer[] = ['inauguration_day', 'executive_closure', 'state_holiday'];
    holds(
      fc.property(method, fc.constantFrom('MA', 'LA', 'CA', 'DC'), (wanted, state) => {
        const wide = legalCalendar([...ROLLING_LAYERS, ...more], {
          stateHolidays: stateHolidaysAround(state, wanted.start, 3),
        });
        if (wanted.unit === 'business_day') return true;
        const forward = { ...wanted, roll: 'forward' as const };
        return count(forward).on <= count(forward, wide).on && open(count(forward, wide).on, wide);
      }),
      1_000,
    );
  });

  it('is never before the fixed date', () => {
    holds(
      fc.property(method, day, (wanted, floor) => {
        const { raw, on } = count({ ...wanted, roll: 'forward', notBefore: floor });
        return raw === [count({ ...wanted, roll: 'none' }).on, floor].sort()[1] && on >= floor;
      }),
    );
  });

  it('the interchange form of a method comes to the same day', () => {
    const units = { day: 'day', business_day: 'busday', month: 'month', year: 'year' };
    const rolls = { forward: 'fwd', backward: 'back', none: 'none' };
    holds(
      fc.property(
        method,
        (wanted) =>
          methodCount({
            unit: units[wanted.unit],
            n: wanted.n,
            dir: wanted.direction === 'backward' ? -1 : 1,
            roll: rolls[wanted.roll],
            cal: 'FED',
            start: wanted.start,
          }).due === count(wanted).on,
      ),
    );
  });

  it('day numbers and days are one to one', () => {
    holds(
      fc.property(
        fc.integer({ min: 1, max: 3_652_059 }),
        (ordinal) => isDay(toDay(ordinal)) && toOrdinal(toDay(ordinal)) === ordinal,
      ),
    );
  });
});

/** The days that a step of a trace names, in the order in which it names them. */
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const daysIn = (text: string): string[] =>
  [...text.matchAll(/\w{3}, (\w{3}) (\d{1,2}), (\d{4})/g)].map(
    ([, month, date, year]) =>
      `${year}-${String(MONTHS.indexOf(month!) + 1).padStart(2, '0')}-${date!.padStart(2, '0')}`,
  );

describe('the trace of a count', () => {
  it('read by itself, step by step, comes to the same day', () => {
    holds(
      fc.property(method, (wanted) => {
        const { on, trace } = count(wanted);
        const [counted, ...rest] = trace;
        const [, n, word, where] = /^(\d+) ([a-z ]+?)s? (after|before) /.exec(counted!.text)!;
        const [start, end] = [daysIn(counted!.text)[0]!, daysIn(counted!.text).at(-1)!];
        expect([Number(n), where, start, counted!.on]).toEqual([
          wanted.n,
          wanted.direction === 'forward' ? 'after' : 'before',
          wanted.start,
          end,
        ]);
        const sign = where === 'after' ? 1 : -1;
        if (word === 'calendar day') expect(end).toBe(addDays(start, sign * Number(n)));
        let at = end;
        for (const step of rest) {
          if (step.step === 'skip') {
            const skipped = daysIn(step.text);
            expect(end).toBe(addDays(start, sign * (Number(n) + skipped.length)));
            expect(skipped.every((each) => !open(each))).toBe(true);
          } else {
            const named = daysIn(step.text);
            const way = step.text.includes('Moved back') ? -1 : 1;
            expect(named).toEqual(Array.from(named, (_, index) => addDays(at, way * index)));
            at = named.at(-1)!;
            expect(step.on).toBe(at);
          }
        }
        expect(at).toBe(on);
      }),
    );
  });

  it('counts right at the edge of every month it names', () => {
    holds(
      fc.property(day, fc.integer({ min: 1, max: 400 }), direction, (start, n, way) => {
        const { trace } = count({ start, n, unit: 'day', direction: way, roll: 'none' });
        for (const [, edge, number] of trace[0]!.text.matchAll(/(\w{3} \d{1,2}, \d{4}) is day (\d+)/g)) {
          const on = addDays(start, (way === 'forward' ? 1 : -1) * Number(number));
          expect(inWords(on)).toContain(edge);
        }
      }),
    );
  });

  it('stays readable when thousands of days are passed over', () => {
    const { trace } = count({ start: '1960-01-04', n: 20_000, unit: 'business_day', roll: 'none' });
    expect(trace[1]!.text.length).toBeLessThan(4_000);
    expect(trace[1]!.text).toMatch(/; and \d+ more\.$/);
  });
});
