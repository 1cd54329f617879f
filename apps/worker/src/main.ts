import { loadConfig, loadRootKey, Log, storedFingerprint } from '@app/platform';
import { startWorker } from './create-worker';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = new Log(config.logLevel);
  const fingerprint = await storedFingerprint(config.adminUrl);
  const rootKey = loadRootKey({ home: config.home, env: process.env, fingerprint, dataExists: true });
  const worker = await startWorker(config, rootKey, log);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void worker.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by a parent that was killed, this process must not stay behind.
  process.once('disconnect', stop);
  log.info({ event: 'worker started' });
  process.send?.({ ready: true });
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
