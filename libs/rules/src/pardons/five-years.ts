import type { Coverages } from './coverage';
import type { Bounds } from './days';
import type { AdmissionHistory, Conviction } from './types';

const UNITS = { day: 12 / 365, week: 84 / 365, month: 1, year: 12 };
const LIFE = 1_200;

/** Months in a sentence as written ('364 days', '5 to 15 years', 'life'), counting every term in it; null when unreadable. */
export function monthsIn(sentence: string | null | undefined): number | null {
  if (!sentence) return null;
  if (/\blife\b/i.test(sentence)) return LIFE;
  let months: number | null = null;
  for (const [, number, unit] of sentence
    .toLowerCase()
    .matchAll(/(\d{1,4}(?:\.\d)?)[ -]*(day|week|month|year)/g)) {
    months = (months ?? 0) + Number(number) * UNITS[unit as keyof typeof UNITS];
  }
  return months;
}

/**
 * Clause (i): an offence within five years of admission for which a sentence of a year was possible. Every admission
 * counts, adjustment and returns from trips too, so it is outside only when all of them are known.
 */
export function clauseOneFits(conviction: Conviction, coverages: Coverages): 'yes' | 'no' | 'not_known' {
  const months = monthsIn(conviction.maximumSentence);
  if (months !== null && months < 12) return 'no';
  const offence = coverages.days.of(conviction.offenceOn);
  const { admission } = coverages;
  if (!offence || !admission) return 'not_known';
  const admitted = admissionsOf(admission, coverages);
  if (admitted.known.some((day) => surelyWithin(offence, day))) return months === null ? 'not_known' : 'yes';
  return admitted.complete && admitted.known.every((day) => surelyOutside(offence, day)) ? 'no' : 'not_known';
}

function admissionsOf(
  { admittedOn, adjustedOn, asRefugee, trips }: AdmissionHistory,
  { days }: Coverages,
): { known: Bounds[]; complete: boolean } {
  const returns = (trips ?? []).map(({ returnedOn }) => days.of(returnedOn));
  const known = [days.of(admittedOn), days.of(adjustedOn), ...returns].filter((day) => day !== null);
  const first = days.of(admittedOn) !== null || asRefugee === false;
  return { known, complete: known.length > 0 && first && !!trips && !returns.includes(null) };
}

function surelyWithin(offence: Bounds, admitted: Bounds): boolean {
  return admitted.last <= offence.first && offence.last <= fiveYearsOn(admitted.first);
}

function surelyOutside(offence: Bounds, admitted: Bounds): boolean {
  return admitted.first > offence.last || offence.first > fiveYearsOn(admitted.last);
}

function fiveYearsOn(day: string): string {
  return `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`;
}
