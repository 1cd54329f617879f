import type { Can, Day, Instant, PartialDay, Person, StageStep, Versioned, Jurisdiction } from './types';
import type * as v from './values';

export interface Charge extends Versioned {
  code: string;
  description: string;
  ina: string;
  status: v.ChargeStatus;
  origin: v.ChargeOrigin;
  convictionIds: string[];
}
export interface StatusStep<S extends string> {
  status: S;
  on: Day;
  note: string | null;
  by: Person | string | null;
  at: Instant;
}
export interface Order extends Versioned {
  kind: v.OrderKind;
  decidedOn: PartialDay | null;
  decisionForm: v.DecisionForm | null;
  mailedOn: Day | null;
  inAbsentia: boolean | null;
  appeal: v.AppealState;
  appealDecidedOn: Day | null;
  asylumDecided: boolean | null;
  countryDesignated: string | null;
  status: v.OrderStatus;
  statuses: StatusStep<v.OrderStatus>[];
}
export interface ChargingDocument {
  id: string;
  form: v.DocumentForm;
  dated: PartialDay | null;
  servedOn: PartialDay | null;
}
export interface Proceeding extends Versioned {
  courtCode: string | null;
  court: { name: string; city: string; state: string } | null;
  kind: v.ProceedingKind;
  judge: string | null;
  nextHearing: { date: Day; time: string | null; kind: string | null } | null;
  startedOn: PartialDay | null;
  documents: ChargingDocument[];
  charges: Charge[];
  orders: Order[];
}
export interface Conviction extends Versioned {
  court: string | null;
  state: string | null;
  county?: string | null;
  docket?: string | null;
  statute: string | null;
  level: v.ConvictionLevel;
  offence: string;
  offenceOn: PartialDay | null;
  pleaOn: PartialDay | null;
  sentencedOn: PartialDay | null;
  sentence: string | null;
  maximumSentence?: string | null;
  ageAtOffence?: number | null;
  flags: Partial<Record<v.ConvictionFlag, v.FlagValue>>;
}
export interface Removal {
  proceedings: Proceeding[];
  convictions: Conviction[];
  can: Can;
}

export interface CheckIn extends Versioned {
  clientId: string;
  caseId?: string | null;
  clientName?: string | null;
  officeCode: string;
  office: { name: string; city: string; state: string; address?: string | null; timeZone: string };
  date: Day;
  time: string;
  timeZone: string;
  method: v.CheckInMethod;
  status: v.CheckInStatus;
  outcome: v.CheckInOutcome | null;
  outcomeAt: Instant | null;
  note: string | null;
  movedFrom: { date: Day; time: string } | string | null;
  nextId: string | null;
  history: { at: Instant; by?: Person | string | null; action?: string; text?: string | null }[];
  can: Can;
}

export interface Grant extends Versioned {
  signedOn: Day | null;
  effectiveOn: Day | null;
  receivedOn: Day | null;
  announcedOn: Day | null;
  instrumentKind: v.InstrumentKind;
  grantor: v.Grantor;
  wording: string | null;
  convictionIds: string[];
}
export interface Application extends Versioned {
  jurisdiction: Jurisdiction;
  convictionIds: string[];
  stage: v.ClemencyStage;
  stages: StageStep<v.ClemencyStage>[];
  nextStages: v.ClemencyStage[];
  grant: Grant | null;
  can: Can;
}
export interface Authority {
  cite: string;
  note?: string | null;
  verified: boolean;
}
export interface ChargeEffect {
  chargeId: string | null;
  code: string;
  ina: string;
  groundId: string;
  origin: string;
  statusInOrder: string;
  effect: v.Effect;
  reason: string;
  authorities: Authority[];
  missingFacts: string[];
  otherRoutes: string[];
}
export interface PardonEffect {
  overall: string;
  charges: ChargeEffect[];
  instrument: { test: string; result: string; why: string }[];
  whatWouldChangeIt: string[];
  notes: string[];
  ruleSetVersion: string;
}

export interface Deadline extends Versioned {
  clientId: string;
  caseId?: string | null;
  clientName?: string | null;
  ruleId: string;
  title: string;
  citation?: string | null;
  status: v.DeadlineStatus;
  dueOn: Day | null;
  taskOn: Day | null;
  conservativeOn: Day | null;
  outerOn: Day | null;
  alternates: { on: Day | null; label: string; status?: string | null }[];
  kind: v.DeadlineKind;
  consequence: string | null;
  confirmed: { by: Person | string | null; at: Instant } | null;
  completed: { by: Person | string | null; at: Instant; on: Day; note: string | null } | null;
  triggeredBy: { fact: string; on: PartialDay | null }[];
  trace: { step: string; text: string; on?: Day | null }[];
  verified: boolean;
  warnings: string[];
  history: { at: Instant; by: Person | string | null; dueOn: Day | null; reason: string | null }[];
  can: Can;
}

export interface Blank {
  field: string;
  label: string;
  where?: string | null;
}
export interface Filing extends Versioned {
  kind: v.FilingKind;
  title: string;
  status: v.FilingStatus;
  createdAt: Instant;
  createdBy: Person | string | null;
  signedOffBy: Person | string | null;
  blanks: Blank[];
  bytes: number;
  sha256: string;
  can: Can;
}
export interface FilingReadiness {
  ready: boolean;
  blanks: Blank[];
  facts: { label: string; value: string }[];
}

export interface MyDay {
  today: Day;
  overdue: Deadline[];
  coming: Deadline[];
  checkInsToday: CheckIn[];
  nextCheckIns: CheckIn[];
  changes: {
    at: Instant;
    by: Person | string | null;
    clientId: string;
    caseId?: string | null;
    name: string;
    action: string;
  }[];
}
export interface DirectorReport {
  caseloads: { user: Person; open: number; checkInsThisWeek: number; deadlinesAtRisk: number }[];
  checkInsThisWeek: { day: Day; count: number; detained: number }[];
  deadlinesAtRisk: { overdue: number; in7: number; in30: number };
  pipeline: { stage: v.ClemencyStage; count: number }[];
  outcomes: { outcome: v.CaseOutcome; count: number }[];
  totals: { clients: number; openCases: number; detained: number; pardonsGranted: number };
}
