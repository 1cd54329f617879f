import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addTask } from './support/factories/task';

let test: TestApp;
let office: Office;
let attorney: Api;
let client: AddedClient;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
beforeEach(async () => {
  client = await addClient(attorney, { aNumber: null });
  await joinTeam(attorney, client.caseId, office.people.paralegal.id);
});
afterAll(() => test.close());

const step = (task: Json, what: string, body = {}, api = attorney) =>
  api.post(`/tasks/${task.id}/${what}`, body, { ifMatch: task.version });

describe('a task', () => {
  it('is sealed, has a checklist, and says who ticked what and when', async () => {
    const task = await addTask(attorney, client.caseId, {
      title: 'Order the plea minutes',
      details: 'Ask for the interpreter log too',
      items: ['Call the clerk', 'Pay the fee'],
      assigneeId: office.people.paralegal.id,
      dueOn: dayFromNow(5),
      priority: 'high',
    });
    expect(task).toMatchObject({
      title: 'Order the plea minutes',
      details: 'Ask for the interpreter log too',
      assignee: { id: office.people.paralegal.id },
      attended: true,
      status: 'open',
      can: { edit: true, finish: true, reopen: false },
    });
    const [first] = task.items;
    const ticked = await office.api.paralegal.ok('PUT', `/tasks/${task.id}/items/${first.id}/tick`);
    expect(ticked.items.map((item: Json) => [item.text, item.tickedBy?.id ?? null])).toEqual([
      ['Call the clerk', office.people.paralegal.id],
      ['Pay the fee', null],
    ]);
    await attorney.ok('PUT', `/tasks/${task.id}/items/${first.id}/tick`);
    const again = await attorney.read(`/tasks/${task.id}`);
    expect(again.items[0].tickedBy.id).toBe(office.people.paralegal.id);
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(
        'SELECT t.title, t.details, i.text FROM app.task t JOIN app.task_item i ON i.task_id = t.id WHERE t.id = $1',
        [task.id],
      ),
    );
    const stored = rows.flatMap((row) =>
      Object.values(row).map((text) => (text as Buffer).toString('latin1')),
    );
    expect(stored.join()).not.toMatch(/plea|interpreter|clerk/);
  });

  it('goes only to somebody who can see the client', async () => {
    const stranger = await office.employ('paralegal', { name: 'Not Onteam' });
    for (const assigneeId of [stranger.id, office.people.volunteer.id, office.people.auditor.id]) {
      const refused = await attorney.post(`/cases/${client.caseId}/tasks`, { title: 'x', assigneeId });
      expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'assignee_cannot_see']);
    }
    const given = await addTask(attorney, client.caseId, { assigneeId: office.people.director.id });
    expect(given.assignee.id).toBe(office.people.director.id);
  });

  it('is done, dropped with a reason, and opened again with a reason', async () => {
    const task = await addTask(attorney, client.caseId);
    expect((await attorney.post(`/tasks/${task.id}/drop`, {}, { ifMatch: 1 })).status).toBe(422);
    const dropped = await step(task, 'drop', { reason: 'The court sent it by itself' });
    expect(dropped.body).toMatchObject({ status: 'dropped', reason: 'The court sent it by itself' });
    expect((await step(dropped.body, 'done')).body.code).toBe('task_ended');
    const open = await step(dropped.body, 'reopen', { reason: 'It was another paper' });
    expect(open.body).toMatchObject({ status: 'open', reason: 'It was another paper', endedBy: null });
    const done = await step(open.body, 'done');
    expect(done.body).toMatchObject({ status: 'done', endedBy: { id: office.people.attorney.id } });
    expect((await step(open.body, 'done')).body.code).toBe('stale_version');
  });

  it('comes back by itself when it repeats, with its checklist open and a day still to come', async () => {
    const task = await addTask(attorney, client.caseId, {
      title: 'Call the family',
      dueOn: dayFromNow(-20),
      repeats: 'weekly',
      items: ['Ask about the medicine'],
    });
    await attorney.ok('PUT', `/tasks/${task.id}/items/${task.items[0].id}/tick`);
    expect((await step(task, 'done')).status).toBe(200);
    const { items } = await attorney.read(`/cases/${client.caseId}/tasks`);
    expect(items.map((each: Json) => [each.status, each.dueOn, each.title])).toEqual([
      ['open', dayFromNow(1), 'Call the family'],
      ['done', dayFromNow(-20), 'Call the family'],
    ]);
    expect(items[0].items[0]).toMatchObject({ text: 'Ask about the medicine', tickedBy: null });
  });

  it('sleeps until its day', async () => {
    const task = await addTask(attorney, client.caseId, { dueOn: dayFromNow(30) });
    expect((await step(task, 'put-off', { until: dayFromNow(-1) })).body.errors[0].code).toBe(
      'not_in_future',
    );
    expect((await step(task, 'put-off', { until: dayFromNow(31) })).body.errors[0].code).toBe('after_due');
    await step(task, 'put-off', { until: dayFromNow(10) });
    const ids = async (state: string): Promise<string[]> =>
      (await attorney.read(`/tasks?state=${state}&limit=100`)).items.map((each: Json) => each.id);
    expect(await ids('open')).not.toContain(task.id);
    expect(await ids('asleep')).toContain(task.id);
    await asAdmin(test, (admin) =>
      admin
        .query('SET session_replication_role = replica')
        .then(() =>
          admin.query('UPDATE app.task SET asleep_until = $2 WHERE id = $1', [task.id, dayFromNow(0)]),
        ),
    );
    expect(await ids('open')).toContain(task.id);
  });
});

describe('the lists of tasks', () => {
  it('hold mine and the team, in the order of their days, a page at a time', async () => {
    const other = await foundOffice(test, 'Lists Only', { roles: ['director', 'attorney', 'paralegal'] });
    const api = other.api.attorney;
    const { caseId } = await addClient(api, { aNumber: null });
    await joinTeam(api, caseId, other.people.paralegal.id);
    for (const days of [9, -3, 4])
      await addTask(api, caseId, { dueOn: dayFromNow(days), assigneeId: other.people.paralegal.id });
    await addTask(api, caseId, { title: 'No day' });
    const first = await api.read('/tasks?whose=team&limit=3');
    expect(first.items.map((task: Json) => task.dueOn)).toEqual([-3, 4, 9].map((n) => dayFromNow(n)));
    const rest = await api.read(`/tasks?whose=team&limit=3&cursor=${first.nextCursor}`);
    expect([rest.items.map((task: Json) => task.title), rest.nextCursor]).toEqual([['No day'], null]);
    expect((await api.read('/tasks?whose=mine')).items).toEqual([]);
    expect((await other.api.paralegal.read('/tasks?whose=mine')).items).toHaveLength(3);
    expect((await other.api.paralegal.read('/tasks?whose=mine&overdue=true')).items).toHaveLength(1);
    expect((await other.api.paralegal.read('/reports/my-day')).tasks.map((task: Json) => task.dueOn)).toEqual(
      [dayFromNow(-3)],
    );
  });

  it('say nothing of a client whom one does not see', async () => {
    const hidden = await office.employ('attorney', { name: 'Elsewhere' });
    const theirs = await addClient(hidden.api, { aNumber: null });
    const task = await addTask(hidden.api, theirs.caseId, { dueOn: dayFromNow(-1) });
    const seen = await attorney.read('/tasks?limit=100');
    expect(JSON.stringify(seen)).not.toContain(task.id);
    expect((await attorney.get(`/tasks/${task.id}`)).status).toBe(404);
    expect((await attorney.post(`/tasks/${task.id}/done`, {}, { ifMatch: 1 })).status).toBe(404);
  });

  it('show the director what nobody looks after any more', async () => {
    const task = await addTask(attorney, client.caseId, { assigneeId: office.people.paralegal.id });
    const unattended = async (): Promise<string[]> =>
      (await office.api.director.read('/tasks?whose=unattended&limit=100')).items.map(
        (each: Json) => each.id,
      );
    expect(await unattended()).not.toContain(task.id);
    await attorney.ok('DELETE', `/cases/${client.caseId}/team/${office.people.paralegal.id}`);
    expect(await unattended()).toContain(task.id);
    expect((await attorney.read(`/tasks/${task.id}`)).attended).toBe(false);
    await attorney.ok(
      'PATCH',
      `/tasks/${task.id}`,
      { assigneeId: office.people.attorney.id },
      { ifMatch: task.version },
    );
    expect(await unattended()).not.toContain(task.id);
  });
});

describe('a task template', () => {
  it('writes its tasks into a case with days counted from the start', async () => {
    const template = await attorney.created('/task-templates', {
      name: 'New pardon case',
      caseType: 'clemency_and_reopening',
      steps: [
        { title: 'Order the A-file', dueAfterDays: 2, priority: 'high', items: ['G-639', 'Signature'] },
        { title: 'Ask for letters' },
      ],
    });
    const made = await office.api.paralegal.ok('POST', `/cases/${client.caseId}/tasks/from-template`, {
      templateId: template.id,
      from: dayFromNow(1),
    });
    expect(made.items.map((task: Json) => [task.title, task.dueOn, task.items.length])).toEqual([
      ['Order the A-file', dayFromNow(3), 2],
      ['Ask for letters', null, 0],
    ]);
    expect(
      (await attorney.post('/task-templates', { name: 'new PARDON case', steps: [{ title: 'x' }] })).body
        .code,
    ).toBe('template_name_taken');
    expect(
      (await office.api.paralegal.post('/task-templates', { name: 'Mine', steps: [{ title: 'x' }] })).status,
    ).toBe(403);
    const off = { name: 'New pardon case', active: false, steps: [{ title: 'x' }] };
    await attorney.ok('PUT', `/task-templates/${template.id}`, off, { ifMatch: template.version });
    const refused = await attorney.post(`/cases/${client.caseId}/tasks/from-template`, {
      templateId: template.id,
    });
    expect(refused.body.errors[0].code).toBe('unknown_template');
  });
});
