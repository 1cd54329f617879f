import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsName } from '../people/address';

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];
const BASE64URL = /^[\w-]*$/;

/** What the browser's passkey answered, each part base64url as the browser gives it. */
export class PasskeyProof {
  @IsString()
  @MaxLength(1400)
  @Matches(BASE64URL)
  credentialId: string;

  @IsString()
  @MaxLength(4000)
  @Matches(BASE64URL)
  clientDataJson: string;

  @IsString()
  @MaxLength(4000)
  @Matches(BASE64URL)
  authenticatorData: string;

  @IsString()
  @MaxLength(4000)
  @Matches(BASE64URL)
  signature: string;
}

/** One of the things a person can show as second step. */
export class SecondStep {
  /** Six digits of the authenticator app. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  code?: string;

  /** One of the ten codes on paper. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  recoveryCode?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PasskeyProof)
  passkey?: PasskeyProof;
}

/** A proof inside a session. */
export class ProveAgain extends SecondStep {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  password?: string;
}

export class ConfirmCode {
  /** Six digits of the authenticator app that was just set up. */
  @IsString()
  @MaxLength(20)
  code: string;
}

export class NameFactor {
  /** To tell it from the others: "Phone", "Key on my keyring". */
  @IsName()
  @MaxLength(60)
  name: string;
}

/** A passkey that the browser just made, each part base64url as the browser gives it. */
export class MadePasskey extends NameFactor {
  @IsString()
  @MaxLength(1400)
  @Matches(BASE64URL)
  credentialId: string;

  @IsString()
  @MaxLength(4000)
  @Matches(BASE64URL)
  clientDataJson: string;

  @IsString()
  @MaxLength(20000)
  @Matches(BASE64URL)
  attestationObject: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsIn(TRANSPORTS, { each: true })
  transports?: string[];
}
