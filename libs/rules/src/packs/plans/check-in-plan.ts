import {
  NON_DETAINED_REVIEW,
  PRACTICE,
  REDETENTION_ADVISORY,
  STAY_ADVISORY,
  THIRD_COUNTRY_MEMO,
  type PlanAuthority,
} from './plan-item';

/** When a phase begins and ends: rules of the office counted from the check-in, or the days after it. */
export const CHECK_IN_PHASES = [
  {
    id: 'records',
    label: '60 to 30 days before',
    fromRule: 'internal.checkin.prep.60d_before',
    toRule: 'internal.checkin.prep.30d_before',
  },
  {
    id: 'papers',
    label: '30 to 14 days before',
    fromRule: 'internal.checkin.prep.30d_before',
    toRule: 'internal.checkin.prep.14d_before',
  },
  {
    id: 'ready',
    label: '14 days before',
    fromRule: 'internal.checkin.prep.14d_before',
    toRule: 'internal.checkin.prep.14d_before',
  },
  {
    id: 'decision',
    label: '7 days before',
    fromRule: 'internal.checkin.prep.7d_before',
    toRule: 'internal.checkin.prep.7d_before',
  },
  { id: 'day_of', label: 'the day itself', fromRule: 'checkin.day_of', toRule: 'checkin.day_of' },
  { id: 'after', label: 'after it, to the next business day', fromRule: 'checkin.day_of', toRule: null },
] as const;
export type CheckInPhaseId = (typeof CHECK_IN_PHASES)[number]['id'];

/** One thing to prepare, and why it cannot wait. */
export interface CheckInPlanRecord extends PlanAuthority {
  readonly id: string;
  readonly phase: CheckInPhaseId;
  readonly title: string;
  readonly why: string;
}

const NOT_IN_HOURS = 'It takes weeks and cannot be done in the hours after a detention.';
const NO_NOTICE = 'Notice of a removal may be none, 6 or 24 hours: the paper must exist before the day.';
const REDETENTION = {
  citation: '8 CFR 241.4(l), 241.13(i); INA 241(a)(3)',
  source: [REDETENTION_ADVISORY, NON_DETAINED_REVIEW],
  provenance: 'sourced',
} as const;
const STAY = {
  citation: '8 CFR 241.6; INA 242(b)(3)(B)',
  source: [STAY_ADVISORY],
  provenance: 'sourced',
} as const;

const RECORDS: readonly CheckInPlanRecord[] = [
  {
    ...PRACTICE,
    phase: 'records',
    id: 'checkin.foia',
    title: 'Request the files under FOIA (USCIS, ICE, EOIR)',
    why: `Twenty working days and often more. ${NOT_IN_HOURS}`,
  },
  {
    ...PRACTICE,
    phase: 'records',
    id: 'checkin.criminal_records',
    title: 'Get criminal and conviction records, certified',
    why: NOT_IN_HOURS,
  },
  {
    ...PRACTICE,
    phase: 'records',
    id: 'checkin.prior_motions',
    title: 'List every prior motion and appeal, those of former counsel and notarios too',
    why: 'One motion is allowed as a rule; a hidden first one changes everything.',
  },
  {
    ...PRACTICE,
    phase: 'records',
    id: 'checkin.manner_of_entry',
    title: 'Establish the manner of entry, with proof',
    why: 'It decides whether a judge may set bond.',
  },
  {
    ...PRACTICE,
    phase: 'records',
    id: 'checkin.order_and_finality',
    title: 'Establish the exact order and the day it became final',
    why: 'Every later period is counted from it.',
  },
  {
    ...REDETENTION,
    phase: 'records',
    id: 'checkin.travel_documents',
    title: 'Write the history of travel-document requests, country by country',
    why: 'It decides re-detention and habeas arguments on the likelihood of removal.',
  },
  {
    ...STAY,
    phase: 'papers',
    id: 'checkin.i246_packet',
    title: 'Prepare the Form I-246 packet',
    why: NO_NOTICE,
  },
  {
    ...PRACTICE,
    phase: 'papers',
    id: 'checkin.motion_and_stay',
    title: 'Draft the motion to reopen and the motion for a stay',
    why: NO_NOTICE,
  },
  {
    ...PRACTICE,
    phase: 'papers',
    id: 'checkin.appearances',
    title: 'Have Forms G-28, EOIR-28 and EOIR-27 signed',
    why: 'Without them nobody answers counsel on the day.',
  },
  {
    phase: 'papers',
    id: 'checkin.fear_declaration',
    title: 'Write the declaration of fear of the home country and of any third country',
    why: 'Fear is screened only if it is voiced; it is voiced in writing before any notice.',
    citation: 'ICE memorandum of 2025-07-09; 8 CFR 208.31',
    source: [THIRD_COUNTRY_MEMO],
    provenance: 'sourced',
  },
  {
    ...REDETENTION,
    phase: 'papers',
    id: 'checkin.habeas_draft',
    title: 'Draft the habeas petition with blanks for facility, warden and date',
    why: 'It is filed in the district of confinement before a transfer: within hours.',
  },
  {
    ...PRACTICE,
    phase: 'papers',
    id: 'checkin.family_plan',
    title: 'Make the plan for identity papers, medication, children and property',
    why: 'The client may not come home that day.',
  },
  {
    ...PRACTICE,
    phase: 'papers',
    id: 'checkin.privacy_waivers',
    title: 'Have privacy waivers signed',
    why: 'Officials and helpers get answers only with a waiver.',
  },
  {
    ...PRACTICE,
    phase: 'ready',
    id: 'checkin.papers_ready',
    title: 'Check that every paper is there: stay packet, habeas draft, fear declaration, emergency contacts',
    why: 'Two weeks leave time to mend what is missing.',
  },
  {
    ...STAY,
    phase: 'decision',
    id: 'checkin.attorney_decides',
    title: 'Attorney decides: attend, accompany, file the stay first, or not file',
    why: 'Filing can draw attention: decision and reason are recorded.',
  },
  {
    ...REDETENTION,
    phase: 'decision',
    id: 'checkin.discuss_risk',
    title: 'Discuss the risk of detention with the client',
    why: 'People with decades of compliance are being detained at check-ins.',
  },
  {
    ...PRACTICE,
    phase: 'day_of',
    id: 'checkin.safe_call',
    title: 'Set the safe-call time',
    why: 'If the call is missed, start the protocol for a detained client.',
  },
  {
    ...PRACTICE,
    phase: 'day_of',
    id: 'checkin.escalation',
    title: 'Name the escalation contact for the day',
    why: 'The first hour decides whether papers reach a court before a transfer.',
  },
  {
    ...PRACTICE,
    phase: 'day_of',
    id: 'checkin.locator_details',
    title: 'Have the locator details at hand: A-number, country, date of birth, exact spellings',
    why: 'The locator finds nobody under another spelling.',
  },
  {
    ...REDETENTION,
    phase: 'after',
    id: 'checkin.record',
    title:
      'Record what happened: officer, questions and answers, papers served, new conditions, fingerprints, device',
    why: 'Memory fades; these are the facts of a habeas petition.',
  },
  {
    ...REDETENTION,
    phase: 'after',
    id: 'checkin.record_travel_document',
    title: 'Record any travel-document request: country, and whether a form was signed',
    why: 'It shows how near a removal is.',
  },
  {
    ...PRACTICE,
    phase: 'after',
    id: 'checkin.next_date',
    title: 'Enter the next check-in',
    why: 'Preparation for the next one is counted from it.',
  },
];

/** What an office prepares for a check-in, in the order of the plan. */
export const CHECK_IN_PLAN: readonly CheckInPlanRecord[] = Object.freeze(
  RECORDS.map((record) => Object.freeze(record)),
);
