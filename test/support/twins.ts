import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp, type TestApp } from './app';
import { apiOfCookie, overInject, type Api } from './client';
import { cloneDatabase } from './postgres';

/**
 * Two copies of an application with everything it holds, each on databases and a data folder of its own; the original
 * is closed for good. From here on only what is done to one of them makes them differ.
 */
export async function twinsOf(
  test: TestApp,
  settings: Record<string, string> = {},
): Promise<[TestApp, TestApp]> {
  // PostgreSQL copies a database only while nobody is connected to it.
  await test.app.close();
  const { name: main, keysName: keys } = test.database;
  const one = await copyOf(test, { main, keys }, settings);
  const other = await copyOf(test, { main, keys }, settings);
  await test.database.drop();
  rmSync(test.home, { recursive: true, force: true });
  return [one, other];
}

async function copyOf(
  test: TestApp,
  from: { main: string; keys: string },
  settings: Record<string, string>,
): Promise<TestApp> {
  const database = await cloneDatabase(from);
  const home = mkdtempSync(join(tmpdir(), 'vacatur-twin-'));
  cpSync(test.home, home, { recursive: true });
  const started = await openApp({ database, home }, settings);
  return {
    ...started,
    close: async () => {
      await started.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The same person, with the session they have, in front of a twin. */
export function inFrontOf(twin: TestApp, api: Api): Api {
  return apiOfCookie(overInject(twin.app), [api.cookie ?? '']);
}
