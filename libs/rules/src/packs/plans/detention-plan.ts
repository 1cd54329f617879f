import {
  PRACTICE,
  REDETENTION_ADVISORY,
  STAY_ADVISORY,
  THIRD_COUNTRY_MEMO,
  type PlanAuthority,
} from './plan-item';

/** Hours elapsed since the detention, or every day. Days that follow from rules are counted by the rules. */
export type DetentionTiming =
  { readonly kind: 'hours'; readonly from: number; readonly to: number } | { readonly kind: 'daily' };

/** One act after a client was detained. */
export interface DetentionPlanRecord extends PlanAuthority {
  readonly id: string;
  readonly timing: DetentionTiming;
  readonly title: string;
  readonly why: string;
}

const hours = (from: number, to: number) => ({ kind: 'hours', from, to }) as const;
const REVOCATION = {
  citation: '8 CFR 241.4(l), 241.13(i)',
  source: [REDETENTION_ADVISORY],
  provenance: 'sourced',
} as const;
const COURT = {
  citation: '28 USC 2241, 2243; Rumsfeld v. Padilla (2004)',
  source: [REDETENTION_ADVISORY, 'General knowledge: standing orders of district courts'],
  provenance: 'general_knowledge',
} as const;
const STAY = {
  citation: '8 CFR 241.6, 1003.2(f), 1003.23(b)(1)(v); INA 242(b)(3)(B)',
  source: [STAY_ADVISORY],
  provenance: 'sourced',
} as const;
const FEAR = {
  citation: 'ICE memorandum of 2025-07-09; 8 CFR 208.31',
  source: [THIRD_COUNTRY_MEMO],
  provenance: 'sourced',
} as const;

const RECORDS: readonly DetentionPlanRecord[] = [
  {
    ...PRACTICE,
    timing: hours(0, 1),
    id: 'detained.locate',
    title:
      'Look in the online locator, call the field office and the detention line; log each attempt with its time',
    why: 'The locator can lag behind; the log is evidence.',
  },
  {
    ...REVOCATION,
    timing: hours(0, 4),
    id: 'detained.reasons',
    title: 'Ask in writing for the reasons and the notice of revocation',
    why: 'Reasons are owed when supervision is revoked.',
  },
  {
    ...REVOCATION,
    timing: hours(0, 4),
    id: 'detained.demand_interview',
    title: 'Demand the informal interview',
    why: 'It is owed promptly; what is asked for cannot be called waived.',
  },
  {
    ...PRACTICE,
    timing: hours(0, 4),
    id: 'detained.g28',
    title: 'Send Form G-28 to the field office and the facility',
    why: 'Without it nobody answers counsel.',
  },
  {
    ...PRACTICE,
    timing: hours(0, 4),
    id: 'detained.family_contact',
    title:
      'Call the family and the trusted contacts, in the order the client chose; ask what they saw and heard',
    why: 'Who was there knows who came, what was shown and where the van went; children and keys cannot wait.',
  },
  {
    ...PRACTICE,
    timing: hours(0, 6),
    id: 'detained.medication',
    title:
      'Tell the facility in writing of illnesses and medicines, with what the client has agreed may be told',
    why: 'A missed dose can be an emergency; the letter is proof that they knew.',
  },
  {
    ...FEAR,
    timing: hours(0, 4),
    id: 'detained.fear_statement',
    title: 'State fear of any country in writing, by e-mail with a time stamp',
    why: 'Fear is screened only if it is voiced; notice may be none, 6 or 24 hours.',
  },
  {
    ...COURT,
    timing: hours(0, 6),
    id: 'detained.habeas',
    title:
      'File habeas corpus and a motion for a temporary order in the district of confinement, before a transfer',
    why: 'The district where the client is at filing keeps the case; several courts pause transfer on filing: look up the district.',
  },
  {
    ...COURT,
    timing: hours(0, 6),
    id: 'detained.notify_government',
    title: 'Notify the Office of Immigration Litigation or the United States attorney',
    why: 'A temporary order without notice needs a reason.',
  },
  {
    ...STAY,
    timing: hours(6, 24),
    id: 'detained.i246',
    title: 'Bring Form I-246 to the office with custody',
    why: 'Discretionary and no stay until granted, but it is asked first.',
  },
  {
    ...STAY,
    timing: hours(6, 24),
    id: 'detained.motion_and_stay',
    title: 'File the stay motion with the Board or the judge, together with the motion',
    why: 'Most motions stay nothing by themselves.',
  },
  {
    ...STAY,
    timing: hours(6, 24),
    id: 'detained.petition',
    title: 'File the petition for review, or the stay motion in it, where the 30 days still run',
    why: 'A petition stays nothing without a motion for a stay.',
  },
  {
    ...PRACTICE,
    timing: hours(6, 24),
    id: 'detained.pardon_office',
    title:
      'Tell the pardon office of the detention and ask for an urgent decision, where an application is pending',
    why: 'After a removal a pardon helps far less; several offices hear urgent matters.',
  },
  {
    ...PRACTICE,
    timing: hours(6, 24),
    id: 'detained.bond',
    title: 'Decide on bond: is there a judge with jurisdiction, who can pay, what proof is there',
    why: 'Generally none after a final order: do not promise it, and do not miss it where the order has been reopened.',
  },
  {
    ...PRACTICE,
    timing: hours(24, 48),
    id: 'detained.custody_papers',
    title: 'Get the custody papers',
    why: 'The 48-hour decision is owed only for a new arrest.',
  },
  {
    ...FEAR,
    timing: hours(24, 48),
    id: 'detained.country_served',
    title: 'Confirm which country of removal was served',
    why: 'A third country starts a clock of hours.',
  },
  {
    ...PRACTICE,
    timing: hours(24, 48),
    id: 'detained.consulate',
    title:
      'Ask the client about the consulate before anybody calls it; note whether a travel document was asked for',
    why: 'A consulate can slow or speed a removal, and for somebody who fears the country it can be a danger.',
  },
  {
    ...PRACTICE,
    timing: { kind: 'daily' },
    id: 'detained.daily_check',
    title: 'Check the locator and the flight lists',
    why: 'A transfer changes the district only for a petition not yet filed.',
  },
];

/** What an office does after a client was detained, in the order of the plan. */
export const DETENTION_PLAN: readonly DetentionPlanRecord[] = Object.freeze(
  RECORDS.map((record) => Object.freeze(record)),
);
