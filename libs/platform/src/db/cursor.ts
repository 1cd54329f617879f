import { Problem } from '../errors/problem';

/** Where a list goes on: the sort value and id of the last row, as opaque text. */
export interface Cursor {
  value: string | number | null;
  id: string;
}

/** The text of a cursor. It holds no client data: sort values are days, numbers or buckets. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');
}

/**
 * @param of what the list sorts by: a whole number, or anything
 * @throws Problem 400 when the text is not one of ours
 */
export function readCursor(text: string, of: 'number' | 'anything' = 'anything'): Cursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    const simple =
      of === 'number'
        ? Number.isSafeInteger(value)
        : value === null || typeof value === 'string' || Number.isFinite(value);
    if (simple && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { value, id } as Cursor;
  } catch {
    // Falls through to the same answer.
  }
  throw badCursor();
}

/** 400: the cursor is not one that a list of ours gave out. */
export function badCursor(): Problem {
  return new Problem(
    400,
    'malformed_cursor',
    'This cursor is not one of ours. Start again from the first page.',
  );
}
