import { appendFileSync, existsSync, fsyncSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A client that was erased, as noted outside every database: no name, nothing about the person. */
export interface ShredNote {
  orgId: string;
  clientId: string;
  code: string;
  reasonCode: string;
  proposedBy: string;
  proposedAt: string;
  approvedBy: string;
  approvedAt: string;
  erasedAt: string;
}

export const shredListFile = (home: string): string => join(home, 'shredded.jsonl');

/** Adds a line that is on the disk when this returns. The same client twice is harmless. */
export function noteShredded(home: string, note: ShredNote): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = openSync(shredListFile(home), 'a', 0o600);
  try {
    appendFileSync(file, `${JSON.stringify(note)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Every client noted, each once. A line that was cut off by a crash is left out: its client is noted again. */
export function readShredList(home: string): ShredNote[] {
  const path = shredListFile(home);
  if (!existsSync(path)) return [];
  const notes = new Map<string, ShredNote>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const note = parsed(line);
    if (note) notes.set(`${note.orgId}|${note.clientId}`, note);
  }
  return [...notes.values()];
}

function parsed(line: string): ShredNote | null {
  try {
    const note = JSON.parse(line) as ShredNote;
    return typeof note.clientId === 'string' && typeof note.orgId === 'string' ? note : null;
  } catch {
    return null;
  }
}
