import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { PRINTED_DOCUMENTS } from './printed-date.dto';

/** The date a paper prints, in place of the counted one. */
export class PrintedDateView {
  on: string;
  @ApiProperty({ enum: PRINTED_DOCUMENTS }) document: string;
  by: PersonRef;
  at: string;
  note: string | null;
}
