import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Keyring } from '@app/platform';
import { ErasureService } from '@app/retention';
import { asAdmin, rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { closeCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { uploadDocument } from './support/factories/document';
import { enterReferral } from './support/factories/intake';
import { foundOffice, type Office } from './support/factories/organisation';
import { remainsOf } from './support/remains';
import { forkWorker } from './support/worker';

jest.setTimeout(300_000);

let test: TestApp;
let office: Office;
let director: Api;
let attorney: Api;

beforeAll(async () => {
  test = await startApp({ DESTRUCTION_WAIT_HOURS: '0' });
  office = await foundOffice(test, 'Keepers of Pairs');
  director = office.api.director;
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const erasure = (): ErasureService => test.app.get(ErasureService, { strict: false });
const letters = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
let made = 0;

interface Pair {
  stays: AddedClient;
  goes: AddedClient;
}

/** A record with a document and a closed case. */
async function record(family: string): Promise<AddedClient> {
  const client = await addClient(attorney, {
    name: { given: `Twin${letters(++made)}`, family },
    case: { openedOn: '2010-01-04' },
  });
  await attorney.created(`/cases/${client.caseId}/notes`, { kind: 'privileged', text: `Told by ${family}` });
  await uploadDocument(attorney, client.id, { bytes: Buffer.from(`Paper ${made}`) });
  await closeCase(attorney, client.caseId, '2020-03-01', 'other');
  return client;
}

async function pair(): Promise<Pair> {
  const [stays, goes] = [await record('Gemello'), await record('Gemela')];
  await attorney.created(`/clients/${stays.id}/merges`, { otherId: goes.id, reason: 'One person' });
  return { stays, goes };
}

const propose = (api: Api, id: string) => api.post(`/clients/${id}/destruction`, { reasonCode: 'other' });

async function approved(): Promise<Pair> {
  const both = await pair();
  const { body } = await propose(attorney, both.stays.id);
  await director.ok('POST', `/destructions/${body.destruction.id}/approve`);
  return both;
}

async function filesOf(ids: string[]): Promise<string[]> {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query<{ name: string }>(
      'SELECT storage_name AS name FROM app.document_version WHERE client_id = ANY ($1)',
      [ids],
    ),
  );
  return rows.map((row) => row.name);
}

async function gone({ stays, goes }: Pair): Promise<void> {
  for (const { id } of [stays, goes]) {
    expect(await remainsOf(test, id)).toEqual([]);
    expect((await director.get(`/clients/${id}`)).status).toBe(404);
    expect((await test.app.get(Keyring).clientKey(office.orgId, id)).erased).toBe(true);
    expect(readFileSync(join(test.home, 'shredded.jsonl'), 'utf8')).toContain(id);
  }
}

describe('the destruction of a client into whom another record was merged', () => {
  it('shows both people which records go, and takes both, with files and keys', async () => {
    const { stays, goes } = await pair();
    const with_ = [{ clientId: goes.id, name: expect.stringContaining('Gemela') }];
    const at = `/clients/${stays.id}/keeping`;
    expect(await attorney.read(at)).toMatchObject({
      merged: with_,
      mergedInto: null,
      can: { propose: true },
    });
    const { body } = await propose(attorney, stays.id);
    expect(body.destruction.merged).toEqual(with_);
    const seen = (await director.read('/retention')).destructions.find(
      (item: { id: string }) => item.id === body.destruction.id,
    );
    expect(seen).toMatchObject({ merged: with_, can: { approve: true } });
    await director.ok('POST', `/destructions/${body.destruction.id}/approve`);
    const files = await filesOf([stays.id, goes.id]);
    const before = readdirSync(join(test.home, 'files'), { recursive: true }).map((path) =>
      basename(String(path)),
    );
    expect([files.length, files.every((name) => before.includes(name))]).toEqual([2, true]);
    await erasure().round();
    await gone({ stays, goes });
    const left = readdirSync(join(test.home, 'files'), { recursive: true }).map((path) =>
      basename(String(path)),
    );
    expect(files.filter((name) => left.includes(name))).toEqual([]);
    const { erased } = await director.read('/retention');
    const facts = erased.filter((row: { id: string }) => [stays.id, goes.id].includes(row.id));
    expect(new Set(facts.map((row: { code: string }) => row.code)).size).toBe(2);
  });

  it('goes on after a kill at any moment', async () => {
    const pairs: Pair[] = [];
    for (let n = 0; n < 6; n += 1) pairs.push(await approved());
    for (let kill = 0; kill < 6; kill += 1) {
      const worker = await forkWorker(test, { DESTRUCTION_WAIT_HOURS: '0' });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.kill('SIGKILL');
      await ended;
    }
    await erasure().round();
    for (const both of pairs) await gone(both);
  });

  it('is never of one record alone, and what keeps one of them keeps both', async () => {
    const { stays, goes } = await pair();
    expect(await propose(attorney, goes.id)).toMatchObject({ status: 422, body: { code: 'merged_away' } });
    expect(await attorney.read(`/clients/${goes.id}/keeping`)).toMatchObject({
      mergedInto: stays.id,
      can: { propose: false },
    });
    const first = await propose(attorney, stays.id);
    expect(first.status).toBe(201);
    const { items } = await attorney.read(`/clients/${stays.id}/merges`);
    const undo = await attorney.post(`/clients/${stays.id}/merges/${items[0].id}/undo`);
    expect(undo).toMatchObject({ status: 409, body: { code: 'to_be_erased' } });
    await holdMerged(goes.id);
    await refusedByDatabase(stays.id, first.body.destruction.id);
    await rewrite(test, "UPDATE app.destruction SET status = 'cancelled' WHERE client_id = $1", [stays.id]);
    expect(await propose(attorney, stays.id)).toMatchObject({
      status: 409,
      body: { code: 'under_legal_hold' },
    });
  });
});

/** A hold that stands on the merged record, as no route would place one: work goes on in the record that stays. */
async function holdMerged(clientId: string): Promise<void> {
  const hold = await attorney.post(`/clients/${clientId}/holds`, { reason: 'A letter' });
  expect(hold).toMatchObject({ status: 409, body: { code: 'record_merged' } });
  await rewrite(
    test,
    `INSERT INTO app.legal_hold (org_id, id, client_id, reason, placed_by) VALUES ($1, gen_random_uuid(), $2, '', $3)`,
    [office.orgId, clientId, office.people.attorney.id],
  );
}

/** The database itself looks at the merged record's hold too. */
async function refusedByDatabase(clientId: string, destructionId: string): Promise<void> {
  await asAdmin(test, async (admin) => {
    await admin.query('SET ROLE vacatur_definer');
    const force = admin.query(
      "UPDATE app.destruction SET status = 'proposed' WHERE client_id = $1 AND id = $2",
      [clientId, destructionId],
    );
    await expect(force).rejects.toMatchObject({ code: 'VC010' });
  });
}

describe('how somebody once asked for help', () => {
  it('goes with the client who was made of it', async () => {
    const { id } = await enterReferral(attorney, { name: { given: 'Onceasking', family: 'Forhelp' } });
    await attorney.ok('POST', `/referrals/${id}/conflict-check`, {}, { ifMatch: 1 });
    const body = { case: { type: 'advice_only', openedOn: '2010-01-04' } };
    const { clientId } = await attorney.ok('POST', `/referrals/${id}/accept`, body, { ifMatch: 2 });
    const { rows: cases } = await asAdmin(test, (admin) =>
      admin.query<{ id: string }>('SELECT id FROM app.cases WHERE client_id = $1', [clientId]),
    );
    await closeCase(attorney, cases[0].id, '2020-03-01', 'other');
    const proposed = await propose(attorney, clientId);
    await director.ok('POST', `/destructions/${proposed.body.destruction.id}/approve`);
    await erasure().round();
    const { rows } = await asAdmin(test, (admin) =>
      admin.query('SELECT given_name, details, erased_at FROM app.referral WHERE id = $1', [id]),
    );
    expect(rows).toEqual([
      { given_name: Buffer.alloc(0), details: Buffer.alloc(0), erased_at: expect.any(Date) },
    ]);
    expect((await test.app.get(Keyring).clientKey(office.orgId, id)).erased).toBe(true);
  });
});
