import { ApiProperty } from '@nestjs/swagger';
import { FACTOR_KINDS, type FactorKind, type SecondFactor } from './second-factor.entity';

export class FactorView {
  id: string;
  @ApiProperty({ enum: FACTOR_KINDS, enumName: 'FactorKind' })
  kind: FactorKind;
  name: string;
  createdAt: string;
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;

  static of(factor: SecondFactor): FactorView {
    return {
      id: factor.id,
      kind: factor.kind,
      name: factor.name,
      createdAt: factor.createdAt.toISOString(),
      lastUsedAt: factor.lastUsedAt?.toISOString() ?? null,
    };
  }
}

/** How a person's own account is protected. */
export class FactorsView {
  items: FactorView[];
  recoveryCodesLeft: number;
  /** False where this installation's address is no name or is not reached over https. */
  passkeysPossible: boolean;
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** What an authenticator app needs, shown this once. */
export class TotpEnrolmentView {
  id: string;
  /** Base 32, to be typed where a picture cannot be read. */
  secret: string;
  /** The picture to photograph, as SVG. */
  picture: string;
}

export class ConfirmedFactorView {
  factor: FactorView;
  /** With the first factor: ten codes for the day it is lost, shown this once. */
  @ApiProperty({ type: [String], nullable: true })
  recoveryCodes: string[] | null;
}

export class RecoveryCodesView {
  recoveryCodes: string[];
}

export class KnownCredential {
  id: string;
  transports: string[];
}

/** What a browser needs to ask a passkey. */
export class PasskeyChallengeView {
  challenge: string;
  rpId: string;
  credentials: KnownCredential[];
}

/** What a browser needs to make a passkey. */
export class PasskeyEnrolmentView extends PasskeyChallengeView {
  userId: string;
  userName: string;
  userDisplayName: string;
  algorithms: number[];
}
