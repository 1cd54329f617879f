import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { closeCase, joinTeam } from './support/factories/case';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

/** The caseload with 120 cases: some closed, many alike, many without a date. */
interface Item {
  id: string;
  name: string;
  status: string;
  openedOn: string;
  updatedAt: string;
  custody: string;
  type: string;
  stage: string;
  responsible: { id: string } | null;
  nextDeadline: { on: string } | null;
  nextCheckIn: { on: string } | null;
}

const MANY = 120;
let test: TestApp;
let office: Office;
let api: Api;
let all: Item[];
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  api = office.api.attorney;
  const types = ['removal_defence', 'clemency_and_reopening', 'check_in_support', 'advice_only'];
  for (let n = 0; n < MANY; n += 1) {
    const responsibleId = n % 4 === 0 ? office.people.paralegal.id : undefined;
    const openedOn = `2024-0${1 + (n % 9)}-15`;
    const { caseId } = await addClient(api, {
      aNumber: null,
      contacts: [],
      case: { type: types[n % 4], responsibleId, openedOn },
    });
    if (n % 10 === 0) await closeCase(api, caseId, '2024-12-01');
  }
  await addClient(office.api.intake, { aNumber: null, name: { given: 'Not', family: 'Mine' } });
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    // What other libraries repeat here: equal days, missing days.
    await admin.query(`WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM app.cases)
      UPDATE app.cases c SET next_deadline_on = CASE WHEN n % 3 > 0 THEN current_date + (n % 40)::int - 5 END,
        next_deadline_rule = 'motion', next_check_in_on = CASE WHEN n % 2 > 0 THEN current_date + (n % 7)::int END,
        custody = CASE n % 5 WHEN 0 THEN 'detained' WHEN 1 THEN 'not_known' ELSE 'not_detained' END,
        updated_at = c.created_at + make_interval(secs => (n % 10)::int)
       FROM numbered WHERE numbered.id = c.id`);
  });
  all = await pages('status=all&limit=100');
}, 120_000);
afterAll(() => test.close());

/** Follows the cursor to the end. */
/** With a name the same filters travel in a body. */
function pageOf(query: string, as: Api): Promise<{ items: Item[]; nextCursor: string | null }> {
  const filters = Object.fromEntries(new URLSearchParams(query));
  if (!('q' in filters)) return as.read(`/cases?${query}`);
  const limit = filters.limit ? { limit: Number(filters.limit) } : {};
  return as.ok('POST', '/cases/search', { ...filters, ...limit });
}

async function pages(query: string, as = api): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 60; page += 1) {
    const body = await pageOf(`${query}${cursor ? `&cursor=${cursor}` : ''}`, as);
    items.push(...body.items);
    cursor = body.nextCursor;
    if (!cursor) return items;
  }
  throw new Error('The list has no end.');
}

const KEYS: Record<string, (item: Item) => string | null> = {
  opened: (item) => item.openedOn,
  next_deadline: (item) => item.nextDeadline?.on ?? null,
  next_check_in: (item) => item.nextCheckIn?.on ?? null,
  updated: (item) => item.updatedAt,
};

it('shows open cases unless it is asked for others, and how many there are', async () => {
  expect(all).toHaveLength(MANY);
  const open = await api.read('/cases?limit=100');
  expect([open.total, open.items.every((item: Item) => item.status === 'open')]).toEqual([108, true]);
  expect((await api.read('/cases?status=closed')).total).toBe(12);
  expect((await api.read('/cases?status=all')).total).toBe(MANY);
  expect((await api.read('/cases')).items).toHaveLength(50);
  expect((await office.api.director.read('/cases?status=all')).total).toBe(MANY + 1);
});

describe.each(['opened', 'next_deadline', 'next_check_in', 'updated'])('sorted by %s', (sort) => {
  it.each(['asc', 'desc'])(
    '%s, pages have no gap and no repetition, and what is missing comes last',
    async (order) => {
      for (const limit of [7, 50]) {
        const items = await pages(`status=all&sort=${sort}&order=${order}&limit=${limit}`);
        expect(items.map((item) => item.id).sort()).toEqual(all.map((item) => item.id).sort());
        const values = items.map(KEYS[sort]);
        const known = values.filter((value) => value !== null);
        expect(values.slice(0, known.length)).toEqual(known);
        const ordered = [...known].sort();
        expect(known).toEqual(order === 'asc' ? ordered : ordered.reverse());
      }
    },
  );
});

describe('sorted by name', () => {
  const family = (name: string): string =>
    name.split(' ').slice(1).join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  it.each(['asc', 'desc'])(
    '%s, pages follow the alphabet of family names without gap and repetition',
    async (order) => {
      for (const limit of [7, 50]) {
        const items = await pages(`status=all&sort=name&order=${order}&limit=${limit}`);
        expect(items.map((item) => item.id).sort()).toEqual(all.map((item) => item.id).sort());
        const names = items.map((item) => family(item.name));
        const ordered = [...names].sort((a, b) => a.localeCompare(b, 'en'));
        expect(names).toEqual(order === 'asc' ? ordered : ordered.reverse());
      }
    },
  );

  it('goes on in its place when the last case of a page was closed meanwhile', async () => {
    const first = await api.read('/cases?sort=name&limit=20');
    await closeCase(api, first.items.at(-1).id, '2024-12-24');
    const second = await api.read(`/cases?sort=name&limit=20&cursor=${first.nextCursor}`);
    const seen = new Set(first.items.map((item: Item) => item.id));
    expect(second.items.filter((item: Item) => seen.has(item.id))).toEqual([]);
    const rest = await pages('sort=name&limit=100');
    expect(second.items.map((item: Item) => item.id)).toEqual(rest.slice(19, 39).map((item) => item.id));
  });

  it('says nothing about names to the auditor', async () => {
    const auditor = office.api.auditor;
    const items = await pages('status=all&sort=name&limit=100', auditor);
    const names = new Map(all.map((item) => [item.id, family(item.name)]));
    const order = items.map((item) => names.get(item.id)).filter((name) => name !== undefined);
    expect(order).not.toEqual([...order].sort((a, b) => a.localeCompare(b, 'en')));
    expect(order.map((name) => name[0])).not.toEqual(order.map((name) => name[0]).sort());
    expect(items).toHaveLength(MANY + 1);
  });
});

describe('a filter', () => {
  const matching: [string, (item: Item) => boolean][] = [
    ['type=removal_defence', (item) => item.type === 'removal_defence'],
    ['stage=intake', (item) => item.stage === 'intake'],
    ['stage=terminated', () => false],
    ['custody=detained', (item) => item.custody === 'detained'],
    [
      'type=removal_defence&custody=not_detained',
      (item) => item.type === 'removal_defence' && item.custody === 'not_detained',
    ],
    ['deadlineWithinDays=7', (item) => item.nextDeadline !== null && item.nextDeadline.on <= dayFromNow(7)],
    ['deadlineWithinDays=0', (item) => item.nextDeadline !== null && item.nextDeadline.on <= dayFromNow(0)],
  ];
  it.each(matching)('%s shows exactly what matches', async (filter, matches) => {
    const wanted = all.filter(matches).map((item) => item.id);
    const items = await pages(`status=all&limit=20&${filter}`);
    expect(items.map((item) => item.id).sort()).toEqual(wanted.sort());
  });

  it('by responsible colleague shows theirs', async () => {
    const items = await pages(`status=all&responsibleId=${office.people.paralegal.id}`);
    expect(items).toHaveLength(MANY / 4);
    expect(await pages(`status=all&responsibleId=${office.people.director.id}`)).toEqual([]);
  });

  it('by name and A-number goes together with the others and with each order', async () => {
    const vangs = all.filter((item) => / Vang$/.test(item.name));
    expect(vangs.length).toBeGreaterThan(3);
    for (const sort of ['name', 'opened', 'next_deadline', 'updated']) {
      const items = await pages(`status=all&q=Vang&sort=${sort}&limit=2`);
      expect(items.map((item) => item.id).sort()).toEqual(vangs.map((item) => item.id).sort());
    }
    expect(await pages('status=all&q=Nobody')).toEqual([]);
    const { caseId } = await addClient(api, {
      aNumber: 'A700-800-900',
      name: { given: 'Late', family: 'Comer' },
    });
    expect((await pages('q=A700800900')).map((item) => item.id)).toEqual([caseId]);
  });
});

it('shows the same cases to a colleague as soon as they are on the team', async () => {
  const person = await office.employ('accredited_representative');
  expect(await pages('status=all', person.api)).toEqual([]);
  const chosen = all.slice(0, 5).map((item) => item.id);
  for (const id of chosen) await joinTeam(api, id, person.id);
  const items = await pages('status=all&limit=2', person.api);
  expect(items.map((item) => item.id).sort()).toEqual([...chosen].sort());
});

/** The database's day, moved: tests and database share the machine's clock, the office is in New York. */
function dayFromNow(days: number): string {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
  return new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
