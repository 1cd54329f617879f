import { Client, Pool } from 'pg';
import { apiUrl, contextKey, ContextSigner, type OrganisationContext } from '@app/platform';
import type { TestApp } from './app';

/** Runs the work as the server's owner, whom row security does not bind. */
export async function asAdmin<T>(test: TestApp, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** A connection with the application's own login and no context set. */
export async function asApplication<T>(test: TestApp, work: (client: Client) => Promise<T>): Promise<T> {
  const { adminUrl, rootKey } = test.database;
  const client = new Client({
    connectionString: apiUrl(adminUrl, rootKey),
    options: '-c search_path=app',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The signer the application uses; `nowMs` in the past makes expired contexts. */
export function signerOf(test: TestApp): ContextSigner {
  return new ContextSigner(contextKey(test.database.rootKey));
}

/** Runs the work in a transaction that acts for this person, then rolls back. */
export async function actingAs<T>(
  test: TestApp,
  context: OrganisationContext,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return asApplication(test, async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.ctx', $1, true)`, [signerOf(test).sign(context)]);
    const result = await work(client);
    await client.query('ROLLBACK');
    return result;
  });
}

/** Names of all tables in the schema of the organisations' data. */
export async function tablesOf(admin: Client | Pool): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p')
        AND relname <> 'migration' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

/** How many rows each table holds, in all organisations together. */
export async function rowCounts(test: TestApp): Promise<Record<string, number>> {
  return asAdmin(test, async (admin) => {
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(`SELECT count(*)::int AS n FROM app.${table}`);
      counts[table] = rows[0].n;
    }
    return counts;
  });
}

/** Changes rows behind the product's back, as the passing of time would: no trigger notices it. */
export async function rewrite(test: TestApp, sql: string, values: unknown[] = []): Promise<void> {
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    await admin.query(sql, values);
  });
}
