import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import type { Role } from '@app/access';
import { Keyring, loadConfig, loadRootKey, Log, newId, prepareDatabase, type RootKey } from '@app/platform';
import { createApi } from '../apps/api/src/create-api';
import { fillOffice, SLUG } from './fill-office';
import { deriveDeadlines } from './office-facts';

/** Roles that are measured, in the order of the columns. */
export const MEASURED = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'auditor',
  'volunteer',
] as const satisfies readonly Role[];
export type Measured = (typeof MEASURED)[number];

/** One person of each role in the filled office. */
export interface Person {
  id: string;
  role: Measured;
  caseload: number;
  cookie: string;
}

/** The filled office behind the real API. */
export interface BenchOffice {
  app: NestFastifyApplication;
  admin: Pool;
  orgId: string;
  /** The process id of the database server. */
  postmaster: number;
  people: Person[];
}

const WANTED = new Set<string>(MEASURED);

/**
 * Does the work with an office of 100,000 clients. `--keep <folder>` keeps the filled database there for the next
 * measurement, which then begins at once; without it nothing is left behind.
 */
export async function withOffice(
  args: string[],
  work: (office: BenchOffice) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const embedded = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const at = args.indexOf('--keep');
  const kept = at < 0 ? null : args[at + 1];
  const home = kept ?? mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  const database = kept ? await embedded.startDatabase(home) : await embedded.startThrowAwayDatabase();
  const adminUrl = database.url('vacatur_bench');
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const admin = new Pool({ connectionString: adminUrl, max: 2 });
    closing.push(() => admin.end());
    const orgId =
      (await filled(admin)) ?? (await fill(admin, database.url('vacatur_bench_keys'), home, rootKey));
    const usual = { DATABASE_URL: adminUrl, VACATUR_HOME: home, CLIENTS_PER_HOUR: '1000000' };
    const config = loadConfig({ ...usual, ...settings });
    const app = await createApi({ config, rootKey, log: new Log('silent') });
    closing.push(() => app.close());
    const pidFile = readFileSync(join(database.place, 'database', 'postmaster.pid'), 'utf8');
    const postmaster = Number(pidFile.split('\n')[0]);
    await work({ app, admin, orgId, postmaster, people: await peopleOf(admin, orgId) });
  } finally {
    for (const close of closing.reverse()) await close();
    await database.stop();
    if (!kept && existsSync(home)) rmSync(home, { recursive: true, force: true });
  }
}

async function fill(admin: Pool, keysUrl: string, home: string, rootKey: RootKey): Promise<string> {
  const keys = new Pool({ connectionString: keysUrl, max: 2 });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  try {
    const orgId = await fillOffice({ main: admin, keys }, new Keyring(keys, rootKey), say);
    await deriveDeadlines(admin, home, rootKey, orgId, say);
    await admin.query('VACUUM ANALYZE');
    await admin.query(`UPDATE app.organisation SET name = 'Filled' WHERE org_id = $1`, [orgId]);
    return orgId;
  } finally {
    await keys.end();
  }
}

/** The office of an earlier run, if it was filled to the end. */
async function filled(admin: Pool): Promise<string | null> {
  const { rows } = await admin.query<{ org_id: string; name: string }>(
    'SELECT org_id, name FROM app.organisation WHERE slug = $1',
    [SLUG],
  );
  if (!rows[0]) return null;
  if (rows[0].name !== 'Filled')
    throw new Error('The kept database was not filled to its end. Remove its folder.');
  return rows[0].org_id;
}

/** The first person of each role, with a session. */
async function peopleOf(admin: Pool, orgId: string): Promise<Person[]> {
  const { rows } = await admin.query<{ id: string; role: string; caseload: number }>(
    `SELECT DISTINCT ON (u.role) u.id, u.role,
            (SELECT count(DISTINCT client_id)::int FROM app.case_team t WHERE t.org_id = u.org_id AND t.user_id = u.id) AS caseload
       FROM app.staff_user u WHERE u.org_id = $1 ORDER BY u.role, u.id`,
    [orgId],
  );
  const found: Person[] = [];
  for (const { id, role, caseload } of rows.filter((row) => WANTED.has(row.role))) {
    const secret = randomBytes(32).toString('base64url');
    await admin.query(
      `INSERT INTO app.session (org_id, id, user_id, token_hash, client_label, expires_at)
       VALUES ($1, $2, $3, $4, 'bench', now() + interval '1 day')`,
      [orgId, newId(), id, createHash('sha256').update(secret).digest()],
    );
    found.push({ id, role: role as Measured, caseload, cookie: `vacatur_session=${secret}` });
  }
  return MEASURED.map((role) => found.find((person) => person.role === role)!);
}
