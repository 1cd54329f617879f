import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { CLOCK, CLOCK_SAYS } from '../episodes/episode.dto';

export const STEP_STATES = ['open', 'done', 'skipped'] as const;
export const PROTOCOL_ENDS = ['released', 'false_alarm', 'removed', 'steady', 'other'] as const;
export const PROTOCOL_BASES = ['hour_recorded', 'day_recorded', 'started', 'given'] as const;

export class StartProtocol {
  /** When the client was detained, or was known to be free for the last time, on the office's clock. */
  @IsOptional() @IsLegalDay() on?: string | null;
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) time?: string | null;
}

export class SettleStep {
  /** `skipped` needs a reason; `open` takes a tick back. */
  @ApiProperty({ enum: STEP_STATES }) @IsIn(STEP_STATES) state: (typeof STEP_STATES)[number];
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
  /** Who is on it; left out it stays as it is, null frees it. */
  @IsOptional() @IsUUID() assignedTo?: string | null;
}

export class EndProtocol {
  @ApiProperty({ enum: PROTOCOL_ENDS }) @IsIn(PROTOCOL_ENDS) how: (typeof PROTOCOL_ENDS)[number];
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
