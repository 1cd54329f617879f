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
  readonly #masters: readonly KeyObject[];
  readonly #rows: readonly KeyObject[];
  readonly #indexes = new Map<IndexKind, readonly KeyObject[]>();
  /** The keys that unwrap this organisation's client keys, the one in use first; for the keyring. */
  readonly wrappings: readonly KeyObject[];

  /** `others` are the keys accepted besides during a rotation. */
  constructor(
    readonly orgId: string,
    master: KeyObject,
    others: readonly KeyObject[] = [],
  ) {
    this.#masters = [master, ...others];
    this.wrappings = this.#subkeys('client keys');
    this.#rows = this.#subkeys('rows');
  }

  /** The key that wraps this organisation's client keys; for the keyring. */
  get wrapping(): KeyObject {
    return this.wrappings[0];
  }

  /** Seals values of a row that belongs to the organisation and to no client (outbox, stored answers). */
  box(table: string, rowId: string): SealedBox {
    return new SealedBox(this.#rows, this.orgId, table, rowId);
  }

  /** The HMAC key of one kind of index: HKDF-SHA-256 from the organisation key with 'index|' + kind. */
  indexKey(kind: IndexKind): KeyObject {
    return this.indexKeys(kind)[0];
  }

  /** As `indexKey`, with those accepted besides during a rotation after it. */
  indexKeys(kind: IndexKind): readonly KeyObject[] {
    let keys = this.#indexes.get(kind);
    if (!keys) {
      keys = this.#subkeys(`index|${kind}`);
      this.#indexes.set(kind, keys);
    }
    return keys;
  }

  #subkeys(purpose: string): readonly KeyObject[] {
    return this.#masters.map((master) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', master, SALT, purpose, 32))),
    );
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
  readonly #others: readonly KeyObject[];

  /** `others` are the keys accepted besides during a rotation. */
  constructor(
    readonly orgId: string,
    readonly clientId: string,
    key: KeyObject | SealedError,
    others: readonly KeyObject[] = [],
  ) {
    this.#key = key;
    this.#others = others;
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
    return new SealedBox([this.#key, ...this.#others], this.orgId, table, rowId);
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
  return token(orgKey.indexKey(kind), text);
}

/**
 * The tokens to look a text up by: one, or during a rotation of the organisation's key one for each key that what is
 * stored may have been indexed under. Store `blindIndex`, look up all of these.
 */
export function blindIndexes(orgKey: OrgKey, kind: IndexKind, text: string): Buffer[] {
  return orgKey.indexKeys(kind).map((key) => token(key, text));
}

function token(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, INDEX_BYTES);
}
