import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config';
import type { ChangingPool } from '../db/changing-pool';
import { ContextSigner } from '../db/context';
import type { Database } from '../db/database';
import { apiUrl, contextKey, keysUrl } from '../db/logins';
import { storedFingerprint } from '../db/prepare';
import type { Log } from '../log/log';
import { rootKeyFingerprint, type RootKey } from '../sealed/root-key';

const LOOK_MS = 1000;
const SEARCH_AGAIN_MS = 10_000;
/** A password or a login that the database no longer knows. */
const REFUSED = new Set(['28P01', '28000']);

interface Change {
  goes: string;
  comes: string;
  step: 'offered' | 'used';
}

/** What the watch changes when another root key is used. */
export interface Watched {
  config: Config;
  database: Database;
  keysPool: ChangingPool;
  log: Log;
}

/**
 * Follows a change of the root key while the process works. Every second it asks whether one is under way, finds the
 * key that comes, says that it has it, and uses it when it is told to: for the keys of organisations, for the logins
 * and for the signature of contexts.
 */
export class RootWatch {
  readonly #id = randomUUID();
  #uses: RootKey;
  #other: RootKey | null = null;
  #searched = { fingerprint: '', at: -Infinity };
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(
    private readonly watched: Watched,
    root: RootKey,
  ) {
    this.#uses = root;
  }

  /** The root keys accepted now, the one in use first. */
  readonly roots = (): readonly RootKey[] => (this.#other ? [this.#uses, this.#other] : [this.#uses]);

  /** Looks once, so that nothing is served before, and then every second. */
  async begin(): Promise<void> {
    await this.#lookOnce();
    this.#timer = setInterval(() => void this.#lookOnce(), LOOK_MS);
    this.#timer.unref();
  }

  async end(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  async #lookOnce(): Promise<void> {
    this.#looking ??= this.#look()
      // A keys database that is away is nothing to act on; who needs a key is told.
      .catch((problem) => (REFUSED.has(problem?.code) ? this.#wakeUp() : undefined))
      .catch(() => undefined)
      .finally(() => (this.#looking = null));
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { rows } = await this.watched.keysPool.query<Change>('select goes, comes, step from root_change');
    const change = rows[0];
    if (!change) {
      this.#other = null;
      return;
    }
    const [goes, comes] = [this.#find(change.goes), this.#find(change.comes)];
    const uses = change.step === 'used' && comes ? comes : this.#uses;
    this.#other = (uses === goes ? comes : goes) ?? null;
    if (uses !== this.#uses) this.#use(uses);
    await this.watched.keysPool.query(
      `insert into root_change_process (id, has_next, uses, seen_at) values ($1, $2, $3, clock_timestamp())
       on conflict (id) do update set has_next = excluded.has_next, uses = excluded.uses, seen_at = excluded.seen_at`,
      [this.#id, comes !== null, rootKeyFingerprint(this.#uses)],
    );
  }

  #find(fingerprint: string): RootKey | null {
    const known = this.roots().find((root) => rootKeyFingerprint(root) === fingerprint);
    if (known) return known;
    const now = performance.now();
    // A passphrase costs half a second of everybody's time; it is not tried every second in vain.
    if (this.#searched.fingerprint === fingerprint && now - this.#searched.at < SEARCH_AGAIN_MS) return null;
    this.#searched = { fingerprint, at: now };
    return this.watched.config.findRootKey(fingerprint);
  }

  #use(root: RootKey): void {
    const { config, database, keysPool, log } = this.watched;
    this.#uses = root;
    database.become(apiUrl(config.adminUrl, root), new ContextSigner(contextKey(root)));
    keysPool.use(keysUrl(config.keysAdminUrl, root));
    log.info({ event: 'another root key is used' });
  }

  /** The change came and went while this process slept, a laptop's lid closed for instance. */
  async #wakeUp(): Promise<void> {
    const stored = await storedFingerprint(this.watched.config.adminUrl);
    if (!stored || stored === rootKeyFingerprint(this.#uses)) return;
    const root = this.#find(stored);
    if (root) this.#use(root);
  }
}
