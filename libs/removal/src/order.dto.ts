import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';
import { ORDER_STATUSES, type OrderStatus } from '@app/rules';

export const ORDER_KINDS = ['removal', 'deportation', 'exclusion', 'voluntary_departure_alternate'] as const;
export const DECISION_FORMS = ['oral', 'written'] as const;
export const APPEALS = ['waived', 'taken', 'not_taken', 'not_known'] as const;
export const APPEAL_OUTCOMES = ['dismissed', 'sustained', 'remanded', 'rejected'] as const;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null when nothing is. */
class OrderFields {
  @IsOptional() @IsPartialDate() decidedOn?: string | null;
  /** True when the year or month in `decidedOn` is only approximate, as in "about 2000". */
  @IsOptional() @IsBoolean() decidedAbout?: boolean;
  @ApiProperty({ enum: DECISION_FORMS, required: false, nullable: true })
  @IsOptional()
  @IsIn(DECISION_FORMS)
  decisionForm?: (typeof DECISION_FORMS)[number] | null;
  /** When a written decision was mailed or served. */
  @IsOptional() @IsPartialDate() mailedOn?: string | null;
  /** null: not known. */
  @IsOptional() @IsBoolean() inAbsentia?: boolean | null;
  @IsOptional() @IsPartialDate() appealFiledOn?: string | null;
  @IsOptional() @IsPartialDate() appealDecidedOn?: string | null;
  /** What the Board did; `rejected` when it returned the appeal or dismissed it as late. */
  @ApiProperty({ enum: APPEAL_OUTCOMES, required: false, nullable: true })
  @IsOptional()
  @IsIn(APPEAL_OUTCOMES)
  appealOutcome?: (typeof APPEAL_OUTCOMES)[number] | null;
  /** Whether the judge decided an asylum application; it matters for the appeal period of 2026. null: not known. */
  @IsOptional() @IsBoolean() asylumDecided?: boolean | null;
  /** ISO 3166-1 alpha-2. */
  @IsOptional() @Matches(/^[A-Z]{2}$/) countryDesignated?: string | null;
  /** Last day to leave, for kind `voluntary_departure_alternate`. */
  @IsOptional() @IsLegalDay() voluntaryDepartureUntil?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
}

export class NewOrder extends OrderFields {
  @ApiProperty({ enum: ORDER_KINDS }) @IsIn(ORDER_KINDS) kind: (typeof ORDER_KINDS)[number];
  @ApiProperty({ enum: APPEALS, required: false, default: 'not_known' })
  @IsOptional()
  @IsIn(APPEALS)
  appeal?: (typeof APPEALS)[number];
}

export class EditOrder extends OrderFields {
  @ApiProperty({ enum: ORDER_KINDS, required: false })
  @ValidateIf(given)
  @IsIn(ORDER_KINDS)
  kind?: (typeof ORDER_KINDS)[number];
  @ApiProperty({ enum: APPEALS, required: false })
  @ValidateIf(given)
  @IsIn(APPEALS)
  appeal?: (typeof APPEALS)[number];
}

export class RecordOrderStatus {
  @ApiProperty({ enum: ORDER_STATUSES }) @IsIn(ORDER_STATUSES) status: OrderStatus;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when the day is not known. */
  @IsPartialDate({ nullable: true }) on: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}
