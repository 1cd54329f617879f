import { writeFileSync } from 'node:fs';
import { loadConfig, loadRootKey, Log, RootKey, storedFingerprint } from '@app/platform';
import { contractOf } from './contract';
import { createApi } from './create-api';

/** Writes openapi.json into the working folder and stops. */
async function writeContract(): Promise<void> {
  const config = loadConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/contract' });
  const app = await createApi({
    config,
    rootKey: RootKey.of(Buffer.alloc(32, 1)),
    log: new Log('silent'),
    connect: false,
  });
  writeFileSync('openapi.json', `${JSON.stringify(contractOf(app), null, 2)}\n`);
  process.exit(0);
}

async function serve(): Promise<void> {
  const config = loadConfig();
  const log = new Log(config.logLevel);
  const fingerprint = await storedFingerprint(config.adminUrl);
  const rootKey = loadRootKey({ home: config.home, env: process.env, fingerprint, dataExists: true });
  const app = await createApi({ config, rootKey, log });
  const stop = (): void => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by a parent that was killed, this process must not stay behind.
  process.once('disconnect', stop);
  await app.listen(config.port, config.host);
  log.info({ event: 'listening', port: config.port });
  process.send?.({ ready: true });
}

void (process.argv[2] === 'openapi' ? writeContract() : serve()).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
