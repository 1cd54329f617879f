import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { RootKeyProblem } from './errors';

/**
 * Reads a small secret file, or null when there is none. Refuses a file that other accounts could have read.
 * Throws RootKeyProblem.
 */
export function readPrivateFile(path: string): string | null {
  let descriptor: number;
  try {
    descriptor = fs.openSync(path, 'r');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new RootKeyProblem(`${path} cannot be read. Give the account that runs Vacatur ownership of it.`);
  }
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) throw new RootKeyProblem(`${path} is not a file. Move it away and start again.`);
    // Windows has no such mode bits; there the folder's access list protects the file.
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
      throw new RootKeyProblem(
        `${path} can be read by other accounts. Run "chmod 600 ${path}", and replace the key if somebody may have copied it.`,
      );
    }
    return fs.readFileSync(descriptor, 'utf8');
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Writes a new file that is either whole or absent after a power cut, never replacing one that is there. Returns
 * false when another process (API and worker starting together) was first; the caller then reads what that one wrote.
 */
export function createPrivateFile(path: string, text: string): boolean {
  const folder = dirname(path);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  const descriptor = fs.openSync(draft, 'wx', 0o600);
  try {
    fs.writeSync(descriptor, text);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  try {
    // A hard link fails when the name is taken; a rename would silently replace the other process's key.
    fs.linkSync(draft, path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw problem;
  } finally {
    fs.unlinkSync(draft);
  }
  syncFolder(folder);
  return true;
}

/** A file made by the machine's administrator must be readable by the account that owns the folder and serves. */
export function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0 || !fs.existsSync(path)) return;
  const { uid, gid } = fs.statSync(folder);
  fs.chownSync(path, uid, gid);
}

/** Makes names in a folder last through a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
