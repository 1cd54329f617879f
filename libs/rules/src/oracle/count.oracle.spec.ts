import fc from 'fast-check';
import { arrive, count, type CountMethod, type CountUnit } from '../calendar/count';
import { toDay, toOrdinal } from '../calendar/day';
import { legalCalendar, type CalendarLayer, type LegalCalendar } from '../calendar/legal-calendar';
import { randomFrom, type Random } from './random.fixture';
import { isClosed, placeAt, read, ROLLING, step, written, type SlowLayer } from './slow-calendar.fixture';
import { slowCount, type SlowMethod } from './slow-count.fixture';

const SAME: Readonly<Record<SlowLayer, CalendarLayer>> = {
  weekend: 'weekend',
  holiday: 'statutory_holiday',
  observed: 'in_lieu_day',
  inauguration: 'inauguration_day',
  order: 'executive_closure',
  extra: 'forum_notice',
};
const EVERY = Object.keys(SAME) as SlowLayer[];
const LAYERS: readonly (readonly SlowLayer[])[] = [
  ROLLING,
  ROLLING,
  ['weekend'],
  ['weekend', 'holiday'],
  [...ROLLING, 'inauguration'],
  [...ROLLING, 'order', 'extra'],
  EVERY,
];
const LONGEST = { day: 400, business_day: 45, month: 240, year: 40 } as const;
const UNITS: readonly CountUnit[] = ['day', 'day', 'day', 'business_day', 'month', 'year'];
const NAMED = { 1: 'forward', 0: 'none', [-1]: 'backward' } as const;
const SIGNS = [1, 1, -1] as const;
const ROLLS = [1, 1, -1, 0] as const;

/** Calendars and closed days that a batch of cases is counted on. */
interface Ground {
  readonly layers: readonly SlowLayer[];
  readonly extra: ReadonlySet<string>;
  readonly calendar: LegalCalendar;
}

/** A day of 1953 to 2097 whose own count of days is no part of the engine. */
function anyDay(random: Random, first = 1953, last = 2097): string {
  const place = placeAt(random.whole(first, last), random.whole(1, 12), random.whole(1, 28));
  for (let more = random.whole(0, 3); more > 0; more -= 1) step(place, 1);
  return written(place);
}

function ground(random: Random): Ground {
  const layers = random.pick(LAYERS);
  const extra = new Set(layers.includes('extra') ? Array.from({ length: 4_000 }, () => anyDay(random)) : []);
  const calendar = legalCalendar(
    layers.map((layer) => SAME[layer]),
    { forumNotices: [...extra].map((on) => ({ on, name: 'closed' })) },
  );
  return { layers, extra, calendar };
}

function anyMethod(random: Random, { layers, extra }: Ground): SlowMethod {
  const unit = random.pick(UNITS);
  const n = random.chance(0.7) ? random.whole(0, 60) % (LONGEST[unit] + 1) : random.whole(0, LONGEST[unit]);
  const years = unit === 'year' ? LONGEST.year : unit === 'month' ? 20 : 1;
  return {
    start: anyDay(random, 1953 + years, 2097 - years),
    n,
    unit,
    sign: random.pick(SIGNS),
    roll: random.pick(ROLLS),
    layers,
    extra,
    notBefore: random.chance(0.05) ? random.pick(['1996-07-31', '1996-09-30', '2031-03-15']) : null,
  };
}

const inEngine = ({ start, n, unit, sign, roll, notBefore }: SlowMethod): CountMethod => ({
  start,
  n,
  unit,
  direction: sign === 1 ? 'forward' : 'backward',
  roll: NAMED[roll],
  notBefore,
});

/** The first of so many cases on which the engine and the oracle differ, or null. */
function firstDifference(seed: number, cases: number): object | null {
  const random = randomFrom(seed);
  let on = ground(random);
  for (let done = 0; done < cases; done += 1) {
    if (done % 1_250 === 0) on = ground(random);
    const method = anyMethod(random, on);
    const slow = slowCount(method);
    const engine = toDay(arrive(inEngine(method), on.calendar).ordinal);
    if (engine !== slow) return { seed, case: done, ...method, extra: method.extra?.size, engine, slow };
  }
  return null;
}

const BATCHES = 100;
const CASES = 10_000;

describe('the engine and the slow oracle', () => {
  it('agree on every day from 1950 to 2100, layer by layer', () => {
    const random = randomFrom(7);
    const extra = new Set(Array.from({ length: 2_000 }, () => anyDay(random)));
    const calendars = EVERY.map((layer) => ({
      layer,
      calendar: legalCalendar([SAME[layer]], {
        forumNotices: [...extra].map((on) => ({ on, name: 'closed' })),
      }),
    }));
    const different: string[] = [];
    const [place, last] = [read('1950-01-01'), toOrdinal('2100-12-31')];
    for (let ordinal = toOrdinal('1950-01-01'); ordinal <= last; ordinal += 1, step(place, 1)) {
      expect(toDay(ordinal)).toBe(written(place));
      for (const { layer, calendar } of calendars) {
        if ((calendar.closed(ordinal) !== null) !== isClosed(place, [layer], extra)) {
          different.push(`${written(place)} ${layer}`);
        }
      }
    }
    expect(different).toEqual([]);
  }, 60_000);

  it(`give the same day in ${(BATCHES * CASES).toLocaleString('en')} random counts`, () => {
    fc.assert(
      fc.property(fc.noShrink(fc.integer({ min: 0, max: 0xffffffff })), (seed) => {
        expect(firstDifference(seed, CASES)).toBeNull();
      }),
      { numRuns: BATCHES },
    );
  }, 120_000);

  it('give the same day when the whole answer with its trace is made', () => {
    const random = randomFrom(20_261_122);
    const on = ground(random);
    for (let done = 0; done < 5_000; done += 1) {
      const method = anyMethod(random, on);
      expect({ ...method, on: count(inEngine(method), on.calendar).on }).toEqual({
        ...method,
        on: slowCount(method),
      });
    }
  });
});
