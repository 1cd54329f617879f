import type { AuthorityKind } from '../packs/grounds';
import type { FitRating } from '../packs/jurisdictions';
import type { Known, Conviction } from './conviction-types';

export type * from './conviction-types';

export type Grantor = 'president' | 'governor' | 'board' | 'legislature' | 'court' | 'other';

export type InstrumentKind =
  | 'full_and_unconditional'
  | 'full_with_conditions'
  | 'conditional'
  | 'commutation'
  | 'restoration_of_rights'
  | 'expungement'
  | 'other';

/** One instrument of clemency with what is known of it. Dates are partial. */
export interface Pardon {
  id: string;
  /** Code of the jurisdictions pack: USPS code or 'FED'. */
  jurisdiction: string;
  grantor: Grantor;
  instrumentKind: InstrumentKind;
  convictionIds: readonly string[];
  /** Granted on the person's own request (true) or by a proclamation for a class (false). */
  individual?: boolean | null;
  /** Partial date on which the instrument took effect. */
  effectiveOn?: string | null;
  /** Partial dates of the vote of a board, the signature, the receipt and the announcement: four different days. */
  votedOn?: string | null;
  /** Consent of a council or senate, where one is needed: the grant takes effect with the later act. */
  consentedOn?: string | null;
  signedOn?: string | null;
  receivedOn?: string | null;
  announcedOn?: string | null;
  /** The operative words of the instrument. */
  wording?: string | null;
  /** What an attorney decided about words that may be a condition or a carve-out. */
  attorneyReading?: 'no_condition' | 'condition' | null;
  /** For a conditional grant: whether every condition has been met. */
  conditionsMet?: Known | null;
  /** The government says the pardon was got by fraud. */
  fraudAlleged?: Known | null;
  /** Results a reader of the instrument recorded. They fill in what is not known; a failure stands. */
  testResults?: Partial<Record<InstrumentTest, 'pass' | 'fail' | 'unclear'>> | null;
}

/** Counsel's own view of a charge. It is always shown beside what the rules say. */
export interface CounselOverride {
  effect: Effect;
  reasons: string;
  by: string;
}

/** One charge of a charging document, or a ground that staff named as fitting. */
export interface Charge {
  id: string;
  /** EOIR charge code; '' when only the citation is known. */
  code: string;
  /** INA citation; '' when only the code is known. */
  ina: string;
  /** Key into the grounds pack, when staff chose one. */
  groundId?: string | null;
  /** 'latent': nobody charged it, and staff see that it fits. */
  origin: 'charged' | 'lodged' | 'latent';
  statusInOrder: 'charged' | 'sustained' | 'conceded' | 'not_sustained' | 'withdrawn';
  convictionIds: readonly string[];
  /** Partial date of the charging document; tells which text of former INA 241 it quotes. */
  chargedOn?: string | null;
  counselOverride?: CounselOverride | null;
}

export interface Trip {
  id?: string | null;
  /** Partial dates. */
  departedOn?: string | null;
  returnedOn?: string | null;
}

/** How the client came and came back. Partial dates; null means not known. */
export interface AdmissionHistory {
  id?: string | null;
  admittedOn?: string | null;
  asRefugee?: boolean | null;
  adjustedOn?: string | null;
  /** Every trip abroad since; null when nobody asked yet, [] when there was none. */
  trips?: readonly Trip[] | null;
}

/** The facts of one case for `pardonEffect`. */
export interface PardonEffectInput {
  proceedingKind: 'removal' | 'deportation' | 'exclusion' | 'not_known';
  /** Federal circuit where proceedings were docketed, '1' to '11' or 'DC'. */
  circuit?: string | null;
  convictions: readonly Conviction[];
  pardons: readonly Pardon[];
  charges: readonly Charge[];
  /** The client is outside the United States. */
  abroad?: boolean | null;
  /** Where proceedings would go on. */
  venue?: 'immigration_judge' | 'board_of_immigration_appeals' | null;
  admission?: AdmissionHistory | null;
  /** Every date on which a source puts the removal order (partial dates). Two that cannot be one day are a question. */
  orderDates?: readonly string[];
  /** Dates used here for which another source gives another one, not settled yet. */
  disputed?: readonly DisputedDate[];
}

/** A date that is disputed. Partial dates. */
export interface DisputedDate {
  /** The kind of fact, as the chronology names it. */
  fact: string;
  sourceId: string;
  recordedOn: string | null;
  otherOn: string;
  /** The whole input as it would be under the other date. */
  other: Omit<PardonEffectInput, 'disputed'>;
}

/** What the pardon does to one charge. `needs_facts` never counts as lifted. */
export type Effect = 'lifted' | 'not_lifted' | 'contested' | 'needs_facts' | 'not_applicable';

export type Overall =
  'termination_expected' | 'partial_other_relief_needed' | 'pardon_not_enough' | 'insufficient_facts';

/** An authority behind a statement. Nothing here has been checked against the live source: verified is always false. */
export interface Authority {
  cite: string;
  note: string;
  provenance: 'sourced' | 'general_knowledge';
  address: string | null;
  /** Weight before the circuit of the case, where a circuit decided. */
  weight: AuthorityKind | 'this_circuit' | 'other_circuit';
  verified: false;
}

/** The effect on one charge, with its reason, authorities, open questions and what the other side would say. */
export interface ChargeEffect {
  /** The charge, or 'latent:<ground>:<known|not_known>' for a ground that was never charged. */
  chargeId: string;
  code: string;
  ina: string;
  groundId: string | null;
  groundName: string | null;
  origin: 'charged' | 'lodged' | 'latent';
  statusInOrder: Charge['statusInOrder'] | 'none';
  convictionIds: string[];
  pardonIds: string[];
  effect: Effect;
  reasonCode: string;
  /** One plain sentence. */
  reason: string;
  authorities: Authority[];
  /** Questions whose answers are missing. */
  missingFacts: string[];
  counterArguments: string[];
  otherRoutes: string[];
  /** In mode 'what_to_ask_for': the effect a right pardon of every named conviction would have. Otherwise null. */
  ifGranted: Effect | null;
  /** The ground of former INA 241 that was charged; null when it is one of today's. */
  formerGroundId?: string | null;
  /** Whether the ground ever covered the conviction, and older relief, by date. General knowledge, never an answer. */
  issues?: IssueSpot[];
  /** Counsel's override, applied or not; what the rules say themselves is kept in it. */
  override?: OverrideShown | null;
}

export interface IssueSpot {
  code: string;
  finding: 'may_not_apply' | 'may_help' | 'date_not_known';
  convictionIds: string[];
  text: string;
  question: string | null;
  authorities: Authority[];
  provenance: 'general_knowledge';
}

export interface OverrideShown extends CounselOverride {
  applied: boolean;
  /** Why it was not applied; null when it was. */
  why: string | null;
  /** What the rules say. */
  withoutIt: { effect: Effect; reasonCode: string; reason: string };
}

export type InstrumentTest =
  | 'grantor'
  | 'type'
  | 'full_and_unconditional'
  | 'same_conviction'
  | 'sovereign'
  | 'after_conviction'
  | 'individual'
  | 'collateral_attack';

export interface InstrumentFinding {
  pardonId: string;
  test: InstrumentTest;
  result: 'pass' | 'fail' | 'unclear';
  why: string;
  /** Words of the instrument the finding rests on, as written. */
  quotes: string[];
  authorities: Authority[];
  /** For the test of the grantor: how well this authority fits the waiver, by the jurisdictions pack. */
  fit?: FitRating | null;
}

/** What to ask one pardoning authority for. */
export interface PardonRequest {
  jurisdiction: string;
  jurisdictionName: string;
  whoDecides: string;
  fit: FitRating | null;
  counts: Array<{ convictionId: string; statute: string; offence: string; helps: boolean; why: string }>;
  wording: string[];
  cautions: string[];
}

/** The report over all charges, charged, lodged and latent. Issue-spotting: an attorney reviews it before anybody relies on it. */
export interface PardonEffectReport {
  mode: 'effect_of_grant' | 'what_to_ask_for';
  overall: Overall;
  overallReason: string;
  /** In mode 'what_to_ask_for': the overall result if everything asked for were granted. Otherwise null. */
  overallIfGranted: Overall | null;
  charges: ChargeEffect[];
  instrument: InstrumentFinding[];
  unpardonedConvictionsStillTriggering: string[];
  requests: PardonRequest[];
  whatWouldChangeIt: string[];
  /** True when leaving and coming back could bring an inadmissibility charge; also when facts are missing. */
  travelWarning: boolean;
  travelNote: string;
  naturalisationNote: string;
  notes: string[];
  /** Dates the sources disagree about, and what each does to the answer. */
  disputes: DisputeEffect[];
  ruleSetVersion: string;
}

/** What became of one charge when something else is taken to be so. */
export interface ChargeChange {
  chargeId: string;
  ina: string;
  groundId: string | null;
  origin: ChargeEffect['origin'];
  /** null: nobody had to think of it before. */
  from: Effect | null;
  to: Effect;
  reason: string;
}

/** What would be answered if another source's date were the right one. */
export interface DisputeEffect {
  /** The kind of fact, as the chronology names it. */
  fact: string;
  sourceId: string;
  recordedOn: string | null;
  otherOn: string;
  /** The answer under the recorded date, and under the other one. */
  overallRecorded: Overall;
  overallOther: Overall;
  overallOtherReason: string;
  /** Charges whose effect is another one under the other date. */
  changed: ChargeChange[];
  /** True when the answer hangs on it: it must be settled before anybody relies on the report. */
  decides: boolean;
}
