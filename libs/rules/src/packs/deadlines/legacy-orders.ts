import { EOIR_FILING, NO_LIMIT, type RuleRecord } from '../rule-record';

const LEGACY = {
  ...EOIR_FILING,
  family: 'legacy_orders',
  status: 'historical',
  confidence: 'general_knowledge',
  cutoff: { at: '23:59', clock: 'court_or_board', confirmed: false },
  timeZone: null,
} as const;
const TOLLING = 'Equitable tolling, joint motion, sua sponte power.';
const NO_STAY = 'No automatic stay: it must be asked for.';
const RULE_1996 = [
  'govinfo.gov/content/pkg/FR-1996-04-29/html/96-10157.htm (61 FR 18900, effective 1996-07-01)',
  'General knowledge: the two fixed dates of 1996',
];
const STATUTE_242B = [
  'Second-hand reading of 8 CFR 1003.23(b)(4)(iii) as of 2026-10-01',
  'General knowledge: former INA 242B',
];
const WHICH_STATUTE =
  'Check which statute governed the hearing notice; an attorney confirms each order of this age.';

/**
 * Orders from before the present statute: final before July 1, 1996, or made in absentia before April 1, 1997.
 * The fixed dates and the former INA 242B are general knowledge until an attorney has checked them.
 */
export const LEGACY_RULES: readonly RuleRecord[] = [
  {
    ...LEGACY,
    id: 'motion.reopen.legacy_1996',
    version: 1,
    title: 'Motion to reopen an order final before July 1996',
    effectiveTo: '1996-06-30',
    keyedOn: 'final_order',
    trigger: 'final_order',
    period: { n: 90, unit: 'day' },
    notBefore: '1996-09-30',
    consequence:
      'The motion is untimely: what is left is a joint motion, equitable tolling or sua sponte power.',
    cure: TOLLING,
    stays: NO_STAY,
    citation: '8 CFR 1003.2(c)(2); 61 FR 18900: 90 days or September 30, 1996, whichever is later',
    source: RULE_1996,
    notes: ['One motion to reopen in the whole case.'],
  },
  {
    ...LEGACY,
    id: 'motion.reconsider.legacy_1996',
    version: 1,
    title: 'Motion to reconsider an order final before July 1996',
    effectiveTo: '1996-06-30',
    keyedOn: 'final_order',
    trigger: 'final_order',
    period: { n: 30, unit: 'day' },
    notBefore: '1996-07-31',
    consequence: 'The motion is untimely.',
    cure: TOLLING,
    stays: NO_STAY,
    citation: '8 CFR 1003.2(b)(2); 61 FR 18900: 30 days or July 31, 1996, whichever is later',
    source: RULE_1996,
  },
  {
    ...LEGACY,
    ...NO_LIMIT,
    status: 'historical',
    id: 'absentia.legacy',
    version: 1,
    title: 'Rescinding a deportation order made in absentia before June 13, 1992: reasonable cause',
    effectiveTo: '1992-06-12',
    keyedOn: 'order',
    appliesIf: { inAbsentia: true },
    consequence: 'No limit is known for showing reasonable cause for the absence.',
    cure: 'Not needed.',
    stays: NO_STAY,
    citation: 'Former INA 242(b); 8 CFR 1003.23(b)(4)(iii)',
    source: STATUTE_242B,
    notes: [WHICH_STATUTE],
  },
  {
    ...LEGACY,
    id: 'absentia.legacy',
    version: 2,
    title: 'Rescinding a deportation order made in absentia: exceptional circumstances',
    effectiveFrom: '1992-06-13',
    keyedOn: 'order',
    appliesIf: { inAbsentia: true },
    trigger: 'order_date',
    period: { n: 180, unit: 'day' },
    consequence: 'Rescission for exceptional circumstances is barred; lack of notice can still be raised.',
    cure: 'Rescission for lack of notice has no limit; equitable tolling in some circuits.',
    stays: 'Removal is stayed automatically from filing until the judge rules.',
    citation: 'Former INA 242B(c)(3)(A); 8 CFR 1003.23(b)(4)(iii)',
    source: STATUTE_242B,
    notes: [WHICH_STATUTE],
  },
  {
    ...LEGACY,
    ...NO_LIMIT,
    status: 'historical',
    id: 'absentia.legacy.no_notice',
    version: 1,
    title: 'Rescinding a deportation order made in absentia: no notice',
    effectiveTo: null,
    keyedOn: 'order',
    appliesIf: { inAbsentia: true },
    consequence: 'No limit: it may be filed at any time.',
    cure: 'Not needed.',
    stays: 'Removal is stayed automatically from filing until the judge rules.',
    citation: 'Former INA 242B(c)(3)(B); 8 CFR 1003.23(b)(4)(iii)',
    source: STATUTE_242B,
    notes: [WHICH_STATUTE],
  },
  {
    ...LEGACY,
    ...NO_LIMIT,
    status: 'historical',
    id: 'motion.reopen.vawa.legacy',
    version: 1,
    title: 'Motion to reopen deportation proceedings for a battered spouse, child or parent (VAWA)',
    effectiveTo: '1997-03-31',
    keyedOn: 'final_order',
    consequence: 'No limit of time is known for deportation proceedings.',
    cure: 'Not needed.',
    stays: NO_STAY,
    citation: 'Public Law 106-386, section 1506(c)(2), as amended',
    source: ['General knowledge: the section of 2000 on deportation proceedings'],
    notes: [
      'Deportation proceedings, which began before April 1, 1997. What decides is the kind of proceedings: an order made later in such proceedings belongs here too.',
    ],
  },
];
