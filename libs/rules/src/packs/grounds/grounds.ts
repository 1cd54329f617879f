import type { AuthorityKey } from './authorities';

export type Waived =
  | 'yes'
  | 'no'
  | 'contested'
  | 'no_in_removal_yes_at_consulate'
  /** The paragraph is a waiver and not a ground of removal. */
  | 'not_a_ground';

export type GroundBasis = 'conviction' | 'conduct' | 'status' | 'waiver';

export interface PardonGround {
  /** Citation without brackets: '237a2Aiii'. */
  id: string;
  ina: string;
  usc: string;
  name: string;
  basis: GroundBasis;
  waived: Waived;
  note: string;
  authorities: readonly AuthorityKey[];
  /** Ways out when the pardon does not lift the ground. General knowledge, all of them. */
  otherRoutes: readonly string[];
}

type Row = [
  ina: string,
  name: string,
  basis: GroundBasis,
  waived: Waived,
  note: string,
  authorities: AuthorityKey[],
  routes?: string[],
];

const NOT_CONVICTION = 'Does not rest on a conviction, so a pardon does not touch it.';
const NOT_LISTED = 'Not one of the clauses the waiver lists.';
const NOT_LISTED_212 = 'Inadmissibility, and not a ground the visa rules forgive for a pardon either.';
const LISTED: AuthorityKey[] = ['waiver', 'waiverTreatise'];
const INADMISSIBLE: AuthorityKey[] = ['balogun', 'aguilera', 'dhs'];

const ROWS: Row[] = [
  [
    '237(a)(1)(A)',
    'Inadmissible at entry or adjustment',
    'status',
    'contested',
    'Outside the text of the waiver. Older decisions extended it to people inadmissible at entry for a moral-turpitude conviction since pardoned; modern courts read it narrowly. Never where the ground behind it is drugs. Compare the dates first: most refugees were convicted after admission.',
    ['entryTreatise', 'aristy', 'dhs'],
    [
      'INA 237(a)(1)(H), for fraud at entry',
      'INA 212(h) or 209(c), argued back to the day of admission',
      'Vacating the conviction for a legal defect',
    ],
  ],
  ['237(a)(1)(B)', 'Present in violation of law, or visa revoked', 'status', 'no', NOT_CONVICTION, ['dhs']],
  ['237(a)(1)(C)(i)', 'Failed to keep nonimmigrant status', 'status', 'no', NOT_CONVICTION, ['dhs']],
  ['237(a)(1)(C)(ii)', 'Broke a health condition of entry', 'status', 'no', NOT_CONVICTION, ['dhs']],
  ['237(a)(1)(D)', 'Conditional residence terminated', 'status', 'no', NOT_CONVICTION, ['dhs']],
  [
    '237(a)(1)(E)',
    'Smuggling',
    'conduct',
    'no',
    `${NOT_CONVICTION} A pardoned smuggling conviction charged as an aggravated felony is waived under (A)(iii) only.`,
    ['dhs'],
  ],
  ['237(a)(1)(G)', 'Marriage fraud', 'conduct', 'no', NOT_CONVICTION, ['dhs']],
  [
    '237(a)(1)(H)',
    '(Waiver for some misrepresentations)',
    'waiver',
    'not_a_ground',
    'A waiver that may help; nobody is charged under it.',
    ['structure'],
  ],
  [
    '237(a)(2)(A)(i)',
    'One crime involving moral turpitude within five years of admission',
    'conviction',
    'yes',
    'Waived for the pardoned conviction. Check first whether the ground applies at all: day of admission, and whether a sentence of a year was possible.',
    [...LISTED, 'suh'],
  ],
  [
    '237(a)(2)(A)(ii)',
    'Two or more crimes involving moral turpitude',
    'conviction',
    'yes',
    'Each conviction is looked at by itself. With one of exactly two pardoned, the one left cannot sustain this clause (it may sustain clause (i)); with three or more, two that are not pardoned still do.',
    [...LISTED, 'countingRule'],
  ],
  [
    '237(a)(2)(A)(iii)',
    'Aggravated felony',
    'conviction',
    'yes',
    'Waived whatever kind of aggravated felony it is. But the same drug, firearm, domestic or child conviction usually fits (B), (C) or (E) as well, and those stay. The bar to naturalisation, asylum and cancellation is a separate question.',
    [...LISTED, 'aristy', 'suh'],
    [
      'Former INA 212(c), for pleas before 1996 (INS v. St. Cyr)',
      'For convictions before 18 November 1988: whether the ground applies at all (circuits differ)',
    ],
  ],
  [
    '237(a)(2)(A)(iv)',
    'High-speed flight from a checkpoint',
    'conviction',
    'yes',
    'A federal crime (18 USC 758), so the pardon must be the President’s.',
    LISTED,
  ],
  [
    '237(a)(2)(A)(v)',
    'Failure to register as a sex offender',
    'conviction',
    'no',
    'Put in as clause (v) in 2006, when the waiver became (vi); the waiver still lists (i) to (iv) only. Older decisions call the waiver itself (A)(v).',
    ['suh', 'adamWalsh'],
  ],
  [
    '237(a)(2)(A)(vi)',
    '(The pardon waiver itself)',
    'waiver',
    'not_a_ground',
    'The waiver; nobody is charged under it.',
    ['waiver'],
  ],
  [
    '237(a)(2)(B)(i)',
    'Controlled-substance conviction',
    'conviction',
    'no',
    'Not listed: a governor’s pardon fails. One offence of 30 grams or less of cannabis for one’s own use is outside the ground.',
    ['aristy', 'waiverTreatise', 'suh'],
    [
      'Vacating the conviction for a legal or procedural defect (Matter of Pickering)',
      'Cancellation of removal, INA 240A(a)',
      'Former INA 212(c)',
      'Withholding or protection under the Convention Against Torture',
      'For a presidential pardon: the argument that the offence cannot be used at all',
    ],
  ],
  ['237(a)(2)(B)(ii)', 'Drug abuser or addict', 'conduct', 'no', NOT_CONVICTION, ['dhs']],
  [
    '237(a)(2)(C)',
    'Firearm or destructive-device conviction',
    'conviction',
    'no',
    'Not listed. Look at companion counts, weapon possession and robbery under a statute with a gun in its elements even if nobody ever charged them: DHS may lodge them after reopening.',
    ['waiverTreatise', 'suh'],
    [
      'Antique firearm, or a statute broader than the ground',
      'Adjustment with INA 212(h)',
      'Vacating the conviction for a legal defect',
      'Cancellation of removal, INA 240A(a)',
      'Former INA 212(c)',
      'Whether the ground covered the conviction when it was entered (amended in 1991)',
    ],
  ],
  ['237(a)(2)(D)(i)', 'Espionage, sabotage, treason or sedition', 'conviction', 'no', NOT_LISTED, ['suh']],
  [
    '237(a)(2)(D)(ii)',
    'Threats to the President, or expedition against a friendly nation',
    'conviction',
    'no',
    NOT_LISTED,
    ['suh'],
  ],
  [
    '237(a)(2)(D)(iii)',
    'Selective Service or Trading with the Enemy Act violation',
    'conviction',
    'no',
    NOT_LISTED,
    ['suh', 'classProclamation'],
  ],
  [
    '237(a)(2)(D)(iv)',
    'Travel-control or immoral-importation violation',
    'conviction',
    'no',
    NOT_LISTED,
    ['suh'],
  ],
  [
    '237(a)(2)(E)(i)',
    'Domestic violence, stalking, or child abuse, neglect or abandonment',
    'conviction',
    'no',
    'The ground of Matter of Suh: the pardon did not reach it.',
    ['suh', 'waiverTreatise', 'domesticDate'],
    [
      'Whether the conviction is from before 30 September 1996',
      'Vacating the conviction for a legal defect',
      'Cancellation of removal, INA 240A(a)',
      'INA 237(a)(7), for victims',
    ],
  ],
  [
    '237(a)(2)(E)(ii)',
    'Violation of a protection order',
    'conduct',
    'no',
    'Not listed; does not even need a conviction.',
    ['waiverTreatise', 'suh'],
  ],
  ['237(a)(2)(F)', 'Human trafficking', 'conduct', 'no', NOT_LISTED, ['suh']],
  ['237(a)(3)(A)', 'Failure to report a change of address', 'conduct', 'no', NOT_LISTED, ['suh']],
  [
    '237(a)(3)(B)',
    'Registration or document falsification convictions',
    'conviction',
    'no',
    NOT_LISTED,
    ['suh'],
  ],
  ['237(a)(3)(C)', 'Civil document fraud', 'conduct', 'no', NOT_LISTED, ['suh']],
  ['237(a)(3)(D)', 'False claim to citizenship', 'conduct', 'no', NOT_LISTED, ['suh']],
  ['237(a)(4)', 'Security, terrorism, foreign policy, persecution', 'conduct', 'no', NOT_LISTED, ['suh']],
  ['237(a)(5)', 'Public charge', 'status', 'no', NOT_CONVICTION, ['dhs']],
  ['237(a)(6)', 'Unlawful voting', 'conduct', 'no', NOT_CONVICTION, ['dhs']],
  [
    '212(a)(2)(A)(i)(I)',
    'Crime involving moral turpitude (inadmissibility)',
    'conviction',
    'no_in_removal_yes_at_consulate',
    'In removal proceedings a pardon does not help: pardoned people lost because they were charged as inadmissible. At a consulate a full and unconditional pardon by the President or a governor is accepted.',
    [...INADMISSIBLE, 'tran', 'visas'],
    [
      'INA 212(h)',
      'Petty-offence or youthful exception',
      'INA 209(c), for refugees adjusting',
      'Do not travel',
    ],
  ],
  [
    '212(a)(2)(A)(i)(II)',
    'Controlled-substance violation (inadmissibility)',
    'conviction',
    'no',
    'A pardon helps neither in court nor at a consulate.',
    INADMISSIBLE,
    [
      'INA 212(h), only for one simple possession of 30 grams or less of cannabis',
      'INA 209(c), for refugees',
    ],
  ],
  [
    '212(a)(2)(B)',
    'Multiple convictions with sentences of five years or more together',
    'conviction',
    'no_in_removal_yes_at_consulate',
    'The same split: accepted for visas, no effect in removal proceedings.',
    ['dhs', 'visas'],
    ['INA 212(h)', 'INA 209(c), for refugees'],
  ],
  ['212(a)(2)(C)', 'Reason to believe a drug trafficker', 'conduct', 'no', NOT_LISTED_212, ['dhs']],
  ['212(a)(2)(D)', 'Prostitution and commercialised vice', 'conduct', 'no', NOT_LISTED_212, ['dhs']],
  ['212(a)(2)(E)', 'Asserted immunity from prosecution', 'conduct', 'no', NOT_LISTED_212, ['dhs']],
  [
    '212(a)(2)(G)',
    'Foreign official, violations of religious freedom',
    'conduct',
    'no',
    NOT_LISTED_212,
    ['dhs'],
  ],
  ['212(a)(2)(H)', 'Significant trafficker in persons', 'conduct', 'no', NOT_LISTED_212, ['dhs']],
  ['212(a)(2)(I)', 'Money laundering', 'conduct', 'no', NOT_LISTED_212, ['dhs']],
  [
    '212(a)(6)(C)',
    'Fraud, or false claim to citizenship (inadmissibility)',
    'conduct',
    'no',
    NOT_CONVICTION,
    ['dhs'],
  ],
  [
    '212(a)(9)(A)-(C)',
    'Removed before, or unlawfully present',
    'status',
    'no',
    'Matters for people already deported: the pardon does not lift it, but vacating the order by reopening may take its basis away.',
    ['dhs'],
    ['Form I-212, permission to apply again', 'Reopening the proceedings'],
  ],
];

/** 42 paragraphs of INA 237 and 212 with what a full and unconditional pardon does to each. */
export const GROUNDS: readonly PardonGround[] = ROWS.map(
  ([ina, name, basis, waived, note, authorities, otherRoutes = []]) => {
    const cited = ina.replace('(A)-(C)', '');
    const usc = cited.startsWith('237') ? `8 USC 1227${cited.slice(3)}` : `8 USC 1182${cited.slice(3)}`;
    return { id: cited.replace(/[()]/g, ''), ina, usc, name, basis, waived, note, authorities, otherRoutes };
  },
);
