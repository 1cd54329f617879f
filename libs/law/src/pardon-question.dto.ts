import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsPartialDate } from '@app/platform';
import type { Charge, ClearedBy, Conviction, Grantor, InstrumentKind, PardonEffectInput } from '@app/rules';

const KNOWN = ['yes', 'no', 'not_known'] as const;
type Known = (typeof KNOWN)[number];
const LEVELS = [
  'felony',
  'misdemeanor',
  'violation',
  'federal_felony',
  'federal_misdemeanor',
  'other',
] as const satisfies readonly Conviction['level'][];
const CLEARED_BY = [
  'vacated_for_defect',
  'vacated_reason_not_known',
  'vacated_for_rehabilitation',
  'expunged_or_sealed',
] as const satisfies readonly ClearedBy[];
const GRANTORS = [
  'president',
  'governor',
  'board',
  'legislature',
  'court',
  'other',
] as const satisfies readonly Grantor[];
const INSTRUMENTS = [
  'full_and_unconditional',
  'full_with_conditions',
  'conditional',
  'commutation',
  'restoration_of_rights',
  'expungement',
  'other',
] as const satisfies readonly InstrumentKind[];
const READINGS = ['no_condition', 'condition'] as const;
const ORIGINS = ['charged', 'lodged', 'latent'] as const satisfies readonly Charge['origin'][];
const STANDINGS = [
  'charged',
  'sustained',
  'conceded',
  'not_sustained',
  'withdrawn',
] as const satisfies readonly Charge['statusInOrder'][];
const PROCEEDINGS = ['removal', 'deportation', 'exclusion', 'not_known'] as const;
const VENUES = ['immigration_judge', 'board_of_immigration_appeals'] as const;
const choice = <Values extends readonly string[]>(values: Values) =>
  ({ enum: values, required: false, nullable: true }) as const;

/** What is left out is not known, and is never read as no. */
export class SuppliedFlags {
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) drug?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) firearm?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) domestic?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) childVictim?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) moralTurpitude?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) aggravatedFelony?: Known | null;
}

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD. `id` is any name by which pardons and charges refer to it. */
export class SuppliedConviction {
  @IsString() @MinLength(1) @MaxLength(64) id: string;
  /** USPS code of the convicting state. */
  @IsOptional() @Matches(/^[A-Z]{2}$/) state?: string | null;
  @IsOptional() @IsString() @MaxLength(300) statute?: string | null;
  @ApiProperty({ enum: LEVELS }) @IsIn(LEVELS) level: (typeof LEVELS)[number];
  @IsOptional() @IsString() @MaxLength(1000) offence?: string | null;
  @IsOptional() @IsPartialDate() offenceOn?: string | null;
  @IsOptional() @IsPartialDate() pleaOn?: string | null;
  @IsOptional() @IsPartialDate() verdictOn?: string | null;
  @IsOptional() @IsPartialDate() sentencedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) sentence?: string | null;
  @IsOptional() @IsString() @MaxLength(300) maximumSentence?: string | null;
  @IsOptional() @IsInt() @Min(5) @Max(120) ageAtOffence?: number | null;
  @IsOptional() @ValidateNested() @Type(() => SuppliedFlags) flags?: SuppliedFlags | null;
  /** Convictions with the same text here arose out of a single scheme. */
  @IsOptional() @IsString() @MaxLength(100) scheme?: string | null;
  /** What a court did to it later. */
  @ApiProperty(choice(CLEARED_BY)) @IsOptional() @IsIn(CLEARED_BY) clearedBy?: ClearedBy | null;
}

export class SuppliedPardon {
  @IsString() @MinLength(1) @MaxLength(64) id: string;
  /** USPS code of a state, DC or PR, or FED. */
  @Matches(/^[A-Z]{2,3}$/) jurisdiction: string;
  @ApiProperty({ enum: GRANTORS }) @IsIn(GRANTORS) grantor: Grantor;
  @ApiProperty({ enum: INSTRUMENTS }) @IsIn(INSTRUMENTS) instrumentKind: InstrumentKind;
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  convictionIds: string[];
  /** Granted on the person's own request (true) or by a proclamation for a class of people (false). */
  @IsOptional() @IsBoolean() individual?: boolean | null;
  @IsOptional() @IsPartialDate() effectiveOn?: string | null;
  @IsOptional() @IsPartialDate() votedOn?: string | null;
  @IsOptional() @IsPartialDate() signedOn?: string | null;
  @IsOptional() @IsPartialDate() receivedOn?: string | null;
  @IsOptional() @IsPartialDate() announcedOn?: string | null;
  /** The operative words, as they stand. */
  @IsOptional() @IsString() @MaxLength(20000) wording?: string | null;
  @ApiProperty(choice(READINGS)) @IsOptional() @IsIn(READINGS) attorneyReading?:
    (typeof READINGS)[number] | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) conditionsMet?: Known | null;
  @ApiProperty(choice(KNOWN)) @IsOptional() @IsIn(KNOWN) fraudAlleged?: Known | null;
}

export class SuppliedCharge {
  @IsString() @MinLength(1) @MaxLength(64) id: string;
  /** EOIR charge code; left out when only the citation is known. */
  @IsOptional() @IsString() @MaxLength(40) code?: string | null;
  /** INA citation; left out when only the code is known. */
  @IsOptional() @IsString() @MaxLength(100) ina?: string | null;
  /** Id of a ground, when it is known; from GET /law/grounds. */
  @IsOptional() @IsString() @MaxLength(60) groundId?: string | null;
  @ApiProperty({ enum: ORIGINS }) @IsIn(ORIGINS) origin: (typeof ORIGINS)[number];
  @ApiProperty({ enum: STANDINGS }) @IsIn(STANDINGS) statusInOrder: (typeof STANDINGS)[number];
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  convictionIds: string[];
  /** Date of the charging document; tells which text of former INA 241 it quotes. */
  @IsOptional() @IsPartialDate() chargedOn?: string | null;
}

export class SuppliedTrip {
  @IsOptional() @IsPartialDate() departedOn?: string | null;
  @IsOptional() @IsPartialDate() returnedOn?: string | null;
}

/** How the client came and came back. */
export class SuppliedAdmission {
  @IsOptional() @IsPartialDate() admittedOn?: string | null;
  @IsOptional() @IsBoolean() asRefugee?: boolean | null;
  @IsOptional() @IsPartialDate() adjustedOn?: string | null;
  /** Every trip abroad since; left out when nobody asked yet, empty when there was none. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SuppliedTrip)
  trips?: SuppliedTrip[] | null;
}

/** A case made up of convictions, pardons and charges. Without a pardon the answer says what to ask for. */
export class AskPardonEffect {
  @ApiProperty({ enum: PROCEEDINGS })
  @IsIn(PROCEEDINGS)
  proceedingKind: PardonEffectInput['proceedingKind'];
  /** 1 to 11 or DC. */
  @IsOptional() @Matches(/^(?:[1-9]|1[01]|DC)$/) circuit?: string | null;
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SuppliedConviction)
  convictions: SuppliedConviction[];
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SuppliedPardon)
  pardons: SuppliedPardon[];
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SuppliedCharge)
  charges: SuppliedCharge[];
  @IsOptional() @IsBoolean() abroad?: boolean | null;
  /** Where proceedings would go on. */
  @ApiProperty(choice(VENUES)) @IsOptional() @IsIn(VENUES) venue?: (typeof VENUES)[number] | null;
  @IsOptional() @ValidateNested() @Type(() => SuppliedAdmission) admission?: SuppliedAdmission | null;
}
