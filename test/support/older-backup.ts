import { Client } from 'pg';
import { asAdmin, tablesOf } from './admin';
import type { TestApp } from './app';

/**
 * A backup of both databases that can be put back: every row of every table of the organisations' data, and every key.
 * What lies outside the databases, such as the list of who was erased, is not in it.
 */
export interface OlderBackup {
  restore(): Promise<void>;
}

const COLUMNS = `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`;

let made = 0;

/** Nobody may be at work meanwhile. */
export async function backUp(test: TestApp): Promise<OlderBackup> {
  const schema = `backup_${++made}`;
  const both = async (work: (client: Client, tables: string[]) => Promise<void>): Promise<void> => {
    await asAdmin(test, async (admin) =>
      work(
        admin,
        (await tablesOf(admin)).map((name) => `app.${name}`),
      ),
    );
    await asKeys(test, (keys) => work(keys, ['public.org_key', 'public.client_key']));
  };
  await both(async (client, tables) => {
    await client.query(`CREATE SCHEMA ${schema}`);
    for (const table of tables) await client.query(`CREATE TABLE ${copyOf(schema, table)} AS TABLE ${table}`);
  });
  return {
    restore: () =>
      both(async (client, tables) => {
        await client.query('SET session_replication_role = replica');
        for (const table of tables) {
          const { names } = (await client.query<{ names: string }>(COLUMNS, [table])).rows[0];
          await client.query(`DELETE FROM ${table}`);
          await client.query(
            `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM ${copyOf(schema, table)}`,
          );
        }
      }),
  };
}

const copyOf = (schema: string, table: string): string => `${schema}.${table.split('.')[1]}`;

/** Runs the work on the database of the keys. */
export async function asKeys<T>(test: TestApp, work: (keys: Client) => Promise<T>): Promise<T> {
  const keys = new Client({ connectionString: test.database.keysUrl });
  await keys.connect();
  try {
    return await work(keys);
  } finally {
    await keys.end();
  }
}
