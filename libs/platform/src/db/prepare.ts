import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { keysUrlOf } from '../config/config';
import { keysSchema, requireFingerprint, rootKeyFingerprint, type RootKey } from '../sealed';
import { acceptContexts, createGroups, createLogins, createRole, KEYS_GROUP } from './logins';

/** What `prepareDatabase` needs to know. */
export interface PrepareOptions {
  adminUrl: string;
  keysUrl?: string;
  rootKey: RootKey;
  /** Called with one short line per step. */
  report?: (line: string) => void;
}

const OLDEST_SERVER = 150000;

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Runs the work over one connection of the administrator's. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const name = databaseName(url);
  const probe = new Client({ connectionString: url });
  try {
    await probe.connect();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
  } finally {
    await probe.end().catch(() => undefined);
  }
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  await withClient(maintenance.toString(), async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Roles are shared by all databases of a server, so two that prepare one installation must take turns. */
async function createRoles(client: Client, rootKey: RootKey): Promise<void> {
  for (const role of ['vacatur_owner', 'vacatur_definer']) await createRole(client, role, 'NOLOGIN');
  await createGroups(client);
  await createLogins(client, rootKey);
  await client.query('GRANT vacatur_definer TO vacatur_owner');
  await client.query('GRANT vacatur_owner, vacatur_definer TO CURRENT_USER');
}

const SCHEMAS = [
  'CREATE SCHEMA IF NOT EXISTS app AUTHORIZATION vacatur_owner',
  'CREATE SCHEMA IF NOT EXISTS sec AUTHORIZATION vacatur_owner',
  'GRANT USAGE ON SCHEMA app, sec TO vacatur_app, vacatur_definer',
  'GRANT CREATE ON SCHEMA sec TO vacatur_definer',
  'REVOKE ALL ON SCHEMA public FROM PUBLIC',
];

/** The migrations, in the order of their timestamps; TypeScript in tests, JavaScript in a build. */
export function migrationFiles(folder = join(__dirname, '../../../../migrations')): string[] {
  return readdirSync(folder)
    .filter((file) => /^\d{14}-[a-z-]+\.(ts|js)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** A connection for migrations: acts as the owner of the tables, never as a login of the application. */
export function migrationSource(adminUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema: 'app',
    migrations: migrationFiles(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { options: '-c role=vacatur_owner -c search_path=app', max: 1 },
  });
}

async function migrate(adminUrl: string, report: (line: string) => void): Promise<void> {
  const source = await migrationSource(adminUrl).initialize();
  try {
    const done = await source.runMigrations();
    if (done.length > 0) report(`database: ${done.length} migrations applied`);
  } finally {
    await source.destroy();
  }
}

/**
 * The fingerprint of the root key this database was made with, or null for a new database. Asked before a key is
 * loaded, so that a lost key file is reported instead of replaced.
 */
export async function storedFingerprint(adminUrl: string): Promise<string | null> {
  const client = new Client({ connectionString: adminUrl });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT to_regclass('sec.installation') IS NOT NULL AS known");
    if (!rows[0].known) return null;
    await client.query('SET ROLE vacatur_definer');
    const stored = await client.query('SELECT root_key_fingerprint AS f FROM sec.installation');
    return stored.rows[0]?.f ?? null;
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return null;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The root key opens everything; with another key the data would look like noise and every new row would be lost
 * to the old one. So a database remembers its key's fingerprint and refuses a different key.
 */
async function claimInstallation(client: Client, rootKey: RootKey): Promise<void> {
  await client.query('SET ROLE vacatur_definer');
  const fingerprint = rootKeyFingerprint(rootKey);
  await client.query(
    'INSERT INTO sec.installation (id, root_key_fingerprint) VALUES (1, $1) ON CONFLICT DO NOTHING',
    [fingerprint],
  );
  const { rows } = await client.query('SELECT root_key_fingerprint AS f FROM sec.installation');
  if (rows[0].f !== fingerprint) {
    throw new Error(
      'The root key is not the one this database was made with. Put the original root.key file (or passphrase) back ' +
        'and start again; nothing was changed.',
    );
  }
  await acceptContexts(client, rootKey);
  await client.query('RESET ROLE');
}

async function prepareKeys(keysUrl: string): Promise<void> {
  await withClient(keysUrl, async (client) => {
    await client.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
    for (const statement of keysSchema) await client.query(statement);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${KEYS_GROUP}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${KEYS_GROUP}`);
    await client.query(`REVOKE INSERT, UPDATE ON root_change FROM ${KEYS_GROUP}`);
  });
}

/**
 * Makes a database ready for this version: databases, roles, schemas, migrations, the key of signed contexts.
 * Safe to run again and by several processes at once.
 *
 * @throws Error with a sentence for the operator: server too old, or a root key that does not belong to the data
 */
export async function prepareDatabase(options: PrepareOptions): Promise<void> {
  const report = options.report ?? (() => undefined);
  const keysUrl = options.keysUrl ?? keysUrlOf(options.adminUrl);
  // Before anything: with another key the logins' passwords would change under those who use the database.
  const stored = await storedFingerprint(options.adminUrl);
  if (stored) requireFingerprint(options.rootKey, stored);
  await createDatabaseIfMissing(options.adminUrl);
  await createDatabaseIfMissing(keysUrl);
  await withClient(options.adminUrl, async (client) => {
    const { rows } = await client.query('SHOW server_version_num');
    if (Number(rows[0].server_version_num) < OLDEST_SERVER) {
      throw new Error('This PostgreSQL is older than version 15. Use 15 or later.');
    }
    await client.query('SELECT pg_advisory_lock(72616361)');
    await createRoles(client, options.rootKey);
    for (const statement of SCHEMAS) await client.query(statement);
    await migrate(options.adminUrl, report);
    await client.query('SET ROLE vacatur_owner');
    await client.query('SELECT sec.let_keeper_in()');
    await client.query('SELECT sec.let_clients_merge()');
    await client.query('RESET ROLE');
    await claimInstallation(client, options.rootKey);
  });
  await prepareKeys(keysUrl);
}
