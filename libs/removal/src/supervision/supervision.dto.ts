import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPartialDate } from '@app/platform';
import { IsKnownCountry } from '../known-country';

export const CONCERN_KINDS = ['feared', 'named_by_government', 'accepts', 'refuses'] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewCountryConcern {
  @ApiProperty({ enum: CONCERN_KINDS }) @IsIn(CONCERN_KINDS) kind: (typeof CONCERN_KINDS)[number];
  /** ISO 3166-1 alpha-2. */
  @IsKnownCountry() country: string;
  @IsOptional() @IsPartialDate() saidOn?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
}

export class EditCountryConcern extends PartialType(NewCountryConcern) {}

export const REQUESTERS = ['ice', 'us', 'client', 'family', 'not_known'] as const;
export const TRAVEL_RESULTS = [
  'pending',
  'issued',
  'refused',
  'no_answer',
  'withdrawn',
  'not_known',
] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewTravelDocument {
  @ApiProperty({ enum: REQUESTERS }) @IsIn(REQUESTERS) requestedBy: (typeof REQUESTERS)[number];
  @ApiProperty({ enum: TRAVEL_RESULTS }) @IsIn(TRAVEL_RESULTS) result: (typeof TRAVEL_RESULTS)[number];
  /** ISO 3166-1 alpha-2. */
  @IsKnownCountry() country: string;
  @IsOptional() @IsPartialDate() requestedOn?: string | null;
  @IsOptional() @IsPartialDate() answeredOn?: string | null;
  @IsOptional() @IsString() @MaxLength(200) consulate?: string | null;
  @IsOptional() @IsString() @MaxLength(200) document?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditTravelDocument extends PartialType(NewTravelDocument) {}

export const DEPARTURE_WAYS = ['removed', 'voluntary_departure', 'own_travel', 'not_known'] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewDeparture {
  @ApiProperty({ enum: DEPARTURE_WAYS }) @IsIn(DEPARTURE_WAYS) how: (typeof DEPARTURE_WAYS)[number];
  @IsOptional() @IsPartialDate() leftOn?: string | null;
  @IsOptional() @IsPartialDate() returnedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class EditDeparture extends PartialType(NewDeparture) {}
