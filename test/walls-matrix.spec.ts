import { OFFICE_WIDE_ROLES, policy, roleMay, ROLES, type Role } from '@app/access';
import { rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { inBatches, placeFaults, type Place } from './support/matrix';
import { routesOf, type Route } from './support/routes';
import { makeThings, type Things } from './support/things';
import { buildWorld, type World } from './support/world';

/**
 * The rest of the access matrix: every route, every role, and clients behind walls, given for a time, given for a time
 * that is over, and opened in an emergency. What is hidden must answer like what was never there.
 */
let test: TestApp;
let world: World;
let routes: Route[];
const places: Record<string, Things> = {};
const CASEWORK: Role[] = ['director', 'attorney', 'accredited_representative', 'paralegal'];
const OFFICE: Role[] = [...CASEWORK, 'intake', 'auditor'];
const GIVEN: Role[] = OFFICE.filter((role) => role !== 'auditor');

beforeAll(async () => {
  test = await startApp();
  world = await buildWorld(test);
  routes = routesOf(test).filter((route) => !route.open && route.parameters.length > 0);
  const keeper = await world.home.employ('attorney', { name: 'Keeper' });
  const make = (): Promise<Things> => makeThings(test, world.home, keeper);
  const people = (roles: Role[]): string[] => roles.map((role) => world.home.people[role as 'attorney'].id);
  const wall = (things: Things, kind: string, ids: string[]): Promise<unknown> =>
    keeper.api.created(`/clients/${things['/clients/{clientId}']}/walls`, { kind, people: ids, reason: 'x' });
  const give = async (things: Things): Promise<void> => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    for (const userId of people(GIVEN)) {
      const url = `/clients/${things['/clients/{clientId}']}/access-grants`;
      await keeper.api.created(url, { userId, until, reason: 'x' });
    }
  };
  Object.assign(places, {
    walled: await make(),
    screened: await make(),
    given: await make(),
    over: await make(),
    emergency: await make(),
  });
  await wall(places.walled, 'named', [keeper.id]);
  await give(places.screened);
  await wall(places.screened, 'ethical', people(OFFICE));
  await wall(places.given, 'named', [keeper.id]);
  await give(places.given);
  await give(places.over);
  await rewrite(
    test,
    `UPDATE app.access_grant SET since = now() - interval '2 days', until = now() - interval '1 second'
      WHERE client_id = $1`,
    [places.over['/clients/{clientId}']],
  );
  await wall(places.emergency, 'named', [keeper.id]);
  const { aNumber } = await keeper.api.ok(
    'POST',
    `/clients/${places.emergency['/clients/{clientId}']}/a-number/reveal`,
  );
  for (const role of CASEWORK)
    await world.apiOf(role).created('/emergency-access', { aNumber, reason: 'Taken this morning' });
}, 180_000);
afterAll(() => test.close());

const hidden: [string, (role: Role) => boolean][] = [
  ['walled', () => true],
  ['screened', () => true],
  ['over', (role) => !OFFICE_WIDE_ROLES.includes(role)],
];
const shown: [string, (role: Role) => boolean][] = [
  ['given', (role) => GIVEN.includes(role)],
  ['emergency', (role) => CASEWORK.includes(role)],
];

async function faultsOf(role: Role, where: string, visible: boolean, list: Route[]): Promise<string[]> {
  const place: Place = { where, from: places[where], kinds: ['client'], visible };
  return inBatches(
    list.filter((route) => roleMay(role, route.permission!)),
    (route) => placeFaults(world, route, role, place),
  );
}

describe.each(ROLES.filter((role) => role !== 'operator'))('%s', (role) => {
  it.each(hidden.filter(([, applies]) => applies(role)).map(([where]) => where))(
    'gets from no route a sign of a client that is %s (trap 4)',
    async (where) => {
      const list = routes.filter((route) => route.method !== 'DELETE');
      const removing = routes.filter((route) => route.method === 'DELETE');
      const found = await faultsOf(role, where, false, list);
      expect([...found, ...(await faultsOf(role, where, false, removing))]).toEqual([]);
    },
    180_000,
  );

  const open = shown.filter(([, applies]) => applies(role)).map(([where]) => where);
  if (open.length > 0)
    it.each(open)(
      'reads a client that is %s through every route',
      async (where) => {
        const reading = routes.filter((route) => route.method === 'GET');
        expect(await faultsOf(role, where, true, reading)).toEqual([]);
      },
      180_000,
    );
});

it('knows every permission that a route asks for', () => {
  expect(routes.filter((route) => !(route.permission! in policy))).toEqual([]);
});
