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
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '@app/platform';

export const ALIAS_KINDS = ['alias', 'maiden', 'spelling', 'native_script'] as const;
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
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class ClientName {
  @IsString() @IsNotBlank() @MaxLength(120) given: string;
  @IsString() @IsNotBlank() @MaxLength(120) family: string;
  @IsOptional() @IsString() @MaxLength(120) middle?: string | null;
}

export class ClientAliasInput {
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  @ApiProperty({ enum: ALIAS_KINDS }) @IsIn(ALIAS_KINDS) kind: (typeof ALIAS_KINDS)[number];
}

export class Arrival {
  /** When: YYYY, YYYY-MM or YYYY-MM-DD; null when not known. */
  @IsOptional() @IsString() @MaxLength(10) on?: string | null;
  @ApiProperty({ enum: ARRIVAL_MANNERS }) @IsIn(ARRIVAL_MANNERS) manner: (typeof ARRIVAL_MANNERS)[number];
}

export class AddContact {
  @ApiProperty({ enum: CONTACT_KINDS }) @IsIn(CONTACT_KINDS) kind: (typeof CONTACT_KINDS)[number];
  @IsString() @IsNotBlank() @MaxLength(500) value: string;
  @IsOptional() @IsString() @MaxLength(120) label?: string | null;
  /** False when a message there could put the person at risk. */
  @IsBoolean() safeToContact: boolean;
}

export class EditContact {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(500) value?: string;
  @IsOptional() @IsString() @MaxLength(120) label?: string | null;
  @ValidateIf(given) @IsBoolean() safeToContact?: boolean;
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
}
