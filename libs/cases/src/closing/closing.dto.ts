import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { AFTERCARE_ITEMS, AFTERCARE_LANGUAGES } from './aftercare';
import { LOOSE_ENDS } from './loose-ends.queries';

/** Something that stays open although the case closes, and why. */
export class LeaveOpen {
  @ApiProperty({ enum: LOOSE_ENDS }) @IsIn(LOOSE_ENDS) kind: (typeof LOOSE_ENDS)[number];
  @IsUUID() id: string;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

/** What is still to be done for a client after the case. */
export class AftercareStep {
  @ApiProperty({ enum: AFTERCARE_ITEMS }) @IsIn(AFTERCARE_ITEMS) item: (typeof AFTERCARE_ITEMS)[number];
  @IsLegalDay() dueOn: string;
}

export class ClosingWishes {
  /** Every loose end that was not resolved, each with its reason. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LeaveOpen)
  looseEnds?: LeaveOpen[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AftercareStep)
  aftercare?: AftercareStep[];
  /** The language in which the aftercare tasks are written; English when left out. */
  @ApiProperty({ enum: AFTERCARE_LANGUAGES, required: false })
  @IsOptional()
  @IsIn(AFTERCARE_LANGUAGES)
  language?: (typeof AFTERCARE_LANGUAGES)[number];
}
