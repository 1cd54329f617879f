import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { NewCase } from '@app/cases';
import { CHECK_IN_METHODS } from '@app/checkins';
import { IsLegalDay } from '@app/platform';
import { HEARING_KINDS } from '@app/removal';
import { DETAINED, NEXT_KINDS } from '../referral.policy';

export const ACCEPTANCE_LANGUAGES = ['en', 'es'] as const;
export type AcceptanceLanguage = (typeof ACCEPTANCE_LANGUAGES)[number];
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The next date as whoever accepts knows it. `other`: nobody knows yet what it is for. */
export class ArrivingDate {
  @ApiProperty({ enum: NEXT_KINDS }) @IsIn(NEXT_KINDS) kind: (typeof NEXT_KINDS)[number];
  @IsLegalDay() on: string;
  /** Wall clock where it takes place, HH:MM. */
  @IsOptional() @Matches(CLOCK) time?: string | null;
  /** A check-in: code of the ICE office. Without it and the time a task is written to find them out. */
  @IsOptional() @IsString() @MaxLength(60) officeCode?: string | null;
  @ApiProperty({ enum: CHECK_IN_METHODS, required: false, nullable: true })
  @IsOptional()
  @IsIn(CHECK_IN_METHODS)
  method?: (typeof CHECK_IN_METHODS)[number] | null;
  /** A hearing: EOIR base city code of the court, when it is known. */
  @IsOptional() @IsString() @MaxLength(10) courtCode?: string | null;
  @ApiProperty({ enum: HEARING_KINDS, required: false, nullable: true })
  @IsOptional()
  @IsIn(HEARING_KINDS)
  hearingKind?: (typeof HEARING_KINDS)[number] | null;
}

export class ArrivingDetention {
  @ApiProperty({ enum: DETAINED }) @IsIn(DETAINED) detained: (typeof DETAINED)[number];
  /** Code of a place of detention, from GET /reference/facilities. */
  @IsOptional() @IsString() @MaxLength(60) facilityCode?: string | null;
  /** A place that is not in the list. */
  @IsOptional() @IsString() @MaxLength(300) place?: string | null;
  /** The first day; the day the referral arrived when nobody knows. */
  @IsOptional() @IsLegalDay() since?: string | null;
}

/** What is left out is taken over as the referral has it; null says that there is no such date after all. */
export class AcceptReferral {
  /** Who the person is, when they are a client already: the case is opened there, and no second record is made. */
  @IsOptional() @IsUUID() clientId?: string | null;
  @IsNotEmpty() @ValidateNested() @Type(() => NewCase) case: NewCase;
  @IsOptional() @ValidateNested() @Type(() => ArrivingDate) next?: ArrivingDate | null;
  @IsOptional() @ValidateNested() @Type(() => ArrivingDetention) detention?: ArrivingDetention | null;
  /** Of the note and the task that are written by themselves. */
  @ApiProperty({ enum: ACCEPTANCE_LANGUAGES, required: false, default: 'en' })
  @IsOptional()
  @IsIn(ACCEPTANCE_LANGUAGES)
  language?: AcceptanceLanguage;
}
