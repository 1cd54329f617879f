import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { CLOCK, CLOCK_SAYS } from '../episodes/episode.dto';

export const LOOKED_IN = [
  'ice_locator',
  'facility_call',
  'field_office_call',
  'field_office_visit',
  'detention_line',
  'bop_locator',
  'jail_locator',
  'consulate',
  'family',
  'court_system',
  'other',
] as const;
export const LOOK_UP_RESULTS = ['found', 'not_found', 'unclear'] as const;

export class RecordLookUp {
  /** Where a person looked or whom they asked. Nothing is looked up by the program itself. */
  @ApiProperty({ enum: LOOKED_IN }) @IsIn(LOOKED_IN) lookedIn: (typeof LOOKED_IN)[number];
  @ApiProperty({ enum: LOOK_UP_RESULTS }) @IsIn(LOOK_UP_RESULTS) result: (typeof LOOK_UP_RESULTS)[number];
  /** Day and time on the office's clock; now when left out. */
  @IsOptional() @IsLegalDay() on?: string | null;
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) time?: string | null;
  /** Found: where. A place other than the last one counts as a transfer. */
  @IsOptional() @IsString() @MaxLength(60) facilityCode?: string | null;
  @IsOptional() @IsString() @MaxLength(300) place?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
