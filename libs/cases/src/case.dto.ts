import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NewClient } from '@app/clients';
import { IsLegalDay } from '@app/platform';
import { CASE_STAGES } from '@app/rules';
import { ClosingWishes } from './closing/closing.dto';

export { CASE_STAGES };

export const CASE_TYPES = [
  'removal_defence',
  'clemency_and_reopening',
  'check_in_support',
  'advice_only',
] as const;
export const OUTCOMES = ['order_vacated', 'proceedings_terminated', 'withdrawn', 'removed', 'other'] as const;
export const CUSTODY_STATES = ['not_detained', 'detained', 'not_known'] as const;
export const CASE_SORTS = ['name', 'opened', 'next_deadline', 'next_check_in', 'updated'] as const;
export const LISTED = ['open', 'closed', 'all'] as const;
export const ORDERS = ['asc', 'desc'] as const;

const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class NewCase {
  @ApiProperty({ enum: CASE_TYPES }) @IsIn(CASE_TYPES) type: (typeof CASE_TYPES)[number];
  @IsOptional() @IsUUID() responsibleId?: string | null;
  /** The day the case was opened; today when left out. */
  @IsOptional() @IsLegalDay() openedOn?: string;
}

export class NewClientWithCase extends NewClient {
  @IsNotEmpty() @ValidateNested() @Type(() => NewCase) case: NewCase;
}

export class EditCase {
  @ApiProperty({ enum: CASE_TYPES, required: false })
  @ValidateIf(given)
  @IsIn(CASE_TYPES)
  type?: (typeof CASE_TYPES)[number];
  @IsOptional() @IsUUID() responsibleId?: string | null;
}

export class MoveStage {
  @ApiProperty({ enum: CASE_STAGES }) @IsIn(CASE_STAGES) stage: (typeof CASE_STAGES)[number];
  @IsLegalDay() on: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

export class CloseCase extends ClosingWishes {
  @IsLegalDay() on: string;
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

export class ReopenCase {
  @IsLegalDay() on: string;
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

/** Which cases: codes and a colleague. Nothing here can hold the name of a client. */
export class CaseNarrowing {
  @ApiProperty({ enum: CASE_STAGES, required: false })
  @IsOptional()
  @IsIn(CASE_STAGES)
  stage?: (typeof CASE_STAGES)[number];
  @ApiProperty({ enum: CASE_TYPES, required: false })
  @IsOptional()
  @IsIn(CASE_TYPES)
  type?: (typeof CASE_TYPES)[number];
  @ApiProperty({ enum: LISTED, required: false })
  @IsOptional()
  @IsIn(LISTED)
  status?: (typeof LISTED)[number];
  @IsOptional() @IsUUID() responsibleId?: string;
  @ApiProperty({ enum: CUSTODY_STATES, required: false })
  @IsOptional()
  @IsIn(CUSTODY_STATES)
  custody?: (typeof CUSTODY_STATES)[number];
}

/** Filters of the caseload, but for the numbers: an address holds them as text, a body does not. */
class CaseFilters extends CaseNarrowing {
  @ApiProperty({ enum: CASE_SORTS, required: false })
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort?: (typeof CASE_SORTS)[number];
  @ApiProperty({ enum: ORDERS, required: false }) @IsOptional() @IsIn(ORDERS) order?: (typeof ORDERS)[number];
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

/** Filters of the caseload in an address. */
export class CaseListQuery extends CaseFilters {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(3650) deadlineWithinDays?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/** The same with a name or A-number, which travels in a body: addresses end up in the logs of proxies. */
export class CaseSearch extends CaseFilters {
  @IsOptional() @IsInt() @Min(0) @Max(3650) deadlineWithinDays?: number;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}

export class SearchQuery {
  @IsString() @IsNotEmpty() @MaxLength(200) q: string;
}
