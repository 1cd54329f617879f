import { businessDaysBefore, count } from './count';

describe('counting a period', () => {
  it('rolls a thirtieth day over a weekend and a holiday', () => {
    const result = count({ start: '2024-10-10', n: 30, unit: 'day', roll: 'forward' });
    expect(result).toMatchObject({ on: '2024-11-12', raw: '2024-11-09' });
    expect(result.rolledOver.map((day) => day.layer)).toEqual(['weekend', 'weekend', 'statutory_holiday']);
  });

  it('clamps months and years to the end of a shorter month', () => {
    expect(count({ start: '2026-08-31', n: 6, unit: 'month', roll: 'none' }).on).toBe('2027-02-28');
    expect(count({ start: '2024-02-29', n: 1, unit: 'year', roll: 'forward' }).on).toBe('2025-02-28');
  });

  it('keeps an office margin in open days', () => {
    expect(businessDaysBefore('2026-12-01', 3)).toBe('2026-11-25');
  });

  it('refuses a day that does not exist, an absurd number and a year without a calendar', () => {
    const method = { n: 30, unit: 'day', roll: 'forward' } as const;
    expect(() => count({ ...method, start: '2026-02-30' })).toThrow('must exist');
    expect(() => count({ ...method, start: '2026-02-01', n: 1e9 })).toThrow('whole number');
    expect(() => count({ ...method, start: '2100-12-20' })).toThrow('covers 1950 to 2100');
  });
});
