import { count } from '../calendar/count';
import { addHours, endOfDay, isTimely, localAt } from '../calendar/hours';
import { legalCalendar, ROLLING_LAYERS } from '../calendar/legal-calendar';
import { COUNT_VECTORS, CUTOFF_VECTORS, HOUR_VECTORS, TIMELY_VECTORS } from './vectors.fixture';

describe('worked examples', () => {
  it.each(COUNT_VECTORS.map((vector) => [vector[0], vector[1], vector] as const))(
    '%s %s',
    (_id, _shows, vector) => {
      const [, , start, n, unit, direction, roll, expected, alsoClosed, notBefore] = vector;
      const calendar = legalCalendar([...ROLLING_LAYERS, 'forum_notice'], {
        forumNotices: (alsoClosed ?? []).map((on) => ({ on, name: 'closed' })),
      });
      expect(count({ start, n, unit, direction, roll, notBefore: notBefore ?? null }, calendar).on).toBe(
        expected,
      );
    },
  );

  it.each(HOUR_VECTORS)('%s counts elapsed hours from %s', (_id, start, hours, end, local, zone) => {
    expect(addHours(start, hours)).toBe(end);
    expect(localAt(end, zone)).toBe(local);
  });

  it.each(CUTOFF_VECTORS)('%s ends %s in %s', (_id, due, zone, end) => {
    expect(endOfDay(due, zone)).toBe(end);
  });

  it.each(TIMELY_VECTORS)('%s submitted %s for %s in %s', (_id, submitted, due, zone, timely) => {
    expect(isTimely(submitted, due, zone)).toBe(timely);
  });
});
