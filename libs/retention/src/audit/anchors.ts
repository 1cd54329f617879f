import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The end of an organisation's audit trail at one moment, as noted outside the database. */
export interface Anchor {
  at: string;
  seq: number;
  /** 64 hex digits. */
  hash: string;
}

interface Line extends Anchor {
  /** SHA-256 of the line before, so that a line cannot be taken out unnoticed. */
  before: string;
}

export const anchorFile = (home: string, orgId: string): string => join(home, 'anchors', `${orgId}.jsonl`);

const digest = (line: string): string => createHash('sha256').update(line).digest('hex');

function linesOf(home: string, orgId: string): string[] {
  const path = anchorFile(home, orgId);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

/** Adds an anchor, on the disk when this returns. The file is only ever appended to. */
export function dropAnchor(home: string, orgId: string, anchor: Anchor): void {
  const last = linesOf(home, orgId).at(-1);
  const line: Line = { ...anchor, before: last ? digest(last) : '' };
  mkdirSync(join(home, 'anchors'), { recursive: true, mode: 0o700 });
  const file = openSync(anchorFile(home, orgId), 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All anchors, oldest first, and whether the file itself is whole: every line follows from the one before. */
export function readAnchors(home: string, orgId: string): { anchors: Anchor[]; whole: boolean } {
  const anchors: Anchor[] = [];
  let whole = true;
  let before = '';
  for (const line of linesOf(home, orgId)) {
    const read = parsed(line);
    if (!read || read.before !== before) whole = false;
    if (read) anchors.push({ at: read.at, seq: read.seq, hash: read.hash });
    before = digest(line);
  }
  return { anchors, whole };
}

function parsed(line: string): Line | null {
  try {
    const read = JSON.parse(line) as Line;
    return Number.isSafeInteger(read.seq) && typeof read.hash === 'string' ? read : null;
  } catch {
    return null;
  }
}
