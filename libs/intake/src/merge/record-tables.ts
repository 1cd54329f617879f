import { amongErrors, currentActor, db, sealedTables, type SealedTable } from '@app/platform';

/**
 * Tables about a client whose rows stay with their record when it is merged, each with the reason. Every other table
 * about clients moves by itself. The list is reviewed: a new line needs a reason beside it.
 */
export const STAY: Record<string, string> = {
  audit_entry: 'the audit trail is never rewritten; who sees one record sees the trail of both',
  row_history:
    'older states move with the row they are of; those of the record itself and of removed rows stay',
  client_token: 'made anew from the names of both',
  client_wall: 'a record behind a wall is not merged; walls that were lifted are part of its past',
  client_wall_person: 'belongs to client_wall',
  access_grant: 'given for one record, for a time; access to the other is given by somebody, not by a merge',
  legal_hold: 'a record under a hold is not merged; lifted ones are part of its past',
  destruction: 'a record that is to be erased is not merged; cancelled ones are part of its past',
  client_merge: 'what was merged into a record, and when, stays with that record',
  client_merge_row: 'belongs to client_merge',
};

/** Tables without an own id: their rows move with the row they are made of, which this column names. */
export const FOLLOW: Record<string, 'source_id' | 'party_id'> = {
  client_text: 'source_id',
  client_text_token: 'source_id',
  conflict_party_token: 'party_id',
};

/**
 * Of what a person has only one of each, the row of the record that stays is kept, and the other one stays behind with
 * the record that was merged. Whatever else the database allows once only is told to whoever merges, and refused.
 */
export const ONE_OF_EACH: Record<string, string[]> = {
  client_language: ['language'],
  plan_entry: ['item'],
};

/** Ids of rows, by table. */
export type Rows = Map<string, Set<string>>;

/** A table whose rows move, with its sealed columns. */
export type MovingTable = SealedTable & { client: 'client_id' };

const MOVING = `
  SELECT c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'client_id' AND NOT a.attisdropped
   WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1::text[]) ORDER BY 1`;

/** Every table whose rows move with a merge, as the database's catalogue knows them. */
export async function movingTables(): Promise<MovingTable[]> {
  const names = await db().query<{ name: string }>(MOVING, [[...Object.keys(STAY), ...Object.keys(FOLLOW)]]);
  const sealed = new Map((await sealedTables(db().client)).map((table) => [table.name, table]));
  return names.map(({ name }) => ({
    name,
    columns: sealed.get(name)?.columns ?? [],
    primaryKey: ['org_id', 'id'],
    rowId: 'id',
    client: 'client_id',
  }));
}

const LINKS = `
  SELECT c.relname AS child, p.relname AS parent, a.attname AS column FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
    CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS u(here, there)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.here
    JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = u.there AND f.attname = 'id'
   WHERE k.contype = 'f' AND k.connamespace = 'app'::regnamespace AND p.relname <> 'client'
     AND c.relname = ANY ($1) AND p.relname = ANY ($1)`;

/** Adds to the rows whatever of the same client hangs on them: a row cannot be elsewhere than what it is about. */
export async function withWhatHangsOn(
  rows: Rows,
  tables: readonly MovingTable[],
  clientId: string,
): Promise<Rows> {
  const links = await db().query<{ child: string; parent: string; column: string }>(LINKS, [
    tables.map((table) => table.name),
  ]);
  const all: Rows = new Map([...rows].map(([table, ids]) => [table, new Set(ids)]));
  let found = [...rows.keys()];
  while (found.length > 0) {
    const grown = new Set<string>();
    for (const { child, parent, column } of links) {
      if (!found.includes(parent)) continue;
      const hanging = await amongErrors(() =>
        db().query<{ id: string }>(
          `SELECT id FROM "${child}" WHERE org_id = $1 AND client_id = $2 AND "${column}" = ANY ($3::uuid[])`,
          [currentActor().orgId, clientId, [...all.get(parent)!]],
        ),
      );
      const known = all.get(child) ?? new Set<string>();
      const before = known.size;
      for (const { id } of hanging) known.add(id);
      if (known.size === before) continue;
      all.set(child, known);
      grown.add(child);
    }
    found = [...grown];
  }
  return all;
}

/** All rows of a client in the tables that move, also what was entered in error. */
export function rowsOfClient(tables: readonly MovingTable[], clientId: string): Promise<Rows> {
  return amongErrors(() => allRows(tables, clientId));
}

async function allRows(tables: readonly MovingTable[], clientId: string): Promise<Rows> {
  const rows: Rows = new Map();
  for (const { name } of tables) {
    const found = await db().query<{ id: string }>(
      `SELECT id FROM "${name}" WHERE org_id = $1 AND client_id = $2`,
      [currentActor().orgId, clientId],
    );
    if (found.length > 0) rows.set(name, new Set(found.map((row) => row.id)));
  }
  return rows;
}
