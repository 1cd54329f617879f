import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { CLOCK, CLOCK_SAYS } from '../episodes/episode.dto';

export class RecordCall {
  /** Day and time on the office's clock; now when left out. */
  @IsOptional() @IsLegalDay() on?: string | null;
  @IsOptional() @Matches(CLOCK, CLOCK_SAYS) time?: string | null;
  @IsOptional() @IsString() @MaxLength(200) caller?: string | null;
  /** Telephone or other way to call back. */
  @IsOptional() @IsString() @MaxLength(200) callBack?: string | null;
  @IsString() @IsNotBlank() @MaxLength(4000) said: string;
}
