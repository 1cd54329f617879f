import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountFor, canReach, makeHome, placeOf } from './account.mjs';
import { usableBinaries } from './binaries.mjs';
import { lockFolder, ownerOf } from './lock.mjs';
import { Problem, writing } from './problem.mjs';
import { addressOfRunning, createCluster, startServer, stopOrphan, stopServer } from './server.mjs';

export { Problem } from './problem.mjs';

const megabyte = 1024 * 1024;
const prefix = 'vacatur-throwaway-';

/**
 * Makes the data folder if need be and claims it for this process. Returns its real path and the function that
 * gives the claim back; throws a Problem when another installation runs on it or it cannot be written.
 */
export function openHome(folder) {
  makeHome(folder);
  const home = realpathSync(folder);
  return { home, free: lockFolder(home) };
}

/**
 * Starts the database of an installation, making it on the first start and recovering it after a crash.
 * Throws a Problem with a sentence for the person when the folder is in use, full or closed.
 */
export async function startDatabase(folder) {
  const opened = openHome(folder);
  const { home } = opened;
  const locks = [opened.free];
  const free = () => locks.splice(0).forEach((release) => release());
  try {
    const place = placeOf(home);
    if (place !== home) locks.push(lockFolder(place));
    requireSpace(place);
    const running = await run({ home, place, throwAway: false });
    return { ...running, place, stop: () => running.stop().finally(free) };
  } catch (error) {
    free();
    throw error;
  }
}

/** The built-in database of an installation that is running now, or null. Nothing is started or claimed. */
export function runningDatabase(folder) {
  if (!existsSync(folder)) return null;
  const home = realpathSync(folder);
  const data = join(placeOf(home), 'database');
  const at = addressOfRunning(data);
  if (!at) return null;
  const password = readPassword(join(home, 'database.password'), data);
  return {
    url: (database = 'postgres') => `postgresql://${at.owner}:${password}@127.0.0.1:${at.port}/${database}`,
  };
}

/** Starts an empty server for tests: nothing is flushed to disk, and stop() removes every trace. */
export async function startThrowAwayDatabase() {
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canReach(folder, accountFor()));
  if (!base)
    throw new Problem(
      'No temporary folder can be reached by the database account. Set TMPDIR to one that can.',
    );
  await sweep(base);
  const home = realpathSync(writing(base, () => mkdtempSync(join(base, prefix))));
  chmodSync(home, 0o711);
  lockFolder(home);
  const clear = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  let running;
  // A test run that is interrupted ends without asking anybody; a server whose files are gone ends too.
  const abandon = () => {
    running?.kill();
    clear();
  };
  process.once('exit', abandon);
  const tidy = () => {
    process.off('exit', abandon);
    clear();
  };
  try {
    running = await run({ home, place: home, throwAway: true });
    return { ...running, place: home, stop: () => running.stop().finally(tidy) };
  } catch (error) {
    tidy();
    throw error;
  }
}

async function run({ home, place, throwAway }) {
  const data = join(place, 'database');
  const account = accountFor(data);
  const binaries = usableBinaries(account, place);
  const passwordFile = join(home, 'database.password');
  const created = !existsSync(data);
  if (created) {
    const password = randomBytes(24).toString('base64url');
    writing(passwordFile, () => writeFileSync(passwordFile, password, { mode: 0o600 }));
    createCluster({ binaries, place, account, password, throwAway });
  }
  const password = readPassword(passwordFile, data);
  const logFile = join(home, 'database.log');
  const how = { binaries, place, account, throwAway, logFile };
  const { port, owner, ...first } = await startServer(how);
  let child = first.child;
  return {
    port,
    created,
    account,
    logFile,
    url: (database = 'postgres') => `postgresql://${owner}:${password}@127.0.0.1:${port}/${database}`,
    ended: () => new Promise((resolve) => child.once('exit', resolve)),
    restart: async () => ({ child } = await startServer({ ...how, keepPort: port })),
    stop: () => stopServer(child, throwAway),
    kill: () => child.kill('SIGKILL'),
  };
}

function readPassword(file, data) {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new Problem(
    `The password file ${file} of the database in ${data} is missing. Bring it back from your backup.`,
  );
}

/** A full disk stops PostgreSQL in the middle of its work: better not to begin. */
function requireSpace(place) {
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / megabyte);
  const needed = existsSync(join(place, 'database')) ? 64 : 256;
  if (free >= needed) return;
  throw new Problem(
    `Only ${free} MB are free on the disk that holds ${place}; Vacatur needs ${needed} MB to start. ` +
      'Free some space, or point VACATUR_HOME to a folder on another disk.',
  );
}

/** Removes what test runs left behind that were killed before they could clean up. */
async function sweep(base) {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(prefix))) {
    const home = join(base, name);
    if (ownerOf(join(home, 'lock')) || !existsSync(join(home, 'lock'))) continue;
    try {
      await stopOrphan(join(realpathSync(home), 'database'));
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Somebody else's left-overs are not ours to remove.
    }
  }
}
