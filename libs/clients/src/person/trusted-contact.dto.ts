import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { CONSENT_CHANNELS, CONSENT_SCOPES } from './consent-state';
import { LANGUAGE } from './language.dto';
import { PersonCan } from './relative.dto';

export const TRUSTED_ROLES = [
  'caregiver',
  'driver',
  'key_holder',
  'interpreter',
  'sponsor',
  'emergency',
  'spiritual',
  'employer',
  'other',
] as const;
type TrustedRole = (typeof TRUSTED_ROLES)[number];
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class TrustedPhone {
  @IsString() @IsNotBlank() @MaxLength(60) value: string;
  @IsOptional() @IsString() @MaxLength(120) label?: string | null;
  /** False when a call there could put somebody at risk. */
  @IsBoolean() safe: boolean;
}

class TrustedContactFields {
  /** What they are to the client, in words: sister, neighbour, pastor. */
  @IsOptional() @IsString() @MaxLength(120) relationship?: string | null;
  @IsOptional() @Matches(LANGUAGE) language?: string | null;
  /** The day on which they agreed to be called; null while nobody has asked them. */
  @IsOptional() @IsLegalDay() agreedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
  /** All their telephones, the best first. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => TrustedPhone)
  phones?: TrustedPhone[] | null;
}

export class NewTrustedContact extends TrustedContactFields {
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  @ApiProperty({ enum: TRUSTED_ROLES }) @IsIn(TRUSTED_ROLES) role: TrustedRole;
}

export class EditTrustedContact extends TrustedContactFields {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(240) name?: string;
  @ApiProperty({ enum: TRUSTED_ROLES, required: false })
  @ValidateIf(given)
  @IsIn(TRUSTED_ROLES)
  role?: TrustedRole;
}

/** All trusted contacts of a client in the order in which to call them. */
export class OrderTrustedContacts {
  @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) ids: string[];
}

export class TrustedPhoneView {
  value: string;
  label: string | null;
  safe: boolean;
}

/** What a consent in force today lets them know. */
export class MayKnowView {
  consentId: string;
  @ApiProperty({ enum: CONSENT_SCOPES, isArray: true }) scopes: string[];
  @ApiProperty({ enum: CONSENT_CHANNELS, isArray: true }) channels: string[];
  untilOn: string | null;
}

export class TrustedContactView {
  id: string;
  version: number;
  /** 1 for who is called first. */
  callOrder: number;
  name: string;
  relationship: string | null;
  @ApiProperty({ enum: TRUSTED_ROLES }) role: string;
  language: string | null;
  agreedOn: string | null;
  note: string | null;
  phones: TrustedPhoneView[];
  mayKnow: MayKnowView[];
}

export class TrustedContacts {
  /** In the order in which to call them. */
  items: TrustedContactView[];
  can: PersonCan;
}
