import fc from 'fast-check';
import { startApp, type TestApp } from './support/app';
import { effort, PATIENCE_MS } from './support/effort';
import type { Api, Json } from './support/client';
import { joinTeam, writeNote } from './support/factories/case';
import { dayFromNow, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';

/**
 * One random world after another, looked at by everybody through every window: what the list, the search, the counts,
 * the calendar, the deadlines, the tasks and the direct read say must be about the same clients.
 */
let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

const ROLES = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'auditor',
] as const;
type Looker = (typeof ROLES)[number];
const TEAM = ROLES.filter((role) => role !== 'director' && role !== 'auditor');

/** What is done to one client: who joins, who is given access, which wall stands and with whom. */
interface Fate {
  team: Looker[];
  given: Looker[];
  wall: 'none' | 'named' | 'ethical';
  listed: Looker[];
}
const some = (list: readonly Looker[]) => fc.subarray([...list]);
const fate: fc.Arbitrary<Fate> = fc.record({
  team: some(TEAM),
  given: some([...TEAM, 'director']),
  wall: fc.constantFrom('none', 'named', 'ethical'),
  listed: some(ROLES),
});

const numberOf = (n: number): string => `A060123${String(n).padStart(3, '0')}`;

async function make(office: Office, keeper: Person, n: number, wish: Fate): Promise<AddedClient> {
  const { people } = office;
  const client = await addClient(keeper.api, {
    name: { given: `Worldly${n}`, family: 'Samebody' },
    aNumber: numberOf(n),
  });
  await joinTeam(keeper.api, client.caseId, ...wish.team.map((role) => people[role].id));
  const until = new Date(Date.now() + 3_600_000).toISOString();
  for (const role of wish.given)
    await keeper.api.created(`/clients/${client.id}/access-grants`, {
      userId: people[role].id,
      until,
      reason: 'x',
    });
  await scheduleCheckIn(keeper.api, client.id, { date: dayFromNow(10) });
  await writeNote(keeper.api, client.caseId, `Zanzibar ${n}`);
  const ids = wish.listed.map((role) => people[role].id);
  const list = wish.wall === 'named' ? [keeper.id, ...ids] : ids;
  if (wish.wall !== 'none' && list.length > 0)
    await keeper.api.created(`/clients/${client.id}/walls`, { kind: wish.wall, people: list, reason: 'x' });
  return client;
}

/** Which of these clients somebody is told of, through one window after another. */
async function told(api: Api, role: Looker, clients: AddedClient[]): Promise<Record<string, string[]>> {
  const known = new Set(clients.map((client) => client.id));
  const of = (ids: string[]): string[] => [...new Set(ids.filter((id) => known.has(id)))].sort();
  const seen: Record<string, string[]> = {};
  const direct = await Promise.all(
    clients.map(async ({ id }) => ((await api.get(`/clients/${id}`)).status === 200 ? id : '')),
  );
  seen.direct = of(direct);
  const list = await api.ok('POST', '/cases/search', { status: 'all', limit: 100 });
  seen.list = of(list.items.map((item: Json) => item.clientId));
  seen.alphabet = of(
    (await api.ok('POST', '/cases/search', { status: 'all', sort: 'name', limit: 100 })).items.map(
      (item: Json) => item.clientId,
    ),
  );
  const days = `from=${dayFromNow(9)}&to=${dayFromNow(11)}`;
  seen.calendar = of((await api.read(`/check-ins?${days}`)).items.map((item: Json) => item.clientId));
  seen.timeline = of(
    await Promise.all(
      clients.map(async ({ id }) => ((await api.get(`/clients/${id}/timeline`)).status === 200 ? id : '')),
    ),
  );
  if (role !== 'auditor') {
    const search = await api.ok('POST', '/cases/search', { q: 'Samebody', status: 'all', limit: 100 });
    seen.search = of(search.items.map((item: Json) => item.clientId));
    const numbers = await Promise.all(
      clients.map(async (_, n) => (await api.ok('POST', '/search', { q: numberOf(n) })).items),
    );
    seen.numbers = of(numbers.flat().map((hit: Json) => hit.clientId));
  }
  expect(list.total).toBe(seen.direct.length);
  return seen;
}

it(
  'shows the same clients to a person through every window, whatever walls and grants stand',
  async () => {
    let world = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 2, maxLength: 5 }), async (fates) => {
        const office = await foundOffice(test, `World ${++world}`);
        const keeper = await office.employ('attorney', { name: 'Keeper' });
        const clients: AddedClient[] = [];
        for (const [n, wish] of fates.entries()) clients.push(await make(office, keeper, n, wish));
        for (const role of ROLES) {
          const seen = await told(office.api[role], role, clients);
          for (const [window, ids] of Object.entries(seen))
            expect([role, window, ids]).toEqual([role, window, seen.direct]);
        }
      }),
      { numRuns: effort(5, 100) },
    );
  },
  PATIENCE_MS,
);
