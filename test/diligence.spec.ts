import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { recordDiligence } from './support/factories/diligence';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let other: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Valley Legal', { roles: ['director', 'attorney'] });
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const newClient = async (): Promise<string> => (await addClient(attorney)).id;
const rowsOf = async (text: string, values: unknown[]): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;
const withdraw = (id: string, version: number, api = attorney): Promise<Answer> =>
  api.post(`/diligence-steps/${id}/withdraw`, {}, { ifMatch: version });

describe('the record of diligence', () => {
  it('keeps each entry with as much of its date as is known, oldest first', async () => {
    const clientId = await newClient();
    await recordDiligence(attorney, clientId, { kind: 'step', on: null, note: 'Called the old lawyer' });
    await recordDiligence(attorney, clientId, { kind: 'discovered', on: '2025-03-10' });
    const first = await recordDiligence(attorney, clientId, {
      kind: 'obstacle_started',
      on: '2019',
      note: 'Counsel never filed',
    });
    expect(first).toMatchObject({
      version: 1,
      kind: 'obstacle_started',
      on: '2019',
      note: 'Counsel never filed',
      by: { id: office.people.attorney.id },
      withdrawn: null,
      can: { withdraw: true },
    });
    const seen = await attorney.read(`/clients/${clientId}/diligence`);
    expect(seen.items.map((each: Json) => [each.kind, each.on])).toEqual([
      ['obstacle_started', '2019'],
      ['discovered', '2025-03-10'],
      ['step', null],
    ]);
    expect(seen.can).toEqual({ record: true });
    const [stored] = await rowsOf('SELECT note FROM app.diligence_step WHERE id = $1', [first.id]);
    expect(stored.note.toString('latin1')).not.toContain('Counsel');
  });

  it('takes an entry back once, and keeps it readable with who did', async () => {
    const clientId = await newClient();
    const step = await recordDiligence(attorney, clientId, { note: 'Wrong client' });
    expect((await withdraw(step.id, 9)).body).toMatchObject({ code: 'stale_version', currentVersion: 1 });
    expect((await attorney.post(`/diligence-steps/${step.id}/withdraw`, {})).status).toBe(428);
    const done = await withdraw(step.id, 1, office.api.director);
    expect([done.status, done.body.version, done.body.can.withdraw]).toEqual([200, 2, false]);
    expect(done.body.withdrawn.by.id).toBe(office.people.director.id);
    expect(done.body.note).toBe('Wrong client');
    expect((await withdraw(step.id, 2)).body.code).toBe('withdrawn_already');
    expect((await attorney.read(`/clients/${clientId}/diligence`)).items).toHaveLength(1);
    const history = await rowsOf(
      `SELECT was ->> 'withdrawn_at' AS at, replaced_by FROM app.row_history WHERE row_id = $1`,
      [step.id],
    );
    expect(history).toEqual([{ at: null, replaced_by: office.people.director.id }]);
  });

  it('makes one entry of a double submit', async () => {
    const clientId = await newClient();
    const body = { kind: 'step', on: '2025-03-10' };
    const answers = await Promise.all(
      [1, 2].map(() =>
        attorney.post(`/clients/${clientId}/diligence`, body, { idempotencyKey: 'same-step' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect((await attorney.read(`/clients/${clientId}/diligence`)).items).toHaveLength(1);
  });

  it('refuses what cannot be, with the field', async () => {
    const clientId = await newClient();
    const wrong: [Json, string][] = [
      [{ kind: 'step', on: '2099-01-01' }, 'on'],
      [{ kind: 'step', on: '2025-02-30' }, 'on'],
      [{ kind: 'tolled', on: '2025' }, 'kind'],
      [{ on: '2025' }, 'kind'],
      [{ kind: 'step', on: '2025', note: 'x'.repeat(4001) }, 'note'],
      [{ kind: 'step', on: '2025', orgId: office.orgId }, 'orgId'],
    ];
    for (const [body, path] of wrong) {
      const answer = await attorney.post(`/clients/${clientId}/diligence`, body);
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([expect.any(Number), path]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect((await attorney.read(`/clients/${clientId}/diligence`)).items).toEqual([]);
  });
});

describe('who may', () => {
  it('hides another organisation, and a caseload one is not on', async () => {
    const clientId = await newClient();
    const step = await recordDiligence(attorney, clientId);
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await api.get(`/clients/${clientId}/diligence`)).status).toBe(404);
      expect((await api.post(`/clients/${clientId}/diligence`, { kind: 'step', on: null })).status).toBe(404);
      expect((await withdraw(step.id, 1, api)).status).toBe(404);
    }
  });

  it('lets auditors read without the note and not write, volunteers neither', async () => {
    const clientId = await newClient();
    const step = await recordDiligence(attorney, clientId, { note: 'About the person' });
    const seen = await office.api.auditor.read(`/clients/${clientId}/diligence`);
    expect([seen.can.record, seen.items[0].can.withdraw, seen.items[0].note]).toEqual([false, false, null]);
    expect((await withdraw(step.id, 1, office.api.auditor)).status).toBe(403);
    expect((await withdraw(step.id, 1, office.api.intake)).status).toBe(403);
    expect((await office.api.volunteer.get(`/clients/${clientId}/diligence`)).status).toBe(403);
  });

  it('writes into the audit trail which fields were given, never their values', async () => {
    const clientId = await newClient();
    await recordDiligence(attorney, clientId, { note: 'About the person' });
    const [entry] = await rowsOf(
      `SELECT action, fields FROM app.audit_entry WHERE client_id = $1 ORDER BY seq DESC LIMIT 1`,
      [clientId],
    );
    expect(entry).toEqual({
      action: 'diligence.record',
      fields: ['diligence.kind', 'diligence.note', 'diligence.on'],
    });
  });
});
