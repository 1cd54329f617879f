import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsLegalDay } from '@app/platform';

/** A hearing is told to the client, never made public. */
export const TELLING_CHANNELS = ['phone', 'in_person', 'text_message', 'email', 'post'] as const;
export const MESSAGE_STEPS = ['told', 'not_reached', 'taken_back'] as const;

/** That somebody told the client, or tried to. */
export class TellClient {
  /** false: nobody was reached, so the message stays to be told. */
  @IsBoolean() reached: boolean;
  @ApiProperty({ enum: TELLING_CHANNELS })
  @IsIn(TELLING_CHANNELS)
  channel: (typeof TELLING_CHANNELS)[number];
  /** The day it was done; today unless given. */
  @IsOptional() @IsLegalDay() on?: string | null;
  /** The colleague who did it; whoever writes it down unless given. */
  @IsOptional() @IsUUID() toldById?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) note?: string | null;
}

export class TakeMessageBack {
  /** Why the client need not be told. */
  @IsString() @MinLength(1) @MaxLength(1000) reason: string;
}
