import { randomUUID } from 'node:crypto';
import { KeyedTokens, NOT_SEALED, openDesk, rotateClients, sealedTables, type Desk } from '@app/platform';
import { emptyTally } from '../libs/platform/src/rotation/reseal';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { effort, PATIENCE_MS } from './support/effort';
import type { AddedClient } from './support/factories/client';
import { sendUpload, uploadDocument } from './support/factories/document';
import { addOfficeParty, addParty, enterReferral } from './support/factories/intake';
import { foundOffice, type Office } from './support/factories/organisation';
import { finishDespiteKills, startKeys } from './support/keys-command';
import { crowd, faults, madeClient, readable } from './support/key-traffic';
import { underPresentKeys } from './support/under-keys';

/** A26: keys that change while everybody works, and commands that are killed. */
jest.setTimeout(PATIENCE_MS);

/** How often each command is killed. */
const KILLS = effort(3, 20);
const PEOPLE = effort(1, 50);

let test: TestApp;
let office: Office;
let api: Api;
let people: Api[];
let clients: AddedClient[];
let desk: Desk & { close: () => Promise<void> };

beforeAll(async () => {
  // Every round of reading reveals a number.
  test = await startApp({ REVEALS_PER_HOUR: '100000', REVEALS_PER_DAY: '100000' });
  office = await foundOffice(test, 'Key Turners');
  api = office.api.attorney;
  people = [api];
  while (people.length < PEOPLE) people.push((await office.employ('director')).api);
  clients = [];
  for (let n = 0; n < 6; n += 1) clients.push(await madeClient(api, n));
  desk = openDesk(
    { adminUrl: test.database.adminUrl, keysUrl: test.database.keysUrl },
    { roots: () => [test.database.rootKey], graceMs: 1300 },
  );
});
afterAll(async () => {
  await desk?.close();
  await test?.close();
});

/** What only a keyed token recognises: a file, somebody the office knows, an applicant. Returns the asking again. */
async function rememberByTokens(): Promise<() => Promise<void>> {
  const [client] = clients;
  const paper = { bytes: Buffer.from('The very same paper') };
  await uploadDocument(api, client.id, paper);
  await addOfficeParty(api, { name: 'Zebulon Ledgerworth' });
  await enterReferral(api, { name: { given: 'Quintella', family: 'Askingham' } });
  return async () => {
    expect(await sendUpload(api, `/clients/${client.id}/documents`, paper)).toMatchObject({
      status: 422,
      body: { code: 'same_file' },
    });
    for (const name of ['Zebulon Ledgerworth', 'Quintella Askingham']) {
      const before = (await api.read(`/clients/${client.id}/conflicts`)).hits.length;
      await addParty(api, client.id, { name, kind: 'family_member' });
      expect((await api.read(`/clients/${client.id}/conflicts`)).hits.length).toBeGreaterThan(before);
    }
  };
}

async function keysOf(table: string): Promise<Map<string, Buffer>> {
  const { rows } = await desk.keys.query<{ id: string; wrapped: Buffer }>(
    `select ${table === 'org_key' ? 'org_id' : 'client_id'} as id, wrapped from ${table} where org_id = $1 and wrapped is not null`,
    [office.orgId],
  );
  return new Map(rows.map((row) => [row.id, row.wrapped]));
}

async function onTheWay(): Promise<number> {
  const { rows } = await desk.keys.query<{ n: number }>(
    `select (select count(*) from client_key where next is not null or previous is not null)::int
          + (select count(*) from org_key where next is not null or previous is not null)::int as n`,
  );
  return rows[0].n;
}

describe('every sealed column', () => {
  it('is found by the catalogue, and opens under the convention', async () => {
    const tables = await sealedTables(desk.main);
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(['client', 'case_note', 'outbox_message']),
    );
    expect(await underPresentKeys(desk, test.database.rootKey, office.orgId)).toEqual(emptyTally());
  });
});

describe('every keyed token', () => {
  /** Hashes under no key of an organisation: of random secrets, of chains of entries, of requests, of the codes of forms. */
  const OTHER_HASHES =
    /^(audit_|idempotency_key|form_draft)|\.(token_hash|code_hash|pair_hash|digest|manifest_hash)$/;

  it('has a library that makes it anew, and none is made that is not there', async () => {
    const { rows } = await desk.main.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND a.atttypid = 'bytea'::regtype`,
    );
    const keyed = rows
      .map((row) => row.name)
      .filter((name) => NOT_SEALED.test(name.split('.')[1]) && !OTHER_HASHES.test(name));
    expect(test.app.get(KeyedTokens).columns).toEqual(keyed.sort());
    expect(keyed).toEqual(
      expect.arrayContaining(['document_version.content_hash', 'referral.a_number_index']),
    );
  });
});

describe('new keys for clients', () => {
  it('come while everybody works, through kills at any moment, and leave nothing under the old keys', async () => {
    const before = await keysOf('client_key');
    const traffic = crowd(people, clients);
    const run = await finishDespiteKills(
      test,
      ['rotate', 'client', '--all', office.slug],
      KILLS,
      [900, 6000],
    );
    const { wrong, written, rounds } = await traffic.stop();
    expect([run.code, [...new Set(wrong)], run.said]).toEqual([0, [], expect.stringContaining('done')]);
    expect(run.kills + rounds).toBeGreaterThan(KILLS);
    const after = await keysOf('client_key');
    for (const [id, wrapped] of before) expect(after.get(id)!.equals(wrapped)).toBe(false);
    expect(await onTheWay()).toBe(0);
    expect(await underPresentKeys(desk, test.database.rootKey, office.orgId)).toEqual(emptyTally());
    await readable(api, clients, written);
  });

  it('come for one client alone', async () => {
    const before = await keysOf('client_key');
    const run = await startKeys(test, ['rotate', 'client', clients[0].id]).ended;
    expect([run.code, run.said]).toEqual([0, expect.stringContaining('done')]);
    const after = await keysOf('client_key');
    const changed = [...before].filter(([id, wrapped]) => !after.get(id)!.equals(wrapped)).map(([id]) => id);
    expect(changed).toEqual([clients[0].id]);
    expect(await faults(api, clients[0])).toEqual([]);
  });

  it('are refused while another command changes keys, and for a client that is not there', async () => {
    const holder = await desk.keys.connect();
    await holder.query('select pg_advisory_lock(72616362)');
    const run = await startKeys(test, ['rotate', 'client', '--all']).ended;
    await holder.query('select pg_advisory_unlock(72616362)');
    holder.release();
    expect([run.code, run.said]).toEqual([1, expect.stringContaining('Another command')]);
    const stranger = await startKeys(test, ['rotate', 'client', randomUUID()]).ended;
    expect([stranger.code, stranger.said]).toEqual([1, expect.stringContaining('no client')]);
  });

  it('leave a value alone that no key opens, and say so', async () => {
    await desk.main.query(`UPDATE app.case_note SET text = set_byte(text, 20, get_byte(text, 20) # 1)
      WHERE id = (SELECT id FROM app.case_note WHERE client_id = '${clients[1].id}' ORDER BY id LIMIT 1)`);
    const quick = { ...desk, graceMs: 1300 };
    const tally = await rotateClients(quick, office.orgId, [clients[1].id]);
    expect(tally.broken).toBeGreaterThan(0);
    const left = await underPresentKeys(desk, test.database.rootKey, office.orgId);
    expect(left).toEqual({ ...emptyTally(), broken: 1, where: tally.where });
    await desk.main.query(`DELETE FROM app.case_note WHERE client_id = '${clients[1].id}'`);
    await api.created(`/cases/${clients[1].caseId}/notes`, { kind: 'ordinary', text: 'Note before' });
  });
});

describe('a new key for the organisation', () => {
  it('comes while everybody works, with search tokens made anew, through kills at any moment', async () => {
    const [old] = [...(await keysOf('org_key')).values()];
    const { rows: tokens } = await desk.main.query<{ token: Buffer }>(
      'SELECT DISTINCT token FROM app.client_token',
    );
    const known = await rememberByTokens();
    const traffic = crowd(people, clients);
    const run = await finishDespiteKills(test, ['rotate', 'organisation', office.slug], KILLS, [2500, 11000]);
    const { wrong, written } = await traffic.stop();
    expect([run.code, [...new Set(wrong)], run.said]).toEqual([0, [], expect.stringContaining('done')]);
    expect([...(await keysOf('org_key')).values()][0].equals(old)).toBe(false);
    expect(await onTheWay()).toBe(0);
    const left = await desk.main.query(
      'SELECT count(*)::int AS n FROM app.client_token WHERE token = ANY ($1)',
      [tokens.map((row) => row.token)],
    );
    expect(left.rows[0].n).toBe(0);
    await readable(api, clients, written);
    await known();
  });

  it('is counted in the status', async () => {
    const run = await startKeys(test, ['status']).ended;
    expect(run.said).toMatch(/organisations: \d+, being rotated: 0/);
  });
});
