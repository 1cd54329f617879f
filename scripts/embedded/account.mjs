import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { Problem, writing } from './problem.mjs';

const candidates = ['vacatur', 'postgres', '_postgres', 'nobody'];
const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root. The account it runs under then: the owner of existing data, or the first of a
 * few unprivileged accounts that exist on practically every machine. Undefined = the person who started us.
 */
export function accountFor(dataFolder) {
  if (!isRoot()) return undefined;
  if (dataFolder && existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid, name: `user ${uid}` };
  }
  for (const name of candidates) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid, name };
  }
  throw new Problem(
    'PostgreSQL does not run as root and no unprivileged account was found. Start as an ordinary user, ' +
      'create one with "useradd --system vacatur", or set DATABASE_URL.',
  );
}

function idOf(flag, name) {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  // macOS prints nobody's -2 as an unsigned number.
  return answer.status === 0 ? Number(answer.stdout.trim()) | 0 : undefined;
}

/** What spawn needs to run something under the account; "/" because the account may not see our own folder. */
export const under = (account) => ({ cwd: '/', ...(account ? { uid: account.uid, gid: account.gid } : {}) });

/** May the account walk down to this folder? */
export function canReach(folder, account) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...under(account), stdio: 'ignore' }).status === 0;
}

/** Hands a folder or file to the account. */
export function give(path, account) {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Makes the data folder. Root's must let the database account pass through, so every file in it is closed instead. */
export function makeHome(home) {
  writing(home, () => {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const probe = join(home, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    if (isRoot() && statSync(home).uid === 0) chmodSync(home, 0o711);
  });
}

/**
 * The folder that holds the database files: the data folder itself, or, when the database account cannot walk down
 * to it (a checkout in /root), a folder under /var/lib. The choice is written down so that it survives a move.
 */
export function placeOf(home) {
  const note = join(home, 'database.location');
  if (existsSync(note)) {
    const place = readFileSync(note, 'utf8').trim();
    if (existsSync(place)) return place;
    throw new Problem(
      `The database files of ${home} are expected in ${place}, which is gone. ` +
        `Bring that folder back, or delete ${note} to begin with an empty database.`,
    );
  }
  if (existsSync(join(home, 'database')) || canReach(home, accountFor())) return home;
  const place = join('/var/lib/vacatur', createHash('sha256').update(home).digest('hex').slice(0, 12));
  writing(place, () => mkdirSync(place, { recursive: true, mode: 0o711 }));
  writing(note, () => writeFileSync(note, `${place}\n`, { mode: 0o600 }));
  return place;
}
