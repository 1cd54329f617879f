import { STATUS_EVENT, type RuleRecord } from '../rule-record';

const FINAL = {
  ...STATUS_EVENT,
  family: 'finality',
  period: { n: 0, unit: 'day' },
  consequence:
    'The periods to reopen, to reconsider and to petition for review run from the final order, and the removal period can begin.',
  cure: 'None: finality is a state, not a filing.',
  stays: 'The automatic stay of the appeal period ends.',
  confidence: 'sourced',
} as const;

const TEXT_1241_1 = ['edocket.access.gpo.gov/cfr_2003/8cfr241.1.htm (same text now at 8 CFR 1241.1)'];

/** When an order becomes administratively final. 8 CFR 1241.1; for deportation orders 8 CFR 1241.31. */
export const FINALITY_RULES: readonly RuleRecord[] = [
  {
    ...FINAL,
    id: 'ij.order.final.board',
    version: 1,
    title: 'Final when the Board dismisses the appeal',
    trigger: 'final_order',
    citation: '8 CFR 1241.1(a); deportation orders 8 CFR 1241.31',
    source: TEXT_1241_1,
  },
  {
    ...FINAL,
    id: 'ij.order.final.waived',
    version: 1,
    title: 'Final on the decision day: appeal waived',
    trigger: 'order_date',
    citation: '8 CFR 1241.1(b); deportation orders 8 CFR 1241.31',
    source: TEXT_1241_1,
  },
  {
    ...FINAL,
    id: 'ij.order.final',
    version: 1,
    title: 'Order administratively final',
    trigger: 'decision_served',
    citation: '8 CFR 1241.1(c); deportation orders 8 CFR 1241.31',
    source: [...TEXT_1241_1, 'law.cornell.edu/cfr/text/8/1241.31 (8 CFR 1241.31)'],
    notes: [
      'Some counts start from the decision day; that earlier day is always shown as the conservative one.',
    ],
  },
  {
    ...FINAL,
    id: 'ij.order.final.absentia',
    version: 1,
    title: 'Final at once: ordered in absentia',
    trigger: 'order_date',
    appliesIf: { inAbsentia: true },
    citation: '8 CFR 1241.1(e), 1240.15',
    source: [...TEXT_1241_1, 'law.cornell.edu/cfr/text/8/1240.15'],
    notes: ['No appeal lies from an order made in absentia, only a motion.'],
  },
  {
    ...FINAL,
    id: 'ij.order.final.voluntary_departure',
    version: 1,
    title: 'Final on overstay of voluntary departure',
    trigger: 'order_date',
    appliesIf: { orderKinds: ['voluntary_departure_alternate'] },
    citation: '8 CFR 1241.1(f)',
    source: TEXT_1241_1,
    notes: ['A motion filed within the voluntary departure period ends it, 8 CFR 1240.26(e)(1).'],
  },
];
