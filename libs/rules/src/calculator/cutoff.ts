import { inWords, type Day } from '../calendar/day';
import { endOfDay, isTimely, localAt } from '../calendar/hours';
import { RuleInputError } from '../errors';
import { immigrationCourts } from '../packs/reference';
import { CLERK_TIME_ZONES } from '../packs/calendar/state-holidays';
import { TIME_ZONE, type GivenFacts } from './given-facts';
import { circuitOf } from './jurisdiction';
import type { ComputedDeadline, DueValue } from './types';

interface CutoffRule {
  readonly title: string;
  readonly citation: string;
  readonly timeZone: string | null;
  readonly note: string;
}

/** When the last day ends, by forum. The hours are general knowledge and not confirmed. */
export const CUTOFFS: Readonly<Record<string, CutoffRule>> = {
  'cutoff.ecas.bia': {
    title: 'End of the last day: electronic filing with the Board',
    citation: 'ECAS user manual (not confirmed); the Board is on Eastern time',
    timeZone: 'America/New_York',
    note: "General knowledge: 11:59 pm Eastern. Not confirmed: use the earlier of the Board's clock and your own.",
  },
  'cutoff.ecas.court': {
    title: 'End of the last day: electronic filing with an immigration court',
    citation: "ECAS user manual (not confirmed); the court's local time",
    timeZone: null,
    note: "General knowledge: 11:59 pm by the court's local time. Not confirmed: use the earlier of that clock and your own.",
  },
  'cutoff.frap.e_filing': {
    title: 'End of the last day: electronic filing with a court of appeals',
    citation: 'FRAP 26(a)(4)(A): midnight in the time zone of the clerk’s principal office',
    timeZone: null,
    note: 'Midnight in the time zone of the circuit clerk.',
  },
};

function zoneOf(rule: CutoffRule, facts: GivenFacts, jurisdiction: string | null): string {
  const given = facts.text(TIME_ZONE);
  const named = jurisdiction ? (zoneOfClerk(jurisdiction) ?? zoneOfCourt(jurisdiction)) : null;
  const zone = given ?? rule.timeZone ?? named;
  if (zone === null) {
    throw new RuleInputError(
      'malformed_fact',
      "Give the forum's time zone, such as America/Chicago.",
      'triggers.time_zone',
    );
  }
  return zone;
}

/** '9th Cir.' names a clerk's office, and with it a clock. */
function zoneOfClerk(jurisdiction: string): string | null {
  const circuit = circuitOf(jurisdiction);
  return circuit === null ? null : (CLERK_TIME_ZONES[circuit] ?? null);
}

const NO_PLACE = /\b(?:ij|eoir|immigration (?:court|judge)|non-?detained|detained)\b/gi;

/** 'IJ Honolulu' names a court, and with it a clock. A city with several courts has one clock all the same. */
function zoneOfCourt(jurisdiction: string): string | null {
  if (jurisdiction.length > 100) return null;
  const place = jurisdiction
    .replace(NO_PLACE, ' ')
    .replace(/[\s,()]+/g, ' ')
    .trim()
    .toLowerCase();
  if (place.length < 3) return null;
  const zones = immigrationCourts()
    .items.filter(({ name, city }) => [name, city].some((each) => each?.toLowerCase().startsWith(place)))
    .map((court) => court.timeZone);
  return new Set(zones).size === 1 ? zones[0]! : null;
}

function submittedAt(facts: GivenFacts): string | null {
  const zone = facts.text(['submitter_time_zone']);
  const utc = facts.instant(['submitted_utc'], 'UTC');
  return utc?.value ?? facts.instant(['submitted_local'], zone)?.value ?? null;
}

/** When a last day ends on the forum's clock, or whether something submitted at an instant was in time. */
export function computeCutoff(id: string, facts: GivenFacts, jurisdiction: string | null): ComputedDeadline {
  const rule = CUTOFFS[id]!;
  const due = facts.day(['due_date', 'due']);
  const zone = zoneOf(rule, facts, jurisdiction);
  const base = { rule: id, title: rule.title, citation: rule.citation, alternates: {}, results: [] } as const;
  const warnings = [rule.note];
  if (!due) {
    const text = 'The last day is not given: assume that it is today.';
    return { ...base, due: null, warnings: [text, ...warnings], trace: [{ step: 'unknown', text }] };
  }
  const end = endOfDay(due.value, zone);
  const submitted = submittedAt(facts);
  return {
    ...base,
    due: answer(end, due.value, zone, submitted),
    warnings,
    trace: [
      { step: 'input', text: `Last day: ${inWords(due.value)}.`, on: due.value },
      { step: 'cutoff', text: `It ends on the clock of ${zone}; the first instant after it is ${end}.` },
      ...(submitted ? [{ step: 'submitted', text: said(submitted, due.value, zone) }] : []),
      { step: 'note', text: rule.note },
    ],
  };
}

const answer = (end: string, due: Day, zone: string, submitted: string | null): DueValue =>
  submitted === null ? { last_instant_exclusive_utc: end } : { timely: isTimely(submitted, due, zone) };

const said = (submitted: string, due: Day, zone: string) =>
  `Submitted ${submitted}, which is ${localAt(submitted, zone).replace('T', ' ')} there: ${isTimely(submitted, due, zone) ? 'in time' : 'late'}.`;
