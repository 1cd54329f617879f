import { RuleInputError } from '../errors';
import { methodCount } from './method';
import { METHOD_VECTORS } from './method-vectors.fixture';
import { methodOf } from './method-text.fixture';

const counted = (method: unknown, timeZone?: string) => methodCount(method, { timeZone }).due;
const day = { unit: 'day', n: 30, dir: 1, roll: 'fwd', cal: 'FED', start: '2026-10-15' };

describe('the bare count of a method', () => {
  it.each(METHOD_VECTORS)('%s %s: %s is %s', (_id, _shows, text, due) => {
    const method = methodOf(text);
    const shapes: Record<string, unknown> = {
      hour: { utc: due },
      cutoff: { last_instant_exclusive_utc: due },
      timely: { timely: due === 'true' },
      none: null,
    };
    const { due: found, trace } = methodCount(method);
    expect(found).toEqual(Object.hasOwn(shapes, method.unit as string) ? shapes[method.unit as string] : due);
    expect(trace.length).toBeGreaterThan(0);
  });

  it('gives the wall clock of an hour count in the zone it is told', () => {
    const hours = { unit: 'hour', n: 6, start_utc: '2026-03-08T06:00:00Z', roll: 'none' };
    const both = { local: '2026-03-08T05:00', utc: '2026-03-08T12:00:00Z' };
    expect(counted({ ...hours, tz: 'America/Los_Angeles' })).toEqual(both);
    expect(counted(hours, 'America/Los_Angeles')).toEqual(both);
    expect(counted({ ...hours, tz: 'America/Los_Angeles' }, 'America/New_York')).toEqual(both);
  });

  it('rolls hours that a court sets to the same hour of the next open day', () => {
    const hours = {
      unit: 'hour',
      n: 24,
      start_utc: '2026-11-25T20:00:00Z',
      roll: 'fwd',
      tz: 'America/New_York',
    };
    expect(counted(hours)).toEqual({ local: '2026-11-27T15:00', utc: '2026-11-27T20:00:00Z' });
    expect(counted({ ...hours, n: 1 })).toEqual({ local: '2026-11-25T16:00', utc: '2026-11-25T21:00:00Z' });
    expect(methodCount(hours).trace[0]!.text).toContain('Thanksgiving');
  });

  it('leaves the hours of closed days out of a count of open hours', () => {
    const hours = { unit: 'hour_excl', n: 48, start_utc: '2026-11-25T20:00:00Z', tz: 'America/New_York' };
    expect(counted(hours)).toEqual({ local: '2026-11-30T15:00', utc: '2026-11-30T20:00:00Z' });
    expect(methodCount(hours).trace[0]!.text).toContain('Thu, Nov 26, 2026 (Thanksgiving Day)');
  });

  it('counts parts under their names', () => {
    const { due, trace } = methodCount({ unit: 'multi', parts: { first_day: day, never: { unit: 'none' } } });
    expect(due).toEqual({ first_day: '2026-11-16', never: null });
    expect(trace[0]!.text).toMatch(/^first day: 30 calendar days after Thu, Oct 15, 2026/);
  });

  it('counts forward, does not roll and takes the federal calendar unless told', () => {
    expect(counted({ unit: 'day', n: 30, start: '2026-10-15' })).toBe('2026-11-14');
    expect(counted({ unit: 'day', n: 30, start: '2026-10-15', roll: null, extra: null, cal: null })).toBe(
      '2026-11-14',
    );
  });

  it('rolls the end of a legacy count forward, for it is a filing, unless told', () => {
    const legacy = { unit: 'legacy', n: 90, floor: '1996-09-30', start: '1996-08-05' };
    expect(counted(legacy)).toBe('1996-11-04');
    expect(counted({ ...legacy, roll: 'none' })).toBe('1996-11-03');
  });

  it('says in the trace which fields it did not use', () => {
    const { due, trace } = methodCount({ ...day, dri: -1, ['x y']: 1 });
    expect(due).toBe('2026-11-16');
    expect(trace.at(-1)!.text).toBe('Not understood, and not used: dri, a field without a proper name.');
  });
});

describe('a method that cannot be counted', () => {
  const open = { unit: 'hour_excl', n: 48, start_utc: '2026-11-25T20:00:00Z' };
  const inherits = Object.create(day) as object;
  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'method', 'malformed_method'],
    ['null', null, 'method', 'malformed_method'],
    ['a text', 'day', 'method', 'malformed_method'],
    ['a list', [day], 'method', 'malformed_method'],
    ['no unit', {}, 'method.unit', 'malformed_method'],
    ['a unit that is a list', { ...day, unit: ['day'] }, 'method.unit', 'malformed_method'],
    ['a unit of the prototype', { ...day, unit: 'constructor' }, 'method.unit', 'malformed_method'],
    ['another unit of the prototype', { ...day, unit: '__proto__' }, 'method.unit', 'malformed_method'],
    ['inherited fields', inherits, 'method.unit', 'malformed_method'],
    ['30 February', { ...day, start: '2026-02-30' }, 'method.start', 'malformed_day'],
    ['no start', { ...day, start: null }, 'method.start', 'malformed_day'],
    ['a start that is a number', { ...day, start: 20261015 }, 'method.start', 'malformed_day'],
    ['a start with a time', { ...day, start: '2026-10-15T00:00' }, 'method.start', 'malformed_day'],
    ['the year 1', { ...day, start: '0001-01-01' }, 'method.start', 'day_out_of_range'],
    ['the year 9999', { ...day, start: '9999-12-31' }, 'method.start', 'day_out_of_range'],
    ['an end past 2100', { ...day, start: '2100-12-20' }, 'method.start', 'day_out_of_range'],
    ['a number as text', { ...day, n: '30' }, 'method.n', 'malformed_number'],
    ['no number', { ...day, n: undefined }, 'method.n', 'malformed_number'],
    ['NaN', { ...day, n: NaN }, 'method.n', 'malformed_number'],
    ['infinity', { ...day, n: Infinity }, 'method.n', 'malformed_number'],
    ['a billion', { ...day, n: 1e9 }, 'method.n', 'malformed_number'],
    ['a billion business days', { ...day, unit: 'busday', n: 1e9 }, 'method.n', 'malformed_number'],
    ['a billion months', { ...day, unit: 'month', n: 1e9 }, 'method.n', 'malformed_number'],
    ['minus one', { ...day, n: -1 }, 'method.n', 'malformed_number'],
    ['half a day', { ...day, n: 0.5 }, 'method.n', 'malformed_number'],
    ['a direction of 2', { ...day, dir: 2 }, 'method.dir', 'malformed_method'],
    ['a direction as text', { ...day, dir: '1' }, 'method.dir', 'malformed_method'],
    ['a roll without a name', { ...day, roll: 'forward' }, 'method.roll', 'malformed_method'],
    ['a roll of the prototype', { ...day, roll: 'toString' }, 'method.roll', 'malformed_method'],
    ['another calendar', { ...day, cal: 'CA' }, 'method.cal', 'malformed_method'],
    ['extra days that are no list', { ...day, extra: '2026-11-16' }, 'method.extra', 'malformed_list'],
    [
      'too many extra days',
      { ...day, extra: Array(1e5).fill('2026-11-16') },
      'method.extra',
      'malformed_list',
    ],
    ['holes', { ...day, extra: Array(3) }, 'method.extra.0', 'malformed_day'],
    ['an extra day that is none', { ...day, extra: ['2026-11-16', 'x'] }, 'method.extra.1', 'malformed_day'],
    ['a floor that is none', { ...day, floor: 'soon' }, 'method.floor', 'malformed_day'],
    ['a legacy count without its date', { ...day, unit: 'legacy' }, 'method.floor', 'malformed_method'],
    [
      'hours from no instant',
      { unit: 'hour', n: 6, start_utc: 'now' },
      'method.start_utc',
      'malformed_instant',
    ],
    [
      'hours without an offset',
      { unit: 'hour', n: 6, start_utc: '2026-03-08T06:00:00' },
      'method.start_utc',
      'malformed_instant',
    ],
    [
      'hours of the year 1',
      { unit: 'hour', n: 6, start_utc: '0001-01-01T00:00:00Z' },
      'method.start_utc',
      'day_out_of_range',
    ],
    [
      'a billion hours',
      { unit: 'hour', n: 1e9, start_utc: '2026-03-08T06:00:00Z' },
      'method.n',
      'malformed_number',
    ],
    [
      'hours on Mars',
      { unit: 'hour', n: 6, start_utc: '2026-03-08T06:00:00Z', tz: 'Mars/Base' },
      'method.tz',
      'unknown_time_zone',
    ],
    [
      'a zone of a megabyte',
      { unit: 'hour', n: 6, start_utc: '2026-03-08T06:00:00Z', tz: 'x'.repeat(1e6) },
      'method.tz',
      'malformed_method',
    ],
    ['open hours without a zone', open, 'method.tz', 'malformed_method'],
    ['a year and a day of open hours', { ...open, tz: 'UTC', n: 8_800 }, 'method.n', 'malformed_number'],
    ['court hours without a zone', { ...open, unit: 'hour', roll: 'fwd' }, 'method.tz', 'malformed_method'],
    ['a cut-off without a zone', { unit: 'cutoff', due: '2026-10-30' }, 'method.tz', 'malformed_method'],
    [
      'a cut-off in an offset',
      { unit: 'cutoff', due: '2026-10-30', tz: '+05:30' },
      'method.tz',
      'unknown_time_zone',
    ],
    ['a cut-off without a day', { unit: 'cutoff', tz: 'UTC' }, 'method.due', 'malformed_day'],
    [
      'a submission that is no instant',
      { unit: 'timely', due: '2026-10-30', tz: 'UTC', submitted_utc: {} },
      'method.submitted_utc',
      'malformed_instant',
    ],
    ['no parts', { unit: 'multi' }, 'method.parts', 'malformed_method'],
    ['empty parts', { unit: 'multi', parts: {} }, 'method.parts', 'malformed_method'],
    ['parts in a list', { unit: 'multi', parts: [day] }, 'method.parts', 'malformed_method'],
    [
      'a part named __proto__',
      { unit: 'multi', parts: JSON.parse('{"__proto__":{"unit":"none"}}') as unknown },
      'method.parts',
      'malformed_method',
    ],
    [
      'parts within parts',
      { unit: 'multi', parts: { a: { unit: 'multi', parts: {} } } },
      'method.parts.a.unit',
      'malformed_method',
    ],
    [
      'a wrong part',
      { unit: 'multi', parts: { a: day, b: { ...day, n: -1 } } },
      'method.parts.b.n',
      'malformed_number',
    ],
    [
      'a thousand parts',
      { unit: 'multi', parts: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, day])) },
      'method.parts',
      'malformed_method',
    ],
  ])('%s', (_what, method, path, code) => {
    let error: unknown;
    try {
      methodCount(method);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RuleInputError);
    expect({ path: (error as RuleInputError).path, code: (error as RuleInputError).code }).toEqual({
      path,
      code,
    });
    expect((error as RuleInputError).message.length).toBeLessThan(400);
  });

  it('names the place it was told', () => {
    expect(() => methodCount({ ...day, n: -1 }, { path: '3.method' })).toThrow(
      expect.objectContaining({ path: '3.method.n' }),
    );
  });
});
