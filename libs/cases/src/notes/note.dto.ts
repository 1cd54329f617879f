import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
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

export class NoteQuery {
  @ApiProperty({ enum: NOTE_TOPICS, required: false })
  @IsOptional()
  @IsIn(NOTE_TOPICS)
  topic?: (typeof NOTE_TOPICS)[number];
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  /** Beside those kept on top. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

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
