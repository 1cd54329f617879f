import fc from 'fast-check';
import { RuleInputError } from '../errors';
import {
  arrive,
  businessDaysAfter,
  businessDaysBefore,
  closedOn,
  count,
  openDayAfter,
  openDayBefore,
  type CountMethod,
} from './count';
import { addDays, inWords, isDay } from './day';
import { describeCalendar } from './describe-calendar';
import { noticesFor } from './forum-notices';
import { FEDERAL_CALENDAR, legalCalendar } from './legal-calendar';
import { methodCount } from './method';

/** An answer or a clear error: nothing else may come out, and it must name a field. */
function answersOrRefuses(use: () => unknown): true {
  try {
    use();
  } catch (error) {
    expect(error).toBeInstanceOf(RuleInputError);
    const { message, path } = error as RuleInputError;
    expect([typeof path, message.length < 500, /[.]$/.test(message)]).toEqual(['string', true, true]);
  }
  return true;
}

const strange = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '-001-01-01',
    '+2026-01-01',
    '2026-1-1',
    '２０２６-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '9999-12-31',
    '0001-01-01',
    '__proto__',
    'constructor',
    1e308,
    -0,
    NaN,
    Number.MAX_SAFE_INTEGER,
    '30',
    '1e3',
  ),
);
const plausible = <T>(...values: T[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...values), weight: 4 }, strange);

describe('hostile input to the calendar', () => {
  it.each([
    '2026-02-30',
    '2026-00-10',
    '2026-10-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '2026-01-01T00:00',
    '٢٠٢٦-01-01',
    ' 2026-01-1',
    '2026/01/01',
    '',
    '          ',
  ])('knows that %p is not a day', (text) => {
    expect(isDay(text)).toBe(false);
    for (const use of [inWords, openDayBefore, openDayAfter, closedOn, (day: string) => addDays(day, 1)])
      expect(() => use(text)).toThrow('YYYY-MM-DD');
  });

  it.each([NaN, Infinity, -Infinity, 1e308, 0.5, '1', null, undefined, {}, [1]] as never[])(
    'does not add %p days',
    (days) => {
      expect(() => addDays('2026-01-01', days)).toThrow(RuleInputError);
    },
  );

  it('does not leave the years of the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('1 to 9999');
    expect(() => addDays('0001-01-01', -1)).toThrow('1 to 9999');
    for (const use of [openDayBefore, openDayAfter, closedOn]) {
      expect(() => use('1948-12-31')).toThrow('1950 to 2100');
      expect(() => use('2102-01-01')).toThrow('1950 to 2100');
    }
  });

  it.each([-1, 0.5, NaN, Infinity, 1e9, '3', null] as never[])('keeps no margin of %p days', (n) => {
    expect(() => businessDaysBefore('2026-12-01', n)).toThrow('A margin is a whole number');
    expect(() => businessDaysAfter('2026-12-01', n)).toThrow('A margin is a whole number');
  });

  it('ends in good time with the longest margin', () => {
    expect(() => businessDaysBefore('2026-12-01', 25_000)).toThrow('1950 to 2100');
    expect(businessDaysBefore('2026-12-01', 19_000) < '1952').toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a unit of the prototype', { unit: 'constructor' }, 'unit'],
    ['no unit', { unit: undefined }, 'unit'],
    ['a unit that is a list', { unit: ['day', 'x'] }, 'unit'],
    ['a direction of its own', { direction: 'up' }, 'direction'],
    ['a direction that is null', { direction: null }, 'direction'],
    ['a roll of its own', { roll: 'fwd' }, 'roll'],
    ['no roll', { roll: undefined }, 'roll'],
    ['a number as text', { n: '30' }, 'n'],
    ['a number that is a list', { n: [30] }, 'n'],
    ['a start that is a date', { start: new Date(0) }, 'start'],
    ['a floor on 30 February', { notBefore: '2026-02-30' }, 'notBefore'],
  ])('refuses to count with %s', (_what, wrong, path) => {
    const method = { start: '2026-01-01', n: 30, unit: 'day', roll: 'forward', ...wrong } as CountMethod;
    for (const use of [() => count(method), () => arrive(method, FEDERAL_CALENDAR)])
      expect(use).toThrow(expect.objectContaining({ path }));
  });

  it.each<[string, unknown]>([
    ['a text', 'x'],
    ['an object', {}],
    ['null in the list', [null]],
    ['a day without a name', [{ on: '2026-01-01' }]],
    ['too many days', Array(6_000).fill({ on: '2026-01-01', name: 'x' })],
  ])('refuses closed days that are %s', (_what, days) => {
    for (const field of ['closures', 'stateHolidays', 'forumNotices'])
      expect(() =>
        legalCalendar(['executive_closure', 'state_holiday', 'forum_notice'], { [field]: days }),
      ).toThrow(expect.objectContaining({ code: 'malformed_list', path: field }));
  });

  it('answers or refuses whatever a method holds, in bounded time', () => {
    const part = fc.record(
      {
        unit: plausible<unknown>(
          'day',
          'busday',
          'month',
          'year',
          'legacy',
          'hour',
          'hour_excl',
          'cutoff',
          'timely',
          'none',
        ),
        n: plausible<unknown>(0, 30, 90, 25_000),
        dir: plausible<unknown>(1, -1, undefined),
        roll: plausible<unknown>('fwd', 'back', 'none', undefined),
        cal: plausible<unknown>('FED', undefined),
        extra: plausible<unknown>([], ['2026-01-02'], undefined),
        start: plausible<unknown>('2026-01-01', '1950-01-01', '2100-12-31'),
        floor: plausible<unknown>('1996-09-30', undefined),
        start_utc: plausible<unknown>('2026-03-08T06:00:00Z'),
        tz: plausible<unknown>('America/New_York', undefined),
        due: plausible<unknown>('2026-01-01'),
        submitted_utc: plausible<unknown>('2026-03-08T06:00:00Z'),
      },
      { requiredKeys: ['unit', 'n', 'start'] },
    );
    const several = fc.record({
      unit: fc.constant('multi'),
      parts: fc.oneof(strange, fc.dictionary(fc.string(), part)),
    });
    fc.assert(
      fc.property(fc.oneof(part, several, strange), (method) => answersOrRefuses(() => methodCount(method))),
      { numRuns: 4_000 },
    );
  });

  it('answers or refuses whatever is asked of the calendar', () => {
    const question = fc.record({
      from: plausible<unknown>('2026-01-01', '1950-01-01'),
      to: plausible<unknown>('2026-12-31', '1950-02-01'),
      state: plausible<unknown>('MA', undefined),
      closures: plausible<unknown>([], undefined),
      forum: plausible<unknown>('board', undefined),
      notices: plausible<unknown>([], undefined),
    });
    fc.assert(
      fc.property(question, strange, (asked, other) => {
        answersOrRefuses(() => describeCalendar(asked as never));
        return answersOrRefuses(() => noticesFor(other as never, [other] as never));
      }),
      { numRuns: 2_000 },
    );
    expect(() => describeCalendar(null as never)).toThrow(RuleInputError);
  });
});
