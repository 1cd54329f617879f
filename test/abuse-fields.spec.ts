import { createHash } from 'node:crypto';
import { asAdmin, tablesOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { foundOperator } from './support/factories/organisation';
import { routesOf, type Route } from './support/routes';
import { fieldsOf, nestedType, SAMPLE_ID, sampleBody } from './support/samples';
import { buildWorld, fill, type World } from './support/world';

/** A5: every column of every table and what else has opened other systems, as fields of every body of the contract. */
jest.setTimeout(90_000);

const POISON = [
  ...[
    'orgId',
    'org_id',
    'role',
    'roles',
    'id',
    '_id',
    'version',
    'userId',
    'user_id',
    'clientId',
    'client_id',
  ],
  ...[
    'isAdmin',
    'admin',
    'is_admin',
    'superuser',
    'permissions',
    'scopes',
    'status',
    'state',
    'createdBy',
    'created_by',
  ],
  ...[
    'createdAt',
    'updatedAt',
    'deletedAt',
    'recordedBy',
    'approvedBy',
    'approved_at',
    'decidedBy',
    'securityVersion',
  ],
  ...[
    'passwordHash',
    'password_hash',
    'tokenHash',
    'secret',
    'lockedAt',
    'expiresAt',
    'prevHash',
    'seq',
    'emailVerified',
  ],
  ...['$where', '$ne', '$set', 'a.b', 'then', 'toJSON', 'tenant', 'organisation', 'sudo', 'impersonate'],
];
/** Names that every object has by itself: a check for known fields takes them for known. */
const INHERITED = [
  'prototype',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  '__lookupSetter__',
];

let test: TestApp;
let world: World;
let routes: Route[];
let names: string[];
let operator: Awaited<ReturnType<typeof foundOperator>>;

beforeAll(async () => {
  test = await startApp();
  world = await buildWorld(test);
  operator = await foundOperator(test);
  routes = routesOf(test).filter((route) => route.body);
  names = [...new Set([...POISON, ...(await columns())])].filter((name) => !INHERITED.includes(name));
});
afterAll(() => test.close());

/** All column names of the organisations' data, as the database and as a program writes them. */
async function columns(): Promise<string[]> {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query<{ name: string }>(
      "SELECT DISTINCT attname AS name FROM pg_attribute WHERE attrelid::regclass::text LIKE 'app.%' AND attnum > 0 AND NOT attisdropped",
    ),
  );
  const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return rows
    .map(({ name }) => name)
    .filter((name) => /^[a-z_]+$/.test(name))
    .flatMap((name) => [name, camel(name)]);
}

/** One hash over every row of every table but those that say who was here. */
async function contents(): Promise<string> {
  return asAdmin(test, async (admin) => {
    const hash = createHash('sha256');
    for (const table of (await tablesOf(admin)).filter(
      (name) => !['session', 'audit_entry'].includes(name),
    )) {
      const { rows } = await admin.query(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM app.${table} t`,
      );
      hash.update(`${table} ${rows[0].sum}\n`);
    }
    return hash.digest('hex');
  });
}

interface Told {
  status: number;
  paths: string[];
}

async function send(route: Route, payload: string): Promise<Told> {
  const person =
    route.permission === 'installation.manage'
      ? operator
      : world.home.people[
          /^(?:deadline\.|law\.verify)/.test(route.permission ?? '') ? 'attorney' : 'director'
        ];
  const answer = await test.app.inject({
    method: route.method as 'POST',
    url: `/api/v1${fill(world, route.path, (_, key) => world.mine[key])}`,
    headers: {
      ...(route.open ? {} : { cookie: person.api.cookie ?? '', 'x-vacatur': '1' }),
      ...{ 'if-match': '"1"', 'content-type': 'application/json' },
    },
    payload,
  });
  const { errors = [] } = answer.json() as { errors?: { path: string }[] };
  return { status: answer.statusCode, paths: errors.map((error) => error.path) };
}

const nameOf = (route: Route): string => `${route.method} ${route.path}`;

async function faultsOf(route: Route): Promise<string[]> {
  const type = route.body!;
  const faults: string[] = [];
  const refused = async (where: string, body: object, expected: string[]): Promise<void> => {
    const told = await send(route, JSON.stringify(body));
    const missing = expected.filter((path) => !told.paths.includes(path));
    if (told.status !== 400 || missing.length > 0)
      faults.push(`${nameOf(route)} ${where}: ${told.status}, not named: ${missing.slice(0, 5).join(' ')}`);
  };
  const foreign = names.filter((name) => !fieldsOf(type).includes(name));
  const poison = Object.fromEntries(foreign.map((name) => [name, SAMPLE_ID]));
  await refused('body', { ...sampleBody(type), ...poison }, foreign);
  for (const name of INHERITED)
    await refused(name, { ...sampleBody(type), [name]: { role: 'director' } }, [name]);
  for (const field of fieldsOf(type)) {
    const inner = nestedType(type, field);
    if (!inner) continue;
    const body = sampleBody(type, true);
    const list = Array.isArray(body[field]);
    const strange = names.filter((name) => !fieldsOf(inner).includes(name));
    const one = {
      ...sampleBody(inner, true),
      ...Object.fromEntries(strange.map((name) => [name, SAMPLE_ID])),
    };
    const paths = strange.map((name) => `${field}${list ? '[0]' : ''}.${name}`);
    await refused(field, { ...body, [field]: list ? [one] : one }, paths);
  }
  return faults;
}

it('A5: each is refused by its name in every body and every object inside, and no row changes', async () => {
  expect(POISON.length + INHERITED.length).toBeGreaterThan(40);
  expect(names.length).toBeGreaterThan(300);
  expect(routes.length).toBeGreaterThan(150);
  const before = await contents();
  const faults: string[] = [];
  for (const route of routes) faults.push(...(await faultsOf(route)));
  expect(faults).toEqual([]);
  expect(await contents()).toBe(before);
});

it('A5: a body that reaches for the prototype is refused, and no object of the server has it afterwards', async () => {
  const ways = ['{"__proto__":{"role":"director"}}', '{"a":{"__proto__":{"role":"director"}}}'];
  for (const route of routes) {
    for (const way of ways) {
      const told = await send(route, way);
      expect([nameOf(route), told.status]).toEqual([nameOf(route), 400]);
    }
  }
  expect(({} as Record<string, unknown>).role).toBeUndefined();
});
