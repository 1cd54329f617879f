import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Matches, MaxLength } from 'class-validator';

/** A form and the record it is about, as codes and ids: `note:018f3c5e-…`. No room for a name. */
const FORM = /^[a-z][a-z0-9-]*(?::[\w.-]*)*$/;
/** A segment that is an A-number, in any of its usual forms. */
const NUMBERED = /^(?!.*(?:^|:)[aA]?-?\d{2,3}-?\d{3}-?\d{3}(?::|$))/;

export class DraftKey {
  /** The form and the ids it is about. */
  @ApiProperty({ example: 'note:018f3c5e-0000-7000-8000-00000000abcd' })
  @IsString()
  @MaxLength(200)
  @Matches(FORM)
  @Matches(NUMBERED)
  key: string;
}

export class KeepDraft extends DraftKey {
  /** What was typed, at most 32 KiB as JSON. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  body: Record<string, unknown>;
}

export class DraftView {
  key: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  body: Record<string, unknown>;
  savedAt: string;
}

export class DraftListView {
  items: DraftView[];
}
