import { loadConfig, loadRootKey, prepareDatabase, storedFingerprint } from '@app/platform';

/** Makes the database ready for this version and says in a sentence what is wrong when it cannot. */
async function main(): Promise<void> {
  const config = loadConfig();
  const fingerprint = await storedFingerprint(config.adminUrl);
  const rootKey = loadRootKey({ home: config.home, env: process.env, fingerprint });
  await prepareDatabase({
    adminUrl: config.adminUrl,
    keysUrl: config.keysAdminUrl,
    rootKey,
    report: (line) => process.stdout.write(`${line}\n`),
  });
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
