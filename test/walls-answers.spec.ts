import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';
import { told } from './support/matrix';

const ROLES = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'auditor',
] as const;

/**
 * Look-ups that meet a record behind a wall answer, byte for byte, as when nobody has that name, number or word. Ids are
 * compared route by route in the matrix of walls.
 */
describe('what look-ups say of a client behind a wall', () => {
  let test: TestApp;
  let office: Office;
  let keeper: Person;
  let walled: AddedClient;
  /** A name, a number and a word that stand behind the wall, and ones that are nowhere. */
  const hidden = { name: { given: 'Kaspar', family: 'Umbra' }, aNumber: 'A200000041', word: 'bloomington' };
  const absent = { name: { given: 'Zoltar', family: 'Ekdiz' }, aNumber: 'A200000059', word: 'wellingtons' };

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Answers');
    keeper = await office.employ('attorney', { name: 'Keeper' });
    walled = await addClient(keeper.api, { name: hidden.name, aNumber: hidden.aNumber });
    await keeper.api.created(`/cases/${walled.caseId}/notes`, { text: hidden.word, kind: 'ordinary' });
    const wall = { kind: 'named', people: [keeper.id], reason: 'x' };
    await keeper.api.created(`/clients/${walled.id}/walls`, wall);
  });
  afterAll(() => test.close());

  type Known = typeof hidden;
  const full = ({ name }: Known): string => `${name.given} ${name.family}`;
  const lookUps: [string, string, (known: Known) => unknown][] = [
    ['the search box, by name', '/search', (known) => ({ q: full(known) })],
    ['the search box, with a slip', '/search', ({ name }) => ({ q: `${name.given}x ${name.family}` })],
    ['the search box, by number', '/search', ({ aNumber }) => ({ q: aNumber })],
    ['the search box, by word', '/search/texts', ({ word }) => ({ q: word })],
    ['the list of cases', '/cases/search', (known) => ({ q: full(known) })],
    ['duplicates, by name', '/clients/duplicates', ({ name }) => ({ name })],
    ['duplicates, by number', '/clients/duplicates', ({ aNumber }) => ({ name: absent.name, aNumber })],
    ['a question about conflicts', '/conflicts/ask', (known) => ({ name: full(known) })],
  ];

  it.each(lookUps)('%s', async (_, url, body) => {
    for (const role of ROLES) {
      const [one, other] = [hidden, absent].map((known) => office.api[role].post(url, body(known)));
      expect([role, told(await one)]).toEqual([role, told(await other)]);
    }
  });

  it('finds all of it for who is inside, so that the comparison says something', async () => {
    for (const [title, url, body] of lookUps.filter(([, path]) => path !== '/conflicts/ask')) {
      const [one, other] = [hidden, absent].map((known) => keeper.api.post(url, body(known)));
      expect([title, told(await one) === told(await other)]).toEqual([title, false]);
    }
  });

  it('enters somebody with the number of a hidden record as with any other number', async () => {
    const entered = async ({ aNumber }: Known): Promise<[number, string[]]> => {
      const name = { given: 'New', family: 'Person' };
      const { status, body } = await office.api.attorney.post('/clients', {
        name,
        aNumber,
        case: { type: 'advice_only' },
      });
      return [status, Object.keys(body).sort()];
    };
    const free = await entered(absent);
    expect(free[0]).toBe(201);
    expect(await entered(hidden)).toEqual(free);
  });

  it('tells of no mail that waits and is about a record behind a wall', async () => {
    const { director } = office.api;
    const second = await office.employ('attorney', { name: 'Second Keeper' });
    const waiting = async (): Promise<number> =>
      (await director.read('/mails/unsent')).items.filter((mail: Json) => mail.to === second.email).length;
    const asked = async (about: AddedClient): Promise<unknown> => {
      const body = { subject: 'decision', question: 'Right?', askedOf: second.id };
      return keeper.api.created(`/cases/${about.caseId}/reviews`, body);
    };
    const plain = await addClient(keeper.api);
    for (const { caseId } of [plain, walled]) await joinTeam(keeper.api, caseId, keeper.id);
    const { walls } = await keeper.api.read(`/clients/${walled.id}/access`);
    await keeper.api.ok('PUT', `/clients/${walled.id}/walls/${walls[0].id}/people/${second.id}`);
    for (const { caseId } of [plain, walled]) await joinTeam(keeper.api, caseId, second.id);
    await asked(plain);
    expect(await waiting()).toBe(1);
    await asked(walled);
    expect(await waiting()).toBe(1);
  });

  it('counts the log of a client within the client: the gaps of a longer count would tell of others', async () => {
    const plain = await addClient(keeper.api);
    for (let n = 0; n < 3; n += 1) {
      await keeper.api.read(`/clients/${walled.id}`);
      await keeper.api.read(`/clients/${plain.id}`);
    }
    const { entries } = await office.api.director.read(`/cases/${plain.caseId}/access`);
    const numbers = entries.map((entry: { number: number }) => entry.number);
    expect(numbers).toEqual(numbers.map((_: number, n: number) => numbers.length - n));
    const sheet = (await office.api.director.get(`/clients/${plain.id}/access-history`)).bytes.toString();
    const lines = sheet.trim().split(/\r?\n/).slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(lines.map((_, n) => String(n + 1)));
  });
});
