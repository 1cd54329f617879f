import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { Keyring, openDesk, SealedError, sealedTables, type Desk, type SealedTable } from '@app/platform';
import { startApp, type TestApp } from './support/app';
import { addApp } from './support/factories/second-factor';
import { startKeys } from './support/keys-command';
import { buildWorld, type World } from './support/world';

jest.setTimeout(300_000);

const LIBS = join(__dirname, '../libs');

/**
 * A rotation seals again what its catalogue names, under the key its catalogue says. So an office is filled with
 * something of everything, and each value of each column of bytes is opened as the catalogue says.
 */
let test: TestApp;
let world: World;
let desk: Desk & { close: () => Promise<void> };
let keyring: Keyring;

beforeAll(async () => {
  test = await startApp();
  world = await buildWorld(test);
  desk = openDesk(
    { adminUrl: test.database.adminUrl, keysUrl: test.database.keysUrl },
    { roots: () => [test.database.rootKey], graceMs: 1300 },
  );
  keyring = new Keyring(desk.keys as Pool, test.database.rootKey);
  await fillOffice();
});
afterAll(async () => {
  await desk?.close();
  await test?.close();
});

/** What only the organisation's own key seals, and what the world does not have. */
async function fillOffice(): Promise<void> {
  const { home, mine } = world;
  const { director, attorney, paralegal } = home.api;
  await addApp(paralegal);
  const { id } = await home.employ('volunteer', { name: 'Locked Person' });
  const { version } = await director.read(`/staff/${id}`);
  await director.ok('POST', `/staff/${id}/lock`, { reason: 'A stolen laptop' }, { ifMatch: version });
  await attorney.put('/me/drafts', {
    key: 'note:018f3c5e-0000-7000-8000-00000000abcd',
    body: { edits: { text: 'Half' } },
  });
  const [broken] = (await director.read('/emergency-access')).items;
  await director.ok(
    'POST',
    `/emergency-access/${broken.id}/review`,
    { finding: 'justified', note: 'A drill' },
    { ifMatch: broken.version },
  );
  const note = { kind: 'ordinary', text: 'Told once' };
  await attorney.post(`/cases/${mine['/cases/{caseId}']}/notes`, note, { idempotencyKey: 'once' });
  await decideDemand(mine['/clients/{clientId}']);
}

async function decideDemand(clientId: string): Promise<void> {
  const { director } = world.home.api;
  const at = `/demands/${world.mine['/demands/{demandId}']}`;
  let { version } = await director.read(at);
  ({ version } = await director.ok(
    'PUT',
    `${at}/scope`,
    { clientIds: [clientId], records: ['identity'] },
    { ifMatch: version },
  ));
  await director.ok(
    'POST',
    `${at}/decision`,
    { decision: 'comply', reasons: 'A court order' },
    { ifMatch: version },
  );
}

interface Value {
  column: string;
  table: string;
  name: string;
  rowId: string;
  /** Whose key seals it: a client's, somebody's with a key of their own, or null for the organisation's. */
  owner: string | null;
  bytes: Buffer;
}

async function valuesOf(table: SealedTable): Promise<Value[]> {
  const { rows } = await desk.main.query<Record<string, unknown>>(
    `SELECT * FROM app."${table.name}" WHERE org_id = $1`,
    [world.home.orgId],
  );
  return rows.flatMap((row) =>
    table.columns.flatMap((name) => {
      const bytes = row[name] as Buffer | null;
      if (!bytes?.length) return [];
      const owner = table.client ? (row[table.client] as string | null) : null;
      return [
        {
          column: `${table.name}.${name}`,
          table: table.name,
          name,
          rowId: String(row[table.rowId]),
          owner,
          bytes,
        },
      ];
    }),
  );
}

async function allValues(): Promise<Value[]> {
  const values: Value[] = [];
  for (const table of await sealedTables(desk.main)) values.push(...(await valuesOf(table)));
  return values;
}

/** The value in the clear, or null when the key that the catalogue names does not open it. */
async function opened(value: Value): Promise<string | null> {
  const { orgId } = world.home;
  const key = value.owner ? await keyring.clientKey(orgId, value.owner) : await keyring.orgKey(orgId);
  try {
    return key.box(value.table, value.rowId).openBytes(value.name, value.bytes).toString('hex');
  } catch (problem) {
    if (problem instanceof SealedError) return null;
    throw problem;
  }
}

it('names the key of every value that an office has', async () => {
  const shut = new Set<string>();
  for (const value of await allValues()) if ((await opened(value)) === null) shut.add(value.column);
  expect([...shut]).toEqual([]);
});

it('was held against every column that the organisation seals', async () => {
  const seen = new Set((await allValues()).map((value) => value.column));
  const columns = (await sealedTables(desk.main))
    .filter((table) => !table.client)
    .flatMap((table) => table.columns.map((name) => `${table.name}.${name}`));
  expect(columns.filter((column) => !seen.has(column))).toEqual([]);
});

/** Tables for which the code takes the organisation's own key, as its text says. */
function sealedByOrganisation(): Set<string> {
  const tables = new Set<string>();
  for (const name of readdirSync(LIBS, { recursive: true }).map(String)) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const text = readFileSync(join(LIBS, name), 'utf8');
    for (const found of text.matchAll(/orgKey\([^;]*?\)\)\.box\('(\w+)'/g)) tables.add(found[1]);
    // A key that is held under a name is looked for to the end of its method: the next may call a client's the same.
    for (const held of text.matchAll(/const (\w+) = await this\.keyring\.orgKey\(/g)) {
      const method = text.slice(held.index, text.indexOf('\n  }\n', held.index));
      const boxes = new RegExp(`\\b${held[1]}\\.box\\('(\\w+)'`, 'g');
      for (const found of method.matchAll(boxes)) tables.add(found[1]);
    }
  }
  return tables;
}

it('says so of every table for which the code takes the key of the organisation', async () => {
  const own = (await sealedTables(desk.main)).filter((table) => !table.client).map((table) => table.name);
  const taken = sealedByOrganisation();
  expect(taken.size).toBeGreaterThan(5);
  expect([...taken].filter((table) => !own.includes(table))).toEqual([]);
});

it('leaves nothing of the organisation behind when its key is new', async () => {
  const before = (await allValues()).filter((value) => value.owner === null);
  const plain = new Map<string, string | null>();
  for (const value of before) plain.set(`${value.column} ${value.rowId}`, await opened(value));
  const columns = [...new Set(before.map((value) => value.column))];
  expect(columns).toEqual(
    expect.arrayContaining([
      'demand.asked',
      'demand_decision.reasons',
      'form_draft.body',
      'glass_break.finding_note',
      'idempotency_key.answer',
      'list_view.name',
      'outbox_message.payload',
      'second_factor.secret',
      'staff_user.lock_reason',
    ]),
  );
  const run = await startKeys(test, ['rotate', 'organisation', world.home.slug]).ended;
  expect([run.code, run.said]).toEqual([0, expect.stringContaining('done')]);
  keyring.forget();
  const after = (await allValues()).filter((value) => plain.has(`${value.column} ${value.rowId}`));
  const changed: string[] = [];
  for (const value of after) {
    const same = before.some((old) => old.column === value.column && old.bytes.equals(value.bytes));
    if (same || (await opened(value)) !== plain.get(`${value.column} ${value.rowId}`))
      changed.push(value.column);
  }
  expect([after.length > 0, changed]).toEqual([true, []]);
});
