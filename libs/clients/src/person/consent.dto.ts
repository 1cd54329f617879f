import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsLegalDay } from '@app/platform';
import {
  CONSENT_CHANNELS,
  CONSENT_RECIPIENTS,
  CONSENT_SCOPES,
  CONSENT_STATES,
  type ConsentChannel,
  type ConsentRecipient,
  type ConsentScope,
} from './consent-state';
import { LANGUAGE } from './language.dto';

export const CONSENT_FORMS = ['written', 'oral'] as const;

export class NewConsent {
  @ApiProperty({ enum: CONSENT_RECIPIENTS }) @IsIn(CONSENT_RECIPIENTS) recipientKind: ConsentRecipient;
  /** The trusted contact or relative, when it is one. */
  @IsOptional() @IsUUID() recipientId?: string | null;
  /** The name of anybody else. */
  @IsOptional() @IsString() @MaxLength(240) recipientName?: string | null;
  @ApiProperty({ enum: CONSENT_SCOPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(CONSENT_SCOPES, { each: true })
  scopes: ConsentScope[];
  @ApiProperty({ enum: CONSENT_CHANNELS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(CONSENT_CHANNELS, { each: true })
  channels: ConsentChannel[];
  @IsLegalDay() fromOn: string;
  /** The last day on which it holds; null for until it is revoked. */
  @IsOptional() @IsLegalDay() untilOn?: string | null;
  @ApiProperty({ enum: CONSENT_FORMS }) @IsIn(CONSENT_FORMS) givenHow: (typeof CONSENT_FORMS)[number];
  /** The language in which it was explained and given. */
  @IsOptional() @Matches(LANGUAGE) givenLanguage?: string | null;
  /** Where the signed paper lies. */
  @IsOptional() @IsString() @MaxLength(240) documentReference?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
  /** The consent whose place this one takes; it is revoked at the same moment. */
  @IsOptional() @IsUUID() replacesId?: string | null;
}

export class RevokeConsent {
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
}

export class ConsentQuery {
  /** The day to look at; today when left out. */
  @IsOptional() @IsLegalDay() on?: string;
}

export class ConsentRecipientView {
  @ApiProperty({ enum: CONSENT_RECIPIENTS }) kind: string;
  id: string | null;
  name: string;
}

export class ConsentRevoked {
  on: string;
  by: string | null;
  reason: string | null;
  replacedBy: string | null;
}

export class ConsentCan {
  revoke: boolean;
}

export class ConsentView {
  id: string;
  version: number;
  recipient: ConsentRecipientView;
  @ApiProperty({ enum: CONSENT_SCOPES, isArray: true }) scopes: string[];
  @ApiProperty({ enum: CONSENT_CHANNELS, isArray: true }) channels: string[];
  fromOn: string;
  untilOn: string | null;
  @ApiProperty({ enum: CONSENT_FORMS }) givenHow: string;
  givenLanguage: string | null;
  documentReference: string | null;
  note: string | null;
  /** How it stands on the day that was asked for. */
  @ApiProperty({ enum: CONSENT_STATES }) state: string;
  recordedBy: string | null;
  recordedAt: string;
  @ApiProperty({ type: ConsentRevoked, nullable: true }) revoked: ConsentRevoked | null;
  can: ConsentCan;
}

export class ConsentsCan {
  edit: boolean;
}

export class ClientConsents {
  /** The day for which `state` is told. */
  on: string;
  /** Latest first. */
  items: ConsentView[];
  can: ConsentsCan;
}
