import { isOverlong, plainText, refused, type Parsed } from './text';

/** A date known to the year, the month or the day: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDateText = string;
export type PartialDateRefusal = 'empty' | 'not_a_date' | 'year_out_of_range';

/** How two partly known dates lie: 'unclear' when what is known does not decide it. */
export type PartialOrder = 'before' | 'same' | 'after' | 'unclear';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Reads 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Only days that exist, years 1900 to 2100. */
export function parsePartialDate(text: string): Parsed<PartialDateText, PartialDateRefusal> {
  if (isOverlong(text)) return refused('not_a_date', 'Write the date as 1997, 1997-05 or 1997-05-21.');
  const plain = plainText(text);
  if (plain === '') return refused('empty', 'Enter a year, a month or a day.');
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(plain);
  if (!match) return refused('not_a_date', 'Write the date as 1997, 1997-05 or 1997-05-21.');
  const [year, month = '01', day = '01'] = match.slice(1);
  if (Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) {
    return refused('year_out_of_range', `The year lies between ${EARLIEST_YEAR} and ${LATEST_YEAR}.`);
  }
  return isRealDay(Number(year), Number(month), Number(day))
    ? { ok: true, value: plain }
    : refused('not_a_date', 'This day does not exist in the calendar.');
}

/** The first and the last day a partial date can mean. Throws RangeError on text that is no partial date. */
export function partialDateBounds(date: PartialDateText): { first: string; last: string } {
  const parsed = parsePartialDate(date);
  if (!parsed.ok) throw new RangeError(parsed.reason);
  const [year, month, day] = parsed.value.split('-');
  if (day !== undefined) return { first: parsed.value, last: parsed.value };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` };
}

/** Compares what is known: '1997' and '1997-05' are 'unclear', '1996-12' is 'before' '1997'. */
export function comparePartialDates(a: PartialDateText, b: PartialDateText): PartialOrder {
  const one = partialDateBounds(a);
  const two = partialDateBounds(b);
  if (one.last < two.first) return 'before';
  if (one.first > two.last) return 'after';
  return one.first === one.last && two.first === two.last ? 'same' : 'unclear';
}

/** A partial date in English words: '1997', 'May 1997', 'May 21, 1997'. Throws RangeError on text that is none. */
export function formatPartialDate(date: PartialDateText): string {
  partialDateBounds(date);
  const [year, month, day] = date.split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
