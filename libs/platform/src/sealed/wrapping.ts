import { createSecretKey, generateKeySync, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes, type SealPlace } from './aead';
import { SealBroken } from './errors';

/** A key as stored: the one in use, and during a rotation the one that comes or the one that goes. */
export interface Wraps {
  wrapped: Buffer | null;
  next: Buffer | null;
  previous: Buffer | null;
}

/** Makes a new key and wraps it at once: its bytes exist in no other form. */
export function wrapNew(under: KeyObject, place: SealPlace): Buffer {
  const bytes = generateKeySync('aes', { length: 256 }).export();
  const wrapped = sealBytes(under, place, bytes);
  bytes.fill(0);
  return wrapped;
}

/** Wraps a key that exists already under another one. */
export function wrapAgain(under: KeyObject, place: SealPlace, key: KeyObject): Buffer {
  const bytes = key.export();
  const wrapped = sealBytes(under, place, bytes);
  bytes.fill(0);
  return wrapped;
}

/** Opens a wrapped key with the first of several keys that fits. Throws SealBroken when none does. */
export function unwrap(unders: readonly KeyObject[], place: SealPlace, wrapped: Buffer): KeyObject {
  for (const under of unders) {
    try {
      const bytes = openBytes(under, place, wrapped);
      const key = createSecretKey(bytes);
      bytes.fill(0);
      return key;
    } catch (problem) {
      if (!(problem instanceof SealBroken)) throw problem;
    }
  }
  throw new SealBroken();
}

/**
 * All keys of a row: the one in use first, then the one that comes, then the one that goes. One that is on its way
 * and does not open is left out: the one in use must open. Throws SealBroken when it does not.
 */
export function unwrapAll(unders: readonly KeyObject[], place: SealPlace, row: Wraps): KeyObject[] {
  const others = [row.next, row.previous].filter((bytes) => bytes !== null);
  return [unwrap(unders, place, row.wrapped ?? Buffer.alloc(0)), ...others.flatMap(tried)];

  function tried(bytes: Buffer): KeyObject[] {
    try {
      return [unwrap(unders, place, bytes)];
    } catch (problem) {
      if (problem instanceof SealBroken) return [];
      throw problem;
    }
  }
}
