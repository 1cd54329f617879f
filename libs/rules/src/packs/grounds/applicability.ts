import type { AuthorityKey } from './authorities';

/** Whether a ground ever covered an old conviction, or older relief is still open for it. General knowledge, all of it. */
export interface ApplicabilityRule {
  id:
    | 'aggravated_felony_1988'
    | 'firearm_1991'
    | 'domestic_1996'
    | 'former_212c'
    | 'former_212c_limited'
    | 'judicial_recommendation';
  groundIds: readonly string[];
  /** The day the rule looks at. */
  date: 'conviction' | 'plea' | 'sentence';
  /** First day on which it is too late, and for a window the first day that counts. */
  before: string;
  from: string | null;
  /** 'may_not_apply': the ground may never have covered the conviction. 'may_help': relief beside the waiver. */
  finding: 'may_not_apply' | 'may_help';
  text: string;
  question: string;
  authorities: readonly AuthorityKey[];
  /** Openings of the routes in the grounds pack that this rule says with its date. */
  replaces: readonly string[];
  provenance: 'general_knowledge';
}

const RELIEF = ['237a2Ai', '237a2Aii', '237a2Aiii', '237a2Bi', '237a2C'];

type Fields = Omit<ApplicabilityRule, 'provenance' | 'from' | 'replaces'> &
  Partial<Pick<ApplicabilityRule, 'from' | 'replaces'>>;
const rule = (fields: Fields): ApplicabilityRule =>
  Object.freeze({ from: null, replaces: [], ...fields, provenance: 'general_knowledge' as const });

/** To be looked at before the waiver: for cases of the 1980s and 1990s this can win without a pardon. */
export const APPLICABILITY_RULES: readonly ApplicabilityRule[] = [
  rule({
    id: 'aggravated_felony_1988',
    groundIds: ['237a2Aiii'],
    date: 'conviction',
    before: '1988-11-18',
    finding: 'may_not_apply',
    text: 'Convicted before 18 November 1988, when the aggravated-felony ground came in: circuits differ on whether it reaches back.',
    question: 'Was the conviction before 18 November 1988, when the aggravated-felony ground came in?',
    authorities: ['aggravated1988', 'ledezma', 'lettman', 'bell', 'lettmanReno'],
    replaces: ['For convictions before 18 November 1988'],
  }),
  rule({
    id: 'firearm_1991',
    groundIds: ['237a2C'],
    date: 'conviction',
    before: '1991-03-01',
    finding: 'may_not_apply',
    text: 'Convicted before the firearm ground was widened in 1991: then it was about possessing or carrying certain weapons only.',
    question: 'Was the conviction before March 1991, when the firearm ground was widened?',
    authorities: ['firearm1991'],
    replaces: ['Whether the ground covered the conviction when it was entered'],
  }),
  rule({
    id: 'domestic_1996',
    groundIds: ['237a2Ei', '237a2Eii'],
    date: 'conviction',
    before: '1996-10-01',
    finding: 'may_not_apply',
    text: 'Convicted on or before 30 September 1996: the domestic-violence and child-abuse ground is for later convictions.',
    question: 'Was the conviction after 30 September 1996? The ground is for later convictions only.',
    authorities: ['domesticDate'],
    replaces: ['Whether the conviction is from before 30 September 1996'],
  }),
  rule({
    id: 'former_212c',
    groundIds: RELIEF,
    date: 'plea',
    before: '1996-04-24',
    finding: 'may_help',
    text: 'Former INA 212(c) for a plea from before 24 April 1996, for a permanent resident with seven years’ domicile.',
    question: 'On which day was the plea? Former INA 212(c) turns on 24 April 1996 and 1 April 1997.',
    authorities: ['stCyr', 'judulang'],
    replaces: ['Former INA 212(c)'],
  }),
  rule({
    id: 'former_212c_limited',
    groundIds: RELIEF,
    date: 'plea',
    from: '1996-04-24',
    before: '1997-04-01',
    finding: 'may_help',
    text: 'Former INA 212(c) for a plea between 24 April 1996 and 31 March 1997: open only for some grounds in those months.',
    question: 'On which day was the plea? Former INA 212(c) turns on 24 April 1996 and 1 April 1997.',
    authorities: ['stCyr'],
  }),
  rule({
    id: 'judicial_recommendation',
    groundIds: ['237a2Ai', '237a2Aii', '237a2Aiii'],
    date: 'sentence',
    before: '1990-11-29',
    finding: 'may_help',
    text: 'Sentenced before 29 November 1990: look in the criminal file for a judge’s recommendation against deportation, which had the effect of a pardon.',
    question:
      'Was the sentence before 29 November 1990, and did the judge recommend against deportation within 30 days?',
    authorities: ['judicialRecommendation'],
  }),
];

const rulesByGround = new Map<string, ApplicabilityRule[]>();
for (const one of APPLICABILITY_RULES) {
  for (const id of one.groundIds) rulesByGround.set(id, [...(rulesByGround.get(id) ?? []), one]);
}

/** The dated questions about a ground; none for most. */
export function applicabilityRulesOf(groundId: string): readonly ApplicabilityRule[] {
  return rulesByGround.get(groundId) ?? [];
}
