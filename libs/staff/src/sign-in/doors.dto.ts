import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsAddress, IsName } from '../people/address';

export class SignIn {
  @IsString()
  @MinLength(1)
  @MaxLength(254)
  email: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;

  /** Short name of the organisation, for people who work in several. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  organisation?: string;
}

export class RequestPasswordReset {
  @IsAddress()
  email: string;
}

export class ResetPassword {
  @IsString()
  @MaxLength(100)
  token: string;

  /** 12 to 200 characters of any kind. */
  @IsString()
  @MaxLength(400)
  password: string;
}

/** The secret of a mailed link travels in a body, never in an address. */
export class LookUpInvitation {
  @IsString()
  @MaxLength(100)
  token: string;
}

export class AcceptInvitation {
  @IsString()
  @MaxLength(100)
  token: string;

  @IsName()
  name: string;

  /** 12 to 200 characters of any kind. */
  @IsString()
  @MaxLength(400)
  password: string;
}
