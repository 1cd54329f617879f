import type { Day, RuleRecord, RuleSet } from '@app/rules';

const replaced = (rule: RuleRecord, versions: readonly RuleRecord[]): boolean =>
  versions.some((other) => other.id === rule.id && other.replaces.includes(rule.version));

const inForce = ({ effectiveFrom, effectiveTo }: RuleRecord, day: Day): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);

/** The more doubtful of two versions that govern the same day under different conditions is the one to show. */
const DOUBT: Readonly<Partial<Record<RuleRecord['status'], number>>> = {
  operative_contested: 2,
  stayed: 1,
  vacated: 1,
};
const mostDoubtful = (rules: readonly RuleRecord[]): RuleRecord | null =>
  rules.reduce<RuleRecord | null>(
    (shown, rule) =>
      shown === null || (DOUBT[rule.status] ?? 0) >= (DOUBT[shown.status] ?? 0) ? rule : shown,
    null,
  );

/**
 * The version to show for a rule in a list: of those in force on the day whose place no other version takes, the most
 * doubtful, so that a contest under some facts is never hidden by calm under others; the newest that nobody replaced
 * when none is in force; null for an id that has none.
 */
export function currentVersion(law: RuleSet, id: string, today: Day): RuleRecord | null {
  const own = law.versionsOf(id).filter((rule) => rule.id === id);
  const standing = own.filter((rule) => !replaced(rule, own));
  const governing = standing.filter((rule) => inForce(rule, today));
  return mostDoubtful(governing) ?? standing.at(-1) ?? own.at(-1) ?? null;
}

/** The version that takes this one's place for the same dates, or null. */
export function replacedBy(law: RuleSet, rule: RuleRecord): number | null {
  const other = law
    .versionsOf(rule.id)
    .find(({ id, replaces }) => id === rule.id && replaces.includes(rule.version));
  return other?.version ?? null;
}
