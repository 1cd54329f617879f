import { RuleInputError } from '../errors';
import type { RuleRecord } from './rule-record';
import { RULES } from './rule-set';
import { versionsOf } from './select';

/** Every version of every rule record, oldest version of a rule first, with citation, source and standing. */
export const listRules = (): readonly RuleRecord[] => RULES;

/** All versions of one rule by id or alias, oldest first. Throws RuleInputError `unknown_rule`. */
export function describeRule(id: string): readonly RuleRecord[] {
  const versions = versionsOf(id);
  if (versions.length === 0)
    throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  return versions;
}
