import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPartialDate } from '@app/platform';

export const ARREST_OUTCOMES = [
  'no_charges',
  'dismissed',
  'acquitted',
  'diverted',
  'convicted',
  'pending',
  'not_known',
] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewArrest {
  @ApiProperty({ enum: ARREST_OUTCOMES }) @IsIn(ARREST_OUTCOMES) outcome: (typeof ARREST_OUTCOMES)[number];
  /** The conviction it led to. */
  @IsOptional() @IsUUID() convictionId?: string | null;
  @IsOptional() @IsPartialDate() arrestedOn?: string | null;
  @IsOptional() @IsPartialDate() outcomeOn?: string | null;
  @IsOptional() @IsString() @MaxLength(200) agency?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) charges?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditArrest extends PartialType(NewArrest) {}

export const AS_REFUGEE = ['yes', 'no', 'not_known'] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewAdmission {
  @ApiProperty({ enum: AS_REFUGEE }) @IsIn(AS_REFUGEE) asRefugee: (typeof AS_REFUGEE)[number];
  @IsOptional() @IsPartialDate() admittedOn?: string | null;
  /** When the client became a permanent resident. */
  @IsOptional() @IsPartialDate() adjustedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class EditAdmission extends PartialType(NewAdmission) {}
