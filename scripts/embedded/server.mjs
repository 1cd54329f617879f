import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { give, under } from './account.mjs';
import { Problem, writing } from './problem.mjs';
import { commandOf, goneWithin, isAlive, pause } from './processes.mjs';
import { settings } from './settings.mjs';

const owner = 'postgres';

/** Makes an empty cluster beside its final place, so that an interrupted first start leaves nothing half done. */
export function createCluster({ binaries, place, account, password, throwAway }) {
  const half = join(place, 'database.new');
  const passwordFile = join(place, 'database.new.password');
  writing(place, () => {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    give(half, account);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    give(passwordFile, account);
  });
  const flags = ['--data-checksums', '--encoding=UTF8', '--auth=scram-sha-256', `--username=${owner}`];
  // The built-in provider sorts alike on every machine; the operating system's rules change under an index.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const files = ['-D', half, `--pwfile=${passwordFile}`, ...(throwAway ? ['--no-sync'] : [])];
  const run = spawnSync(join(binaries, 'bin', 'initdb'), [...flags, ...locale, ...files], {
    ...under(account),
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) throw initProblem(place, run);
  writing(place, () => renameSync(half, join(place, 'database')));
}

function initProblem(place, run) {
  const said = (run.stderr || run.error?.message || '').trim();
  if (/No space left|quota/i.test(said)) {
    return new Problem(
      `The disk that holds ${place} is full. Free some space, or point VACATUR_HOME to another disk.`,
    );
  }
  const line = said.split('\n').find((text) => /error|fatal|could not/i.test(text)) ?? said.split('\n')[0];
  return new Problem(
    `The database could not be created in ${place}: ${line}. DATABASE_URL can name another PostgreSQL.`,
  );
}

/**
 * Starts the server on the loopback interface, on a free port unless one is to be kept, and waits until it takes
 * connections.
 */
export async function startServer({ binaries, place, account, throwAway, logFile, keepPort }) {
  const data = join(place, 'database');
  await stopOrphan(data);
  const patience = Date.now() + 60_000;
  for (;;) {
    const port = keepPort ?? (await freePort());
    const log = openLog(logFile);
    const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, ...settings(port, throwAway)], {
      ...under(account),
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', log.fd, log.fd],
      // Its own process group: Ctrl-C in a terminal reaches us first, and we stop it last.
      detached: true,
    });
    closeSync(log.fd);
    const outcome = await settled(child, data, patience);
    if (outcome === 'ready') return { child, port, owner };
    const said = readFileSync(logFile, 'utf8').slice(log.from);
    if (!passing(said) || Date.now() > patience) throw startProblem(outcome, said, place, logFile);
    await pause(200);
  }
}

function openLog(path) {
  return writing(path, () => {
    if (existsSync(path) && statSync(path).size > 4_000_000) renameSync(path, `${path}.old`);
    const fd = openSync(path, 'a', 0o600);
    return { fd, from: statSync(path).size };
  });
}

/** The last line of postmaster.pid tells when the server is ready: no connection needed to find out. */
async function settled(child, data, patience) {
  let ended;
  child.once('exit', (code, signal) => (ended = `it ended at once (${signal ?? code})`));
  child.once('error', (error) => (ended = error.message));
  while (!ended) {
    const { pid, status } = postmaster(data);
    if (pid === child.pid && status === 'ready') return 'ready';
    if (Date.now() > patience) {
      child.kill('SIGQUIT');
      return 'it did not become ready within a minute';
    }
    await pause(15);
  }
  return ended;
}

/** Someone took the port in between, or the last backends of a killed server have not yet noticed. */
const passing = (said) =>
  /pre-existing shared memory|Address already in use|lock file .* already exists/i.test(said);

function startProblem(outcome, said, place, logFile) {
  if (/No space left|quota/i.test(said)) {
    return new Problem(
      `The disk that holds ${place} is full, so the database cannot start. Free some space and start again.`,
    );
  }
  if (/initialized by PostgreSQL version/i.test(said)) {
    return new Problem(
      `The database in ${place} was made by another major version of PostgreSQL. Go back to the Vacatur version that ` +
        'made it, take a pg_dump, and load that into a new data folder.',
    );
  }
  return new Problem(`The database in ${place} did not start: ${outcome}. Its log is ${logFile}.`);
}

/** Where a living server of this data folder takes connections, or null. */
export function addressOfRunning(data) {
  const { pid, status, port } = postmaster(data);
  if (!pid || status !== 'ready' || !isAlive(pid) || !commandOf(pid).includes(data)) return null;
  return { port, owner };
}

function postmaster(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
  } catch {
    return {};
  }
}

/** After kill -9 of the parent the server lives on with nobody to stop it. Ending it politely loses nothing. */
export async function stopOrphan(data) {
  const { pid } = postmaster(data);
  if (!pid || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (!/postgres/.test(command) || !command.includes(data)) {
    // The number belongs to another program by now; the server would refuse to start because of it.
    rmSync(join(data, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await goneWithin(pid, 20_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (await goneWithin(pid, 10_000)) return;
  throw new Problem(
    `An earlier database server (process ${pid}) does not stop. End it with "kill -QUIT ${pid}" and start again.`,
  );
}

/** Ends the server: politely (every commit kept, sessions cut) or at once when nothing is to be kept. */
export async function stopServer(child, atOnce) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', () => resolve(true)));
  child.kill(atOnce ? 'SIGQUIT' : 'SIGINT');
  if (await Promise.race([gone, deadline(30_000)])) return;
  child.kill('SIGQUIT');
  await Promise.race([gone, deadline(5_000)]);
}

/** Like pause, but does not keep the process alive once the other side of the race has won. */
const deadline = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
