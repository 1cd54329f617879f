import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { ScreeningAuthority } from '../packs/screening';

/**
 * What is known about one person. Dates are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; countries are ISO 3166-1 alpha-2 (never
 * EOIR codes: `readEoirNationality` converts). Left out or null means not known, which is a question and not a no.
 */
export interface ScreeningFacts {
  /** First arrival in the United States. */
  readonly firstEnteredOn?: string | null;
  /** Last arrival, when the person left and came back. */
  readonly lastEnteredOn?: string | null;
  /** Every citizenship held; null or empty when not known. */
  readonly citizenships?: readonly string[] | null;
  readonly birthCountry?: string | null;
  readonly bornInCamp?: boolean | null;
  readonly inUnitedStates?: boolean | null;
  readonly continuousResidence?: boolean | null;
  readonly goodMoralCharacter?: boolean | null;
  /** Whether a ground of inadmissibility for crimes applies (INA 212(a)(2)), pardoned or not. */
  readonly criminallyInadmissible?: boolean | null;
  /** Ever admitted or adjusted as a permanent resident. */
  readonly residentRecord?: boolean | null;
  readonly finalOrder?: boolean | null;
  /** Released from ICE custody after the order. */
  readonly releasedAfterOrder?: boolean | null;
  /** Convicted, or in breach of the supervision, since the release. */
  readonly laterViolation?: boolean | null;
  /** Day ICE mailed a notice of intended arrest, 'YYYY-MM-DD'. */
  readonly noticeMailedOn?: string | null;
  readonly pardonOn?: string | null;
  /** Conviction of an aggravated felony; false when there is none. */
  readonly aggravatedFelonyOn?: string | false | null;
  readonly spouseOfCitizen?: boolean | null;
  /** Planned day of Form N-400. */
  readonly naturalisationFilingOn?: string | null;
}

export interface ScreeningContext {
  readonly today: Day;
  /** Show introduced bills too, each marked as not law. Default false. */
  readonly includeBills?: boolean;
}

export type ScreeningTopic =
  | 'registry'
  | 'registry_bill'
  | 'citizenship'
  | 'return_vietnam'
  | 'return_cambodia'
  | 'return_laos'
  | 'chhoeun_class'
  | 'naturalisation';

export type ScreeningFinding = 'may_fit' | 'does_not_fit' | 'needs_facts' | 'information';

/** Where the rule stands on the day of the pack. */
export type LawStatus =
  | 'in_force'
  | 'introduced_bill_not_law'
  | 'agreement_reported'
  | 'no_agreement_reported'
  | 'court_order_force_not_confirmed'
  | 'facts_only';

/** One answer. `may_fit` is a reason for an attorney to look, never advice. */
export interface ScreeningResult {
  readonly topic: ScreeningTopic;
  readonly title: string;
  readonly finding: ScreeningFinding;
  readonly law: LawStatus;
  readonly lawNote: string;
  readonly why: string;
  readonly questions: readonly string[];
  readonly warnings: readonly string[];
  readonly dates: ReadonlyArray<{ readonly label: string; readonly on: Day }>;
  readonly authorities: readonly ScreeningAuthority[];
  readonly asOf: string;
  readonly trace: readonly TraceStep[];
}
