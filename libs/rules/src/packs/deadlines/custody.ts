import type { CompositeRule } from '../composite-rule';
import { STATUS_EVENT, THEIR_CLOCK, type RuleRecord } from '../rule-record';

const PERIOD = {
  ...STATUS_EVENT,
  family: 'custody',
  confidence: 'general_knowledge',
  cure: 'None: it is a state, not a filing.',
  stays: 'None.',
} as const;
const REVIEW = {
  ...THEIR_CLOCK,
  family: 'custody',
  confidence: 'general_knowledge',
  stays: 'None.',
} as const;

const MEMO_REMOVAL_PERIOD = 'scribd.com/document/24704659 (ICE memorandum of 2007-09-17)';
const MEMO_REVIEWS = 'scribd.com/document/24704567 (ICE memorandum of 2007-11-14)';
const NO_ROLL = 'A state, not a filing: it does not roll off a weekend. Plan on the business day before.';
const OBSTRUCTION =
  'Longer when the person does not apply for travel documents or acts to prevent removal, INA 241(a)(1)(C).';

/** The removal period, custody reviews after it, and the first hours of an arrest. INA 241(a); 8 CFR 241.4, 241.13, 287.3, 287.7. */
export const CUSTODY_RULES: readonly RuleRecord[] = [
  {
    ...PERIOD,
    id: 'removal.period.90d',
    version: 1,
    title: 'Removal period ends',
    trigger: 'removal_period',
    period: { n: 90, unit: 'day' },
    consequence:
      'Detention is mandatory or usual inside the period; after it release on supervision is possible and custody reviews are due.',
    citation: 'INA 241(a)(1)(A) and (B), 8 USC 1231(a)(1)',
    source: [MEMO_REMOVAL_PERIOD, 'General knowledge: the three starting days of INA 241(a)(1)(B)'],
    notes: [
      'Starts on the latest of: the order administratively final; the court’s final order, if it stayed removal; release from custody that is not immigration custody.',
      OBSTRUCTION,
      NO_ROLL,
    ],
  },
  {
    ...PERIOD,
    id: 'removal.period.90d.after_court_stay',
    version: 1,
    title: 'Removal period ends: removal had been stayed by a court',
    trigger: 'court_final_order',
    period: { n: 90, unit: 'day' },
    consequence: 'The removal period starts anew at the court’s final order and ends here.',
    citation: 'INA 241(a)(1)(B)(ii)',
    source: [MEMO_REMOVAL_PERIOD, 'General knowledge: INA 241(a)(1)(B)(ii)'],
    notes: ['Only where the court stayed removal during its review.', OBSTRUCTION, NO_ROLL],
  },
  {
    ...REVIEW,
    id: 'pocr.notice_day_60',
    version: 1,
    title: 'Written notice of the 90-day custody review is due about now',
    trigger: 'removal_period',
    period: { n: 60, unit: 'day' },
    consequence:
      'Without notice the client cannot answer in writing: ask for it and send the submission anyway.',
    cure: 'Send the written submission with proof of sending, notice or not.',
    citation: '8 CFR 241.4(h)(2): about 30 days before the review',
    source: ['General knowledge: notice roughly thirty days before the review'],
    notes: [NO_ROLL],
  },
  {
    ...REVIEW,
    id: 'pocr.day_90',
    version: 1,
    title: 'Custody review by the field office, about day 90',
    trigger: 'removal_period',
    period: { n: 90, unit: 'day' },
    consequence: 'A review that is not held is an argument in habeas: record that it was not.',
    cure: 'Ask for the review in writing, with the submission and the release plan.',
    citation: '8 CFR 241.4(k)(1)',
    source: [MEMO_REMOVAL_PERIOD, MEMO_REVIEWS],
    confidence: 'sourced',
    notes: ['Before the removal period ends. A written submission is allowed, 8 CFR 241.4(h)(2).', NO_ROLL],
  },
  {
    ...REVIEW,
    id: 'pocr.day_180',
    version: 1,
    title: 'Custody review by headquarters, about day 180',
    trigger: 'removal_period',
    period: { n: 180, unit: 'day' },
    consequence:
      'Headquarters decides release or a finding on the likelihood of removal; silence supports habeas.',
    cure: 'Ask for the decision in writing; file the request under 8 CFR 241.13.',
    citation: '8 CFR 241.4(k)(2), 241.13',
    source: [MEMO_REVIEWS, 'General knowledge: the stage at 180 days'],
    notes: [NO_ROLL],
  },
  {
    ...REVIEW,
    id: 'pocr.annual',
    version: 1,
    title: 'Next custody review, about a year after the last',
    trigger: 'custody_review',
    period: { n: 1, unit: 'year' },
    consequence: 'Detention goes on without the yearly look at it.',
    cure: 'Ask for a review in between: one request every three months.',
    citation: '8 CFR 241.4(k)(2)(iii)',
    source: ['General knowledge: about every year; one request every three months'],
    notes: ['About a year, not a fixed day. The client may ask once every three months.', NO_ROLL],
  },
  {
    ...PERIOD,
    id: 'zadvydas.6m',
    version: 1,
    title: 'Six months after the removal period began: detention presumptively too long',
    trigger: 'removal_period',
    period: { n: 6, unit: 'month' },
    otherReadings: [
      {
        name: 'proxy_180_days',
        label: 'Counted as 180 days',
        status: 'conservative',
        period: { n: 180, unit: 'day' },
      },
    ],
    consequence:
      'A presumption only: the client shows that removal is not significantly likely in the foreseeable future, and the burden shifts. Release does not follow by itself.',
    cure: 'Habeas corpus in the district of confinement.',
    citation: 'Zadvydas v. Davis, 533 U.S. 678 (2001); INA 241(a)(6); 8 CFR 241.13',
    source: ['General knowledge: Zadvydas v. Davis and Clark v. Martinez'],
    notes: [
      'Counted from the start of the removal period, as is usual. Whether earlier detention is added up is contested.',
      NO_ROLL,
    ],
  },
  {
    ...REVIEW,
    id: 'custody.determination.48h',
    version: 1,
    title: 'Custody and charging decision after an arrest without warrant',
    trigger: 'arrest',
    period: { n: 48, unit: 'hour' },
    consequence: 'Detention without a decision is unlawful unless an emergency is shown; record the hour.',
    cure: 'Ask in writing for the custody papers; habeas.',
    citation: '8 CFR 287.3(d)',
    source: ['General knowledge: 48 hours, except in an emergency or other extraordinary circumstance'],
    notes: [
      'Weekends count. Only for a new arrest without warrant, not for re-detention on an old order.',
      'Longer in an emergency or other extraordinary circumstance.',
    ],
  },
  {
    ...REVIEW,
    id: 'detainer.48h_excl',
    version: 1,
    title: 'Hold on an immigration detainer ends',
    trigger: 'release_due',
    period: { n: 48, unit: 'hour_on_open_days' },
    consequence: 'The jail has no authority under the detainer after this hour.',
    cure: 'Demand release of the jail in writing; state habeas or a damages claim.',
    citation: '8 CFR 287.7(d)',
    source: ['General knowledge: 48 hours without Saturdays, Sundays and holidays'],
    notes: [
      'Counted from the time at which release would have occurred; a detainer is a request in many states.',
    ],
  },
];

/** Rules of this family that give several dates together. */
export const CUSTODY_COMPOSITES: readonly CompositeRule[] = [
  {
    id: 'pocr.milestones',
    title: 'Post-order custody reviews',
    family: 'custody',
    citation: '8 CFR 241.4(h)(2), (k)(1), (k)(2)',
    notes: ['For a client in detention. None of the days rolls: plan on the business day before.'],
    parts: [
      { name: 'notice_window_day_60', rule: 'pocr.notice_day_60' },
      { name: 'day_90', rule: 'pocr.day_90' },
      { name: 'day_180', rule: 'pocr.day_180' },
    ],
  },
];
