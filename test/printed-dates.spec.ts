import { DeadlineDuty } from '@app/deadlines';
import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { signOff } from './support/factories/deadline';
import { startApp, type TestApp } from './support/app';
import { addClient, type AddedClient } from './support/factories/client';
import { openApplication, recordGrant } from './support/factories/clemency';
import { addOrder, recordOrderStatus } from './support/factories/order';
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

const rowsOf = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;

/** Days from the office's today, as the database sees it. */
async function inDays(days: number): Promise<string> {
  const sql = `SELECT ((now() AT TIME ZONE 'America/New_York')::date + $1::int)::text AS day`;
  return (await rowsOf(sql, [days]))[0].day;
}

async function deadlineOf(clientId: string, ruleId = 'motion.reopen.90d', api = attorney): Promise<Json> {
  const { items } = await api.read(`/clients/${clientId}/deadlines`);
  return api.read(`/deadlines/${items.find((each: Json) => each.ruleId === ruleId).id}`);
}

const print = (row: Json, body: Json, api = attorney, version = row.version): Promise<Answer> =>
  api.post(`/deadlines/${row.id}/printed-date`, body, { ifMatch: version });
const unprint = (row: Json, api = attorney, version = row.version): Promise<Answer> =>
  api.post(`/deadlines/${row.id}/printed-date/withdraw`, {}, { ifMatch: version });

/** A client whose 90 days to reopen are running. */
async function running(): Promise<{ client: AddedClient; reopen: Json; orderId: string }> {
  const client = await addClient(attorney);
  const decidedOn = await inDays(-20);
  const order = await addOrder(attorney, { clientId: client.id }, { decidedOn, appeal: 'waived' });
  return { client, reopen: await deadlineOf(client.id), orderId: order.id };
}

/** A client whose order has no date. */
async function undated(): Promise<{ client: AddedClient; reopen: Json }> {
  const client = await addClient(attorney);
  await addOrder(attorney, { clientId: client.id }, { decidedOn: null, appeal: 'waived' });
  return { client, reopen: await deadlineOf(client.id) };
}

describe('a date printed on a paper', () => {
  it('holds in place of the counted one, which stays beside it, and is part of the reasons', async () => {
    const { reopen } = await running();
    const [on, counted] = [await inDays(40), reopen.dueOn];
    const answer = await print(reopen, { on, document: 'briefing_schedule', note: 'Page 2, below the seal' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      dueOn: on,
      printed: {
        on,
        document: 'briefing_schedule',
        by: { id: office.people.attorney.id, name: office.people.attorney.name },
        at: expect.any(String),
        note: 'Page 2, below the seal',
      },
      can: { print: true },
    });
    expect(answer.body.version).toBe(reopen.version + 1);
    expect(answer.body.taskOn <= on).toBe(true);
    expect(answer.body.alternates.map((each: Json) => each.on)).toContain(counted);
    const step = answer.body.trace.find((each: Json) => each.step === 'printed');
    expect(step).toMatchObject({ on, text: expect.stringContaining('Printed on the briefing schedule') });
    expect(answer.body.history[0]).toMatchObject({
      reason: 'date_printed',
      dueOn: counted,
      newDueOn: on,
      by: { id: office.people.attorney.id },
    });
    const [stored] = await rowsOf(
      `SELECT note FROM app.printed_date WHERE on_date = $1 AND note IS NOT NULL`,
      [on],
    );
    expect(stored.note.toString('latin1')).not.toContain('seal');
  });

  it('never hides an earlier day: the day to act is counted from the earliest', async () => {
    const { reopen } = await running();
    const later = await print(reopen, { on: await inDays(200), document: 'order' });
    expect(later.body.dueOn).toBe(await inDays(200));
    expect(later.body.taskOn <= reopen.dueOn).toBe(true);
  });

  it('holds through a change of facts and through the nightly count', async () => {
    const { client, reopen, orderId } = await running();
    const on = await inDays(40);
    await print(reopen, { on, document: 'order' });
    await attorney.ok('PATCH', `/orders/${orderId}`, { decidedOn: await inDays(-25) }, { ifMatch: 1 });
    expect(await deadlineOf(client.id)).toMatchObject({ dueOn: on, printed: { on } });
    const found = await test.app.get(DeadlineDuty, { strict: false }).recomputeAll(office.orgId);
    expect([found.changed, found.failed]).toEqual([[], 0]);
    expect(await deadlineOf(client.id)).toMatchObject({ dueOn: on, printed: { on } });
  });

  it('gives a date to a deadline that has none', async () => {
    const { client, reopen } = await undated();
    expect([reopen.kind, reopen.dueOn, reopen.can.print]).toEqual(['unknown', null, true]);
    const on = await inDays(30);
    const answer = await print(reopen, { on, document: 'notice' });
    expect(answer.body).toMatchObject({ kind: 'filing', dueOn: on, printed: { on, document: 'notice' } });
    const listed = (await attorney.read('/deadlines?withinDays=60')).items;
    expect(listed.filter((each: Json) => each.clientId === client.id)).toHaveLength(1);
  });

  it('takes the confirmation away when it moves the date', async () => {
    const { reopen } = await running();
    const confirmed = await attorney.ok(
      'POST',
      `/deadlines/${reopen.id}/confirm`,
      {},
      { ifMatch: reopen.version },
    );
    const answer = await print(confirmed, { on: await inDays(33), document: 'order' });
    expect(answer.body.confirmed).toBeNull();
    expect(answer.body.confirmationClearedAt).not.toBeNull();
  });

  it('is told in the history even when it is the very day that was counted', async () => {
    const { reopen } = await running();
    const answer = await print(reopen, { on: reopen.dueOn, document: 'order' });
    expect(answer.body.history[0]).toMatchObject({
      reason: 'date_printed',
      dueOn: reopen.dueOn,
      newDueOn: reopen.dueOn,
    });
  });
});

describe('changing and withdrawing it', () => {
  it('lets a later paper take the place of an earlier one, and keeps both', async () => {
    const { client, reopen } = await running();
    const [first, second] = [await inDays(40), await inDays(50)];
    const once = (await print(reopen, { on: first, document: 'order' })).body;
    const twice = (await print(once, { on: second, document: 'notice' }, office.api.director)).body;
    expect(twice).toMatchObject({ dueOn: second, printed: { on: second, document: 'notice' } });
    const kept = await rowsOf(
      `SELECT on_date::text, withdrawn_by FROM app.printed_date WHERE client_id = $1 ORDER BY created_at`,
      [client.id],
    );
    expect(kept).toEqual([
      { on_date: first, withdrawn_by: office.people.director.id },
      { on_date: second, withdrawn_by: null },
    ]);
  });

  it('puts the counted date back when it is withdrawn', async () => {
    const { client, reopen } = await running();
    const printed = (await print(reopen, { on: await inDays(40), document: 'order' })).body;
    const back = await unprint(printed);
    expect(back.body).toMatchObject({ dueOn: reopen.dueOn, taskOn: reopen.taskOn, printed: null });
    expect(back.body.history.map((each: Json) => each.reason).slice(0, 2)).toEqual([
      'printed_date_withdrawn',
      'date_printed',
    ]);
    expect((await unprint(back.body)).body.code).toBe('nothing_printed');
    const history = await rowsOf(
      `SELECT was ->> 'on_date' AS was, replaced_by FROM app.row_history WHERE client_id = $1 AND table_name = 'printed_date'`,
      [client.id],
    );
    expect(history).toEqual([{ was: await inDays(40), replaced_by: office.people.attorney.id }]);
  });

  it('gives the undated deadline back its question', async () => {
    const { reopen } = await undated();
    const printed = (await print(reopen, { on: await inDays(30), document: 'notice' })).body;
    expect((await unprint(printed)).body).toMatchObject({ kind: 'unknown', dueOn: null, printed: null });
  });

  it('refuses what cannot be, with the field, and loses no change', async () => {
    const { client, reopen, orderId } = await running();
    const on = await inDays(40);
    const wrong: [Json, string][] = [
      [{ on: '2026-02-30', document: 'order' }, 'on'],
      [{ on: '1900-01-01', document: 'order' }, 'on'],
      [{ on: '2150-01-01', document: 'order' }, 'on'],
      [{ on: '2026-05', document: 'order' }, 'on'],
      [{ on, document: 'letter' }, 'document'],
      [{ on }, 'document'],
      [{ on, document: 'order', note: 'x'.repeat(2001) }, 'note'],
      [{ on, document: 'order', taskOn: on }, 'taskOn'],
    ];
    for (const [body, path] of wrong) {
      const answer = await print(reopen, body);
      expect([answer.body.errors?.[0]?.path, answer.status >= 400 && answer.status < 500]).toEqual([
        path,
        true,
      ]);
    }
    expect(
      (await attorney.post(`/deadlines/${reopen.id}/printed-date`, { on, document: 'order' })).status,
    ).toBe(428);
    expect((await print(reopen, { on, document: 'order' }, attorney, 99)).body.code).toBe('stale_version');
    const both = await Promise.all([1, 2].map(() => print(reopen, { on, document: 'order' })));
    expect(both.map((each) => each.status).sort()[0]).toBe(200);
    const second = both.find((each) => each.status !== 200)!;
    expect(['printed_already', 'stale_version']).toContain(second.body.code);
    const now = await deadlineOf(client.id);
    await signOff(attorney, office.api.director, now, await inDays(0));
    const completed = await deadlineOf(client.id);
    expect([(await print(completed, { on, document: 'order' })).body.code, completed.can.print]).toEqual([
      'not_printable',
      false,
    ]);
    const [order] = (await attorney.read(`/clients/${client.id}/removal`)).proceedings[0].orders;
    expect(order.id).toBe(orderId);
    await recordOrderStatus(attorney, order, { status: 'reopened', on: await inDays(-1) });
    const superseded = await deadlineOf(client.id, 'motion.reconsider.30d');
    expect((await print(superseded, { on, document: 'order' })).body.code).toBe('not_printable');
  });

  it("is refused for the office's own clock and for what the law merely says", async () => {
    const { client } = await running();
    const application = await openApplication(attorney, client.id, { convictionIds: [], stage: 'filed' });
    await recordGrant(attorney, application, { signedOn: await inDays(-3) });
    const { items } = await attorney.read(`/clients/${client.id}/deadlines`);
    const others = items.filter((each: Json) => ['internal', 'status'].includes(each.kind));
    expect(new Set(others.map((each: Json) => each.kind))).toEqual(new Set(['internal', 'status']));
    for (const each of others) {
      const answer = await print(each, { on: await inDays(9), document: 'order' });
      expect([answer.status, answer.body.code, each.can.print]).toEqual([422, 'not_printable', false]);
    }
  });

  it('records once what is sent twice with one key', async () => {
    const { client, reopen } = await running();
    const body = { on: await inDays(40), document: 'order' };
    const once = (): Promise<Answer> =>
      attorney.post(`/deadlines/${reopen.id}/printed-date`, body, {
        ifMatch: reopen.version,
        idempotencyKey: 'printed-once',
      });
    const answers = await Promise.all([once(), once()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const rows = await rowsOf('SELECT id FROM app.printed_date WHERE client_id = $1', [client.id]);
    expect(rows).toHaveLength(1);
  });
});

describe('who may', () => {
  it('hides another organisation, and a caseload one is not on', async () => {
    const { reopen } = await running();
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    const body = { on: await inDays(40), document: 'order' };
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await print(reopen, body, api)).status).toBe(404);
      expect((await unprint(reopen, api)).status).toBe(404);
    }
  });

  it('lets caseworkers record it; auditors read it without the note', async () => {
    const { client, reopen } = await running();
    const body = { on: await inDays(40), document: 'order', note: 'About the person' };
    for (const role of ['intake', 'volunteer', 'auditor'] as const)
      expect((await print(reopen, body, office.api[role])).status).toBe(403);
    expect((await print(reopen, body, office.api.director)).status).toBe(200);
    const seen = await deadlineOf(client.id, 'motion.reopen.90d', office.api.auditor);
    expect(seen).toMatchObject({ printed: { on: body.on, note: null }, can: { print: false } });
  });
});
