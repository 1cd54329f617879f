import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';

export const MOTION_FORUMS = ['court', 'board', 'court_of_appeals', 'district_court', 'dhs'] as const;
export const MOTION_KINDS = [
  'reopen',
  'reconsider',
  'reopen_absentia',
  'reopen_vawa',
  'reopen_country_conditions',
  'reopen_joint',
  'sua_sponte',
  'stay',
  'petition_for_review',
  'habeas',
  'i246',
] as const;
export const MOTION_FILERS = ['us', 'prior_counsel', 'notario', 'pro_se', 'dhs', 'not_known'] as const;
export const MOTION_RESULTS = ['pending', 'granted', 'denied', 'rejected', 'withdrawn', 'not_known'] as const;

export type MotionForum = (typeof MOTION_FORUMS)[number];
export type MotionKind = (typeof MOTION_KINDS)[number];
type MotionFiler = (typeof MOTION_FILERS)[number];
type MotionResult = (typeof MOTION_RESULTS)[number];
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null clears a field. */
class MotionFields {
  /** The order it is about. */
  @IsOptional() @IsUUID() orderId?: string | null;
  @IsOptional() @IsPartialDate() filedOn?: string | null;
  @IsOptional() @IsPartialDate() resultOn?: string | null;
  /** Last day of a stay that was granted with it, or because of it. */
  @IsOptional() @IsLegalDay() stayUntil?: string | null;
  /** Who filed it, by name: the attorney, representative or notario. */
  @IsOptional() @IsString() @MaxLength(200) counsel?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class NewMotion extends MotionFields {
  @ApiProperty({ enum: MOTION_KINDS }) @IsIn(MOTION_KINDS) kind: MotionKind;
  @ApiProperty({ enum: MOTION_FORUMS }) @IsIn(MOTION_FORUMS) forum: MotionForum;
  @ApiProperty({ enum: MOTION_FILERS }) @IsIn(MOTION_FILERS) filedBy: MotionFiler;
  /** `rejected` when the clerk sent it back: then nothing was filed. */
  @ApiProperty({ enum: MOTION_RESULTS }) @IsIn(MOTION_RESULTS) result: MotionResult;
}

export class EditMotion extends MotionFields {
  @ApiProperty({ enum: MOTION_KINDS, required: false })
  @ValidateIf(given)
  @IsIn(MOTION_KINDS)
  kind?: MotionKind;
  @ApiProperty({ enum: MOTION_FORUMS, required: false })
  @ValidateIf(given)
  @IsIn(MOTION_FORUMS)
  forum?: MotionForum;
  @ApiProperty({ enum: MOTION_FILERS, required: false })
  @ValidateIf(given)
  @IsIn(MOTION_FILERS)
  filedBy?: MotionFiler;
  @ApiProperty({ enum: MOTION_RESULTS, required: false })
  @ValidateIf(given)
  @IsIn(MOTION_RESULTS)
  result?: MotionResult;
}
