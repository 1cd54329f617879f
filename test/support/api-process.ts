import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestApp } from './app';
import { overHttp, type Transport } from './client';
import { settingsOf } from './worker';

/** The real API as a process of its own that listens on a port, can be killed, and comes back on the same port. */
export interface ApiProcess {
  transport: Transport;
  /** SIGKILL: whatever was under way ends in the middle. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again. Resolves when it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** On the databases and the data folder of the test's own application, which goes on beside it. */
export async function forkApi(test: TestApp, settings: Record<string, string> = {}): Promise<ApiProcess> {
  const port = await freePort();
  const rootKey = Buffer.from(process.env.VACATUR_TEST_ROOT_KEY ?? '', 'hex').toString('base64');
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const begun = fork(join(__dirname, '../../apps/api/src/main.ts'), {
      execArgv: ['--no-warnings', '-r', join(__dirname, 'typescript.cjs')],
      env: {
        PATH: process.env.PATH,
        ...settingsOf(test, { POOL_SIZE: '8', EVEN_ANSWER_MS: '0', ...settings }),
        VACATUR_ROOT_KEY: rootKey,
        PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = begun;
    await new Promise<void>((resolve, reject) => {
      begun.once('message', () => resolve());
      begun.once('exit', (code) => reject(new Error(`The API ended at its start with ${code}.`)));
    });
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child!.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    transport: overHttp(`http://127.0.0.1:${port}`),
    kill: () => end('SIGKILL'),
    start,
    stop: () => end('SIGTERM'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
