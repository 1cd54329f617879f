import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { Keyring, loadRootKey, prepareDatabase } from '@app/platform';
import { bombs, type Bomb } from './bomb-files';
import { fill } from './fill';
import { fetchOnce, median } from './measure';

const PORT = 4803;
const ROUNDS = 6;
const SECONDS = 8;
const OTHERS = 4;
/** Between two pages that one person opens. */
const PAUSE_MS = 50;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const at99 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

function start(env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(join(__dirname, '../apps/api/src/main.js'), [], {
    env: { ...process.env, ...env, PORT: String(PORT), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

/** What the process holds in memory, in megabytes. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Sends one bomb. A server may stop reading and close: that is a refusal too, of status 0. */
function send(bomb: Bomb, path: string, cookie: string): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    const done = (status: number): void => resolve({ status, ms: performance.now() - began });
    const headers = {
      cookie,
      'x-vacatur': '1',
      'content-type': bomb.type,
      'content-length': bomb.body.length,
    };
    const options = { host: '127.0.0.1', port: PORT, path: `/api/v1${path}`, method: 'POST', headers };
    const call = request(options, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode ?? 0));
    });
    call.on('error', () => done(0));
    call.end(bomb.body);
  });
}

interface Seen {
  times: number[];
  mostMemory: number;
}

/** Other people open pages for some seconds; says how long each took, and what the server held at most. */
async function others(pid: number, cookie: string, path: (n: number) => string): Promise<Seen> {
  const seen: Seen = { times: [], mostMemory: 0 };
  const agent = new Agent({ keepAlive: true });
  const until = performance.now() + SECONDS * 1000;
  let n = 0;
  const person = async (): Promise<void> => {
    while (performance.now() < until) {
      const began = performance.now();
      const { status } = await fetchOnce(PORT, path(n++), cookie, agent);
      if (status !== 200) throw new Error(`The server answered ${status}.`);
      seen.times.push(performance.now() - began);
      seen.mostMemory = Math.max(seen.mostMemory, memoryOf(pid));
      await wait(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: OTHERS }, person));
  agent.destroy();
  return seen;
}

async function measure(pid: number, cookie: string, caseIds: string[]): Promise<void> {
  const path = (n: number): string =>
    n % 2
      ? `/api/v1/cases/${caseIds[n % caseIds.length]}`
      : '/api/v1/cases?stage=clemency_pending&sort=next_deadline';
  const file = JSON.parse((await fetchOnce(PORT, path(1), cookie)).body) as { client: { id: string } };
  const documents = `/clients/${file.client.id}/documents`;
  const all = bombs();
  const refused = new Map<string, { ms: number[]; statuses: Set<number> }>();
  await others(pid, cookie, path);
  const rounds: { quiet: Seen; loud: Seen }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const quiet = await others(pid, cookie, path);
    let running = true;
    const bomber = (async () => {
      for (let n = 0; running; n += 1) {
        const bomb = all[n % all.length];
        const { status, ms } = await send(bomb, bomb.path ?? documents, cookie);
        const known = refused.get(bomb.name) ?? { ms: [], statuses: new Set<number>() };
        refused.set(bomb.name, { ms: [...known.ms, ms], statuses: known.statuses.add(status) });
      }
    })();
    const loud = await others(pid, cookie, path);
    running = false;
    await bomber;
    rounds.push({ quiet, loud });
  }
  print(rounds, refused);
}

function print(
  rounds: { quiet: Seen; loud: Seen }[],
  refused: Map<string, { ms: number[]; statuses: Set<number> }>,
): void {
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  for (const [name, { ms, statuses }] of refused)
    say(
      `  ${name.padEnd(24)} ${[...statuses].join(', ').padEnd(8)} median ${median(ms).toFixed(0)} ms, longest ${Math.max(...ms).toFixed(0)} ms (${ms.length} times)`,
    );
  const [quiet, loud] = (['quiet', 'loud'] as const).map((half) =>
    rounds.map((round) => at99(round[half].times)),
  );
  const rise =
    Math.max(...rounds.map(({ loud: seen }) => seen.mostMemory)) -
    Math.max(...rounds.map(({ quiet: seen }) => seen.mostMemory));
  const counts = rounds.reduce((sum, round) => sum + round.quiet.times.length + round.loud.times.length, 0);
  say(
    `others, ${counts} pages in ${ROUNDS} rounds of each: p99 alone ${median(quiet).toFixed(0)} ms, with bombs ${median(loud).toFixed(0)} ms`,
  );
  say(`ratio of each round: ${rounds.map((_, n) => (loud[n] / quiet[n]).toFixed(2)).join(', ')}`);
  say(
    `p99 with bombs / alone: ${(median(loud) / median(quiet)).toFixed(2)}; memory rose by ${Math.max(0, rise).toFixed(0)} MB`,
  );
}

/** How long others wait while one account sends bombs without a pause, in one run on one database. */
export async function main(): Promise<void> {
  const { startThrowAwayDatabase } = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const database = await startThrowAwayDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  let child: ChildProcess | null = null;
  try {
    const adminUrl = database.url('vacatur_bench');
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const keysPool = new Pool({ connectionString: database.url('vacatur_bench_keys'), max: 8 });
    process.stdout.write('filling: 20,000 cases of one organisation, 5,000 of another\n');
    const filled = await fill(adminUrl, new Keyring(keysPool, rootKey));
    await keysPool.end();
    child = await start({
      ...{ DATABASE_URL: adminUrl, VACATUR_HOME: home, LOG_LEVEL: 'fatal' },
      ...{ CLIENTS_PER_HOUR: '1000000', REVEALS_PER_HOUR: '1000000', REVEALS_PER_DAY: '1000000' },
    });
    await measure(child.pid ?? 0, `vacatur_session=${filled.sessionSecret}`, filled.caseIds.slice(0, 40));
  } finally {
    child?.kill();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
