import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { IsLegalDay } from '@app/platform';
import { CROSSING_FIELDS, DeclineReferral } from '../referral.dto';

/** What of a referral may cross, each only when the person agreed to it. The name always does. */
export const PASSING_FIELDS = [...CROSSING_FIELDS, 'next_date', 'detention'] as const;
export type PassingField = (typeof PASSING_FIELDS)[number];
export const OUTCOMES = ['sending', 'received', 'accepted', 'declined'] as const;

/** Why the office does not take the person on, and what goes with them to another organisation. */
export class PassReferral extends DeclineReferral {
  @IsUUID() toOrganisationId: string;
  @ApiProperty({ enum: PASSING_FIELDS, isArray: true })
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(PASSING_FIELDS, { each: true })
  fields: PassingField[];
  /** The day the person agreed. */
  @IsLegalDay() consentedOn: string;
}

/** Where somebody was passed on to, and whether they were taken on there; nothing else comes back. */
export class PassedOnView {
  toName: string;
  @ApiProperty({ enum: PASSING_FIELDS, isArray: true }) fields: string[];
  consentedOn: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  at: string;
}
