import { roleMay } from '@app/access';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { leftOpen } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { ask, routesOf } from './support/routes';
import { buildWorld, fill, keyOf } from './support/world';

let test: TestApp;
let office: Office;
let client: AddedClient;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Lakeside Counsel');
  client = await addClient(office.api.attorney);
});
afterAll(() => test.close());

describe('two people who edit the same record', () => {
  it('cannot overwrite each other: the second is told the version that is there now', async () => {
    const path = `/clients/${client.id}`;
    const first = await office.api.attorney.read(path);
    const second = await office.api.director.read(path);
    expect(first.version).toBe(second.version);
    const saved = await office.api.attorney.patch(path, { citizenship: 'LA' }, { ifMatch: first.version });
    expect([saved.status, saved.body.version, saved.headers.etag]).toEqual([
      200,
      first.version + 1,
      `"${first.version + 1}"`,
    ]);
    const stale = await office.api.director.patch(
      path,
      { citizenship: 'KH', birth: '1980' },
      { ifMatch: second.version },
    );
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'stale_version', currentVersion: first.version + 1 });
    expect(await office.api.director.read(path)).toMatchObject({
      citizenship: 'LA',
      birth: saved.body.birth,
    });
  });

  it('lose nothing when they save at the same moment, twenty times', async () => {
    const path = `/cases/${client.caseId}`;
    for (let round = 0; round < 20; round += 1) {
      const { version, type } = await office.api.attorney.read(path);
      const wishes = ['advice_only', 'removal_defence', 'check_in_support'].filter((wish) => wish !== type);
      const answers = await Promise.all([
        office.api.attorney.patch(path, { type: wishes[0] }, { ifMatch: version }),
        office.api.director.patch(path, { type: wishes[1] }, { ifMatch: version }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
      const won = answers[0].status === 200 ? wishes[0] : wishes[1];
      const lost = answers.find((answer) => answer.status === 412)!;
      expect(lost.body).toMatchObject({ code: 'stale_version', currentVersion: version + 1 });
      expect(await office.api.attorney.read(path)).toMatchObject({ type: won, version: version + 1 });
    }
  }, 60_000);

  it('keep each aliases or contacts of the one who was first', async () => {
    const path = `/clients/${client.id}`;
    const { version } = await office.api.attorney.read(path);
    const answers = await Promise.all(
      ['Ann One', 'Bea Two', 'Cy Three'].map((name) =>
        office.api.attorney.patch(path, { aliases: [{ name, kind: 'alias' }] }, { ifMatch: version }),
      ),
    );
    const won = answers.filter((answer) => answer.status === 200);
    expect(won).toHaveLength(1);
    expect((await office.api.attorney.read(path)).aliases).toEqual(won[0].body.aliases);
    expect(won[0].body.aliases).toHaveLength(1);
  });

  it('cannot both move a case on', async () => {
    const path = `/cases/${client.caseId}`;
    const { version } = await office.api.attorney.read(path);
    const move = (api: Api) =>
      api.post(`${path}/stage`, { stage: 'records', on: '2024-01-05' }, { ifMatch: version });
    const answers = await Promise.all([move(office.api.attorney), move(office.api.director)]);
    expect(answers.map((answer) => answer.body.code ?? 'moved').sort()).toEqual(['moved', 'stale_version']);
    const { stages } = await office.api.attorney.read(path);
    expect(stages).toHaveLength(2);
  });

  it('are told of the change even where the new state would not allow what they wanted', async () => {
    const path = `/cases/${client.caseId}`;
    const { version } = await office.api.attorney.read(path);
    const on = new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
    const looseEnds = await leftOpen(office.api.attorney, client.caseId);
    const body = { on, outcome: 'withdrawn', looseEnds };
    const close = (api: Api) => api.post(`${path}/close`, body, { ifMatch: version });
    expect((await close(office.api.attorney)).status).toBe(200);
    expect((await close(office.api.director)).body).toMatchObject({
      code: 'stale_version',
      currentVersion: version + 1,
    });
  });
});

describe('every route that changes something people edit', () => {
  it('asks for the version that was read', async () => {
    const world = await buildWorld(test);
    const versioned = routesOf(test).filter((route) => route.versioned);
    expect(versioned.length).toBeGreaterThan(8);
    const faults: string[] = [];
    for (const route of versioned) {
      const api = world.home.api[roleMay('attorney', route.permission!) ? 'attorney' : 'director'];
      const own = new Map<string, string>();
      for (const parameter of route.parameters) {
        const key = keyOf(world, route.path, parameter);
        if (world.kinds[key] === 'own') own.set(key, await world.fresh[key](api));
      }
      const path = fill(world, route.path, (_, key) => own.get(key) ?? world.mine[key]);
      const missing = await ask(api, route, path);
      if (missing.status !== 428 || missing.body.code !== 'version_required')
        faults.push(`${path} ${missing.status}`);
      const stale = await ask(api, route, path, 999_999_999);
      if (![412, 422].includes(stale.status)) faults.push(`${path} stale ${stale.status}`);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('has no PATCH that does not', () => {
    const loose = routesOf(test).filter((route) => route.method === 'PATCH' && !route.versioned);
    expect(loose.map((route) => route.path)).toEqual([]);
  });

  it.each(['3', '"three"', '""', '*', '"-1"', '"1", "2"', '"99999999999999999999"', 'x'])(
    'refuses If-Match: %s',
    async (header) => {
      const answer = await office.api.attorney.patch(
        `/clients/${client.id}`,
        { birth: '1980' },
        { headers: { 'if-match': header } },
      );
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed_version']);
    },
  );
});
