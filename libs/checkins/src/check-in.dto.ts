import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

export const CHECK_IN_METHODS = ['in_person', 'phone', 'app', 'other'] as const;
export const CHECK_IN_STATUSES = ['scheduled', 'moved', 'done', 'cancelled'] as const;
export const CHECK_IN_OUTCOMES = ['came_out', 'detained', 'not_known'] as const;

export type CheckInMethod = (typeof CHECK_IN_METHODS)[number];
export type CheckInStatus = (typeof CHECK_IN_STATUSES)[number];
export type CheckInOutcome = (typeof CHECK_IN_OUTCOMES)[number];

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_SAYS = { message: '$property must be a time of day, written HH:MM' };

export class ScheduleCheckIn {
  /** Code of the ICE office, from GET /reference/ice-offices. */
  @IsString() @IsNotEmpty() @MaxLength(60) officeCode: string;
  /** Day at the office. */
  @IsLegalDay() date: string;
  /** Wall clock at the office, HH:MM. */
  @Matches(CLOCK, CLOCK_SAYS) time: string;
  @ApiProperty({ enum: CHECK_IN_METHODS }) @IsIn(CHECK_IN_METHODS) method: CheckInMethod;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
  /** How it ended: for an appointment in the past, and only for one. */
  @ApiProperty({ enum: CHECK_IN_OUTCOMES, required: false })
  @IsOptional()
  @IsIn(CHECK_IN_OUTCOMES)
  outcome?: CheckInOutcome;
}

export class MoveCheckIn {
  @IsLegalDay() date: string;
  @Matches(CLOCK, CLOCK_SAYS) time: string;
  /** The same office when left out. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) officeCode?: string;
  @ApiProperty({ enum: CHECK_IN_METHODS, required: false })
  @IsOptional()
  @IsIn(CHECK_IN_METHODS)
  method?: CheckInMethod;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class NextAppointment {
  @IsLegalDay() date: string;
  @Matches(CLOCK, CLOCK_SAYS) time: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) officeCode?: string;
  @ApiProperty({ enum: CHECK_IN_METHODS, required: false })
  @IsOptional()
  @IsIn(CHECK_IN_METHODS)
  method?: CheckInMethod;
}

export class RecordOutcome {
  @ApiProperty({ enum: CHECK_IN_OUTCOMES }) @IsIn(CHECK_IN_OUTCOMES) outcome: CheckInOutcome;
  /** When it became known, ISO 8601 with an offset; now when left out on the day itself. */
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/T.*(Z|[+-]\d{2}:?\d{2})$/) @MaxLength(40) at?: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
  /** The next appointment that was given. */
  @IsOptional() @ValidateNested() @Type(() => NextAppointment) next?: NextAppointment;
}

export class CancelCheckIn {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class CalendarQuery {
  @IsLegalDay() from: string;
  /** The last day, at most 62 days after the first. */
  @IsLegalDay() to: string;
  @IsOptional() @IsString() @MaxLength(60) officeCode?: string;
}
