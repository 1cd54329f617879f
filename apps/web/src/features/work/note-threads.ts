import type { Note } from '../../api/types';

/** A note with what puts it right, the oldest correction first. */
export interface NoteThread {
  note: Note;
  corrections: Note[];
}

/** Every note once: a correction stands with the note at the root of its chain. */
export function threadsOf(notes: readonly Note[]): NoteThread[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const rootOf = (note: Note): Note => {
    const before = note.correctsId ? byId.get(note.correctsId) : undefined;
    return before ? rootOf(before) : note;
  };
  const threads = new Map<string, NoteThread>();
  for (const note of notes) if (rootOf(note) === note) threads.set(note.id, { note, corrections: [] });
  for (const note of notes) {
    const root = rootOf(note);
    if (root !== note) threads.get(root.id)?.corrections.unshift(note);
  }
  return [...threads.values()];
}
