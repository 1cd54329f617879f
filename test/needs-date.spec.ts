import type { Api, Json } from './support/client';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { deadlinesOf, signOff } from './support/factories/deadline';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

/** A client whose order nobody has a date for. */
async function undated(api = attorney): Promise<string> {
  const client = await addClient(api);
  await addOrder(api, { clientId: client.id }, { decidedOn: null, appeal: 'not_known' });
  return client.id;
}

async function listed(api: Api, limit = 100): Promise<Json[]> {
  const found: Json[] = [];
  for (let cursor = ''; ;) {
    const page = await api.read(`/deadlines?needsDate=true&limit=${limit}${cursor}`);
    found.push(...page.items);
    if (!page.nextCursor) return found;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

describe('deadlines that lack a date', () => {
  it('are listed across the caseload with their questions, the longest known first', async () => {
    const [first, second] = [await undated(), await undated()];
    const items = await listed(attorney);
    for (const item of items)
      expect(item).toMatchObject({
        kind: 'unknown',
        status: 'open',
        dueOn: null,
        clientName: expect.any(String),
      });
    for (const item of items) expect(item.warnings.join(' ')).toContain('assume that it is running');
    const clients = items.map((item) => item.clientId);
    expect(clients.indexOf(first)).toBeLessThan(clients.indexOf(second));
    expect(new Set(clients)).toEqual(new Set([first, second]));
    const unknown = (await deadlinesOf(attorney, first)).filter((each) => each.kind === 'unknown');
    expect(items.filter((item) => item.clientId === first)).toHaveLength(unknown.length);
    expect((await listed(attorney, 3)).map((item) => item.id)).toEqual(items.map((item) => item.id));
    expect(items.map((item) => item.id)).toEqual(items.map((item) => item.id).sort());
  });

  it('leave the list when a date is printed for them, or when they are completed', async () => {
    const clientId = await undated();
    const mine = async (): Promise<Json[]> =>
      (await listed(attorney)).filter((item) => item.clientId === clientId && item.can.print);
    const [one, two, ...rest] = await mine();
    const body = { on: '2027-05-03', document: 'notice' };
    await attorney.ok('POST', `/deadlines/${one.id}/printed-date`, body, { ifMatch: one.version });
    await signOff(attorney, office.api.director, two, '2026-01-05');
    expect((await mine()).map((item) => item.id)).toEqual(rest.map((item) => item.id));
  });

  it("are those of one's own caseload", async () => {
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    const theirs = await undated(colleague.api);
    expect((await listed(attorney)).map((item) => item.clientId)).not.toContain(theirs);
    expect((await listed(office.api.director)).map((item) => item.clientId)).toContain(theirs);
    expect((await office.api.volunteer.get('/deadlines?needsDate=true')).status).toBe(403);
  });

  it('cannot be chosen by a day they do not have', async () => {
    for (const filter of ['withinDays=30', 'overdue=true']) {
      const answer = await attorney.get(`/deadlines?needsDate=true&${filter}`);
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, filter.split('=')[0]]);
    }
    expect((await attorney.get('/deadlines?needsDate=perhaps')).body.errors[0].path).toBe('needsDate');
    expect((await attorney.get('/deadlines?needsDate=true&cursor=nonsense')).status).toBe(400);
    const dated = (await attorney.read('/deadlines?needsDate=false')).items;
    expect(dated.filter((item: Json) => item.kind === 'unknown')).toEqual([]);
  });
});
