import { ApiProperty } from '@nestjs/swagger';
import { CASE_STAGES, CASE_TYPES, CUSTODY_STATES, OUTCOMES } from './case.dto';

const STATES = ['open', 'closed'] as const;

export class PersonRef {
  id: string;
  name: string;
}

export class ColleagueRef extends PersonRef {
  role: string;
}

export class NextDeadline {
  on: string;
  rule: string;
}

export class NextCheckIn {
  on: string;
  time: string | null;
}

export class CaseHearing {
  on: string;
  /** Wall clock of the court, HH:MM. */
  time: string | null;
}

export class CaseListItem {
  id: string;
  clientId: string;
  name: string;
  @ApiProperty({ enum: CASE_TYPES }) type: string;
  @ApiProperty({ enum: CASE_STAGES }) stage: string;
  @ApiProperty({ enum: STATES }) status: string;
  @ApiProperty({ type: PersonRef, nullable: true }) responsible: PersonRef | null;
  citizenship: string | null;
  @ApiProperty({ enum: CUSTODY_STATES }) custody: string;
  openedOn: string;
  closedOn: string | null;
  @ApiProperty({ type: NextDeadline, nullable: true }) nextDeadline: NextDeadline | null;
  @ApiProperty({ type: NextCheckIn, nullable: true }) nextCheckIn: NextCheckIn | null;
  @ApiProperty({ type: CaseHearing, nullable: true }) nextHearing: CaseHearing | null;
  clemencyStage: string | null;
  updatedAt: string;
}

export class CaseList {
  items: CaseListItem[];
  nextCursor: string | null;
  /** Cases that match, counted up to 1,000. */
  total: number;
}

export class CaseClient {
  id: string;
  name: string;
  aNumberMasked: string | null;
  citizenship: string | null;
}

export class TeamMember {
  user: ColleagueRef;
  since: string;
}

export class StageEntry {
  id: string;
  @ApiProperty({ enum: CASE_STAGES }) stage: string;
  on: string;
  note: string | null;
  by: PersonRef;
  at: string;
}

export class CaseCan {
  edit: boolean;
  changeStage: boolean;
  close: boolean;
  reopen: boolean;
  manageTeam: boolean;
  writeNotes: boolean;
  seeAccess: boolean;
}

export class CaseView {
  id: string;
  version: number;
  client: CaseClient;
  @ApiProperty({ enum: CASE_TYPES }) type: string;
  @ApiProperty({ enum: CASE_STAGES }) stage: string;
  /** Stages this case can move to from here. */
  @ApiProperty({ enum: CASE_STAGES, isArray: true }) nextStages: string[];
  @ApiProperty({ enum: STATES }) status: string;
  @ApiProperty({ type: PersonRef, nullable: true }) responsible: PersonRef | null;
  team: TeamMember[];
  openedOn: string;
  closedOn: string | null;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) outcome: string | null;
  @ApiProperty({ enum: CUSTODY_STATES }) custody: string;
  clemencyStage: string | null;
  @ApiProperty({ type: NextDeadline, nullable: true }) nextDeadline: NextDeadline | null;
  @ApiProperty({ type: NextCheckIn, nullable: true }) nextCheckIn: NextCheckIn | null;
  @ApiProperty({ type: CaseHearing, nullable: true }) nextHearing: CaseHearing | null;
  /** Kinds of the walls that stand around this client. */
  @ApiProperty({ enum: ['named', 'ethical'], isArray: true }) walls: string[];
  /** When the sight of whoever asks ends by itself, or null when it does not. */
  sightEndsAt: string | null;
  stages: StageEntry[];
  can: CaseCan;
  updatedAt: string;
}

export class ClientCase {
  id: string;
  @ApiProperty({ enum: CASE_TYPES }) type: string;
  @ApiProperty({ enum: CASE_STAGES }) stage: string;
  @ApiProperty({ enum: STATES }) status: string;
  openedOn: string;
}

export class ClientCases {
  items: ClientCase[];
}

export class AccessEntry {
  /** Counted within this client: the chain's own numbers would tell how much goes on that the reader does not see. */
  number: number;
  at: string;
  by: PersonRef;
  role: string;
  action: string;
  fields: string[];
  /** Kind of device and network, such as "Firefox on Windows, 203.0.113.0/24". */
  origin: string | null;
}

export class CaseAccess {
  team: TeamMember[];
  /** Roles that see every client of the office. */
  officeWide: string[];
  /** Whether who asks reads the log: directors, auditors, and the colleague who answers for the client. */
  logShown: boolean;
  entries: AccessEntry[];
  nextCursor: string | null;
}

export class SearchHit {
  clientId: string;
  caseId: string | null;
  name: string;
  stage: string | null;
  @ApiProperty({ enum: ['name', 'a_number', 'identifier'] }) matched: string;
}

export class SearchResults {
  items: SearchHit[];
}
