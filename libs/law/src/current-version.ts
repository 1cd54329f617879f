import type { Day, RuleRecord, RuleSet } from '@app/rules';

const replaced = (rule: RuleRecord, versions: readonly RuleRecord[]): boolean =>
  versions.some((other) => other.id === rule.id && other.replaces.includes(rule.version));

const inForce = ({ effectiveFrom, effectiveTo }: RuleRecord, day: Day): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);

/**
 * The version to show for a rule: the newest in force on the day whose place no other version takes, whatever its
 * conditions; the newest that nobody replaced when none is in force; null for an id that has none.
 */
export function currentVersion(law: RuleSet, id: string, today: Day): RuleRecord | null {
  const own = law.versionsOf(id).filter((rule) => rule.id === id);
  const standing = own.filter((rule) => !replaced(rule, own));
  return standing.findLast((rule) => inForce(rule, today)) ?? standing.at(-1) ?? own.at(-1) ?? null;
}

/** The version that takes this one's place for the same dates, or null. */
export function replacedBy(law: RuleSet, rule: RuleRecord): number | null {
  const other = law
    .versionsOf(rule.id)
    .find(({ id, replaces }) => id === rule.id && replaces.includes(rule.version));
  return other?.version ?? null;
}
