import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { CLEMENCY_STAGES, type ClemencyStage, type Grantor, type InstrumentKind } from '@app/rules';

export const INSTRUMENT_KINDS = [
  'full_and_unconditional',
  'full_with_conditions',
  'conditional',
  'commutation',
  'restoration_of_rights',
  'expungement',
  'other',
] as const satisfies readonly InstrumentKind[];
export const GRANTORS = [
  'president',
  'governor',
  'board',
  'legislature',
  'court',
  'other',
] as const satisfies readonly Grantor[];
export const ATTORNEY_READINGS = ['no_condition', 'condition'] as const;
export const KNOWN = ['yes', 'no', 'not_known'] as const;

const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class NewPardonApplication {
  /** USPS code of a state, DC or PR, or FED for the President; from GET /reference/jurisdictions. */
  @IsString() @IsNotEmpty() @MaxLength(10) jurisdiction: string;
  /** The convictions the application is about. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) convictionIds: string[];
  /** True (when left out) if the office applies; false if the client or somebody else does. */
  @IsOptional() @IsBoolean() onBehalf?: boolean;
  /** Where it stood when it came to the office; intake when left out. */
  @ApiProperty({ enum: CLEMENCY_STAGES, required: false })
  @IsOptional()
  @IsIn(CLEMENCY_STAGES)
  stage?: ClemencyStage;
  /** Since when; today when left out. */
  @IsOptional() @IsLegalDay() on?: string;
}

export class EditPardonApplication {
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  convictionIds?: string[];
  @ValidateIf(given) @IsBoolean() onBehalf?: boolean;
}

export class MoveClemencyStage {
  @ApiProperty({ enum: CLEMENCY_STAGES }) @IsIn(CLEMENCY_STAGES) stage: ClemencyStage;
  @IsLegalDay() on: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

/** The dates of an instrument and what is known of how it came about. Each may be unknown. */
export class GrantFacts {
  @IsOptional() @IsLegalDay() signedOn?: string | null;
  @IsOptional() @IsLegalDay() effectiveOn?: string | null;
  /** The day the instrument itself came into the office's hands. */
  @IsOptional() @IsLegalDay() receivedOn?: string | null;
  /** The day it was made public. */
  @IsOptional() @IsLegalDay() announcedOn?: string | null;
  /** The operative words, as they stand. */
  @IsOptional() @IsString() @MaxLength(20000) wording?: string | null;
  /** Granted on the person's own request (true) or by a proclamation for a class of people (false). */
  @IsOptional() @IsBoolean() individual?: boolean | null;
  /** What an attorney decided about words that may be a condition or a carve-out. */
  @ApiProperty({ enum: ATTORNEY_READINGS, required: false, nullable: true })
  @IsOptional()
  @IsIn(ATTORNEY_READINGS)
  attorneyReading?: (typeof ATTORNEY_READINGS)[number] | null;
  @ApiProperty({ enum: KNOWN, required: false, nullable: true })
  @IsOptional()
  @IsIn(KNOWN)
  conditionsMet?: (typeof KNOWN)[number] | null;
  @ApiProperty({ enum: KNOWN, required: false, nullable: true })
  @IsOptional()
  @IsIn(KNOWN)
  fraudAlleged?: (typeof KNOWN)[number] | null;
}

export class RecordGrant extends GrantFacts {
  @ApiProperty({ enum: INSTRUMENT_KINDS }) @IsIn(INSTRUMENT_KINDS) instrumentKind: InstrumentKind;
  @ApiProperty({ enum: GRANTORS }) @IsIn(GRANTORS) grantor: Grantor;
  /** Convictions the instrument names; those of the application when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  convictionIds?: string[];
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

export class EditGrant extends GrantFacts {
  @ApiProperty({ enum: INSTRUMENT_KINDS, required: false })
  @ValidateIf(given)
  @IsIn(INSTRUMENT_KINDS)
  instrumentKind?: InstrumentKind;
  @ApiProperty({ enum: GRANTORS, required: false })
  @ValidateIf(given)
  @IsIn(GRANTORS)
  grantor?: Grantor;
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  convictionIds?: string[];
}
