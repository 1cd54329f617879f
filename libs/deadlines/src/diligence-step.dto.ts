import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPartialDate } from '@app/platform';

/** The last four are what Matter of Lozada, 19 I&N Dec. 637 (BIA 1988), asks for before counsel is blamed. */
export const DILIGENCE_KINDS = [
  'obstacle_started',
  'discovered',
  'step',
  'filed',
  'lozada_affidavit',
  'lozada_notice',
  'lozada_complaint',
  'lozada_prejudice',
] as const;

export class RecordDiligence {
  @ApiProperty({ enum: DILIGENCE_KINDS }) @IsIn(DILIGENCE_KINDS) kind: (typeof DILIGENCE_KINDS)[number];
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  @IsOptional() @IsPartialDate() on?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}
