import { DHS_FILING, NO_LIMIT, STATUS_EVENT, THEIR_CLOCK, type RuleRecord } from '../rule-record';

const FAMILY = { family: 'records_and_permits', stays: 'None.' } as const;
const STATUTE = 'General knowledge: the Freedom of Information Act as amended in 2016';
const ANSWER = {
  ...THEIR_CLOCK,
  ...FAMILY,
  actor: 'agency',
  outerLayers: ['executive_closure'],
  source: [STATUTE],
  confidence: 'general_knowledge',
} as const;

/** Requests for records and work permits. 5 USC 552(a)(6); 8 CFR 274a.12(c)(18), 274a.13(d); Form I-246. */
export const RECORDS_AND_PERMITS_RULES: readonly RuleRecord[] = [
  {
    ...ANSWER,
    id: 'foia.response.20wd',
    version: 1,
    title: 'Agency’s answer to a request for records',
    trigger: 'request_received',
    period: { n: 20, unit: 'business_day' },
    consequence: 'No answer in time counts as exhaustion: suit is possible.',
    cure: 'Write to the FOIA liaison; sue under 5 USC 552(a)(4)(B).',
    citation: '5 USC 552(a)(6)(A)(i)',
    notes: [
      'Runs from receipt by the right component, at the latest ten days after the agency first received the request.',
      'The agency may stop the clock once to ask for information.',
    ],
  },
  {
    ...ANSWER,
    id: 'foia.extension.10wd',
    version: 1,
    title: 'Agency’s answer after an extension for unusual circumstances',
    trigger: 'initial_due',
    period: { n: 10, unit: 'business_day' },
    consequence: 'No answer by now counts as exhaustion, as without an extension.',
    cure: 'Narrow the request, ask for a date, or sue.',
    citation: '5 USC 552(a)(6)(B)',
    notes: ['Only when the agency gave written notice of unusual circumstances.'],
  },
  {
    ...DHS_FILING,
    ...FAMILY,
    id: 'foia.appeal.90d',
    version: 1,
    title: 'Appeal of an adverse answer to a request for records',
    trigger: 'adverse_determination',
    period: { n: 90, unit: 'day' },
    consequence:
      'The administrative remedy is lost, and with it usually the suit; a new request can be made.',
    cure: 'Make the request again.',
    citation: '5 USC 552(a)(6)(A)(i)(III)(aa): at least 90 days',
    source: [STATUTE],
    confidence: 'general_knowledge',
    notes: [
      'At least ninety days: the letter can give more. The date in the letter wins only if it is later.',
    ],
  },
  {
    ...ANSWER,
    id: 'foia.appeal.decision',
    version: 1,
    title: 'Agency’s decision on the records appeal',
    trigger: 'records_appeal_received',
    period: { n: 20, unit: 'business_day' },
    consequence: 'No decision in time opens the way to court.',
    cure: 'Sue under 5 USC 552(a)(4)(B).',
    citation: '5 USC 552(a)(6)(A)(ii)',
  },
  {
    ...STATUS_EVENT,
    ...FAMILY,
    id: 'ead.c18.renewal_window.180d',
    version: 1,
    title: 'Work permit under (c)(18): renewal can be filed from this day',
    trigger: 'card_expiry',
    period: { n: 180, unit: 'day' },
    direction: 'backward',
    roll: 'none',
    consequence: 'A later filing leaves a gap in permission to work: there is no automatic extension.',
    cure: 'File at once; ask for expedited handling with proof of hardship.',
    citation: '8 CFR 274a.12(c)(18), 274a.13(d); Form I-765 instructions',
    source: [
      'pubt.io: USCIS interim final rule of 2025-10-30 ending automatic extensions',
      'General knowledge: filing from 180 days before expiry; (c)(18) was never on the list of automatic extensions',
    ],
    confidence: 'general_knowledge',
    volatile: true,
    nextReview: '2026-12-22',
    notes: [
      'Never assume an automatic extension: it ended for renewals filed on or after 2025-10-30, and (c)(18) is not believed to have had one.',
      'Not established: any rule of 2026, the fee and the validity. A proposal of 2020 would have ended most of these permits.',
    ],
  },
  {
    ...NO_LIMIT,
    ...FAMILY,
    id: 'i246.as_stated',
    version: 1,
    aliases: ['i246', 'I-246'],
    title: 'Application for a stay of removal (Form I-246)',
    consequence: 'No limit of time, but it stays nothing until it is granted.',
    cure: 'Bring it in person to the office that has custody or the residence; ask that office first.',
    stays: 'Discretionary: no stay while it is pending. See the stays of the matter.',
    citation: '8 CFR 241.6; Form I-246',
    source: ['forms.vlex.com/vid/application-for-stay-of-916313713 (form edition 11/20)'],
    confidence: 'general_knowledge',
    notes: [
      'Dates, fee and papers as stated on the form and on the decision; the end printed on a grant governs.',
    ],
  },
];
