import { APPEAL_RULES } from './deadlines/appeals';
import { FEDERAL_COURT_RULES } from './deadlines/federal-courts';
import { FINALITY_RULES } from './deadlines/finality';
import { LEGACY_RULES } from './deadlines/legacy-orders';
import { MOTION_RULES } from './deadlines/motions';
import { OFFICE_POLICY_RULES } from './deadlines/office-policy';
import type { RuleRecord } from './rule-record';

/** Changes whenever a record is added; stored with every derived deadline. */
export const RULE_SET_VERSION = '2026-11-22.1';

const frozen = (record: RuleRecord): RuleRecord => Object.freeze(record);

/** Every version of every rule, in the order of the catalogue. Records are never edited, only followed by new ones. */
export const RULES: readonly RuleRecord[] = Object.freeze(
  [
    ...FINALITY_RULES,
    ...APPEAL_RULES,
    ...MOTION_RULES,
    ...LEGACY_RULES,
    ...FEDERAL_COURT_RULES,
    ...OFFICE_POLICY_RULES,
  ].map(frozen),
);
