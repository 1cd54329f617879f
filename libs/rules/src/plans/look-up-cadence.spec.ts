import { nextLookUpAt, type LookUpResult } from './look-up-cadence';

const DETAINED = '2026-03-07T10:00:00Z';
const after = (at: string, result: LookUpResult, detainedAt: string | null = DETAINED) =>
  nextLookUpAt({ detainedAt, last: { at, result }, now: '2026-03-12T00:00:00Z' });

describe('when somebody has to look again', () => {
  it.each([
    ['2026-03-07T11:00:00Z', 'not_found', '2026-03-07T13:00:00Z'],
    ['2026-03-07T11:00:00Z', 'unclear', '2026-03-07T13:00:00Z'],
    ['2026-03-07T11:00:00Z', 'found', '2026-03-07T17:00:00Z'],
    ['2026-03-08T09:59:00Z', 'not_found', '2026-03-08T11:59:00Z'],
    ['2026-03-08T10:00:00Z', 'not_found', '2026-03-08T14:00:00Z'],
    ['2026-03-10T09:59:00Z', 'not_found', '2026-03-10T13:59:00Z'],
    ['2026-03-10T10:00:00Z', 'not_found', '2026-03-10T22:00:00Z'],
    ['2026-03-10T10:00:00Z', 'found', '2026-03-11T10:00:00Z'],
  ] as const)('after a look-up at %s that came to %s: %s', (at, result, next) => {
    expect(after(at, result)).toBe(next);
  });

  it('is at once when nobody has looked', () => {
    const now = '2026-03-07T18:00:00Z';
    expect(nextLookUpAt({ detainedAt: DETAINED, last: null, now })).toBe(DETAINED);
    expect(nextLookUpAt({ detainedAt: null, last: null, now })).toBe(now);
  });

  it('treats a detention nobody knows the hour of as young', () => {
    expect(after('2026-03-11T10:00:00Z', 'not_found', null)).toBe('2026-03-11T12:00:00Z');
  });
});
