import type { TraceStep } from '../calendar/count';
import { inWords, type Day } from '../calendar/day';
import { readDay } from '../deadlines/known-day';
import { stayById, type StayRecord } from '../packs/stays/stays';
import type { Stay, StayContext, StayFact, StayFactKind, StayFacts, StayStanding } from './types';

/** Whether something has happened by a day: a partial date can leave that open, a missing one always does. */
export type Happened = 'yes' | 'no' | 'not_known';

export const text = (fact: StayFact, name: string): string | null => {
  const value = fact.attributes?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
export const flag = (fact: StayFact, name: string): boolean | null => {
  const value = fact.attributes?.[name];
  return typeof value === 'boolean' ? value : null;
};

const pathOf = (fact: StayFact) => `facts.${fact.id}.on`;

/** The day of a fact when it is fully known, else null. */
export function dayOf(fact: StayFact | null): Day | null {
  const day = fact ? readDay(fact.on, pathOf(fact)) : null;
  return day?.state === 'known' ? day.on : null;
}

/** A day named in an attribute, or null. Throws RuleInputError `malformed_day` for text that is no date. */
export function dayIn(fact: StayFact, name: string): Day | null {
  const day = readDay(text(fact, name), `facts.${fact.id}.attributes.${name}`);
  return day.state === 'known' ? day.on : null;
}

export function happened(fact: StayFact, today: Day): Happened {
  const day = readDay(fact.on, pathOf(fact));
  if (day.state === 'known') return day.on <= today ? 'yes' : 'no';
  if (day.state !== 'partial') return 'not_known';
  if (day.last <= today) return 'yes';
  return day.first > today ? 'no' : 'not_known';
}

/** Facts of some kinds that happened or may have happened by today, oldest first, undated last. */
export function pastFacts(facts: StayFacts, today: Day, ...kinds: readonly StayFactKind[]): StayFact[] {
  return facts
    .filter((fact) => kinds.includes(fact.kind) && happened(fact, today) !== 'no')
    .sort((a, b) => {
      const [left, right] = [`${a.on ?? '9999'}|${a.id}`, `${b.on ?? '9999'}|${b.id}`];
      return left < right ? -1 : Number(left > right);
    });
}

export const said = (fact: StayFact): string =>
  `${fact.kind.replaceAll('_', ' ')}, ${dayOf(fact) ? inWords(dayOf(fact)!) : (fact.on ?? 'date not known')}`;

export interface Finding {
  readonly standing: StayStanding;
  readonly why: string;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly untilEvent?: string | null;
  readonly facts: readonly StayFact[];
  readonly warnings?: readonly string[];
  readonly trace?: readonly TraceStep[];
}

/** Whether an attorney has compared a record, of a stay or of a rule, with the official text. */
export const isVerified = (
  record: Pick<StayRecord, 'id' | 'version' | 'checkedBy'>,
  context: StayContext,
): boolean =>
  record.checkedBy !== null ||
  (context.verifications ?? []).some(
    (found) => found.ruleId === record.id && found.version === record.version,
  );

function doubts(record: StayRecord, verified: boolean, context: StayContext): string[] {
  const general = record.provenance === 'general_knowledge' ? ' General knowledge, no source read.' : '';
  return [
    ...(verified
      ? []
      : [`Not verified: no attorney has checked ${record.id} against the official text.${general}`]),
    ...(record.nextReview < context.today
      ? [`Review due: ${record.id} was to be looked at again by ${inWords(record.nextReview)}.`]
      : []),
  ];
}

/** A finding with its record: what is shown. */
export function stayOf(id: string, finding: Finding, context: StayContext): Stay {
  const record = stayById(id)!;
  const verified = isVerified(record, context);
  const circuit = record.circuitNotes.filter(({ circuits }) => circuits.includes(context.circuit ?? ''));
  const warnings = [
    ...(finding.warnings ?? []),
    ...circuit.map((note) => note.text),
    ...doubts(record, verified, context),
  ];
  return {
    id,
    title: record.title,
    standing: finding.standing,
    from: finding.from ?? null,
    until: finding.until ?? null,
    untilEvent: finding.untilEvent ?? null,
    why: finding.why,
    citation: record.citation,
    verified,
    factIds: finding.facts.map((fact) => fact.id),
    warnings,
    trace: [
      ...finding.facts.map((fact) => ({ step: 'input', text: `${said(fact)}.` })),
      {
        step: 'rule',
        text: `${record.citation}. ${record.id}, version ${record.version}: from ${record.runsFrom} until ${record.runsUntil}.`,
      },
      ...(finding.trace ?? []),
      { step: 'finding', text: `${finding.standing.replaceAll('_', ' ')}: ${finding.why}` },
      ...record.notes.map((note) => ({ step: 'note', text: note })),
    ],
  };
}
