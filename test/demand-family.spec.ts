import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { addClient, type AddedClient } from './support/factories/client';
import { approvedDemand, changeDemand, RECORDS, subpoena } from './support/factories/demand-scope';
import { addMotion } from './support/factories/motion';
import { foundOffice, type Office } from './support/factories/organisation';
import { addRelative } from './support/factories/person';
import { addRecord } from './support/factories/removal-record';

jest.setTimeout(120_000);

let test: TestApp;
let office: Office;
let director: Api;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Keepers of families', { roles: ['director', 'attorney'] });
  director = office.api.director;
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const scopeOf = (clientIds: string[]) => ({ clientIds, records: RECORDS });
const heldIn = (demand: Json): [string, string[], boolean][] =>
  demand.protected.map((row: Json) => [row.clientId, row.because, row.released]);

/** Two clients of one family: the first has the protection, the second is in the scope. */
async function family(protect: (clientId: string) => Promise<unknown>, says: 'first' | 'second') {
  const [first, second] = [await addClient(attorney), await addClient(attorney)];
  await protect(first.id);
  const [of, linkedClientId] = says === 'first' ? [first.id, second.id] : [second.id, first.id];
  const relative = await addRelative(attorney, of, { linkedClientId });
  return { first, second, relative, of };
}

const visaFor = (clientId: string): Promise<unknown> =>
  addRecord(attorney, clientId, 'relief-applications', { kind: 'u_visa', filedOn: '2020-03-01' });

async function leaves(demand: Json, who: AddedClient): Promise<boolean> {
  const answer = await director.post(`/demands/${demand.id}/export`);
  return answer.status === 200 && answer.bytes.includes(who.id);
}

describe('the family of a client protected by 8 U.S.C. 1367', () => {
  it.each([
    ['vawa', 'first'],
    ['u_visa', 'second'],
    ['t_visa', 'first'],
  ] as const)('is held back for %s, whichever record names the other (%s)', async (kind, says) => {
    const { second } = await family(
      (id) => addRecord(attorney, id, 'relief-applications', { kind, filedOn: '2020-03-01' }),
      says,
    );
    const demand = await approvedDemand(attorney, director, scopeOf([second.id]));
    expect(heldIn(demand)).toEqual([[second.id, ['family'], false]]);
    expect(await leaves(demand, second)).toBe(false);
  });

  it('is held back for a motion, and leaves when released one by one for that very demand', async () => {
    const { first, second } = await family(
      (id) => addMotion(attorney, id, { kind: 'reopen_vawa', filedOn: '2020-01-02' }),
      'first',
    );
    const both = scopeOf([first.id, second.id]);
    const demand = await approvedDemand(attorney, director, both, [], [second.id]);
    expect(heldIn(demand).sort()).toEqual(
      [
        [first.id, ['reopen_vawa'], false],
        [second.id, ['family'], true],
      ].sort(),
    );
    expect(await leaves(demand, second)).toBe(true);
    expect(await leaves(demand, first)).toBe(false);
  });

  it('is not held back for other relief, or once the relative was taken off the list', async () => {
    const asylum = await family(
      (id) => addRecord(attorney, id, 'relief-applications', { kind: 'asylum', filedOn: '2020-06' }),
      'first',
    );
    expect(heldIn(await approvedDemand(attorney, director, scopeOf([asylum.second.id])))).toEqual([]);
    const mistake = await family(visaFor, 'first');
    await attorney.ok('DELETE', `/clients/${mistake.of}/family/${mistake.relative.id}`);
    const demand = await approvedDemand(attorney, director, scopeOf([mistake.second.id]));
    expect(heldIn(demand)).toEqual([]);
    expect(await leaves(demand, mistake.second)).toBe(true);
  });

  it('stays also when the link was recorded after the approval', async () => {
    const [first, second] = [await addClient(attorney), await addClient(attorney)];
    await visaFor(first.id);
    const demand = await approvedDemand(attorney, director, scopeOf([second.id]));
    await addRelative(attorney, first.id, { linkedClientId: second.id });
    expect(await leaves(demand, second)).toBe(false);
  });

  it('is held back, unnamed, from who has no part in the case of the relative', async () => {
    const { first, second } = await family(visaFor, 'first');
    const other = await office.employ('attorney');
    await attorney.ok('PUT', `/cases/${second.caseId}/team/${other.id}`);
    expect((await other.api.get(`/clients/${first.id}`)).status).toBe(404);
    const demand = await approvedDemand(other.api, director, scopeOf([second.id]));
    const seen = await other.api.read(`/demands/${demand.id}`);
    expect(heldIn(seen)).toEqual([[second.id, ['family'], false]]);
    expect(JSON.stringify(seen)).not.toContain(first.id);
    expect((await other.api.post(`/demands/${demand.id}/export`)).status).toBe(422);
  });

  it('is not told to who stands outside a wall around the relative: nor is the demand', async () => {
    const { first, second } = await family(visaFor, 'second');
    const { id, version } = await subpoena(attorney);
    let demand = await attorney.ok('PUT', `/demands/${id}/scope`, scopeOf([second.id]), {
      ifMatch: version,
    });
    expect((await director.get(`/demands/${id}`)).status).toBe(200);
    const wall = { kind: 'ethical', people: [office.people.director.id], reason: 'A conflict' };
    const lift = await wallAround(first.id, wall);
    expect((await director.get(`/clients/${second.id}`)).status).toBe(200);
    expect((await director.get(`/demands/${id}`)).status).toBe(404);
    demand = await changeDemand(attorney, demand, 'decision', { decision: 'comply', reasons: 'Owed' });
    const approval = await director.post(`/demands/${id}/approval`, undefined, { ifMatch: demand.version });
    expect(approval.status).toBe(404);
    await attorney.ok('POST', lift, { reason: 'It is over' });
    expect((await director.get(`/demands/${id}`)).status).toBe(200);
  });
});

describe('a demand that nobody has scoped', () => {
  it('is not told to a director whom a wall keeps from anybody, also not once its scope was taken away', async () => {
    const client = await addClient(attorney);
    const second = await office.employ('director');
    const { id, version } = await subpoena(attorney);
    const told = async (api: Api): Promise<[number, boolean]> => [
      (await api.get(`/demands/${id}`)).status,
      (await api.read('/demands')).items.some((item: Json) => item.id === id),
    ];
    expect([await told(director), await told(second.api)]).toEqual(Array(2).fill([200, true]));
    const wall = { kind: 'ethical', people: [second.id], reason: 'A conflict' };
    await wallAround(client.id, wall);
    expect([await told(director), await told(second.api)]).toEqual([
      [200, true],
      [404, false],
    ]);
    const demand = await attorney.ok('PUT', `/demands/${id}/scope`, scopeOf([client.id]), {
      ifMatch: version,
    });
    expect(await told(second.api)).toEqual([404, false]);
    await attorney.ok('PUT', `/demands/${id}/scope`, scopeOf([]), { ifMatch: demand.version });
    expect([await told(director), await told(second.api)]).toEqual([
      [200, true],
      [404, false],
    ]);
  });

  it('is told to who entered it, whatever wall there is', async () => {
    const client = await addClient(attorney);
    const second = await office.employ('director');
    await wallAround(client.id, { kind: 'ethical', people: [second.id], reason: 'A conflict' });
    const { id } = await subpoena(second.api);
    expect((await second.api.get(`/demands/${id}`)).status).toBe(200);
  });
});

/** Raises a wall around a client. Returns the path that lifts it. */
async function wallAround(clientId: string, wall: object): Promise<string> {
  await attorney.created(`/clients/${clientId}/walls`, wall);
  const { walls } = await attorney.read(`/clients/${clientId}/access`);
  return `/clients/${clientId}/walls/${walls[0].id}/lift`;
}
