import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { HEARING_KINDS } from '../proceeding.dto';

export const DATE_STATES = ['known', 'not_known_yet', 'control_date'] as const;
export const PLACE_KINDS = ['in_person', 'internet', 'video', 'phone', 'not_known'] as const;
export const HEARING_STATUSES = ['scheduled', 'moved', 'held', 'adjourned', 'cancelled'] as const;
export const HEARING_ENDS = ['held', 'adjourned', 'cancelled'] as const;
export const ADJOURNMENTS = [
  'respondent_asked',
  'government_asked',
  'court',
  'interpreter',
  'no_notice',
  'other',
  'not_known',
] as const;
export const LOOK_UP_SOURCES = ['eoir_line', 'eoir_portal', 'court_clerk', 'notice', 'other'] as const;
export const LOOK_UP_RESULTS = ['found', 'nothing_found', 'not_reached'] as const;
export const LOOK_UP_OUTCOMES = ['same', 'changed', 'nothing_found', 'not_reached'] as const;

type Kind = (typeof HEARING_KINDS)[number];
type DateState = (typeof DATE_STATES)[number];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

/** When and where. Time is the wall clock of the court. */
export class HearingDate {
  /** `control_date`: a day the court keeps for itself, on which nobody appears. */
  @ApiProperty({ enum: DATE_STATES }) @IsIn(DATE_STATES) dateState: DateState;
  /** Needed unless the date is not known yet. */
  @IsOptional() @IsLegalDay() date?: string | null;
  @IsOptional() @Matches(TIME) time?: string | null;
  /** EOIR base city code when it is not the court of the proceeding. */
  @IsOptional() @IsString() @MaxLength(10) courtCode?: string | null;
}

class HearingFields extends HearingDate {
  @IsOptional() @IsUUID() judgeId?: string | null;
  @ApiProperty({ enum: PLACE_KINDS, required: false })
  @ValidateIf(given)
  @IsIn(PLACE_KINDS)
  placeKind?: (typeof PLACE_KINDS)[number];
  /** Courtroom, or the address of the video room. */
  @IsOptional() @IsString() @MaxLength(300) place?: string | null;
}

export class NewHearing extends HearingFields {
  @ApiProperty({ enum: HEARING_KINDS }) @IsIn(HEARING_KINDS) kind: Kind;
}

/** The new date. What is left out stays as it was. */
export class MoveHearing extends HearingFields {
  @ApiProperty({ enum: HEARING_KINDS, required: false }) @ValidateIf(given) @IsIn(HEARING_KINDS) kind?: Kind;
  @IsOptional() @IsString() @MaxLength(1000) reason?: string | null;
}

export class EndHearing {
  @ApiProperty({ enum: HEARING_ENDS }) @IsIn(HEARING_ENDS) status: (typeof HEARING_ENDS)[number];
  /** Who or what the adjournment is put down to. */
  @ApiProperty({ enum: ADJOURNMENTS, required: false, nullable: true })
  @IsOptional()
  @IsIn(ADJOURNMENTS)
  adjournment?: (typeof ADJOURNMENTS)[number] | null;
  /** What was decided, or why it did not take place. */
  @IsOptional() @IsString() @MaxLength(2000) result?: string | null;
  /** The hearing that follows. */
  @IsOptional() @ValidateNested() @Type(() => NewHearing) next?: NewHearing;
}

/** What the court says of the next hearing. */
export class FoundHearing extends HearingDate {
  @ApiProperty({ enum: HEARING_KINDS }) @IsIn(HEARING_KINDS) kind: Kind;
}

export class RecordHearingLookUp {
  @ApiProperty({ enum: LOOK_UP_SOURCES }) @IsIn(LOOK_UP_SOURCES) source: (typeof LOOK_UP_SOURCES)[number];
  @ApiProperty({ enum: LOOK_UP_RESULTS }) @IsIn(LOOK_UP_RESULTS) result: (typeof LOOK_UP_RESULTS)[number];
  /** With result `found`: what was seen or heard. */
  @IsOptional() @ValidateNested() @Type(() => FoundHearing) found?: FoundHearing | null;
  @IsOptional() @IsString() @MaxLength(1000) note?: string | null;
}
