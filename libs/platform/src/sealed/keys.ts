import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import type { SealedError } from './errors';
import { SealedBox } from './sealed-box';

const SALT = 'vacatur organisation key, derivation 1';
const INDEX_BYTES = 16;

/** What keyed search must never confuse: the index of one kind says nothing about a value of another kind. */
export type IndexKind = string;

/** An organisation's key. Its three uses (client keys, its own rows, search indexes) have separate subkeys. */
export class OrgKey {
  readonly #master: KeyObject;
  readonly #wrapping: KeyObject;
  readonly #rows: KeyObject;
  readonly #indexes = new Map<IndexKind, KeyObject>();

  constructor(
    readonly orgId: string,
    master: KeyObject,
  ) {
    this.#master = master;
    this.#wrapping = this.#subkey('client keys');
    this.#rows = this.#subkey('rows');
  }

  /** The key that wraps this organisation's client keys; for the keyring. */
  get wrapping(): KeyObject {
    return this.#wrapping;
  }

  /** Seals values of a row that belongs to the organisation and to no client (outbox, stored answers). */
  box(table: string, rowId: string): SealedBox {
    return new SealedBox(this.#rows, this.orgId, table, rowId);
  }

  /** The HMAC key of one kind of index: HKDF-SHA-256 from the organisation key with 'index|' + kind. */
  indexKey(kind: IndexKind): KeyObject {
    let key = this.#indexes.get(kind);
    if (!key) {
      key = this.#subkey(`index|${kind}`);
      this.#indexes.set(kind, key);
    }
    return key;
  }

  #subkey(purpose: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.#master, SALT, purpose, 32)));
  }

  toJSON(): string {
    return '[organisation key]';
  }

  [inspect.custom](): string {
    return this.toJSON();
  }
}

/**
 * What is known about one client's key. A page of clients may include an erased one: the key is then handed out all
 * the same and complains (ClientErased, KeyMissing, SealBroken) only when something of that client is opened.
 */
export class ClientKey {
  readonly #key: KeyObject | SealedError;

  constructor(
    readonly orgId: string,
    readonly clientId: string,
    key: KeyObject | SealedError,
  ) {
    this.#key = key;
  }

  /** True when the key was destroyed on purpose; screens then show an erased client instead of failing. */
  get erased(): boolean {
    return this.#key instanceof Error && this.#key.code === 'client_erased';
  }

  /** Throws ClientErased, KeyMissing or SealBroken when the key cannot be used. */
  requireUsable(): this {
    if (this.#key instanceof Error) throw this.#key;
    return this;
  }

  /** Seals and opens values of one row about this client. Throws as `requireUsable` does. */
  box(table: string, rowId: string): SealedBox {
    if (this.#key instanceof Error) throw this.#key;
    return new SealedBox(this.#key, this.orgId, table, rowId);
  }

  toJSON(): string {
    return '[client key]';
  }

  [inspect.custom](): string {
    return this.toJSON();
  }
}

/**
 * A 16-byte keyed token for exact search (HMAC-SHA-256, truncated). Equal texts of one kind in one organisation give
 * equal tokens; without the organisation's key the token says nothing, however small the space of values is.
 * The caller normalises the text first.
 */
export function blindIndex(orgKey: OrgKey, kind: IndexKind, text: string): Buffer {
  return createHmac('sha256', orgKey.indexKey(kind)).update(text, 'utf8').digest().subarray(0, INDEX_BYTES);
}
