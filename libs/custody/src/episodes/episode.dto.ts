import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';

export const ARRESTED_BY = ['ice', 'cbp', 'police', 'jail_transfer', 'other', 'not_known'] as const;
export const ARRESTED_WHERE = [
  'check_in',
  'home',
  'street',
  'workplace',
  'court',
  'jail',
  'airport',
  'border',
  'other',
  'not_known',
] as const;
export const EPISODE_ENDS = [
  'released_supervision',
  'released_bond',
  'released_recognizance',
  'released_parole',
  'habeas',
  'relief',
  'removed',
  'departed',
  'other_custody',
  'died',
  'other',
  'not_known',
] as const;
export const STAY_SOURCES = [
  'locator',
  'facility',
  'field_office',
  'family',
  'client',
  'counsel',
  'court',
  'government',
  'other',
] as const;

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
export const CLOCK_SAYS = { message: '$property must be a time of day, written HH:MM' };
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

/** What can be said of the place. */
class PlaceFields {
  /** Code of a place of detention, from GET /reference/facilities. */
  @IsOptional() @IsString() @MaxLength(60) facilityCode?: string | null;
  /** A place that is not in the list, or a part of one: a unit, a hospital. */
  @IsOptional() @IsString() @MaxLength(300) place?: string | null;
}

class EpisodeFields extends PlaceFields {
  /** As much of the day as is known. */
  @IsOptional() @IsPartialDate() beganOn?: string | null;
  /** The hour on the office's clock, when it is known. */
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) beganTime?: string | null;
  /** Where it happened, in words. */
  @IsOptional() @IsString() @MaxLength(300) arrestPlace?: string | null;
  @IsOptional() @IsPartialDate() endedOn?: string | null;
  @ApiProperty({ enum: EPISODE_ENDS, required: false, nullable: true })
  @IsOptional()
  @IsIn(EPISODE_ENDS)
  endedHow?: (typeof EPISODE_ENDS)[number] | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class NewEpisode extends EpisodeFields {
  @ApiProperty({ enum: ARRESTED_BY }) @IsIn(ARRESTED_BY) arrestedBy: (typeof ARRESTED_BY)[number];
  @ApiProperty({ enum: ARRESTED_WHERE }) @IsIn(ARRESTED_WHERE) arrestedWhere: (typeof ARRESTED_WHERE)[number];
}

export class EditEpisode {
  @IsOptional() @IsPartialDate() beganOn?: string | null;
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) beganTime?: string | null;
  @IsOptional() @IsString() @MaxLength(300) arrestPlace?: string | null;
  @IsOptional() @IsPartialDate() endedOn?: string | null;
  @ApiProperty({ enum: EPISODE_ENDS, required: false, nullable: true })
  @IsOptional()
  @IsIn(EPISODE_ENDS)
  endedHow?: (typeof EPISODE_ENDS)[number] | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
  @ApiProperty({ enum: ARRESTED_BY, required: false })
  @ValidateIf(given)
  @IsIn(ARRESTED_BY)
  arrestedBy?: (typeof ARRESTED_BY)[number];
  @ApiProperty({ enum: ARRESTED_WHERE, required: false })
  @ValidateIf(given)
  @IsIn(ARRESTED_WHERE)
  arrestedWhere?: (typeof ARRESTED_WHERE)[number];
}

export class RecordStay extends PlaceFields {
  /** Day and time on the office's clock at which the client was seen there; now when left out. */
  @IsOptional() @IsLegalDay() on?: string | null;
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) time?: string | null;
  /** Who says so. */
  @ApiProperty({ enum: STAY_SOURCES }) @IsIn(STAY_SOURCES) source: (typeof STAY_SOURCES)[number];
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
