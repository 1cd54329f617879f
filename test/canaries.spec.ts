import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { asAdmin } from './support/admin';
import { openApp, startApp, type TestApp } from './support/app';
import { prepareDatabase, RootKey, rootKeyFingerprint } from '@app/platform';
import { apiOfCookie, overInject } from './support/client';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { routesOf } from './support/routes';

jest.setTimeout(180_000);

/**
 * Two hundred values that occur nowhere else are planted in sealed fields through the API. None may be found in the
 * files of the database server (tables, indexes, write-ahead log), in a dump, in the data folder or in a log.
 */
let test: TestApp;
let patterns: string;
let folder: string;
let office: Office;
const clients: AddedClient[] = [];
const canaries: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vacatur-canaries-'));
  patterns = join(folder, 'patterns');
  test = await startApp();
  office = await foundOffice(test, 'Canary Keepers');
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
  clients.push(client);
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

  it('are shown to nobody who restores all but the root key, on a server of their own, though they open themselves a session', async () => {
    const secret = randomBytes(32).toString('base64url');
    await asAdmin(test, (admin) =>
      admin.query(
        `INSERT INTO app.session (org_id, id, user_id, token_hash, client_label, expires_at, security_version)
         SELECT org_id, gen_random_uuid(), id, sha256(convert_to($2, 'UTF8')), 'theirs', now() + interval '1 hour', security_version
           FROM app.staff_user WHERE id = $1`,
        [office.people.attorney.id, secret],
      ),
    );
    const asked = async (where: TestApp): Promise<{ shown: string[]; opens: boolean }> => {
      const api = apiOfCookie(overInject(where.app), [`vacatur_session=${secret}`]);
      const lists = routesOf(where).filter(
        ({ method, parameters }) => method === 'GET' && !parameters.length,
      );
      const { id, caseId } = clients[3];
      const paths = [
        `/clients/${id}`,
        `/cases/${caseId}`,
        `/cases/${caseId}/notes`,
        `/clients/${id}/timeline`,
      ];
      const answers = await Promise.all(
        [...lists.map(({ path }) => path), ...paths].map((path) => api.get(path)),
      );
      const text = answers.map(({ bytes }) => bytes.toString('utf8')).join('\n');
      return {
        shown: canaries.filter((word) => text.includes(word)),
        opens: answers[lists.length].status === 200,
      };
    };
    // With the key the same questions show them: they are the right ones to ask.
    expect((await asked(test)).shown.length).toBeGreaterThan(20);
    const rootKey = RootKey.of(randomBytes(32));
    const { adminUrl, keysUrl } = test.database;
    // Whoever owns the server makes it believe that their key is the one of the data.
    await asAdmin(test, async (admin) => {
      await admin.query('DELETE FROM sec.context_key');
      await admin.query('UPDATE sec.installation SET root_key_fingerprint = $1', [
        rootKeyFingerprint(rootKey),
      ]);
    });
    await prepareDatabase({ adminUrl, keysUrl, rootKey });
    const home = join(folder, 'home of a thief');
    const thief = await openApp({ home, database: { ...test.database, rootKey } });
    try {
      expect(await asked(thief)).toEqual({ shown: [], opens: false });
      expect(canaries.filter((word) => thief.logged().includes(word))).toEqual([]);
    } finally {
      await thief.close();
    }
  });
});
