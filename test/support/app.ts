import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig, Log } from '@app/platform';
import type { RuleSet } from '@app/rules';
import { createApi } from '../../apps/api/src/create-api';
import { cloneDatabase, type TestDatabase } from './postgres';

/** A running application of its own, on its own database pair. */
export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  home: string;
  /** Everything the application has logged. */
  logged(): string;
  close(): Promise<void>;
}

/**
 * Starts the real application, without a port: requests go in through the framework.
 * @param way how it reaches its databases, when not directly
 * @param law the rule set to count under, when not the shipped one
 */
export async function startApp(
  settings: Record<string, string> = {},
  way: (url: string) => string = (url) => url,
  law?: RuleSet,
): Promise<TestApp> {
  const database = await cloneDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-test-'));
  const started = await openApp({ database, home }, settings, way, law);
  return {
    ...started,
    close: async () => {
      await started.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A second application beside the first, on the same databases: what an installation is after an update of the law. */
export async function startBeside(test: TestApp, law: RuleSet): Promise<TestApp> {
  return openApp(test, {}, (url) => url, law);
}

/** The application on databases and a data folder that are there already. Closing it leaves both. */
export async function openApp(
  { database, home }: Pick<TestApp, 'database' | 'home'>,
  settings: Record<string, string> = {},
  way: (url: string) => string = (url) => url,
  law?: RuleSet,
): Promise<TestApp> {
  let lines = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk);
      done();
    },
  });
  const config = loadConfig({
    DATABASE_URL: way(database.adminUrl),
    KEYS_DATABASE_URL: way(database.keysUrl),
    VACATUR_HOME: home,
    PASSWORD_MEMORY_KIB: '1024',
    PASSWORD_PASSES: '1',
    POOL_SIZE: '8',
    // Tests of the doors get more passwords wrong than an office; one of them counts.
    STRANGER_TRIES: '1000000',
    // Thousands of tests ask for what is not there; one of them looks at the clock.
    EVEN_ANSWER_MS: '0',
    ...settings,
  });
  const app = await createApi({ config, rootKey: database.rootKey, log: new Log('info', sink), law });
  return { app, database, home, logged: () => lines, close: () => app.close() };
}
