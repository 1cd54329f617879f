import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { deadlinesOf } from './support/factories/deadline';
import { uploadDocument } from './support/factories/document';
import { foundOffice, type Office } from './support/factories/organisation';
import { addOrder } from './support/factories/order';
import { addProceeding } from './support/factories/proceeding';
import type { Person } from './support/factories/staff';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let attorney: Api;
let second: Person;
let clientId: string;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
  second = await office.employ('attorney', { name: 'Second Signer' });
});
beforeEach(async () => {
  const client = await addClient(attorney, { aNumber: null });
  clientId = client.id;
  await joinTeam(attorney, client.caseId, second.id, office.people.paralegal.id);
  const proceeding = await addProceeding(attorney, clientId);
  await addOrder(attorney, { proceedingId: proceeding.id }, { decidedOn: dayFromNow(-5), appeal: 'waived' });
});
afterAll(() => test.close());

const RECEIPT = { way: 'electronic', filedOn: dayFromNow(0), receipt: 'ECAS 12-345', note: 'In the file' };
const motion = async (api: Api = attorney): Promise<Json> => {
  const found = (await deadlinesOf(api, clientId)).find(({ ruleId }) => ruleId === 'motion.reopen.90d');
  return api.read(`/deadlines/${found!.id}`);
};
const act = (row: Json, what: string, body: object = {}, api = attorney): Promise<Answer> =>
  api.post(`/deadlines/${row.id}/${what}`, body, { ifMatch: row.version });
const proved = async (): Promise<Json> => (await act(await motion(), 'proof', RECEIPT)).body;

describe('a critical deadline', () => {
  it('says which it is and why, and is not closed by one person with a note', async () => {
    const row = await motion();
    expect(row).toMatchObject({
      signOff: { because: 'motion', needs: 'proof', proof: null },
      can: { complete: false, prove: true, signOff: false, sendBack: false },
    });
    const refused = await act(row, 'complete', { on: dayFromNow(0), note: 'Filed' });
    expect([refused.status, refused.body.code]).toEqual([422, 'proof_needed']);
    const items = await deadlinesOf(attorney, clientId);
    const internal = items.filter((each: Json) => each.signOff === null);
    expect(internal.length).toBeGreaterThan(0);
  });

  it('stays open and in every list until a second person signs the proof off', async () => {
    const row = await proved();
    expect(row).toMatchObject({
      status: 'open',
      signOff: {
        needs: 'sign_off',
        proof: {
          state: 'recorded',
          receipt: 'ECAS 12-345',
          note: 'In the file',
          recordedBy: { id: office.people.attorney.id },
        },
      },
      can: { signOff: false },
    });
    const listed = async (query: string): Promise<Json> =>
      (await attorney.read(`/deadlines?limit=100&${query}`)).items.find((each: Json) => each.id === row.id);
    expect(await listed('withinDays=365')).toMatchObject({
      signOff: { needs: 'sign_off', proof: { receipt: null } },
    });
    expect(await listed('waiting=true')).toBeDefined();
    const own = await act(row, 'sign-off');
    expect([own.status, own.body.code]).toEqual([422, 'same_person']);
    expect((await act(row, 'sign-off', {}, office.api.paralegal)).status).toBe(403);
    const done = await act(await motion(second.api), 'sign-off', {}, second.api);
    expect(done.body).toMatchObject({
      status: 'completed',
      completed: { on: RECEIPT.filedOn, by: { id: second.id } },
      signOff: { needs: 'done', proof: { state: 'signed_off', decidedBy: { id: second.id } } },
    });
    expect(done.body.history.map((event: Json) => event.reason).slice(0, 2)).toEqual([
      'signed_off',
      'proof_recorded',
    ]);
    expect(await listed('waiting=true')).toBeUndefined();
  });

  it('is sent back with a reason and waits for another proof', async () => {
    const row = await proved();
    expect((await act(row, 'send-back', {}, second.api)).status).toBe(422);
    const back = await act(row, 'send-back', { reason: 'This is the receipt of another filing' }, second.api);
    expect(back.body).toMatchObject({
      status: 'open',
      signOff: {
        needs: 'proof',
        proof: { state: 'sent_back', reason: 'This is the receipt of another filing' },
      },
    });
    expect((await act(back.body, 'sign-off', {}, second.api)).body.code).toBe('no_proof');
    const again = await act(back.body, 'proof', { ...RECEIPT, receipt: 'ECAS 99' });
    expect(again.body.signOff).toMatchObject({ needs: 'sign_off', proof: { receipt: 'ECAS 99' } });
  });

  it('asks for a receipt, or for the reason of a decision not to file, and seals both', async () => {
    const row = await motion();
    const field = async (body: object): Promise<string> =>
      (await act(row, 'proof', body)).body.errors[0].path;
    expect(await field({ way: 'electronic', filedOn: dayFromNow(0) })).toBe('receipt');
    expect(await field({ way: 'not_filed', filedOn: dayFromNow(0) })).toBe('note');
    expect(await field({ ...RECEIPT, filedOn: dayFromNow(1) })).toBe('filedOn');
    await act(row, 'proof', { way: 'not_filed', filedOn: dayFromNow(0), note: 'The client chose departure' });
    const { rows } = await asAdmin(test, (admin) => admin.query('SELECT note FROM app.deadline_proof'));
    expect(rows.map(({ note }) => note?.toString('latin1')).join()).not.toMatch(/departure/);
  });

  it('opens again with a history that keeps the proof, and needs another one', async () => {
    await proved();
    const done = await act(await motion(second.api), 'sign-off', {}, second.api);
    const open = await act(done.body, 'reopen', { note: 'The court rejected the filing' });
    expect(open.body).toMatchObject({ status: 'open', signOff: { needs: 'proof', proof: null } });
    const again = await act(open.body, 'proof', { ...RECEIPT, receipt: 'Second' });
    expect(again.body.signOff.needs).toBe('sign_off');
  });
});

describe('two people', () => {
  it('who sign off at the same moment close it once', async () => {
    await proved();
    const row = await motion();
    const signers = [second.api, office.api.director];
    const answers = await Promise.all(signers.map((api) => act(row, 'sign-off', {}, api)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('are two in the table itself', async () => {
    await proved();
    const forge = asAdmin(test, async (admin) => {
      await admin.query('SET session_replication_role = replica');
      await admin.query(
        `UPDATE app.deadline_proof SET state = 'signed_off', decided_by = recorded_by, decided_at = now() WHERE state = 'recorded'`,
      );
    });
    await expect(forge).rejects.toThrow(/deadline_proof_two_people/);
  });

  it('are not two when the second looked at another proof, or was suspended', async () => {
    const seen = await proved();
    await act(await motion(), 'proof', { ...RECEIPT, receipt: 'Another' });
    expect((await act(seen, 'sign-off', {}, second.api)).status).toBe(412);
    const leaving = await office.employ('attorney', { name: 'Leaving Signer' });
    const caseId = (await attorney.read(`/clients/${clientId}/cases`)).items[0].id;
    await joinTeam(attorney, caseId, leaving.id);
    const now = await motion(leaving.api);
    await office.api.director.ok('POST', `/staff/${leaving.id}/suspend`, {}, { ifMatch: 1 });
    expect((await act(now, 'sign-off', {}, leaving.api)).status).toBe(401);
    expect((await motion()).status).toBe('open');
  });
});

describe('the document of a proof', () => {
  const withDocument = async (wishes: object = {}): Promise<Json> => {
    const document = await uploadDocument(attorney, clientId, { title: 'Stamped motion', ...wishes });
    return { ...RECEIPT, documentId: document.id };
  };

  it('is named by the proof and opened from the deadline, by its title to those who may read it', async () => {
    const body = await withDocument();
    const row = (await act(await motion(), 'proof', body)).body;
    expect(row.signOff.proof.document).toEqual({
      id: body.documentId,
      title: 'Stamped motion',
      withdrawn: false,
    });
    const listed = (await attorney.read('/deadlines?waiting=true&limit=100')).items.find(
      (each: Json) => each.id === row.id,
    );
    expect(listed.signOff.proof.document).toEqual({ id: body.documentId, title: null, withdrawn: false });
    expect((await act(await motion(second.api), 'sign-off', {}, second.api)).status).toBe(200);
  });

  it('is of this client: one of another, one unknown and one withdrawn are refused alike', async () => {
    const other = await addClient(attorney, { aNumber: null });
    const foreign = await uploadDocument(attorney, other.id, {});
    const gone = await uploadDocument(attorney, clientId, { title: 'Gone' });
    await attorney.ok('POST', `/documents/${gone.id}/withdraw`, { reason: 'Mistaken' }, { ifMatch: 1 });
    const row = await motion();
    for (const documentId of [foreign.id, gone.id, '018f3f6e-0000-7000-8000-000000000000']) {
      const refused = await act(row, 'proof', { ...RECEIPT, documentId });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [expect.objectContaining({ path: 'documentId', code: 'unknown_document' })],
      ]);
    }
    await act(row, 'proof', RECEIPT);
    const forge = asAdmin(test, async (admin) => {
      await admin.query('BEGIN');
      await admin.query('ALTER TABLE app.deadline_proof DISABLE TRIGGER keep_history');
      await admin.query(`UPDATE app.deadline_proof SET document_id = $1 WHERE state = 'recorded'`, [
        foreign.id,
      ]);
    });
    await expect(forge).rejects.toThrow(/deadline_proof_document/);
  });

  it('that was withdrawn meanwhile proves nothing: the button goes, and so does the act', async () => {
    const body = await withDocument();
    await act(await motion(), 'proof', body);
    expect((await motion(second.api)).can.signOff).toBe(true);
    await attorney.ok(
      'POST',
      `/documents/${body.documentId}/withdraw`,
      { reason: 'Mistaken' },
      { ifMatch: 1 },
    );
    const seen = await motion(second.api);
    expect([seen.can.signOff, seen.can.sendBack, seen.signOff.proof.document.withdrawn]).toEqual([
      false,
      true,
      true,
    ]);
    expect((await act(seen, 'sign-off', {}, second.api)).body.code).toBe('proof_withdrawn');
  });
});
