import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PersonRef } from '@app/cases';
import { ERROR_KIND_NAMES, type ErrorKindName } from './error-kinds';

export class WithdrawEntry {
  @ApiProperty({ enum: ERROR_KIND_NAMES }) @IsIn(ERROR_KIND_NAMES) kind: ErrorKindName;
  @IsUUID() recordId: string;
  /** Why it should never have been entered. */
  @IsString() @MinLength(1) @MaxLength(1000) reason: string;
}

/** One field of the record: a code, a day or an instant. */
export class EntryFact {
  name: string;
  value: string;
}

export class EntryPutBack {
  by: PersonRef;
  at: string;
}

export class EntryCan {
  putBack: boolean;
}

/** A record that somebody said was entered in error. */
export class EntryInErrorView {
  id: string;
  version: number;
  @ApiProperty({ enum: ERROR_KIND_NAMES }) kind: string;
  recordId: string;
  facts: EntryFact[];
  /** What was written about it. */
  text: string | null;
  reason: string | null;
  by: PersonRef;
  at: string;
  /** Set when it counts again. */
  @ApiProperty({ type: EntryPutBack, nullable: true }) putBack: EntryPutBack | null;
  can: EntryCan;
}

export class EntriesInErrorCan {
  withdraw: boolean;
}

export class EntriesInError {
  /** The latest first. */
  items: EntryInErrorView[];
  can: EntriesInErrorCan;
}
