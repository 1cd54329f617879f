import { SealBroken } from '../sealed/errors';
import type { SealedBox } from '../sealed/sealed-box';
import { NOT_SEALED, type SealedTable } from './catalogue';
import type { Desk } from './desk';

/** The boxes of whom a row belongs to: under the key in use, under the one that goes, under any other that may open it. */
export interface Boxes {
  now(table: string, rowId: string): SealedBox;
  before(table: string, rowId: string): SealedBox | null;
  /** For a row about a client that the organisation's key seals. */
  other(table: string, rowId: string): SealedBox | null;
}

/** What a pass found: values sealed anew, and values that no key opens. */
export interface Tally {
  renewed: number;
  broken: number;
  /** Where the broken ones are, as `table.column`. */
  where: Set<string>;
}

/** Nothing found yet. */
export const emptyTally = (): Tally => ({ renewed: 0, broken: 0, where: new Set() });

type StoredRow = Record<string, unknown>;

function opens(box: SealedBox | null, column: string, value: Buffer): Buffer | null {
  if (!box) return null;
  try {
    return box.openBytes(column, value);
  } catch (problem) {
    if (problem instanceof SealBroken) return null;
    throw problem;
  }
}

/** The value under the key in use, null when it is that already or nothing can be done. */
function renewed(boxes: Boxes, place: [string, string, string], value: Buffer, tally: Tally): Buffer | null {
  const [table, rowId, column] = place;
  // What was said is forgotten after sending and leaves an empty value behind.
  if (value.length === 0) return null;
  const now = boxes.now(table, rowId);
  if (opens(now, column, value)) return null;
  const plain = opens(boxes.before(table, rowId), column, value);
  if (!plain) {
    if (opens(boxes.other(table, rowId), column, value)) return null;
    tally.broken += 1;
    tally.where.add(`${table}.${column}`);
    return null;
  }
  tally.renewed += 1;
  const sealed = now.sealBytes(column, plain);
  plain.fill(0);
  return sealed;
}

/** The columns of one row whose values another key seals, sealed under the key in use. Nothing is written. */
export function resealed(
  table: SealedTable,
  row: StoredRow,
  boxes: Boxes,
  tally: Tally,
): Record<string, Buffer> {
  const anew: Record<string, Buffer> = {};
  for (const column of table.columns) {
    const value = row[column] as Buffer | null;
    if (!value) continue;
    const sealed = renewed(boxes, [table.name, String(row[table.rowId]), column], value, tally);
    if (sealed) anew[column] = sealed;
  }
  return anew;
}

/** Seals the columns of one row anew. A value that somebody changes meanwhile is left to them: they use the newer key. */
export async function resealRow(
  desk: Desk,
  table: SealedTable,
  row: StoredRow,
  boxes: Boxes,
  tally: Tally,
): Promise<void> {
  const key = table.primaryKey.map((column, index) => `"${column}" = $${index + 3}`).join(' AND ');
  const values = table.primaryKey.map((column) => row[column]);
  for (const [column, sealed] of Object.entries(resealed(table, row, boxes, tally))) {
    await desk.main.query(
      `UPDATE app."${table.name}" SET "${column}" = $1 WHERE "${column}" = $2 AND ${key}`,
      [sealed, row[column], ...values],
    );
  }
}

const SEALED_TEXT = /^\\x01[0-9a-f]{56,}$/;

/** An older state of a row, as it is kept. */
export interface OlderState {
  org_id: string;
  id: string;
  table_name: string;
  row_id: string;
  was: StoredRow;
}

/** Older states of rows hold sealed values as text in JSON; see `resealed`. */
export function resealedHistory(row: OlderState, boxes: Boxes, tally: Tally): Record<string, string> {
  const anew: Record<string, string> = {};
  for (const [column, text] of Object.entries(row.was)) {
    if (typeof text !== 'string' || NOT_SEALED.test(column) || !SEALED_TEXT.test(text)) continue;
    const value = Buffer.from(text.slice(2), 'hex');
    const sealed = renewed(boxes, [row.table_name, row.row_id, column], value, tally);
    if (sealed) anew[column] = `\\x${sealed.toString('hex')}`;
  }
  return anew;
}

/** Seals an older state anew; see `resealRow`. */
export async function resealHistory(desk: Desk, row: OlderState, boxes: Boxes, tally: Tally): Promise<void> {
  const anew = resealedHistory(row, boxes, tally);
  if (Object.keys(anew).length === 0) return;
  await desk.main.query('UPDATE app.row_history SET was = was || $3::jsonb WHERE org_id = $1 AND id = $2', [
    row.org_id,
    row.id,
    JSON.stringify(anew),
  ]);
}
