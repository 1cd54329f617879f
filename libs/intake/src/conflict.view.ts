import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import {
  CAUSES,
  DECISIONS,
  GRAVITIES,
  HIT_STATES,
  HOWS,
  OFFICE_PARTY_KINDS,
  PARTY_KINDS,
} from './conflict.dto';

export const SIDE_ROLES = ['client', 'referral', 'former_client', ...PARTY_KINDS] as const;

export class PartyView {
  id: string;
  @ApiProperty({ enum: PARTY_KINDS }) kind: string;
  name: string;
  note: string | null;
  /** False for a name that another part of the record holds: it is changed there. */
  entered: boolean;
  createdAt: string;
}

export class OfficePartyView {
  id: string;
  @ApiProperty({ enum: OFFICE_PARTY_KINDS }) kind: string;
  name: string;
  note: string | null;
  createdAt: string;
}

export class OfficePartyList {
  items: OfficePartyView[];
}

export class SideView {
  @ApiProperty({ enum: SIDE_ROLES }) role: string;
  name: string;
  /** The client the person is, or belongs to. */
  @ApiProperty({ type: PersonRef, nullable: true }) client: PersonRef | null;
  referralId: string | null;
}

export class DecisionView {
  @ApiProperty({ enum: DECISIONS }) decision: string;
  reason: string;
  by: PersonRef;
  at: string;
}

export class HitView {
  id: string;
  version: number;
  @ApiProperty({ enum: GRAVITIES }) gravity: string;
  /** How the names agree. */
  @ApiProperty({ enum: HOWS }) how: string;
  score: number;
  subject: SideView;
  other: SideView;
  @ApiProperty({ enum: HIT_STATES }) decision: string;
  decisions: DecisionView[];
  canDecide: boolean;
  at: string;
}

export class HitList {
  items: HitView[];
  nextCursor: string | null;
}

export class CheckView {
  id: string;
  @ApiProperty({ enum: CAUSES }) cause: string;
  by: PersonRef;
  at: string;
  hits: number;
  /** With how many people it compared, of those whom whoever asked may see; null before this was kept. */
  compared: number | null;
}

export class ClientConflictsCan {
  addParty: boolean;
  check: boolean;
}

export class ClientConflicts {
  parties: PartyView[];
  /** The newest; the others are read page by page. */
  hits: HitView[];
  checks: CheckView[];
  moreHits: boolean;
  can: ClientConflictsCan;
}

export class PossibleHit {
  @ApiProperty({ enum: SIDE_ROLES }) role: string;
  name: string;
  @ApiProperty({ enum: HOWS }) how: string;
  @ApiProperty({ type: PersonRef, nullable: true }) client: PersonRef | null;
}

export class PossibleHits {
  /** The most alike first. */
  items: PossibleHit[];
  nextCursor: string | null;
  /** How many people of those one may see have a name like this. */
  alike: number;
}
