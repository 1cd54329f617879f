import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPartialDate } from '@app/platform';
import { RecordCan, RecordView } from '../records/record.view';

export const DISPUTE_STATUSES = ['open', 'settled'] as const;

/** Names a fact of the chronology and the other date that a source gives. */
export class NewDispute {
  @Matches(/^[a-z_]{1,40}$/) sourceKind: string;
  @IsUUID() sourceId: string;
  /** The kind of fact, as the chronology names it. */
  @Matches(/^[a-z0-9_]{1,60}$/) field: string;
  @IsPartialDate() otherOn: string;
  /** Which source says so. */
  @IsOptional() @IsString() @MaxLength(1000) why?: string | null;
}

export class SettleDispute {
  /** What settled it. */
  @IsOptional() @IsString() @MaxLength(1000) why?: string | null;
}

/** Two dates for one fact. */
export class DisputeView extends RecordView {
  sourceKind: string;
  sourceId: string;
  field: string;
  otherOn: string;
  @ApiProperty({ enum: DISPUTE_STATUSES }) status: string;
  why: string | null;
}

export class ClientDisputes {
  items: DisputeView[];
  can: RecordCan;
}
