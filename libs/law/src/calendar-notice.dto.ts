import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { IsForum } from './forum';

export const NOTICE_LAYERS = ['executive_closure', 'state_holiday', 'forum_notice'] as const;

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class NoticeQuery {
  @ApiProperty({ enum: NOTICE_LAYERS, required: false })
  @IsOptional()
  @IsIn(NOTICE_LAYERS)
  layer?: string;
  @IsOptional() @IsLegalDay() from?: string;
  @IsOptional() @IsLegalDay() to?: string;
  /** false (when left out): only those that stand; true: only the withdrawn. */
  @IsOptional() @Transform(flag) @IsBoolean() withdrawn?: boolean;
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** A closed day that no statute tells. It moves the outer bound of a date, never the date itself. */
export class EnterNotice {
  @ApiProperty({ enum: NOTICE_LAYERS })
  @IsIn(NOTICE_LAYERS)
  layer: (typeof NOTICE_LAYERS)[number];
  /** From 1950 to 2100. */
  @IsLegalDay() on: string;
  /** What closes the day, as people will read it beside a date. */
  @IsString() @IsNotBlank() @MaxLength(200) name: string;
  /**
   * Of a forum notice: `board`, `eoir` (the Board and every immigration court), the EOIR code of one court such as
   * `BAL`, `circuit:9`, `circuit:DC`, `district:cacd`, `uscis` or `ice`; left out: every forum.
   */
  @IsOptional() @IsForum() forum?: string | null;
  /** Of a state's holiday: its USPS code. */
  @IsOptional() @Matches(/^[A-Z]{2}$/) state?: string | null;
  /** Where the notice can be read. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/^https?:\/\/[^\s<>"]+$/, { message: '$property must be an address that begins with https://' })
  sourceLink?: string | null;
}
