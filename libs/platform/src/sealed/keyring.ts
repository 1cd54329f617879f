import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { SealPlace } from './aead';
import { ClientErased, KeyMissing, SealedError } from './errors';
import { KeyCache } from './key-cache';
import { ClientKey, OrgKey } from './keys';
import { derive, type RootKey } from './root-key';
import { unwrapAll, wrapNew, type Wraps } from './wrapping';

/** What the root key is derived for when it wraps the keys of organisations. */
export const ROOT_PURPOSE = 'organisation keys';

const LIFETIME_MS = 5 * 60 * 1000;
/** How often a process asks whether keys were changed elsewhere. */
const CHECK_MS = 1000;
/** Longer than this without an answer, and keys in memory are not trusted: a rotation may have passed by. */
const BLIND_MS = 10_000;
const CLIENT_KEYS = 20_000;
const ORG_KEYS = 1_000;

interface ClientKeyRow extends Wraps {
  client_id: string;
}

/** What the keyring needs of the connections to the keys database. */
export interface KeysStore {
  query<R extends QueryResultRow>(text: string | QueryConfig, values?: unknown[]): Promise<QueryResult<R>>;
}

export const orgPlace = (orgId: string): SealPlace => ({
  orgId,
  table: 'org_key',
  column: 'wrapped',
  rowId: orgId,
});
export const clientPlace = (orgId: string, clientId: string): SealPlace => ({
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
  readonly #pool: KeysStore;
  readonly #roots: () => readonly RootKey[];
  readonly #clock: () => number;
  #epoch: number | null = null;
  #asked = -Infinity;
  #asking: Promise<void> | null = null;
  readonly #orgs: KeyCache<OrgKey>;
  readonly #clients: KeyCache<ClientKey>;
  #changes = 0;

  /**
   * `clock` counts milliseconds and must not go backwards. `root` may be a function that lists the root keys accepted
   * at the moment, the one in use first: during a rotation of the root key there are two.
   */
  constructor(
    pool: KeysStore,
    root: RootKey | (() => readonly RootKey[]),
    clock: () => number = () => performance.now(),
  ) {
    this.#pool = pool;
    this.#roots = typeof root === 'function' ? root : () => [root];
    this.#clock = clock;
    this.#orgs = new KeyCache(LIFETIME_MS, ORG_KEYS, clock);
    this.#clients = new KeyCache(LIFETIME_MS, CLIENT_KEYS, clock);
  }

  /** Makes the organisation's key, or returns the one it has: safe to call twice and from two processes. */
  async createOrgKey(orgId: string): Promise<OrgKey> {
    const id = orgId.toLowerCase();
    const wrapped = wrapNew(derive(this.#roots()[0], ROOT_PURPOSE), orgPlace(id));
    await this.#pool.query(
      'insert into org_key (org_id, wrapped) values ($1, $2) on conflict (org_id) do nothing',
      [id, wrapped],
    );
    return this.orgKey(id);
  }

  /** Throws KeyMissing, or SealBroken when the stored key was wrapped under another root key or for another id. */
  async orgKey(orgId: string): Promise<OrgKey> {
    await this.#requireFresh();
    const id = orgId.toLowerCase();
    const known = this.#orgs.get(id);
    if (known) return known;
    const changes = this.#changes;
    const found = await this.#pool.query<Wraps>(
      'select wrapped, next, previous from org_key where org_id = $1',
      [id],
    );
    if (found.rows.length === 0) throw new KeyMissing('organisation');
    const roots = this.#roots().map((root) => derive(root, ROOT_PURPOSE));
    const [master, ...others] = unwrapAll(roots, orgPlace(id), found.rows[0]);
    const key = new OrgKey(id, master, others);
    if (changes === this.#changes) this.#orgs.set(id, key);
    return key;
  }

  /**
   * Makes a client's key, or returns the one they have. Call it before the client's row is written: a key without a
   * client is harmless, a client without a key could never be read. Throws ClientErased when the key was destroyed.
   */
  async createClientKey(orgId: string, clientId: string): Promise<ClientKey> {
    const [org, client] = [orgId.toLowerCase(), clientId.toLowerCase()];
    const orgKey = await this.orgKey(org);
    const wrapped = wrapNew(orgKey.wrapping, clientPlace(org, client));
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
    await this.#requireFresh();
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
    const changes = this.#changes;
    const orgKey = await this.orgKey(org);
    const found = await this.#pool.query<ClientKeyRow>({
      name: 'client_keys',
      text: 'select client_id, wrapped, next, previous from client_key where org_id = $1 and client_id = any($2::uuid[])',
      values: [org, ids],
    });
    const rows = new Map(found.rows.map((row) => [row.client_id, row]));
    // A key read while one was being destroyed may be that very key: hand it out, but do not keep it.
    const keep = changes === this.#changes;
    return new Map(
      ids.map((id) => {
        const key = clientKeyOf(orgKey, id, rows.get(id));
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
    this.#changes += 1;
    await this.#pool.query(
      `insert into client_key (org_id, client_id, wrapped, destroyed_at) values ($1, $2, null, now())
       on conflict (org_id, client_id) do update
         set wrapped = null, next = null, previous = null, destroyed_at = coalesce(client_key.destroyed_at, excluded.destroyed_at)`,
      [org, client],
    );
    this.#changes += 1;
    this.#clients.delete(`${org}|${client}`);
  }

  /**
   * At most once a second: were keys changed by another process? Then everything in memory is loaded again. A
   * rotation relies on it: it waits until every process must have seen a step before it takes the next one.
   */
  async #requireFresh(): Promise<void> {
    if (this.#clock() - this.#asked < CHECK_MS) return;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    await this.#asking;
  }

  async #ask(): Promise<void> {
    const begun = this.#clock();
    try {
      const { rows } = await this.#pool.query<{ epoch: number }>('select epoch::int as epoch from key_epoch');
      const epoch = rows[0]?.epoch ?? 0;
      if (this.#epoch !== null && this.#epoch !== epoch) this.forget();
      this.#epoch = epoch;
      this.#asked = begun;
    } catch (problem) {
      if (begun - this.#asked > BLIND_MS) throw problem;
    }
  }

  /** Forgets every key in memory, for example before a restore of the keys database is looked at. */
  forget(): void {
    this.#changes += 1;
    this.#orgs.clear();
    this.#clients.clear();
  }
}

function clientKeyOf(orgKey: OrgKey, clientId: string, row: ClientKeyRow | undefined): ClientKey {
  const { orgId } = orgKey;
  if (!row) return new ClientKey(orgId, clientId, new KeyMissing('client'));
  if (row.wrapped === null) return new ClientKey(orgId, clientId, new ClientErased());
  try {
    const [key, ...others] = unwrapAll(orgKey.wrappings, clientPlace(orgId, clientId), row);
    return new ClientKey(orgId, clientId, key, others);
  } catch (problem) {
    if (problem instanceof SealedError) return new ClientKey(orgId, clientId, problem);
    throw problem;
  }
}
