import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** What a passkey is asked, as the API says it. */
export interface Challenge {
  challenge: string;
  rpId: string;
}

/** What is different about a dishonest or broken device. */
export interface Quirks {
  origin?: string;
  rpId?: string;
  /** Someone was there, and was verified by PIN or finger. */
  verified?: boolean;
  /** The number the device counts with; by default one more than before. */
  count?: number;
  type?: string;
  challenge?: string;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const text = (data: Buffer): string => data.toString('base64url');

/** CBOR (RFC 8949) of what a key and an attestation without a statement need: small integers, bytes, texts, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number): Buffer => {
    if (size < 24) return Buffer.of((major << 5) | size);
    if (size < 256) return Buffer.of((major << 5) | 24, size);
    return Buffer.of((major << 5) | 25, size >> 8, size & 255);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as number)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

/** A passkey in software: ES256, no attestation, user verification, a counter (WebAuthn level 2, sections 6 and 7). */
export class Authenticator {
  private readonly id = randomBytes(32);
  private readonly key: KeyObject;
  private readonly publicKey: Buffer;
  private count = 0;

  constructor(private readonly origin = 'http://localhost:3000') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    this.publicKey = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  /** What the device answers when it is to make the key: the body of `POST /me/factors/passkeys`. */
  make(asked: Challenge, name = 'Key on my keyring', quirks: Quirks = {}) {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), size, this.id, this.publicKey]);
    const authData = Buffer.concat([this.state(asked, quirks, 0x40), attested]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      name,
      credentialId: text(this.id),
      clientDataJson: text(this.client(asked, { type: 'webauthn.create', ...quirks })),
      attestationObject: text(cbor(attestation)),
      transports: ['usb'],
    };
  }

  /** What the device answers when it is asked for the key. */
  answer(asked: Challenge, quirks: Quirks = {}) {
    const authenticatorData = this.state(asked, { count: this.count + 1, ...quirks }, 0);
    const client = this.client(asked, { type: 'webauthn.get', ...quirks });
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, sha256(client)]))
      .sign(this.key);
    return {
      credentialId: text(this.id),
      clientDataJson: text(client),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
    };
  }

  private client(asked: Challenge, { type, origin, challenge }: Quirks): Buffer {
    const said = { type, challenge: challenge ?? asked.challenge, origin: origin ?? this.origin };
    return Buffer.from(JSON.stringify({ ...said, crossOrigin: false }));
  }

  private state(asked: Challenge, { rpId, verified = true, count }: Quirks, extra: number): Buffer {
    this.count = count ?? this.count;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.count);
    const flags = 0x01 | (verified ? 0x04 : 0) | extra;
    return Buffer.concat([sha256(rpId ?? asked.rpId), Buffer.of(flags), counter]);
  }
}
