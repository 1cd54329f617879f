import type * as v from './values';

/** A legal day 'YYYY-MM-DD'; a partial date 'YYYY' | 'YYYY-MM' | 'YYYY-MM-DD'; an instant in ISO 8601 UTC. */
export type Day = string;
export type PartialDay = string;
export type Instant = string;
export type Can = Record<string, boolean | undefined>;

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
  total?: number;
}
export interface List<T> {
  items: T[];
}
export interface Versioned {
  id: string;
  version: number;
}
export interface Person {
  id: string;
  name: string;
}

export interface Me {
  user: { id: string; name: string; email: string; role: v.Role };
  organisation: { id: string; name: string; slug: string; timeZone: string };
  permissions: string[];
  session: { id: string; kind: string; expiresAt: Instant };
}
export interface Session {
  id: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  current: boolean;
  client: string | null;
}
export interface ApiToken {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Instant;
  expiresAt: Instant;
  lastUsedAt: Instant | null;
}
export interface StaffMember extends Versioned {
  name: string;
  email: string;
  role: v.Role;
  status: 'active' | 'suspended';
  can: Can;
}
export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: v.Role;
  createdAt: Instant;
  expiresAt: Instant;
}
export interface Organisation {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  staffCount: number;
  createdAt: Instant;
}

export interface Reference<T> {
  asOf: Day;
  source: string;
  note?: string;
  items: T[];
}
export interface Court {
  code: string;
  name: string;
  city: string;
  state: string;
}
export interface IceOffice {
  code: string;
  name: string;
  city: string;
  state: string;
  timeZone: string;
}
export interface ChargeCode {
  code: string;
  description: string;
  ina: string;
}
export interface Named {
  code: string;
  name: string;
}
export interface Jurisdiction extends Named {
  whoDecides?: string;
  asOf?: Day;
  verified?: boolean;
  lastVerified?: Day | null;
  source?: string | null;
  likelySatisfies?: string | null;
  note?: string | null;
}

export interface Name {
  given: string;
  middle?: string | null;
  family: string;
  full?: string;
}
export interface Alias {
  name: string;
  kind: v.AliasKind;
}
export interface Contact extends Versioned {
  kind: v.ContactKind;
  value: string;
  label: string | null;
  safeToContact: boolean;
}
export interface Custody {
  status: v.CustodyStatus;
  since: Day | null;
  place: string | null;
}
export interface Client extends Versioned {
  name: Required<Pick<Name, 'full'>> & Name;
  aliases: Alias[];
  aNumber: { masked: string } | null;
  birth: PartialDay | null;
  countryOfBirth: string | null;
  citizenship: string | null;
  languages: string[];
  interpreterLanguage: string | null;
  arrival: { on: PartialDay | null; manner: v.ArrivalManner } | null;
  contacts: Contact[];
  custody: Custody | null;
  cases: { id: string; type: v.CaseType; stage: v.CaseStage; status: string }[];
  can: Can;
  createdAt: Instant;
  updatedAt: Instant;
}
export interface TimelineItem {
  on: PartialDay;
  kind: string;
  title: string;
  detail?: string | null;
  sourceKind: string;
  sourceId: string;
}
export interface SearchHit {
  clientId: string;
  caseId: string;
  name: string;
  stage: v.CaseStage;
  matched: 'name' | 'alias' | 'a_number';
}

export interface CaseRow {
  id: string;
  clientId: string;
  name: string;
  type: v.CaseType;
  stage: v.CaseStage;
  status: 'open' | 'closed';
  responsible: Person | null;
  citizenship: string | null;
  custody: v.CustodyStatus | null;
  openedOn: Day;
  closedOn: Day | null;
  nextDeadline: { on: Day; rule: string } | null;
  nextCheckIn: { on: Day; time: string | null } | null;
  clemencyStage: v.ClemencyStage | null;
  updatedAt: Instant;
}
export interface StageStep<S extends string> {
  stage: S;
  on: Day;
  note: string | null;
  by: Person | string | null;
  at: Instant;
}
export interface TeamMember {
  user: { id: string; name: string; role: v.Role };
  since: Instant;
}
export interface CaseFile extends Versioned {
  client: {
    id: string;
    name: string;
    aNumberMasked: string | null;
    citizenship: string | null;
    custody: Custody | v.CustodyStatus | null;
  };
  type: v.CaseType;
  stage: v.CaseStage;
  status: 'open' | 'closed';
  responsible: Person | null;
  team: TeamMember[];
  openedOn: Day;
  closedOn: Day | null;
  outcome: v.CaseOutcome | null;
  nextDeadline: { on: Day; rule: string } | null;
  nextCheckIn: { on: Day; time: string | null } | null;
  stages: StageStep<v.CaseStage>[];
  can: Can;
}
export interface Note {
  id: string;
  text: string;
  privileged: boolean;
  by: Person | string | null;
  at: Instant;
}
export interface AccessEntry {
  at: Instant;
  by: (Person & { role?: v.Role }) | null;
  action: string;
  fields: string[];
}
export interface AccessView {
  team: TeamMember[];
  officeWide: v.Role[];
  entries: AccessEntry[];
  nextCursor: string | null;
}
