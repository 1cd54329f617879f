import type { CompositeRule } from '../composite-rule';
import { FEDERAL_COURT_FILING, NO_LIMIT, type RuleRecord } from '../rule-record';

const HABEAS = {
  ...FEDERAL_COURT_FILING,
  family: 'federal_courts',
  stays: 'None by itself: an order against transfer or removal is asked for with the petition.',
  confidence: 'general_knowledge',
} as const;
const STATUTE_2243 = ['General knowledge: 28 USC 2243'];
const ORDER_CONTROLS =
  'The court’s order controls: courts usually set their own dates instead of those of the statute.';

/** Habeas in the district courts. 28 USC 2241, 2243, 2244(d), 2254; FRAP 4(a)(1)(B); FRCP 6. */
export const DISTRICT_COURT_RULES: readonly RuleRecord[] = [
  {
    ...NO_LIMIT,
    family: 'federal_courts',
    id: 'habeas.petition.no_limit',
    version: 1,
    title: 'Habeas petition while in immigration custody',
    consequence:
      'No limit, but the court is that of the district of confinement on the day of filing: a transfer before filing moves it.',
    cure: 'Not needed.',
    stays: 'None by itself: an order against transfer or removal is asked for with the petition.',
    citation: '28 USC 2241',
    source: ['General knowledge: 28 USC 2241 and the rule of the district of confinement'],
    confidence: 'general_knowledge',
    notes: ['A later transfer does not take the case away from the court where it was first filed.'],
  },
  {
    ...HABEAS,
    id: 'habeas.return.2243.3d',
    version: 1,
    title: 'Return to a habeas petition',
    actor: 'dhs',
    trigger: 'show_cause_order',
    period: { n: 3, unit: 'day' },
    consequence: 'The court can be asked to order the return or to decide without it.',
    cure: 'More time for good cause, up to twenty days.',
    citation: '28 USC 2243',
    source: STATUTE_2243,
    notes: [ORDER_CONTROLS, 'The government’s date, not the client’s.'],
  },
  {
    ...HABEAS,
    id: 'habeas.return.2243.cause.20d',
    version: 1,
    title: 'Return to a habeas petition, with more time for good cause',
    actor: 'dhs',
    trigger: 'show_cause_order',
    period: { n: 20, unit: 'day' },
    consequence: 'The court can be asked to order the return or to decide without it.',
    cure: 'None in the statute.',
    citation: '28 USC 2243',
    source: STATUTE_2243,
    notes: [
      ORDER_CONTROLS,
      'Only when good cause is shown; counted from the order, as the shorter reading of “additional time, not exceeding twenty days”.',
    ],
  },
  {
    ...HABEAS,
    id: 'habeas.hearing.2243.5d',
    version: 1,
    title: 'Hearing on a habeas petition',
    actor: 'court',
    trigger: 'habeas_return',
    period: { n: 5, unit: 'day' },
    consequence: 'The court can be asked for a hearing date.',
    cure: 'The court may allow more time for good cause.',
    citation: '28 USC 2243',
    source: STATUTE_2243,
    notes: [ORDER_CONTROLS],
  },
  {
    ...HABEAS,
    id: 'habeas.appeal.60d',
    version: 1,
    title: 'Appeal from a habeas judgment',
    trigger: 'habeas_judgment',
    period: { n: 60, unit: 'day' },
    consequence: 'The court of appeals has no jurisdiction over the appeal.',
    cure: 'An extension under FRAP 4(a)(5), asked for within 30 days after the period, on excusable neglect or good cause.',
    citation: 'FRAP 4(a)(1)(B); 28 USC 2107(b)',
    source: ['General knowledge: FRAP 4(a)(1)(B)'],
    notes: [
      'Sixty days because an officer or agency of the United States is a party. Filed in the district court.',
    ],
  },
  {
    ...HABEAS,
    id: 'postconviction.2254.1y',
    version: 1,
    aliases: ['padilla', 'padilla.state_relief', 'padilla / state relief'],
    title: 'Federal habeas against a state conviction',
    trigger: 'state_judgment_final',
    keyedOn: 'event',
    period: { n: 1, unit: 'year' },
    notBefore: '1997-04-24',
    consequence:
      'Federal habeas against the conviction is barred. Vehicles of state law have limits of their own, or none.',
    cure: 'Time during a properly filed state application does not count (28 USC 2244(d)(2)); later starting days under (d)(1); equitable tolling.',
    stays: 'None: neither the conviction nor removal is stayed.',
    citation: '28 USC 2254, 2244(d)',
    source: ['General knowledge: 28 USC 2244(d); Padilla v. Kentucky (2010)'],
    notes: [
      'The person must be in custody under the conviction, probation and parole included, when it is filed.',
      'For convictions final before April 24, 1996 circuits allowed a year from that day.',
      'State vehicles to vacate a plea vary by state and are not computed here.',
    ],
  },
];

/** The government's return and the hearing after it. */
export const DISTRICT_COURT_COMPOSITES: readonly CompositeRule[] = [
  {
    id: 'habeas.return.2243',
    title: 'Habeas: return and hearing',
    family: 'federal_courts',
    citation: '28 USC 2243',
    notes: [ORDER_CONTROLS, 'Filing itself has no limit, see habeas.petition.no_limit.'],
    parts: [
      { name: 'return_3d', rule: 'habeas.return.2243.3d' },
      { name: 'return_20d_for_cause', rule: 'habeas.return.2243.cause.20d' },
      { name: 'hearing_5d_after_return', rule: 'habeas.hearing.2243.5d', fromPart: 'return_3d' },
    ],
  },
];
