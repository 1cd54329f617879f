import { AGENCY_TARGET, NO_LIMIT, STATUS_EVENT, THEIR_CLOCK, type RuleRecord } from '../rule-record';

const FAMILY = { family: 'supervision', stays: 'None.' } as const;
const ADVISORY_REDETENTION =
  'rfkhumanrights.org: practice advisory on revocation of orders of supervision and habeas corpus';
const DIRECTIVE_2025 =
  'immpolicytracking.org: ICE directs review of the non-detained docket for re-detention and removal (2025-02-18)';
const AS_STATED = {
  ...NO_LIMIT,
  ...FAMILY,
  confidence: 'general_knowledge',
  consequence: 'The paper itself gives the dates. Copy each into the calendar as a check-in.',
} as const;
const BAR = {
  ...STATUS_EVENT,
  ...FAMILY,
  confidence: 'general_knowledge',
  source: ['usimm.pikapod.net: 8 CFR 1240.26 (voluntary departure)', 'General knowledge: INA 212(a)(9)'],
} as const;
const REENTRY = 'Re-entry without consent in this time is inadmissible and can be a crime, INA 276.';
const CONSENT = 'Consent to reapply (Form I-212) before the time is over.';

/** Supervision, return to detention, and the bars that time away has to outlast. INA 241(a)(3), 212(a)(9)(A), 240(b)(7), 240B(d). */
export const SUPERVISION_RULES: readonly RuleRecord[] = [
  {
    ...AGENCY_TARGET,
    ...FAMILY,
    id: 'osup.redetention.interview_target_2d',
    version: 1,
    title: 'Informal interview after return to detention',
    trigger: 'redetention',
    period: { n: 2, unit: 'day' },
    consequence:
      'Not a legal due date: an interview not held by now is evidence that it was not prompt. Record it.',
    cure: 'Demand written reasons and the interview; habeas for revocation without them.',
    citation:
      '8 CFR 241.4(l), 241.13(i): reasons and an interview promptly; ICE directive of 2025-02-18: ideally in two days',
    source: [
      ADVISORY_REDETENTION,
      DIRECTIVE_2025,
      'Second-hand reading of an opinion quoting 8 CFR 241.4(l)',
    ],
    confidence: 'sourced',
    notes: ['The regulation says promptly; two days is what a directive called ideal. Alert only.'],
  },
  {
    ...THEIR_CLOCK,
    ...FAMILY,
    id: 'osup.redetention.review.3m',
    version: 1,
    title: 'Further custody review after return to detention',
    trigger: 'redetention',
    period: { n: 3, unit: 'month' },
    consequence: 'Detention on the revoked order goes on without a review on its reasons.',
    cure: 'Ask for the review in writing with a submission; habeas.',
    citation: '8 CFR 241.4(l)(3)',
    source: [ADVISORY_REDETENTION, 'General knowledge: about three months after the revocation'],
    confidence: 'general_knowledge',
    notes: ['About three months, not a fixed day.'],
  },
  {
    ...AS_STATED,
    id: 'osup.report',
    version: 1,
    setBy: 'Form I-220B',
    aliases: ['i220b', 'I-220B'],
    title: 'Reporting under the order of supervision',
    cure: 'Ask the officer for another date before the day, in writing. A missed report can end supervision.',
    citation: 'INA 241(a)(3); 8 CFR 241.5',
    source: ['General knowledge: Form I-220B sets reporting, travel, address and document duties'],
    notes: ['As stated on Form I-220B; the date on the form governs.'],
  },
  {
    ...AS_STATED,
    id: 'isap.report',
    version: 1,
    setBy: 'the supervision program',
    aliases: ['isap', 'ISAP'],
    title: 'Appointments of the monitoring programme (ISAP)',
    cure: 'Tell the case specialist before the appointment, in writing, and keep proof.',
    citation: 'INA 241(a)(3); 8 CFR 241.5; the programme’s own papers',
    source: ['General knowledge: phone app, home visits or a GPS device on top of the reports to ICE'],
    notes: ['As stated on the programme’s papers and in its app; the date given there governs.'],
  },
  {
    ...THEIR_CLOCK,
    ...FAMILY,
    id: 'chhoeun.notice.14d',
    version: 1,
    title: 'Earliest lawful re-arrest after written notice, Cambodian class',
    trigger: 'notice_mailed',
    period: { n: 14, unit: 'day' },
    consequence:
      'An arrest before this day breaks the injunction, if it is still in force and covers the client.',
    cure: 'Contact class counsel at once.',
    citation: 'Chhoeun v. Marin (C.D. Cal.), permanent injunction of 2020-04-27',
    source: ['khaagwa.org/ice-alert.html'],
    confidence: 'sourced',
    volatile: true,
    nextReview: '2026-12-22',
    notes: [
      'Flag only: whether the injunction is still in force, and for whom, is not established. Do not rely on it as safety.',
      'Covers people with a final order who were released on supervision and have no later crime or violation.',
    ],
  },
  {
    ...BAR,
    id: 'absence.bar.removal.5y',
    version: 1,
    title: 'Bar after removal: five years',
    trigger: 'departure',
    period: { n: 5, unit: 'year' },
    consequence: REENTRY,
    cure: CONSENT,
    citation: 'INA 212(a)(9)(A)(i)',
    notes: ['For people ordered removed on arrival. Forever after an aggravated felony conviction.'],
  },
  {
    ...BAR,
    id: 'absence.bar.removal.10y',
    version: 1,
    title: 'Bar after removal: ten years',
    trigger: 'departure',
    period: { n: 10, unit: 'year' },
    consequence: REENTRY,
    cure: CONSENT,
    citation: 'INA 212(a)(9)(A)(ii)',
    notes: [
      'For other removal orders, and for leaving while one is outstanding. Forever after an aggravated felony conviction.',
    ],
  },
  {
    ...BAR,
    id: 'absence.bar.removal.20y',
    version: 1,
    title: 'Bar after a second or later removal: twenty years',
    trigger: 'departure',
    period: { n: 20, unit: 'year' },
    consequence: REENTRY,
    cure: CONSENT,
    citation: 'INA 212(a)(9)(A)(i) and (ii)',
    notes: [
      'Coming back without admission after a removal is barred for good, INA 212(a)(9)(C).',
      'Forever after an aggravated felony conviction.',
    ],
  },
  {
    ...BAR,
    id: 'absence.bar.absentia.10y',
    version: 1,
    title: 'Ten years without discretionary relief after an order in absentia',
    trigger: 'order_date',
    effectiveFrom: '1997-04-01',
    keyedOn: 'order',
    period: { n: 10, unit: 'year' },
    consequence:
      'No cancellation, voluntary departure, adjustment, change of status or registry in this time, if oral notice of the consequence was given.',
    cure: 'Rescinding the order ends the bar. Asylum, withholding and protection under the Convention are not barred by it.',
    citation: 'INA 240(b)(7), 8 USC 1229a(b)(7)',
    notes: [
      'Needs oral notice of the time, place and consequences in a language the person understood.',
      'Separate from it: five years’ inadmissibility for not attending, counted from departure, INA 212(a)(6)(B).',
    ],
  },
  {
    ...BAR,
    id: 'absence.bar.vd_overstay.10y',
    version: 1,
    title: 'Ten years without discretionary relief after overstaying voluntary departure',
    trigger: 'departure_end',
    effectiveFrom: '1997-04-01',
    keyedOn: 'event',
    period: { n: 10, unit: 'year' },
    consequence:
      'No cancellation, voluntary departure, adjustment, change of status or registry in this time, and a civil penalty.',
    cure: 'Only where the failure was not voluntary, or under the exceptions for battered spouses and children.',
    citation: 'INA 240B(d)(1), 8 USC 1229c(d)(1)',
    notes: ['The order must have told the person of the penalties, INA 240B(d)(3).'],
  },
];
