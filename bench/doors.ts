import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { loadConfig, loadRootKey, Log, prepareDatabase } from '@app/platform';
import { Installation } from '@app/staff';
import { createApi } from '../apps/api/src/create-api';
import { load } from './table';
import { welch } from './welch';

/** Where a difference begins to mean something: by chance one comparison of 100,000 comes out as large. */
const TELLING = 4.5;
const WARM_UP = 50;

interface Door {
  title: string;
  path: string;
  body: (email: string) => object;
  /** So many at a time: passwords are compared two at a time whatever one does. */
  together: number;
}
const DOORS: Door[] = [
  {
    title: 'sign-in',
    path: '/sign-in',
    body: (email) => ({ email, password: 'not the password' }),
    together: 2,
  },
  {
    title: 'forgot the password',
    path: '/password-reset/request',
    body: (email) => ({ email }),
    together: 8,
  },
  { title: 'lock my account', path: '/account-lock/request', body: (email) => ({ email }), together: 8 },
];

/** Accounts as people have them. */
async function addAccounts(app: NestFastifyApplication, admin: Pool, accounts: number): Promise<void> {
  const installation = app.get(Installation);
  const orgId = await installation.addOrganisation({
    name: 'Doors',
    slug: 'doors',
    timeZone: 'America/New_York',
  });
  const one = { name: 'First', email: 'first@doors.example', password: 'fourteen quiet herons' };
  const first = await installation.addAccount(orgId, { ...one, role: 'director' });
  await admin.query(
    `WITH made AS (
       INSERT INTO app.staff_user (org_id, id, email, email_folded, name, role, status)
       SELECT $1, gen_random_uuid(), 'k' || n || '@doors.example', 'k' || n || '@doors.example', 'P', 'paralegal', 'active'
         FROM generate_series(10001, 10000 + $2::int) n RETURNING org_id, id)
     INSERT INTO sec.credential (org_id, user_id, password_hash)
     SELECT m.org_id, m.id, c.password_hash FROM made m, sec.credential c WHERE c.user_id = $3`,
    [orgId, accounts, first],
  );
  await admin.query('ANALYZE');
}

async function compare(app: NestFastifyApplication, door: Door, pairs: number): Promise<boolean> {
  const times: [number[], number[]] = [[], []];
  const said = new Set<string>();
  let turn = -1;
  const knock = async (letter: string, n: number): Promise<number> => {
    const at = performance.now();
    const answer = await app.inject({
      ...{ method: 'POST', url: `/api/v1${door.path}`, payload: door.body(`${letter}${n}@doors.example`) },
      // From ever other networks: how many failures one of them may have is not the question.
      remoteAddress: `203.0.${n % 250}.${(n >> 8) % 250}`,
    });
    said.add(`${answer.statusCode} ${answer.rawPayload.length}`);
    return performance.now() - at;
  };
  const worker = async (): Promise<void> => {
    while (turn < pairs + WARM_UP - 1) {
      const now = (turn += 1);
      // Which of the two comes first is a matter of chance: the second finds caches that the first has warmed.
      const first = randomInt(2);
      for (const which of [first, 1 - first]) {
        const ms = await knock('ku'[which], 10_001 + now);
        if (now >= WARM_UP) times[which].push(ms);
      }
    }
  };
  await Promise.all(Array.from({ length: door.together }, worker));
  const { t, cropped, means } = welch(times[0], times[1]);
  const tells = Math.max(Math.abs(t), Math.abs(cropped)) >= TELLING;
  process.stdout.write(
    `${door.title.padEnd(24)}${means[0].toFixed(2).padStart(9)}${means[1].toFixed(2).padStart(9)}` +
      `${t.toFixed(1).padStart(8)}${cropped.toFixed(1).padStart(8)}  ${[...said].join(' or ')}${tells ? '  TELLS' : ''}\n`,
  );
  return tells;
}

/** Whether the doors say by their time which addresses have an account. `--pairs` says how many of each kind. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const value = (name: string): string | undefined =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const pairs = Number(value('--pairs') ?? 2000);
  const { startThrowAwayDatabase } = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const database = await startThrowAwayDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const adminUrl = database.url('vacatur_bench');
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const admin = new Pool({ connectionString: adminUrl, max: 2 });
    closing.push(() => admin.end());
    // Passwords cost a fifth of what they cost in an office: what differs beside them drowns less.
    const cheap = { PASSWORD_MEMORY_KIB: '19456', PASSWORD_PASSES: '2', STRANGER_TRIES: '100000000' };
    const settings = { DATABASE_URL: adminUrl, VACATUR_HOME: home, ...cheap };
    const app = await createApi({ config: loadConfig(settings), rootKey, log: new Log('silent') });
    closing.push(() => app.close());
    await addAccounts(app, admin, pairs + WARM_UP);
    process.stdout.write(`\n${pairs} known and ${pairs} unknown addresses each; means in ms; ${load()}\n`);
    process.stdout.write(`${''.padEnd(24)}    known  unknown       t  cropped  answers\n`);
    let telling = 0;
    const wanted = DOORS.filter(({ title }) => !value('--only') || title.includes(value('--only')!));
    for (const door of wanted) if (await compare(app, door, pairs)) telling += 1;
    process.stdout.write(`${telling} of ${wanted.length} tell (|t| of ${TELLING} or more); ${load()}\n`);
  } finally {
    for (const close of closing.reverse()) await close();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
