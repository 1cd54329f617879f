import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, mondayOf, todayIn } from './format';

describe('days', () => {
  it('are counted by the calendar, across the change of clocks', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  });

  it('belong to the week that begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('have the form YYYY-MM-DD in every zone', () => {
    expect(todayIn('America/New_York')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(todayIn('Pacific/Guam')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
