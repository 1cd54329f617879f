import { asAdmin, asApplication, rowCounts, signerOf, tablesOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Answer, Api } from './support/client';
import { CONTRACT } from './support/contract-file';
import { effort, PATIENCE_MS } from './support/effort';
import { inBatches } from './support/matrix';
import { PAYLOADS } from './support/payloads';
import { routesOf, type Route } from './support/routes';
import { fieldsOf, sampleBody } from './support/samples';
import { buildWorld, fill, type World } from './support/world';

/**
 * Two hundred texts against SQL in every parameter that a request can carry into a query, and in a query that really is
 * open to them: no answer ever holds anything of another organisation, and none is a failure of ours.
 */
let test: TestApp;
let world: World;
let foreign: Set<string>;
beforeAll(async () => {
  test = await startApp({ REFUSALS_PER_MINUTE: '0' });
  world = await buildWorld(test);
  const own = await idsOf(world.home.orgId);
  foreign = new Set([...(await idsOf(world.other.orgId))].filter((id) => !own.has(id)));
}, PATIENCE_MS);
afterAll(() => test.close());

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids of the rows of an organisation, and of whatever they name. */
async function idsOf(orgId: string): Promise<Set<string>> {
  return asAdmin(test, async (admin) => {
    const found: string[] = [];
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(
        `SELECT to_jsonb(t)::text AS row FROM app.${table} t WHERE org_id = $1`,
        [orgId],
      );
      for (const { row } of rows) found.push(...(String(row).match(UUID) ?? []));
    }
    return new Set(found);
  });
}

const foreignIn = (text: string): string[] => (text.match(UUID) ?? []).filter((id) => foreign.has(id));

/** One place of a request that takes text from outside. */
interface Place {
  label: string;
  send(text: string): Promise<Answer>;
}

const send = (api: Api, route: Route, path: string, body?: object): Promise<Answer> =>
  route.method === 'GET'
    ? api.get(path)
    : route.method === 'DELETE'
      ? api.delete(path, { ifMatch: 999_999 })
      : api[route.method.toLowerCase() as 'post' | 'put' | 'patch'](path, body ?? {}, { ifMatch: 999_999 });

/** What any request may leave: that it came. */
const TRACES = ['audit_entry', 'conflict_check'];

/** Percent-encodes what no address can hold by itself, as a browser would. */
const encode = (text: string): string => encodeURIComponent(text);
/** The same text where a list is to go on. */
const dressed = (text: string): string => Buffer.from(JSON.stringify([text, text])).toString('base64url');
/** Words that look something up. What stores text is tried in hostile-input.spec. */
const LOOK_UPS = ['/search', '/search/texts', '/cases/search', '/clients/duplicates', '/conflicts/ask'];

function placesOf(route: Route, query: string[]): Place[] {
  const api = world.apiOf(route.permission === 'installation.manage' ? 'operator' : 'director');
  const at = fill(world, route.path, (_, key) => world.mine[key]);
  const least = route.query ? (sampleBody(route.query) as Record<string, string>) : {};
  const body = route.body ? sampleBody(route.body) : undefined;
  const name = `${route.method} ${route.path}`;
  return [
    ...route.parameters.map((parameter) => ({
      label: `${name} {${parameter}}`,
      send: (text: string) =>
        send(
          api,
          route,
          fill(world, route.path, (each, key) => (each === parameter ? encode(text) : world.mine[key])),
          body,
        ),
    })),
    ...query.map((field) => ({
      label: `${name} ?${field}`,
      send: (text: string) => {
        const value = field === 'cursor' ? dressed(text) : text;
        return send(api, route, `${at}?${String(new URLSearchParams({ ...least, [field]: value }))}`);
      },
    })),
    ...(LOOK_UPS.includes(route.path) && route.body
      ? fieldsOf(route.body).map((field) => ({
          label: `${name} ${field}`,
          send: (text: string) => send(api, route, at, { ...body, [field]: text }),
        }))
      : []),
  ];
}

function everyPlace(): Place[] {
  const { paths } = CONTRACT;
  return routesOf(test)
    .filter((route) => !route.open && !route.permission?.startsWith('me.'))
    .flatMap((route) => {
      const operation = paths[`/api/v1${route.path}`][route.method.toLowerCase() as 'get'];
      const parameters = (operation?.parameters ?? []) as { in: string; name: string }[];
      return placesOf(
        route,
        parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
      );
    });
}

describe('text against SQL', () => {
  it('is two hundred different ones', () => {
    expect(new Set(PAYLOADS).size).toBe(200);
  });

  it(
    'in any path, query, sort, filter, cursor or search is no failure, changes nothing and shows nobody else’s rows',
    async () => {
      const places = everyPlace();
      expect(places.length).toBeGreaterThan(380);
      const each = effort(2, PAYLOADS.length);
      const before = await rowCounts(test);
      const tried = new Set<string>();
      const faults = await inBatches(
        places.map((place, n) => ({ place, n })),
        async ({ place, n }) => {
          const found: string[] = [];
          for (let turn = 0; turn < each; turn += 1) {
            const text = PAYLOADS[(n * each + turn) % PAYLOADS.length];
            tried.add(text);
            const since = performance.now();
            const answer = await place.send(text);
            const told = answer.bytes.toString('utf8') + JSON.stringify(answer.headers);
            if (answer.status >= 500 || foreignIn(told).length > 0 || performance.now() - since > 30_000)
              found.push(`${place.label} ${JSON.stringify(text)}: ${answer.status} ${told.slice(0, 200)}`);
          }
          return found;
        },
      );
      expect(faults).toEqual([]);
      expect(tried.size).toBe(PAYLOADS.length);
      const kept = Object.entries(await rowCounts(test)).filter(([table]) => !TRACES.includes(table));
      expect(before).toMatchObject(Object.fromEntries(kept));
    },
    PATIENCE_MS,
  );

  it(
    'in a query that takes it as SQL shows own rows at most, and changes nothing of anybody else',
    async () => {
      const { orgId, people } = world.home;
      const wire = signerOf(test).sign({ orgId, userId: people.director.id, role: 'director' });
      const before = await rowsOfOther();
      let shown = 0;
      const leaks: string[] = [];
      await asApplication(test, async (client) => {
        // Its sleep would be a success: what the application waits for ends as here.
        await client.query(`SET statement_timeout = '1s'`);
        for (const text of PAYLOADS.filter((payload) => !payload.includes('\u0000'))) {
          await client.query('BEGIN');
          await client.query(`SELECT set_config('app.ctx', $1, true)`, [wire]);
          const told = await client
            .query(`SELECT to_jsonb(c) FROM client c WHERE c.id::text = '${text}'`)
            .then(
              (result) => JSON.stringify([result].flat().map((one) => one.rows)),
              (error: Error) => JSON.stringify([error.message, (error as { detail?: string }).detail]),
            );
          if (UUID.test(told)) shown += 1;
          UUID.lastIndex = 0;
          if (foreignIn(told).length > 0) leaks.push(`${text}: ${told.slice(0, 300)}`);
          await client.query('COMMIT');
        }
      });
      expect(leaks).toEqual([]);
      expect(shown).toBeGreaterThan(20);
      expect(await rowsOfOther()).toEqual(before);
    },
    PATIENCE_MS,
  );
});

/** Everything of the other organisation. */
async function rowsOfOther(): Promise<string[]> {
  return asAdmin(test, async (admin) => {
    const all: string[] = [];
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(
        `SELECT to_jsonb(t)::text AS row FROM app.${table} t WHERE org_id = $1`,
        [world.other.orgId],
      );
      all.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return all.sort();
  });
}
