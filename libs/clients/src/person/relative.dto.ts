import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsNotBlank, IsPartialDate } from '@app/platform';
import {
  FAMILY_STATUSES,
  QUALIFYING_PURPOSES,
  RELATIONSHIPS,
  type FamilyStatus,
  type Relationship,
} from '@app/rules';

const given = (_object: unknown, value: unknown): boolean => value !== undefined;
const QUESTIONS = ['status', 'age'] as const;

class RelativeFields {
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  @IsOptional() @IsPartialDate() birth?: string | null;
  @IsOptional() @IsBoolean() inHousehold?: boolean | null;
  /** What would become of this person if the client had to leave. */
  @IsOptional() @IsString() @MaxLength(4000) hardship?: string | null;
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
  /** The same person as a client of the office. */
  @IsOptional() @IsUUID() linkedClientId?: string | null;
}

export class NewRelative extends RelativeFields {
  @IsString() @IsNotBlank() @MaxLength(240) name: string;
  /** What the relative is to the client. */
  @ApiProperty({ enum: RELATIONSHIPS }) @IsIn(RELATIONSHIPS) relationship: Relationship;
  @ApiProperty({ enum: FAMILY_STATUSES }) @IsIn(FAMILY_STATUSES) status: FamilyStatus;
}

export class EditRelative extends RelativeFields {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(240) name?: string;
  @ApiProperty({ enum: RELATIONSHIPS, required: false })
  @ValidateIf(given)
  @IsIn(RELATIONSHIPS)
  relationship?: Relationship;
  @ApiProperty({ enum: FAMILY_STATUSES, required: false })
  @ValidateIf(given)
  @IsIn(FAMILY_STATUSES)
  status?: FamilyStatus;
}

/** A relief for which this relative may count. */
export class QualifyingView {
  @ApiProperty({ enum: QUALIFYING_PURPOSES }) purpose: string;
  authority: string;
  hardship: boolean;
  @ApiProperty({ enum: QUESTIONS, isArray: true }) questions: string[];
}

export class LinkedClient {
  id: string;
  name: string;
}

export class RelativeView {
  id: string;
  version: number;
  name: string;
  birth: string | null;
  @ApiProperty({ enum: RELATIONSHIPS }) relationship: string;
  inHousehold: boolean | null;
  @ApiProperty({ enum: FAMILY_STATUSES }) status: string;
  hardship: string | null;
  note: string | null;
  /** Only when this person sees that client; null says nothing. */
  @ApiProperty({ type: LinkedClient, nullable: true }) client: LinkedClient | null;
  qualifying: QualifyingView[];
}

export class PersonCan {
  edit: boolean;
}

export class ClientFamily {
  items: RelativeView[];
  can: PersonCan;
}
