import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsNotBlank } from '@app/platform';
import { IDENTIFIER_KINDS, type IdentifierKind } from '@app/rules';

const given = (_object: unknown, value: unknown): boolean => value !== undefined;

class IdentifierFields {
  /** Who gave the number out: a state, a prison system, a country. */
  @IsOptional() @IsString() @MaxLength(120) issuedBy?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) note?: string | null;
}

export class NewIdentifier extends IdentifierFields {
  @ApiProperty({ enum: IDENTIFIER_KINDS }) @IsIn(IDENTIFIER_KINDS) kind: IdentifierKind;
  /** In any usual spelling; of a social security number the last four digits only. */
  @IsString() @IsNotBlank() @MaxLength(60) value: string;
}

export class EditIdentifier extends IdentifierFields {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(60) value?: string;
}

export class IdentifierView {
  id: string;
  version: number;
  @ApiProperty({ enum: IDENTIFIER_KINDS }) kind: string;
  /** The last three characters at most. */
  masked: string;
  issuedBy: string | null;
  note: string | null;
}

export class IdentifierCan {
  edit: boolean;
  reveal: boolean;
}

export class ClientIdentifiers {
  items: IdentifierView[];
  can: IdentifierCan;
}

export class RevealedIdentifier {
  value: string;
}
