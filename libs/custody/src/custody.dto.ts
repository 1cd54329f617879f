import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CUSTODY_STATES, PersonRef } from '@app/cases';
import { IsLegalDay } from '@app/platform';

export const CUSTODY_SOURCES = ['recorded', 'check_in'] as const;
export type CustodyStatus = (typeof CUSTODY_STATES)[number];
export type CustodySource = (typeof CUSTODY_SOURCES)[number];

export class RecordCustody {
  @ApiProperty({ enum: CUSTODY_STATES }) @IsIn(CUSTODY_STATES) status: CustodyStatus;
  /** The first day it was so. */
  @IsLegalDay() since: string;
  /** Facility, as it is known. */
  @IsOptional() @IsString() @MaxLength(300) place?: string | null;
}

export class CustodyPeriodView {
  id: string;
  @ApiProperty({ enum: CUSTODY_STATES }) status: string;
  since: string;
  /** null when not recorded, or when the role may not see who the client is. */
  place: string | null;
  @ApiProperty({ enum: CUSTODY_SOURCES }) source: string;
  by: PersonRef;
  at: string;
}

export class CustodyCan {
  record: boolean;
}

export class CustodyView {
  /** The period that holds now. */
  @ApiProperty({ type: CustodyPeriodView, nullable: true }) current: CustodyPeriodView | null;
  /** All periods, the latest first. */
  items: CustodyPeriodView[];
  can: CustodyCan;
}
