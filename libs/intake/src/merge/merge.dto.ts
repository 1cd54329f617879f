import { IsString, IsUUID, MaxLength } from 'class-validator';
import { IsNotBlank } from '@app/platform';

export class MergeRecord {
  /** The other record of the same person; it is merged into the one that the address names. */
  @IsUUID() otherId: string;
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}
