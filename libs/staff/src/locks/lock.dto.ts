import { IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '@app/platform';
import { IsAddress } from '../people/address';

export class LockAccount {
  /** Why, for whoever reviews it. Kept sealed. */
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  reason: string;
}

export class RequestLock {
  @IsAddress()
  email: string;
}

export class LockOwn {
  @IsString()
  @MaxLength(100)
  token: string;
}
