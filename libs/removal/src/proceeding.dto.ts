import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank, IsPartialDate } from '@app/platform';

export const PROCEEDING_KINDS = ['removal', 'deportation', 'exclusion'] as const;
export const HEARING_KINDS = ['master', 'individual', 'bond', 'other'] as const;
export const CHARGING_FORMS = ['osc', 'nta', 'i261', 'i122'] as const;
export const CHARGE_STATES = ['charged', 'sustained', 'conceded', 'not_sustained', 'withdrawn'] as const;
export const CHARGE_ORIGINS = ['charged', 'lodged', 'latent'] as const;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class NextHearingInput {
  @IsLegalDay() date: string;
  /** Local time of the court, HH:MM; null when the notice gives none. */
  @IsOptional() @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) time?: string | null;
  @ApiProperty({ enum: HEARING_KINDS }) @IsIn(HEARING_KINDS) kind: (typeof HEARING_KINDS)[number];
}

class ProceedingFields {
  /** EOIR base city code, such as NYC; null when not known. */
  @IsOptional() @IsString() @MaxLength(10) courtCode?: string | null;
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(200) judge?: string | null;
  /** True when it is known that no judge is assigned, as in a closed case. */
  @IsOptional() @IsBoolean() noJudge?: boolean;
  @IsOptional() @ValidateNested() @Type(() => NextHearingInput) nextHearing?: NextHearingInput | null;
  /** True when it is known that no hearing is scheduled. */
  @IsOptional() @IsBoolean() noHearing?: boolean;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  @IsOptional() @IsPartialDate() startedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class NewProceeding extends ProceedingFields {
  @ApiProperty({ enum: PROCEEDING_KINDS }) @IsIn(PROCEEDING_KINDS) kind: (typeof PROCEEDING_KINDS)[number];
}

export class EditProceeding extends ProceedingFields {
  @ApiProperty({ enum: PROCEEDING_KINDS, required: false })
  @ValidateIf(given)
  @IsIn(PROCEEDING_KINDS)
  kind?: (typeof PROCEEDING_KINDS)[number];
}

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD. */
export class NewChargingDocument {
  @ApiProperty({ enum: CHARGING_FORMS }) @IsIn(CHARGING_FORMS) form: (typeof CHARGING_FORMS)[number];
  @IsOptional() @IsPartialDate() dated?: string | null;
  @IsOptional() @IsPartialDate() servedOn?: string | null;
}

export class EditChargingDocument {
  @ApiProperty({ enum: CHARGING_FORMS, required: false })
  @ValidateIf(given)
  @IsIn(CHARGING_FORMS)
  form?: (typeof CHARGING_FORMS)[number];
  @IsOptional() @IsPartialDate() dated?: string | null;
  @IsOptional() @IsPartialDate() servedOn?: string | null;
}

class ChargeFields {
  /** The convictions this charge rests on; replaces the list. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsUUID(undefined, { each: true }) convictionIds?: string[];
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class NewCharge extends ChargeFields {
  /** EOIR charge code, or the same citation in another spelling. */
  @IsString() @IsNotEmpty() @MaxLength(60) code: string;
  @ApiProperty({ enum: CHARGE_STATES }) @IsIn(CHARGE_STATES) status: (typeof CHARGE_STATES)[number];
  /** `lodged` when it was added by Form I-261; `latent` when nobody brought it and somebody could. */
  @ApiProperty({ enum: CHARGE_ORIGINS, required: false, default: 'charged' })
  @IsOptional()
  @IsIn(CHARGE_ORIGINS)
  origin?: (typeof CHARGE_ORIGINS)[number];
}

export class EditCharge extends ChargeFields {
  @ValidateIf(given) @IsString() @IsNotEmpty() @MaxLength(60) code?: string;
  @ApiProperty({ enum: CHARGE_STATES, required: false })
  @ValidateIf(given)
  @IsIn(CHARGE_STATES)
  status?: (typeof CHARGE_STATES)[number];
  @ApiProperty({ enum: CHARGE_ORIGINS, required: false })
  @ValidateIf(given)
  @IsIn(CHARGE_ORIGINS)
  origin?: (typeof CHARGE_ORIGINS)[number];
}
