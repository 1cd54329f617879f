import { OFFICE_POLICY, type RuleRecord } from '../rule-record';

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
];
