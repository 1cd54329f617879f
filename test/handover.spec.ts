import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';
import { addTask } from './support/factories/task';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let director: Api;
let leaving: Person;
let successor: Person;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  director = office.api.director;
});
beforeEach(async () => {
  leaving = await office.employ('attorney', { name: 'Lena Leaving' });
  successor = await office.employ('attorney', { name: 'Sam Successor' });
});
afterAll(() => test.close());

const suspend = async (body: object) =>
  director.post(`/staff/${leaving.id}/suspend`, body, {
    ifMatch: (await director.read(`/staff/${leaving.id}`)).version,
  });

/** A case that the one who leaves answers for, with a task of theirs. */
async function held(): Promise<AddedClient & { taskId: string }> {
  const client = await addClient(leaving.api, { case: { responsibleId: leaving.id } });
  const task = await addTask(leaving.api, client.caseId, { assigneeId: leaving.id });
  return { ...client, taskId: task.id };
}
const sees = async (api: Api, client: AddedClient): Promise<number> =>
  (await api.get(`/clients/${client.id}`)).status;
const unattendedIds = async (): Promise<string[]> =>
  (await director.read('/tasks?whose=unattended')).items.map(({ id }: Json) => id);
const statusOf = async (id: string): Promise<string> => (await director.read(`/staff/${id}`)).status;

describe('suspending somebody who answers for open work', () => {
  it('says what they hold and waits for a successor, with nothing changed', async () => {
    await held();
    expect(await director.read(`/staff/${leaving.id}/held`)).toEqual({ cases: 1, tasks: 1 });
    const answer = await suspend({});
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'holds_work', held: { cases: 1, tasks: 1 }, errors: [{ path: 'successorId' }] },
    ]);
    expect(await statusOf(leaving.id)).toBe('active');
    expect((await leaving.api.get('/me')).status).toBe(200);
  });

  it('gives cases and tasks to the successor, who joins the teams, and keeps who had them', async () => {
    const client = await held();
    const other = await addClient(office.api.attorney);
    await joinTeam(office.api.attorney, other.caseId, leaving.id);
    const lent = await addTask(office.api.attorney, other.caseId, { assigneeId: leaving.id });
    expect([await sees(successor.api, client), await sees(successor.api, other)]).toEqual([404, 404]);
    const answer = await suspend({ successorId: successor.id });
    expect([answer.status, answer.body.status]).toEqual([200, 'suspended']);
    const matter = await successor.api.read(`/cases/${client.caseId}`);
    expect(matter.responsible).toMatchObject({ id: successor.id });
    expect(matter.team.map(({ user }: Json) => user.id)).toEqual(
      expect.arrayContaining([leaving.id, successor.id]),
    );
    for (const [caseId, taskId] of [
      [client.caseId, client.taskId],
      [other.caseId, lent.id],
    ]) {
      const { items } = await successor.api.read(`/cases/${caseId}/tasks`);
      expect(items).toMatchObject([{ id: taskId, assignee: { id: successor.id }, attended: true }]);
    }
    expect((await successor.api.read(`/cases/${other.caseId}`)).responsible).toBeNull();
    await asAdmin(test, async (admin) => {
      const { rows } = await admin.query(
        `SELECT table_name FROM app.row_history WHERE row_id = ANY ($1) AND was ->> CASE table_name
           WHEN 'cases' THEN 'responsible_id' ELSE 'assignee_id' END = $2`,
        [[client.caseId, client.taskId], leaving.id],
      );
      expect(rows.map(({ table_name }) => table_name).sort()).toEqual(['cases', 'task']);
    });
  });

  it('never hands anything across a wall: what the successor may not see stays for the directors', async () => {
    const [open, ethical, named] = [await held(), await held(), await held()];
    await leaving.api.created(`/clients/${ethical.id}/walls`, {
      kind: 'ethical',
      people: [successor.id],
      reason: 'Conflict',
    });
    await leaving.api.created(`/clients/${named.id}/walls`, {
      kind: 'named',
      people: [leaving.id, office.people.director.id],
      reason: 'Well known',
    });
    expect((await suspend({ successorId: successor.id })).status).toBe(200);
    expect((await successor.api.read(`/cases/${open.caseId}`)).responsible.id).toBe(successor.id);
    for (const client of [ethical, named]) {
      expect(await sees(successor.api, client)).toBe(404);
      const matter = await director.read(`/cases/${client.caseId}`);
      expect(matter.responsible).toMatchObject({ id: leaving.id });
      expect(matter.team.some(({ user }: Json) => user.id === successor.id)).toBe(false);
    }
    const unattended = await unattendedIds();
    expect(unattended).toEqual(expect.arrayContaining([ethical.taskId, named.taskId]));
    expect(unattended).not.toContain(open.taskId);
    expect(await director.read(`/staff/${leaving.id}/held`)).toEqual({ cases: 2, tasks: 2 });
  });

  it('tells nothing of clients whom the director may not see', async () => {
    const hidden = await held();
    await leaving.api.created(`/clients/${hidden.id}/walls`, {
      kind: 'ethical',
      people: [office.people.director.id],
      reason: 'Conflict',
    });
    expect(await director.read(`/staff/${leaving.id}/held`)).toEqual({ cases: 0, tasks: 0 });
    expect((await suspend({})).status).toBe(200);
  });

  it('leaves the work for the directors when the request says so', async () => {
    const client = await held();
    expect((await suspend({ leaveForDirectors: true })).status).toBe(200);
    expect((await director.read(`/cases/${client.caseId}`)).responsible).toMatchObject({ id: leaving.id });
    expect(await unattendedIds()).toContain(client.taskId);
  });

  it('takes only an active colleague who may answer for a case, and never the same person', async () => {
    await held();
    const gone = await office.employ('attorney', { name: 'Gone Already' });
    await director.ok('POST', `/staff/${gone.id}/suspend`, {}, { ifMatch: 1 });
    const stranger = await foundOffice(test, 'Far Shore Project', { roles: ['director', 'attorney'] });
    const refused: [string, string][] = [
      [leaving.id, 'no_successor'],
      [gone.id, 'unknown_colleague'],
      [stranger.people.attorney.id, 'unknown_colleague'],
      [office.people.auditor.id, 'unknown_colleague'],
      [office.people.paralegal.id, 'cannot_answer'],
    ];
    for (const [successorId, code] of refused) {
      const answer = await suspend({ successorId });
      expect([answer.status, answer.body.errors]).toMatchObject([422, [{ path: 'successorId', code }]]);
    }
    const both = await suspend({ successorId: successor.id, leaveForDirectors: true });
    expect(both.body.errors[0].code).toBe('no_successor');
    expect(await statusOf(leaving.id)).toBe('active');
  });
});
