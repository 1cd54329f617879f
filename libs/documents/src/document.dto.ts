import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

export const DOCUMENT_CATEGORIES = [
  'order',
  'charging_document',
  'criminal_record',
  'identity',
  'correspondence',
  'receipt',
  'evidence',
  'court_filing',
  'medical',
  'other',
] as const;
export type DocumentCategory = (typeof DOCUMENT_CATEGORIES)[number];

const given = (_object: unknown, value: unknown): boolean => value !== undefined;
/** A field that travels beside a file is text. */
const fromField = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** The fields that travel with a new document. Left out, the title is the file's name. */
export class NewDocument {
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(300) title?: string | null;
  @ApiProperty({ enum: DOCUMENT_CATEGORIES }) @IsIn(DOCUMENT_CATEGORIES) category: DocumentCategory;
  @IsOptional() @IsLegalDay() receivedOn?: string | null;
  /** From whom or where it came. */
  @IsOptional() @IsString() @MaxLength(500) source?: string | null;
  /** BCP 47. */
  @IsOptional() @Matches(LANGUAGE) @MaxLength(35) language?: string | null;
  /** The document that this one translates. */
  @IsOptional() @IsUUID() translationOf?: string | null;
  /** Work product, or a letter between client and attorney: it stays here when a demand is answered. */
  @IsOptional() @Transform(fromField) @IsBoolean() privileged?: boolean;
}

export class EditDocument {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(300) title?: string;
  @ApiProperty({ enum: DOCUMENT_CATEGORIES, required: false })
  @ValidateIf(given)
  @IsIn(DOCUMENT_CATEGORIES)
  category?: DocumentCategory;
  @IsOptional() @IsLegalDay() receivedOn?: string | null;
  @IsOptional() @IsString() @MaxLength(500) source?: string | null;
  @IsOptional() @Matches(LANGUAGE) @MaxLength(35) language?: string | null;
  @IsOptional() @IsUUID() translationOf?: string | null;
  @ValidateIf(given) @IsBoolean() privileged?: boolean;
}

export class WithdrawDocument {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

/** Which dated fact rests on the document, and where in it. */
export class LinkFact {
  /** The row the fact is from, as the timeline names it. */
  @IsString() @IsNotEmpty() @MaxLength(60) sourceKind: string;
  @IsUUID() sourceId: string;
  /** The kind of the fact, as the timeline names it. */
  @IsString() @IsNotEmpty() @MaxLength(60) kind: string;
  @IsOptional() @IsInt() @Min(1) @Max(100_000) page?: number | null;
  /** The words that say it. */
  @IsOptional() @IsString() @MaxLength(2000) quote?: string | null;
}

export class SearchTexts {
  @IsString() @IsNotEmpty() @MaxLength(200) q: string;
}
