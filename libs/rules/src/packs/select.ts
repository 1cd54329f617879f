import type { Day } from '../calendar/day';
import type { PackChange } from './change-log';
import type { CompositeRule } from './composite-rule';
import type { RuleConditions, RuleRecord } from './rule-record';

/** The facts that choose among the versions of a rule. `keyDay` null: the date is not known. */
export interface SelectionFacts {
  readonly keyDay: Day | null;
  readonly inAbsentia?: boolean | null;
  readonly asylumDecided?: boolean | null;
  readonly orderKind?: string | null;
  readonly detained?: boolean | null;
  readonly circuit?: string | null;
  readonly service?: string | null;
}

/** The law of one day: every version of every rule, and why the set is what it is. Immutable. */
export interface RuleSet {
  /** Changes whenever a record is added; stored with every derived date. */
  readonly version: string;
  /** In the order of the catalogue, oldest version of a rule first. */
  readonly rules: readonly RuleRecord[];
  readonly changes: readonly PackChange[];
  /** Ids under which several dates follow together. */
  readonly composites: readonly CompositeRule[];
  /** All versions of a rule by id or alias, oldest first; empty when there is no such rule. */
  versionsOf(id: string): readonly RuleRecord[];
  /** The version in force on the key day whose conditions hold, or null. With no key day, the newest whose conditions hold. */
  select(id: string, facts: SelectionFacts): RuleRecord | null;
}

const inForce = (rule: RuleRecord, day: Day) =>
  (rule.effectiveFrom === null || rule.effectiveFrom <= day) &&
  (rule.effectiveTo === null || day <= rule.effectiveTo);

/** What is not known counts as no: in absentia, asylum and detention each have a rule of their own. */
const saysSo = (wanted: boolean | undefined, said: boolean | null | undefined) =>
  wanted === undefined || wanted === (said ?? false);
/** A circuit or way of service that is not known excludes nothing. */
const notElsewhere = (wanted: readonly string[] | undefined, said: string | null | undefined) =>
  wanted === undefined || !said || wanted.includes(said);

/** Whether every condition of a version holds. */
function holds(conditions: RuleConditions, facts: SelectionFacts): boolean {
  const { inAbsentia, asylumDecided, orderKinds, detained, circuits, service } = conditions;
  return (
    saysSo(inAbsentia, facts.inAbsentia) &&
    (asylumDecided === undefined || saysSo(asylumDecided === true, facts.asylumDecided)) &&
    saysSo(detained, facts.detained) &&
    notElsewhere(circuits, facts.circuit) &&
    notElsewhere(service === undefined ? undefined : [service], facts.service) &&
    (orderKinds === undefined || orderKinds.includes(facts.orderKind ?? ''))
  );
}

const frozen = (record: RuleRecord): RuleRecord =>
  Object.isFrozen(record) ? record : Object.freeze({ ...record });

const isReplaced = (rule: RuleRecord, versions: readonly RuleRecord[]): boolean =>
  versions.some((other) => other.id === rule.id && other.replaces.includes(rule.version));

/** Makes a rule set of records. Records are frozen; their order is kept. */
export function ruleSetOf(
  version: string,
  records: readonly RuleRecord[],
  changes: readonly PackChange[] = [],
  composites: readonly CompositeRule[] = [],
): RuleSet {
  const rules = Object.freeze(records.map(frozen));
  const byId = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    for (const id of [rule.id, ...(rule.aliases ?? [])]) {
      const known = byId.get(id);
      if (known) known.push(rule);
      else byId.set(id, [rule]);
    }
  }
  const current = new Map(
    [...byId].map(([id, versions]) => [id, versions.filter((rule) => !isReplaced(rule, versions))]),
  );
  const versionsOf = (id: string): readonly RuleRecord[] => byId.get(id) ?? [];
  return Object.freeze({
    version,
    rules,
    changes,
    composites,
    versionsOf,
    select(id: string, facts: SelectionFacts): RuleRecord | null {
      const { keyDay } = facts;
      let found: RuleRecord | null = null;
      for (const rule of current.get(id) ?? []) {
        if (holds(rule.appliesIf, facts) && (keyDay === null || inForce(rule, keyDay))) found = rule;
      }
      return found;
    },
  });
}
