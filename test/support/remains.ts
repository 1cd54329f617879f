import { asAdmin } from './admin';
import type { TestApp } from './app';

/** What is left of clients in every table: rows with something sealed, tokens, older states. */
export async function remainsOf(test: TestApp, clientIds: string | string[]): Promise<string[]> {
  const ids = [clientIds].flat();
  return asAdmin(test, async (admin) => {
    const { rows } = await admin.query<{ name: string; named: string; columns: string[] }>(
      `SELECT c.relname AS name, CASE WHEN c.relname = 'client' THEN 'id' ELSE 'client_id' END AS named,
              array_agg(a.attname::text) AS columns
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.atttypid = 'bytea'::regtype AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND c.relname <> 'audit_entry'
          AND EXISTS (SELECT 1 FROM pg_attribute n WHERE n.attrelid = c.oid AND (n.attname = 'client_id' OR c.relname = 'client'))
        GROUP BY c.relname`,
    );
    const left: string[] = [];
    for (const { name, named, columns } of rows)
      for (const column of columns) {
        const found = await admin.query(
          `SELECT 1 FROM app."${name}" WHERE "${named}" = ANY ($1::uuid[]) AND length("${column}") > 0 LIMIT 1`,
          [ids],
        );
        if (found.rowCount) left.push(`${name}.${column}`);
      }
    const history = await admin.query(
      'SELECT 1 FROM app.row_history WHERE client_id = ANY ($1::uuid[]) LIMIT 1',
      [ids],
    );
    return history.rowCount ? [...left, 'row_history'] : left;
  });
}
