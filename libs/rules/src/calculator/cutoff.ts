import { inWords, type Day } from '../calendar/day';
import { endOfDay, isTimely, localAt } from '../calendar/hours';
import { RuleInputError } from '../errors';
import { immigrationCourts } from '../packs/reference';
import { circuitOf } from './jurisdiction';
import { TIME_ZONE, type GivenFacts } from './given-facts';
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
  const named = jurisdiction ? zoneOfForum(jurisdiction) : null;
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

/** The clock of each circuit's clerk: Boston, New York, Philadelphia, Richmond, New Orleans, Cincinnati, Chicago, St. Louis, San Francisco, Denver, Atlanta, Washington. */
const CLERKS: Readonly<Record<string, string>> = {
  '5': 'America/Chicago',
  '7': 'America/Chicago',
  '8': 'America/Chicago',
  '9': 'America/Los_Angeles',
  '10': 'America/Denver',
};
const EASTERN = 'America/New_York';

/** '9th Cir.' names a clerk, 'IJ Honolulu' a court, and either a clock. */
function zoneOfForum(jurisdiction: string): string | null {
  const circuit = circuitOf(jurisdiction);
  if (circuit !== null) return CLERKS[circuit] ?? EASTERN;
  const place = jurisdiction.replace(/^IJ\s+/i, '').toLowerCase();
  const found = immigrationCourts().items.filter((court) => court.name.toLowerCase().startsWith(place));
  return found.length === 1 ? found[0]!.timeZone : null;
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
