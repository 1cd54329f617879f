import { addMonths, toDay, toOrdinal, type Day } from '../calendar/day';
import type { PardonJurisdiction } from '../packs/jurisdictions';

/** When a person may ask again after a denial, as the text of the jurisdictions pack says it. */
export interface ReapplyTerm {
  months: number;
  /** The words it was read from. */
  text: string;
  provenance: 'sourced' | 'general_knowledge';
}

const TERMS: readonly RegExp[] = [
  /reapply (?:after )?(?:about )?(\d+)(?: then \d+)? (month|year)s?/i,
  /one petition per (\d+) (month|year)s?/i,
  /(\d+) (month|year)s? after a denial/i,
];

/** The term of a jurisdiction; null when its record has none. */
export function reapplyTerm({ cadence, waitingPeriod }: PardonJurisdiction): ReapplyTerm | null {
  for (const { text, provenance } of [waitingPeriod, cadence]) {
    for (const pattern of TERMS) {
      const found = pattern.exec(text);
      if (!found) continue;
      const months = Number(found[1]) * (found[2].toLowerCase() === 'year' ? 12 : 1);
      return { months, text: found[0], provenance };
    }
  }
  return null;
}

/** The day so many months after a denial. */
export function reapplyDay(denied: Day, { months }: ReapplyTerm): Day {
  return toDay(addMonths(toOrdinal(denied), months));
}
