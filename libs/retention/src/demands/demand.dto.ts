import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

export const DEMAND_KINDS = [
  'subpoena',
  'court_order',
  'government_request',
  'family_request',
  'client_request',
  'other',
] as const;
export const DEMAND_STATES = ['open', 'decided', 'approved', 'closed'] as const;
export const DEMAND_RECORDS = ['identity', 'contacts', 'chronology', 'notes', 'documents'] as const;
export const HELD_BACK = ['privileged', 'withdrawn'] as const;
export const DEMAND_DECISIONS = ['comply', 'partly', 'object', 'none'] as const;
/** Facts on record that put a client under the confidentiality of 8 U.S.C. 1367. */
export const PROTECTING_FACTS = ['vawa', 'u_visa', 't_visa', 'reopen_vawa'] as const;
/** Why a client is held back: a fact of their own, or a protected client in the family or household. */
export const HOLDING_FACTS = [...PROTECTING_FACTS, 'family'] as const;
export type HoldingFact = (typeof HOLDING_FACTS)[number];
export type DemandRecord = (typeof DEMAND_RECORDS)[number];

export class NewDemand {
  @ApiProperty({ enum: DEMAND_KINDS }) @IsIn(DEMAND_KINDS) kind: (typeof DEMAND_KINDS)[number];
  /** Who asks; sealed. */
  @IsString() @IsNotBlank() @MaxLength(300) receivedFrom: string;
  @IsLegalDay() receivedOn: string;
  @IsOptional() @IsLegalDay() dueOn?: string | null;
  /** What is asked for, in words; sealed. */
  @IsString() @IsNotBlank() @MaxLength(10_000) asked: string;
}

/** What the demand covers. Whatever is not in it never leaves the office by this way. */
export class DemandScope {
  @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsUUID('all', { each: true }) clientIds: string[];
  @IsOptional() @IsLegalDay() from?: string | null;
  @IsOptional() @IsLegalDay() to?: string | null;
  @ApiProperty({ enum: DEMAND_RECORDS, isArray: true })
  @IsArray()
  @ArrayMaxSize(DEMAND_RECORDS.length)
  @ArrayUnique()
  @IsIn(DEMAND_RECORDS, { each: true })
  records: DemandRecord[];
}

export class ReleaseHeldBack {
  /** A privileged note of a client in the scope. */
  @IsOptional() @IsUUID('all') noteId?: string;
  /** A privileged or withdrawn document of a client in the scope, in place of a note. */
  @IsOptional() @IsUUID('all') documentId?: string;
  /** False holds it back again. */
  @IsBoolean() released: boolean;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class ReleaseClient {
  /** A client in the scope about whom federal law keeps everything confidential. */
  @IsUUID('all') clientId: string;
  /** False holds everything about the client back again. */
  @IsBoolean() released: boolean;
  /** On what the release rests, such as a waiver or a listed exception; sealed. */
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class DecideDemand {
  @ApiProperty({ enum: DEMAND_DECISIONS })
  @IsIn(DEMAND_DECISIONS)
  decision: (typeof DEMAND_DECISIONS)[number];
  @IsString() @IsNotBlank() @MaxLength(5000) reasons: string;
}
