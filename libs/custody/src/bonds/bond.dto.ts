import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsPartialDate } from '@app/platform';

export const BOND_SETTERS = ['ice', 'immigration_judge'] as const;
export const BOND_DECISIONS = ['granted', 'denied', 'no_jurisdiction'] as const;
export const BOND_APPELLANTS = ['client', 'government'] as const;
export const AUTOMATIC_STAYS = ['yes', 'no', 'not_known'] as const;
export const BOND_APPEAL_OUTCOMES = ['dismissed', 'sustained', 'remanded'] as const;
export const BOND_STATUSES = [
  'requested',
  'granted',
  'denied',
  'no_jurisdiction',
  'appealed',
  'posted',
  'cancelled',
  'returned',
  'breached',
] as const;

/** How an automatic stay ended; one recorded in error never was. */
export const STAY_ENDS = ['lapsed', 'court_order', 'government_withdrew', 'recorded_in_error'] as const;

/** The end of the automatic stay of a release, or that there never was one. */
export class EndStay {
  @ApiProperty({ enum: STAY_ENDS }) @IsIn(STAY_ENDS) how: (typeof STAY_ENDS)[number];
  /** The day it ended; not for one that was recorded in error. */
  @IsOptional() @IsPartialDate() on?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

/** What is recorded of a bond. What is left out stays as it is, and null clears it. */
export class BondInput {
  @IsOptional() @IsPartialDate() requestedOn?: string | null;
  @ApiProperty({ enum: BOND_SETTERS, required: false, nullable: true })
  @IsOptional()
  @IsIn(BOND_SETTERS)
  setBy?: (typeof BOND_SETTERS)[number] | null;
  /** A hearing of kind bond of this client; else the day in `hearingOn`. */
  @IsOptional() @IsUUID() hearingId?: string | null;
  @IsOptional() @IsPartialDate() hearingOn?: string | null;
  @ApiProperty({ enum: BOND_DECISIONS, required: false, nullable: true })
  @IsOptional()
  @IsIn(BOND_DECISIONS)
  decision?: (typeof BOND_DECISIONS)[number] | null;
  @IsOptional() @IsPartialDate() decidedOn?: string | null;
  /** Whole dollars. */
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000) amount?: number | null;
  @IsOptional() @IsString() @MaxLength(2000) conditions?: string | null;
  /** Who appealed to the Board. */
  @ApiProperty({ enum: BOND_APPELLANTS, required: false, nullable: true })
  @IsOptional()
  @IsIn(BOND_APPELLANTS)
  appealBy?: (typeof BOND_APPELLANTS)[number] | null;
  @IsOptional() @IsPartialDate() appealedOn?: string | null;
  /** Whether the government's appeal stays release by itself. 8 CFR 1003.19(i)(2). */
  @ApiProperty({ enum: AUTOMATIC_STAYS, required: false, nullable: true })
  @IsOptional()
  @IsIn(AUTOMATIC_STAYS)
  automaticStay?: (typeof AUTOMATIC_STAYS)[number] | null;
  @ApiProperty({ enum: BOND_APPEAL_OUTCOMES, required: false, nullable: true })
  @IsOptional()
  @IsIn(BOND_APPEAL_OUTCOMES)
  boardOutcome?: (typeof BOND_APPEAL_OUTCOMES)[number] | null;
  @IsOptional() @IsPartialDate() boardDecidedOn?: string | null;
  @IsOptional() @IsPartialDate() postedOn?: string | null;
  /** Who paid and answers for the bond. */
  @IsOptional() @IsString() @MaxLength(200) obligorName?: string | null;
  @IsOptional() @IsString() @MaxLength(200) obligorRelation?: string | null;
  @IsOptional() @IsString() @MaxLength(100) receiptNumber?: string | null;
  @IsOptional() @IsPartialDate() cancelledOn?: string | null;
  @IsOptional() @IsPartialDate() returnedOn?: string | null;
  @IsOptional() @IsPartialDate() breachedOn?: string | null;
}
