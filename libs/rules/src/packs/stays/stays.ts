import type { Day } from '../../calendar/day';

/** What a circuit does differently, and how well that is known. */
export interface StayCircuitNote {
  /** Federal circuits, '1' to '11' or 'DC'. */
  readonly circuits: readonly string[];
  readonly text: string;
  readonly provenance: 'sourced' | 'general_knowledge';
}

/** One way in which removal can be stayed: whether it happens by itself, and from when to when. */
export interface StayRecord {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** `yes`: by operation of law; `temporary`: by itself for a while in some courts; `no`: only when somebody grants it. */
  readonly automatic: 'yes' | 'no' | 'temporary';
  readonly runsFrom: string;
  readonly runsUntil: string;
  readonly conditions: readonly string[];
  readonly circuitNotes: readonly StayCircuitNote[];
  readonly citation: string;
  readonly source: readonly string[];
  readonly provenance: 'sourced' | 'general_knowledge';
  readonly checkedOn: Day;
  /** null until an attorney has compared the record with the official text. */
  readonly checkedBy: string | null;
  readonly nextReview: Day;
  readonly notes: readonly string[];
}

const BASE = {
  version: 1,
  circuitNotes: [],
  checkedOn: '2026-11-22',
  checkedBy: null,
  nextReview: '2027-02-22',
  notes: [],
} as const;
const MANUAL_6_2 = 'usdoj.gov/eoir/reference-materials/bia/chapter-6/2';
const ADVISORY_2012 = 'pdffox.com/seeking-a-judicial-stay-of-removal-pdf-free.html (advisory of 2012)';

const RECORDS: readonly StayRecord[] = [
  {
    ...BASE,
    id: 'stay.appeal',
    title: 'Appeal period and pending appeal to the Board',
    automatic: 'yes',
    runsFrom: 'the judge’s decision on the merits',
    runsUntil: 'the end of the appeal period or, with a timely appeal, the Board’s decision',
    conditions: ['Appeal was not waived', 'The order was not made in absentia', 'The appeal is timely'],
    citation: '8 CFR 1003.6(a)',
    source: [MANUAL_6_2],
    provenance: 'sourced',
    notes: ['Not for appeals of bond decisions, and not for credible or reasonable fear reviews.'],
  },
  {
    ...BASE,
    id: 'stay.motion.absentia',
    title: 'Motion to rescind an order made in absentia',
    automatic: 'yes',
    runsFrom: 'filing of the motion',
    runsUntil: 'the judge’s ruling',
    conditions: ['The order was made in absentia', 'It is the first such motion'],
    citation: 'INA 240(b)(5)(C); 8 CFR 1003.23(b)(4)(ii)',
    source: [MANUAL_6_2, 'General knowledge: the end with the judge’s ruling'],
    provenance: 'general_knowledge',
    notes: ['The EOIR manual describes a stay on appeal of a denial in some postures: read chapter 6.2(d).'],
  },
  {
    ...BASE,
    id: 'stay.motion.vawa',
    title: 'Motion to reopen by a battered spouse, child or parent',
    automatic: 'yes',
    runsFrom: 'filing of the motion',
    runsUntil: 'final disposition of the motion, appeals included',
    conditions: ['The person is a qualified alien as the statute defines it', 'It is the first such motion'],
    citation: 'INA 240(c)(7)(C)(iv)',
    source: ['wikisource.org: United States Statutes at Large, volume 119, page 3082'],
    provenance: 'sourced',
  },
  {
    ...BASE,
    id: 'stay.motion.other',
    title: 'Other motion to reopen or reconsider',
    automatic: 'no',
    runsFrom: 'an order of the judge, the Board or DHS that grants a stay',
    runsUntil: 'what that order says',
    conditions: ['A stay was asked for and granted'],
    citation: '8 CFR 1003.2(f), 1003.23(b)(1)(v); Matter of Herrera-Nunez, 29 I&N Dec. 691 (BIA 2026)',
    source: ['Second-hand reading of 8 CFR 1003.23 and of Board decisions of 2026, as of 2026-10-01'],
    provenance: 'sourced',
    notes: ['The Board expects the request for a stay to go to DHS first.'],
  },
  {
    ...BASE,
    id: 'stay.petition',
    title: 'Petition for review in the court of appeals',
    automatic: 'no',
    runsFrom: 'an order of the court that grants a stay',
    runsUntil: 'what that order says',
    conditions: [
      'The court granted a stay: success likely, irreparable harm, the balance, the public interest',
    ],
    circuitNotes: [
      {
        circuits: ['9'],
        text: 'Ninth Circuit: a motion for a stay brings a temporary stay until the court rules (General Order 6.4). Confirm it on the docket.',
        provenance: 'general_knowledge',
      },
      {
        circuits: ['2'],
        text: 'Second Circuit: the government has had a practice of forbearance while a stay motion is pending. It is no stay.',
        provenance: 'general_knowledge',
      },
    ],
    citation: 'INA 242(b)(3)(B); Nken v. Holder, 556 U.S. 418 (2009)',
    source: [ADVISORY_2012, 'General knowledge: practice of the circuits'],
    provenance: 'general_knowledge',
  },
  {
    ...BASE,
    id: 'stay.petition.temporary',
    title: 'Temporary stay on a stay motion in the Ninth Circuit',
    automatic: 'temporary',
    runsFrom: 'filing of the motion for a stay with a petition for review',
    runsUntil: 'the court’s ruling on the motion for a stay',
    conditions: ['Ninth Circuit', 'The docket shows the temporary stay'],
    citation: 'Ninth Circuit General Order 6.4',
    source: [ADVISORY_2012, 'General knowledge: General Order 6.4(c)'],
    provenance: 'general_knowledge',
  },
  {
    ...BASE,
    id: 'stay.i246',
    title: 'Administrative stay by ICE (Form I-246)',
    automatic: 'no',
    runsFrom: 'the grant',
    runsUntil: 'the day stated on the grant; typically up to a year',
    conditions: ['ICE granted it; discretionary and not appealable'],
    citation: '8 CFR 241.6; Form I-246',
    source: [
      'booklawyer.com/topics/immigration/stay-of-removal-in-deportation/tx',
      'forms.vlex.com/vid/application-for-stay-of-916313713 (form edition 11/20)',
      'baileyimmigration.com/stopping-a-deportation-removal-stay-of-removal-i-246 (2020)',
    ],
    provenance: 'sourced',
    notes: [
      'In person at the ERO office with custody or the residence. Fee historically $155; passport valid six months beyond, or proof that one was applied for.',
      'A grant can bring supervision and a bond of at least $1,500. The usual length is general knowledge; fee and edition: verify.',
    ],
  },
  {
    ...BASE,
    id: 'stay.ordered',
    title: 'Stay ordered by a judge, the Board or a court',
    automatic: 'no',
    runsFrom: 'the order that grants it',
    runsUntil: 'the day or event the order names',
    conditions: ['An order that grants a stay is in hand'],
    citation: '8 CFR 1003.2(f), 1003.23(b)(1)(v); INA 242(b)(3)(B); 28 USC 1651, 2241',
    source: ['General knowledge: discretionary stays'],
    provenance: 'general_knowledge',
  },
  {
    ...BASE,
    id: 'stay.bond_appeal',
    title: 'Appeal of a bond decision',
    automatic: 'no',
    runsFrom: 'never by itself',
    runsUntil: 'nothing',
    conditions: [],
    citation: '8 CFR 1003.6(a), 1003.19(f)',
    source: [MANUAL_6_2],
    provenance: 'sourced',
    notes: ['DHS’s automatic stay in bond cases is of release, not of removal.'],
  },
  {
    ...BASE,
    id: 'stay.fear_review',
    title: 'Credible or reasonable fear screening and its review',
    automatic: 'no',
    runsFrom: 'never by itself',
    runsUntil: 'nothing',
    conditions: [],
    citation: '8 CFR 208.31, 1003.42, 1208.31',
    source: [MANUAL_6_2],
    provenance: 'sourced',
    notes: ['Removal usually waits for the screening, but no appeal stays it.'],
  },
  {
    ...BASE,
    id: 'stay.habeas',
    title: 'Petition for habeas corpus',
    automatic: 'no',
    runsFrom: 'an order of the district court',
    runsUntil: 'what that order says',
    conditions: ['The court ordered a stay of removal or of transfer'],
    citation: '28 USC 2241, 2243',
    source: ['General knowledge: some district courts have standing orders that pause transfer on filing'],
    provenance: 'general_knowledge',
    notes: [
      'Some districts pause transfer or removal on filing by standing order: look it up for the district.',
    ],
  },
];

/** Every stay of the pack, frozen. Facts of law, not of a client: see `stays()` for a matter. */
export const STAYS_PACK: readonly StayRecord[] = Object.freeze(
  RECORDS.map((record) => Object.freeze(record)),
);

/** What any request for a stay can cost. The attorney's decision and its reason are recorded. */
export const STAY_FILING_RISK = {
  text: 'A request for a stay tells ICE where the client is. Record the attorney’s decision to file or not, and the reason.',
  source:
    'info.5y1.org/deportation-numbers-2019_1_89757c.html; pdffox.com: seeking a judicial stay of removal (2012)',
} as const;

/** One stay of the pack by id, or null. */
export const stayById = (id: string): StayRecord | null =>
  STAYS_PACK.find((record) => record.id === id) ?? null;
