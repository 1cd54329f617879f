import { EOIR_FILING, NO_LIMIT, THEIR_CLOCK, type RuleRecord } from '../rule-record';

const MOVING = { family: 'bond', volatile: true, nextReview: '2026-12-22' } as const;
const READING_1003_19 =
  'Second-hand reading of 8 CFR 1003.19 and 1236.1 as of 2026-10-01, and of Board decisions of 2026';
const AUTOMATIC_STAY = ['nortontooby.com/node/15846', 'nortontooby.com/node/12775'];
const BOND_APPEALS = 'immigrationbondlawyer.com/appeals-of-immigration-bond-decision/';

const WHO_MAY_ASK = [
  'People who entered without inspection: Matter of Yajure Hurtado (BIA 2025) denies jurisdiction; circuits are split; the Supreme Court granted review on 2026-10-01 (Rhoney v. Barbosa da Cunha, No. 26-104). Many refugee clients were admitted: record the manner of entry.',
  'Generally no bond once the order is final: Matter of W-F-D-, 29 I&N Dec. 854 (BIA 2026). Do not promise a bond date after a final order.',
];
const DHS_STAY = {
  ...THEIR_CLOCK,
  ...MOVING,
  outerLayers: ['executive_closure'],
  cure: 'Hold DHS to it: if it misses the day, ask for release at once, in writing.',
  stays: 'The automatic stay is of release on bond, never of removal.',
} as const;

/** Bond, and the clocks of the government’s automatic stay of release. 8 CFR 1003.19, 1003.6(c) and (d), 1236.1(d). */
export const BOND_RULES: readonly RuleRecord[] = [
  {
    ...EOIR_FILING,
    ...MOVING,
    id: 'bond.request_after_release.7d',
    version: 1,
    title: 'Bond redetermination by the judge after release',
    trigger: 'release',
    period: { n: 7, unit: 'day' },
    cutoff: { at: '23:59', clock: 'court_or_board', confirmed: false },
    timeZone: null,
    consequence: 'The judge no longer has jurisdiction over the bond; only DHS can change it.',
    cure: 'Ask DHS; appeal its decision to the Board.',
    stays: 'No stay of removal.',
    citation: '8 CFR 1003.19, 1236.1(d)(1)',
    source: [READING_1003_19],
    confidence: 'sourced',
    notes: [
      'While detained and before a final order the request can be made at any time; seven days only after release.',
      ...WHO_MAY_ASK,
    ],
  },
  {
    ...NO_LIMIT,
    ...MOVING,
    id: 'bond.again',
    version: 1,
    title: 'Another bond request after a ruling',
    consequence: 'No limit of time, but only in writing and for materially changed circumstances.',
    cure: 'Appeal the ruling within its own period instead.',
    stays: 'No stay of removal.',
    citation: '8 CFR 1003.19(e)',
    source: [READING_1003_19],
    confidence: 'sourced',
    notes: WHO_MAY_ASK,
  },
  {
    ...DHS_STAY,
    id: 'bond.eoir43.1bd',
    version: 1,
    title: 'DHS notice that it will appeal the release order (Form EOIR-43)',
    trigger: 'bond_order',
    period: { n: 1, unit: 'business_day' },
    consequence: 'Without the notice in time release is not stayed automatically.',
    citation: '8 CFR 1003.19(i)(2)',
    source: [READING_1003_19, BOND_APPEALS],
    confidence: 'sourced',
    notes: [
      'Only where DHS held the person without bond or at $10,000 or more.',
      'General knowledge: courts have found the automatic stay unlawful in single cases; habeas.',
    ],
  },
  {
    ...DHS_STAY,
    id: 'bond.autostay.noa.10bd',
    version: 1,
    title: 'DHS notice of appeal that keeps its automatic stay',
    trigger: 'bond_order',
    period: { n: 10, unit: 'business_day' },
    consequence: 'If DHS misses it the automatic stay of release lapses.',
    citation: '8 CFR 1003.6(c)(1)',
    source: [BOND_APPEALS, ...AUTOMATIC_STAY, 'General knowledge: that the ten days are business days'],
    confidence: 'general_knowledge',
    notes: ['The unit is general knowledge: ten calendar days would end sooner.'],
  },
  {
    ...DHS_STAY,
    outerLayers: [],
    id: 'bond.autostay.lapse.90d',
    version: 1,
    title: 'Automatic stay of release lapses',
    trigger: 'bond_appeal',
    period: { n: 90, unit: 'day' },
    consequence:
      'The stay of release ends if the Board has not decided; DHS can ask for a discretionary stay.',
    citation: '8 CFR 1003.6(c)(4)',
    source: AUTOMATIC_STAY,
    confidence: 'sourced',
    notes: [
      'A state, not a filing: it does not roll. General knowledge: briefing time that the client asks for lengthens it.',
    ],
  },
  {
    ...DHS_STAY,
    id: 'bond.ag_referral.5bd',
    version: 1,
    title: 'Release stayed after the Board’s decision, for referral to the Attorney General',
    trigger: 'board_bond_decision',
    period: { n: 5, unit: 'business_day' },
    consequence: 'Release follows unless the case is referred; a referral stays it longer.',
    citation: '8 CFR 1003.6(d)',
    source: AUTOMATIC_STAY,
    confidence: 'sourced',
    notes: ['Longer if the Attorney General reviews the case.'],
  },
];
