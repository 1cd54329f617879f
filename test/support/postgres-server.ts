import './app-paths';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { prepareDatabase, RootKey } from '@app/platform';
import { startThrowAwayDatabase, type RunningDatabase } from '../../scripts/embedded/index.mjs';
import { TEMPLATES, withDatabase } from './postgres';

const held = globalThis as typeof globalThis & { vacaturTestServer?: RunningDatabase };

/**
 * Starts the server, or uses the one VACATUR_TEST_DATABASE_URL names (to run against another version of PostgreSQL),
 * and prepares the two template databases that every spec file clones.
 */
export async function startTestServer(): Promise<void> {
  if (process.env.VACATUR_TEST_ADMIN_URL) return;
  const given = process.env.VACATUR_TEST_DATABASE_URL;
  if (!given) held.vacaturTestServer = await startThrowAwayDatabase();
  const adminUrl = given ?? held.vacaturTestServer?.url() ?? '';
  process.env.VACATUR_TEST_ROOT_KEY ??= randomBytes(32).toString('hex');
  try {
    await makeTemplates(adminUrl);
  } catch (error) {
    await stopTestServer();
    throw error;
  }
  process.env.VACATUR_TEST_ADMIN_URL = adminUrl;
}

export async function stopTestServer(): Promise<void> {
  await held.vacaturTestServer?.stop();
  delete held.vacaturTestServer;
}

async function makeTemplates(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const name of Object.values(TEMPLATES)) {
      await admin.query(`DROP DATABASE IF EXISTS ${name}`);
      await admin.query(`CREATE DATABASE ${name}`);
    }
    await prepareTemplates(adminUrl);
    // A template can only be cloned while nobody is connected to it.
    for (const name of Object.values(TEMPLATES))
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  } finally {
    await admin.end();
  }
}

async function prepareTemplates(adminUrl: string): Promise<void> {
  await prepareDatabase({
    adminUrl: withDatabase(adminUrl, TEMPLATES.main),
    keysUrl: withDatabase(adminUrl, TEMPLATES.keys),
    rootKey: RootKey.of(Buffer.from(process.env.VACATUR_TEST_ROOT_KEY ?? '', 'hex')),
  });
}
