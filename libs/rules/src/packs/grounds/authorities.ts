export type AuthorityKind = 'statute' | 'bia' | 'circuit' | 'agency' | 'treatise' | 'secondary';

export interface KnownAuthority {
  cite: string;
  kind: AuthorityKind;
  /** Circuit that decided, for kind 'circuit'. */
  circuit?: string;
  /** What the page at the address supports, and no more. */
  note: string;
  provenance: 'sourced' | 'general_knowledge';
  address: string | null;
}

const known = <Key extends string>(table: Record<Key, KnownAuthority>): Record<Key, KnownAuthority> => table;

/**
 * The authorities the pardon analysis names. Each rests on a public page (mostly secondary copies) or is marked general
 * knowledge; none has been checked against the current official text.
 */
export const AUTHORITIES = known({
  waiver: {
    cite: 'INA 237(a)(2)(A)(vi), 8 USC 1227(a)(2)(A)(vi)',
    kind: 'statute',
    note: 'Clauses (i) to (iv) do not apply once the President or a governor has granted a full and unconditional pardon after the conviction. The range of clauses is taken from the DHS statement.',
    provenance: 'sourced',
    address: 'https://dhs.gov/news/2021/03/23/dhs-statement-connecticut-pardons-and-immigration',
  },
  waiverAfterConviction: {
    cite: 'INA 237(a)(2)(A)(vi): “subsequent to such conviction”',
    kind: 'statute',
    note: 'The pardon must come after the conviction. Wording from general knowledge.',
    provenance: 'general_knowledge',
    address: null,
  },
  waiverTreatise: {
    cite: 'Practice treatise, scope of the pardon waiver',
    kind: 'treatise',
    note: 'The waiver reaches the moral-turpitude, aggravated-felony and high-speed-flight grounds; it does not reach drugs, firearms, domestic violence or any other ground.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/13648',
  },
  olc: {
    cite: 'Office of Legal Counsel opinion, as described in a practice treatise',
    kind: 'treatise',
    note: 'A presidential pardon is said to bar any use of the offence, under grounds outside the waiver too. No court decision was found.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/13648',
  },
  suh: {
    cite: 'Matter of Suh, 23 I&N Dec. 626 (BIA 2003)',
    kind: 'bia',
    note: 'Only the grounds the waiver lists are waived; nothing is implied. Cites the waiver by its number before 2006, (A)(v).',
    provenance: 'sourced',
    address: 'https://casetext.com/admin-law/in-re-suh',
  },
  aristy: {
    cite: 'Aristy-Rosa v. Att’y Gen., 994 F.3d 112 (3d Cir. 2021)',
    kind: 'circuit',
    circuit: '3',
    note: 'New York governor’s pardon of a drug sale: the controlled-substance ground still sustained removal.',
    provenance: 'sourced',
    address: 'http://print.casetext.com/case/aristy-rosa-v-attorney-gen/case-summaries',
  },
  dhs: {
    cite: 'DHS statement on Connecticut pardons (March 2021, revised August 2022)',
    kind: 'agency',
    note: 'No effect on deportability grounds that are not listed, nor on any inadmissibility ground; the facts may still be weighed in discretion.',
    provenance: 'sourced',
    address: 'https://dhs.gov/news/2021/03/23/dhs-statement-connecticut-pardons-and-immigration',
  },
  dhsIndividual: {
    cite: 'DHS statement on Connecticut pardons (March 2021, revised August 2022)',
    kind: 'agency',
    note: 'Recognition is worded for full and unconditional pardons granted on an individual’s own request.',
    provenance: 'sourced',
    address: 'https://dhs.gov/news/2021/03/23/dhs-statement-connecticut-pardons-and-immigration',
  },
  ctSettlement: {
    cite: 'Connecticut settlement with DHS (August 2022)',
    kind: 'agency',
    note: 'Recognises Connecticut board pardons. Whether it is still honoured was not found: check again.',
    provenance: 'sourced',
    address:
      'https://portal.ct.gov/ag/press-releases/2022-press-releases/ag-tong-announces-settlement-to-affirm-legitimacy-of-connecticut-pardons',
  },
  thompson: {
    cite: 'Thompson v. Barr, 959 F.3d 476 (1st Cir. 2020)',
    kind: 'circuit',
    circuit: '1',
    note: 'Refusing a Connecticut board pardon departed from the Board’s settled practice.',
    provenance: 'sourced',
    address: 'https://cetient.com/case/4535934/thompson-v-barr',
  },
  matterOfD: {
    cite: 'Matter of D-, 7 I&N Dec. 476 (BIA 1957)',
    kind: 'bia',
    note: 'A Georgia board pardon counts, because the state constitution makes the board the pardoning authority.',
    provenance: 'sourced',
    address: 'https://casetext.com/admin-law/in-the-matter-of-d-15',
  },
  tajer: {
    cite: 'Matter of Tajer, 15 I&N Dec. 125 (BIA 1974)',
    kind: 'bia',
    note: 'A Georgia board pardon counts, because the state constitution makes the board the pardoning authority.',
    provenance: 'sourced',
    address: 'http://casetext.com/admin-law/in-the-matter-of-tajer',
  },
  nolan: {
    cite: 'Matter of Nolan, 19 I&N Dec. 539 (BIA 1988)',
    kind: 'bia',
    note: 'Louisiana’s automatic first-offender pardon fails: not full, not unconditional, not granted by the governor or a constitutional executive body.',
    provenance: 'sourced',
    address: 'https://casetext.com/admin-law/in-the-matter-of-nolan',
  },
  executive: {
    cite: 'Practice treatise, executive pardons (Matter of T-; Matter of C-R-, 8 I&N Dec. 59 (BIA 1958))',
    kind: 'treatise',
    note: 'The pardon must be executive: a judge’s or a legislature’s is not. A territorial governor’s was accepted, and once a mayor’s for an ordinance offence.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/16358',
  },
  stateDefinition: {
    cite: 'INA 101(a)(36)',
    kind: 'statute',
    note: '“State” includes DC, Puerto Rico, Guam, the Virgin Islands and the Northern Marianas.',
    provenance: 'general_knowledge',
    address: null,
  },
  unconditional: {
    cite: 'Practice treatise, full and unconditional pardons (Taran v. United States, 8th Cir. 1959)',
    kind: 'treatise',
    note: 'Any condition defeats the waiver; a condition that has been met probably leaves an absolute pardon; saying that the aim is to prevent deportation is no condition; only the sovereign that pardoned can undo a pardon for fraud.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/16357',
  },
  balogun: {
    cite: 'Balogun v. Att’y Gen., 425 F.3d 1356 (11th Cir. 2005)',
    kind: 'circuit',
    circuit: '11',
    note: 'Charged as inadmissible on return from abroad: the waiver did not help. The Alabama pardon withheld firearms and kept habitual-offender effect, and concerned a federal conviction.',
    provenance: 'sourced',
    address: 'https://cetient.com/case/77094/peter-balogun-v-us-attorney-general',
  },
  tran: {
    cite: 'Tran v. Att’y Gen., No. 13-11563 (11th Cir. 2013, unpublished)',
    kind: 'circuit',
    circuit: '11',
    note: 'A pardoned person charged as inadmissible for a crime involving moral turpitude lost.',
    provenance: 'sourced',
    address: 'https://cetient.com/case/2642879/dung-quol-tran-v-us-attorney-general',
  },
  aguilera: {
    cite: 'Aguilera-Montero v. Mukasey, 548 F.3d 1248 (9th Cir. 2008), quoted in a practice treatise',
    kind: 'circuit',
    circuit: '9',
    note: 'The waiver is for deportability and does not reach inadmissibility.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/18120',
  },
  matterOfH: {
    cite: 'Matter of H- (BIA 1954)',
    kind: 'bia',
    note: 'Older decision the other way on inadmissibility. Volume and page not found: counsel supplies them before it is cited.',
    provenance: 'general_knowledge',
    address: null,
  },
  visas: {
    cite: '22 CFR 40.21(a)(5); State Department notice of 2022',
    kind: 'agency',
    note: 'For visas, a full and unconditional pardon by the President or a governor is accepted for moral-turpitude and multiple-conviction grounds.',
    provenance: 'sourced',
    address:
      'https://www.lexisnexis.com/community/insights/legal/immigration/b/insidenews/posts/dos-on-pardons-from-connecticut-state-board-of-pardons-and-paroles',
  },
  entryTreatise: {
    cite: 'Practice treatise, inadmissible at entry',
    kind: 'treatise',
    note: 'Older decisions extended the waiver to people deportable because a pardoned moral-turpitude conviction made them inadmissible at entry.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/13323',
  },
  structure: {
    cite: '8 USC 1227 (secondary copies)',
    kind: 'statute',
    note: 'The paragraph is a waiver, not a ground.',
    provenance: 'sourced',
    address: 'http://codes.lp.findlaw.com/uscode/8/12/II/IV/1227',
  },
  adamWalsh: {
    cite: 'Adam Walsh Act of 2006',
    kind: 'statute',
    note: 'Put in the sex-offender registration ground as clause (v) and renumbered the waiver (vi).',
    provenance: 'general_knowledge',
    address: null,
  },
  classProclamation: {
    cite: 'Proclamation of 1977 for Selective Service offences, noted in a practice treatise',
    kind: 'treatise',
    note: 'A presidential pardon for a class of people, with implementing rules of its own.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/18120',
  },
  countingRule: {
    cite: 'Reading of INA 237(a)(2)(A)(ii) and (vi)',
    kind: 'secondary',
    note: 'Counting again after taking the pardoned convictions away is an inference from the text; no decision was found.',
    provenance: 'general_knowledge',
    address: null,
  },
  domesticDate: {
    cite: 'IIRIRA 350',
    kind: 'statute',
    note: 'The domestic-violence and child-abuse ground is for convictions after 30 September 1996.',
    provenance: 'general_knowledge',
    address: null,
  },
  sovereign: {
    cite: 'New York, apply for clemency',
    kind: 'agency',
    note: 'A governor cannot pardon federal convictions or those of another state.',
    provenance: 'sourced',
    address: 'https://www.ny.gov/services/apply-clemency',
  },
  pardonOnly: {
    cite: 'Forms of clemency',
    kind: 'secondary',
    note: 'A commutation shortens a sentence, a restoration gives back rights, an expungement clears a record: none of them is a pardon.',
    provenance: 'general_knowledge',
    address: null,
  },
  roldan: {
    cite: 'Matter of Roldan, 22 I&N Dec. 512 (BIA 1999); Matter of Pickering, 23 I&N Dec. 621 (BIA 2003)',
    kind: 'bia',
    note: 'Clearing a record for rehabilitation leaves the conviction for immigration law; a vacatur for a legal or procedural defect does not.',
    provenance: 'general_knowledge',
    address: null,
  },
  perConviction: {
    cite: 'Reading of INA 237(a)(2)(A)(vi)',
    kind: 'secondary',
    note: 'The waiver works conviction by conviction, so the instrument must name each one.',
    provenance: 'general_knowledge',
    address: null,
  },
  formerWaiver: {
    cite: 'Former INA 241(b) and 241(a)(2)(A)(iv), renumbered 237 on 1 April 1997',
    kind: 'statute',
    note: 'The same waiver under its older numbers. Orders from before April 1997 are read under the paragraph that became today’s clause.',
    provenance: 'general_knowledge',
    address: null,
  },
  naturalisation: {
    cite: '8 CFR 316.10(c)(2), as described in a practice treatise',
    kind: 'treatise',
    note: 'A full executive pardon before the period of good moral character helps if reform is shown; during it only with extenuating or exonerating facts.',
    provenance: 'sourced',
    address: 'https://nortontooby.com/node/16587',
  },
});

export type AuthorityKey = keyof typeof AUTHORITIES;
