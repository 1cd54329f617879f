import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, rootKeyFingerprint, type RootKey } from '@app/platform';
import { asAdmin } from './admin';
import { openApp, type TestApp } from './app';
import { cloneDatabase, type TestDatabase } from './postgres';

/** Databases and a data folder under a root key of their own: others share theirs, and its logins, with this server. */
export interface OwnPlace {
  home: string;
  database: TestDatabase;
  remove(): Promise<void>;
}

/** @param makeRoot makes the root key; it may leave files in the data folder */
export async function ownPlace(makeRoot: (home: string) => RootKey): Promise<OwnPlace> {
  const home = mkdtempSync(join(tmpdir(), 'vacatur-root-'));
  const rootKey = makeRoot(home);
  const database = { ...(await cloneDatabase()), rootKey };
  const place = { home, database };
  await asAdmin(place as TestApp, async (admin) => {
    await admin.query('DELETE FROM sec.context_key');
    await admin.query('UPDATE sec.installation SET root_key_fingerprint = $1', [rootKeyFingerprint(rootKey)]);
  });
  await prepareDatabase({ adminUrl: database.adminUrl, keysUrl: database.keysUrl, rootKey });
  return {
    ...place,
    remove: async () => {
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The application there. Its settings say where root keys come from, as an installation's do. */
export async function openOwn(place: OwnPlace, settings: Record<string, string> = {}): Promise<TestApp> {
  return openApp(place, { REVEALS_PER_HOUR: '100000', REVEALS_PER_DAY: '100000', ...settings });
}
