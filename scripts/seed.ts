import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { loadConfig, loadRootKey, Log, storedFingerprint } from '@app/platform';
import { Installation } from '@app/staff';
import { createApi } from '../apps/api/src/create-api';
import { overInject } from '../test/support/client';
import { fillOffice } from './seed/fill-office';
import { addressOf, DEMO_PASSWORD, OFFICES, OPERATOR } from './seed/offices';

interface SignIn {
  role: string;
  organisation: string;
  email: string;
  password: string;
}

/** A-numbers of the demo begin here: low numbers with three zeros in front, one block for each office. */
const FIRST_A_NUMBERS = [100_101, 180_101];

/**
 * Demo organisations (or, without them, the first operator), made through the application itself, so that everything in them is sealed, tokenised, audited
 * and has its deadlines as if people had typed it. Does nothing where somebody has made an office of their own.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  const quiet = new Log('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const fingerprint = await storedFingerprint(config.adminUrl);
  const rootKey = loadRootKey({ home: config.home, env: process.env, fingerprint, dataExists: true });
  const app = await createApi({ config: { ...config, webDir: null }, rootKey, log: quiet });
  try {
    const installation = app.get(Installation);
    if (process.env.VACATUR_DEMO === 'off') return tell(await firstOperator(installation));
    const begun = await isDemo(installation);
    if (!begun && (await installation.hasOffices())) return tell([]);
    // The operator comes last and says that the demo is complete.
    if (!(await installation.accountOf('installation', OPERATOR.email))) {
      for (const [i, office] of OFFICES.entries())
        await fillOffice(installation, overInject(app), office, FIRST_A_NUMBERS[i]);
      await installation.found(OPERATOR);
    }
    tell(signIns());
  } finally {
    await app.close();
  }
}

/** Without demo data somebody must still be able to make the first organisation. Told once, when it is made. */
async function firstOperator(installation: Installation): Promise<SignIn[]> {
  const email = process.env.OPERATOR_EMAIL ?? 'operator@localhost.localdomain';
  const password = randomBytes(15).toString('base64url');
  const made = await installation.found({ name: 'Operator', email, password });
  return made ? [{ role: 'operator', organisation: 'Installation', email, password }] : [];
}

async function isDemo(installation: Installation): Promise<boolean> {
  const [office] = OFFICES;
  return (await installation.accountOf(office.slug, addressOf(office.staff[0][1], office))) !== null;
}

/** One person of each role of the first office, the operator, and two people of the second office. */
function signIns(): SignIn[] {
  const [first, second] = OFFICES;
  const one = (office: typeof first, roles: string[]): SignIn[] =>
    roles.map((role) => {
      const [, name] = office.staff.find(([each]) => each === role)!;
      return { role, organisation: office.name, email: addressOf(name, office), password: DEMO_PASSWORD };
    });
  return [
    ...one(first, [...new Set(first.staff.map(([role]) => role))]),
    ...one(second, ['director', 'attorney']),
    { role: 'operator', organisation: 'Installation', email: OPERATOR.email, password: DEMO_PASSWORD },
  ];
}

/** The last line is for the program that started this one. */
function tell(list: SignIn[]): void {
  process.stdout.write(`${JSON.stringify({ signIns: list })}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
