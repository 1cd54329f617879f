import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CONTACT_KINDS } from '@app/clients';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { DECLINE_CODES, DETAINED, NEXT_KINDS, REFERRAL_STATES } from './referral.policy';

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const FORM_LANGUAGES = ['en', 'es'] as const;
/** What may cross to another organisation, each only when the client agreed to it. The name always does. */
export const CROSSING_FIELDS = [
  'birth',
  'a_number',
  'other_names',
  'languages',
  'contacts',
  'story',
] as const;
/** Of a client also what is next in the record; of each the nearest one. */
export const SENDING_FIELDS = [...CROSSING_FIELDS, 'next_hearing', 'next_check_in', 'next_deadline'] as const;
export type SendingField = (typeof SENDING_FIELDS)[number];

export class ReferralName {
  @IsString() @IsNotBlank() @MaxLength(120) given: string;
  @IsString() @IsNotBlank() @MaxLength(120) family: string;
  @IsOptional() @IsString() @MaxLength(120) middle?: string | null;
}

export class ReferralContact {
  @ApiProperty({ enum: CONTACT_KINDS }) @IsIn(CONTACT_KINDS) kind: (typeof CONTACT_KINDS)[number];
  @IsString() @IsNotBlank() @MaxLength(500) value: string;
  /** False when a message there could put the person at risk. */
  @IsBoolean() safeToContact: boolean;
}

/** What somebody says who asks for help. */
class ReferralFacts {
  @IsNotEmpty() @ValidateNested() @Type(() => ReferralName) name: ReferralName;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(240, { each: true })
  otherNames?: string[] | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  @IsOptional() @IsString() @MaxLength(10) birth?: string | null;
  /** 8 or 9 digits, with or without A and dashes. */
  @IsOptional() @IsString() @MaxLength(40) aNumber?: string | null;
  @IsOptional() @Matches(LANGUAGE) language?: string | null;
  @IsOptional() @ValidateNested() @Type(() => ReferralContact) contact?: ReferralContact | null;
  @IsOptional() @IsString() @MaxLength(8000) story?: string | null;
  @ApiProperty({ enum: NEXT_KINDS, required: false, nullable: true })
  @IsOptional()
  @IsIn(NEXT_KINDS)
  nextKind?: (typeof NEXT_KINDS)[number] | null;
  @IsOptional() @IsLegalDay() nextOn?: string | null;
  @ApiProperty({ enum: DETAINED, required: false, nullable: true })
  @IsOptional()
  @IsIn(DETAINED)
  detained?: (typeof DETAINED)[number] | null;
  @IsOptional() @IsString() @MaxLength(240) detainedAt?: string | null;
}

export class NewReferral extends ReferralFacts {}

export class DeclineReferral {
  @ApiProperty({ enum: DECLINE_CODES }) @IsIn(DECLINE_CODES) code: (typeof DECLINE_CODES)[number];
  /** Why, and where else the person was told to ask. */
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class ReferralListQuery {
  @ApiProperty({ enum: REFERRAL_STATES, required: false })
  @IsOptional()
  @IsIn(REFERRAL_STATES)
  state?: (typeof REFERRAL_STATES)[number];
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

export class SendReferral {
  @IsUUID() toOrganisationId: string;
  @ApiProperty({ enum: SENDING_FIELDS, isArray: true })
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(SENDING_FIELDS, { each: true })
  fields: SendingField[];
  /** What the other organisation is told of the matter; crosses only when `story` is among the fields. */
  @IsOptional() @IsString() @MaxLength(8000) story?: string | null;
  /** The day the client agreed. */
  @IsLegalDay() consentedOn: string;
  @IsOptional() @IsString() @MaxLength(2000) consentNote?: string | null;
}

export class IntakeSettings {
  @IsBoolean() acceptsReferrals: boolean;
}

/** The secret of the public link travels in a body, never in an address of the API. */
export class OpenIntakeForm {
  @IsString() @IsNotBlank() @MaxLength(100) token: string;
}

export class PublicIntake extends ReferralFacts {
  @IsString() @IsNotBlank() @MaxLength(100) token: string;
  @ApiProperty({ enum: FORM_LANGUAGES }) @IsIn(FORM_LANGUAGES) formLanguage: (typeof FORM_LANGUAGES)[number];
  /** The challenge as the form received it, and the work done for it. */
  @IsString() @MaxLength(2000) challenge: string;
  @IsString() @MaxLength(500) solution: string;
  /** No person sees this field; a program fills it in. */
  @IsOptional() @IsString() @MaxLength(500) website?: string | null;
  /** The person agrees that the office keeps and reads this. */
  @Equals(true) consent: boolean;
}

export class FindDuplicates {
  @IsNotEmpty() @ValidateNested() @Type(() => ReferralName) name: ReferralName;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(240, { each: true })
  otherNames?: string[] | null;
  @IsOptional() @IsString() @MaxLength(10) birth?: string | null;
  @IsOptional() @IsString() @MaxLength(40) aNumber?: string | null;
}
