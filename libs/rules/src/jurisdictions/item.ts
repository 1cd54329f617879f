import { count, type CountMethod, type TraceStep } from '../calendar/count';
import { inWords, toOrdinal, type Day } from '../calendar/day';
import {
  FEDERAL_CALENDAR,
  legalCalendar,
  ROLLING_LAYERS,
  type LegalCalendar,
} from '../calendar/legal-calendar';
import { RuleInputError } from '../errors';
import { parsePartialDate, partialDateBounds } from '../identifiers/partial-date';
import {
  foundation,
  type Basis,
  type ClemencyPractice,
  type PardonJurisdiction,
} from '../packs/jurisdictions';
import type { ClemencyDate, ClemencyFacts } from './types';

/** What every part of the calendar works with. */
export interface Setting {
  readonly facts: ClemencyFacts;
  readonly practice: ClemencyPractice;
  readonly record: PardonJurisdiction;
  readonly calendar: LegalCalendar;
}

/** Business days between a task and the day it guards: the prior business day. */
export const CLEMENCY_BUFFER_BUSINESS_DAYS = 1;

/** Federal closed days, and the state's where the caller supplies them: more closed days only make a task earlier. */
export const calendarOf = (facts: ClemencyFacts): LegalCalendar =>
  facts.stateHolidays || facts.closures || facts.forumNotices
    ? legalCalendar([...ROLLING_LAYERS, 'state_holiday', 'executive_closure', 'forum_notice'], facts)
    : FEDERAL_CALENDAR;

const NEVER_VERIFIED =
  'Nobody has compared this with the live page of the authority: call or look before relying on it.';

/** The day of the office's own comparison, or that of the pack; null: nobody has looked. */
export const lastVerified = ({ facts, record }: Setting): string | null =>
  facts.verification?.on ?? record.lastVerified;

function verifiedStep({ facts }: Setting): TraceStep[] {
  if (!facts.verification) return [];
  const { by, on, sourceSeen } = facts.verification;
  const seen = sourceSeen ? ` Seen: ${sourceSeen}.` : '';
  return [{ step: 'verified', text: `Compared with the live page by ${by} on ${inWords(on)}.${seen}` }];
}

type Given = Pick<ClemencyDate, 'key' | 'kind' | 'title' | 'state' | 'why'> &
  Partial<ClemencyDate> & { readonly basis: Basis };

/** A complete item from what is particular to it. */
export function item(setting: Setting, { basis, ...given }: Given): ClemencyDate {
  const on = given.on ?? given.window?.first ?? null;
  const founded = foundation(setting.record.code, basis);
  return {
    taskOn: null,
    window: null,
    alternates: [],
    approximate: false,
    question: null,
    ...founded,
    ...given,
    on,
    daysLeft: on === null ? null : daysBetween(setting.facts.today, on),
    warnings: [...(given.warnings ?? []), ...(lastVerified(setting) === null ? [NEVER_VERIFIED] : [])],
    trace: [...(given.trace ?? []), ...verifiedStep(setting)],
  };
}

export const daysBetween = (from: Day, to: Day): number => toOrdinal(to) - toOrdinal(from);

/** A step that names a supplied fact, for the start of a trace. */
export const factStep = (what: string, on: string): TraceStep => ({
  step: 'fact',
  text: `${what}: ${on.length === 10 ? inWords(on) : on}, as recorded.`,
  ...(on.length === 10 ? { on } : {}),
});

export const ruleStep = (setting: Setting, text: string, basis: Basis): TraceStep => {
  const { provenance, sources } = foundation(setting.record.code, basis);
  const rests =
    provenance === 'sourced'
      ? `pages on record (${sources.map((source) => source.key).join(', ')})`
      : 'general knowledge, to be verified';
  return { step: 'rule', text: `${setting.record.name}: ${text} Rests on ${rests}.` };
};

/** First and last day a partly known date can mean. Throws RuleInputError `malformed_day` naming the field. */
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

/** A bare count in calendar time: no authority of this pack states a roll. */
export const counted = (setting: Setting, method: Omit<CountMethod, 'roll'>) =>
  count({ ...method, roll: 'none' }, setting.calendar);
