import { acceptContexts, apiLogin, createLogins, dropLogins, keysLogin, type Admin } from '../db/logins';
import { withClient } from '../db/prepare';
import { orgPlace, ROOT_PURPOSE } from '../sealed/keyring';
import { SealBroken } from '../sealed/errors';
import { derive, rootKeyFingerprint, type RootKey } from '../sealed/root-key';
import { unwrap, wrapAgain } from '../sealed/wrapping';
import { announce, settle, type Desk } from './desk';

/** Longer than a process that ended is remembered, with room for a machine that is busy. */
const PATIENCE_MS = 20_000;
const COLUMNS = ['wrapped', 'next', 'previous'] as const;

/** Where root keys come from and where they go; see `findRootKey`, `nextRootKey` and `promoteNextRootKey`. */
export interface RootPlaces {
  find: (fingerprint: string) => RootKey | null;
  next: (inUse: string) => RootKey | null;
  promote: (goes: string, comes: string) => void;
}

/** The fingerprints of the key that goes and of the one that comes. */
export interface RootChange {
  goes: string;
  comes: string;
}

interface Pair {
  goes: RootKey;
  comes: RootKey;
}

/**
 * Gives the installation another root key while everybody works. Both are let in first; then every process uses the
 * one that comes; then the keys of organisations are wrapped by it and tried; only then the one that goes is shut out.
 * Killed at any point it goes on when started again, with whichever of the two a start finds.
 *
 * @returns how many keys were wrapped again, null when there is nothing to change
 * @throws Error with a sentence for the operator; both keys are then still let in
 */
export async function rotateRoot(desk: Desk, adminUrl: string, places: RootPlaces): Promise<number | null> {
  return withClient(adminUrl, async (admin) => {
    const stored = await fingerprintOf(admin);
    const change = (await openChange(desk)) ?? (await offer(desk, admin, stored, places));
    if (!change) return null;
    const wrapped = stored === change.goes ? await wrapAll(desk, admin, change, places) : 0;
    await retire(desk, admin, change, places);
    return wrapped;
  });
}

async function fingerprintOf(admin: Admin): Promise<string> {
  const { rows } = await asDefiner<{ f: string }>(
    admin,
    'SELECT root_key_fingerprint AS f FROM sec.installation',
  );
  return rows[0].f;
}

async function asDefiner<T extends object>(
  admin: Admin,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: T[] }> {
  await admin.query('SET ROLE vacatur_definer');
  try {
    return await admin.query<T>(text, values);
  } finally {
    await admin.query('RESET ROLE');
  }
}

async function openChange(desk: Desk): Promise<RootChange | null> {
  const { rows } = await desk.keys.query<RootChange>('select goes, comes from root_change');
  return rows[0] ?? null;
}

/** Makes the key that comes, lets it in beside the other, and tells every process. */
async function offer(desk: Desk, admin: Admin, goes: string, places: RootPlaces): Promise<RootChange | null> {
  const root = places.next(goes);
  if (!root) return null;
  const comes = rootKeyFingerprint(root);
  await createLogins(admin, root);
  await admin.query('SET ROLE vacatur_definer');
  await acceptContexts(admin, root);
  await admin.query('RESET ROLE');
  await asDefiner(admin, 'UPDATE sec.installation SET next_root_key_fingerprint = $1', [comes]);
  await desk.keys.query('delete from root_change_process');
  await desk.keys.query(
    "insert into root_change (id, goes, comes, step) values (1, $1, $2, 'offered') on conflict do nothing",
    [goes, comes],
  );
  desk.report('the new root key is let in');
  return { goes, comes };
}

function pairOf(change: RootChange, places: RootPlaces): Pair {
  const [goes, comes] = [places.find(change.goes), places.find(change.comes)];
  if (goes && comes) return { goes, comes };
  throw new Error(
    `A change of the root key was begun, and the ${goes ? 'new' : 'old'} key is not there. ` +
      'Put its file back, or set what it comes from, and start this again.',
  );
}

async function wrapAll(desk: Desk, admin: Admin, change: RootChange, places: RootPlaces): Promise<number> {
  const pair = pairOf(change, places);
  await announce(desk);
  await settle(desk);
  await everyProcess(
    desk,
    'has_next',
    'A process that is running does not have the new root key. Give API and worker the same settings as this ' +
      'command, restart them, and start this again.',
  );
  await desk.keys.query("update root_change set step = 'used'");
  await announce(desk);
  await settle(desk);
  const late = 'A process still uses the old root key. Restart API and worker, and start this again.';
  await everyProcess(desk, `uses = '${change.comes}'`, late);
  await drained(desk, change.goes, late);
  desk.report('every process uses the new root key');
  let wrapped = 0;
  for (;;) {
    const anew = await pass(desk, pair);
    if (anew === 0) break;
    wrapped += anew;
  }
  await requireAllOpen(desk, pair.comes);
  desk.report(`${wrapped} keys are wrapped by the new root key, and all open under it alone`);
  await asDefiner(
    admin,
    'UPDATE sec.installation SET root_key_fingerprint = $1, next_root_key_fingerprint = NULL WHERE root_key_fingerprint = $2',
    [change.comes, change.goes],
  );
  return wrapped;
}

/** From here on a start takes the key that comes. What belongs to the one that goes is put aside or removed. */
async function retire(desk: Desk, admin: Admin, change: RootChange, places: RootPlaces): Promise<void> {
  places.promote(change.goes, change.comes);
  await drained(
    desk,
    change.goes,
    'A process still uses the old root key. Restart API and worker, and start this again.',
  );
  await asDefiner(admin, 'DELETE FROM sec.context_key WHERE fingerprint = $1', [change.goes]);
  await dropLogins(admin, change.goes);
  await desk.keys.query(
    `insert into key_rotation (kind, what, finished_at)
     select 'root', goes || ' ' || comes, clock_timestamp() from root_change`,
  );
  await desk.keys.query('delete from root_change');
  await desk.keys.query('delete from root_change_process');
  await announce(desk);
}

/** Waits until every process that was seen of late says so. @throws Error with the sentence given */
async function everyProcess(desk: Desk, condition: string, sentence: string): Promise<void> {
  await until(sentence, async () => {
    const { rows } = await desk.keys.query<{ n: number }>(
      `select count(*)::int as n from root_change_process
        where seen_at > clock_timestamp() - interval '10 seconds' and not (${condition})`,
    );
    return rows[0].n === 0;
  });
}

/** Waits until nobody is connected with a login of the key that goes. @throws Error with the sentence given */
async function drained(desk: Desk, goes: string, sentence: string): Promise<void> {
  await until(sentence, async () => {
    const counts = await Promise.all(
      [desk.main, desk.keys].map((pool) =>
        pool.query<{ n: number }>(
          'select count(*)::int as n from pg_catalog.pg_stat_activity where usename = any ($1)',
          [[apiLogin(goes), keysLogin(goes)]],
        ),
      ),
    );
    return counts.every(({ rows }) => rows[0].n === 0);
  });
}

async function until(sentence: string, holds: () => Promise<boolean>): Promise<void> {
  const patience = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > patience) throw new Error(sentence);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Wraps again what the old root key wraps. What somebody changes meanwhile is left to them: they use the new one. */
async function pass(desk: Desk, pair: Pair): Promise<number> {
  const [goes, comes] = [derive(pair.goes, ROOT_PURPOSE), derive(pair.comes, ROOT_PURPOSE)];
  let wrapped = 0;
  for (const { org_id, column, bytes } of await wrappedKeys(desk)) {
    const place = orgPlace(org_id);
    if (opens([comes], place, bytes) || !opens([goes], place, bytes)) continue;
    const anew = wrapAgain(comes, place, unwrap([goes], place, bytes));
    const { rowCount } = await desk.keys.query(
      `update org_key set ${column} = $2 where org_id = $1 and ${column} = $3`,
      [org_id, anew, bytes],
    );
    wrapped += rowCount ?? 0;
  }
  return wrapped;
}

/** @throws Error when a key opens under neither: it was damaged before, and the old root key is kept */
async function requireAllOpen(desk: Desk, root: RootKey): Promise<void> {
  const under = [derive(root, ROOT_PURPOSE)];
  const shut = (await wrappedKeys(desk)).filter(
    ({ org_id, bytes }) => !opens(under, orgPlace(org_id), bytes),
  );
  if (shut.length === 0) return;
  throw new Error(
    `${shut.length} keys of organisations open under neither root key. The old one was kept. Restore the keys ` +
      'database from its backup, and start this again.',
  );
}

async function wrappedKeys(
  desk: Desk,
): Promise<{ org_id: string; column: (typeof COLUMNS)[number]; bytes: Buffer }[]> {
  const { rows } = await desk.keys.query<
    { org_id: string } & Record<(typeof COLUMNS)[number], Buffer | null>
  >('select org_id, wrapped, next, previous from org_key');
  return rows.flatMap((row) =>
    COLUMNS.flatMap((column) => {
      const bytes = row[column];
      return bytes ? [{ org_id: row.org_id, column, bytes }] : [];
    }),
  );
}

function opens(
  unders: Parameters<typeof unwrap>[0],
  place: ReturnType<typeof orgPlace>,
  bytes: Buffer,
): boolean {
  try {
    unwrap(unders, place, bytes);
    return true;
  } catch (problem) {
    if (problem instanceof SealBroken) return false;
    throw problem;
  }
}
