import type { Pool } from 'pg';
import { poolOf } from '../db/pool';
import { orgPlace, ROOT_PURPOSE } from '../sealed/keyring';
import { OrgKey } from '../sealed/keys';
import { derive, type RootKey } from '../sealed/root-key';
import { unwrap, type Wraps } from '../sealed/wrapping';

/** What a rotation works with. Its connections are the administrator's: the application may not do any of this. */
export interface Desk {
  main: Pool;
  keys: Pool;
  /** Root keys accepted now, the one in use first. */
  roots: () => readonly RootKey[];
  /** How long until every process has seen a change of keys and ended what it did under the older ones. */
  graceMs: number;
  /** Called with one short line per step. */
  report: (line: string) => void;
}

/** Half a minute: a process looks for changes every second, and no request runs longer than its transaction may. */
export const GRACE_MS = 30_000;

/** Opens the connections. The main one acts as the role that every sealed table lets in. */
export function openDesk(
  urls: { adminUrl: string; keysUrl: string },
  options: Pick<Desk, 'roots'> & Partial<Pick<Desk, 'graceMs' | 'report'>>,
): Desk & { close: () => Promise<void> } {
  const main = poolOf({
    connectionString: urls.adminUrl,
    max: 3,
    options: '-c role=vacatur_definer -c search_path=app -c app.resealing=on -c timezone=UTC',
    query_timeout: 0,
  });
  const keys = poolOf({ connectionString: urls.keysUrl, max: 2, query_timeout: 0 });
  return {
    main,
    keys,
    roots: options.roots,
    graceMs: options.graceMs ?? GRACE_MS,
    report: options.report ?? (() => undefined),
    close: async () => {
      await main.end();
      await keys.end();
    },
  };
}

/** Tells every process that keys changed. */
export async function announce(desk: Desk): Promise<void> {
  await desk.keys.query('update key_epoch set epoch = epoch + 1');
}

/** Waits until every process has seen the last change. */
export async function settle(desk: Desk): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, desk.graceMs));
}

/** An organisation's key in use and, apart from it, the one that goes. */
export interface OrgKeyPair {
  now: OrgKey;
  before: OrgKey | null;
}

/** Throws Error when the organisation has no key, SealBroken when no accepted root key opens it. */
export async function orgKeyPair(desk: Desk, orgId: string): Promise<OrgKeyPair> {
  const { rows } = await desk.keys.query<Wraps>(
    'select wrapped, next, previous from org_key where org_id = $1',
    [orgId],
  );
  if (!rows[0]) throw new Error('The keys database holds no key for this organisation.');
  const roots = desk.roots().map((root) => derive(root, ROOT_PURPOSE));
  const { wrapped, previous } = rows[0];
  const open = (bytes: Buffer): OrgKey => new OrgKey(orgId, unwrap(roots, orgPlace(orgId), bytes));
  return { now: open(wrapped!), before: previous ? open(previous) : null };
}

/** Runs the work while no other command changes keys. @throws Error with a sentence when one does */
export async function alone<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const client = await desk.keys.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock(72616362) as free');
    if (!rows[0].free) throw new Error('Another command is changing keys. Wait until it has ended.');
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock(72616362)').catch(() => undefined);
    client.release();
  }
}
