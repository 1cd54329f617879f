import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import {
  ClientErased,
  KeyMissing,
  Keyring,
  RootKey,
  SealBroken,
  keysSchema,
  sealBytes,
} from '../libs/platform/src/sealed';
import { cloneDatabase, type TestDatabase } from './support/postgres';

let database: TestDatabase;
let pool: Pool;
const root = RootKey.of(randomBytes(32));
const org = randomUUID();
const otherOrg = randomUUID();
let keyring: Keyring;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new Pool({ connectionString: database.keysUrl, max: 4 });
  // Twice: the statements must be safe to run at every start.
  for (const statement of [...keysSchema, ...keysSchema]) await pool.query(statement);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});
beforeEach(async () => {
  await pool.query('truncate org_key, client_key');
  keyring = new Keyring(pool, root);
  await keyring.createOrgKey(org);
  await keyring.createOrgKey(otherOrg);
});

/** Counts the statements that reach the keys database while `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pool, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

async function boxOf(key: ReturnType<Keyring['clientKey']>) {
  const found = await key;
  return found.box('client', found.clientId);
}

describe('organisation keys', () => {
  it('are made once, even by many at the same time', async () => {
    const id = randomUUID();
    const keyrings = Array.from({ length: 8 }, () => new Keyring(pool, root));
    const keys = await Promise.all(keyrings.map((each) => each.createOrgKey(id)));
    const sealed = keys[0].box('outbox', id).seal('payload', 'hello');
    for (const key of keys) expect(key.box('outbox', id).open('payload', sealed)).toBe('hello');
    expect((await pool.query('select 1 from org_key where org_id = $1', [id])).rowCount).toBe(1);
  });

  it('are missing for an organisation that has none', async () => {
    await expect(keyring.orgKey(randomUUID())).rejects.toThrow(KeyMissing);
  });

  it('do not open under another root key', async () => {
    await expect(new Keyring(pool, RootKey.of(randomBytes(32))).orgKey(org)).rejects.toThrow(SealBroken);
  });

  it('do not open for another organisation that a row was copied to', async () => {
    const copy =
      'update org_key set wrapped = (select wrapped from org_key where org_id = $1) where org_id = $2';
    await pool.query(copy, [org, otherOrg]);
    await expect(new Keyring(pool, root).orgKey(otherOrg)).rejects.toThrow(SealBroken);
  });
});

describe('client keys', () => {
  it('open in another process what was sealed in this one', async () => {
    const client = randomUUID();
    const key = await keyring.createClientKey(org, client);
    const sealed = key.box('client', client).seal('family_name', 'Vang');
    const elsewhere = await new Keyring(pool, root).clientKey(org.toUpperCase(), client.toUpperCase());
    expect(elsewhere.box('client', client).open('family_name', sealed)).toBe('Vang');
  });

  it('are made once for a client, and differ between clients', async () => {
    const [client, other] = [randomUUID(), randomUUID()];
    const first = await keyring.createClientKey(org, client);
    const again = await new Keyring(pool, root).createClientKey(org, client);
    const sealed = first.box('client', client).seal('family_name', 'Vang');
    expect(again.box('client', client).open('family_name', sealed)).toBe('Vang');
    const stranger = await keyring.createClientKey(org, other);
    expect(() => stranger.box('client', client).open('family_name', sealed)).toThrow(SealBroken);
  });

  it('come with one statement for a whole page, and with none the second time', async () => {
    const clients = Array.from({ length: 50 }, () => randomUUID());
    for (const client of clients) await keyring.createClientKey(org, client);
    const fresh = new Keyring(pool, root);
    await fresh.orgKey(org);
    expect(await statements(() => fresh.clientKeys(org, clients.slice(0, 20)))).toBe(1);
    expect(await statements(() => fresh.clientKeys(org, clients))).toBe(1);
    expect(await statements(() => fresh.clientKeys(org, clients))).toBe(0);
    expect(await statements(() => fresh.clientKeys(org, []))).toBe(0);
    expect([...(await fresh.clientKeys(org, clients)).keys()].sort()).toEqual([...clients].sort());
  });

  it('are not found under another organisation', async () => {
    const client = randomUUID();
    await keyring.createClientKey(org, client);
    const key = await keyring.clientKey(otherOrg, client);
    expect(() => key.box('client', client)).toThrow(KeyMissing);
    expect(key.erased).toBe(false);
  });

  it('do not open when a row was moved to another organisation or another client', async () => {
    const [client, other] = [randomUUID(), randomUUID()];
    await keyring.createClientKey(org, client);
    const copy =
      'insert into client_key (org_id, client_id, wrapped) select $1, $2, wrapped from client_key where client_id = $3 and org_id = $4';
    await pool.query(copy, [otherOrg, client, client, org]);
    await pool.query(copy, [org, other, client, org]);
    const fresh = new Keyring(pool, root);
    await expect(boxOf(fresh.clientKey(otherOrg, client))).rejects.toThrow(SealBroken);
    await expect(boxOf(fresh.clientKey(org, other))).rejects.toThrow(SealBroken);
    await expect(boxOf(fresh.clientKey(org, client))).resolves.toBeDefined();
  });

  it('that are damaged do not hide the rest of the page', async () => {
    const [good, damaged, missing] = [randomUUID(), randomUUID(), randomUUID()];
    await keyring.createClientKey(org, good);
    await keyring.createClientKey(org, damaged);
    const place = { orgId: org, table: 'client_key', column: 'wrapped', rowId: damaged };
    const junk = sealBytes(createSecretKey(randomBytes(32)), place, Buffer.alloc(32));
    await pool.query('update client_key set wrapped = $1 where client_id = $2', [junk, damaged]);
    const keys = await new Keyring(pool, root).clientKeys(org, [good, damaged, missing]);
    expect(keys.get(good)!.box('client', good)).toBeDefined();
    expect(() => keys.get(damaged)!.box('client', damaged)).toThrow(SealBroken);
    expect(() => keys.get(missing)!.box('client', missing)).toThrow(KeyMissing);
  });

  it('are looked up again after five minutes', async () => {
    let now = 0;
    const aging = new Keyring(pool, root, () => now);
    const client = randomUUID();
    await aging.createClientKey(org, client);
    // One statement asks whether keys were changed elsewhere; at most once a second.
    now = 299_999;
    expect(await statements(() => aging.clientKey(org, client))).toBe(1);
    expect(await statements(() => aging.clientKey(org, client))).toBe(0);
    now = 301_000;
    expect(await statements(() => aging.clientKey(org, client))).toBeGreaterThan(1);
  });
});

describe('destroying a client key', () => {
  it('ends every opening here at once and elsewhere within five minutes', async () => {
    let now = 0;
    const elsewhere = new Keyring(pool, root, () => now);
    const client = randomUUID();
    await keyring.createClientKey(org, client);
    expect((await elsewhere.clientKey(org, client)).erased).toBe(false);
    await keyring.destroyClientKey(org, client);
    const erased = await keyring.clientKey(org, client);
    expect(erased.erased).toBe(true);
    expect(() => erased.box('client', client)).toThrow(ClientErased);
    now = 300_000;
    expect((await elsewhere.clientKey(org, client)).erased).toBe(true);
    const row = await pool.query('select wrapped, destroyed_at from client_key where client_id = $1', [
      client,
    ]);
    expect(row.rows[0].wrapped).toBeNull();
    expect(row.rows[0].destroyed_at).toBeInstanceOf(Date);
  });

  it('cannot be undone by making the key again', async () => {
    const client = randomUUID();
    await keyring.createClientKey(org, client);
    await keyring.destroyClientKey(org, client);
    await expect(keyring.createClientKey(org, client)).rejects.toThrow(ClientErased);
    await expect(new Keyring(pool, root).createClientKey(org, client)).rejects.toThrow(ClientErased);
  });

  it('keeps its first moment when repeated, and leaves its mark where no key is stored', async () => {
    const client = randomUUID();
    await keyring.destroyClientKey(org, client);
    const moment = async () =>
      (await pool.query('select destroyed_at from client_key where client_id = $1', [client])).rows[0]
        .destroyed_at;
    const first = await moment();
    await keyring.destroyClientKey(org, client);
    expect(await moment()).toEqual(first);
    await expect(keyring.createClientKey(org, client)).rejects.toThrow(ClientErased);
  });

  it('does not leave the key in memory when a page was being loaded meanwhile', async () => {
    for (let round = 0; round < 25; round += 1) {
      const client = randomUUID();
      await keyring.createClientKey(org, client);
      keyring.forget();
      await keyring.orgKey(org);
      await Promise.all([
        keyring.clientKeys(org, [client]),
        keyring.destroyClientKey(org, client),
        keyring.clientKeys(org, [client]),
      ]);
      expect((await keyring.clientKey(org, client)).erased).toBe(true);
    }
  });

  it('is the only way to an empty key: the table refuses a half state', async () => {
    const client = randomUUID();
    await keyring.createClientKey(org, client);
    const refused = /client_key_destroyed_is_empty/;
    const half = (change: string) =>
      pool.query(`update client_key set ${change} where client_id = $1`, [client]);
    await expect(half('wrapped = null')).rejects.toThrow(refused);
    await expect(half('destroyed_at = now()')).rejects.toThrow(refused);
  });
});
