import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsPartialDate } from '@app/platform';

export const CONVICTION_LEVELS = [
  'felony',
  'misdemeanor',
  'violation',
  'federal_felony',
  'federal_misdemeanor',
  'other',
] as const;
export const CLEARED_BY = [
  'vacated_for_defect',
  'vacated_reason_not_known',
  'vacated_for_rehabilitation',
  'expunged_or_sealed',
] as const;
export const KNOWN = ['yes', 'no', 'not_known'] as const;
type Known = (typeof KNOWN)[number];
const flag = { enum: KNOWN, required: false, default: 'not_known' } as const;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

/** Features of a conviction that immigration law asks about. What is left out stays as it was, at first not known. */
export class ConvictionFlagsInput {
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) drug?: Known;
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) firearm?: Known;
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) domestic?: Known;
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) childVictim?: Known;
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) moralTurpitude?: Known;
  @ApiProperty(flag) @ValidateIf(given) @IsIn(KNOWN) aggravatedFelony?: Known;
}

export class ConvictionFlags {
  @ApiProperty({ enum: KNOWN }) drug: Known;
  @ApiProperty({ enum: KNOWN }) firearm: Known;
  @ApiProperty({ enum: KNOWN }) domestic: Known;
  @ApiProperty({ enum: KNOWN }) childVictim: Known;
  @ApiProperty({ enum: KNOWN }) moralTurpitude: Known;
  @ApiProperty({ enum: KNOWN }) aggravatedFelony: Known;
}

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD; null clears a field. */
class ConvictionFields {
  @IsOptional() @IsString() @MaxLength(200) court?: string | null;
  /** USPS code of the convicting state. */
  @IsOptional() @Matches(/^[A-Z]{2}$/) state?: string | null;
  @IsOptional() @IsString() @MaxLength(120) county?: string | null;
  @IsOptional() @IsString() @MaxLength(120) docket?: string | null;
  @IsOptional() @IsString() @MaxLength(300) statute?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) offence?: string | null;
  @IsOptional() @IsPartialDate() offenceOn?: string | null;
  @IsOptional() @IsPartialDate() pleaOn?: string | null;
  @IsOptional() @IsPartialDate() verdictOn?: string | null;
  /** Number of the count, as the judgment gives it. */
  @IsOptional() @IsString() @MaxLength(40) countNumber?: string | null;
  /** The same text in two convictions: they arose out of a single scheme of misconduct. */
  @IsOptional() @IsString() @MaxLength(200) scheme?: string | null;
  /** What a court did to it later. */
  @ApiProperty({ enum: CLEARED_BY, required: false, nullable: true })
  @IsOptional()
  @IsIn(CLEARED_BY)
  clearedBy?: (typeof CLEARED_BY)[number] | null;
  @IsOptional() @IsPartialDate() clearedOn?: string | null;
  @IsOptional() @IsPartialDate() sentencedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) sentence?: string | null;
  @IsOptional() @IsString() @MaxLength(300) maximumSentence?: string | null;
  @IsOptional() @IsInt() @Min(5) @Max(120) ageAtOffence?: number | null;
  @IsOptional() @ValidateNested() @Type(() => ConvictionFlagsInput) flags?: ConvictionFlagsInput;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditConviction extends ConvictionFields {
  @ApiProperty({ enum: CONVICTION_LEVELS, required: false })
  @ValidateIf(given)
  @IsIn(CONVICTION_LEVELS)
  level?: (typeof CONVICTION_LEVELS)[number];
}

export class NewConviction extends ConvictionFields {
  @ApiProperty({ enum: CONVICTION_LEVELS })
  @IsIn(CONVICTION_LEVELS)
  level: (typeof CONVICTION_LEVELS)[number];
}
