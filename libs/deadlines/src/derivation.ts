import { isDeepStrictEqual } from 'node:util';
import { deriveDeadlines, FACT_KINDS, type DatedFact, type DerivedDeadline, type FactKind } from '@app/rules';
import { factsOf, type ChronologyRow } from './chronology.queries';
import type { Deadline } from './deadline.entity';
import { printedDatesOf } from './printed-dates.queries';

/** What the rules say of a deadline; everything else in the row is what people did with it. */
export type Counted = Pick<
  Deadline,
  | 'ruleId'
  | 'ruleVersion'
  | 'ruleStatus'
  | 'ruleSetVersion'
  | 'title'
  | 'kind'
  | 'dueOn'
  | 'taskOn'
  | 'conservativeOn'
  | 'outerOn'
  | 'alternates'
  | 'consequence'
  | 'cure'
  | 'stays'
  | 'citation'
  | 'verified'
  | 'warnings'
  | 'trace'
  | 'triggeredBy'
  | 'answeredBy'
>;

const DATES = ['kind', 'dueOn', 'taskOn', 'conservativeOn', 'outerOn'] as const;

/** Counts a client's deadlines from the chronology, as of this office day. The rules decide, nothing is added here. */
export async function derive(clientId: string, today: string): Promise<DerivedDeadline[]> {
  const rows = await factsOf(clientId, FACT_KINDS);
  const printed = (await printedDatesOf([clientId])).get(clientId) ?? [];
  return deriveDeadlines(rows.map(factOf), { today, printed });
}

/**
 * An approximate date is no date to count from. An approximate year or month still tells the engine which version of
 * a rule to look at, and lets it say when the period ended if that year is right.
 */
function factOf(row: ChronologyRow): DatedFact {
  return {
    id: `${row.source_kind}:${row.source_id}:${row.kind}`,
    kind: row.kind as FactKind,
    on: row.attributes.about === true ? row.on_text : (row.on_date ?? row.on_text),
    attributes: row.attributes,
  };
}

/** The stored columns of a derived deadline, in the form in which they come back from the database. */
export function countedOf(derived: DerivedDeadline): Counted {
  const { ruleId, ruleVersion, ruleStatus, ruleSetVersion, title, kind, dueOn, taskOn } = derived;
  const { conservativeOn, outerOn, alternates, consequence, cure, stays, citation, verified } = derived;
  const { warnings, trace, triggeredBy, answeredBy } = derived;
  const plain = {
    ...{ ruleId, ruleVersion, ruleStatus, ruleSetVersion, title, kind, dueOn, taskOn },
    ...{ conservativeOn, outerOn, alternates, consequence, cure, stays, citation, verified },
    ...{ warnings, trace, triggeredBy, answeredBy },
  };
  return JSON.parse(JSON.stringify(plain)) as Counted;
}

/** Whether a date (or whether there is one) differs. */
export function dateMoved(row: Deadline, counted: Counted): boolean {
  return DATES.some((field) => row[field] !== counted[field]);
}

/** Whether anything differs, be it only the wording of a reason. */
export function differs(row: Deadline, counted: Counted): boolean {
  return (Object.keys(counted) as (keyof Counted)[]).some(
    (field) => !isDeepStrictEqual(row[field], counted[field]),
  );
}
