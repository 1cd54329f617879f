/** What staff know about a feature of a conviction. 'not_known' is never read as 'no'. */
export type Known = 'yes' | 'no' | 'not_known';

export type ConvictionLevel =
  'felony' | 'misdemeanor' | 'violation' | 'federal_felony' | 'federal_misdemeanor' | 'other';

export interface ConvictionFlags {
  drug: Known;
  firearm: Known;
  domestic: Known;
  childVictim: Known;
  moralTurpitude: Known;
  aggravatedFelony: Known;
}

/** One count of conviction. Dates are partial: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export interface Conviction {
  id: string;
  /** USPS code of the convicting state; '' when not known. */
  state: string;
  statute: string;
  level: ConvictionLevel;
  offence: string;
  county?: string | null;
  docket?: string | null;
  countNumber?: string | null;
  /** Partial dates. */
  offenceOn?: string | null;
  pleaOn?: string | null;
  verdictOn?: string | null;
  sentencedOn?: string | null;
  sentence?: string | null;
  maximumSentence?: string | null;
  ageAtOffence?: number | null;
  flags: ConvictionFlags;
  /** Convictions with the same text here arose out of a single scheme (INA 237(a)(2)(A)(ii)); null: not known. */
  scheme?: string | null;
  /** What a court did to the conviction later. Only a vacatur for a legal or procedural defect undoes it (Pickering). */
  clearedBy?: ClearedBy | null;
}

export type ClearedBy =
  'vacated_for_defect' | 'vacated_reason_not_known' | 'vacated_for_rehabilitation' | 'expunged_or_sealed';
