import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;
let client: AddedClient;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
  client = await addClient(attorney, { aNumber: null });
  await joinTeam(attorney, client.caseId, office.people.paralegal.id);
});
afterAll(() => test.close());

const record = (body: object = {}, api = attorney): Promise<Json> =>
  api.created(`/cases/${client.caseId}/time`, {
    on: dayFromNow(0),
    minutes: 45,
    activity: 'drafting',
    ...body,
  });
const fund = async (body: object): Promise<Json> => {
  const { items } = await office.api.director.created('/funding-codes', body);
  return items.find((each: Json) => each.code === (body as Json).code);
};

describe('time', () => {
  it('is recorded, sealed, changed with its history kept, and taken back', async () => {
    const entry = await record({ note: 'Declaration, second draft' });
    expect(entry).toMatchObject({ minutes: 45, note: 'Declaration, second draft', can: { edit: true } });
    const edited = await attorney.ok('PATCH', `/time-entries/${entry.id}`, { minutes: 60 }, { ifMatch: 1 });
    expect([edited.minutes, edited.note, edited.version]).toEqual([60, 'Declaration, second draft', 2]);
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(`SELECT was ->> 'minutes' AS minutes FROM app.row_history WHERE row_id = $1`, [entry.id]),
    );
    expect(rows).toEqual([{ minutes: '45' }]);
    await attorney.ok('POST', `/time-entries/${entry.id}/withdraw`, {}, { ifMatch: 2 });
    const mine = await attorney.read('/time-entries');
    expect(mine.items.map((each: Json) => each.id)).not.toContain(entry.id);
    const sealed = await asAdmin(test, (admin) => admin.query('SELECT note FROM app.time_entry'));
    expect(sealed.rows.map(({ note }) => note?.toString('latin1')).join()).not.toMatch(/Declaration/);
  });

  it("is one's own: a colleague neither sees nor changes it, the director sees it", async () => {
    const entry = await record({ minutes: 7 });
    const { paralegal, director } = office.api;
    const ids = async (api: Api): Promise<string[]> =>
      (await api.read(`/cases/${client.caseId}/time?limit=100`)).items.map((each: Json) => each.id);
    expect(await ids(paralegal)).not.toContain(entry.id);
    expect(await ids(director)).toContain(entry.id);
    const answer = await paralegal.patch(`/time-entries/${entry.id}`, { minutes: 1 }, { ifMatch: 1 });
    expect([answer.status, answer.body.code]).toEqual([422, 'not_own_time']);
    for (const path of ['/time-totals', '/time-totals/file'])
      expect((await attorney.get(path)).status).toBe(403);
  });

  it('is paid only by a funding code that pays on that day', async () => {
    const ended = await fund({ code: 'GR-1', name: 'Ended', activeUntil: dayFromNow(-10) });
    const refused = await attorney.post(`/cases/${client.caseId}/time`, {
      ...{ on: dayFromNow(0), minutes: 5, activity: 'call', fundingId: ended.id },
    });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'funding_not_active']);
    expect((await record({ on: dayFromNow(-10), fundingId: ended.id })).funding).toBe('GR-1');
    const future = await attorney.post(`/cases/${client.caseId}/time`, {
      ...{ on: dayFromNow(1), minutes: 5, activity: 'call' },
    });
    expect(future.body.errors[0].code).toBe('in_future');
    expect((await office.api.director.post('/funding-codes', { code: 'gr-1', name: 'x' })).body.code).toBe(
      'code_taken',
    );
    expect((await attorney.post('/funding-codes', { code: 'X', name: 'x' })).status).toBe(403);
  });

  it('is counted by funding code, person and month, and leaves as a file without names or formulas', async () => {
    const formula = await fund({ code: '=HYPERLINK("http://x")', name: 'Hostile' });
    await record({ fundingId: formula.id, minutes: 11, note: 'Names the client' });
    const span = `from=${dayFromNow(-40)}&to=${dayFromNow(0)}`;
    const totals = await office.api.director.read(`/time-totals?${span}`);
    const sum = (rows: Json[]): number => rows.reduce((all, { minutes }) => all + minutes, 0);
    expect(new Set([totals.byFunding, totals.byPerson, totals.byMonth].map(sum)).size).toBe(1);
    expect(totals.byPerson.map((row: Json) => row.label)).toContain(office.people.attorney.name);
    const file = await office.api.director.get(`/time-totals/file?${span}`);
    expect(file.headers['content-type']).toContain('text/csv');
    const text = file.bytes.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toMatch(/Names the client/);
    expect(text).not.toContain(client.name.family);
  });
});

describe('the timer', () => {
  it('runs on the server: once for each person, through a reload, until it is stopped', async () => {
    expect((await attorney.read('/me/timer')).timer).toBeNull();
    const running = await attorney.ok('PUT', `/cases/${client.caseId}/timer`);
    expect(running.timer).toMatchObject({ caseId: client.caseId });
    expect((await attorney.put(`/cases/${client.caseId}/timer`)).body.code).toBe('timer_runs');
    expect((await office.api.paralegal.read('/me/timer')).timer).toBeNull();
    const stopped = await attorney.ok('DELETE', '/me/timer');
    expect(stopped).toEqual({ timer: null, minutes: 1 });
    expect(await attorney.ok('DELETE', '/me/timer')).toEqual({ timer: null, minutes: null });
  });

  it("on a client who went behind a wall stands in nobody's way, and is there again when the wall is down", async () => {
    const [hidden, plain] = [await addClient(attorney), await addClient(attorney)];
    const { api: inside, id } = await office.employ('attorney', { name: 'Keeps It' });
    await joinTeam(office.api.director, hidden.caseId, id);
    await attorney.ok('PUT', `/cases/${hidden.caseId}/timer`);
    const wall = { kind: 'named', people: [id], reason: 'x' };
    const { walls } = await inside.created(`/clients/${hidden.id}/walls`, wall);
    expect((await attorney.read('/me/timer')).timer).toBeNull();
    const running = await attorney.ok('PUT', `/cases/${plain.caseId}/timer`);
    expect(running.timer).toMatchObject({ caseId: plain.caseId });
    await inside.ok('POST', `/clients/${hidden.id}/walls/${walls[0].id}/lift`, { reason: 'x' });
    expect((await attorney.ok('DELETE', '/me/timer')).timer).toMatchObject({ caseId: hidden.caseId });
    expect(await attorney.ok('DELETE', '/me/timer')).toEqual({ timer: null, minutes: 1 });
  });

  it('starts once, however many starts come at once', async () => {
    const cases = [await addClient(attorney), await addClient(attorney), await addClient(attorney)];
    const started = await Promise.all(cases.map(({ caseId }) => attorney.put(`/cases/${caseId}/timer`)));
    expect(started.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    await attorney.ok('DELETE', '/me/timer');
  });
});
