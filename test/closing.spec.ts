import { layOut } from '@app/filings';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { closeCase, joinTeam, leftOpen, reopenCase } from './support/factories/case';
import { dayFromNow, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { addHearing } from './support/factories/hearing';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';
import { askForRecords } from './support/factories/record-request';
import { addTask } from './support/factories/task';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let attorney: Api;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const ifMatch = async (caseId: string): Promise<{ ifMatch: number }> => ({
  ifMatch: (await attorney.read(`/cases/${caseId}`)).version,
});
const endsOf = async (caseId: string): Promise<Json[]> =>
  (await attorney.read(`/cases/${caseId}/closing`)).looseEnds;
const kindsOf = async (caseId: string): Promise<string[]> =>
  [...new Set((await endsOf(caseId)).map(({ kind }) => kind))].sort();

/** A client with something still open in every library. */
async function busyClient(): Promise<AddedClient> {
  const client = await addClient(attorney);
  await addOrder(attorney, { clientId: client.id }, { decidedOn: dayFromNow(-5) });
  await addTask(attorney, client.caseId, { title: 'Canary task', dueOn: dayFromNow(3) });
  await scheduleCheckIn(attorney, client.id);
  const proceeding = await addProceeding(attorney, client.id);
  await askForRecords(attorney, client.id);
  await addHearing(attorney, proceeding.id, { date: dayFromNow(40) });
  return client;
}

describe('closing a case', () => {
  it('asks for every loose end, and changes nothing while one has no reason', async () => {
    const { caseId } = await busyClient();
    expect(await kindsOf(caseId)).toEqual([
      ...['check_in', 'custody', 'deadline', 'hearing', 'record_request', 'task'],
    ]);
    const ends = await endsOf(caseId);
    expect(ends.find(({ kind }) => kind === 'task')).toMatchObject({
      title: 'Canary task',
      on: dayFromNow(3),
    });
    const before = await attorney.read(`/cases/${caseId}`);
    const all = await leftOpen(attorney, caseId);
    const on = dayFromNow(0);
    for (const looseEnds of [undefined, [], all.slice(1)]) {
      const body = { on, outcome: 'withdrawn', looseEnds };
      const answer = await attorney.post(`/cases/${caseId}/close`, body, await ifMatch(caseId));
      expect([answer.status, answer.body.code]).toEqual([422, 'loose_ends']);
      const missing = looseEnds?.length ? all.slice(0, 1) : all;
      expect(answer.body.errors.map((each: Json) => each.path).sort()).toEqual(
        missing.map(({ id }) => `looseEnds.${id}.reason`).sort(),
      );
      expect(JSON.stringify(answer.body)).not.toContain('Canary');
    }
    expect(await attorney.read(`/cases/${caseId}`)).toEqual(before);
    expect((await attorney.read(`/cases/${caseId}/closing`)).closings).toEqual([]);
  });

  it('lets what was resolved go, and refuses a reason for what is not open', async () => {
    const client = await addClient(attorney);
    const task = await addTask(attorney, client.caseId);
    const stale = await leftOpen(attorney, client.caseId);
    expect(stale.map(({ kind }) => kind).sort()).toEqual(['custody', 'task']);
    await attorney.ok('POST', `/tasks/${task.id}/done`, {}, { ifMatch: task.version });
    await attorney.created(`/clients/${client.id}/custody`, {
      status: 'not_detained',
      since: dayFromNow(-1),
    });
    expect(await endsOf(client.caseId)).toEqual([]);
    const body = { on: dayFromNow(0), outcome: 'other', looseEnds: stale };
    const answer = await attorney.post(`/cases/${client.caseId}/close`, body, await ifMatch(client.caseId));
    expect([answer.status, answer.body.errors[0]]).toMatchObject([
      422,
      { path: 'looseEnds.0.id', code: 'not_open' },
    ]);
    const at = await ifMatch(client.caseId);
    await attorney.ok('POST', `/cases/${client.caseId}/close`, { ...body, looseEnds: [] }, at);
  });

  it('counts a proof that waits for a second person', async () => {
    const client = await addClient(attorney);
    await addOrder(attorney, { clientId: client.id }, { decidedOn: dayFromNow(-5) });
    const { items } = await attorney.read(`/clients/${client.id}/deadlines`);
    const deadline = items.find(({ can }: Json) => can.prove);
    const proof = { way: 'electronic', filedOn: dayFromNow(0), receipt: '2026-1' };
    await attorney.ok('POST', `/deadlines/${deadline.id}/proof`, proof, { ifMatch: deadline.version });
    const ends = await endsOf(client.caseId);
    expect(ends.filter(({ id }) => id === deadline.id)).toMatchObject([{ kind: 'proof' }]);
  });

  it('keeps each reason sealed, writes the aftercare as tasks, and opening again keeps everything', async () => {
    const client = await busyClient();
    const { caseId } = client;
    const aftercare = [
      { item: 'certified_copies', dueOn: dayFromNow(14) },
      { item: 'file_disposal', dueOn: dayFromNow(700) },
    ];
    const left = await leftOpen(attorney, caseId);
    const closed = await closeCase(attorney, caseId, dayFromNow(0), 'order_vacated', {
      aftercare,
      language: 'es',
    });
    expect(closed.status).toBe('closed');
    const tasks = (await attorney.read(`/cases/${caseId}/tasks`)).items.filter(
      ({ kind }: Json) => kind === 'aftercare',
    );
    expect(tasks.map(({ dueOn, title }: Json) => [dueOn, title])).toEqual([
      [dayFromNow(14), 'Pedir copias certificadas de la decisión y entregarlas a la persona'],
      [dayFromNow(700), 'Devolver el expediente a la persona o destruirlo'],
    ]);
    const seen = await attorney.read(`/cases/${caseId}/closing`);
    expect(seen.looseEnds).toEqual([]);
    expect(seen.closings).toMatchObject([{ outcome: 'order_vacated', on: dayFromNow(0) }]);
    expect(seen.closings[0].leftOpen).toHaveLength(left.length);
    expect(new Set(seen.closings[0].leftOpen.map(({ reason }: Json) => reason))).toEqual(
      new Set(['The client goes on with another office.']),
    );
    await asAdmin(test, async (admin) => {
      const { rows } = await admin.query(`SELECT encode(reason, 'escape') AS kept FROM app.case_closing_end`);
      expect(JSON.stringify(rows)).not.toContain('another office');
    });
    await reopenCase(attorney, caseId, dayFromNow(0));
    const again = await attorney.read(`/cases/${caseId}/closing`);
    expect(again.closings).toEqual(seen.closings);
    expect((await endsOf(caseId)).map(({ id }) => id).sort()).toEqual(left.map(({ id }) => id).sort());
    const kept = (await attorney.read(`/cases/${caseId}/tasks`)).items;
    expect(kept.filter(({ kind }: Json) => kind === 'aftercare')).toHaveLength(2);
  });

  it('refuses aftercare before the day the case closes, and closes nothing then', async () => {
    const { caseId } = await addClient(attorney);
    const looseEnds = await leftOpen(attorney, caseId);
    const aftercare = [{ item: 'certified_copies', dueOn: dayFromNow(-1) }];
    const body = { on: dayFromNow(0), outcome: 'other', looseEnds, aftercare };
    const answer = await attorney.post(`/cases/${caseId}/close`, body, await ifMatch(caseId));
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'aftercare.0.dueOn']);
    expect(await attorney.read(`/cases/${caseId}`)).toMatchObject({ status: 'open' });
  });

  it('shows its loose ends to nobody who may not close it', async () => {
    const { caseId } = await addClient(attorney);
    await joinTeam(attorney, caseId, office.people.paralegal.id);
    expect((await office.api.paralegal.get(`/cases/${caseId}/closing`)).status).toBe(403);
    expect((await office.api.auditor.get(`/cases/${caseId}/closing`)).status).toBe(403);
  });
});

describe('the closing letter', () => {
  it('is a draft in the language of the client, and lacks what a case that is open does not have', async () => {
    const client = await addClient(attorney);
    const url = `/clients/${client.id}/filings`;
    const open = await attorney.post(url, { kind: 'closing_letter', options: { language: 'es' } });
    expect([open.status, open.body.code]).toEqual([422, 'blanks_remain']);
    await closeCase(attorney, client.caseId, dayFromNow(0), 'order_vacated');
    for (const language of ['en', 'es']) {
      const made = await attorney.created(url, {
        kind: 'closing_letter',
        acceptBlanks: true,
        options: { language },
      });
      expect(made).toMatchObject({ kind: 'closing_letter', status: 'draft' });
      const pdf = await attorney.get(`/filings/${made.id}/pdf`);
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.bytes.toString('latin1')).toContain(language === 'es' ? '(es-US)' : '(en-US)');
    }
  });

  it('says how the case ended in words of either language', () => {
    const facts = {
      preparedOn: '2026-11-22',
      office: { name: 'Harbor Defenders', addressLines: ['1 Pier'], phone: null, email: null },
      client: 'Juniper Vang',
      closedOn: '2026-11-20',
      outcome: 'order_vacated' as const,
      signer: 'Ada Second',
    };
    const words = (language: 'en' | 'es'): string =>
      JSON.stringify(layOut('closing_letter', { ...facts, language }).document);
    expect(words('en')).toContain('November 20, 2026');
    expect(words('en')).toContain('the removal order was vacated');
    expect(words('es')).toContain('20 de noviembre de 2026');
    expect(words('es')).toContain('la orden de deportación fue anulada');
    expect(layOut('closing_letter', { ...facts, language: 'en' }).blanks).toEqual([]);
  });
});
