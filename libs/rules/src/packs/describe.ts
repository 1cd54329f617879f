import { RuleInputError } from '../errors';
import type { RuleRecord } from './rule-record';
import { RULE_SET } from './rule-set';
import type { RuleSet } from './select';

/** Every version of every rule record, oldest version of a rule first, with citation, source and standing. */
export const listRules = (): readonly RuleRecord[] => RULE_SET.rules;

/** All versions of one rule by id or alias, oldest first. Throws RuleInputError `unknown_rule`. */
export function describeRule(id: string, law: RuleSet = RULE_SET): readonly RuleRecord[] {
  const versions = law.versionsOf(id);
  if (versions.length === 0)
    throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  return versions;
}
