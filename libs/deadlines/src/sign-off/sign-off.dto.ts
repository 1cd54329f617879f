import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';

/** How it was filed; `not_filed` is the decision not to file, which a second person signs off too. */
export const PROOF_WAYS = ['electronic', 'courier', 'mail', 'in_person', 'not_filed'] as const;

export class RecordProof {
  @ApiProperty({ enum: PROOF_WAYS }) @IsIn(PROOF_WAYS) way: (typeof PROOF_WAYS)[number];
  /** The day it was filed, or the day of the decision not to file. */
  @IsLegalDay() filedOn: string;
  /** Receipt or tracking number; needed for everything that was filed. */
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(200) receipt?: string;
  /** The document of this client's file that shows the filing: the receipt, the stamped copy, the proof of service. */
  @IsOptional() @IsUUID() documentId?: string;
  /** Where the receipt lies; for a decision not to file, the reason. */
  @IsOptional() @IsString() @IsNotBlank() @MaxLength(2000) note?: string;
}

export class SendBackProof {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}
