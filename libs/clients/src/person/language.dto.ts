import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export const SPEAKS = ['first', 'fluent', 'some', 'a_little'] as const;
export const READS = ['well', 'a_little', 'no'] as const;
export const INTERPRETER_NEEDS = ['yes', 'no', 'not_sure'] as const;
export const LITERACY = ['reads', 'reads_a_little', 'cannot_read'] as const;
export const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export class LanguageSkill {
  @Matches(LANGUAGE) language: string;
  @ApiProperty({ enum: SPEAKS, required: false, nullable: true })
  @IsOptional()
  @IsIn(SPEAKS)
  speaks?: (typeof SPEAKS)[number] | null;
  @ApiProperty({ enum: READS, required: false, nullable: true })
  @IsOptional()
  @IsIn(READS)
  reads?: (typeof READS)[number] | null;
}

/** The languages of a person as one whole. Left out or null means that nobody has asked. */
export class SetLanguages {
  /** Best first. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((skill: LanguageSkill | null) => skill?.language)
  @ValidateNested({ each: true })
  @Type(() => LanguageSkill)
  languages: LanguageSkill[];
  @ApiProperty({ enum: INTERPRETER_NEEDS, required: false, nullable: true })
  @IsOptional()
  @IsIn(INTERPRETER_NEEDS)
  interpreterNeed?: (typeof INTERPRETER_NEEDS)[number] | null;
  @IsOptional() @Matches(LANGUAGE) interpreterLanguage?: string | null;
  /** White Hmong, Haitian with words of the north: what an agency must be told. */
  @IsOptional() @IsString() @MaxLength(120) interpreterDialect?: string | null;
  @ApiProperty({ enum: LITERACY, required: false, nullable: true })
  @IsOptional()
  @IsIn(LITERACY)
  literacy?: (typeof LITERACY)[number] | null;
}

export class LanguageSkillView {
  language: string;
  @ApiProperty({ type: String, enum: SPEAKS, nullable: true }) speaks: string | null;
  @ApiProperty({ type: String, enum: READS, nullable: true }) reads: string | null;
}
