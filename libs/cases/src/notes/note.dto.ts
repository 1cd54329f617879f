import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsNotBlank } from '@app/platform';

/** Whom a note is for: the legal team's own work, the staff, or also the volunteers of the case. */
export const NOTE_KINDS = ['privileged', 'ordinary', 'volunteer_visible'] as const;
export const NOTE_TOPICS = [
  'general',
  'interview',
  'call',
  'strategy',
  'evidence',
  'court',
  'check_in',
  'family',
  'money',
] as const;

export class WriteNote {
  @IsString() @IsNotBlank() @MaxLength(20000) text: string;
  /** Marked when written, not when demanded. A correction has the kind of the note it corrects. */
  @ApiProperty({ enum: NOTE_KINDS }) @IsIn(NOTE_KINDS) kind: (typeof NOTE_KINDS)[number];
  @ApiProperty({ enum: NOTE_TOPICS, required: false })
  @IsOptional()
  @IsIn(NOTE_TOPICS)
  topic?: (typeof NOTE_TOPICS)[number];
  @IsOptional() @IsBoolean() pinned?: boolean;
  /** The note of the same case that this one puts right; both stay readable. */
  @IsOptional() @IsUUID() correctsId?: string;
}
