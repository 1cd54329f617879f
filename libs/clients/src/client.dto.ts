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
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank, IsPartialDate } from '@app/platform';
import { LANGUAGE } from './person/language.dto';

export const ALIAS_KINDS = [
  'alias',
  'nickname',
  'maiden',
  'married',
  'spelling',
  'native_script',
  'on_papers',
  'religious',
] as const;
export const ARRIVAL_MANNERS = [
  'refugee',
  'immigrant',
  'parolee',
  'visa',
  'without_inspection',
  'other',
  'not_known',
] as const;
export const CONTACT_KINDS = ['phone', 'email', 'address', 'other'] as const;

const COUNTRY = /^[A-Z]{2}$/;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class ClientName {
  @IsString() @IsNotBlank() @MaxLength(120) given: string;
  @IsString() @IsNotBlank() @MaxLength(120) family: string;
  @IsOptional() @IsString() @MaxLength(120) middle?: string | null;
}

export class ClientAliasInput {
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  @ApiProperty({ enum: ALIAS_KINDS }) @IsIn(ALIAS_KINDS) kind: (typeof ALIAS_KINDS)[number];
  /** When the name was in use: YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  @IsOptional() @IsPartialDate() usedFrom?: string | null;
  @IsOptional() @IsPartialDate() usedUntil?: string | null;
}

export class Arrival {
  /** When: YYYY, YYYY-MM or YYYY-MM-DD; null when not known. */
  @IsOptional() @IsString() @MaxLength(10) on?: string | null;
  @ApiProperty({ enum: ARRIVAL_MANNERS }) @IsIn(ARRIVAL_MANNERS) manner: (typeof ARRIVAL_MANNERS)[number];
}

class ContactDetails {
  @IsOptional() @IsString() @MaxLength(120) label?: string | null;
  /** When the person prefers to be reached there, in words. */
  @IsOptional() @IsString() @MaxLength(240) hours?: string | null;
  @IsOptional() @IsString() @MaxLength(120) whoAnswers?: string | null;
  @IsOptional() @Matches(LANGUAGE) language?: string | null;
  /** Whether a message may be left there; null when nobody asked. */
  @IsOptional() @IsBoolean() leaveMessage?: boolean | null;
  /** The day somebody last made sure that it reaches the person. */
  @IsOptional() @IsLegalDay() confirmedOn?: string | null;
}

export class AddContact extends ContactDetails {
  @ApiProperty({ enum: CONTACT_KINDS }) @IsIn(CONTACT_KINDS) kind: (typeof CONTACT_KINDS)[number];
  @IsString() @IsNotBlank() @MaxLength(500) value: string;
  /** False when a message there could put the person at risk. */
  @IsBoolean() safeToContact: boolean;
}

export class EditContact extends ContactDetails {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(500) value?: string;
  @ValidateIf(given) @IsBoolean() safeToContact?: boolean;
}

/** All contact points of a client in the order in which to try them. */
export class OrderContacts {
  @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) ids: string[];
}

/** What is recorded of a person beside their names. */
export class ClientFacts {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ClientAliasInput)
  aliases?: ClientAliasInput[] | null;
  /** 8 or 9 digits, with or without A and dashes. */
  @IsOptional() @IsString() @MaxLength(40) aNumber?: string | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  @IsOptional() @IsString() @MaxLength(10) birth?: string | null;
  @IsOptional() @Matches(COUNTRY) countryOfBirth?: string | null;
  @IsOptional() @Matches(COUNTRY) citizenship?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Matches(LANGUAGE, { each: true }) languages?: string[] | null;
  @IsOptional() @Matches(LANGUAGE) interpreterLanguage?: string | null;
  @IsOptional() @ValidateNested() @Type(() => Arrival) arrival?: Arrival | null;
}

export class NewClient extends ClientFacts {
  @IsNotEmpty() @ValidateNested() @Type(() => ClientName) name: ClientName;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AddContact)
  contacts?: AddContact[] | null;
}

export class EditClient extends ClientFacts {
  @ValidateIf(given) @IsNotEmpty() @ValidateNested() @Type(() => ClientName) name?: ClientName;
  /** With another `name`: the one before was in use, and becomes one of the other names, by which the client is found. */
  @ValidateIf(given) @IsBoolean() keepFormerName?: boolean;
}
