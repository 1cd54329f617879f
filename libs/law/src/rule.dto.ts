import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export const RULE_STATUSES = [
  'operative',
  'operative_contested',
  'vacated',
  'stayed',
  'superseded',
  'historical',
  'policy_only',
  'agency_target',
] as const;

/** Filters of the rules. */
export class RuleQuery {
  /** Words of the id, the title or the citation; all of them must be there. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @IsOptional() @IsString() @MaxLength(60) family?: string;
  @ApiProperty({ enum: RULE_STATUSES, required: false })
  @IsOptional()
  @IsIn(RULE_STATUSES)
  status?: string;
  /** true: only rules an attorney has compared with the official text; false: only the others. */
  @IsOptional() @Transform(flag) @IsBoolean() verified?: boolean;
}

/** What an attorney has compared with the live page of a pardoning authority. */
export class VerifyJurisdiction {
  /** The day it was compared. */
  @IsLegalDay() on: string;
  /** The text that was seen: where, and as of when. */
  @IsString() @IsNotBlank() @MaxLength(500) sourceSeen: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

/** What an attorney has compared with the official text. */
export class VerifyRule extends VerifyJurisdiction {
  /** The version of the rule that was compared. */
  @IsInt() @Min(1) @Max(10_000) version: number;
}
