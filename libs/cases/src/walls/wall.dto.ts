import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsNotBlank, IsPartialDate } from '@app/platform';

export const WALL_KINDS = ['named', 'ethical'] as const;
export const FINDINGS = ['justified', 'not_justified'] as const;

export class RaiseWall {
  /** `named`: only the people listed see the client. `ethical`: the people listed do not. */
  @ApiProperty({ enum: WALL_KINDS }) @IsIn(WALL_KINDS) kind: (typeof WALL_KINDS)[number];
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @IsUUID(undefined, { each: true }) people: string[];
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class LiftWall {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class GiveAccess {
  @IsUUID() userId: string;
  /** When it ends, an instant at most 92 days ahead. */
  @IsISO8601({ strict: true }) @MaxLength(40) until: string;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

/** Whose record: the A-number, or the whole name with the date of birth. */
export class BreakGlass {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40) aNumber?: string;
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(240) name?: string;
  @IsOptional() @IsPartialDate() @MaxLength(10) birth?: string;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
  /** How long it is needed, in minutes; an hour when left out. */
  @IsOptional() @IsInt() @Min(15) @Max(240) minutes?: number;
}

export class ReviewGlass {
  @ApiProperty({ enum: FINDINGS }) @IsIn(FINDINGS) finding: (typeof FINDINGS)[number];
  @IsOptional() @IsString() @MaxLength(2000) note?: string;
}
