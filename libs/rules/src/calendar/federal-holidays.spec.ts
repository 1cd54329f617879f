import { federalHolidays, inaugurationDay, inLieuDays } from './federal-holidays';

const on = (year: number, name: string) =>
  federalHolidays(year).find((holiday) => holiday.name.startsWith(name))?.on;
const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('statutory federal holidays, 5 USC 6103(a)', () => {
  it('follows the Uniform Monday Holiday Act from 1971', () => {
    expect([on(1970, 'Washington'), on(1971, 'Washington')]).toEqual(['1970-02-22', '1971-02-15']);
    expect([on(1970, 'Memorial'), on(1971, 'Memorial')]).toEqual(['1970-05-30', '1971-05-31']);
    expect([on(1970, 'Columbus'), on(1971, 'Columbus')]).toEqual([undefined, '1971-10-11']);
  });

  it('keeps Veterans Day on the fourth Monday of October only from 1971 to 1977', () => {
    expect([1970, 1971, 1977, 1978].map((year) => on(year, 'Veterans'))).toEqual([
      '1970-11-11',
      '1971-10-25',
      '1977-10-24',
      '1978-11-11',
    ]);
  });

  it("begins King's birthday in 1986 and Juneteenth in 2021", () => {
    expect([on(1985, 'Birthday'), on(1986, 'Birthday')]).toEqual([undefined, '1986-01-20']);
    expect([on(2020, 'Juneteenth'), on(2021, 'Juneteenth')]).toEqual([undefined, '2021-06-19']);
  });

  it('calls November 11 Armistice Day until the act of June 1, 1954', () => {
    expect([on(1953, 'Armistice'), on(1954, 'Armistice')]).toEqual(['1953-11-11', undefined]);
    expect([on(1953, 'Veterans'), on(1954, 'Veterans')]).toEqual([undefined, '1954-11-11']);
  });

  it('names the law of each day', () => {
    const authority = (year: number, name: string) =>
      federalHolidays(year).find((holiday) => holiday.name.startsWith(name))?.authority;
    expect(authority(2021, 'Juneteenth')).toContain('117-17');
    expect(authority(1975, 'Veterans')).toContain('Uniform Monday Holiday Act');
    expect(
      between(1950, 2100)
        .flatMap(federalHolidays)
        .every((holiday) => holiday.authority.length > 8),
    ).toBe(true);
  });

  it.each([1949, 2101, 1e9, -1, 2026.5, NaN, Infinity, '2026' as never, null as never, {} as never])(
    'does not answer for the year %p',
    (year) => {
      for (const days of [federalHolidays, inLieuDays, inaugurationDay])
        expect(() => days(year)).toThrow('covers 1950 to 2100');
    },
  );

  it.each([
    [1955, 8],
    [1975, 9],
    [1990, 10],
    [2026, 11],
    [2100, 11],
  ])('has in %i %i days', (year, days) => {
    expect(federalHolidays(year)).toHaveLength(days);
  });

  // Three years written out by hand.
  it.each([
    [2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25'],
    [1999, '01-01 01-18 02-15 05-31 07-04 09-06 10-11 11-11 11-25 12-25'],
  ])('names the days of %i', (year, days) => {
    expect(federalHolidays(year).map((holiday) => holiday.on)).toEqual(
      days.split(' ').map((day) => `${year}-${day}`),
    );
  });
});

describe('days in lieu', () => {
  it('gives Friday for Saturday and Monday for Sunday, into the year before for New Year', () => {
    expect(inLieuDays(2021).map((day) => [day.on, day.weekday])).toEqual([
      ['2021-06-18', 'friday'],
      ['2021-07-05', 'monday'],
      ['2021-12-24', 'friday'],
      ['2021-12-31', 'friday'],
    ]);
    expect(inLieuDays(2022).map((day) => day.on)).toEqual(['2022-06-20', '2022-12-26']);
  });

  it('observes Veterans Day on a weekday in every year it falls on a weekend', () => {
    const found = between(1990, 2035)
      .flatMap(inLieuDays)
      .filter((day) => day.name.startsWith('Veterans'))
      .map((day) => day.on.replaceAll('-', ''));
    expect(found.join(' ')).toBe(
      '19901112 19951110 20001110 20011112 20061110 20071112 20121112 20171110 20181112 20231110 20281110 20291112 20341110 20351112',
    );
  });
});

describe('days in lieu, before there were any', () => {
  it('gives none for a Sunday before June 1952 or for a Saturday before September 1959', () => {
    expect(between(1950, 1951).flatMap(inLieuDays)).toEqual([]);
    expect(
      between(1952, 1959)
        .flatMap(inLieuDays)
        .map((day) => day.on),
    ).toEqual('1953-02-23 1954-05-31 1954-07-05 1955-12-26 1956-01-02 1956-11-12 1959-02-23'.split(' '));
    expect(inLieuDays(1960).map((day) => [day.on, day.authority])).toEqual([
      ['1960-12-26', 'Executive Order 10358'],
    ]);
    expect(inLieuDays(1961).map((day) => [day.on, day.weekday])).toEqual([
      ['1961-01-02', 'monday'],
      ['1961-11-10', 'friday'],
    ]);
  });
});

describe('Inauguration Day, 5 USC 6103(c)', () => {
  it('comes every fourth year, on the 21st when the 20th is a Sunday', () => {
    expect(
      between(1950, 2013)
        .map(inaugurationDay)
        .filter((day) => day !== null)
        .map((day) => day.on),
    ).toEqual([
      '1953-01-20',
      '1957-01-21',
      '1961-01-20',
      '1965-01-20',
      '1969-01-20',
      '1973-01-20',
      '1977-01-20',
      '1981-01-20',
      '1985-01-21',
      '1989-01-20',
      '1993-01-20',
      '1997-01-20',
      '2001-01-20',
      '2005-01-20',
      '2009-01-20',
      '2013-01-21',
    ]);
  });
});
