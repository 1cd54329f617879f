import { createSecretKey, generateKeySync, type KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { openBytes, sealBytes, type SealPlace } from './aead';
import { ClientErased, KeyMissing, SealBroken, SealedError } from './errors';
import { KeyCache } from './key-cache';
import { ClientKey, OrgKey } from './keys';
import { derive, type RootKey } from './root-key';

const LIFETIME_MS = 5 * 60 * 1000;
const CLIENT_KEYS = 20_000;
const ORG_KEYS = 1_000;

interface ClientKeyRow {
  client_id: string;
  wrapped: Buffer | null;
}

const orgPlace = (orgId: string): SealPlace => ({ orgId, table: 'org_key', column: 'wrapped', rowId: orgId });
const clientPlace = (orgId: string, clientId: string): SealPlace => ({
  orgId,
  table: 'client_key',
  column: 'wrapped',
  rowId: clientId,
});

/**
 * Keys of organisations and clients, kept wrapped in the keys database and unwrapped in this process for five minutes
 * at most. Every statement commits on its own connection, apart from the caller's transaction in the main database.
 * Ids are UUIDs in any case.
 */
export class Keyring {
  readonly #pool: Pool;
  readonly #wrapping: KeyObject;
  readonly #orgs: KeyCache<OrgKey>;
  readonly #clients: KeyCache<ClientKey>;
  #destructions = 0;

  /** `clock` counts milliseconds and must not go backwards. */
  constructor(pool: Pool, root: RootKey, clock: () => number = () => performance.now()) {
    this.#pool = pool;
    this.#wrapping = derive(root, 'organisation keys');
    this.#orgs = new KeyCache(LIFETIME_MS, ORG_KEYS, clock);
    this.#clients = new KeyCache(LIFETIME_MS, CLIENT_KEYS, clock);
  }

  /** Makes the organisation's key, or returns the one it has: safe to call twice and from two processes. */
  async createOrgKey(orgId: string): Promise<OrgKey> {
    const id = orgId.toLowerCase();
    const wrapped = wrap(this.#wrapping, orgPlace(id));
    await this.#pool.query(
      'insert into org_key (org_id, wrapped) values ($1, $2) on conflict (org_id) do nothing',
      [id, wrapped],
    );
    return this.orgKey(id);
  }

  /** Throws KeyMissing, or SealBroken when the stored key was wrapped under another root key or for another id. */
  async orgKey(orgId: string): Promise<OrgKey> {
    const id = orgId.toLowerCase();
    const known = this.#orgs.get(id);
    if (known) return known;
    const found = await this.#pool.query<{ wrapped: Buffer }>(
      'select wrapped from org_key where org_id = $1',
      [id],
    );
    if (found.rows.length === 0) throw new KeyMissing('organisation');
    const key = new OrgKey(id, unwrap(this.#wrapping, orgPlace(id), found.rows[0].wrapped));
    this.#orgs.set(id, key);
    return key;
  }

  /**
   * Makes a client's key, or returns the one they have. Call it before the client's row is written: a key without a
   * client is harmless, a client without a key could never be read. Throws ClientErased when the key was destroyed.
   */
  async createClientKey(orgId: string, clientId: string): Promise<ClientKey> {
    const [org, client] = [orgId.toLowerCase(), clientId.toLowerCase()];
    const orgKey = await this.orgKey(org);
    const wrapped = wrap(orgKey.wrapping, clientPlace(org, client));
    await this.#pool.query(
      'insert into client_key (org_id, client_id, wrapped) values ($1, $2, $3) on conflict (org_id, client_id) do nothing',
      [org, client, wrapped],
    );
    return (await this.clientKey(org, client)).requireUsable();
  }

  /** The key of one client; see `clientKeys`. */
  async clientKey(orgId: string, clientId: string): Promise<ClientKey> {
    const keys = await this.clientKeys(orgId, [clientId]);
    return keys.get(clientId)!;
  }

  /**
   * The keys of many clients of one organisation with one query for all that are not in memory. The map has an entry
   * for every id as it was given; one that cannot be used throws only when something is opened with it.
   */
  async clientKeys(orgId: string, clientIds: readonly string[]): Promise<Map<string, ClientKey>> {
    const org = orgId.toLowerCase();
    const keys = new Map<string, ClientKey>();
    const missing = new Set<string>();
    for (const given of clientIds) {
      const id = given.toLowerCase();
      const known = this.#clients.get(`${org}|${id}`);
      if (known) keys.set(given, known);
      else missing.add(id);
    }
    if (missing.size === 0) return keys;
    const loaded = await this.#load(org, [...missing]);
    for (const given of clientIds) {
      const key = loaded.get(given.toLowerCase());
      if (key) keys.set(given, key);
    }
    return keys;
  }

  async #load(org: string, ids: string[]): Promise<Map<string, ClientKey>> {
    const destructions = this.#destructions;
    const orgKey = await this.orgKey(org);
    const found = await this.#pool.query<ClientKeyRow>({
      name: 'client_keys',
      text: 'select client_id, wrapped from client_key where org_id = $1 and client_id = any($2::uuid[])',
      values: [org, ids],
    });
    const rows = new Map(found.rows.map((row) => [row.client_id, row]));
    // A key read while one was being destroyed may be that very key: hand it out, but do not keep it.
    const keep = destructions === this.#destructions;
    return new Map(
      ids.map((id) => {
        const key = new ClientKey(org, id, clientSecret(orgKey, id, rows.get(id)));
        if (keep && rows.has(id)) this.#clients.set(`${org}|${id}`, key);
        return [id, key];
      }),
    );
  }

  /**
   * Destroys a client's key for good: nothing sealed under it opens again, here at once, in other processes within
   * five minutes. Also leaves its mark when no key is stored, so that a shred list can be applied again after a
   * restore, in any order. Safe to repeat; the first moment is kept.
   */
  async destroyClientKey(orgId: string, clientId: string): Promise<void> {
    const [org, client] = [orgId.toLowerCase(), clientId.toLowerCase()];
    this.#destructions += 1;
    await this.#pool.query(
      `insert into client_key (org_id, client_id, wrapped, destroyed_at) values ($1, $2, null, now())
       on conflict (org_id, client_id) do update
         set wrapped = null, destroyed_at = coalesce(client_key.destroyed_at, excluded.destroyed_at)`,
      [org, client],
    );
    this.#destructions += 1;
    this.#clients.delete(`${org}|${client}`);
  }

  /** Forgets every key in memory, for example before a restore of the keys database is looked at. */
  forget(): void {
    this.#orgs.clear();
    this.#clients.clear();
  }
}

function wrap(under: KeyObject, place: SealPlace): Buffer {
  const bytes = generateKeySync('aes', { length: 256 }).export();
  const wrapped = sealBytes(under, place, bytes);
  bytes.fill(0);
  return wrapped;
}

function unwrap(under: KeyObject, place: SealPlace, wrapped: Buffer): KeyObject {
  const bytes = openBytes(under, place, wrapped);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

function clientSecret(
  orgKey: OrgKey,
  clientId: string,
  row: ClientKeyRow | undefined,
): KeyObject | SealedError {
  if (!row) return new KeyMissing('client');
  if (row.wrapped === null) return new ClientErased();
  try {
    return unwrap(orgKey.wrapping, clientPlace(orgKey.orgId, clientId), row.wrapped);
  } catch (problem) {
    if (problem instanceof SealBroken) return problem;
    throw problem;
  }
}
