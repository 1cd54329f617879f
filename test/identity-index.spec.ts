import { IdentityIndex } from '@app/clients';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addIdentifier } from './support/factories/person';
import { employWorker } from './support/worker';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let api: Api;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Second Numbers', { roles: ['director', 'attorney'] });
  api = office.api.attorney;
});
afterAll(() => test.close());

const named = (given: string, family: string) => ({ name: { given, family }, aNumber: null });
const numberHits = async (clientId: string, as = api): Promise<Json[]> =>
  (await as.read(`/clients/${clientId}/conflicts`)).hits.filter((hit: Json) => hit.how === 'a_number');
const likes = async (given: string, family: string): Promise<string[]> =>
  (await api.ok('POST', '/clients/duplicates', { name: { given, family } })).items.map(
    (item: Json) => item.client.id,
  );
const matchTokens = (): Promise<number> =>
  asAdmin(test, async (admin) => {
    const sql = `SELECT count(DISTINCT client_id)::int AS n FROM app.client_token WHERE org_id = $1 AND kind = 'match'`;
    return (await admin.query(sql, [office.orgId])).rows[0].n;
  });
/** As it was before names were looked up and second numbers were compared. */
const before = (): Promise<unknown> =>
  asAdmin(test, async (admin) => {
    await admin.query(`DELETE FROM app.client_token WHERE org_id = $1 AND kind = 'match'`, [office.orgId]);
    await admin.query('DELETE FROM app.conflict_hit WHERE org_id = $1', [office.orgId]);
  });

describe('an A-number beside the first', () => {
  it('of two clients is told to who sees both, whether it is the first or another of the other one', async () => {
    const one = await addClient(api, named('Hazel', 'Twofold'));
    const two = await addClient(api, named('Rowan', 'Elsewhere'));
    await addIdentifier(api, one.id, { kind: 'a_number', value: 'A998-000-701' });
    expect(await numberHits(one.id)).toEqual([]);
    await addIdentifier(api, two.id, { kind: 'a_number', value: 'A998000701' });
    expect(await numberHits(one.id)).toHaveLength(1);
    const hidden = (await office.employ('attorney', { name: 'Sees Nobody' })).api;
    const third = await addClient(hidden, { ...named('Sorrel', 'Third'), aNumber: 'A998 000 701' });
    expect(await numberHits(third.id, hidden)).toEqual([]);
    expect((await numberHits(third.id, office.api.director)).length).toBe(2);
  });

  it('entered on two clients at the same moment is not missed', async () => {
    const [one, two] = [
      await addClient(api, named('Alder', 'Atonce')),
      await addClient(api, named('Birch', 'Atonce')),
    ];
    await Promise.all(
      [one, two].map(({ id }) => addIdentifier(api, id, { kind: 'a_number', value: 'A998000702' })),
    );
    expect(await numberHits(one.id)).toHaveLength(1);
  });
});

describe('what was written before there was a way to find it', () => {
  it('is made findable a page at a time, and goes on where it was interrupted', async () => {
    for (const given of ['Ash', 'Elm', 'Fir', 'Oak']) await addClient(api, named(given, 'Formerly'));
    const all = await matchTokens();
    await before();
    expect(await likes('Elm', 'Formerly')).toEqual([]);
    const index = test.app.get(IdentityIndex);
    expect(await index.round(2)).toBe(2);
    expect(await matchTokens()).toBe(2);
    // Another process begins anew, and finds only what is left.
    const worker = await employWorker(test);
    for (let tries = 0; (await matchTokens()) < all && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    expect(await matchTokens()).toBe(all);
    expect(await likes('Elm', 'Formerly')).toHaveLength(1);
  });

  it('has second A-numbers compared by themselves, and each pair once', async () => {
    const pair = [
      await addClient(api, named('Iris', 'Numbered')),
      await addClient(api, named('Lily', 'Countless')),
    ];
    for (const { id } of pair) await addIdentifier(api, id, { kind: 'a_number', value: 'A998000703' });
    await before();
    expect(await numberHits(pair[0].id)).toEqual([]);
    const worker = await employWorker(test);
    for (let tries = 0; (await numberHits(pair[0].id)).length === 0 && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    expect(await numberHits(pair[0].id)).toHaveLength(1);
  });
});
