import { createHmac } from 'node:crypto';

/** Who a transaction acts for. The database checks the signature before it shows a row. */
export interface OrganisationContext {
  orgId: string;
  userId: string;
  role: string;
}

const LIFETIME_SECONDS = 120;
const WIRE = /^[0-9a-f-]{36}\|[0-9a-f-]{36}\|[a-z_]{1,32}\|\d{10}\|[0-9a-f]{64}$/;

/** Signs contexts with the key that the database's `sec.claims()` verifies. */
export class ContextSigner {
  constructor(private readonly key: Buffer) {}

  /**
   * The signed text `org|user|role|expiry|mac`, valid for two minutes: longer than any transaction may live.
   *
   * @throws Error if a part has a character that does not belong there, so the text is safe inside SQL quotes
   */
  sign(context: OrganisationContext, nowMs: number = Date.now()): string {
    const expiry = Math.floor(nowMs / 1000) + LIFETIME_SECONDS;
    const body = `${context.orgId}|${context.userId}|${context.role}|${expiry}`;
    const wire = `${body}|${createHmac('sha256', this.key).update(body).digest('hex')}`;
    if (!WIRE.test(wire)) throw new Error('An organisation context has a malformed part.');
    return wire;
  }
}

/**
 * The two padded keys of HMAC-SHA-256 (RFC 2104), which let SQL verify with the built-in `sha256` alone:
 * `sha256(outer || sha256(inner || message))`.
 */
export function hmacPads(key: Buffer): { inner: Buffer; outer: Buffer } {
  if (key.length > 64) throw new Error('The context key must be at most 64 bytes.');
  const padded = Buffer.alloc(64);
  key.copy(padded);
  return {
    inner: Buffer.from(padded.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(padded.map((byte) => byte ^ 0x5c)),
  };
}
