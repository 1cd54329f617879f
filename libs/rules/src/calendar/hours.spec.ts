import { addHours, addOpenHours, endOfDay, instantAt, isTimely, localAt, rollHours } from './hours';

const LA = 'America/Los_Angeles';

describe('hours', () => {
  it('counts elapsed hours across a change of daylight time', () => {
    const served = instantAt('2026-03-07T22:00', LA);
    expect(served).toBe('2026-03-08T06:00:00Z');
    expect(localAt(addHours(served, 6), LA)).toBe('2026-03-08T05:00');
    expect(localAt(addHours(instantAt('2026-10-31T22:00', LA), 6), LA)).toBe('2026-11-01T03:00');
    expect(addHours('2026-03-08T12:00:00Z', -6)).toBe(served);
  });

  it('reads an hour that is left out as an hour later, and one that comes twice as the first', () => {
    expect(instantAt('2026-03-08T02:30', LA)).toBe('2026-03-08T10:30:00Z');
    expect(instantAt('2026-11-01T01:30', LA)).toBe('2026-11-01T08:30:00Z');
  });

  it('ends the last day on the clock of the forum', () => {
    expect(endOfDay('2026-11-16', 'America/New_York')).toBe('2026-11-17T05:00:00Z');
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T04:00:00Z');
    expect(isTimely('2026-11-17T04:59:59Z', '2026-11-16', 'America/New_York')).toBe(true);
    expect(isTimely('2026-11-17T05:00:00Z', '2026-11-16', 'America/New_York')).toBe(false);
  });

  it('says what is wrong with an instant or a zone', () => {
    expect(() => addHours('yesterday', 6)).toThrow('ISO 8601');
    expect(() => endOfDay('2026-11-16', 'Mars/Olympus')).toThrow('"Mars/Olympus" is not an IANA time zone');
  });
});

describe('hours of open days, 8 CFR 287.7(d)', () => {
  const detainer = (local: string, zone = LA) => addOpenHours(instantAt(local, zone), 48, zone).local;

  it('stands still on Saturdays, Sundays and holidays of the place', () => {
    expect(detainer('2026-11-17T10:00')).toBe('2026-11-19T10:00');
    expect(detainer('2026-11-20T14:30')).toBe('2026-11-24T14:30');
    expect(detainer('2026-11-21T14:30')).toBe('2026-11-25T00:00');
    expect(detainer('2026-11-25T14:30')).toBe('2026-11-30T14:30');
    expect(detainer('2026-07-02T09:00')).toBe('2026-07-07T09:00');
  });

  it('asks the clock of the place which day it is', () => {
    // Friday evening in Honolulu, Saturday already in New York.
    const start = '2026-11-21T05:00:00Z';
    expect(addOpenHours(start, 1, 'Pacific/Honolulu').local).toBe('2026-11-20T20:00');
    expect(addOpenHours(start, 1, 'America/New_York').local).toBe('2026-11-23T01:00');
  });

  it('gives a closed day of 23 or 25 hours neither more nor less', () => {
    for (const on of ['2026-03-06T14:00', '2026-10-30T14:00'])
      expect(addOpenHours(instantAt(on, LA), 24, LA).local.slice(10)).toBe('T14:00');
  });

  it('names the days it passed over', () => {
    const { excluded } = addOpenHours('2026-11-25T20:00:00Z', 48, LA);
    expect(excluded.map((day) => day.on)).toEqual(['2026-11-26', '2026-11-28', '2026-11-29']);
  });

  it('ends at midnight when the hours end with an open day, and where it began when there are none', () => {
    expect(addOpenHours('2026-11-20T08:00:00Z', 24, LA).local).toBe('2026-11-21T00:00');
    expect(addOpenHours('2026-11-20T18:00:00Z', 0, LA).utc).toBe('2026-11-20T18:00:00Z');
  });

  it('copes with a day that a zone never had', () => {
    expect(addOpenHours('2011-12-29T20:00:00Z', 24, 'Pacific/Apia').local).toBe('2012-01-03T10:00');
  });
});

describe('hours that a court sets, FRAP 26(a)(2)', () => {
  it('run to the same hour of the next open day', () => {
    expect(rollHours('2026-11-28T02:00:00Z', 'America/New_York').local).toBe('2026-11-27T21:00');
    expect(rollHours('2026-11-29T02:00:00Z', 'America/New_York').local).toBe('2026-11-30T21:00');
    expect(rollHours('2026-03-07T20:00:00Z', 'America/New_York').local).toBe('2026-03-09T15:00');
  });
});

describe('hostile hours', () => {
  const good = '2026-03-08T06:00:00Z';
  const strange = [
    null,
    undefined,
    5,
    {},
    [],
    'Z',
    '2026-13-01T00:00Z',
    '9'.repeat(1e6),
    good.repeat(3),
  ] as never[];

  it.each(strange)('refuses the instant %#', (instant) => {
    for (const use of [
      () => addHours(instant, 1),
      () => addOpenHours(instant, 1, LA),
      () => rollHours(instant, LA),
      () => localAt(instant, LA),
      () => isTimely(instant, '2026-01-01', LA),
    ])
      expect(use).toThrow('ISO 8601');
    expect(() => instantAt(instant, LA)).toThrow('YYYY-MM-DDTHH:MM');
  });

  it.each([
    null,
    undefined,
    5,
    {},
    '',
    '+05:30',
    '2026-01-01T00:00Z[UTC]',
    'A'.repeat(1e6),
    '../etc',
    'toString',
  ] as never[])('refuses the zone %#', (zone) => {
    for (const use of [
      () => localAt(good, zone),
      () => endOfDay('2026-01-01', zone),
      () => instantAt('2026-01-01T00:00', zone),
      () => addOpenHours(good, 1, zone),
    ])
      expect(use).toThrow('not an IANA time zone');
  });

  it.each([NaN, Infinity, -Infinity, 1e9, '6', null, {}] as never[])('refuses %p hours', (hours) => {
    expect(() => addHours(good, hours)).toThrow('Hours are a number');
    expect(() => addOpenHours(good, hours, LA)).toThrow('Hours are a number');
  });

  it('refuses centuries without a calendar, and open hours backward', () => {
    expect(() => addHours('1850-01-01T00:00:00Z', 1)).toThrow('covers 1950 to 2100');
    expect(() => addOpenHours('2100-12-30T00:00:00Z', 500, LA)).toThrow('covers 1950 to 2100');
    expect(() => addOpenHours(good, -1, LA)).toThrow('Hours are a number');
  });
});
