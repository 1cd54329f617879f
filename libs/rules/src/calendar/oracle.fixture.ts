/**
 * A second way to count, slow and written differently on purpose: it walks one day at a time on UTC dates and asks of
 * each day by its place in the month whether it is a holiday. Only the tests use it.
 */
const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const text = (time: number) => new Date(time).toISOString().slice(0, 10);

interface Place {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly w: number;
}
const is = (month: number, day: number) => (place: Place) => place.m === month && place.d === day;
const weekday = (w: number, month: number, from: number, to: number) => (place: Place) =>
  place.m === month && place.w === w && place.d >= from && place.d <= to;

/** Years from and to, and the place in the month. */
const HOLIDAYS: readonly [number, number, (place: Place) => boolean][] = [
  [0, 9999, is(1, 1)],
  [0, 9999, is(7, 4)],
  [0, 9999, is(12, 25)],
  [0, 9999, weekday(1, 9, 1, 7)],
  [0, 9999, weekday(4, 11, 22, 28)],
  [1986, 9999, weekday(1, 1, 15, 21)],
  [2021, 9999, is(6, 19)],
  [0, 1970, is(2, 22)],
  [0, 1970, is(5, 30)],
  [0, 1970, is(11, 11)],
  [1971, 9999, weekday(1, 2, 15, 21)],
  [1971, 9999, weekday(1, 5, 25, 31)],
  [1971, 9999, weekday(1, 10, 8, 14)],
  [1971, 1977, weekday(1, 10, 22, 28)],
  [1978, 9999, is(11, 11)],
];

function isHoliday(time: number): boolean {
  const date = new Date(time);
  const place = {
    y: date.getUTCFullYear(),
    m: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    w: date.getUTCDay(),
  };
  return HOLIDAYS.some(([from, to, matches]) => place.y >= from && place.y <= to && matches(place));
}

export function isClosed(day: string): boolean {
  const time = at(day);
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(time)) return true;
  if (weekday === 5 && day >= '1959-09-22') return isHoliday(time + DAY);
  return weekday === 1 && day >= '1952-06-09' && isHoliday(time - DAY);
}

export function slowCount(
  start: string,
  n: number,
  unit: 'day' | 'business_day',
  sign: 1 | -1,
  roll: 1 | -1 | 0,
): string {
  let time = at(start);
  for (let passed = 0; passed < n;) {
    time += sign * DAY;
    if (unit === 'day' || !isClosed(text(time))) passed += 1;
  }
  while (unit === 'day' && roll !== 0 && isClosed(text(time))) time += roll * DAY;
  return text(time);
}

export function slowMonths(start: string, months: number): string {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  for (let day = date; ; day -= 1) {
    const moved = new Date(Date.UTC(year, month - 1 + months, day));
    const wanted = (((month - 1 + months) % 12) + 12) % 12;
    if (moved.getUTCMonth() === wanted) return text(moved.getTime());
  }
}
