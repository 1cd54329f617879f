import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { CalendarInputs } from '../calendar/legal-calendar';
import type { Provenance, WaitLevel } from '../packs/jurisdictions';

/** Days of one grant. A grant has several, and they differ: signature, second body, vote, receipt, announcement. */
export interface GrantDates {
  readonly signedOn?: Day | null;
  /** Vote of a council or senate that must consent. */
  readonly secondBodyOn?: Day | null;
  /** Vote of a pardoning board. */
  readonly votedOn?: Day | null;
  readonly announcedOn?: Day | null;
}

/** A comparison of the record with the live page of the authority. It becomes part of every trace. */
export interface JurisdictionVerification {
  readonly by: string;
  readonly on: Day;
  readonly sourceSeen?: string;
}

/**
 * What is known about one application. Days are 'YYYY-MM-DD'; the days of the sentence may also be 'YYYY' or 'YYYY-MM'.
 * What is left out or null is not known: it is asked for, never supposed.
 */
export interface ClemencyFacts extends CalendarInputs {
  /** USPS code or 'FED'. */
  readonly jurisdiction: string;
  readonly today: Day;
  readonly level?: WaitLevel | null;
  readonly sentenceEndedOn?: string | null;
  readonly releasedOn?: string | null;
  readonly sentencedOn?: string | null;
  /** False: the sentence had no confinement, so that some waits run from the sentence itself. */
  readonly confined?: boolean | null;
  /** Day of the disposition (conviction). */
  readonly disposedOn?: string | null;
  /** Start of a parole or supervision without violation. */
  readonly supervisionFrom?: string | null;
  /** Last offence or end of sentence, whichever is later: start of the crime-free years. */
  readonly crimeFreeFrom?: string | null;
  readonly filedOn?: Day | null;
  readonly incompleteNoticeOn?: Day | null;
  /** First hearing day of the docket, or the meeting the application is meant for. */
  readonly hearingOn?: Day | null;
  readonly boardDecidedOn?: Day | null;
  readonly deniedOn?: Day | null;
  /** How often this person has been denied, the last one included. */
  readonly denials?: number | null;
  readonly grantDates?: GrantDates | null;
  /** What somebody of the office saw on the authority's live page, if anybody looked. */
  readonly verification?: JurisdictionVerification | null;
  /** Business days between a task and the calendar day it guards. Default 1: the prior business day. */
  readonly bufferBusinessDays?: number;
}

export type ClemencyDateKind =
  | 'earliest_filing'
  | 'file_by'
  | 'cure_by'
  | 'notice_by'
  | 'expected'
  | 'not_before'
  | 'lapses'
  | 'reapply_from'
  | 'next_session'
  | 'term_ends'
  | 'effective';

/**
 * `dated`: the day is known; `window`: a partial or approximate fact, see `window`; `none_fixed`: the authority fixes
 * none; `not_known`: nobody recorded the rule; `needs_facts`: the rule is there and a fact is missing.
 */
export type ClemencyDateState = 'dated' | 'window' | 'none_fixed' | 'not_known' | 'needs_facts';

/** Another reading of the same date, shown beside the operative one and never instead of it. */
export interface OtherReading {
  readonly on: Day;
  readonly label: string;
  readonly standing: string;
}

/** One dated thing about an application, with what it rests on. */
export interface ClemencyDate {
  /** Stable within one jurisdiction. */
  readonly key: string;
  readonly kind: ClemencyDateKind;
  readonly title: string;
  readonly state: ClemencyDateState;
  /** Operative day; in a window, the earliest day. */
  readonly on: Day | null;
  /** Day by which the office acts; null where nothing is due. */
  readonly taskOn: Day | null;
  readonly window: { readonly first: Day; readonly last: Day } | null;
  readonly alternates: readonly OtherReading[];
  /** Calendar days from today to `on`; negative when past. */
  readonly daysLeft: number | null;
  readonly approximate: boolean;
  readonly why: string;
  readonly question: string | null;
  readonly provenance: Provenance;
  readonly sources: ReadonlyArray<{ readonly key: string; readonly address: string }>;
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}

/** Something to know that has no date. */
export interface ClemencyNote {
  readonly topic:
    'second_body' | 'records' | 'service' | 'expedite' | 'tenure' | 'eligibility' | 'particular';
  readonly text: string;
  readonly urgent: boolean;
  readonly provenance: Provenance;
  readonly sources: ReadonlyArray<{ readonly key: string; readonly address: string }>;
}

export interface ClemencyCalendar {
  readonly jurisdiction: string;
  readonly name: string;
  /** The day as of which the pack was written. */
  readonly asOf: string;
  readonly lastVerified: string | null;
  readonly packVersion: string;
  /** True after the day of the next review, unless the office has looked within three months. */
  readonly stale: boolean;
  readonly items: readonly ClemencyDate[];
  readonly notes: readonly ClemencyNote[];
  readonly questions: readonly string[];
}
