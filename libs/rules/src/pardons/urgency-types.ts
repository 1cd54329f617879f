import type { Day } from '../calendar/day';
import type { CaseStage, ClemencyStage } from './stages';

/** A decision somebody made on an application. */
export interface GrantorDecision {
  on: Day;
  by: 'board' | 'governor' | 'president' | 'other';
  outcome: 'favourable' | 'denied' | 'declined_to_hear' | 'granted';
}

/** Days are 'YYYY-MM-DD'; null or absent means not known or not there. */
export interface UrgencyInput {
  today: Day;
  stage: ClemencyStage;
  /** Stage of the removal case. */
  caseStage?: CaseStage | null;
  /** Code of the jurisdictions pack: USPS code or 'FED'. */
  jurisdiction?: string | null;
  /** Day the application was filed; some waits after a denial run from it. */
  filedOn?: Day | null;
  hearingOn?: Day | null;
  flightOn?: Day | null;
  checkInOn?: Day | null;
  detained?: boolean | null;
  /** Held where people are flown from, or already on the way. */
  staging?: boolean | null;
  /** Day of the last move to another place of detention. */
  transferredOn?: Day | null;
  /** Day of a court order that forbids moving the client. */
  transferBarredOn?: Day | null;
  abroad?: boolean | null;
  removedOn?: Day | null;
  /** Removal to a country that is not the client's own is threatened or begun. */
  thirdCountry?: boolean | null;
  /** The four days of an instrument, and the vote of a board before it. */
  instrument?: {
    votedOn?: Day | null;
    signedOn?: Day | null;
    effectiveOn?: Day | null;
    receivedOn?: Day | null;
    announcedOn?: Day | null;
  } | null;
  /** Whether the client agreed to publicity. */
  publicityConsent?: boolean | null;
  motionFiledOn?: Day | null;
  decisions?: readonly GrantorDecision[];
  /** Day a new governor or President took office. */
  newGrantorSince?: Day | null;
  /** Relief in the criminal court: a vacatur for a defect does what no pardon can. */
  postConviction?: 'possible' | 'pending' | 'granted' | 'none' | null;
  /**
   * How many days before a flight or a check-in a hearing comes too late. 14 unless told: in the case behind the rule the
   * governor signed 4 days after the request and the judge released 4 days after that, and papers need days besides.
   */
  leadDays?: number;
}

export interface UrgencyFinding {
  code:
    | 'race'
    | 'ask_emergency_decision'
    | 'file_today'
    | 'instrument_days_missing'
    | 'vote_without_instrument'
    | 'media_embargo'
    | 'no_publicity'
    | 'detained'
    | 'staging'
    | 'transfer_despite_order'
    | 'transfer'
    | 'denied'
    | 'reapply'
    | 'new_grantor'
    | 'term_ends'
    | 'third_country'
    | 'post_conviction_first'
    | 'abroad'
    | 'closed_adverse';
  urgency: 'now' | 'today' | 'soon' | 'watch';
  /** The day the finding is about; null when it is about no day. */
  on: Day | null;
  /** Days from today to it; negative when past. */
  daysLeft: number | null;
  text: string;
  reasons: string[];
  steps: string[];
  provenance: 'sourced' | 'general_knowledge' | 'office_policy';
}

export interface UrgencyReport {
  today: Day;
  /** The nearest day on which the client can be taken or flown. */
  dangerOn: Day | null;
  /** Most urgent first. */
  findings: UrgencyFinding[];
}
