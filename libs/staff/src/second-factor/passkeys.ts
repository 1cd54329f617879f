import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@app/platform';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { MadePasskey, PasskeyProof } from './second-factor.dto';
import type { SecondFactor } from './second-factor.entity';

/** ES256, EdDSA and RS256, by their COSE numbers (IANA): what authenticators in use can do. */
export const PASSKEY_ALGORITHMS = [-7, -8, -257];

type Response = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Transports = NonNullable<Response['response']['transports']>;

/** What is kept of a passkey. */
export interface KnownPasskey {
  credentialId: string;
  publicKey: string;
  signCount: number;
}

/**
 * Passkeys (WebAuthn level 2). Where they belong comes from the configured address of this installation, never from
 * what a request says about its host: a key made here answers nobody else.
 */
@Injectable()
export class Passkeys {
  readonly origin: string;
  readonly rpId: string;

  constructor(@Inject(CONFIG) config: Config) {
    const address = new URL(config.publicUrl);
    this.origin = address.origin;
    this.rpId = address.hostname;
  }

  /** Browsers make passkeys for names, over https or on this very machine; not for bare network addresses. */
  get possible(): boolean {
    if (/^[\d.]+$|:/.test(this.rpId)) return false;
    return this.origin.startsWith('https:') || this.rpId === 'localhost';
  }

  /** A challenge that nobody can foresee, base64url. */
  newChallenge(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What to keep of a passkey that was just made for this challenge, or null when it was not. */
  async made(wish: MadePasskey, challenge: string): Promise<KnownPasskey | null> {
    const { credentialId: id, clientDataJson: clientDataJSON, attestationObject } = wish;
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, attestationObject, transports: wish.transports as Transports },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
      });
      if (!verified) return null;
      const { credential } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        signCount: credential.counter,
      };
    } catch {
      return null;
    }
  }

  /**
   * The counter a passkey answered this challenge with, or null when it did not: wrong key, address or challenge,
   * nobody verified at the device, or a counter that went back, as a copied key's does.
   */
  async answered(factor: SecondFactor, proof: PasskeyProof, challenge: string): Promise<number | null> {
    const { credentialId: id, clientDataJson: clientDataJSON, authenticatorData, signature } = proof;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, authenticatorData, signature },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        credential: {
          id: factor.credentialId ?? '',
          publicKey: new Uint8Array(Buffer.from(factor.publicKey ?? '', 'base64url')),
          counter: factor.signCount,
        },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }
}
