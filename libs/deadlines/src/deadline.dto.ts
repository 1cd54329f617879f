import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Filters of the open deadlines of the caseload. */
export class DeadlineQuery {
  /** To be acted on within so many days from today, and everything overdue. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(3650) withinDays?: number;
  /** true: only those whose day to act has passed; false: only those still ahead. */
  @IsOptional() @Transform(flag) @IsBoolean() overdue?: boolean;
  /** true: only those whose proof of filing waits for a second person's sign-off. */
  @IsOptional() @Transform(flag) @IsBoolean() waiting?: boolean;
  /** true: those that cannot be counted until a date is found, the longest known first. They have no day to act. */
  @IsOptional() @Transform(flag) @IsBoolean() needsDate?: boolean;
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class CompleteDeadline {
  /** The day it was done. */
  @IsLegalDay() on: string;
  /** How, and what proves it. */
  @IsString() @IsNotBlank() @MaxLength(2000) note: string;
}

export class ReopenDeadline {
  @IsString() @IsNotBlank() @MaxLength(2000) note: string;
}
