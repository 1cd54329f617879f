import type { AuthorityKind } from '../packs/grounds';
import type { FitRating } from '../packs/jurisdictions';

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

export interface Conviction {
  id: string;
  /** USPS code of the convicting state; '' when not known. */
  state: string;
  statute: string;
  level: ConvictionLevel;
  offence: string;
  /** Partial dates. */
  offenceOn?: string | null;
  pleaOn?: string | null;
  sentencedOn?: string | null;
  sentence?: string | null;
  maximumSentence?: string | null;
  ageAtOffence?: number | null;
  flags: ConvictionFlags;
}

export type Grantor = 'president' | 'governor' | 'board' | 'legislature' | 'court' | 'other';

export type InstrumentKind =
  | 'full_and_unconditional'
  | 'full_with_conditions'
  | 'conditional'
  | 'commutation'
  | 'restoration_of_rights'
  | 'expungement'
  | 'other';

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
  /** The operative words of the instrument. */
  wording?: string | null;
  /** What an attorney decided about words that may be a condition or a carve-out. */
  attorneyReading?: 'no_condition' | 'condition' | null;
  /** For a conditional grant: whether every condition has been met. */
  conditionsMet?: Known | null;
  /** The government says the pardon was got by fraud. */
  fraudAlleged?: Known | null;
}

export interface Charge {
  id: string;
  /** EOIR charge code; '' when only the citation is known. */
  code: string;
  /** INA citation; '' when only the code is known. */
  ina: string;
  /** Key into the grounds pack, when staff chose one. */
  groundId?: string | null;
  origin: 'charged' | 'lodged';
  statusInOrder: 'charged' | 'sustained' | 'conceded' | 'not_sustained' | 'withdrawn';
  convictionIds: readonly string[];
}

export interface PardonEffectInput {
  proceedingKind: 'removal' | 'deportation' | 'exclusion' | 'not_known';
  /** Federal circuit where proceedings were docketed, '1' to '11' or 'DC'. */
  circuit?: string | null;
  convictions: readonly Conviction[];
  pardons: readonly Pardon[];
  charges: readonly Charge[];
  /** The client is outside the United States. */
  abroad?: boolean | null;
}

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
  ruleSetVersion: string;
}
