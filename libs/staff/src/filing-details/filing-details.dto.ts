import { ArrayMaxSize, IsArray, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsAddress } from '../people/address';

export class WriteLetterhead {
  /** Street lines, then city, state and ZIP code, as they are printed. */
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(120, { each: true })
  addressLines: string[];

  @IsOptional() @IsString() @MaxLength(40) phone?: string | null;
  @IsOptional() @IsAddress() email?: string | null;
}

export class WriteFilerProfile {
  /** The practitioner's EOIR ID, two letters and six digits. */
  @IsOptional()
  @Matches(/^[A-Z]{2}\d{6}$/, { message: '$property must be two capital letters and six digits' })
  eoirId?: string | null;

  @IsOptional() @IsString() @MaxLength(40) phone?: string | null;
}

export class LetterheadView {
  /** 0 while nothing has been written. */
  version: number;
  addressLines: string[];
  phone: string | null;
  email: string | null;
}

export class FilerProfileView {
  /** 0 while nothing has been written. */
  version: number;
  eoirId: string | null;
  phone: string | null;
}
