import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { DEMAND_DECISIONS, DEMAND_KINDS } from './demand.dto';

export const LEFT_KINDS = [
  'identity',
  'contacts',
  'chronology',
  'note',
  'released_note',
  'document',
] as const;

export class LeftItems {
  @ApiProperty({ enum: LEFT_KINDS }) kind: string;
  count: number;
}

/** One bundle in which something of a client left the office under a demand. */
export class LeftOffice {
  id: string;
  at: string;
  /** Who exported it. */
  by: PersonRef;
  @ApiProperty({ enum: DEMAND_KINDS }) demandKind: string;
  /** Who had asked; null for those who may not read demands. */
  receivedFrom: string | null;
  @ApiProperty({ enum: DEMAND_DECISIONS }) decision: string;
  decidedBy: PersonRef;
  decidedAt: string;
  @ApiProperty({ type: PersonRef, nullable: true }) approvedBy: PersonRef | null;
  items: LeftItems[];
}

export class LeftOffices {
  /** The latest first. */
  items: LeftOffice[];
}
