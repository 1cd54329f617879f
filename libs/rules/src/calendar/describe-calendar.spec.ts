import { EXECUTIVE_CLOSURES_PACK } from '../packs/calendar/executive-closures';
import { closedOn, openDayAfter, openDayBefore } from './count';
import { addDays } from './day';
import { describeCalendar, type CalendarQuestion } from './describe-calendar';

const brief = (question: CalendarQuestion) =>
  describeCalendar(question).map(
    ({ on, rolls, reasons }) =>
      `${on.slice(5)} ${rolls ? 'rolls' : 'bounds'}: ${reasons.map((reason) => reason.layer).join(', ')}`,
  );

describe('the calendar in words', () => {
  it('names every layer of a day and whether it rolls', () => {
    expect(brief({ from: '2026-07-01', to: '2026-07-06' })).toEqual([
      '07-03 rolls: in_lieu_day',
      '07-04 rolls: statutory_holiday, weekend',
      '07-05 rolls: weekend',
    ]);
    expect(brief({ from: '2025-01-06', to: '2025-01-20' })).toEqual([
      '01-09 bounds: executive_closure',
      '01-11 rolls: weekend',
      '01-12 rolls: weekend',
      '01-18 rolls: weekend',
      '01-19 rolls: weekend',
      '01-20 rolls: statutory_holiday, inauguration_day',
    ]);
  });

  it('shows the days of a state, a closure and a forum when asked', () => {
    const question = { from: '2026-04-20', to: '2026-04-24' };
    expect(brief(question)).toEqual([]);
    expect(
      brief({
        ...question,
        state: 'MA',
        forum: 'board',
        closures: [{ on: '2026-04-21', name: 'Closed by order', source: 'EO' }],
        notices: [
          { forum: 'board', on: '2026-04-22', name: 'Outage', source: 'link' },
          { forum: 'uscis', on: '2026-04-23', name: 'Outage', source: 'link' },
        ],
      }),
    ).toEqual([
      '04-20 bounds: state_holiday',
      '04-21 bounds: executive_closure',
      '04-22 bounds: forum_notice',
    ]);
  });

  it('gives the authority and the doubt', () => {
    const [friday, saturday] = describeCalendar({ from: '2026-07-03', to: '2026-07-04' });
    expect(friday).toMatchObject({ weekday: 5, text: 'Fri, Jul 3, 2026' });
    expect(friday!.reasons[0]).toMatchObject({
      name: 'Independence Day (observed)',
      authority: '5 USC 6103(b)(1)',
      doubt: expect.stringContaining('pay and leave') as string,
    });
    expect(saturday!.reasons[0]!.doubt).toBeNull();
    const [patriots] = describeCalendar({ from: '2026-04-20', to: '2026-04-20', state: 'MA' });
    expect(patriots!.reasons[0]!.authority).toContain('ch. 4, sec. 7');
    expect(patriots!.reasons[0]!.doubt).toContain('not confirmed');
  });

  it('agrees with the counting calendar over the longest stretch, at both ends of the calendar', () => {
    for (const from of ['1950-01-01', '1970-06-01', '2025-01-01', '2098-10-23']) {
      const to = addDays(from, 799);
      const rolling = new Set(
        describeCalendar({ from, to })
          .filter((day) => day.rolls)
          .map((day) => day.on),
      );
      for (let day = from; day <= to; day = addDays(day, 1)) {
        expect([day, rolling.has(day)]).toEqual([day, closedOn(day) !== null]);
      }
    }
  });

  it('lists the shipped closures, on weekdays that were open by law', () => {
    for (const { on } of EXECUTIVE_CLOSURES_PACK.days) {
      expect(closedOn(on)).toBeNull();
      expect(brief({ from: on, to: on })).toEqual([`${on.slice(5)} bounds: executive_closure`]);
    }
  });

  it.each<[string, unknown, string]>([
    ['30 February', { from: '2026-02-30', to: '2026-03-01' }, 'from'],
    ['no end', { from: '2026-02-01' }, 'to'],
    ['the year 1949', { from: '1949-12-31', to: '1950-01-01' }, 'from'],
    ['the year 2101', { from: '2100-12-31', to: '2101-01-01' }, 'to'],
    ['801 days', { from: '2025-01-01', to: '2027-03-12' }, 'to'],
    ['an end before the beginning', { from: '2026-01-02', to: '2026-01-01' }, 'to'],
    ['a state that is not in the pack', { from: '2026-01-01', to: '2026-01-02', state: 'XX' }, 'state'],
    ['closures that are no list', { from: '2026-01-01', to: '2026-01-02', closures: 'x' }, 'closures'],
    [
      'a closure on no day',
      { from: '2026-01-01', to: '2026-01-02', closures: [{ on: 'x', name: 'x' }] },
      'closures',
    ],
    ['notices that are no list', { from: '2026-01-01', to: '2026-01-02', notices: {} }, 'forumNotices'],
  ])('refuses %s', (_what, question, path) => {
    expect(() => describeCalendar(question as CalendarQuestion)).toThrow(expect.objectContaining({ path }));
  });
});

describe('open days around a day', () => {
  it('is the day to be safe when a roll is in doubt', () => {
    expect(openDayBefore('2026-07-06')).toBe('2026-07-02');
    expect(openDayAfter('2026-07-02')).toBe('2026-07-06');
    expect(openDayBefore('2026-07-04')).toBe('2026-07-02');
    expect(openDayBefore('1950-01-01')).toBe('1949-12-30');
    expect(closedOn('2026-07-03')).toMatchObject({ layer: 'in_lieu_day' });
  });
});
