import { OFFICE_POLICY, STATUS_EVENT, type RuleRecord } from '../rule-record';

const PREPARATION = {
  ...OFFICE_POLICY,
  family: 'office_policy',
  trigger: 'check_in',
  direction: 'backward',
  consequence:
    'No legal period ends. What is not ready before the day cannot be made in the hours after a detention.',
  cure: 'Do it now, in the order of the plan; ask the officer in writing for another date if counsel needs it.',
  stays: 'None.',
  citation: 'Office policy: preparation for a check-in. INA 241(a)(3); 8 CFR 241.4(l), 241.5',
  source: [
    'rfkhumanrights.org: practice advisory on revocation of orders of supervision and habeas corpus',
    'immpolicytracking.org: ICE directs review of the non-detained docket (2025-02-18)',
  ],
  confidence: 'general_knowledge',
} as const;
const ROLLED_BACK = 'Office policy, not law. Counted back from the check-in and rolled back to an open day.';

/** Targets of the office itself. Never a legal due date. */
export const OFFICE_POLICY_RULES: readonly RuleRecord[] = [
  {
    ...OFFICE_POLICY,
    id: 'internal.diligence_after_grant.30d',
    version: 1,
    aliases: ['internal.diligence.30d'],
    family: 'office_policy',
    title: 'File the motion after the pardon (office target)',
    trigger: 'grant',
    keyedOn: 'grant',
    period: { n: 30, unit: 'day' },
    consequence:
      'No legal period ends. Equitable tolling asks for diligence from the day of the grant, and each idle week weakens the motion.',
    cure: 'Record why it took longer, step by step with dates.',
    stays: 'None.',
    citation:
      'Office policy. No federal filing period starts at a pardon; diligence: Mata v. Lynch and circuit law',
    source: ['General knowledge: no federal period starts at a pardon'],
    confidence: 'general_knowledge',
    notes: [
      'Office policy, not law. Rolled back to an open day, because a target does not get longer by a weekend.',
    ],
  },
  {
    ...PREPARATION,
    id: 'internal.checkin.prep.60d_before',
    version: 1,
    title: 'Check-in preparation starts: records and history (office target)',
    period: { n: 60, unit: 'day' },
    notes: [
      ROLLED_BACK,
      'Request under FOIA, criminal and conviction records, prior motions, manner of entry, exact order and finality date.',
    ],
  },
  {
    ...PREPARATION,
    id: 'internal.checkin.prep.30d_before',
    version: 1,
    title: 'Check-in preparation: records at hand, papers started (office target)',
    period: { n: 30, unit: 'day' },
    notes: [ROLLED_BACK, 'The records are in; the stay packet, the motion and the habeas draft begin.'],
  },
  {
    ...PREPARATION,
    id: 'internal.checkin.prep.14d_before',
    version: 1,
    title: 'Check-in preparation: papers ready (office target)',
    period: { n: 14, unit: 'day' },
    notes: [
      ROLLED_BACK,
      'Stay packet, draft motion and stay, signed appearance forms, fear declaration, habeas draft, family plan.',
    ],
  },
  {
    ...PREPARATION,
    id: 'internal.checkin.prep.7d_before',
    version: 1,
    title: 'Check-in preparation: the attorney decides (office target)',
    period: { n: 7, unit: 'day' },
    notes: [
      ROLLED_BACK,
      'Attend, accompany, file the stay first, or not file. Filing can tell ICE where the client is: record decision and reason.',
    ],
  },
];

/** The check-in itself: a duty of the person, not a target of the office. */
export const CHECK_IN_RULES: readonly RuleRecord[] = [
  {
    ...STATUS_EVENT,
    id: 'checkin.day_of',
    version: 1,
    family: 'supervision',
    title: 'The check-in',
    trigger: 'check_in',
    period: { n: 0, unit: 'day' },
    consequence: 'A missed report can end supervision and lead to an arrest.',
    cure: 'Ask the officer for another date before the day, in writing.',
    stays: 'None.',
    citation: 'INA 241(a)(3); 8 CFR 241.5; Form I-220B',
    source: ['General knowledge: the duty to report under an order of supervision'],
    confidence: 'general_knowledge',
    notes: ['If the safe call is missed, start the protocol for a detained client.'],
  },
];
