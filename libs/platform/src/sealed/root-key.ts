import { createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { RootKeyProblem } from './errors';

const KEY_BYTES = 32;
const SALT = 'vacatur root key, derivation 1';
const secrets = new WeakMap<RootKey, KeyObject>();

/** The installation's root key. It is held outside every database and never printed; use `derive`. */
export class RootKey {
  private constructor() {
    Object.freeze(this);
  }

  /** Copies 32 bytes; the caller wipes its own. Throws RootKeyProblem for another length or an all-zero key. */
  static of(bytes: Buffer): RootKey {
    if (bytes.length !== KEY_BYTES || bytes.every((byte) => byte === 0)) {
      throw new RootKeyProblem('The root key must be 32 random bytes, written in base64.');
    }
    const root = new RootKey();
    secrets.set(root, createSecretKey(bytes));
    return root;
  }

  toJSON(): string {
    return '[root key]';
  }

  toString(): string {
    return '[root key]';
  }

  [inspect.custom](): string {
    return '[root key]';
  }
}

function deriveBytes(root: RootKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secrets.get(root)!, SALT, purpose, KEY_BYTES));
}

/** A 256-bit subkey for one purpose (HKDF-SHA-256, RFC 5869). The same purpose gives the same key for good. */
export function derive(root: RootKey, purpose: string): KeyObject {
  return createSecretKey(deriveBytes(root, purpose));
}

/** A password of 43 URL-safe characters for one purpose, for example a database role's. */
export function derivePassword(root: RootKey, purpose: string): string {
  return deriveBytes(root, `password|${purpose}`).toString('base64url');
}

/**
 * A value that tells whether two root keys are the same without giving the key away: 32 hex digits. The database
 * stores it at first start, so that a later start with another key stops instead of sealing under the wrong one.
 */
export function rootKeyFingerprint(root: RootKey): string {
  return deriveBytes(root, 'fingerprint').subarray(0, 16).toString('hex');
}

/** Compares with the fingerprint the database stores. Throws RootKeyProblem when the data belongs to another key. */
export function requireFingerprint(root: RootKey, stored: string): void {
  const own = Buffer.from(rootKeyFingerprint(root), 'utf8');
  const theirs = Buffer.from(stored.trim().toLowerCase(), 'utf8');
  if (own.length !== theirs.length || !timingSafeEqual(own, theirs)) {
    throw new RootKeyProblem(
      'This root key is not the one the stored data was sealed with. Start with the original key ' +
        '(root.key from your key backup, or the VACATUR_ROOT_KEY or VACATUR_ROOT_PASSPHRASE used before).',
    );
  }
}
