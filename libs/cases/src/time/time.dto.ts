import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

export const ACTIVITIES = [
  'meeting',
  'call',
  'research',
  'drafting',
  'filing',
  'court',
  'check_in',
  'travel',
  'records',
  'administration',
  'other',
] as const;

const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class RecordTime {
  @IsLegalDay() on: string;
  @IsInt() @Min(1) @Max(1440) minutes: number;
  @ApiProperty({ enum: ACTIVITIES }) @IsIn(ACTIVITIES) activity: (typeof ACTIVITIES)[number];
  /** A funding code that pays on that day. */
  @IsOptional() @IsUUID() fundingId?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class EditTime {
  @ValidateIf(given) @IsLegalDay() on?: string;
  @ValidateIf(given) @IsInt() @Min(1) @Max(1440) minutes?: number;
  @ApiProperty({ enum: ACTIVITIES, required: false })
  @ValidateIf(given)
  @IsIn(ACTIVITIES)
  activity?: (typeof ACTIVITIES)[number];
  @IsOptional() @IsUUID() fundingId?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

/** Days from and to, both included; the month of today when left out. */
export class TimeSpan {
  @IsOptional() @IsLegalDay() from?: string;
  @IsOptional() @IsLegalDay() to?: string;
}

export class TimeQuery extends TimeSpan {
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class WriteFundingCode {
  @IsString() @IsNotBlank() @MaxLength(40) code: string;
  @IsString() @IsNotBlank() @MaxLength(200) name: string;
  @IsOptional() @IsLegalDay() activeFrom?: string | null;
  @IsOptional() @IsLegalDay() activeUntil?: string | null;
}
