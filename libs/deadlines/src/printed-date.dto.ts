import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLegalDay } from '@app/platform';

export const PRINTED_DOCUMENTS = ['order', 'notice', 'briefing_schedule', 'hearing_notice', 'other'] as const;

/** A date read off a paper, which holds in place of the counted one. */
export class RecordPrintedDate {
  /** The day that is printed, as the last day to act. */
  @IsLegalDay() on: string;
  @ApiProperty({ enum: PRINTED_DOCUMENTS })
  @IsIn(PRINTED_DOCUMENTS)
  document: (typeof PRINTED_DOCUMENTS)[number];
  /** Which paper, which page. */
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
