import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import {
  apiLogin,
  contextKey,
  ContextSigner,
  findRootKey,
  Keyring,
  keysLogin,
  loadRootKey,
  newId,
  nextRootKey,
  openDesk,
  prepareDatabase,
  promoteNextRootKey,
  RootKey,
  rootKeyFingerprint,
  rotateRoot,
  SealBroken,
  storedFingerprint,
} from '@app/platform';
import { asAdmin, asApplication } from './support/admin';
import type { TestApp } from './support/app';
import type { Api } from './support/client';
import { effort, PATIENCE_MS } from './support/effort';
import type { AddedClient } from './support/factories/client';
import { foundOffice } from './support/factories/organisation';
import { finishDespiteKills, killWhenItSays, startKeys } from './support/keys-command';
import { crowd, faults, madeClient, readable } from './support/key-traffic';
import { openOwn, ownPlace, type OwnPlace } from './support/own-root';
import { employWorker } from './support/worker';

/** A26: a root key that changes while everybody works, and a command that is killed. */
jest.setTimeout(PATIENCE_MS);

/** How often the command is killed. */
const KILLS = effort(3, 20);
const PEOPLE = effort(1, 50);
/** The key comes from the files in the data folder. */
const FROM_FILES = { VACATUR_ROOT_KEY: '' };

const places: OwnPlace[] = [];
async function place(makeRoot: (home: string) => RootKey): Promise<OwnPlace> {
  places.push(await ownPlace(makeRoot));
  return places[places.length - 1];
}
afterAll(() => Promise.all(places.map((each) => each.remove())));

const fingerprintIn = (own: OwnPlace): Promise<string | null> => storedFingerprint(own.database.adminUrl);

async function logins(test: TestApp, fingerprint: string): Promise<number> {
  const { rowCount } = await asAdmin(test, (admin) =>
    admin.query('SELECT 1 FROM pg_roles WHERE rolname = ANY ($1)', [
      [apiLogin(fingerprint), keysLogin(fingerprint)],
    ]),
  );
  return rowCount ?? 0;
}

/** Nothing of the key opens anything any more: keys of organisations, logins, contexts. */
async function shutOut(test: TestApp, old: RootKey, orgId: string): Promise<void> {
  const pool = new Pool({ connectionString: test.database.keysUrl });
  await expect(new Keyring(pool, old).orgKey(orgId)).rejects.toThrow(SealBroken);
  await pool.end();
  expect(await logins(test, rootKeyFingerprint(old))).toBe(0);
  const { adminUrl, keysUrl } = test.database;
  await expect(prepareDatabase({ adminUrl, keysUrl, rootKey: old })).rejects.toThrow(/original key/);
  const wire = new ContextSigner(contextKey(old)).sign({ orgId, userId: newId(), role: 'director' });
  const refused = asApplication(test, async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.ctx', $1, true)", [wire]);
    await client.query('SELECT count(*) FROM app.client');
  });
  await expect(refused).rejects.toMatchObject({ code: 'VC002' });
}

describe('another root key from a file', () => {
  it('comes while everybody works, through kills at any moment, and the old one opens nothing', async () => {
    const own = await place((home) => loadRootKey({ home, env: {} }));
    const old = own.database.rootKey;
    const test = await openOwn(own);
    const worker = await employWorker(test);
    const office = await foundOffice(test, 'Root Turners');
    const api = office.api.attorney;
    const clients: AddedClient[] = [];
    for (let n = 0; n < 4; n += 1) clients.push(await madeClient(api, n));

    const people: Api[] = [api];
    while (people.length < PEOPLE) people.push((await office.employ('director')).api);
    const traffic = crowd(people, clients);
    for (const line of ['is let in', 'every process uses', 'are wrapped by']) {
      const killed = await killWhenItSays(test, ['rotate', 'root'], line, FROM_FILES);
      expect([killed.code, killed.said]).toEqual([null, expect.stringContaining(line)]);
    }
    const run = await finishDespiteKills(test, ['rotate', 'root'], KILLS, [1500, 9000], FROM_FILES);
    const { wrong, written, rounds } = await traffic.stop();
    expect([run.code, [...new Set(wrong)], run.said]).toEqual([0, [], expect.stringContaining('done')]);
    expect(rounds).toBeGreaterThan(KILLS);

    const stored = (await fingerprintIn(own))!;
    expect(stored).not.toBe(rootKeyFingerprint(old));
    const root = loadRootKey({ home: own.home, env: {} });
    expect(rootKeyFingerprint(root)).toBe(stored);
    expect(existsSync(join(own.home, 'root.next.key'))).toBe(false);
    expect(existsSync(join(own.home, `root.retired-${rootKeyFingerprint(old).slice(0, 12)}.key`))).toBe(true);
    await shutOut({ ...test, database: { ...test.database, rootKey: root } }, old, office.orgId);
    await readable(api, clients, written);
    // A new organisation, a new session and a new start, all under the new key.
    await foundOffice(test, 'After the change');
    await worker.stop();
    await test.close();
    const again = await openOwn({ ...own, database: { ...own.database, rootKey: root } });
    await again.close();
  });
});

describe('another root key from a setting', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const NOW = { VACATUR_ROOT_KEY: first.toString('base64') };
  const BOTH = { ...NOW, VACATUR_NEXT_ROOT_KEY: second.toString('base64') };
  let own: OwnPlace;
  let test: TestApp;
  beforeAll(async () => {
    own = await place(() => RootKey.of(first));
    test = await openOwn(own, NOW);
  });
  afterAll(() => test.close());

  it('waits until every process has it, and leaves everything as it was', async () => {
    const office = await foundOffice(test, 'Setting Turners');
    const client = await madeClient(office.api.attorney, 0);
    const run = await startKeys(test, ['rotate', 'root'], BOTH).ended;
    expect([run.code, run.said]).toEqual([1, expect.stringContaining('does not have the new root key')]);
    expect(await fingerprintIn(own)).toBe(rootKeyFingerprint(RootKey.of(first)));
    expect(await faults(office.api.attorney, client)).toEqual([]);
    const other = await startKeys(test, ['rotate', 'client', '--all'], BOTH).ended;
    expect([other.code, other.said]).toEqual([1, expect.stringContaining('The root key is being changed')]);
    expect((await startKeys(test, ['status'], BOTH).ended).said).toContain('root key: being changed');
  });

  it('is used once the processes were started with both, and asked again there is nothing to do', async () => {
    await test.close();
    test = await openOwn(own, BOTH);
    const office = await foundOffice(test, 'Second Turners');
    const client = await madeClient(office.api.attorney, 1);
    const run = await startKeys(test, ['rotate', 'root'], BOTH).ended;
    expect([run.code, run.said]).toEqual([0, expect.stringContaining('done')]);
    expect(await fingerprintIn(own)).toBe(rootKeyFingerprint(RootKey.of(second)));
    expect(await faults(office.api.attorney, client)).toEqual([]);
    await shutOut(
      { ...test, database: { ...test.database, rootKey: RootKey.of(second) } },
      RootKey.of(first),
      office.orgId,
    );
    const again = await startKeys(test, ['rotate', 'root'], BOTH).ended;
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('Nothing was changed')]);
  });
});

describe('a process that slept through a change', () => {
  it('finds the key of the data by itself', async () => {
    const own = await place((home) => loadRootKey({ home, env: {} }));
    const test = await openOwn(own);
    const office = await foundOffice(test, 'Sleepers');
    const client = await madeClient(office.api.attorney, 2);
    const old = own.database.rootKey;
    const made = await startKeys(test, ['make', 'root'], FROM_FILES).ended;
    expect([made.code, made.said]).toEqual([0, expect.stringContaining('is made')]);
    const [comes] = readFileSync(join(own.home, 'root.next.key'), 'utf8').trim().split(' ').slice(-1);
    // The process is told nothing: its questions are answered as if no change were under way.
    await asleep(test, async () => {
      const run = await startKeys(test, ['rotate', 'root'], FROM_FILES).ended;
      expect([run.code, run.said]).toEqual([0, expect.stringContaining('done')]);
    });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await fingerprintIn(own)).toBe(comes);
    expect(await logins(test, rootKeyFingerprint(old))).toBe(0);
    expect(await faults(office.api.attorney, client)).toEqual([]);
    await test.close();
  });
});

/** Keeps a process from asking, as sleep does, and lets its connections go, as time does. */
async function asleep(test: TestApp, work: () => Promise<void>): Promise<void> {
  const { RootWatch } = jest.requireActual('../libs/platform/src/rotation/root-watch');
  const watch = test.app.get(RootWatch);
  await watch.end();
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  await work();
  await watch.begin();
}

describe('every place a root key may come from', () => {
  const KEK = 'kek.txt';
  const COMMAND = `${process.execPath} ${join(__dirname, '../scripts/key-command/key-file.mjs')}`;
  const STATIONS: [string, Record<string, string>][] = [
    ['a passphrase', { ROOT_PASSPHRASE: 'correct horse battery staple' }],
    ['another passphrase', { ROOT_PASSPHRASE: 'quite another set of words' }],
    ['a key command', { KEY_COMMAND: COMMAND }],
    ['a setting', { ROOT_KEY: randomBytes(32).toString('base64') }],
  ];
  const named = (settings: Record<string, string>, prefix: string): Record<string, string> =>
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value]));

  it('gives one, is found at a start before and after the settings follow, and takes over from the last', async () => {
    const own = await place((home) => loadRootKey({ home, env: {} }));
    const { home, database } = own;
    writeFileSync(join(home, KEK), randomBytes(32).toString('base64'));
    const base = { PATH: process.env.PATH ?? '', VACATUR_KEK_FILE: join(home, KEK) };
    const keys = new Pool({ connectionString: database.keysUrl });
    const orgId = newId();
    await new Keyring(keys, database.rootKey).createOrgKey(orgId);
    const desk = openDesk(
      { adminUrl: database.adminUrl, keysUrl: database.keysUrl },
      { roots: () => [], graceMs: 10 },
    );
    let settings: Record<string, string> = {};
    for (const [, station] of STATIONS) {
      const env = { ...base, ...settings, ...named(station, 'VACATUR_NEXT_') };
      const before = await fingerprintIn(own);
      await rotateRoot(desk, database.adminUrl, {
        find: (fingerprint) => findRootKey({ home, env }, fingerprint),
        next: (inUse) => nextRootKey({ home, env }, inUse),
        promote: (goes, comes) => promoteNextRootKey(home, goes, comes),
      });
      const fingerprint = await fingerprintIn(own);
      expect(fingerprint).not.toBe(before);
      const still = loadRootKey({ home, env, fingerprint, dataExists: true });
      settings = named(station, 'VACATUR_');
      const moved = loadRootKey({ home, env: { ...base, ...settings }, fingerprint, dataExists: true });
      expect([still, moved].map(rootKeyFingerprint)).toEqual([fingerprint, fingerprint]);
      expect((await new Keyring(keys, moved).orgKey(orgId)).orgId).toBe(orgId);
      expect(nextRootKey({ home, env }, fingerprint!)).toBeNull();
    }
    await desk.close();
    await keys.end();
  });
});
