import { isDeepStrictEqual } from 'node:util';
import type { DerivedDeadline } from '@app/rules';
import { movedSince } from './changes';
import { dateMoved } from './derivation';
import { digestOf } from './digest';
import type { Digest } from './recount.queries';

/** What of a client's deadlines is not as it follows now. */
export interface Differences {
  /** Stored deadlines that differ, or that no longer follow. */
  rowIds: string[];
  /** Derived deadlines that are stored otherwise, or not at all. */
  derived: DerivedDeadline[];
}

/** Compares the stored deadlines of a client with what follows now. */
export function differences(stored: readonly Digest[], derived: readonly DerivedDeadline[]): Differences {
  const left = new Map(stored.map((row) => [row.key, row]));
  const found: Differences = { rowIds: [], derived: [] };
  for (const each of derived) {
    const row = left.get(each.key);
    left.delete(each.key);
    if (row && agrees(row, each)) continue;
    found.derived.push(each);
    if (row) found.rowIds.push(row.id);
  }
  for (const row of left.values()) if (!isSettled(row)) found.rowIds.push(row.id);
  return found;
}

/** Whether there is any difference. */
export function differ(stored: readonly Digest[], derived: readonly DerivedDeadline[]): boolean {
  const { rowIds, derived: others } = differences(stored, derived);
  return rowIds.length > 0 || others.length > 0;
}

/** A completed deadline keeps what it was completed against; only the mark that it moved since can differ. */
function agrees(row: Digest, derived: DerivedDeadline): boolean {
  if (row.status === 'completed') return isDeepStrictEqual(row.movedSince, movedSince(row, derived));
  return row.status === 'open' && !dateMoved(row, derived) && row.digest === digestOf(derived);
}

/** Whether a stored deadline that no longer follows says so already. */
function isSettled(row: Digest): boolean {
  if (row.status === 'completed') return isDeepStrictEqual(row.movedSince, movedSince(row, null));
  return row.status === 'superseded';
}
