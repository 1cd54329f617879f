import { randomUUID } from 'node:crypto';
import { asAdmin, rowCounts } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient, clientBody, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let client: AddedClient;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  client = await addClient(office.api.attorney);
});
afterAll(() => test.close());

const note = (text: string) => ({ text, kind: 'ordinary' });
const notes = async (): Promise<string[]> =>
  (await office.api.attorney.read(`/cases/${client.caseId}/notes`)).items.map(
    (item: { text: string }) => item.text,
  );

describe('an Idempotency-Key', () => {
  it('makes one row of fifty submissions at once, and one answer', async () => {
    const idempotencyKey = randomUUID();
    const send = () =>
      office.api.attorney.post(`/cases/${client.caseId}/notes`, note('Fifty times'), { idempotencyKey });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await notes()).filter((text) => text === 'Fifty times')).toHaveLength(1);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
  }, 30_000);

  it('makes one client with one case of a repeated submission', async () => {
    const before = await rowCounts(test);
    const idempotencyKey = randomUUID();
    const body = clientBody();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => office.api.intake.post('/clients', body, { idempotencyKey })),
    );
    const after = await rowCounts(test);
    expect([after.client - before.client, after.cases - before.cases]).toEqual([1, 1]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.headers.etag))).toEqual(new Set(['"1"']));
  });

  it('is refused for another request', async () => {
    const idempotencyKey = randomUUID();
    const path = `/cases/${client.caseId}/notes`;
    await office.api.attorney.created(path, note('First'), { idempotencyKey });
    const other = await office.api.attorney.post(path, note('Second'), { idempotencyKey });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    const elsewhere = await office.api.attorney.post(
      `/clients/${client.id}/cases`,
      { type: 'advice_only' },
      { idempotencyKey },
    );
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await notes()).not.toContain('Second');
  });

  it('of one person means nothing for another', async () => {
    const idempotencyKey = randomUUID();
    const first = await office.api.attorney.created('/clients', clientBody(), { idempotencyKey });
    const second = await office.api.intake.created('/clients', clientBody(), { idempotencyKey });
    expect(first.id).not.toBe(second.id);
  });

  it('is free again when its request failed', async () => {
    const idempotencyKey = randomUUID();
    const path = `/cases/${client.caseId}/notes`;
    expect((await office.api.attorney.post(path, { text: 7 }, { idempotencyKey })).status).toBe(422);
    const taken = {
      ...clientBody(),
      aNumber: (await office.api.attorney.post(`/clients/${client.id}/a-number/reveal`)).body.aNumber,
    };
    expect((await office.api.attorney.post('/clients', taken, { idempotencyKey })).status).toBe(409);
    expect((await office.api.attorney.post(path, note('At last'), { idempotencyKey })).status).toBe(201);
  });

  it('is refused when it is malformed', async () => {
    for (const idempotencyKey of ['with space', 'x'.repeat(256), 'ümlaut']) {
      const answer = await office.api.attorney.post(`/cases/${client.caseId}/notes`, note('Never'), {
        idempotencyKey,
      });
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed_idempotency_key']);
    }
    expect(await notes()).not.toContain('Never');
  });

  it('keeps its answer sealed', async () => {
    const idempotencyKey = randomUUID();
    await office.api.attorney.created(`/cases/${client.caseId}/notes`, note('Sealed canary'), {
      idempotencyKey,
    });
    const { rows } = await asAdmin(test, (admin) =>
      admin.query('SELECT key, answer FROM app.idempotency_key ORDER BY created_at DESC LIMIT 1'),
    );
    expect(rows[0].key).not.toContain(idempotencyKey);
    expect(rows[0].answer.toString('latin1')).not.toContain('canary');
  });
});
