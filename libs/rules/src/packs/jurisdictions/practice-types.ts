import type { JurisdictionField } from './records';

export type Provenance = 'sourced' | 'general_knowledge';

/**
 * What a structured fact is read from: a text field of the jurisdiction's record (it is as well founded as that field),
 * pages named by key (sourced), or nothing but general knowledge.
 */
export type Basis = JurisdictionField | { readonly keys: readonly string[] } | 'general_knowledge';

/** The event an eligibility wait is counted from. */
export type WaitStart =
  | 'sentence_end'
  | 'release'
  /** From release; from the day of sentence where there was no confinement (28 CFR 1.2). */
  | 'release_or_sentence'
  | 'disposition'
  | 'parole'
  | 'supervision'
  /** No offence since sentence and release were over. */
  | 'crime_free';

export type WaitLevel =
  | 'any'
  | 'felony'
  | 'misdemeanor'
  | 'nonviolent'
  | 'violent_or_sex'
  | 'sex_offence'
  | 'violent_or_drug'
  | 'dui_or_vehicular'
  | 'deferred_adjudication';

/** One eligibility wait as a number. */
export interface WaitTerm {
  readonly years: number;
  readonly from: WaitStart;
  readonly level: WaitLevel;
  /** The source says "about" or "generally", or the starting event is not stated and was assumed. */
  readonly approximate: boolean;
  /** False: the source gives years and not their start; the end of the sentence was assumed. */
  readonly startStated: boolean;
  /** 'current' is the reading to plan by; the others are shown beside it. */
  readonly standing: 'current' | 'policy' | 'other_published' | 'with_waiver' | 'special_programme';
  readonly note: string | null;
}

/**
 * `none`: the authority has no wait; `none_fixed`: law fixes none, though practice may; `fixed`: the terms;
 * `varies`: it depends on the offence and the record has no number; `not_known`: not checked.
 */
export interface EligibilityWait {
  readonly rule: 'none' | 'none_fixed' | 'fixed' | 'varies' | 'not_known';
  readonly terms: readonly WaitTerm[];
  readonly waiver: string | null;
  /** Other conditions that are not a number of years. */
  readonly conditions: readonly string[];
  readonly basis: Basis;
}

/** The last day to file for a hearing, counted back from its first day. */
export interface FilingCutoff {
  readonly days: number;
  readonly before: string;
  readonly standing: 'current' | 'older_rule' | 'approximate';
  readonly note: string;
  readonly basis: Basis;
}

export type ClockStart = 'filed' | 'hearing' | 'board_decision';

/** A period that runs after an act. Averages and reports are information, never a date to rely on. */
export interface ClemencyClock {
  readonly id: string;
  readonly title: string;
  readonly kind: 'expected' | 'not_before' | 'lapses' | 'cure';
  readonly n: number;
  readonly unit: 'day' | 'month' | 'year';
  readonly from: ClockStart;
  readonly standing: 'statute' | 'published' | 'reported';
  readonly note: string;
  readonly basis: Basis;
}

/** When a person may ask again. */
export interface ReapplyRule {
  readonly months: number;
  readonly from: 'denied' | 'filed';
  /** Which denial the rule is for; null: any. */
  readonly denial: 'first' | 'later' | null;
  readonly approximate: boolean;
  readonly note: string;
  readonly basis: Basis;
}

/** Somebody who must be told, by whom, and what a failure costs. */
export interface ServiceDuty {
  readonly on: string;
  readonly by: 'applicant' | 'authority';
  readonly how: string;
  readonly daysBefore: { readonly days: number; readonly event: 'hearing' | 'filed' } | null;
  readonly consequence: string | null;
  readonly basis: Basis;
}

export interface ExpediteRoute {
  readonly standing: 'statute' | 'executive_order' | 'body_rule' | 'practice' | 'none_found' | 'not_checked';
  readonly authority: string | null;
  readonly inForceFrom: string | null;
  /** Whether the reason may be a pending removal; 'excluded' when the route says otherwise. */
  readonly immigration: 'named' | 'not_named' | 'not_known';
  readonly limits: readonly string[];
  readonly basis: Basis;
}

/** A second body without which the grant does not happen or is not yet effective. */
export interface SecondBody {
  readonly body: string;
  readonly rule: 'cannot_act_without' | 'must_consent' | 'votes_together' | 'for_some_cases';
  readonly effect: string;
  readonly basis: Basis;
}

/** What a grant does to the records of the conviction. */
export interface RecordsEffect {
  readonly effect: 'erased' | 'sealed' | 'expunged' | 'may_be_expunged' | 'not_stated';
  /** True where the grant itself destroys or hides the proof. */
  readonly certifyFirst: boolean;
  readonly note: string;
  readonly basis: Basis;
}

/** When the body meets. `months`: 1 to 12, null when the record names none. */
export interface Sessions {
  readonly what: string;
  readonly perYear: number | null;
  readonly months: readonly number[] | null;
  readonly basis: Basis;
}

/** What the advisory or deciding body rests on, where a change of governor can end it. */
export interface BodyTenure {
  readonly restsOn: 'executive_order' | 'governor_appointment';
  readonly note: string;
  readonly basis: Basis;
}

/** The procedure of one pardoning authority as data, beside the texts of its record. */
export interface ClemencyPractice {
  readonly code: string;
  readonly wait: EligibilityWait;
  readonly cutoffs: readonly FilingCutoff[];
  readonly clocks: readonly ClemencyClock[];
  readonly reapply: readonly ReapplyRule[];
  readonly service: readonly ServiceDuty[];
  readonly expedite: ExpediteRoute;
  readonly second: SecondBody | null;
  readonly records: RecordsEffect;
  readonly sessions: Sessions | null;
  readonly tenure: BodyTenure | null;
  /** A day in the month of `executiveChange`, where the record names one. */
  readonly executiveChangeOn: string | null;
  /** Code paths of its own: what this authority does like no other. */
  readonly particulars: ReadonlyArray<{ readonly text: string; readonly basis: Basis }>;
}
