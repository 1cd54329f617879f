import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { loadConfig, Log } from '@app/platform';
import type { RuleSet } from '@app/rules';
import { startWorker, type Worker } from '../../apps/worker/src/create-worker';
import type { TestApp } from './app';

/** What a process beside the test needs to find its databases. */
export function settingsOf(test: TestApp, settings: Record<string, string>): Record<string, string> {
  return {
    DATABASE_URL: test.database.adminUrl,
    KEYS_DATABASE_URL: test.database.keysUrl,
    VACATUR_HOME: test.home,
    POOL_SIZE: '4',
    LOG_LEVEL: 'silent',
    ...settings,
  };
}

/** The real worker in this process, for the test's database. */
export async function employWorker(
  test: TestApp,
  settings: Record<string, string> = {},
  law?: RuleSet,
): Promise<Worker> {
  return startWorker(loadConfig(settingsOf(test, settings)), test.database.rootKey, new Log('silent'), law);
}

/** The real worker as a process of its own, which can be killed. Resolves when it says that it is ready. */
export async function forkWorker(
  test: TestApp,
  settings: Record<string, string> = {},
): Promise<ChildProcess> {
  const rootKey = Buffer.from(process.env.VACATUR_TEST_ROOT_KEY ?? '', 'hex').toString('base64');
  const child = fork(join(__dirname, '../../apps/worker/src/main.ts'), {
    execArgv: ['--no-warnings', '-r', join(__dirname, 'typescript.cjs')],
    env: { PATH: process.env.PATH, ...settingsOf(test, settings), VACATUR_ROOT_KEY: rootKey },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended at its start with ${code}.`)));
  });
  return child;
}
