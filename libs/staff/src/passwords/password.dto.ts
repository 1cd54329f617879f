import { IsString, MaxLength } from 'class-validator';

export class ChangePassword {
  @IsString()
  @MaxLength(200)
  current: string;

  /** 12 to 200 characters of any kind. */
  @IsString()
  @MaxLength(400)
  next: string;
}
