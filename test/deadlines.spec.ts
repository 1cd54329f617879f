import { DeadlineDuty } from '@app/deadlines';
import { asAdmin } from './support/admin';
import { signOff } from './support/factories/deadline';
import { startApp, type TestApp } from './support/app';
import type { Answer, Api, Json } from './support/client';
import { closeCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { addConviction } from './support/factories/conviction';
import { addOrder, type AddedOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';

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

const newClient = (): Promise<AddedClient> => addClient(attorney);
const asOwner = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;

/** Days from the office's today, as the database sees it. */
async function inDays(days: number): Promise<string> {
  const [row] = await asOwner(
    `SELECT ((now() AT TIME ZONE 'America/New_York')::date + $1::int)::text AS day`,
    [days],
  );
  return row.day;
}

async function deadlinesOf(clientId: string, api = attorney): Promise<Json[]> {
  return (await api.read(`/clients/${clientId}/deadlines`)).items;
}

async function deadlineOf(clientId: string, ruleId: string): Promise<Json> {
  const found = (await deadlinesOf(clientId)).find((each) => each.ruleId === ruleId);
  if (!found) throw new Error(`${ruleId} was not derived`);
  return attorney.read(`/deadlines/${found.id}`);
}

const act = (
  id: string,
  what: string,
  version: number,
  body: unknown = {},
  api = attorney,
): Promise<Answer> => api.post(`/deadlines/${id}/${what}`, body, { ifMatch: version });

/** A client with an order of a few days ago, appeal not taken, whose periods run. */
async function recentOrder(
  days = 20,
): Promise<{ client: AddedClient; order: AddedOrder; decidedOn: string }> {
  const client = await newClient();
  const decidedOn = await inDays(-days);
  const order = await addOrder(attorney, { clientId: client.id }, { decidedOn, appeal: 'waived' });
  return { client, order, decidedOn };
}

describe('an old order whose date is not public', () => {
  it('gives no invented deadline: unknown, assume that it is running', async () => {
    const client = await newClient();
    await addOrder(
      attorney,
      { clientId: client.id },
      { decidedOn: '2000', decidedAbout: true, appeal: 'not_known' },
    );
    const items = await deadlinesOf(client.id);
    expect(items.length).toBeGreaterThan(3);
    for (const item of items)
      expect([item.dueOn, item.taskOn, item.conservativeOn, item.outerOn]).toEqual([null, null, null, null]);
    const reopen = await deadlineOf(client.id, 'motion.reopen.90d');
    expect(reopen).toMatchObject({
      kind: 'unknown',
      status: 'open',
      can: { confirm: false, complete: false, prove: true },
    });
    expect(reopen.warnings.join(' ')).toContain('assume that it is running');
    expect(JSON.stringify(items)).not.toMatch(/2000-\d\d-\d\d/);
    expect((await act(reopen.id, 'confirm', reopen.version)).body.code).toBe('not_confirmable');
    expect((await attorney.read(`/cases/${client.caseId}`)).nextDeadline).toBeNull();
  });

  it('names the range when the year is certain, still without a due date', async () => {
    const client = await newClient();
    await addOrder(attorney, { clientId: client.id }, { decidedOn: '2000', appeal: 'waived' });
    const reopen = await deadlineOf(client.id, 'motion.reopen.90d');
    expect([reopen.kind, reopen.dueOn]).toEqual(['unknown', null]);
    expect(reopen.warnings[0]).toContain('the period ends between');
  });

  it("puts no period of long ago on anybody's desk", async () => {
    const client = await newClient();
    await addOrder(attorney, { clientId: client.id }, { decidedOn: '2000-03-14', appeal: 'waived' });
    const reopen = await deadlineOf(client.id, 'motion.reopen.90d');
    expect(reopen).toMatchObject({
      kind: 'filing',
      dueOn: '2000-06-12',
      overBeforeRecorded: true,
      status: 'open',
    });
    expect((await attorney.read(`/cases/${client.caseId}`)).nextDeadline).toBeNull();
    const listed = (await attorney.read('/deadlines?overdue=true')).items;
    expect(listed.filter((each: Json) => each.clientId === client.id)).toEqual([]);
  });
});

describe('why this date', () => {
  it('shows both contested appeal periods, acts on the earlier, and says what it rests on', async () => {
    const client = await newClient();
    await addOrder(
      attorney,
      { clientId: client.id },
      { decidedOn: '2026-09-24', appeal: 'not_taken', asylumDecided: false },
    );
    const appeal = await deadlineOf(client.id, 'bia.appeal');
    expect(appeal).toMatchObject({
      dueOn: '2026-10-26',
      conservativeOn: '2026-10-26',
      taskOn: '2026-09-30',
      ruleStatus: 'operative_contested',
      verified: false,
      alternates: [{ on: '2026-10-05', status: 'vacated' }],
      confirmed: null,
      completed: null,
      history: [],
    });
    expect(appeal.citation).toContain('1003.38');
    expect(appeal.warnings.some((text: string) => text.startsWith('Contested'))).toBe(true);
    expect(appeal.trace.map((step: Json) => step.step)).toEqual(
      expect.arrayContaining(['rule', 'count', 'task']),
    );
    expect(appeal.triggeredBy).toEqual([
      {
        fact: 'order_decided',
        on: '2026-09-24',
        sourceKind: 'removal_order',
        sourceId: expect.any(String),
        // Who supplied the fact stands beside it.
        recordedBy: { id: office.people.attorney.id, name: office.people.attorney.name },
        recordedAt: expect.any(String),
      },
    ]);
  });

  it('derives what belongs to an order in absentia, and nothing to appeal', async () => {
    const client = await newClient();
    await addOrder(
      attorney,
      { clientId: client.id },
      { decidedOn: '2023-09-05', inAbsentia: true, appeal: 'not_taken' },
    );
    const rules = (await deadlinesOf(client.id)).map((each) => each.ruleId);
    expect(rules).toEqual(
      expect.arrayContaining(['motion.reopen.absentia.exceptional.180d', 'motion.reopen.absentia.no_notice']),
    );
    expect(rules).not.toContain('bia.appeal');
    expect((await deadlineOf(client.id, 'motion.reopen.absentia.exceptional.180d')).dueOn).toBe('2024-03-04');
  });

  it('stops everything when the order is vacated, and keeps what was', async () => {
    const { client, order } = await recentOrder();
    const before = await deadlinesOf(client.id);
    await attorney.ok(
      'POST',
      `/orders/${order.id}/status`,
      { status: 'vacated', on: await inDays(-1) },
      { ifMatch: 1 },
    );
    const after = await deadlinesOf(client.id);
    expect(after.map((each) => each.status)).toEqual(before.map(() => 'superseded'));
    expect((await attorney.read(`/cases/${client.caseId}`)).nextDeadline).toBeNull();
    const reopen = await attorney.read(`/deadlines/${before.find((each) => each.kind === 'filing').id}`);
    expect(reopen.history[0]).toMatchObject({
      reason: 'superseded',
      newDueOn: null,
      by: { id: office.people.attorney.id },
    });

    await attorney.ok(
      'POST',
      `/orders/${order.id}/status`,
      { status: 'in_force', on: await inDays(0), note: 'stay of the vacatur' },
      { ifMatch: 2 },
    );
    const again = await attorney.read(`/deadlines/${reopen.id}`);
    expect([again.status, again.history[0].reason]).toEqual(['open', 'derived_again']);
  });
});

describe('when a fact changes', () => {
  it('keeps the old date, says who moved it, and takes the confirmation away', async () => {
    const { client, order, decidedOn } = await recentOrder();
    const first = await deadlineOf(client.id, 'motion.reopen.90d');
    const confirmed = await act(first.id, 'confirm', first.version);
    expect(confirmed.body).toMatchObject({
      confirmed: { by: { id: office.people.attorney.id } },
      can: { confirm: false },
    });

    const earlier = await inDays(-25);
    await attorney.ok('PATCH', `/orders/${order.id}`, { decidedOn: earlier }, { ifMatch: 1 });
    const moved = await attorney.read(`/deadlines/${first.id}`);
    expect(moved.dueOn < first.dueOn).toBe(true);
    expect(moved.confirmed).toBeNull();
    expect(moved.confirmationClearedAt).not.toBeNull();
    expect(moved.history.map((event: Json) => event.reason)).toEqual([
      'confirmation_cleared',
      'facts_changed',
      'confirmed',
    ]);
    expect(moved.history[1]).toMatchObject({
      dueOn: first.dueOn,
      taskOn: first.taskOn,
      newDueOn: moved.dueOn,
      newTaskOn: moved.taskOn,
      by: { id: office.people.attorney.id, name: office.people.attorney.name },
    });
    expect(moved.triggeredBy[0].on).toBe(earlier);
    expect(moved.version).toBeGreaterThan(confirmed.body.version);

    await attorney.ok('PATCH', `/orders/${order.id}`, { decidedOn }, { ifMatch: 2 });
    expect((await attorney.read(`/deadlines/${first.id}`)).dueOn).toBe(first.dueOn);
  });

  it('leaves everything alone when the fact does not matter', async () => {
    const { client, order } = await recentOrder();
    const before = await deadlinesOf(client.id);
    await attorney.ok(
      'PATCH',
      `/orders/${order.id}`,
      { countryDesignated: 'KH', note: 'country corrected' },
      { ifMatch: 1 },
    );
    expect(await deadlinesOf(client.id)).toEqual(before);
  });

  it('leaves a completed deadline as it was, and marks that its date would be another now', async () => {
    const { client, order } = await recentOrder();
    const first = await deadlineOf(client.id, 'motion.reopen.90d');
    const on = await inDays(0);
    const done = await signOff(attorney, office.api.director, first, on);
    expect(done).toMatchObject({
      status: 'completed',
      completed: { on, by: { id: office.people.director.id } },
      movedSince: null,
      can: { confirm: false, complete: false, reopen: true },
    });

    await attorney.ok('PATCH', `/orders/${order.id}`, { decidedOn: await inDays(-40) }, { ifMatch: 1 });
    const marked = await attorney.read(`/deadlines/${first.id}`);
    expect(marked).toMatchObject({ status: 'completed', dueOn: first.dueOn, movedSince: { derived: true } });
    expect(marked.movedSince.dueOn < first.dueOn).toBe(true);
    expect(marked.history.map((event: Json) => event.reason)).toEqual([
      'moved_after_completion',
      'signed_off',
      'proof_recorded',
    ]);

    await attorney.ok('POST', `/orders/${order.id}/status`, { status: 'vacated', on }, { ifMatch: 2 });
    const after = await attorney.read(`/deadlines/${first.id}`);
    expect([after.status, after.dueOn, after.movedSince.derived]).toEqual(['completed', first.dueOn, false]);

    const reopened = await act(first.id, 'reopen', after.version, { note: 'It was another paper' });
    expect(reopened.status).toBe(200);
    expect(reopened.body).toMatchObject({ status: 'superseded', completed: null });
    expect(reopened.body.history.map((event: Json) => [event.reason, event.note]).slice(0, 2)).toEqual([
      ['superseded', null],
      ['reopened', 'It was another paper'],
    ]);
  });

  it('counts a race of two changes as if they came one after the other', async () => {
    const client = await newClient();
    const { id } = await addProceeding(attorney, client.id);
    const decidedOn = await inDays(-10);
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        attorney.post(`/proceedings/${id}/orders`, { kind: 'removal', decidedOn, appeal: 'waived' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    const reopen = (await deadlinesOf(client.id)).filter((each) => each.ruleId === 'motion.reopen.90d');
    expect(reopen).toHaveLength(3);
  });
});

describe('confirming and completing', () => {
  it('is for those who may: representatives confirm, caseworkers complete, others read', async () => {
    const { client } = await recentOrder();
    for (const role of ['paralegal', 'accredited_representative', 'intake'] as const)
      await office.api.director.ok('PUT', `/cases/${client.caseId}/team/${office.people[role].id}`);
    const row = await deadlineOf(client.id, 'motion.reopen.90d');
    const {
      paralegal,
      accredited_representative: representative,
      intake,
      auditor,
      director,
      volunteer,
    } = office.api;
    expect((await act(row.id, 'confirm', row.version, {}, paralegal)).status).toBe(403);
    expect((await act(row.id, 'confirm', row.version, {}, director)).status).toBe(403);
    expect((await intake.read(`/deadlines/${row.id}`)).can).toEqual({
      confirm: false,
      complete: false,
      reopen: false,
      print: false,
      prove: false,
      signOff: false,
      sendBack: false,
    });
    expect(
      (await act(row.id, 'complete', row.version, { on: '2026-01-05', note: 'x' }, auditor)).status,
    ).toBe(403);
    expect((await volunteer.get(`/deadlines/${row.id}`)).status).toBe(403);
    expect((await act(row.id, 'confirm', row.version, {}, representative)).status).toBe(200);
    const joint = await deadlineOf(client.id, 'motion.reopen.joint');
    const done = { on: await inDays(0), note: 'done' };
    expect((await act(joint.id, 'complete', joint.version, done, paralegal)).status).toBe(200);
  });

  it('tells the second of two people that the deadline changed meanwhile', async () => {
    const { client, order } = await recentOrder();
    const row = await deadlineOf(client.id, 'motion.reopen.90d');
    await attorney.ok('PATCH', `/orders/${order.id}`, { decidedOn: await inDays(-30) }, { ifMatch: 1 });
    const stale = await act(row.id, 'confirm', row.version);
    expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([
      412,
      'stale_version',
      row.version + 1,
    ]);
    expect((await attorney.post(`/deadlines/${row.id}/confirm`)).status).toBe(428);
  });

  it('refuses what makes no sense, with the field', async () => {
    const { client } = await recentOrder();
    const row = await deadlineOf(client.id, 'motion.reopen.joint');
    const future = await act(row.id, 'complete', row.version, { on: await inDays(3), note: 'soon' });
    expect([future.status, future.body.errors]).toMatchObject([422, [{ path: 'on', code: 'in_future' }]]);
    const empty = await act(row.id, 'complete', row.version, { on: 'today' });
    expect(empty.body.errors.map((error: Json) => error.path).sort()).toEqual(['note', 'on']);
    const blank = await act(row.id, 'complete', row.version, { on: '2026-01-05', note: ' \n' });
    expect([blank.status, blank.body.errors]).toMatchObject([422, [{ path: 'note', code: 'required' }]]);
    expect((await act(row.id, 'reopen', row.version, { note: 'x' })).body.code).toBe('not_completed');
    const final = await deadlineOf(client.id, 'ij.order.final');
    expect((await act(final.id, 'complete', final.version, { on: '2026-01-05', note: 'x' })).body.code).toBe(
      'not_completable',
    );
    const huge = await attorney.get('/deadlines?withinDays=many&overdue=perhaps');
    expect([huge.status, huge.body.errors.map((error: Json) => error.path).sort()]).toEqual([
      422,
      ['overdue', 'withinDays'],
    ]);
    expect((await attorney.get('/deadlines?cursor=abc')).body.code).toBe('malformed_cursor');
  });

  it('seals the note of a completion', async () => {
    const { client } = await recentOrder();
    const row = await deadlineOf(client.id, 'motion.reopen.joint');
    await act(row.id, 'complete', row.version, { on: await inDays(0), note: 'Unmistakable note' });
    const rows = await asOwner(
      `SELECT encode(completion_note, 'escape') AS text FROM app.deadline WHERE client_id = $1 AND completion_note IS NOT NULL
       UNION ALL SELECT encode(note, 'escape') FROM app.deadline_history WHERE client_id = $1 AND note IS NOT NULL`,
      [client.id],
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('Unmistakable');
  });
});

describe('the caseload', () => {
  it('lists what has to be acted on, the earliest first, a page at a time, and feeds the case', async () => {
    const colleague = await office.employ('attorney', { name: 'Cora Caseload' });
    const made: string[] = [];
    for (const days of [20, 10, 80]) {
      const client = await addClient(colleague.api, { name: { given: 'Quill', family: `Number ${days}` } });
      await addOrder(
        colleague.api,
        { clientId: client.id },
        { decidedOn: await inDays(-days), appeal: 'waived' },
      );
      made.push(client.id);
    }
    const all = (await colleague.api.read('/deadlines?limit=100')).items;
    const days = all.map((each: Json) => each.taskOn);
    expect(days).toEqual([...days].sort());
    expect(new Set(all.map((each: Json) => each.clientId))).toEqual(new Set(made));
    expect(all[0].clientName).toContain('Quill');
    expect(all[0].caseId).toEqual(expect.any(String));

    const paged: Json[] = [];
    let cursor = '';
    do {
      const page: Json = await colleague.api.read(`/deadlines?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(paged.map((each) => each.id)).toEqual(all.map((each: Json) => each.id));

    const today = await inDays(0);
    const overdue = (await colleague.api.read('/deadlines?overdue=true')).items;
    const ahead = (await colleague.api.read('/deadlines?overdue=false')).items;
    expect(overdue.every((each: Json) => each.taskOn < today)).toBe(true);
    expect(overdue.length + ahead.length).toBe(all.length);
    const soon = (await colleague.api.read('/deadlines?withinDays=10')).items;
    expect(soon.length).toBeLessThan(all.length);

    const cases = (await colleague.api.read(`/clients/${made[0]}/cases`)).items;
    const matter = await colleague.api.read(`/cases/${cases[0].id}`);
    const own = all.filter((each: Json) => each.clientId === made[0]);
    expect(matter.nextDeadline).toEqual({ on: own[0].taskOn, rule: own[0].ruleId });
    await signOff(colleague.api, office.api.director, own[0], today);
    expect((await colleague.api.read(`/cases/${cases[0].id}`)).nextDeadline.rule).toBe(own[1].ruleId);
  });

  it('hides other organisations and other caseloads', async () => {
    const { client } = await recentOrder();
    const row = await deadlineOf(client.id, 'motion.reopen.90d');
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await api.get(`/deadlines/${row.id}`)).status).toBe(404);
      expect((await api.get(`/clients/${client.id}/deadlines`)).status).toBe(404);
      expect((await api.get(`/clients/${client.id}/timeline`)).status).toBe(404);
      expect((await act(row.id, 'complete', row.version, { on: '2026-01-05', note: 'x' }, api)).status).toBe(
        404,
      );
      expect(
        (await api.read('/deadlines')).items.filter((each: Json) => each.clientId === client.id),
      ).toEqual([]);
    }
    expect((await attorney.get('/deadlines/not-an-id')).status).toBe(404);
  });
});

describe('the timeline', () => {
  it('tells what happened, newest first, as much of each date as is known', async () => {
    const client = await addClient(attorney, { case: { openedOn: '2025-06-01' } });
    await addConviction(attorney, client.id, { offenceOn: '1988', pleaOn: null, sentencedOn: '1990-02' });
    const proceeding = await addProceeding(attorney, client.id, {
      startedOn: '1999',
      documents: [{ form: 'nta', servedOn: '1999-06-02' }],
    });
    await addOrder(
      attorney,
      { proceedingId: proceeding.id },
      {
        decidedOn: '2000',
        decidedAbout: true,
        appeal: 'not_taken',
        statuses: [{ status: 'reopened', on: '2025-07' }],
      },
    );
    const { items } = await attorney.read(`/clients/${client.id}/timeline`);
    expect(items.map((item: Json) => [item.on, item.title])).toEqual([
      ['2025-07', 'order_status.reopened'],
      ['2025-06-01', 'case_opened'],
      ['2000', 'order_decided'],
      ['1999-06-02', 'nta_served.nta'],
      ['1999', 'proceeding_started'],
      ['1990-02', 'conviction_sentenced'],
      ['1988', 'offence_committed'],
    ]);
    expect(items[2]).toMatchObject({
      about: true,
      parameters: { orderKind: 'removal', appeal: 'not_taken' },
    });
    expect(items[0]).toMatchObject({
      about: false,
      sourceKind: 'order_status',
      parameters: { status: 'reopened' },
    });
  });

  it('follows the case along its stages', async () => {
    const client = await addClient(attorney, { case: { type: 'clemency_and_reopening' } });
    const on = await inDays(0);
    await attorney.ok('POST', `/cases/${client.caseId}/stage`, { stage: 'records', on }, { ifMatch: 1 });
    await attorney.ok('POST', `/cases/${client.caseId}/stage`, { stage: 'motion_filed', on }, { ifMatch: 2 });
    await closeCase(attorney, client.caseId, on, 'withdrawn');
    const titles = (await attorney.read(`/clients/${client.id}/timeline`)).items.map(
      (item: Json) => item.title,
    );
    expect([...titles].sort()).toEqual([
      'case_closed.withdrawn',
      'case_opened',
      'case_stage.motion_filed',
      'case_stage.records',
      'motion_filed',
    ]);
  });

  it('is counted into the deadlines at once: a filed motion may answer the clock', async () => {
    const { client } = await recentOrder();
    const on = await inDays(0);
    await attorney.ok('POST', `/cases/${client.caseId}/stage`, { stage: 'records', on }, { ifMatch: 1 });
    await attorney.ok('POST', `/cases/${client.caseId}/stage`, { stage: 'motion_filed', on }, { ifMatch: 2 });
    const reopen = await deadlineOf(client.id, 'motion.reopen.90d');
    expect(reopen).toMatchObject({ status: 'open', answeredBy: { fact: 'motion_filed', on } });
    expect(reopen.warnings.join(' ')).toContain('already recorded');
    expect(reopen.history).toEqual([]);
  });

  it('is not for volunteers', async () => {
    const client = await newClient();
    expect((await office.api.volunteer.get(`/clients/${client.id}/timeline`)).status).toBe(403);
  });
});

describe('the nightly recomputation', () => {
  it('finds nothing, after everything above', async () => {
    const found = await test.app.get(DeadlineDuty).recomputeAll(office.orgId);
    expect(found.clients).toBeGreaterThan(15);
    expect([found.changed, found.failed]).toEqual([[], 0]);
    expect(test.logged()).not.toContain('deadlines moved by themselves');
  });

  it('repairs a date that was changed behind its back, keeps what it found, and raises an alarm', async () => {
    const { client } = await recentOrder();
    const row = await deadlineOf(client.id, 'motion.reopen.90d');
    await asAdmin(test, async (admin) => {
      await admin.query('SET session_replication_role = replica');
      await admin.query('UPDATE app.deadline SET due_on = due_on + 30 WHERE id = $1', [row.id]);
    });
    const found = await test.app.get(DeadlineDuty).run();
    expect(found.changed).toBe(1);
    const after = await attorney.read(`/deadlines/${row.id}`);
    expect(after.dueOn).toBe(row.dueOn);
    expect(after.history[0]).toMatchObject({
      reason: 'recomputed',
      newDueOn: row.dueOn,
      by: { name: 'Vacatur' },
    });
    expect(test.logged()).toContain('deadlines moved by themselves');
    expect((await test.app.get(DeadlineDuty).run()).changed).toBe(0);
  });
});

describe('a deadline that people worked towards', () => {
  const overdue = async (clientId: string): Promise<Json[]> =>
    (await attorney.read('/deadlines?overdue=true&limit=100')).items.filter(
      (item: Json) => item.clientId === clientId && item.ruleId === 'motion.reopen.90d',
    );

  it('stays in their lists as overdue when a corrected fact puts it into the past', async () => {
    const { client, order } = await recentOrder();
    await asAdmin(test, async (admin) => {
      await admin.query('SET session_replication_role = replica');
      await admin.query(
        'UPDATE app.deadline SET first_derived_on = first_derived_on - 5 WHERE client_id = $1',
        [client.id],
      );
    });
    await attorney.ok(
      'PATCH',
      `/orders/${order.id}`,
      { decidedOn: '2024-03-14' },
      { ifMatch: order.version },
    );
    expect(await overdue(client.id)).toMatchObject([{ overBeforeRecorded: false, dueOn: '2024-06-12' }]);
    expect(await test.app.get(DeadlineDuty).recomputeAll(office.orgId)).toMatchObject({ changed: [] });
  });

  it('is corrected without a trace in the lists on the day it was typed', async () => {
    const { client, order } = await recentOrder();
    await attorney.ok(
      'PATCH',
      `/orders/${order.id}`,
      { decidedOn: '2024-03-14' },
      { ifMatch: order.version },
    );
    expect(await overdue(client.id)).toEqual([]);
  });
});
