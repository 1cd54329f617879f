import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../errors/problem';
import { newFileKey, openStream, sealStream } from './stream-cipher';

/** What the caller writes into its row: without the name and the key nobody finds or opens the file again. */
export interface StoredFile {
  name: string;
  /** 32 bytes. Seal it under the client's key, then `fill(0)`. */
  key: Buffer;
  bytes: number;
  /** SHA-256 of the plain bytes. */
  digest: Buffer;
}

const NAME = /^[0-9a-f]{40}$/;
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
const ASIDE_MS = 30 * 24 * 60 * 60_000;

/**
 * Files of the installation, sealed before the first byte reaches the disk. Names are random and say nothing; a file
 * appears under its name only when it is complete and on the disk, so a row written afterwards never points to nothing.
 * A crash in between leaves a file without a row, which the worker removes after a grace time.
 */
export class FileStore {
  private readonly root: string;

  /** @param home the folder of the installation's own files; files lie in `files/` below it */
  constructor(home: string) {
    this.root = join(home, 'files');
  }

  /**
   * Seals and keeps a stream. Holds about one chunk (64 KiB) of it in memory.
   * @throws Problem 413 when it is longer than `most` bytes; nothing is kept then, nor when the source fails
   */
  async put(source: AsyncIterable<Buffer>, most: number): Promise<StoredFile> {
    const name = randomBytes(20).toString('hex');
    const key = newFileKey();
    const incoming = join(this.root, 'incoming', name);
    const measure = { bytes: 0, hash: createHash('sha256') };
    await mkdir(dirname(incoming), { recursive: true, mode: PRIVATE_FOLDER });
    try {
      const file = await open(incoming, 'wx', PRIVATE_FILE);
      try {
        for await (const sealed of sealStream(key, measured(source, most, measure)))
          await writeAll(file, sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.settle(incoming, name);
    } catch (error) {
      key.fill(0);
      await rm(incoming, { force: true });
      throw error;
    }
    return { name, key, bytes: measure.bytes, digest: measure.hash.digest() };
  }

  /** The plain bytes. @throws SealBroken while reading, when the file is not what was stored; ENOENT when it is gone */
  read(name: string, key: Buffer): AsyncGenerator<Buffer> {
    return openStream(key, createReadStream(this.pathOf(name), { highWaterMark: 256 * 1024 }));
  }

  /** Removes a file; one that is gone already is no error. */
  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /**
   * Puts a file aside that no row knows. It is removed a month later: should the database have been an old or a wrong
   * one, its files can be moved back.
   */
  async setAside(name: string): Promise<void> {
    const path = join(this.root, 'set-aside', name);
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    await rename(this.pathOf(name), path);
    await utimes(path, new Date(), new Date());
  }

  /** Names of complete files older than this; removes what never became complete and what was put aside long ago. */
  async *olderThan(milliseconds: number): AsyncGenerator<string> {
    const limits: Record<string, number> = { 'set-aside': Math.max(milliseconds, ASIDE_MS) };
    for (const folder of await list(this.root)) {
      for (const name of await list(join(this.root, folder))) {
        const path = join(this.root, folder, name);
        const age = await stat(path).catch(() => null);
        if (!NAME.test(name) || !age?.isFile()) continue;
        if (age.mtimeMs > Date.now() - (limits[folder] ?? milliseconds)) continue;
        if (folder === 'incoming' || folder === 'set-aside') await rm(path, { force: true });
        else yield name;
      }
    }
  }

  private async settle(incoming: string, name: string): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    await rename(incoming, path);
    await syncFolder(dirname(path));
    await syncFolder(this.root);
  }

  /** A name that is not one of ours leads nowhere, whatever dots and slashes it has. */
  private pathOf(name: string): string {
    if (!NAME.test(name)) throw new TypeError('This is not the name of a stored file.');
    return join(this.root, name.slice(0, 2), name);
  }
}

async function* measured(
  source: AsyncIterable<Buffer>,
  most: number,
  measure: { bytes: number; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Buffer> {
  for await (const part of source) {
    measure.bytes += part.length;
    if (measure.bytes > most) throw tooLarge(most);
    measure.hash.update(part);
    yield part;
  }
}

/** 413 in words that help. @param most bytes that are accepted */
export function tooLarge(most: number): Problem {
  const megabytes = Math.max(1, Math.floor(most / 1024 / 1024));
  return new Problem(
    413,
    'file_too_large',
    `This file is larger than ${megabytes} MB. Split it into parts, or scan it with a lower resolution.`,
    { megabytes },
  );
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
