import { ApiProperty } from '@nestjs/swagger';
import { DESTRUCTION_REASONS, OUTCOMES, type DestructionReason, type Outcome } from './retention.dto';

export const DESTRUCTION_STATES = ['proposed', 'approved', 'cancelled', 'destroyed'] as const;

export class Colleague {
  id: string;
  name: string;
}

export class ScheduleView {
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  years: number;
  /** True until the director has set it: a number from practice that nobody has verified for this office. */
  unverified: boolean;
}

export class ScheduleList {
  items: ScheduleView[];
}

export class HoldView {
  id: string;
  reason: string | null;
  placedBy: Colleague;
  placedAt: string;
  liftedBy: Colleague | null;
  liftedAt: string | null;
  liftReason: string | null;
}

/** A record that was merged into another one of the same person. */
export class MergedRecordView {
  clientId: string;
  name: string;
}

export class DestructionView {
  id: string;
  clientId: string;
  clientName: string;
  /** Records merged into this one. They are destroyed with it. */
  merged: MergedRecordView[];
  @ApiProperty({ enum: DESTRUCTION_STATES }) status: (typeof DESTRUCTION_STATES)[number];
  @ApiProperty({ enum: DESTRUCTION_REASONS }) reasonCode: DestructionReason;
  reason: string | null;
  proposedBy: Colleague;
  proposedAt: string;
  approvedBy: Colleague | null;
  approvedAt: string | null;
  /** The first moment at which it may be carried out. */
  notBefore: string | null;
  can: DestructionCan;
}

export class DestructionCan {
  approve: boolean;
  cancel: boolean;
}

export class KeepingCan {
  hold: boolean;
  propose: boolean;
}

/** What keeps this client's record, and what would end it. */
export class KeepingView {
  clientId: string;
  holds: HoldView[];
  destruction: DestructionView | null;
  /** Records merged into this one: what is decided about it is decided about them. */
  merged: MergedRecordView[];
  /** The record this one was merged into: it is kept, held and destroyed with that one. */
  mergedInto: string | null;
  can: KeepingCan;
}

export class DueClient {
  clientId: string;
  name: string;
  closedOn: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  dueOn: string;
  held: boolean;
}

export class HeldClient {
  clientId: string;
  name: string;
  since: string;
}

export class ErasedClient {
  id: string;
  code: string;
  @ApiProperty({ enum: DESTRUCTION_REASONS }) reasonCode: DestructionReason;
  proposedBy: Colleague;
  proposedAt: string;
  approvedBy: Colleague;
  approvedAt: string;
  erasedAt: string;
  /** Null while files and texts are still being cleared; the key is gone already. */
  clearedAt: string | null;
}

export class RetentionOverview {
  due: DueClient[];
  destructions: DestructionView[];
  held: HeldClient[];
  erased: ErasedClient[];
}
