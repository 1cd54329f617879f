import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsNotBlank } from '@app/platform';

export const PARTY_KINDS = [
  'family_member',
  'related_person',
  'opposing_party',
  'witness',
  'co_defendant',
  'victim',
  'government_official',
  'other',
] as const;
export const OFFICE_PARTY_KINDS = [
  'former_client',
  'opposing_party',
  'witness',
  'victim',
  'government_official',
  'other',
] as const;
export const DECISIONS = ['no_conflict', 'waived', 'confirmed'] as const;
export const HIT_STATES = ['open', ...DECISIONS] as const;
export const GRAVITIES = ['adverse', 'same_person', 'related'] as const;
export const HOWS = ['same', 'spelling', 'sound', 'part', 'a_number'] as const;
export const CAUSES = ['new_name', 'new_party', 'new_referral', 'by_hand'] as const;

export class AddParty {
  @ApiProperty({ enum: PARTY_KINDS }) @IsIn(PARTY_KINDS) kind: (typeof PARTY_KINDS)[number];
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class AddOfficeParty {
  @ApiProperty({ enum: OFFICE_PARTY_KINDS })
  @IsIn(OFFICE_PARTY_KINDS)
  kind: (typeof OFFICE_PARTY_KINDS)[number];
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class DecideConflict {
  @ApiProperty({ enum: DECISIONS }) @IsIn(DECISIONS) decision: (typeof DECISIONS)[number];
  /** Why; for a waiver also who consented, when and how. */
  @IsString() @IsNotBlank() @MaxLength(4000) reason: string;
  /** With `confirmed`: who is kept from the new side. When left out, the team of the other client. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) screened?: string[] | null;
}

export class ConflictListQuery {
  @ApiProperty({ enum: HIT_STATES, required: false })
  @IsOptional()
  @IsIn(HIT_STATES)
  decision?: (typeof HIT_STATES)[number];
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

/** Names to compare while somebody types; nothing of it is kept. */
export class AskForConflicts {
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  /** From the answer before, to go on. */
  @IsOptional() @Matches(/^\d{1,6}$/) cursor?: string;
}

export class HitPageQuery {
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}
