import { stateHolidays, clerkStateOf, statesWithHolidays } from '../calendar/state-holidays';
import type { SuppliedDay } from '../calendar/legal-calendar';
import { FIRST_YEAR, LAST_YEAR } from '../calendar/federal-holidays';
import type { DeriveContext } from '../deadlines/types';

const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|d|th)\.?\s*cir/i;
const DISTRICT_OF_COLUMBIA = /\bd\.?\s?c\.?\s*cir/i;
const DISTRICT = /\b(?:[NSEWMC]\.\s?)?D\.\s?(D\.C|[A-Z][A-Za-z.]+)/;
/** Abbreviations of the states whose holidays are shipped, as courts write them. */
const STATES: Readonly<Record<string, string>> = {
  'D.C': 'DC',
  Mass: 'MA',
  'N.Y': 'NY',
  Pa: 'PA',
  Va: 'VA',
  La: 'LA',
  Ohio: 'OH',
  Ill: 'IL',
  Mo: 'MO',
  Cal: 'CA',
  Colo: 'CO',
  Ga: 'GA',
};
const MOST_YEARS = 10;

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' ');
const IN_WORDS = new RegExp(`\\b(${ORDINALS.join('|')}) cir`, 'i');
const SHORT = /\bca\s?0?(\d{1,2})\b/i;

/** Whether a forum says that the case is detained ('IJ detained') or not; null when it says neither. */
export function detainedIn(jurisdiction: string | null): boolean | null {
  if (jurisdiction === null || jurisdiction.length > 100 || !/\bdetained\b/i.test(jurisdiction)) return null;
  return !/\bnon[-\s]?detained\b|\bnot detained\b/i.test(jurisdiction);
}

/** '9' of '9th Cir.', 'Ninth Circuit' and 'CA9'; null where no number is named. */
function circuitNumberIn(jurisdiction: string): number | null {
  const word = IN_WORDS.exec(jurisdiction)?.[1]?.toLowerCase();
  if (word) return ORDINALS.indexOf(word) + 1;
  const digits = ORDINAL.exec(jurisdiction) ?? SHORT.exec(jurisdiction);
  return digits ? Number(digits[1]) : null;
}

/** The federal circuit a forum names ('9th Cir.', 'Ninth Circuit', 'CA9', 'D.C. Cir.'), or null. */
export function circuitOf(jurisdiction: string | null): string | null {
  if (jurisdiction === null || jurisdiction.length > 100) return null;
  const number = circuitNumberIn(jurisdiction);
  if (number !== null) return number >= 1 && number <= 11 ? String(number) : null;
  return DISTRICT_OF_COLUMBIA.test(jurisdiction) ? 'DC' : null;
}

/** The state whose holidays count at a forum: that of the circuit's clerk, or of the district court. FRAP 26(a)(6)(C). */
function stateOf(jurisdiction: string | null, circuit: string | null): string | null {
  if (circuit !== null) return clerkStateOf(circuit);
  if (jurisdiction === null || jurisdiction.length > 100) return null;
  const district = DISTRICT.exec(jurisdiction)?.[1]?.replace(/\.+$/, '') ?? '';
  const state = Object.hasOwn(STATES, district) ? STATES[district]! : null;
  return state !== null && statesWithHolidays().includes(state) ? state : null;
}

function yearsOf(triggers: Readonly<Record<string, unknown>>): number[] {
  const years = Object.values(triggers)
    .filter((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value))
    .map((value) => Number((value as string).slice(0, 4)))
    .filter((year) => year >= FIRST_YEAR && year < LAST_YEAR);
  return [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))]
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
    .slice(0, 3 * MOST_YEARS);
}

/** The context with the holidays of the state the forum is in, for the years the facts lie in. Outer bound only. */
export function withStateOf(
  context: DeriveContext,
  jurisdiction: string | null,
  triggers: Readonly<Record<string, unknown>>,
): DeriveContext {
  const state = stateOf(jurisdiction, context.circuit ?? null);
  if (state === null) return context;
  const shipped: SuppliedDay[] = yearsOf(triggers).flatMap((year) => stateHolidays(state, year));
  return { ...context, stateHolidays: [...shipped, ...(context.stateHolidays ?? [])] };
}
