import { daysInMonth, isDay, toDay, ordinalOf, type Day } from '../calendar/day';
import { FIRST_YEAR, LAST_YEAR } from '../calendar/federal-holidays';
import { RuleInputError } from '../errors';

/** How much of a date is known. `first` and `last` bound a partial date; nothing in between is ever assumed. */
export type KnownDay =
  | { readonly state: 'known'; readonly on: Day }
  | { readonly state: 'partial'; readonly text: string; readonly first: Day; readonly last: Day }
  | { readonly state: 'out_of_range'; readonly text: string }
  | { readonly state: 'missing' };

const PARTIAL = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;
// Room for the longest period at either end of the calendar.
const inRange = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR - 2;

function readPartial(text: string, path: string): KnownDay {
  const found = PARTIAL.exec(text);
  if (!found || text.startsWith('0000')) {
    throw new RuleInputError('malformed_day', 'A date is written YYYY-MM-DD, YYYY-MM or YYYY.', path);
  }
  const year = Number(found[1]);
  if (!inRange(year)) return { state: 'out_of_range', text };
  const [from, to] = found[2] === undefined ? [1, 12] : [Number(found[2]), Number(found[2])];
  return {
    state: 'partial',
    text,
    first: toDay(ordinalOf(year, from, 1)),
    last: toDay(ordinalOf(year, to, daysInMonth(year, to))),
  };
}

/** Reads a recorded date. Throws RuleInputError `malformed_day` for text that is neither a day nor a partial date. */
export function readDay(on: string | null | undefined, path: string): KnownDay {
  if (on === null || on === undefined || on === '') return { state: 'missing' };
  if (!isDay(on)) return readPartial(on, path);
  return inRange(Number(on.slice(0, 4))) ? { state: 'known', on } : { state: 'out_of_range', text: on };
}
