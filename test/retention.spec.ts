import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErasureService } from '@app/retention';
import { Keyring } from '@app/platform';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { closeCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { startKeys } from './support/keys-command';
import { remainsOf } from './support/remains';
import { forkWorker } from './support/worker';

jest.setTimeout(300_000);

let test: TestApp;
let office: Office;
let director: Api;
let attorney: Api;

beforeAll(async () => {
  test = await startApp({ DESTRUCTION_WAIT_HOURS: '0' });
  office = await foundOffice(test, 'Keepers of Files');
  director = office.api.director;
  attorney = office.api.attorney;
});
afterAll(() => test.close());

let made = 0;

/** A client whose only case is closed, with something sealed in several tables. */
async function closedClient(closedOn = '2020-03-01'): Promise<AddedClient> {
  const given = `Gone${[...String(++made)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const client = await addClient(attorney, {
    name: { given, family: 'Umbra' },
    case: { openedOn: '2010-01-04' },
  });
  await attorney.created(`/cases/${client.caseId}/notes`, { kind: 'privileged', text: `Secret of ${given}` });
  await attorney.ok('PATCH', `/clients/${client.id}`, { birth: '1971-01-02' }, { ifMatch: client.version });
  await closeCase(attorney, client.caseId, closedOn, 'other');
  return client;
}

const propose = (api: Api, id: string) =>
  api.post(`/clients/${id}/destruction`, { reasonCode: 'retention_over', reason: 'Seven years have passed' });

async function approved(): Promise<AddedClient> {
  const client = await closedClient();
  const proposed = await propose(attorney, client.id);
  await director.ok('POST', `/destructions/${proposed.body.destruction.id}/approve`);
  return client;
}

const erasure = (): ErasureService => test.app.get(ErasureService, { strict: false });

const remains = (clientId: string): Promise<string[]> => remainsOf(test, clientId);

describe('retention schedules', () => {
  it('begin as numbers nobody verified, and are set by the director', async () => {
    const before = await director.read('/retention/schedules');
    expect(before.items.every((item: { unverified: boolean }) => item.unverified)).toBe(true);
    const set = await director.ok('PUT', '/retention/schedules', { outcome: 'other', years: 5 });
    expect(set.items.find((item: { outcome: string }) => item.outcome === 'other')).toEqual({
      outcome: 'other',
      years: 5,
      unverified: false,
    });
    expect((await attorney.put('/retention/schedules', { outcome: 'other', years: 1 })).status).toBe(403);
  });

  it('list who is due, and nobody with an open case', async () => {
    const client = await closedClient('2020-03-01');
    const recent = await closedClient('2025-03-01');
    const { due } = await director.read('/retention');
    const mine = due.find((row: { clientId: string }) => row.clientId === client.id);
    expect(mine).toMatchObject({
      dueOn: '2025-03-01',
      closedOn: '2020-03-01',
      outcome: 'other',
      held: false,
    });
    expect(due.some((row: { clientId: string }) => row.clientId === recent.id)).toBe(false);
  });
});

describe('a legal hold', () => {
  it('stops a destruction under way, refuses new ones, and is lifted with a reason', async () => {
    const client = await closedClient();
    await propose(attorney, client.id);
    const held = await director.ok('POST', `/clients/${client.id}/holds`, {
      reason: 'A subpoena of 3 March',
    });
    expect(held).toMatchObject({ destruction: null, can: { propose: false } });
    expect(held.holds[0].reason).toBe('A subpoena of 3 March');
    expect(await propose(attorney, client.id)).toMatchObject({
      status: 409,
      body: { code: 'under_legal_hold' },
    });
    const lifted = await attorney.ok('POST', `/holds/${held.holds[0].id}/lift`, {
      reason: 'It was withdrawn',
    });
    expect(lifted.holds[0]).toMatchObject({
      liftReason: 'It was withdrawn',
      liftedBy: { id: office.people.attorney.id },
    });
    expect((await propose(attorney, client.id)).status).toBe(201);
  });

  it('is refused going round by the database itself', async () => {
    const client = await approved();
    const { holds } = await director.ok('POST', `/clients/${client.id}/holds`, { reason: 'A letter' });
    expect(holds).toHaveLength(1);
    await asAdmin(test, async (admin) => {
      const force = "UPDATE app.destruction SET status = 'approved' WHERE client_id = $1";
      await admin.query(`SET ROLE vacatur_definer; SELECT set_config('app.resealing', 'on', false)`);
      await expect(admin.query(force, [client.id])).rejects.toMatchObject({ code: 'VC010' });
      const fact = `INSERT INTO app.erased_client SELECT org_id, client_id, 'Client X', reason_code, proposed_by, proposed_at,
        approved_by, approved_at, now() FROM app.destruction WHERE client_id = $1`;
      await expect(admin.query(fact, [client.id])).rejects.toMatchObject({ code: 'VC010' });
    });
    await erasure().round();
    expect((await director.get(`/clients/${client.id}`)).status).toBe(200);
  });
});

describe('the destruction of a client', () => {
  it('takes two people, and closed cases', async () => {
    const open = await addClient(attorney);
    expect(await propose(attorney, open.id)).toMatchObject({ status: 422, body: { code: 'case_open' } });
    const client = await closedClient();
    const { body } = await propose(attorney, client.id);
    const alone = await attorney.post(`/destructions/${body.destruction.id}/approve`);
    expect(alone).toMatchObject({ status: 422, body: { code: 'second_person' } });
    expect(await propose(director, client.id)).toMatchObject({
      status: 409,
      body: { code: 'proposed_already' },
    });
    expect((await director.ok('POST', `/destructions/${body.destruction.id}/cancel`)).destruction).toBeNull();
    expect(
      (await office.api.paralegal.post(`/clients/${client.id}/destruction`, { reasonCode: 'other' })).status,
    ).toBe(403);
  });

  it('leaves nothing but the bare fact, and nobody finds the client again', async () => {
    const client = await approved();
    const name = client.name.given;
    expect(await erasure().round()).toBeGreaterThan(0);
    for (const api of [director, attorney]) {
      expect((await api.get(`/clients/${client.id}`)).status).toBe(404);
      expect((await api.get(`/cases/${client.caseId}`)).status).toBe(404);
      expect(JSON.stringify((await api.post('/cases/search', { q: name })).body)).not.toContain(client.id);
      expect(JSON.stringify((await api.get('/cases?status=closed&limit=100')).body)).not.toContain(client.id);
    }
    expect(await remains(client.id)).toEqual([]);
    const key = await test.app.get(Keyring).clientKey(office.orgId, client.id);
    expect(key.erased).toBe(true);
    const { erased } = await director.read('/retention');
    const fact = erased.find((row: { id: string }) => row.id === client.id);
    expect(fact).toMatchObject({
      code: expect.stringMatching(/^Client [2-9A-Z]{5}$/),
      proposedBy: { id: office.people.attorney.id },
      approvedBy: { id: office.people.director.id },
      clearedAt: expect.any(String),
    });
    expect(JSON.stringify(fact)).not.toContain(name);
    expect(readFileSync(join(test.home, 'shredded.jsonl'), 'utf8')).toContain(client.id);
    expect(readFileSync(join(test.home, 'shredded.jsonl'), 'utf8')).not.toContain(name);
  });

  it('does not come before its waiting time', async () => {
    const client = await approved();
    await asAdmin(test, (admin) =>
      admin.query(
        `SET session_replication_role = replica; UPDATE app.destruction SET not_before = now() + interval '1 day' WHERE client_id = '${client.id}'`,
      ),
    );
    await erasure().round();
    expect((await director.get(`/clients/${client.id}`)).status).toBe(200);
  });

  it('goes on after a kill at any moment', async () => {
    const clients: AddedClient[] = [];
    for (let n = 0; n < 12; n += 1) clients.push(await approved());
    for (let kill = 0; kill < 8; kill += 1) {
      const worker = await forkWorker(test, { DESTRUCTION_WAIT_HOURS: '0' });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      const gone = new Promise((resolve) => worker.once('exit', resolve));
      worker.kill('SIGKILL');
      await gone;
    }
    await erasure().round();
    for (const client of clients) {
      expect(await remains(client.id)).toEqual([]);
      expect((await director.get(`/clients/${client.id}`)).status).toBe(404);
    }
  });

  it('is applied again after an older backup of both databases came back', async () => {
    const client = await approved();
    const sealed = await asAdmin(
      test,
      async (admin) => (await admin.query('SELECT * FROM app.client WHERE id = $1', [client.id])).rows[0],
    );
    const keys = await keysOf(client.id);
    await erasure().round();
    await restore(client.id, sealed, keys);
    test.app.get(Keyring).forget();
    expect((await director.get(`/cases/${client.caseId}`)).status).toBe(200);
    const run = await startKeys(test, ['shred-again']).ended;
    expect([run.code, run.said]).toEqual([0, expect.stringContaining('erased again')]);
    expect(await remains(client.id)).toEqual([]);
    test.app.get(Keyring).forget();
    expect((await director.get(`/clients/${client.id}`)).status).toBe(404);
    const again = await startKeys(test, ['shred-again']).ended;
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('0 clients erased again')]);
  });

  it('reads a shred list whose last line was cut off', async () => {
    const file = join(test.home, 'shredded.jsonl');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, `${whole}{"orgId":"cut`);
    expect((await startKeys(test, ['shred-again']).ended).code).toBe(0);
    writeFileSync(file, whole);
  });
});

async function keysOf(clientId: string): Promise<Buffer> {
  return asKeys(
    async (query) =>
      (await query('select wrapped from client_key where client_id = $1', [clientId]))[0].wrapped as Buffer,
  );
}

async function restore(clientId: string, row: Record<string, Buffer>, wrapped: Buffer): Promise<void> {
  await asKeys((query) =>
    query('update client_key set wrapped = $2, destroyed_at = null where client_id = $1', [
      clientId,
      wrapped,
    ]),
  );
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    await admin.query('DELETE FROM app.erased_client WHERE id = $1', [clientId]);
    await admin.query(
      'UPDATE app.client SET family_name = $2, given_name = $3, a_number = $4, birth = $5, arrival = $6 WHERE id = $1',
      [clientId, row.family_name, row.given_name, row.a_number, row.birth, row.arrival],
    );
    await admin.query(
      "UPDATE app.destruction SET status = 'approved', not_before = now() + interval '9 days' WHERE client_id = $1",
      [clientId],
    );
  });
}

async function asKeys<T>(
  work: (query: (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: test.database.keysUrl });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}
