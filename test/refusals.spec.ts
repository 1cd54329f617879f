import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { dayFromNow, goAlong, scheduleCheckIn } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

/** What the trail keeps of refusals for lack of a right. That each one is written is part of the access matrix. */
let test: TestApp;
let office: Office;
const MOST = 5;
beforeAll(async () => {
  test = await startApp({ REFUSALS_PER_MINUTE: String(MOST) });
  office = await foundOffice(test, 'Refusals');
});
afterAll(() => test.close());

const shown = async (): Promise<Json[]> => (await office.api.director.read('/audit')).refusals;
const of = async (person: { id: string }): Promise<Json[]> =>
  (await shown()).filter((refusal) => refusal.by?.id === person.id);

describe('a refusal for lack of a right', () => {
  it('is on the audit page with who, which route and which right, and with nothing of what was asked for', async () => {
    const client = await addClient(office.api.attorney);
    const { paralegal } = office.people;
    const url = `/clients/${client.id}/merges`;
    const body = { otherId: client.id, reason: 'Umbrella' };
    expect((await paralegal.api.post(url, body)).status).toBe(403);
    const [refusal] = await of(paralegal);
    expect(refusal).toMatchObject({
      by: { id: paralegal.id, name: paralegal.name },
      route: 'POST /api/v1/clients/:clientId/merges',
      permission: 'client.merge',
    });
    expect(JSON.stringify(refusal)).not.toMatch(new RegExp(`${client.id}|Umbrella`));
    expect((await office.api.auditor.read('/audit')).refusals[0]).toEqual(refusal);
    expect((await paralegal.api.get('/audit')).status).toBe(403);
  });

  it('is written for a token that has fewer rights than its person', async () => {
    const { api, ...person } = await office.employ('attorney', { name: 'With Token' });
    const { token } = await api.created('/me/tokens', {
      ...{ name: 'List', scopes: ['client.list'], expiresInDays: 1 },
    });
    expect((await api.withToken(token).get('/tasks')).status).toBe(403);
    expect(await of(person)).toMatchObject([{ route: 'GET /api/v1/tasks', permission: 'task.list' }]);
  });

  it('is written when the right is missing for a part of what was asked, and nothing of the rest is done', async () => {
    const { volunteer } = office.people;
    const client = await addClient(office.api.attorney);
    const checkIn = await scheduleCheckIn(office.api.attorney, client.id, {
      date: dayFromNow(0),
      time: '00:01',
    });
    await goAlong(office.api.attorney, checkIn.id, volunteer.id);
    const outcome = { outcome: 'came_out', next: { date: dayFromNow(30), time: '09:00' } };
    const url = `/check-ins/${checkIn.id}/outcome`;
    expect((await volunteer.api.post(url, outcome, { ifMatch: 1 })).status).toBe(403);
    const { items } = await office.api.attorney.read(`/clients/${client.id}/check-ins`);
    expect(items).toMatchObject([{ id: checkIn.id, version: 1 }]);
    const route = 'POST /api/v1/check-ins/:checkInId/outcome';
    expect(await of(volunteer)).toMatchObject([{ route, permission: 'checkin.schedule' }]);
  });

  it('fills no disk: after so many in a minute one entry stands for the rest', async () => {
    const { api, ...person } = await office.employ('intake', { name: 'Tries It All' });
    const answers = await Promise.all(Array.from({ length: 60 }, () => api.get('/audit')));
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([403]);
    const written = await of(person);
    expect(written.map(({ route }) => route !== null).sort()).toEqual([false, ...Array(MOST).fill(true)]);
    expect((await api.get('/audit')).status).toBe(403);
    expect(await of(person)).toHaveLength(MOST + 1);
  });

  it('is not written for what is hidden or not there, nor for who is not signed in', async () => {
    const before = (await shown()).length;
    const hidden = await addClient(office.api.director);
    expect((await office.api.attorney.get(`/clients/${hidden.id}`)).status).toBe(404);
    expect((await test.app.inject({ url: '/api/v1/audit' })).statusCode).toBe(401);
    expect(await shown()).toHaveLength(before);
  });

  it('stays a refusal when the trail cannot be written', async () => {
    const { api, ...person } = await office.employ('paralegal', { name: 'Meanwhile' });
    const grant = (what: string): Promise<unknown> => asAdmin(test, (admin) => admin.query(what));
    await grant('REVOKE INSERT ON app.audit_entry FROM vacatur_definer');
    const answer = await api.get('/audit');
    await grant('GRANT INSERT ON app.audit_entry TO vacatur_definer');
    expect([answer.status, answer.body.code]).toEqual([403, 'not_allowed']);
    expect(await of(person)).toEqual([]);
    expect(test.logged()).toContain('refusal not written');
  });

  it('fits the chain of the trail', async () => {
    const { last } = await office.api.director.ok('POST', '/audit/verify');
    expect(last).toMatchObject({ breaks: [], anchorBreaks: [] });
  });
});
