import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { foundOffice } from './support/factories/organisation';

jest.setTimeout(180_000);

/**
 * Two hundred values that occur nowhere else are planted in sealed fields through the API. None may be found in the
 * files of the database server (tables, indexes, write-ahead log), in a dump, in the data folder or in a log.
 */
let test: TestApp;
let patterns: string;
let folder: string;
const canaries: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vacatur-canaries-'));
  patterns = join(folder, 'patterns');
  test = await startApp();
  const office = await foundOffice(test, 'Canary Keepers');
  for (let n = 0; n < 20; n += 1) await plant(office.api.attorney, n);
  writeFileSync(patterns, `${canaries.join('\n')}\n`);
  await asAdmin(test, async (admin) => {
    await admin.query('CHECKPOINT');
  });
});
afterAll(async () => {
  await test?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A word that nobody would write by chance. */
function canary(kind: string, n: number): string {
  const letters = [...String(n).padStart(3, '0')].map((digit) => 'bdfghjklmn'[Number(digit)]).join('');
  const word = `Zqx${kind}${letters}wvj`;
  canaries.push(word);
  return word;
}

function number(n: number): string {
  const digits = `9997${String(31_000 + n * 7).padStart(5, '0')}`;
  canaries.push(digits);
  return digits;
}

function phone(n: number): string {
  const digits = `+1 907 555 01${String(n).padStart(2, '0')} x77${String(n).padStart(3, '0')}1`;
  canaries.push(digits);
  return digits;
}

async function plant(api: Parameters<typeof addClient>[0], n: number): Promise<void> {
  const client = await addClient(api, {
    name: { given: canary('giv', n), middle: canary('mid', n), family: canary('fam', n) },
    aliases: [{ name: canary('ali', n), kind: 'alias' }],
    aNumber: `A${number(n)}`,
    contacts: [
      { kind: 'phone', value: phone(n), label: canary('lab', n) },
      { kind: 'address', value: `12 ${canary('str', n)} Street` },
    ],
  });
  await api.created(`/cases/${client.caseId}/notes`, {
    kind: 'privileged',
    text: `She said ${canary('not', n)}`,
  });
  await api.created(`/clients/${client.id}/holds`, { reason: `Subpoena of ${canary('hol', n)}` });
  // An older state, a search and a refused request: what they leave behind is looked at too.
  await api.ok('PATCH', `/clients/${client.id}`, { birth: '1970-01-02' }, { ifMatch: client.version });
  await api.post('/cases/search', { q: canaries.at(-1) });
  await api.post(`/cases/${client.caseId}/notes`, { kind: 'nothing', text: canaries.at(-2) });
}

/** Files below these folders that hold any canary as plain bytes. */
function hits(...places: string[]): string[] {
  const found = spawnSync('grep', ['-rlaF', '-f', patterns, ...places], { encoding: 'utf8', maxBuffer: 1e8 });
  if (found.status === 2 && !found.stdout) return [];
  return found.stdout.split('\n').filter(Boolean);
}

describe('two hundred canaries', () => {
  it('are planted, and a search of files finds one when it is there', () => {
    expect(canaries).toHaveLength(200);
    const bait = join(folder, 'bait');
    writeFileSync(bait, Buffer.concat([Buffer.of(0, 255, 1), Buffer.from(canaries[57]), Buffer.of(0)]));
    expect(hits(folder).sort()).toEqual([bait, patterns].sort());
    rmSync(bait);
  });

  it('are in no file of the database server: tables, indexes, write-ahead log', async () => {
    const { data, oids } = await asAdmin(test, async (admin) => {
      const where = await admin.query<{ data: string }>(`SELECT current_setting('data_directory') AS data`);
      const names = await admin.query<{ oid: number }>(
        'SELECT oid FROM pg_database WHERE datname = ANY ($1)',
        [[test.database.name, test.database.keysName]],
      );
      return { data: where.rows[0].data, oids: names.rows.map((row) => String(row.oid)) };
    });
    expect(readdirSync(join(data, 'pg_wal')).length).toBeGreaterThan(0);
    expect(oids).toHaveLength(2);
    expect(hits(join(data, 'pg_wal'), ...oids.map((oid) => join(data, 'base', oid)))).toEqual([]);
  });

  it('are in no dump of either database', async () => {
    for (const url of [test.database.adminUrl, test.database.keysUrl]) {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('app', 'sec', 'public')`,
      );
      for (const { name } of rows) {
        const { rows: lines } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
        const text = lines.map(({ line }) => line).join('\n');
        expect(canaries.filter((word) => text.includes(word))).toEqual([]);
        // Bytes are shown in hexadecimal.
        expect(canaries.filter((word) => text.includes(Buffer.from(word).toString('hex')))).toEqual([]);
      }
      await client.end();
    }
  });

  it('are in no log and in nothing below the data folder', () => {
    const logged = test.logged();
    expect(canaries.filter((word) => logged.includes(word))).toEqual([]);
    expect(hits(test.home)).toEqual([]);
    const files = readdirSync(test.home, { recursive: true }).map((name) => join(test.home, String(name)));
    for (const file of files.filter((path) => statSync(path).isFile()))
      expect(canaries.some((word) => readFileSync(file, 'latin1').includes(word))).toBe(false);
  });
});
