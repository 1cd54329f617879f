import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { SealBroken } from './errors';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Bytes a sealed value is longer than its plain text: version, nonce, authentication tag. */
export const SEAL_OVERHEAD = 1 + NONCE + TAG;

/** Where a value lives. It is authenticated with the value, so bytes copied to another place do not open there. */
export interface SealPlace {
  orgId: string;
  table: string;
  column: string;
  rowId: string;
}

function authenticatedPlace(place: SealPlace): Buffer {
  const parts = [place.orgId.toLowerCase(), place.table, place.column, place.rowId.toLowerCase()];
  // A separator inside a part would let two places share one text.
  if (parts.some((part) => part === '' || part.includes('|')))
    throw new TypeError('A seal needs a complete place.');
  return Buffer.from(parts.join('|'), 'utf8');
}

/** Exported for the published test vectors only; everything else draws a fresh nonce in `sealBytes`. */
export function sealWithNonce(key: KeyObject, nonce: Buffer, authenticated: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(authenticated);
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D) under a random 96-bit nonce.
 * Layout: version (1 byte) | nonce (12) | ciphertext | tag (16). Authenticated with it: organisation, table, column, row.
 */
export function sealBytes(key: KeyObject, place: SealPlace, plain: Buffer): Buffer {
  return sealWithNonce(key, randomBytes(NONCE), authenticatedPlace(place), plain);
}

/** Opens what `sealBytes` made for the same place. Throws SealBroken for anything else, without saying why. */
export function openBytes(key: KeyObject, place: SealPlace, sealed: Buffer): Buffer {
  if (sealed.length < SEAL_OVERHEAD || sealed[0] !== VERSION) throw new SealBroken();
  const authenticated = authenticatedPlace(place);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(authenticated);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
    decipher.final();
    return plain;
  } catch {
    throw new SealBroken();
  }
}

/** Seals a text (UTF-8); see `sealBytes`. */
export function sealText(key: KeyObject, place: SealPlace, text: string): Buffer {
  return sealBytes(key, place, Buffer.from(text, 'utf8'));
}

/** Opens a text sealed for the same place. Throws SealBroken. */
export function openText(key: KeyObject, place: SealPlace, sealed: Buffer): string {
  return openBytes(key, place, sealed).toString('utf8');
}
