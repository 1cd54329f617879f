import { CHANGE_LOG } from './change-log';
import { APPEAL_RULES } from './deadlines/appeals';
import { BOND_RULES } from './deadlines/bond';
import { BRIEF_COMPOSITES, BRIEF_RULES } from './deadlines/briefs';
import { CUSTODY_COMPOSITES, CUSTODY_RULES } from './deadlines/custody';
import { DISTRICT_COURT_COMPOSITES, DISTRICT_COURT_RULES } from './deadlines/district-courts';
import {
  FEAR_AND_THIRD_COUNTRY_COMPOSITES,
  FEAR_AND_THIRD_COUNTRY_RULES,
} from './deadlines/fear-and-third-country';
import { FEDERAL_COURT_COMPOSITES, FEDERAL_COURT_RULES } from './deadlines/federal-courts';
import { FINALITY_RULES } from './deadlines/finality';
import { LEGACY_RULES } from './deadlines/legacy-orders';
import { MOTION_RULES } from './deadlines/motions';
import { CHECK_IN_RULES, OFFICE_POLICY_RULES } from './deadlines/office-policy';
import { PROCEEDINGS_RULES } from './deadlines/proceedings';
import { RECORDS_AND_PERMITS_RULES } from './deadlines/records-and-permits';
import { SUPERVISION_RULES } from './deadlines/supervision';
import { VOLUNTARY_DEPARTURE_COMPOSITES, VOLUNTARY_DEPARTURE_RULES } from './deadlines/voluntary-departure';
import { ruleSetOf, type RuleSet } from './select';

/** The shipped law. Records are never edited, only followed by new ones; the version is that of the last log entry. */
export const RULE_SET: RuleSet = ruleSetOf(
  CHANGE_LOG.at(-1)!.version,
  [
    ...FINALITY_RULES,
    ...APPEAL_RULES,
    ...BRIEF_RULES,
    ...MOTION_RULES,
    ...LEGACY_RULES,
    ...PROCEEDINGS_RULES,
    ...FEDERAL_COURT_RULES,
    ...DISTRICT_COURT_RULES,
    ...CUSTODY_RULES,
    ...SUPERVISION_RULES,
    ...CHECK_IN_RULES,
    ...FEAR_AND_THIRD_COUNTRY_RULES,
    ...BOND_RULES,
    ...VOLUNTARY_DEPARTURE_RULES,
    ...RECORDS_AND_PERMITS_RULES,
    ...OFFICE_POLICY_RULES,
  ],
  CHANGE_LOG,
  [
    ...BRIEF_COMPOSITES,
    ...FEDERAL_COURT_COMPOSITES,
    ...DISTRICT_COURT_COMPOSITES,
    ...CUSTODY_COMPOSITES,
    ...FEAR_AND_THIRD_COUNTRY_COMPOSITES,
    ...VOLUNTARY_DEPARTURE_COMPOSITES,
  ],
);

/** Stored with every derived deadline. */
export const RULE_SET_VERSION = RULE_SET.version;
