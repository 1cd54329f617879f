import fc from 'fast-check';
import { addHours, addOpenHours, localAt } from '../calendar/hours';
import { isClosed, read, ROLLING } from './slow-calendar.fixture';

/**
 * A second way to count hours: a quarter of an hour at a time on the machine's own clock, asking it at every step which
 * day a wall calendar in the zone shows. The engine uses the Temporal polyfill; this uses Date and Intl.
 */
const QUARTER = 900_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
function localDay(time: number, timeZone: string): string {
  const known =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(timeZone, known);
  return known.format(time);
}

function slowOpenHours(start: number, hours: number, timeZone: string): number {
  let time = start;
  const closed = new Map<string, boolean>();
  const stands = () => {
    const on = localDay(time, timeZone);
    const known = closed.get(on) ?? isClosed(read(on), ROLLING, new Set());
    closed.set(on, known);
    return known;
  };
  for (let left = hours * 4; left > 0; time += QUARTER) if (!stands()) left -= 1;
  return time;
}

const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
const start = fc
  .integer({ min: Date.UTC(1990, 0, 1) / QUARTER, max: Date.UTC(2036, 0, 1) / QUARTER })
  .map((quarters) => quarters * QUARTER);
const zone = fc.constantFrom(
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
);

describe('hours of open days, against a count by quarter hours', () => {
  it('end at the same instant', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 72 }), zone, (from, hours, timeZone) => {
        expect(addOpenHours(iso(from), hours, timeZone).utc).toBe(iso(slowOpenHours(from, hours, timeZone)));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('are never fewer than the hours that pass, and the same when nothing was closed', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 72 }), zone, (from, hours, timeZone) => {
        const { utc, local, excluded } = addOpenHours(iso(from), hours, timeZone);
        const elapsed = addHours(iso(from), hours);
        expect(utc >= elapsed).toBe(true);
        if (excluded.length === 0) expect(utc).toBe(elapsed);
        expect(local).toBe(localAt(utc, timeZone));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same counted in two parts, and never end sooner from a later start', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(start, part, part, zone, (from, first, second, timeZone) => {
        const middle = addOpenHours(iso(from), first, timeZone).utc;
        const whole = addOpenHours(iso(from), first + second, timeZone).utc;
        expect(addOpenHours(middle, second, timeZone).utc).toBe(whole);
        expect(addOpenHours(iso(from + QUARTER), first + second, timeZone).utc >= whole).toBe(true);
      }),
      { numRuns: 300, examples: [[Date.UTC(1995, 4, 18, 16, 15), 26, 0, 'Asia/Kathmandu']] },
    );
  });
});
