import type { Day } from '../calendar/day';
import type { RuleConditions, RuleRecord } from './rule-record';
import { RULES } from './rule-set';

/** The facts that choose among the versions of a rule. `keyDay` null: the date is not known. */
export interface SelectionFacts {
  readonly keyDay: Day | null;
  readonly inAbsentia?: boolean | null;
  readonly asylumDecided?: boolean | null;
  readonly orderKind?: string | null;
}

const inForce = (rule: RuleRecord, day: Day) =>
  (rule.effectiveFrom === null || rule.effectiveFrom <= day) &&
  (rule.effectiveTo === null || day <= rule.effectiveTo);

function holds(conditions: RuleConditions, facts: SelectionFacts): boolean {
  const { inAbsentia, asylumDecided, orderKinds } = conditions;
  if (inAbsentia !== undefined && inAbsentia !== (facts.inAbsentia ?? false)) return false;
  if (asylumDecided !== undefined && (asylumDecided === true) !== (facts.asylumDecided === true))
    return false;
  return orderKinds === undefined || orderKinds.includes(facts.orderKind ?? '');
}

const byId = new Map<string, RuleRecord[]>();
for (const rule of RULES) {
  for (const id of [rule.id, ...(rule.aliases ?? [])]) byId.set(id, [...(byId.get(id) ?? []), rule]);
}

/** All versions of a rule by id or alias, oldest first; empty when there is no such rule. */
export const versionsOf = (id: string): readonly RuleRecord[] => byId.get(id) ?? [];

/** The version in force on the key day whose conditions hold, or null. With no key day, the newest whose conditions hold. */
export function selectVersion(id: string, facts: SelectionFacts): RuleRecord | null {
  const { keyDay } = facts;
  const fitting = versionsOf(id).filter((rule) => holds(rule.appliesIf, facts));
  return (keyDay === null ? fitting : fitting.filter((rule) => inForce(rule, keyDay))).at(-1) ?? null;
}
