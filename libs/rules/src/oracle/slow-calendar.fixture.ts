/**
 * A calendar for checking the engine against, slow and written differently on purpose: it knows no day numbers, only
 * years, months, dates and weekdays, moves one day at a time, and asks of each day by its place in the month whether
 * the written list of observances names it. It shares no line with calendar/.
 */
export interface Place {
  y: number;
  m: number;
  d: number;
  /** Sunday is 0. */
  w: number;
}

export type SlowLayer = 'weekend' | 'holiday' | 'observed' | 'inauguration' | 'order' | 'extra';

/** The layers that roll a filing. */
export const ROLLING: readonly SlowLayer[] = ['weekend', 'holiday', 'observed'];

export function monthLength(year: number, month: number): number {
  if (month === 2) {
    if (year % 400 === 0) return 29;
    if (year % 100 === 0) return 28;
    return year % 4 === 0 ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const { floor } = Math;

/** Weekday by Zeller's congruence. */
function zeller(year: number, month: number, date: number): number {
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const k = y % 100;
  const j = floor(y / 100);
  const h = (date + floor((13 * (m + 1)) / 5) + k + floor(k / 4) + floor(j / 4) + 5 * j) % 7;
  return (h + 6) % 7;
}

export const placeAt = (y: number, m: number, d: number): Place => ({ y, m, d, w: zeller(y, m, d) });

export function read(day: string): Place {
  const [y, m, d] = day.split('-') as [string, string, string];
  return placeAt(+y, +m, +d);
}

export const written = ({ y, m, d }: Place): string =>
  `${y < 1000 ? '0' : ''}${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}`;

/** Moves the place itself by one day. */
export function step(place: Place, sign: 1 | -1): void {
  place.w = (place.w + sign + 7) % 7;
  place.d += sign;
  if (place.d === 0) {
    place.m -= 1;
    if (place.m === 0) {
      place.m = 12;
      place.y -= 1;
    }
    place.d = monthLength(place.y, place.m);
  } else if (place.d > 28 && place.d > monthLength(place.y, place.m)) {
    place.d = 1;
    place.m += 1;
    if (place.m === 13) {
      place.m = 1;
      place.y += 1;
    }
  }
}

const MONDAY = 1;
const THURSDAY = 4;
const [ALWAYS, FOREVER] = [0, 9999];

/** Month by month: first year, last year, weekday (or none), first and last date on which the observance falls. */
type Observance = readonly [from: number, to: number, weekday: number | null, first: number, last: number];
const OBSERVANCES: Readonly<Record<number, readonly Observance[]>> = {
  1: [
    [ALWAYS, FOREVER, null, 1, 1],
    [1986, FOREVER, MONDAY, 15, 21],
  ],
  2: [
    [ALWAYS, 1970, null, 22, 22],
    [1971, FOREVER, MONDAY, 15, 21],
  ],
  5: [
    [ALWAYS, 1970, null, 30, 30],
    [1971, FOREVER, MONDAY, 25, 31],
  ],
  6: [[2021, FOREVER, null, 19, 19]],
  7: [[ALWAYS, FOREVER, null, 4, 4]],
  9: [[ALWAYS, FOREVER, MONDAY, 1, 7]],
  10: [
    [1971, FOREVER, MONDAY, 8, 14],
    [1971, 1977, MONDAY, 22, 28],
  ],
  11: [
    [ALWAYS, 1970, null, 11, 11],
    [1978, FOREVER, null, 11, 11],
    [ALWAYS, FOREVER, THURSDAY, 22, 28],
  ],
  12: [[ALWAYS, FOREVER, null, 25, 25]],
};

export function isHoliday({ y, m, d, w }: Place): boolean {
  const list = OBSERVANCES[m];
  if (list === undefined) return false;
  for (const [from, to, weekday, first, last] of list) {
    if (y >= from && y <= to && d >= first && d <= last && (weekday === null || w === weekday)) return true;
  }
  return false;
}

/** A Friday before a Saturday holiday since September 22, 1959; a Monday after a Sunday one since June 9, 1952. */
function isObserved(place: Place): boolean {
  if (place.w !== 5 && place.w !== MONDAY) return false;
  const since = place.w === 5 ? '1959-09-22' : '1952-06-09';
  if (place.y < 1960 && written(place) < since) return false;
  const neighbour = { ...place };
  step(neighbour, place.w === 5 ? 1 : -1);
  return isHoliday(neighbour);
}

/** January 20 after an election since 1953; when that is a Sunday, the Monday. */
const isInauguration = ({ y, m, d, w }: Place): boolean =>
  y >= 1953 && y % 4 === 1 && m === 1 && ((d === 20 && w !== 0) || (d === 21 && w === MONDAY));

const ORDERS = new Set(
  (
    '1952-12-26 1959-07-03 1963-11-25 1969-03-31 1969-07-21 1972-12-28 1973-01-25 1986-12-26 1994-04-27 2001-12-24 ' +
    '2004-06-11 2007-01-02 2007-12-24 2008-12-26 2012-12-24 2014-12-26 2018-12-05 2018-12-24 2019-12-24 2020-12-24 ' +
    '2024-12-24 2025-01-09 2025-12-24 2025-12-26'
  ).split(' '),
);

const MEANS: Readonly<Record<SlowLayer, (place: Place, extra: ReadonlySet<string>) => boolean>> = {
  weekend: ({ w }) => w === 0 || w === 6,
  holiday: isHoliday,
  observed: isObserved,
  inauguration: isInauguration,
  order: (place) => ORDERS.has(written(place)),
  extra: (place, extra) => extra.has(written(place)),
};

export const isClosed = (place: Place, layers: readonly SlowLayer[], extra: ReadonlySet<string>): boolean =>
  layers.some((layer) => MEANS[layer](place, extra));
