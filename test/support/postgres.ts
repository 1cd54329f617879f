import { Client } from 'pg';
import { RootKey } from '@app/platform';

/** The two databases of an installation: clients' data, and the keys that seal it. */
export const TEMPLATES = { main: 'vacatur_template', keys: 'vacatur_template_keys' } as const;

export interface TestDatabase {
  /** Connection of the server's owner to the clone; the application's roles are the same in all clones. */
  adminUrl: string;
  keysUrl: string;
  name: string;
  keysName: string;
  rootKey: RootKey;
  /** Ends every connection to both clones and removes them. */
  drop(): Promise<void>;
}

let clones = 0;

/**
 * A fresh, migrated database pair for one spec file, copied from the templates in some 20 ms. Rights and settings
 * on the database itself (GRANT CONNECT, ALTER DATABASE SET) are not copied by PostgreSQL.
 * @param from the pair to copy, to which nobody may be connected
 */
export async function cloneDatabase(from: { main: string; keys: string } = TEMPLATES): Promise<TestDatabase> {
  const adminUrl = process.env.VACATUR_TEST_ADMIN_URL;
  if (!adminUrl)
    throw new Error('The test database is not running: start the tests through "npm test" or "npx jest".');
  const name = `vacatur_t${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${++clones}`;
  const keysName = `${name}_keys`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${from.main}`);
    await admin.query(`CREATE DATABASE ${keysName} TEMPLATE ${from.keys}`);
  });
  return {
    name,
    keysName,
    adminUrl: withDatabase(adminUrl, name),
    keysUrl: withDatabase(adminUrl, keysName),
    rootKey: RootKey.of(Buffer.from(process.env.VACATUR_TEST_ROOT_KEY ?? '', 'hex')),
    drop: () =>
      asAdmin(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await admin.query(`DROP DATABASE IF EXISTS ${keysName} WITH (FORCE)`);
      }),
  };
}

/** The same server and sign-in, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

async function asAdmin(url: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
