import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsNotBlank } from '@app/platform';

export const REVIEW_SUBJECTS = ['draft_document', 'decision', 'closing', 'note', 'other'] as const;
export const REVIEW_STATES = ['waiting', 'approved', 'changes_wanted', 'withdrawn'] as const;
export const REVIEW_DECISIONS = ['approved', 'changes_wanted'] as const;

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class AskForReview {
  @ApiProperty({ enum: REVIEW_SUBJECTS }) @IsIn(REVIEW_SUBJECTS) subject: (typeof REVIEW_SUBJECTS)[number];
  /** What to look at, and what the question is. */
  @IsString() @IsNotBlank() @MaxLength(5000) question: string;
  /** Somebody who decides reviews and sees the client; left out, whoever of them comes first. */
  @IsOptional() @IsUUID() askedOf?: string | null;
}

export class DecideReview {
  @ApiProperty({ enum: REVIEW_DECISIONS })
  @IsIn(REVIEW_DECISIONS)
  decision: (typeof REVIEW_DECISIONS)[number];
  /** Needed when changes are wanted. */
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(5000) reason?: string;
}

export class ReviewQuery {
  @ApiProperty({ enum: REVIEW_STATES, required: false })
  @IsOptional()
  @IsIn(REVIEW_STATES)
  state?: (typeof REVIEW_STATES)[number];
  /** true: only what whoever asks may decide. */
  @IsOptional() @Transform(flag) @IsBoolean() forMe?: boolean;
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}
