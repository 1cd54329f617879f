import { RuleInputError } from '../errors';
import type { DayOfYearRule, StateHolidayRule } from '../packs/calendar/state-holiday-rule';
import { CLERK_STATES, STATE_HOLIDAYS_PACK } from '../packs/calendar/state-holidays';
import { ordinalOf, partsOf, toDay, toOrdinal, weekdayOf, type Day } from './day';
import { FIRST_YEAR, LAST_YEAR } from './federal-holidays';
import type { SuppliedDay } from './legal-calendar';

/** A day that a state keeps, with the section that says so. Not compared with the official text. */
export interface StateHoliday extends SuppliedDay {
  readonly source: string;
  readonly provenance: 'general_knowledge';
}

/** Day number of Easter Sunday in the Gregorian calendar (the computus, in whole numbers). */
export function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeaps = Math.floor((3 * century + 3) / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + 15 + skippedLeaps - moonShift) % 30;
  const late = epact === 29 || (epact === 28 && golden > 10);
  const fullMoon = ordinalOf(year, 3, 21) + epact - (late ? 1 : 0);
  return fullMoon + (7 - (weekdayOf(fullMoon) % 7));
}

function dayOf(rule: DayOfYearRule, year: number): number {
  if (rule.kind === 'fixed') return ordinalOf(year, rule.month, rule.date);
  if (rule.kind === 'easter') return easterOf(year) + rule.plus;
  const first = ordinalOf(year, rule.month, 1);
  return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.n - 1) * 7 + (rule.plus ?? 0);
}

const keptIn = (law: StateHolidayRule, year: number) =>
  year >= (law.from ?? FIRST_YEAR) &&
  year <= (law.to ?? LAST_YEAR) &&
  (!law.evenYears || year % 2 === 0) &&
  (law.everyFourthFrom === undefined || (year - law.everyFourthFrom) % 4 === 0);

function observed(law: StateHolidayRule, year: number): number {
  const ordinal = dayOf(law.rule, year);
  const weekday = weekdayOf(ordinal);
  if (weekday === 7 && law.sunday) return ordinal + 1;
  return weekday === 6 && law.saturday ? ordinal - 1 : ordinal;
}

function namedState(state: string): string {
  if (typeof state === 'string' && Object.hasOwn(STATE_HOLIDAYS_PACK.names, state)) {
    return STATE_HOLIDAYS_PACK.names[state]!;
  }
  throw new RuleInputError(
    'unknown_state',
    `The holidays of this state are not in the pack. It has ${Object.keys(STATE_HOLIDAYS_PACK.names).join(', ')}.`,
    'state',
  );
}

/** States whose own holidays are in the pack: two-letter codes, DC included. */
export const statesWithHolidays = (): string[] => Object.keys(STATE_HOLIDAYS_PACK.names).sort();

/**
 * The days that a state keeps in a year besides the federal holidays, each on the weekday the state's law gives it.
 * `state` is a two-letter code of `statesWithHolidays()`. They move no date, only the outer bound of a forward period:
 * FRAP 26(a)(6)(C). General knowledge, unconfirmed.
 * Throws RuleInputError `unknown_state`, or `day_out_of_range` for a year outside 1950 to 2100.
 */
export function stateHolidays(state: string, year: number): StateHoliday[] {
  const of = namedState(state);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RuleInputError(
      'day_out_of_range',
      `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`,
      'year',
    );
  }
  return STATE_HOLIDAYS_PACK.rules
    .filter((law) => law.state === state && keptIn(law, year))
    .map((law) => ({
      on: toDay(observed(law, year)),
      name: `${law.name} (${of})`,
      source: law.citation,
      provenance: law.provenance,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * The state's days of the year of `day` and of so many years before and after it (1 when left out, at most 10), for
 * `CalendarInputs.stateHolidays`. Years outside 1950 to 2100 are left out. Throws as `stateHolidays`.
 */
export function stateHolidaysAround(state: string, day: Day, years = 1): StateHoliday[] {
  namedState(state);
  if (!Number.isInteger(years) || years < 0 || years > 10) {
    throw new RuleInputError('malformed_number', 'Years are a whole number from 0 to 10.', 'years');
  }
  const { year } = partsOf(toOrdinal(day));
  return Array.from({ length: 2 * years + 1 }, (_, index) => year - years + index)
    .filter((each) => each >= FIRST_YEAR && each <= LAST_YEAR)
    .flatMap((each) => stateHolidays(state, each));
}

const CIRCUIT = /^(?:circuit:)?\s*(?:(\d{1,2})(?:st|nd|rd|th|d)?|(d\.?c\.?))(?:\s+cir(?:cuit|\.)?)?$/i;

/**
 * The state of the clerk's principal office of a court of appeals, for its holidays: FRAP 26(a)(6)(C). Reads '9',
 * '9th Cir.', '2d Cir.', 'circuit:9', 'DC', 'D.C. Cir.'. Null for anything else.
 */
export function clerkStateOf(circuit: string): string | null {
  const found = typeof circuit === 'string' && circuit.length < 30 ? CIRCUIT.exec(circuit.trim()) : null;
  if (!found) return null;
  const key = found[1] ? String(Number(found[1])) : 'DC';
  return Object.hasOwn(CLERK_STATES, key) ? CLERK_STATES[key]! : null;
}
