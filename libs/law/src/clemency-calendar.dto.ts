import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';
import type { WaitLevel } from '@app/rules';

const LEVELS = [
  'any',
  'felony',
  'misdemeanor',
  'nonviolent',
  'violent_or_sex',
  'sex_offence',
  'violent_or_drug',
  'dui_or_vehicular',
  'deferred_adjudication',
] as const satisfies readonly WaitLevel[];

/** A grant has several days, and they differ. */
export class SuppliedGrantDates {
  @IsOptional() @IsLegalDay() signedOn?: string | null;
  /** Vote of a council or senate that must consent. */
  @IsOptional() @IsLegalDay() secondBodyOn?: string | null;
  /** Vote of a pardoning board. */
  @IsOptional() @IsLegalDay() votedOn?: string | null;
  @IsOptional() @IsLegalDay() announcedOn?: string | null;
}

/** What is known about one application; what is left out is asked for, never supposed. */
export class AskClemencyCalendar {
  @ApiProperty({ enum: LEVELS, required: false, nullable: true })
  @IsOptional()
  @IsIn(LEVELS)
  level?: WaitLevel | null;
  @IsOptional() @IsPartialDate() sentenceEndedOn?: string | null;
  @IsOptional() @IsPartialDate() releasedOn?: string | null;
  @IsOptional() @IsPartialDate() sentencedOn?: string | null;
  /** False: the sentence had no confinement. */
  @IsOptional() @IsBoolean() confined?: boolean | null;
  /** Day of the conviction. */
  @IsOptional() @IsPartialDate() disposedOn?: string | null;
  /** Start of a parole or supervision without violation. */
  @IsOptional() @IsPartialDate() supervisionFrom?: string | null;
  /** Last offence or end of sentence, whichever is later. */
  @IsOptional() @IsPartialDate() crimeFreeFrom?: string | null;
  @IsOptional() @IsLegalDay() filedOn?: string | null;
  @IsOptional() @IsLegalDay() incompleteNoticeOn?: string | null;
  /** First hearing day of the docket the application is meant for. */
  @IsOptional() @IsLegalDay() hearingOn?: string | null;
  @IsOptional() @IsLegalDay() boardDecidedOn?: string | null;
  @IsOptional() @IsLegalDay() deniedOn?: string | null;
  /** How often this person has been denied, the last one included. */
  @IsOptional() @IsInt() @Min(0) @Max(50) denials?: number | null;
  @IsOptional() @ValidateNested() @Type(() => SuppliedGrantDates) grantDates?: SuppliedGrantDates | null;
}
