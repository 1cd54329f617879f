import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Database, loadConfig, loadRootKey, Log, storedFingerprint, UnitOfWork } from '@app/platform';
import { AuditTrail } from '@app/retention';
import { ApiModule } from '../apps/api/src/api.module';

const USAGE = `Usage: npm run audit -- verify     reads every audit trail and compares it with the anchors outside the database
`;

/** Reads the trail of each organisation. Returns how many things do not fit. */
async function verify(): Promise<number> {
  const config = loadConfig();
  const fingerprint = await storedFingerprint(config.adminUrl);
  const root = loadRootKey({ home: config.home, env: process.env, fingerprint, dataExists: true });
  const app = await NestFactory.createApplicationContext(ApiModule.for(config, root, new Log('silent')), {
    logger: ['fatal'],
    abortOnError: false,
  });
  let breaks = 0;
  try {
    const offices = await app.get(Database).outside<{ id: string }>('SELECT sec.organisations() AS id');
    for (const { id } of offices) {
      const check = await app
        .get(UnitOfWork)
        .asSystem(id, 'audit.verify', () => app.get(AuditTrail, { strict: false }).verify());
      breaks += check.breaks.length + check.anchorBreaks.length;
      process.stdout.write(
        `${id}: ${check.entries} entries, ${check.anchors} anchors, head ${check.headSeq} ${check.hash}` +
          `${list(', broken at ', check.breaks)}${list(', anchors that do not fit ', check.anchorBreaks)}\n`,
      );
    }
  } finally {
    await app.close();
  }
  return breaks;
}

function list(words: string, numbers: number[]): string {
  return numbers.length > 0 ? words + numbers.slice(0, 20).join(' ') : '';
}

async function main(): Promise<void> {
  if (process.argv[2] !== 'verify') throw new Error(USAGE);
  const breaks = await verify();
  process.stdout.write(breaks === 0 ? 'every trail is whole\n' : `${breaks} things do not fit\n`);
  process.exitCode = breaks === 0 ? 0 : 2;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
