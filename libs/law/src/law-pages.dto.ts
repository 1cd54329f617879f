import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Waived } from '@app/rules';
import { WAIVED } from './ground.view';

export class JurisdictionQuery {
  /** Words of the code, the name or any statement; all of them must be there. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
}

export class GroundQuery {
  /** Words of the citation, the name or the note; all of them must be there. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @ApiProperty({ enum: WAIVED, required: false }) @IsOptional() @IsIn(WAIVED) waived?: Waived;
}
