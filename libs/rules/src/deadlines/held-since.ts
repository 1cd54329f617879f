/** What one entry of the custody record says, and from which day on. */
export interface CustodyWord {
  readonly on: string | null;
  readonly held: boolean;
}

/**
 * The entry with which the present detention began; null when the last word is not that somebody is held. Entries come
 * by day, and those of one day in the order in which they were written: the later one counts. Whoever is recorded as
 * held again, at another place perhaps, has been held all along, so that no clock of the detention begins anew.
 */
export function heldSince<T>(entries: readonly T[], read: (entry: T) => CustodyWord): T | null {
  let first: T | null = null;
  for (const [at, entry] of entries.entries()) {
    const { on, held } = read(entry);
    const followed = at + 1 < entries.length && on !== null && read(entries[at + 1]!).on === on;
    if (followed) continue;
    if (!held) first = null;
    else if (first === null || read(first).on === null) first = entry;
  }
  return first;
}
