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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { TimelineFilter } from '@app/deadlines';
import { FILING_KINDS, type FilingKindName } from '@app/filings';
import { IsLegalDay } from '@app/platform';

export const MOTIONS = [
  'reopen',
  'reopen_and_terminate',
  'joint_reopen',
  'reconsider',
  'stay',
  'emergency_stay',
  'terminate',
] as const;
export const FEES = ['receipt_attached', 'waiver_requested', 'not_required'] as const;
export const RELIEFS = ['reopen', 'vacate_order', 'stay', 'terminate'] as const;
export const LETTER_LANGUAGES = ['en', 'es'] as const;
export const SERVICE_METHODS = [
  'ecas',
  'ice_eservice',
  'hand_delivery',
  'first_class_mail',
  'certified_mail',
  'overnight_courier',
] as const;

export class ServedOffice {
  @IsString() @IsNotEmpty() @MaxLength(160) name: string;
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  addressLines: string[];
}

/** What the record does not say and the person decides for this paper. */
export class PaperOptions {
  /** Of a procedural history: which facts it tells; all when left out. */
  @IsOptional() @ValidateNested() @Type(() => TimelineFilter) chronology?: TimelineFilter;
  /** The proceeding; the latest when left out. */
  @IsOptional() @IsUUID() proceedingId?: string;
  /** Who files; the responsible attorney when left out, else the person who asks if they may file. */
  @IsOptional() @IsUUID() filerId?: string;
  @ApiProperty({ enum: MOTIONS, required: false })
  @IsOptional()
  @IsIn(MOTIONS)
  motion?: (typeof MOTIONS)[number];
  @IsOptional() @IsBoolean() removalImminent?: boolean;
  @ApiProperty({ enum: FEES, required: false }) @IsOptional() @IsIn(FEES) fee?: (typeof FEES)[number];
  /** Why no fee is due. */
  @IsOptional() @IsString() @MaxLength(160) feeBasis?: string;
  @ApiProperty({ enum: RELIEFS, isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(RELIEFS, { each: true })
  relief?: (typeof RELIEFS)[number][];
  @IsOptional() @ValidateNested() @Type(() => ServedOffice) served?: ServedOffice;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(160, { each: true })
  papers?: string[];
  @ApiProperty({ enum: SERVICE_METHODS, required: false })
  @IsOptional()
  @IsIn(SERVICE_METHODS)
  serviceMethod?: (typeof SERVICE_METHODS)[number];
  @IsOptional() @IsLegalDay() servedOn?: string;
  /** Of a closing letter: the case, else the last that was closed; and the language, else English. */
  @IsOptional() @IsUUID() caseId?: string;
  @ApiProperty({ enum: LETTER_LANGUAGES, required: false })
  @IsOptional()
  @IsIn(LETTER_LANGUAGES)
  language?: (typeof LETTER_LANGUAGES)[number];
}

export class DraftPaper {
  @ApiProperty({ enum: FILING_KINDS }) @IsIn(FILING_KINDS) kind: FilingKindName;
  /** True to print missing facts as ruled, labelled blanks. */
  @IsOptional() @IsBoolean() acceptBlanks?: boolean;
  @IsOptional() @ValidateNested() @Type(() => PaperOptions) options?: PaperOptions;
}
