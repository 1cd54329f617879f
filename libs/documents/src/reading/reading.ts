import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Refused } from '../files/refusal';
import type { FileKind } from '../files/sniff';
import type { ReaderLine } from './reader.process';
import { startReader, type Reader } from './start-reader';

/** What was found in a file. */
export interface Read {
  /** Pages of a PDF; null where a kind has none. */
  pages: number | null;
  /** A PDF with scripts or files inside. */
  active: boolean;
  /** Text by page, from 1. Pages without text are left out. */
  texts: Map<number, string>;
  /** False when reading was stopped by its limits: the texts are then what came before. */
  complete: boolean;
}

export interface ReadingLimits {
  milliseconds: number;
  bytesOfMemory: number;
}

const LIMITS: ReadingLimits = { milliseconds: 45_000, bytesOfMemory: 900 * 1024 * 1024 };
const AT_ONCE = 2;
const WATCH_MS = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Two files are opened at once; the others wait for their turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * Opens a file in a process of its own, within limits of time and memory, and tells what is in it. Pictures are not
 * opened: nothing in them is read.
 * @throws Refused when it cannot be opened at all
 */
export async function readFileSafely(
  kind: FileKind,
  bytes: () => AsyncIterable<Buffer>,
  limits: ReadingLimits = LIMITS,
): Promise<Read> {
  if (kind === 'jpeg' || kind === 'png')
    return { pages: null, active: false, texts: new Map(), complete: true };
  return inTurn(() => watched(kind, bytes(), limits));
}

async function watched(kind: FileKind, bytes: AsyncIterable<Buffer>, limits: ReadingLimits): Promise<Read> {
  const reader = startReader(kind);
  const ended = new Promise<void>((resolve) => reader.once('close', () => resolve()));
  reader.once('error', () => reader.kill('SIGKILL'));
  const deadline = setTimeout(() => reader.kill('SIGKILL'), limits.milliseconds);
  const watch = setInterval(() => void stopWhenLarge(reader, limits.bytesOfMemory), WATCH_MS);
  try {
    const [read] = await Promise.all([collect(reader), feed(reader, bytes)]);
    await ended;
    return read;
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    reader.kill('SIGKILL');
  }
}

/** The heap has a limit of its own; what a file unpacks to outside it is seen only from outside. */
async function stopWhenLarge(reader: Reader, most: number): Promise<void> {
  const status = await readFile(`/proc/${reader.pid}/statm`, 'utf8').catch(() => '');
  const resident = Number(status.split(' ')[1] ?? 0) * 4096;
  if (resident > most) reader.kill('SIGKILL');
}

async function feed(reader: Reader, bytes: AsyncIterable<Buffer>): Promise<void> {
  let gone = false;
  reader.stdin.on('error', () => (gone = true));
  for await (const part of bytes) {
    if (gone || reader.stdin.destroyed) continue;
    if (!reader.stdin.write(part)) await ready(reader);
  }
  reader.stdin.end();
}

function ready(reader: Reader): Promise<void> {
  return new Promise((resolve) => {
    // A large file waits hundreds of times: what was not called is taken off again.
    const go = (): void => {
      reader.stdin.off('drain', go).off('close', go);
      resolve();
    };
    reader.stdin.on('drain', go).on('close', go);
  });
}

async function collect(reader: Reader): Promise<Read> {
  let found: Read | null = null;
  for await (const text of createInterface({ input: reader.stdout })) {
    if (text.startsWith('{')) found = withLine(found, JSON.parse(text) as ReaderLine);
  }
  if (!found) throw new Refused('too_complex');
  return found;
}

function withLine(found: Read | null, line: ReaderLine): Read | null {
  if ('refused' in line) throw new Refused(line.refused);
  if ('opened' in line) return { ...line.opened, texts: new Map(), complete: false };
  if (!found) return null;
  if ('done' in line) return { ...found, complete: true };
  if (line.text.trim() !== '') found.texts.set(line.page, line.text);
  return found;
}
