import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsNotBlank } from '@app/platform';

/** How a case can end; `none` is a client whose cases ended without an outcome written down. */
export const OUTCOMES = [
  'order_vacated',
  'proceedings_terminated',
  'withdrawn',
  'removed',
  'other',
  'none',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DESTRUCTION_REASONS = ['retention_over', 'client_asked', 'opened_by_mistake', 'other'] as const;
export type DestructionReason = (typeof DESTRUCTION_REASONS)[number];

export class SetSchedule {
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: Outcome;
  /** Whole years after the day the last case was closed. */
  @IsInt() @Min(1) @Max(99) years: number;
}

export class PlaceHold {
  /** Why nothing may be destroyed; sealed. */
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class LiftHold {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class ProposeDestruction {
  @ApiProperty({ enum: DESTRUCTION_REASONS }) @IsIn(DESTRUCTION_REASONS) reasonCode: DestructionReason;
  /** In words; sealed, and erased with the client. */
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
}
