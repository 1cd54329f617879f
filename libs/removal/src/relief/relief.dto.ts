import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';
import { MOTION_FILERS } from '../motion.dto';

export const RELIEF_KINDS = [
  'asylum',
  'withholding',
  'cat',
  'cancellation_42a',
  'cancellation_42b',
  'relief_212c',
  'adjustment',
  'nacara',
  'vawa',
  'u_visa',
  't_visa',
  'sij',
  'other',
] as const;
export const RELIEF_FORUMS = ['court', 'board', 'uscis', 'not_known'] as const;
export const RELIEF_STATUSES = [
  'planned',
  'pending',
  'granted',
  'denied',
  'withdrawn',
  'abandoned',
  'referred',
  'not_known',
] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewReliefApplication {
  @ApiProperty({ enum: RELIEF_KINDS }) @IsIn(RELIEF_KINDS) kind: (typeof RELIEF_KINDS)[number];
  @ApiProperty({ enum: RELIEF_FORUMS }) @IsIn(RELIEF_FORUMS) forum: (typeof RELIEF_FORUMS)[number];
  @ApiProperty({ enum: RELIEF_STATUSES }) @IsIn(RELIEF_STATUSES) status: (typeof RELIEF_STATUSES)[number];
  @IsOptional() @IsPartialDate() filedOn?: string | null;
  @IsOptional() @IsPartialDate() statusOn?: string | null;
  @IsOptional() @IsString() @MaxLength(60) receipt?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditReliefApplication extends PartialType(NewReliefApplication) {}

export const APPEAL_FORUMS = ['board', 'court_of_appeals', 'supreme_court', 'other'] as const;
export const APPEAL_FEES = ['paid', 'waiver_asked', 'waiver_granted', 'not_paid', 'not_known'] as const;
export const APPEAL_RESULTS = [
  'pending',
  'dismissed',
  'sustained',
  'remanded',
  'denied',
  'granted',
  'rejected',
  'withdrawn',
  'not_known',
] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewAppeal {
  @ApiProperty({ enum: APPEAL_FORUMS }) @IsIn(APPEAL_FORUMS) forum: (typeof APPEAL_FORUMS)[number];
  @ApiProperty({ enum: MOTION_FILERS }) @IsIn(MOTION_FILERS) filedBy: (typeof MOTION_FILERS)[number];
  @ApiProperty({ enum: APPEAL_FEES }) @IsIn(APPEAL_FEES) fee: (typeof APPEAL_FEES)[number];
  @ApiProperty({ enum: APPEAL_RESULTS }) @IsIn(APPEAL_RESULTS) result: (typeof APPEAL_RESULTS)[number];
  /** The order it is about. */
  @IsOptional() @IsUUID() orderId?: string | null;
  @IsOptional() @IsPartialDate() filedOn?: string | null;
  @IsOptional() @IsPartialDate() briefedOn?: string | null;
  @IsOptional() @IsPartialDate() decidedOn?: string | null;
  @IsOptional() @IsLegalDay() briefDueOn?: string | null;
  @IsOptional() @IsString() @MaxLength(60) receipt?: string | null;
  @IsOptional() @IsString() @MaxLength(200) counsel?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditAppeal extends PartialType(NewAppeal) {}

export const CONTESTED = ['yes', 'no', 'not_known'] as const;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
export class NewReinstatement {
  @ApiProperty({ enum: CONTESTED }) @IsIn(CONTESTED) contested: (typeof CONTESTED)[number];
  @IsUUID() orderId: string;
  @IsOptional() @IsPartialDate() reinstatedOn?: string | null;
  @IsOptional() @IsPartialDate() servedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class EditReinstatement extends PartialType(NewReinstatement) {}
