import type { components } from './schema';
import type * as v from './values';

type S = components['schemas'];

/** A legal day 'YYYY-MM-DD'; a partial date 'YYYY' | 'YYYY-MM' | 'YYYY-MM-DD'; an instant in ISO 8601 UTC. */
export type Day = string;
export type PartialDay = string;
export type Instant = string;

export type Person = S['PersonRef'];
export type Me = S['MeView'];
export type Permission = S['Permission'];
export type Session = S['SessionView'];
export type ApiToken = S['TokenView'];
export type StaffMember = S['StaffView'];
export type Invitation = S['InvitationView'];
export type Organisation = S['OrganisationSummaryView'];

export type Client = S['ClientView'];
export type Contact = S['ContactView'];
export type CustodyPeriod = S['CustodyPeriodView'];
export type TimelineItem = S['TimelineItem'];
export type SearchHit = S['SearchHit'];
export type CaseRow = S['CaseListItem'];
export type CaseFile = S['CaseView'];
export type Note = S['NoteView'];
export type AccessEntry = S['AccessEntry'];

export type Removal = S['RemovalView'];
export type Proceeding = S['ProceedingView'];
export type Charge = S['ChargeView'];
export type Order = S['OrderView'];
export type Conviction = S['ConvictionView'];
export type CheckIn = S['CalendarCheckIn'];
export type CheckInHistory = S['CheckInView'];
export type DeadlineItem = S['DeadlineItem'];
export type Deadline = S['DeadlineView'];
export type Filing = S['FilingView'];
export type Blank = S['BlankView'];

/** Shipped lists, with where they come from. */
export interface Reference<T> {
  asOf: Day;
  source: string;
  note?: string;
  items: T[];
}
export interface Named {
  code: string;
  name: string;
}
export interface Placed extends Named {
  city: string;
  state: string;
}
export interface ChargeCode {
  code: string;
  description: string;
  ina: string;
}

/** A pardoning authority. Statements carry their own provenance. */
export interface Stated {
  text: string;
  provenance: 'sourced' | 'general_knowledge';
}
export interface Jurisdiction extends Named {
  whoDecides: Stated;
  fit: Stated;
  cadence: Stated;
  immigrationExpedite: Stated;
  watchFor: Stated;
  sources: { key: string; address: string }[];
  lastVerified: Day | null;
}
export interface Grant {
  id: string;
  version: number;
  signedOn: Day | null;
  effectiveOn: Day | null;
  receivedOn: Day | null;
  announcedOn: Day | null;
  instrumentKind: v.InstrumentKind;
  grantor: v.Grantor;
  wording: string | null;
  individual: boolean | null;
  attorneyReading: v.AttorneyReading | null;
  conditionsMet: v.FlagValue | null;
  convictionIds: string[];
  can: { edit: boolean };
}
export interface Application {
  id: string;
  version: number;
  jurisdiction: Jurisdiction;
  convictionIds: string[];
  onBehalf: boolean;
  stage: v.ClemencyStage;
  stages: { id: string; stage: v.ClemencyStage; on: Day; note: string | null; by: Person; at: Instant }[];
  nextStages: v.ClemencyStage[];
  grant: Grant | null;
  can: { edit: boolean; changeStage: boolean; recordGrant: boolean };
}
export interface Authority {
  cite: string;
  note: string;
  weight: string;
  verified: boolean;
}
export interface ChargeEffect {
  chargeId: string;
  code: string;
  ina: string;
  groundName: string | null;
  origin: string;
  statusInOrder: string;
  effect: v.Effect;
  ifGranted: v.Effect | null;
  reason: string;
  authorities: Authority[];
  missingFacts: string[];
  counterArguments: string[];
  otherRoutes: string[];
}
export interface PardonEffect {
  mode: 'effect_of_grant' | 'what_to_ask_for';
  overall: string;
  overallReason: string;
  overallIfGranted: string | null;
  charges: ChargeEffect[];
  instrument: { pardonId: string; test: string; result: string; why: string; quotes: string[] }[];
  whatWouldChangeIt: string[];
  travelWarning: boolean;
  travelNote: string;
  notes: string[];
  ruleSetVersion: string;
}

export interface FilingReadiness {
  ready: boolean;
  blanks: Blank[];
  facts: { label: string; value: string }[];
}

export interface MyDay {
  today: Day;
  overdue: DeadlineItem[];
  coming: DeadlineItem[];
  checkInsToday: CheckIn[];
  nextCheckIns: CheckIn[];
  changes: { at: Instant; by: Person | null; clientId: string; name: string; action: string }[];
}
export interface DirectorReport {
  caseloads: { user: Person; open: number; checkInsThisWeek: number; deadlinesAtRisk: number }[];
  checkInsThisWeek: { day: Day; count: number; detained: number }[];
  deadlinesAtRisk: { overdue: number; in7: number; in30: number };
  pipeline: { stage: v.ClemencyStage; count: number }[];
  outcomes: { outcome: v.CaseOutcome; count: number }[];
  totals: { clients: number; openCases: number; detained: number; pardonsGranted: number };
}
