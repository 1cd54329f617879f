import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export const REVIEW_STATES = ['open', 'acknowledged'] as const;

/** Filters of the review list. */
export class LawReviewQuery {
  /** Without it, those that nobody has acknowledged. */
  @IsOptional() @IsIn(REVIEW_STATES) state?: (typeof REVIEW_STATES)[number];
  /** true: only those that the person who asks has to acknowledge. */
  @IsOptional() @Transform(flag) @IsBoolean() mine?: boolean;
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class AcknowledgeLawReview {
  /** What follows from it, if anything is to be said. */
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
