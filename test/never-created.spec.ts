import fc from 'fast-check';
import { roleMay, type Role } from '@app/access';
import { rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { differences, everyGet, LISTS, lookUps, type Ids, type Question } from './support/crawl';
import { effort, PATIENCE_MS } from './support/effort';
import { addClient } from './support/factories/client';
import { addOfficeParty } from './support/factories/intake';
import { fateOf, hide, knownOf, writersOf, type Cast, type Known } from './support/hidden-matters';
import { told } from './support/matrix';
import { routesOf } from './support/routes';
import { inFrontOf, twinsOf } from './support/twins';
import { buildHome, type Home } from './support/world';

/**
 * Two copies of one office. In one of them matters are created and hidden behind random walls; after each batch
 * everybody who is kept out asks both copies everything they can ask, and gets the same bytes.
 */
const ROLES = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'volunteer',
  'auditor',
] as const;
const MATTERS = effort(50, 500);
const BATCH = 50;
/** Of the narrowed lists and look-ups, beside every GET: how many a person asks after a batch. */
const MORE = effort(25, 400);
const BUSY = { acts: effort(1, 6), routes: effort(1, 4) };

let world: Home;
let twins: [TestApp, TestApp];
let cast: Cast;
let visible: Known;
let ids: Ids;
/** The moment from which the two are asked apart. */
let parted: string;

beforeAll(async () => {
  const test = await startApp();
  world = await buildHome(test);
  const { home } = world;
  const keeper = await home.employ('attorney', { name: 'Keeper' });
  const insider = await home.employ('paralegal', { name: 'Insider' });
  visible = { name: { given: 'Plain', family: 'Insight' }, aNumber: 'A900000017', word: 'plainword' };
  const plain = await addClient(home.api.attorney, { name: visible.name, aNumber: visible.aNumber });
  await addOfficeParty(home.api.attorney, { name: `Known Witness of ${home.slug}` });
  const screened = ROLES.map((role) => home.people[role]);
  ids = {
    '/clients/{clientId}': [world.mine['/clients/{clientId}'], plain.id],
    '/cases/{caseId}': [world.mine['/cases/{caseId}'], plain.caseId],
    '/staff/{id}': [...screened, keeper, insider].map((person) => person.id),
  };
  cast = { office: home, keeper, insider, screened };
  twins = await twinsOf(test, { CLIENTS_PER_HOUR: '100000' });
  parted = new Date().toISOString();
}, PATIENCE_MS);
afterAll(() => Promise.all(twins.map((twin) => twin.close())));

/** The cast in front of the twin in which the hidden matters are made. */
function inside(twin: TestApp): Cast {
  const moved = <T extends { api: Api }>(person: T): T => ({ ...person, api: inFrontOf(twin, person.api) });
  const { office, keeper, insider, screened } = cast;
  const apis = Object.entries(office.api).map(([role, api]) => [role, inFrontOf(twin, api)]);
  return {
    office: { ...office, api: Object.fromEntries(apis) as Record<Role, Api> },
    keeper: moved(keeper),
    insider: moved(insider),
    screened: screened.map(moved),
  };
}

/** What differs by the clock alone, by the end of the path: the two copies cannot be asked in the same millisecond. */
const CLOCKS: [path: RegExp, field: RegExp][] = [
  [/^\/me\/sessions$/, /(?<=lastSeenAt\\":\\")[^\\]+/g],
  [/^\/(?:detained|clients\/[^/]+\/custody-file)$/, /(?<="\{\\"now\\":\\")[^\\]+/g],
];
/** When the person themselves opened what they see, as the log of a client tells it. */
const LOGS = /^\/(?:cases\/[^/]+\/access|clients\/[^/]+\/access-history)$/;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

function settled({ path }: Question, text: string): string {
  if (LOGS.test(path)) return text.replace(INSTANT, (instant) => (instant >= parted ? '<since>' : instant));
  return CLOCKS.filter(([where]) => where.test(path)).reduce(
    (rest, [, field]) => rest.replace(field, '<now>'),
    text,
  );
}

async function differencesOf(role: Role, known: Known[], seed: number): Promise<string[]> {
  const { plain, narrowed } = everyGet(twins[0], world, role, ids);
  // A refusal for lack of a right leaves an entry of its own, and stands in no relation to what is hidden.
  const may = new Map(
    routesOf(twins[0]).map(({ path, permission }) => [path, roleMay(role, permission ?? 'me.read')]),
  );
  const asks = [...LISTS, ...known.flatMap(lookUps)].filter(({ path }) => may.get(path));
  const more = [...narrowed, ...asks];
  const some = Math.min(MORE, more.length);
  const [chosen] = fc.sample(fc.shuffledSubarray(more, { minLength: some, maxLength: some }), {
    numRuns: 1,
    seed,
  });
  const pair = twins.map((twin) => inFrontOf(twin, world.home.api[role])) as [Api, Api];
  asked += plain.length + chosen.length;
  return differences(pair, [...plain, ...chosen], settled);
}
let asked = 0;

/** What differs between two things made in two places: their ids and moments. */
const unmarked = (_: Question, text: string): string =>
  text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>').replace(INSTANT, '<at>');

/** What somebody may do who looks for the traces of what is hidden: it is refused, or warned of, as without it. */
function tries({ name, aNumber }: Known, n: number): Question[] {
  const full = `${name.given} ${name.family}`;
  const add = (path: string, body: object): Question => ({ method: 'POST', path, body });
  const [caseId] = ids['/cases/{caseId}'];
  return [
    add('/clients', { name, aNumber, case: { type: 'advice_only' } }),
    add(`/clients/${ids['/clients/{clientId}'][n % 2]}/parties`, { kind: 'witness', name: full }),
    add('/office-parties', { kind: 'witness', name: full }),
    { method: 'PUT', path: `/cases/${caseId}/timer`, body: {} },
    { method: 'DELETE', path: '/me/timer' },
  ];
}

/** Somebody of the name asks for help and is accepted: what each step says. */
async function takenIn(api: Api, { name }: Known): Promise<string[]> {
  const contact = { kind: 'phone', value: '+1 212 555 0101', safeToContact: true };
  const entered = await api.post('/referrals', { name, language: 'es', contact });
  const at = `/referrals/${entered.body.id ?? 'none'}`;
  const checked = await api.post(`${at}/conflict-check`, {}, { ifMatch: 1 });
  const accepted = await api.post(`${at}/accept`, { case: { type: 'advice_only' } }, { ifMatch: 2 });
  const question: Question = { method: 'POST', path: '/referrals' };
  return [entered, checked, accepted].map((answer) => unmarked(question, told(answer)));
}

it(
  'answers everybody who is kept out as in a world in which the matters behind the walls were never created',
  async () => {
    const seed = Number(process.env.VACATUR_SEED ?? Date.now() % 2_000_000_000);
    const writers = writersOf(routesOf(twins[0]));
    const known = fc
      .sample(knownOf(visible), { numRuns: MATTERS, seed })
      // The first has the number of a client whom everybody sees.
      .map((each, n) => (n === 0 ? { ...each, aNumber: visible.aNumber } : each));
    const fates = fc.sample(fateOf(writers.length, BUSY), { numRuns: MATTERS, seed });
    fates[0] = { ...fates[0], asked: false, maker: 'keeper' };
    const there = inside(twins[0]);
    let written = 0;
    for (let at = 0; at < MATTERS; at += BATCH) {
      const batch = known.slice(at, at + BATCH);
      // A sweep takes longer than the proof that grave routes ask for lasts.
      for (const twin of twins) await rewrite(twin, 'UPDATE app.session SET proved_at = now()');
      for (const [n, each] of batch.entries()) written += await hide(there, writers, each, fates[at + n]);
      for (const role of ROLES) {
        const found = await differencesOf(role, batch, seed + at);
        expect([seed, role, found]).toEqual([seed, role, []]);
      }
    }
    for (const [n, role] of ROLES.entries()) {
      const pair = twins.map((twin) => inFrontOf(twin, world.home.api[role])) as [Api, Api];
      // Another one for each: what one of them has entered is no longer unknown to the next.
      const found = await differences(pair, tries(known[n + 1], n), unmarked);
      expect([seed, role, found]).toEqual([seed, role, []]);
      const [one, other] = await Promise.all(pair.map((api) => takenIn(api, known[n + 1 + ROLES.length])));
      expect([seed, role, one]).toEqual([seed, role, other]);
    }
    const seen = await there.keeper.api.ok('POST', '/cases/search', { status: 'all', limit: 1 });
    expect(seen.total).toBeGreaterThanOrEqual(MATTERS);
    // Else the comparison would be of two empty worlds.
    expect(written).toBeGreaterThan(MATTERS / 5);
    expect(asked).toBeGreaterThan(1000);
  },
  PATIENCE_MS,
);
