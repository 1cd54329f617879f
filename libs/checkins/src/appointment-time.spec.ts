import { appointmentTime, dayAt } from './appointment-time';

describe('the instant of an appointment', () => {
  it('is the wall clock of the office', () => {
    expect(appointmentTime('2026-07-02', '09:00', 'America/New_York')).toEqual({
      startsAt: '2026-07-02T13:00:00Z',
      clockChange: null,
    });
    expect(appointmentTime('2026-07-02', '09:00', 'Pacific/Guam').startsAt).toBe('2026-07-01T23:00:00Z');
  });

  it('is the first minute after a gap, whatever time was written inside it', () => {
    for (const time of ['02:00', '02:30', '02:59']) {
      expect(appointmentTime('2026-03-08', time, 'America/New_York')).toEqual({
        startsAt: '2026-03-08T07:00:00Z',
        clockChange: 'skipped',
      });
    }
    expect(appointmentTime('2026-03-08', '03:00', 'America/New_York').clockChange).toBeNull();
    expect(appointmentTime('2026-03-08', '02:30', 'America/Phoenix').startsAt).toBe('2026-03-08T09:30:00Z');
  });

  it('is the first of two when the clocks go back', () => {
    expect(appointmentTime('2026-11-01', '01:30', 'America/New_York')).toEqual({
      startsAt: '2026-11-01T05:30:00Z',
      clockChange: 'repeated',
    });
    expect(appointmentTime('2026-11-01', '02:00', 'America/New_York')).toEqual({
      startsAt: '2026-11-01T07:00:00Z',
      clockChange: null,
    });
  });

  it('works where midnight itself does not exist', () => {
    expect(appointmentTime('2023-04-28', '00:00', 'Africa/Cairo').startsAt).toBe('2023-04-27T22:00:00Z');
  });

  it('knows the day somewhere', () => {
    expect(dayAt(new Date('2026-07-02T03:30:00Z'), 'America/New_York')).toBe('2026-07-01');
    expect(dayAt(new Date('2026-07-02T03:30:00Z'), 'Pacific/Guam')).toBe('2026-07-02');
  });
});
