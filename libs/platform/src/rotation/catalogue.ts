import type { Pool, PoolClient } from 'pg';

/** A table with sealed columns, as the database's catalogue shows it. */
export interface SealedTable {
  name: string;
  columns: string[];
  primaryKey: string[];
  /** The column whose value the seal is bound to. */
  rowId: string;
  /** The column that names the client whose key seals it, or null when the organisation's does. */
  client: string | null;
}

/** Keyed tokens, hashes and digests: not sealed, and nothing can be opened from them. */
export const NOT_SEALED = /^(token|hash|prev_hash|digest)$|_(index|hash|digest|token)$/;

/** Tables without an own `id`: what their seal is bound to instead. */
const ROW_IDS: Record<string, string> = { idempotency_key: 'user_id' };

/**
 * Tables whose rows are sealed under another key than the client's they name: people who ask for help and parties of
 * the office have keys of their own, under their own id; a decision names whose key seals it.
 */
const KEY_OWNERS: Record<string, string> = {
  client: 'id',
  referral: 'id',
  office_party: 'id',
  conflict_decision: 'key_id',
};

const COLUMNS = `
  SELECT c.relname AS name,
         array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'bytea'::regtype AND a.attgenerated = '') AS columns,
         bool_or(a.attname = 'client_id') AS named,
         (SELECT array_agg(k.attname::text ORDER BY k.attnum) FROM pg_index i
            JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey::int2[])
           WHERE i.indrelid = c.oid AND i.indisprimary) AS primary_key
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
   GROUP BY c.oid, c.relname ORDER BY 1`;

/** Every table of the main database that has sealed columns. A new table is found here by itself. */
export async function sealedTables(main: Pick<Pool | PoolClient, 'query'>): Promise<SealedTable[]> {
  const { rows } = await (main as Pool).query<{
    name: string;
    columns: string[] | null;
    named: boolean;
    primary_key: string[];
  }>(COLUMNS);
  return rows.flatMap((row) => {
    const columns = (row.columns ?? []).filter((column) => !NOT_SEALED.test(column));
    if (columns.length === 0) return [];
    return [
      {
        name: row.name,
        columns,
        primaryKey: row.primary_key,
        rowId: ROW_IDS[row.name] ?? 'id',
        client: KEY_OWNERS[row.name] ?? (row.named ? 'client_id' : null),
      },
    ];
  });
}
