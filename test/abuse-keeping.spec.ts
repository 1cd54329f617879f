import { Case, CasesService } from '@app/cases';
import { ClientNames } from '@app/clients';
import { db, Keyring, loadConfig, newScope, openDesk, Problem, runInScope, UnitOfWork } from '@app/platform';
import { ErasureService } from '@app/retention';
import { looseEndsOf } from '../libs/cases/src/closing/loose-ends.queries';
import { DestructionsService } from '../libs/retention/src/destructions.service';
import { HoldsService } from '../libs/retention/src/holds.service';
import { OUTCOMES, type Outcome } from '../libs/retention/src/retention.dto';
import { DEFAULT_YEARS, dueClients } from '../libs/retention/src/retention.queries';
import { SchedulesService } from '../libs/retention/src/schedules.service';
import { shredAgain } from '../scripts/keys/shred-again';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { effort, PATIENCE_MS } from './support/effort';
import { foundOffice, type Office } from './support/factories/organisation';
import { barredFrom, day, dueLine, makeOlder, type Story, type Who } from './support/keeping-story';
import { asKeys, backUp, type OlderBackup } from './support/older-backup';
import { remainsOf } from './support/remains';

/** A27: erased too early, too late, or not at all. */
jest.setTimeout(PATIENCE_MS);

const TIMELINES = effort(50, 5000);
/** As many clients share an office, its clock, its rules and its backups. */
const TOGETHER = effort(50, 250);
const STEPS = 14;
const GRACE_DAYS = 14;

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

class World {
  /** Days since the story began. */
  now = 0;
  years: Record<Outcome, number> = { ...DEFAULT_YEARS };
  stories: Story[] = [];
  backup: { store: OlderBackup; at: number; years: Record<Outcome, number>; stories: Story[] } | null = null;
  erasures = 0;
  refusals = 0;

  constructor(
    readonly office: Office,
    readonly today: string,
    readonly random: () => number,
  ) {}

  by<T>(who: Who, work: () => Promise<T>): Promise<T> {
    const { id, role } = this.office.people[who];
    const actor = { orgId: this.office.orgId, userId: id, role, proofId: null, scopes: null };
    return runInScope(newScope('test', { ...actor, kind: 'session' }), () =>
      test.app.get(UnitOfWork).run({ action: 'test', rule: 'none', aboutClient: false }, work),
    );
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)];
  }
}

const service = <T>(type: new (...args: never[]) => T): T => test.app.get(type, { strict: false });

/** The code of the refusal, or null when it was done. */
const refusal = (work: () => Promise<unknown>): Promise<string | null> =>
  work().then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );

async function begin(world: World): Promise<void> {
  for (let n = 0; n < TOGETHER; n += 1) {
    const id = await world.by('attorney', () =>
      service(CasesService).intake({
        name: { given: `Kept${n}`, family: 'Umbra' },
        case: { type: 'advice_only', openedOn: '2001-01-01' },
      }),
    );
    const [matter] = await rowsOf<{ id: string }>('SELECT id FROM app.cases WHERE client_id = $1', [id]);
    const story = { id, caseId: matter.id, version: 1, holds: [], erased: false };
    world.stories.push({ ...story, closedOn: null, outcome: null, wish: null });
  }
}

async function rowsOf<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return asAdmin(test, async (admin) => (await admin.query<T>(sql, values)).rows);
}

type Move = (world: World, story: Story, who: Who) => Promise<void>;

/** What may happen to a client, and what the product must answer to it. */
const MOVES: Record<string, Move> = {
  close: async (world, story) => {
    if (story.closedOn) return;
    const on = day(world.today, -Math.floor(world.random() * 4000));
    const outcome = world.one(OUTCOMES.filter((each) => each !== 'none'));
    const matter = (await db().find(Case, { id: story.caseId }))!;
    const ends = await looseEndsOf(matter, world.today);
    const looseEnds = ends.map(({ kind, id }) => ({ kind, id, reason: 'It stays' }));
    const body = { on, outcome: outcome as never, looseEnds };
    await service(CasesService).close(story.caseId, story.version++, body);
    Object.assign(story, { closedOn: on, outcome });
  },
  reopen: async (world, story) => {
    if (!story.closedOn) return;
    await service(CasesService).reopen(story.caseId, story.version++, { on: world.today });
    // Somebody works for this person again: what was decided when all was over does not hold any more.
    Object.assign(story, { closedOn: null, outcome: null, wish: null });
  },
  hold: async (_world, story) => {
    await service(HoldsService).place(story.id, { reason: 'A subpoena' });
    story.wish = null;
    const holds = await service(HoldsService).of([story.id]);
    story.holds = holds.filter((hold) => !hold.liftedAt).map((hold) => hold.id);
  },
  lift: async (world, story) => {
    if (story.holds.length === 0) return;
    const id = world.one(story.holds);
    await service(HoldsService).lift(id, { reason: 'Withdrawn' });
    story.holds = story.holds.filter((each) => each !== id);
  },
  propose: async (world, story, who) => {
    const code = await refusal(() =>
      service(DestructionsService).propose(story.id, { reasonCode: 'retention_over' }),
    );
    expect([code, story]).toEqual([barredFrom(story), story]);
    if (code) return void (world.refusals += 1);
    const [wish] = await service(DestructionsService).open(story.id);
    story.wish = { id: wish.id, by: who, dueAt: null };
  },
  approve: async (world, story, who) => {
    if (!story.wish || story.wish.dueAt !== null) return;
    const { wish } = story;
    const code = await refusal(() => service(DestructionsService).approve(wish.id));
    expect([code, story]).toEqual([
      wish.by === who ? 'second_person' : barredFrom({ ...story, wish: null }),
      story,
    ]);
    if (code) return void (world.refusals += 1);
    wish.dueAt = world.now + GRACE_DAYS;
  },
  cancel: async (_world, story) => {
    if (!story.wish) return;
    await service(DestructionsService).cancel(story.wish.id);
    story.wish = null;
  },
  none: async () => {},
};

/** Everything of the office lies these days further back. */
async function pass(world: World, days: number): Promise<void> {
  world.now += days;
  await makeOlder(test, world.office.orgId, days);
  for (const story of world.stories) if (story.closedOn) story.closedOn = day(story.closedOn, -days);
}

async function move(world: World): Promise<void> {
  const chosen = world.stories
    .filter((story) => !story.erased)
    .map((story) => ({ story, who: world.one(['director', 'attorney'] as const), what: next(world, story) }));
  for (const who of ['director', 'attorney'] as const)
    await world.by(who, async () => {
      for (const each of chosen) if (each.who === who) await MOVES[each.what](world, each.story, who);
    });
}

/** Mostly the next step towards the end, and now and then anything. */
function next(world: World, story: Story): string {
  if (world.random() < 0.25) return world.one(Object.keys(MOVES));
  if (story.holds.length > 0) return 'lift';
  if (!story.closedOn) return 'close';
  if (!story.wish) return world.random() < 0.7 ? 'propose' : 'hold';
  return story.wish.dueAt === null ? 'approve' : world.one(['none', 'none', 'none', 'hold', 'reopen']);
}

async function rule(world: World): Promise<void> {
  const outcome = world.one(OUTCOMES);
  const years = 1 + Math.floor(world.random() * 12);
  await world.by('director', () => service(SchedulesService).set({ outcome, years }));
  world.years[outcome] = years;
}

/** What the worker does each minute, until there is nothing left to do. */
async function work(world: World): Promise<void> {
  while ((await service(ErasureService).round()) > 0);
  for (const story of world.stories) {
    if (story.erased || story.wish?.dueAt == null || story.wish.dueAt > world.now) continue;
    expect([story.holds, story.closedOn]).toEqual([[], expect.any(String)]);
    story.erased = true;
    world.erasures++;
  }
}

async function keep(world: World): Promise<void> {
  const { now: at, years } = world;
  world.backup = {
    ...{ store: await backUp(test), at, years: { ...years } },
    stories: structuredClone(world.stories),
  };
}

/** The machine is lost, an older backup is put back, and the operator does what the handbook says. */
async function restore(world: World): Promise<void> {
  if (!world.backup) return;
  const { store, at, years, stories } = world.backup;
  const erased = new Set(world.stories.filter((story) => story.erased).map(({ id }) => id));
  await store.restore();
  await makeOlder(test, world.office.orgId, world.now - at);
  world.years = { ...years };
  world.stories = structuredClone(stories).map((story) => ({
    ...story,
    closedOn: story.closedOn && day(story.closedOn, at - world.now),
    erased: erased.has(story.id),
  }));
  test.app.get(Keyring).forget();
  const { adminUrl, keysUrl, rootKey } = test.database;
  const desk = openDesk({ adminUrl, keysUrl }, { roots: () => [rootKey], graceMs: 10 });
  const config = loadConfig({
    DATABASE_URL: adminUrl,
    KEYS_DATABASE_URL: keysUrl,
    VACATUR_HOME: test.home,
  });
  const before = new Set(stories.filter((story) => story.erased).map(({ id }) => id));
  const again = await shredAgain(config, rootKey, desk);
  await desk.close();
  expect(again).toBe([...erased].filter((id) => !before.has(id)).length);
  test.app.get(Keyring).forget();
}

/** The databases say of every client what the story says. */
async function check(world: World): Promise<void> {
  const ids = world.stories.map(({ id }) => id);
  const gone = world.stories.filter((story) => story.erased).map(({ id }) => id);
  const marked = await rowsOf<{ id: string }>(
    'SELECT id FROM app.erased_client WHERE id = ANY ($1) AND cleared_at IS NOT NULL',
    [ids],
  );
  expect(marked.map(({ id }) => id).sort()).toEqual([...gone].sort());
  const keys = await asKeys(test, (sql) =>
    sql.query<{ id: string }>(
      'SELECT client_id AS id FROM client_key WHERE client_id = ANY ($1) AND wrapped IS NOT NULL',
      [ids],
    ),
  );
  const there = world.stories.filter((story) => !story.erased);
  expect(keys.rows.map(({ id }) => id).sort()).toEqual(there.map(({ id }) => id).sort());
  expect(await remainsOf(test, gone)).toEqual([]);
  await world.by('director', async () => {
    const names = await service(ClientNames).display(ids);
    expect(
      [...names]
        .filter(([, name]) => /^Kept\d+ Umbra$/.test(name))
        .map(([id]) => id)
        .sort(),
    ).toEqual(there.map(({ id }) => id).sort());
    const due = await dueClients(world.years, world.today);
    expect(due.map((row) => `${row.client_id} ${row.due_on} ${row.held}`).sort()).toEqual(
      there.flatMap((story) => dueLine(world, story)).sort(),
    );
  });
}

async function live(world: World): Promise<void> {
  await begin(world);
  const saves = 2 + Math.floor(world.random() * 4);
  const loses = saves + 4 + Math.floor(world.random() * 4);
  for (let step = 0; step < STEPS; step += 1) {
    await move(world);
    await rule(world);
    await pass(world, Math.floor(world.random() * 25));
    await work(world);
    if (step === saves) await keep(world);
    if (step === loses) await restore(world);
    await check(world);
  }
}

it(`A27: of ${TIMELINES} timelines nothing held is erased, nothing due stays, also after a restore`, async () => {
  let state = 20_261_126;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let [erasures, refusals] = [0, 0];
  // Before any restore: what erases again starts libraries of its own, and then the doors are theirs.
  const offices: Office[] = [];
  for (let n = 0; n * TOGETHER < TIMELINES; n += 1)
    offices.push(await foundOffice(test, `Keepers ${n}`, { roles: ['director', 'attorney'] }));
  const [{ today }] = await rowsOf<{ today: string }>(
    'SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM app.organisation WHERE org_id = $1',
    [offices[0].orgId],
  );
  for (const office of offices) {
    const world = new World(office, today, random);
    await live(world);
    erasures += world.erasures;
    refusals += world.refusals;
  }
  expect(erasures).toBeGreaterThan(TIMELINES / 4);
  expect(refusals).toBeGreaterThan(TIMELINES / 10);
});
