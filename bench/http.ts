import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'pg';
import { Keyring, loadRootKey, prepareDatabase } from '@app/platform';
import { fill } from './fill';
import { fetchOnce, load, median, type Round } from './measure';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 8;

interface Server {
  name: string;
  port: number;
  child: ChildProcess;
}

function start(name: string, script: string, port: number, env: Record<string, string>): Promise<Server> {
  const child = fork(script, [], {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve({ name, port, child }));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
  });
}

function line(name: string, rounds: Round[], limit: Round[]): string {
  const of = (key: keyof Round, list = rounds): number => median(list.map((round) => round[key]));
  const ratio = of('requestsPerSecond') / of('requestsPerSecond', limit);
  const cells = [
    name.padEnd(10),
    `${of('requestsPerSecond').toFixed(0)} req/s`.padStart(12),
    `ratio ${ratio.toFixed(2)}`.padStart(12),
    `node ${of('nodeCpuMs').toFixed(2)} ms`.padStart(16),
    `postgres ${of('postgresCpuMs').toFixed(2)} ms`.padStart(20),
    `p50 ${of('p50').toFixed(1)} ms`.padStart(14),
    `p99 ${of('p99').toFixed(1)} ms`.padStart(14),
  ];
  return cells.join('');
}

/** "One case" and "first page of a filtered, sorted caseload", beside the bare handler, in one run on one database. */
export async function main(): Promise<void> {
  const { startThrowAwayDatabase } = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const database = await startThrowAwayDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  const children: ChildProcess[] = [];
  try {
    const adminUrl = database.url('vacatur_bench');
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const keysPool = new Pool({ connectionString: database.url('vacatur_bench_keys'), max: 8 });
    process.stdout.write('filling: 20,000 cases of one organisation, 5,000 of another\n');
    const filled = await fill(adminUrl, new Keyring(keysPool, rootKey));
    await keysPool.end();
    const env = { DATABASE_URL: adminUrl, VACATUR_HOME: home, LOG_LEVEL: 'warn' };
    const bare = await start('bare pg', join(__dirname, 'bare-server.js'), 4801, env);
    const ours = await start('vacatur', join(__dirname, '../apps/api/src/main.js'), 4802, env);
    children.push(bare.child, ours.child);
    const cookie = `vacatur_session=${filled.sessionSecret}`;
    const postmaster = Number(
      readFileSync(join(database.place, 'database', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    const work: Record<string, (n: number) => string> = {
      'one case': (n) => `/api/v1/cases/${filled.caseIds[n % filled.caseIds.length]}`,
      'first page of a filtered, sorted caseload': () =>
        '/api/v1/cases?stage=clemency_pending&sort=next_deadline',
    };
    for (const [title, path] of Object.entries(work)) {
      const [a, b] = await Promise.all([bare, ours].map((server) => fetchOnce(server.port, path(0), cookie)));
      if (!isDeepStrictEqual(JSON.parse(a.body), JSON.parse(b.body)))
        throw new Error(
          `The two servers answer "${title}" differently.\n${a.body.slice(0, 600)}\n${b.body.slice(0, 600)}`,
        );
      const rounds: Record<string, Round[]> = { [bare.name]: [], [ours.name]: [] };
      for (let round = -1; round < ROUNDS; round += 1) {
        for (const server of [bare, ours]) {
          const measured = await load({
            port: server.port,
            pid: server.child.pid ?? 0,
            postmaster,
            cookie,
            path,
            seconds: round < 0 ? 2 : SECONDS,
            connections: CONNECTIONS,
          });
          if (round >= 0) rounds[server.name].push(measured);
        }
      }
      process.stdout.write(
        `\n${title} (${a.body.length} bytes, ${CONNECTIONS} connections, medians of ${ROUNDS} interleaved rounds)\n`,
      );
      for (const server of [bare, ours])
        process.stdout.write(`  ${line(server.name, rounds[server.name], rounds[bare.name])}\n`);
    }
  } finally {
    for (const child of children) child.kill();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
