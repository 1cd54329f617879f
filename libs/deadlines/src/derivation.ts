import { isDeepStrictEqual } from 'node:util';
import {
  deriveDeadlines,
  type DatedFact,
  type DerivedDeadline,
  type DeriveContext,
  type FactKind,
  type PrintedDate,
} from '@app/rules';
import type { ChronologyRow } from './chronology.queries';
import type { Deadline } from './deadline.entity';

/** What one client's deadlines are counted from. */
export interface Matter {
  readonly facts: readonly ChronologyRow[];
  /** Dates that papers print; each governs instead of the counted one. */
  readonly printed: readonly PrintedDate[];
}

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

/** The dates of a deadline, and whether there are any. */
export type Dates = Pick<Counted, (typeof DATES)[number]>;

/** Counts a client's deadlines, as of the context's day. The rules decide, nothing is added here. */
export function derive(matter: Matter, context: DeriveContext): DerivedDeadline[] {
  return deriveDeadlines(matter.facts.map(factOf), { ...context, printed: matter.printed });
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

/** The stored columns of a derived deadline. */
export function countedOf(derived: DerivedDeadline): Counted {
  const { ruleId, ruleVersion, ruleStatus, ruleSetVersion, title, kind, dueOn, taskOn } = derived;
  const { conservativeOn, outerOn, alternates, consequence, cure, stays, citation, verified } = derived;
  const { warnings, trace, triggeredBy, answeredBy } = derived;
  return {
    ...{ ruleId, ruleVersion, ruleStatus, ruleSetVersion, title, kind, dueOn, taskOn },
    ...{ conservativeOn, outerOn, alternates, consequence, cure, stays, citation, verified },
    ...{ warnings, trace, triggeredBy, answeredBy },
  };
}

/** Whether a date (or whether there is one) differs. */
export function dateMoved(row: Dates, counted: Dates): boolean {
  return DATES.some((field) => row[field] !== counted[field]);
}

/** Whether anything differs, be it only the wording of a reason. Under which set the same came out is no difference. */
export function differs(row: Deadline, counted: Counted): boolean {
  return (Object.keys(counted) as (keyof Counted)[]).some(
    (field) => field !== 'ruleSetVersion' && !isDeepStrictEqual(row[field], asStored(counted[field])),
  );
}

/** A value as it comes back from the database: what is undefined is not there. */
const asStored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
