import { ApiProperty } from '@nestjs/swagger';
import { Colleague } from '../retention.view';
import {
  DEMAND_DECISIONS,
  DEMAND_KINDS,
  DEMAND_RECORDS,
  DEMAND_STATES,
  HELD_BACK,
  HOLDING_FACTS,
  type DemandRecord,
  type HoldingFact,
} from './demand.dto';

export class DemandLine {
  id: string;
  @ApiProperty({ enum: DEMAND_KINDS }) kind: (typeof DEMAND_KINDS)[number];
  @ApiProperty({ enum: DEMAND_STATES }) status: (typeof DEMAND_STATES)[number];
  receivedFrom: string;
  receivedOn: string;
  dueOn: string | null;
  recordedBy: Colleague;
}

export class DemandList {
  items: DemandLine[];
}

export class DemandClientView {
  clientId: string;
  name: string;
}

/** A privileged note in the scope. It stays in the office unless it is released. */
export class PrivilegedNote {
  noteId: string;
  clientId: string;
  clientName: string;
  on: string;
  text: string;
  released: boolean;
  /** Why it was released or held back again, if somebody decided. */
  reason: string | null;
}

/** A document in the scope that stays in the office unless it is released. */
export class HeldDocument {
  documentId: string;
  clientId: string;
  clientName: string;
  on: string;
  title: string;
  /** `withdrawn`: it does not count, and may be about somebody else. */
  @ApiProperty({ enum: HELD_BACK }) because: (typeof HELD_BACK)[number];
  released: boolean;
  /** Why it was released or held back again, if somebody decided. */
  reason: string | null;
}

export class DemandDecisionView {
  id: string;
  @ApiProperty({ enum: DEMAND_DECISIONS }) decision: (typeof DEMAND_DECISIONS)[number];
  reasons: string;
  decidedBy: Colleague;
  decidedAt: string;
  approvedBy: Colleague | null;
  approvedAt: string | null;
}

/** A client in the scope whom 8 U.S.C. 1367 protects, or may protect with the family (`family`). Nothing about them leaves unless they are released. */
export class ProtectedClient {
  clientId: string;
  clientName: string;
  @ApiProperty({ enum: HOLDING_FACTS, isArray: true }) because: HoldingFact[];
  released: boolean;
  /** Why they were released or held back again, if somebody decided. */
  reason: string | null;
}

export class DemandExportItemView {
  kind: string;
  itemId: string;
  clientId: string;
}

export class DemandExportView {
  id: string;
  exportedBy: Colleague;
  exportedAt: string;
  /** SHA-256 of the bundle's manifest, in hexadecimal. */
  manifestHash: string;
  /** What left, as far as this person sees the clients. */
  items: DemandExportItemView[];
}

export class DemandCan {
  edit: boolean;
  approve: boolean;
  export: boolean;
}

export class DemandView extends DemandLine {
  asked: string;
  version: number;
  from: string | null;
  to: string | null;
  @ApiProperty({ enum: DEMAND_RECORDS, isArray: true }) records: DemandRecord[];
  clients: DemandClientView[];
  privileged: PrivilegedNote[];
  heldDocuments: HeldDocument[];
  protected: ProtectedClient[];
  decisions: DemandDecisionView[];
  exports: DemandExportView[];
  can: DemandCan;
}
