import { toOrdinal } from './day';
import { FEDERAL_CALENDAR, legalCalendar, ROLLING_LAYERS } from './legal-calendar';

const why = (on: string, calendar = FEDERAL_CALENDAR) => calendar.closed(toOrdinal(on))?.layer ?? null;

describe('layers of the calendar', () => {
  it('keeps statutory days and days in lieu apart', () => {
    expect(why('2026-07-04')).toBe('statutory_holiday');
    expect(why('2026-07-03')).toBe('in_lieu_day');
    expect(why('2026-07-05')).toBe('weekend');
    expect(why('2026-07-06')).toBeNull();
  });

  it('does not close on Inauguration Day, by executive order, in a state or for an outage unless asked', () => {
    const wide = legalCalendar(
      [...ROLLING_LAYERS, 'inauguration_day', 'executive_closure', 'state_holiday', 'forum_notice'],
      {
        closures: [{ on: '2026-12-24', name: 'Closed by order' }],
        stateHolidays: [{ on: '2026-04-20', name: "Patriots' Day" }],
        forumNotices: [{ on: '2026-10-07', name: 'Filing system outage' }],
      },
    );
    const days = ['2021-01-20', '2025-12-26', '2026-12-24', '2026-04-20', '2026-10-07'];
    expect(days.map((on) => why(on))).toEqual([null, null, null, null, null]);
    expect(days.map((on) => why(on, wide))).toEqual([
      'inauguration_day',
      'executive_closure',
      'executive_closure',
      'state_holiday',
      'forum_notice',
    ]);
  });

  it('refuses a supplied day that does not exist', () => {
    expect(() =>
      legalCalendar(['forum_notice'], { forumNotices: [{ on: '2026-02-30', name: 'Outage' }] }),
    ).toThrow('must exist');
  });
});
