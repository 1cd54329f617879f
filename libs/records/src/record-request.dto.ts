import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { EVENT_KINDS, REQUEST_STATUSES, type EventKind, type RequestStatus } from './record-stages';

export const AGENCIES = [
  'uscis',
  'ice',
  'eoir',
  'cbp',
  'obim',
  'fbi',
  'state_court',
  'police',
  'prison',
  'other',
] as const;
export const REQUEST_KINDS = [
  'a_file',
  'case_file',
  'detention_file',
  'entry_records',
  'biometrics',
  'identity_history',
  'court_record',
  'police_report',
  'prison_record',
  'other',
] as const;
export const METHODS = ['online', 'mail', 'email', 'fax', 'in_person', 'other'] as const;
export const OUTCOMES_OF_REQUEST = ['full', 'partial', 'denied', 'no_records'] as const;
type Agency = (typeof AGENCIES)[number];
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

class RequestTexts {
  /** Which office or component it goes to. */
  @IsOptional() @IsString() @MaxLength(300) office?: string | null;
  /** What was asked for. */
  @IsOptional() @IsString() @MaxLength(4000) subject?: string | null;
  @IsOptional() @IsString() @MaxLength(100) tracking?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(100_000_000) feeCents?: number | null;
  /** What was found. */
  @IsOptional() @IsString() @MaxLength(10_000) found?: string | null;
}

export class NewRecordRequest extends RequestTexts {
  @ApiProperty({ enum: AGENCIES }) @IsIn(AGENCIES) agency: Agency;
  @ApiProperty({ enum: REQUEST_KINDS }) @IsIn(REQUEST_KINDS) kind: (typeof REQUEST_KINDS)[number];
  @ApiProperty({ enum: METHODS }) @IsIn(METHODS) method: (typeof METHODS)[number];
  /** Whether it is made under the Freedom of Information Act. Left out: so for federal agencies but the FBI. */
  @IsOptional() @IsBoolean() foia?: boolean;
  /** The day it was sent; left out while it is being prepared. */
  @IsOptional() @IsLegalDay() sentOn?: string;
}

export class EditRecordRequest extends RequestTexts {
  @ApiProperty({ enum: METHODS, required: false })
  @ValidateIf(given)
  @IsIn(METHODS)
  method?: (typeof METHODS)[number];
  @ValidateIf(given) @IsBoolean() foia?: boolean;
}

export class RecordRequestEvent {
  /** `reached` is receipt by the right component: from it, and from nothing else, the clock of the statute runs. */
  @ApiProperty({ enum: EVENT_KINDS }) @IsIn(EVENT_KINDS) kind: EventKind;
  /** The day on which it happened. */
  @IsLegalDay() on: string;
  @ApiProperty({ enum: OUTCOMES_OF_REQUEST, required: false })
  @IsOptional()
  @IsIn(OUTCOMES_OF_REQUEST)
  outcome?: (typeof OUTCOMES_OF_REQUEST)[number];
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class RecordRequestQuery {
  @ApiProperty({ enum: AGENCIES, required: false }) @IsOptional() @IsIn(AGENCIES) agency?: Agency;
  @ApiProperty({ enum: REQUEST_STATUSES, required: false })
  @IsOptional()
  @IsIn(REQUEST_STATUSES)
  status?: RequestStatus;
}
