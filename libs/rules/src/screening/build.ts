import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import { RuleInputError } from '../errors';
import { formatPartialDate, parsePartialDate, partialDateBounds } from '../identifiers/partial-date';
import { SCREENING_AS_OF, SCREENING_AUTHORITIES, type ScreeningAuthorityKey } from '../packs/screening';
import type { ScreeningFacts, ScreeningFinding, ScreeningResult } from './types';

/** Where a partly known date lies against a day; 'unclear' when the part that is known straddles it. */
export type Side = 'before' | 'on_or_after' | 'unclear' | 'missing';

/** Bounds of a partial date. Throws RuleInputError `malformed_day` naming the field. */
export function boundsOf(date: string, path: string): { first: Day; last: Day } {
  if (!parsePartialDate(date).ok) {
    throw new RuleInputError(
      'malformed_day',
      'A date is written YYYY, YYYY-MM or YYYY-MM-DD and must exist in the calendar.',
      path,
    );
  }
  return partialDateBounds(date);
}

export function sideOf(date: string | null | undefined, boundary: Day, path: keyof ScreeningFacts): Side {
  if (date === null || date === undefined) return 'missing';
  const { first, last } = boundsOf(date, path);
  if (last < boundary) return 'before';
  return first >= boundary ? 'on_or_after' : 'unclear';
}

/** One requirement: met, not met, or not known with the question that would settle it. */
export interface Requirement {
  readonly name: string;
  readonly met: boolean | null;
  readonly question: string;
  readonly authority: ScreeningAuthorityKey;
}

export const metByDate = (side: Side): boolean | null =>
  side === 'before' ? true : side === 'on_or_after' ? false : null;

/** Not met beats not known beats met: one failed requirement decides, one open one keeps it open. */
export function weigh(requirements: readonly Requirement[]): ScreeningFinding {
  if (requirements.some(({ met }) => met === false)) return 'does_not_fit';
  return requirements.some(({ met }) => met === null) ? 'needs_facts' : 'may_fit';
}

const WORD = { true: 'yes', false: 'no', null: 'not known' } as const;

export const requirementSteps = (requirements: readonly Requirement[]): TraceStep[] =>
  requirements.map(({ name, met, authority }) => ({
    step: 'requirement',
    text: `${name}: ${WORD[`${met}`]}. ${SCREENING_AUTHORITIES[authority].cite}.`,
  }));

export const openQuestions = (requirements: readonly Requirement[]): string[] =>
  requirements.filter(({ met }) => met === null).map(({ question }) => question);

/** Inside a sentence: only the first letter gives way, proper names and days keep theirs. */
const names = (list: readonly Requirement[]) =>
  list.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)).join('; ');

/** In words: what fails, else what is open, else that all is met. */
export function whyOf(requirements: readonly Requirement[]): string {
  const failed = requirements.filter(({ met }) => met === false);
  if (failed.length > 0) return `Not met: ${names(failed)}.`;
  const open = requirements.filter(({ met }) => met === null);
  return open.length > 0 ? `Open: ${names(open)}.` : 'Every listed requirement appears to be met.';
}

type Given = Pick<ScreeningResult, 'topic' | 'title' | 'finding' | 'law' | 'lawNote' | 'why'> &
  Partial<ScreeningResult> & { readonly keys: readonly ScreeningAuthorityKey[] };

export function result({ keys, ...given }: Given): ScreeningResult {
  return {
    questions: [],
    warnings: [],
    dates: [],
    trace: [],
    ...given,
    authorities: keys.map((key) => SCREENING_AUTHORITIES[key]),
    asOf: SCREENING_AS_OF,
  };
}

export const factStep = (what: string, date: string): TraceStep => ({
  step: 'fact',
  text: `${what}: ${formatPartialDate(date)}, as recorded.`,
  ...(date.length === 10 ? { on: date } : {}),
});

/** Whether a country concerns the person: citizen, perhaps (born there, or citizenship not known), or not. */
export function relation(facts: ScreeningFacts, country: string): 'citizen' | 'perhaps' | 'no' {
  const held = citizenshipsOf(facts);
  if (held.includes(country)) return 'citizen';
  const born = facts.birthCountry?.trim().toUpperCase() ?? null;
  if (born === country) return 'perhaps';
  return held.length === 0 && (born === null || born === 'TH') ? 'perhaps' : 'no';
}

export const citizenshipsOf = (facts: ScreeningFacts): string[] =>
  (facts.citizenships ?? []).map((code) => code.trim().toUpperCase());
