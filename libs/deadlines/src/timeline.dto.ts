import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsPartialDate } from '@app/platform';

export const CERTAINTIES = ['exact', 'month', 'year', 'about', 'not_known', 'disputed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** An address may name several with commas. */
const several = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;

/** Which facts of the chronology are wanted. What is left out asks for nothing. */
export class TimelineFilter {
  /** Kinds of fact, such as order_decided. */
  @Transform(several)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[a-z0-9_]{1,60}$/, { each: true })
  kinds?: string[];
  /** Records the facts come from, such as removal_order. */
  @Transform(several)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^[a-z_]{1,40}$/, { each: true })
  sources?: string[];
  @ApiProperty({ enum: CERTAINTIES, isArray: true, required: false })
  @Transform(several)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CERTAINTIES.length)
  @IsIn(CERTAINTIES, { each: true })
  certainty?: Certainty[];
  /** YYYY, YYYY-MM or YYYY-MM-DD. A date known to the year counts when any day of it could be meant; no date always. */
  @IsOptional() @IsPartialDate() from?: string;
  @IsOptional() @IsPartialDate() to?: string;
}

export class TimelineQuery extends TimelineFilter {
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @Type(() => Number) @IsOptional() @IsInt() @Min(1) @Max(500) limit?: number;
}
