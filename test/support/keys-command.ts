import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestApp } from './app';

/** What a run of the command ended with. */
export interface Run {
  code: number | null;
  said: string;
}

/** `npm run keys` as a process of its own on the test's databases, which can be killed. */
export function startKeys(
  test: TestApp,
  args: string[],
  settings: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Run> } {
  const rootKey = Buffer.from(process.env.VACATUR_TEST_ROOT_KEY ?? '', 'hex').toString('base64');
  const script = join(__dirname, '../../scripts/keys.ts');
  const child = spawn(
    process.execPath,
    ['--no-warnings', '-r', join(__dirname, 'typescript.cjs'), script, ...args],
    {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: test.database.adminUrl,
        KEYS_DATABASE_URL: test.database.keysUrl,
        VACATUR_HOME: test.home,
        VACATUR_ROOT_KEY: rootKey,
        KEY_GRACE_MS: '1300',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<Run>((resolve) => child.once('close', (code) => resolve({ code, said })));
  return { child, ended };
}

/** Starts the command again and again and kills each run after a random while, then lets it finish. */
export async function finishDespiteKills(
  test: TestApp,
  args: string[],
  kills: number,
  within: [number, number],
  settings: Record<string, string> = {},
): Promise<Run & { kills: number }> {
  let done = 0;
  for (let n = 0; n < kills; n += 1) {
    const { child, ended } = startKeys(test, args, settings);
    const timer = setTimeout(
      () => child.kill('SIGKILL'),
      within[0] + Math.random() * (within[1] - within[0]),
    );
    const { code } = await ended;
    clearTimeout(timer);
    if (code === null) done += 1;
  }
  const last = await startKeys(test, args, settings).ended;
  return { ...last, kills: done };
}

/** Kills the command at the moment it says this. */
export async function killWhenItSays(
  test: TestApp,
  args: string[],
  line: string,
  settings: Record<string, string> = {},
): Promise<Run> {
  const { child, ended } = startKeys(test, args, settings);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
    if (said.includes(line)) child.kill('SIGKILL');
  });
  return ended;
}
