import { currentActor, db } from '@app/platform';
import { ONE_OF_EACH, type MovingTable, type Rows } from './record-tables';

const UNIQUES = `
  SELECT c.relname AS "table", pg_get_expr(i.indpred, i.indrelid) AS rule, i.indexrelid::regclass::text AS name,
         (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey)) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
   WHERE i.indisunique AND c.relnamespace = 'app'::regnamespace AND c.relname = ANY ($1) AND i.indexprs IS NULL`;

interface Unique {
  table: string;
  rule: string | null;
  name: string;
  columns: string[];
}

async function meeting(
  table: string,
  columns: readonly string[],
  rule: string | null,
  [survivorId, mergedId]: readonly [string, string],
): Promise<string[]> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const standing = rule ? ` AND ${rule}` : '';
  const same = names ? `(${names}) IN (SELECT ${names}` : 'EXISTS (SELECT 1';
  const rows = await db().query<{ id: string }>(
    `SELECT id FROM "${table}" WHERE org_id = $1 AND client_id = $3${standing}
        AND ${same} FROM "${table}" WHERE org_id = $1 AND client_id = $2${standing})`,
    [currentActor().orgId, survivorId, mergedId],
  );
  return rows.map((row) => row.id);
}

/** Rows of the second record that stay behind, because the first has one of that kind already. */
export async function stayingBehind(pair: readonly [string, string]): Promise<Rows> {
  const rows: Rows = new Map();
  for (const [table, columns] of Object.entries(ONE_OF_EACH)) {
    const ids = await meeting(table, columns, null, pair);
    if (ids.length > 0) rows.set(table, new Set(ids));
  }
  return rows;
}

/** Tables in which both records have what one client may have only once, such as a check-in at one moment. */
export async function collisions(
  tables: readonly MovingTable[],
  pair: readonly [string, string],
): Promise<string[]> {
  const uniques = await db().query<Unique>(UNIQUES, [tables.map((table) => table.name)]);
  const found: string[] = [];
  for (const { table, rule, columns } of uniques) {
    if (ONE_OF_EACH[table] || !columns.includes('client_id') || columns.includes('id')) continue;
    const others = columns.filter((column) => !['org_id', 'client_id'].includes(column));
    if ((await meeting(table, others, rule, pair)).length > 0) found.push(table);
  }
  return [...new Set(found)];
}
