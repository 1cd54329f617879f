import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule, Allow, OFFICE_WIDE_ROLES, roleMay, ROLES, type Role } from '@app/access';
import { httpAdapter, loadConfig, Log, PlatformModule, RootKey } from '@app/platform';
import { accessDocument } from '../scripts/access-doc';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { overInject, visitor, type Api } from './support/client';
import { askPatiently, inBatches, LET_IN, NEVER, placeFaults, told } from './support/matrix';
import { foundOperator } from './support/factories/organisation';
import { ask, routesOf, type Route } from './support/routes';
import type { Things } from './support/things';
import { buildWorld, fill, keyOf, type Kind, type World } from './support/world';

/**
 * The access matrix: every route of the contract, every role, ids of the own caseload, of another caseload and of
 * another organisation. What to expect comes from the policy table and the row rule, never from the routes.
 */
let test: TestApp;
let world: World;
let routes: Route[];
beforeAll(async () => {
  // Every refusal below is looked for in the trail.
  test = await startApp({ REFUSALS_PER_MINUTE: '1000000' });
  world = await buildWorld(test);
  routes = routesOf(test);
}, 60_000);
afterAll(() => test.close());

/** A route that ends sessions or changes the password gets a person of its own. */
async function personFor(route: Route, role: Role): Promise<Api> {
  if (!route.permission?.startsWith('me.')) return world.apiOf(role);
  return (role === 'operator' ? await foundOperator(test) : await world.home.employ(role)).api;
}

async function insidePath(route: Route, api: Api): Promise<string> {
  const made = new Map<string, string>();
  for (const parameter of route.parameters) {
    const key = keyOf(world, route.path, parameter);
    const isLast = parameter === route.parameters.at(-1);
    const own = world.kinds[key] === 'own' || (route.method === 'DELETE' && isLast);
    const make = own ? world.fresh[key] : undefined;
    made.set(parameter, make ? await make(api) : world.mine[key]);
  }
  return fill(world, route.path, (parameter) => made.get(parameter) ?? '');
}

/** As the server knows the route: with :parameters. */
const templateOf = (route: Route): string => `/api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`;

async function outsideFaults(route: Route, role: Role): Promise<string[]> {
  const officeWide = OFFICE_WIDE_ROLES.includes(role);
  const check = (where: string, from: Things, kinds: Kind[], visible: boolean): Promise<string[]> =>
    placeFaults(world, route, role, { where, from, kinds, visible });
  return [
    ...(await check('other caseload', world.theirs, ['client'], officeWide)),
    ...(await check('other person', world.theirs, ['own'], false)),
    ...(await check('other organisation', world.foreign, ['client', 'office', 'own', 'reference'], false)),
  ];
}

async function faultsOf(route: Route, role: Role): Promise<string[]> {
  const name = `${route.method} ${route.path} ${role}`;
  if (!roleMay(role, route.permission!)) {
    const path = fill(world, route.path, (_, key) => world.mine[key]);
    const answer = await askPatiently(world.apiOf(role), route, path, NEVER);
    return answer.status === 403 && answer.body.code === 'not_allowed'
      ? []
      : [`${name}: ${answer.status}, not 403`];
  }
  const outside = await outsideFaults(route, role);
  const api = await personFor(route, role);
  const inside = await askPatiently(api, route, await insidePath(route, api), NEVER);
  const fits = route.method === 'GET' ? inside.status === 200 : LET_IN(inside.status);
  return fits ? outside : [...outside, `${name} inside: ${told(inside)}`];
}

describe('every route of the contract', () => {
  it('has something in the test world behind each of its parameters', () => {
    const missing = routes.flatMap((route) =>
      route.parameters.flatMap((parameter) => {
        try {
          keyOf(world, route.path, parameter);
          return [];
        } catch (error) {
          return [(error as Error).message];
        }
      }),
    );
    expect([...new Set(missing)]).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  it.each(ROLES)(
    'lets %s do what the policy table says, to the rows they see',
    async (role) => {
      const closed = routes.filter((route) => !route.open);
      const removes = (route: Route): boolean => route.method === 'DELETE';
      const faults = (list: Route[]): Promise<string[]> => inBatches(list, (route) => faultsOf(route, role));
      // What a removal takes away is needed by the routes before it.
      const found = await faults(closed.filter((route) => !removes(route)));
      expect([...found, ...(await faults(closed.filter(removes)))]).toEqual([]);
    },
    120_000,
  );

  it('writes every refusal for lack of a right into the audit trail, with the route and the right', async () => {
    const expected = ROLES.flatMap((role) =>
      routes
        .filter((route) => !route.open && !roleMay(role, route.permission!))
        .map((route) => `${role} ${route.method} ${templateOf(route)} ${route.permission}`),
    );
    const { rows } = await asAdmin(test, (admin) =>
      admin.query<{ role: Role; fields: string[]; client_id: string | null }>(
        `SELECT role, fields, client_id FROM app.audit_entry WHERE action = 'access.refused'`,
      ),
    );
    const written = rows.map(({ role, fields }) => `${role} ${fields.join(' ')}`);
    expect(expected.length).toBeGreaterThan(500);
    expect([...new Set(written)].sort()).toEqual([...new Set(expected)].sort());
    expect(written.length).toBeGreaterThanOrEqual(expected.length);
    expect(rows.filter((row) => row.client_id !== null)).toEqual([]);
  });

  it('turns away whoever is not signed in', async () => {
    const stranger = visitor(overInject(test.app));
    const answers = await inBatches(
      routes.filter((route) => !route.open),
      async (route) => {
        const path = fill(world, route.path, (_, key) => world.mine[key]);
        const { status, body } = await ask(stranger, route, path, 1);
        return status === 401 && body.code === 'not_signed_in'
          ? []
          : [`${route.method} ${route.path}: ${status}`];
      },
    );
    expect(answers).toEqual([]);
  });

  it('answers for an id that is written in an unusual way as for one that is not there', async () => {
    const id = world.mine['/clients/{clientId}'];
    const spellings = [`{${id}}`, id.replaceAll('-', ''), `${id}%20`, 'x', '%00', '..%2f', `${id}'--`];
    const missing = told(await world.apiOf('attorney').get(`/clients/${randomUUID()}`));
    for (const spelling of spellings) {
      expect([spelling, told(await world.apiOf('attorney').get(`/clients/${spelling}`))]).toEqual([
        spelling,
        missing,
      ]);
    }
    expect((await world.apiOf('attorney').get(`/clients/${id.toUpperCase()}`)).status).toBe(200);
  });
});

describe('a token', () => {
  it('does no more than its scopes, whatever its person may do', async () => {
    const director = world.home.api.director;
    const { token } = await director.created('/me/tokens', {
      name: 'List',
      scopes: ['client.list'],
      expiresInDays: 1,
    });
    const program = director.withToken(token);
    const client = `/clients/${world.mine['/clients/{clientId}']}`;
    expect((await program.get('/cases')).status).toBe(200);
    expect((await program.get(client)).status).toBe(403);
    const { body } = await program.get('/cases');
    expect(body.items.every((item: { name: string }) => item.name.startsWith('Client '))).toBe(true);
  });
});

@Controller('forgotten')
class Forgotten {
  @Get()
  read(): string {
    return 'anybody';
  }
}

@Controller('decided')
class Decided {
  @Get()
  @Allow('me.read')
  read(): string {
    return 'somebody';
  }
}

/** A server with just this controller. The @Module decorator is applied by hand so that each call makes its own. */
async function serverWith(controller: new () => object): Promise<NestFastifyApplication> {
  const config = loadConfig({
    DATABASE_URL: test.database.adminUrl,
    KEYS_DATABASE_URL: test.database.keysUrl,
  });
  class Whole {}
  Module({
    imports: [
      PlatformModule.for(config, RootKey.of(Buffer.alloc(32, 1)), new Log('silent'), false),
      AccessModule,
    ],
    controllers: [controller],
  })(Whole);
  const options = { logger: false as const, abortOnError: false, bodyParser: false };
  return NestFactory.create<NestFastifyApplication>(Whole, await httpAdapter(), options);
}

describe('the server', () => {
  it('does not start with a route that says neither who may use it nor why it is open', async () => {
    const app = await serverWith(Forgotten);
    await expect(app.init()).rejects.toThrow(
      'neither @Allow nor @Open, so the server does not start: Forgotten.read',
    );
  });

  it('starts once the route says it', async () => {
    const app = await serverWith(Decided);
    await expect(app.init()).resolves.toBeDefined();
    await app.close();
  });
});

it('docs/access.md says what the policy table says', () => {
  const file = readFileSync(join(__dirname, '../docs/access.md'), 'utf8');
  expect(file).toBe(accessDocument(file));
});
