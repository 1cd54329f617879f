import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';

export const CONDITION_KINDS = [
  'order_of_supervision',
  'recognizance',
  'isap',
  'ankle_monitor',
  'phone_app',
  'phone_reports',
  'curfew',
  'travel_limit',
  'travel_document_duty',
  'other',
] as const;
export const IMPOSERS = ['ice', 'contractor', 'court', 'not_known'] as const;
export const CONDITION_STATUSES = ['in_force', 'changed', 'ended'] as const;
export const TOPICS = ['motions_by_others', 'travel'] as const;
export const ANSWERS = ['nothing', 'something', 'not_known'] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
export class NewCondition {
  @ApiProperty({ enum: CONDITION_KINDS }) @IsIn(CONDITION_KINDS) kind: (typeof CONDITION_KINDS)[number];
  @ApiProperty({ enum: IMPOSERS }) @IsIn(IMPOSERS) imposedBy: (typeof IMPOSERS)[number];
  @IsOptional() @IsPartialDate() fromOn?: string | null;
  /** What it asks for: hours, places, how often. */
  @IsOptional() @IsString() @MaxLength(2000) terms?: string | null;
  /** The paper that imposed it, such as Form I-220B. */
  @IsOptional() @IsString() @MaxLength(200) document?: string | null;
}

/** What takes its place from a day on. */
export class ChangeCondition extends NewCondition {
  @IsOptional() @IsString() @MaxLength(1000) reason?: string | null;
}

export class EndCondition {
  @IsPartialDate({ nullable: true }) untilOn: string | null;
  @IsOptional() @IsString() @MaxLength(1000) reason?: string | null;
}

export class RecordInquiry {
  @ApiProperty({ enum: TOPICS }) @IsIn(TOPICS) topic: (typeof TOPICS)[number];
  @IsLegalDay() askedOn: string;
  /** `nothing`: the client says that there is nothing. `something`: it is recorded in its own place. */
  @ApiProperty({ enum: ANSWERS }) @IsIn(ANSWERS) answer: (typeof ANSWERS)[number];
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
