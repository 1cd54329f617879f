import { addHours, endOfDay, instantAt, isTimely, localAt } from './hours';

describe('hours', () => {
  it('counts elapsed hours across a change of daylight time', () => {
    const served = instantAt('2026-03-07T22:00', 'America/Los_Angeles');
    expect(served).toBe('2026-03-08T06:00:00Z');
    expect(localAt(addHours(served, 6), 'America/Los_Angeles')).toBe('2026-03-08T05:00');
  });

  it('ends the last day on the clock of the forum', () => {
    expect(endOfDay('2026-11-16', 'America/New_York')).toBe('2026-11-17T05:00:00Z');
    expect(isTimely('2026-11-17T04:59:59Z', '2026-11-16', 'America/New_York')).toBe(true);
    expect(isTimely('2026-11-17T05:00:00Z', '2026-11-16', 'America/New_York')).toBe(false);
  });

  it('says what is wrong with an instant or a zone', () => {
    expect(() => addHours('yesterday', 6)).toThrow('ISO 8601');
    expect(() => endOfDay('2026-11-16', 'Mars/Olympus')).toThrow('not an IANA time zone');
  });
});
