import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from '@app/platform';
import { CASE_SORTS, CaseNarrowing, ORDERS } from '../case.dto';

export const LISTS = ['cases'] as const;
/** What the caseload shows beside the name, in this order. */
export const CASE_COLUMNS = [
  'stage',
  'next_deadline',
  'next_check_in',
  'next_hearing',
  'clemency',
  'custody',
  'responsible',
  'opened',
  'updated',
] as const;

/** Which cases a view shows. */
export class ViewFilters extends CaseNarrowing {
  @IsOptional() @IsInt() @Min(0) @Max(3650) deadlineWithinDays?: number;
}

export class WriteListView {
  @ApiProperty({ enum: LISTS }) @IsIn(LISTS) list: (typeof LISTS)[number];
  /** What the view is called. Not a place for clients: a number as long as an A-number is refused. */
  @IsString() @IsNotBlank() @MaxLength(60) name: string;
  /** Whether the whole office sees it. */
  @IsBoolean() shared: boolean;
  @IsNotEmpty() @ValidateNested() @Type(() => ViewFilters) filters: ViewFilters;
  @ApiProperty({ enum: CASE_SORTS, required: false })
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort?: (typeof CASE_SORTS)[number];
  @ApiProperty({ enum: ORDERS, required: false })
  @IsOptional()
  @IsIn(ORDERS)
  order?: (typeof ORDERS)[number];
  @ApiProperty({ enum: CASE_COLUMNS, isArray: true })
  @IsArray()
  @ArrayMaxSize(CASE_COLUMNS.length)
  @ArrayUnique()
  @IsIn(CASE_COLUMNS, { each: true })
  columns: (typeof CASE_COLUMNS)[number][];
}

export class ListViewView {
  id: string;
  version: number;
  @ApiProperty({ enum: LISTS }) list: string;
  name: string;
  shared: boolean;
  mine: boolean;
  /** Whether the signed-in person may change and delete it. */
  canChange: boolean;
  filters: ViewFilters;
  @ApiProperty({ enum: CASE_SORTS, nullable: true, type: String }) sort: string | null;
  @ApiProperty({ enum: ORDERS, nullable: true, type: String }) order: string | null;
  @ApiProperty({ enum: CASE_COLUMNS, isArray: true }) columns: string[];
}

export class ListViews {
  items: ListViewView[];
}
