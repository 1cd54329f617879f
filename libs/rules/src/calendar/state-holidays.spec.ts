import { STATE_HOLIDAYS_PACK } from '../packs/calendar/state-holidays';
import { toDay, toOrdinal } from './day';
import { legalCalendar, ROLLING_LAYERS } from './legal-calendar';
import {
  clerkStateOf,
  easterOf,
  stateHolidays,
  stateHolidaysAround,
  statesWithHolidays,
} from './state-holidays';
import { count } from './count';

const on = (state: string, year: number) => stateHolidays(state, year).map((day) => day.on.slice(5));

describe('holidays of the states where the clerks sit', () => {
  // Written out by hand.
  it.each([
    ['MA', 2026, '03-17 04-20 06-17'],
    ['MA', 1968, '03-18 04-19 06-17'],
    ['NY', 2026, '02-12 11-03'],
    ['NY', 2023, '02-13 11-07'],
    ['PA', 2026, '02-12 04-03 06-14 11-03'],
    ['VA', 2026, '11-03 11-27'],
    ['VA', 2019, '01-18 11-29'],
    ['VA', 2020, '01-17 11-03 11-27'],
    ['LA', 2026, '01-08 02-17 04-03 08-30 11-01 11-03 11-27'],
    ['LA', 2022, '01-08 01-19 03-01 04-15 06-03 08-30 11-01 11-08 11-25'],
    ['OH', 2026, ''],
    ['IL', 2026, '02-12 04-03 11-03 11-27'],
    ['IL', 2025, '02-12 04-18 11-28'],
    ['MO', 2026, '02-12 05-08'],
    ['MO', 2021, '02-12 05-07'],
    ['CA', 2026, '02-12 03-31 04-24 09-09 09-25 11-27'],
    ['CO', 2026, '10-05'],
    ['GA', 2026, '04-03 11-27'],
    ['DC', 2025, '01-20 04-16'],
    ['DC', 2011, '04-15'],
    ['DC', 2017, '01-20 04-17'],
  ])('%s in %i', (state, year, days) => {
    expect(on(state, year)).toEqual(days.split(' ').filter(Boolean));
  });

  it('finds Easter', () => {
    const known =
      '1954-04-18 1981-04-19 2000-04-23 2008-03-23 2019-04-21 2026-04-05 2038-04-25 2049-04-18 2076-04-19 2100-03-28';
    expect(known.split(' ').map((day) => toDay(easterOf(Number(day.slice(0, 4)))))).toEqual(known.split(' '));
  });

  it('finds Easter in every year as the algorithm printed by Butcher in 1877 does', () => {
    const { trunc } = Math;
    for (let year = 1950; year <= 2100; year += 1) {
      const [a, b, c] = [year % 19, trunc(year / 100), year % 100];
      const h = (19 * a + b - trunc(b / 4) - trunc((b - trunc((b + 8) / 25) + 1) / 3) + 15) % 30;
      const l = (32 + 2 * (b % 4) + 2 * trunc(c / 4) - h - (c % 4)) % 7;
      const m = trunc((a + 11 * h + 22 * l) / 451);
      const [month, date] = [trunc((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
      expect(toDay(easterOf(year))).toBe(`${year}-0${month}-${date < 10 ? '0' : ''}${date}`);
    }
  });

  it('cites a section for each day and calls none of them confirmed', () => {
    for (const { state, citation, provenance, name } of STATE_HOLIDAYS_PACK.rules) {
      expect(statesWithHolidays()).toContain(state);
      expect(citation).toMatch(/\d/);
      expect(name).not.toBe('');
      expect(provenance).toBe('general_knowledge');
    }
  });

  it('moves the outer bound of a petition in the First Circuit over Patriots’ Day', () => {
    const method = { start: '2026-03-19', n: 30, unit: 'day', roll: 'forward' } as const;
    const wide = legalCalendar([...ROLLING_LAYERS, 'state_holiday'], {
      stateHolidays: stateHolidaysAround('MA', method.start),
    });
    expect(count(method).on).toBe('2026-04-20');
    expect(count(method, wide).on).toBe('2026-04-21');
  });

  it('supplies the years around a day and stops at the ends of the calendar', () => {
    const years = (day: string, around?: number) => [
      ...new Set(stateHolidaysAround('MA', day, around).map((each) => each.on.slice(0, 4))),
    ];
    expect(years('2026-12-31')).toEqual(['2025', '2026', '2027']);
    expect(years('2026-12-31', 0)).toEqual(['2026']);
    expect(years('1950-03-01')).toEqual(['1950', '1951']);
    expect(years('2100-03-01')).toEqual(['2099', '2100']);
  });

  it.each([
    ['9', 'CA'],
    ['9th Cir.', 'CA'],
    ['1st Cir.', 'MA'],
    ['2d Cir.', 'NY'],
    ['3rd Circuit', 'PA'],
    ['circuit:11', 'GA'],
    ['DC', 'DC'],
    ['D.C. Cir.', 'DC'],
    ['12', null],
    ['0', null],
    ['BIA', null],
    ['constructor', null],
  ])('the clerk of %p sits in %p', (circuit, state) => {
    expect(clerkStateOf(circuit)).toBe(state);
  });

  it('does not read a circuit out of a very long text', () => {
    expect(clerkStateOf('9'.repeat(1e6))).toBeNull();
    expect(clerkStateOf(' '.repeat(1e6))).toBeNull();
  });

  it.each(['TX', 'ma', '', 'toString', '__proto__', null as never, 5 as never, {} as never])(
    'does not know the state %p',
    (state) => {
      expect(() => stateHolidays(state, 2026)).toThrow('not in the pack');
      expect(() => stateHolidaysAround(state, '2026-01-01')).toThrow('not in the pack');
    },
  );

  it('refuses an absurd year, day or span', () => {
    for (const year of [1949, 2101, NaN, 1e9, '2026' as never])
      expect(() => stateHolidays('MA', year)).toThrow('covers 1950 to 2100');
    expect(() => stateHolidaysAround('MA', '2026-02-30')).toThrow('must exist');
    for (const years of [-1, 11, 1.5, NaN, '1' as never])
      expect(() => stateHolidaysAround('MA', '2026-01-01', years)).toThrow('0 to 10');
    expect(toOrdinal(stateHolidays('DC', 2100)[0]!.on)).toBeGreaterThan(0);
  });
});
