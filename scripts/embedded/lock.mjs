import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, writing } from './problem.mjs';
import { identityOf } from './processes.mjs';

/**
 * Makes this process the only one that works in a folder. A lock whose process is gone (kill -9, power cut) is
 * taken over. Returns the function that gives the lock back; throws a Problem when the owner is alive. A process
 * that already has the lock may ask again.
 */
export function lockFolder(folder) {
  const path = join(folder, 'lock');
  if (ownerOf(path)?.pid === process.pid) return () => undefined;
  const mine = `${path}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  writing(folder, () => writeFileSync(mine, content, { mode: 0o600 }));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (claim(mine, path)) return () => release(path);
      setAsideIfStale(path, folder);
    }
    throw new Problem(`Several starts are competing for ${folder}. Wait a moment and start once more.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link either appears whole or fails, also between two processes. */
function claim(mine, path) {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function setAsideIfStale(path, folder) {
  refuseIfAlive(path, folder);
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  try {
    // Between the look and the rename another start may have put its own, living lock there.
    refuseIfAlive(aside, folder, () => claim(aside, path));
  } finally {
    rmSync(aside, { force: true });
  }
}

function refuseIfAlive(path, folder, undo) {
  const owner = ownerOf(path);
  if (!owner) return;
  undo?.();
  throw new Problem(
    `Vacatur is already running on ${folder} (process ${owner.pid}). Use that one, stop it with "kill ${owner.pid}", ` +
      'or start another installation with a different VACATUR_HOME and PORT.',
  );
}

/** The living process that holds the lock, or undefined. */
export function ownerOf(path) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(path, 'utf8'));
    return identity && identityOf(pid) === identity ? { pid } : undefined;
  } catch {
    return undefined;
  }
}

function release(path) {
  if (ownerOf(path)?.pid === process.pid) rmSync(path, { force: true });
}
