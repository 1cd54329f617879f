import { join } from 'node:path';
import { UnexpectedAnswer } from '../test/support/client';
import { tellStory } from './demo/tell-story';
import { addressOf, DEMO_PASSWORD, OFFICES } from './seed/offices';

/**
 * The demo as a program of its own: `node demo.js <address> <folder> [stays|goes]`. Signs in as the demo's first attorney, or with
 * VACATUR_EMAIL and VACATUR_PASSWORD.
 */
async function main([baseUrl, folder, instance]: string[]): Promise<void> {
  const [office] = OFFICES;
  const [, attorney] = office.staff.find(([role]) => role === 'attorney')!;
  const told = await tellStory({
    baseUrl,
    folder: join(folder, new Date().toISOString().slice(0, 19).replaceAll(':', '-')),
    email: process.env.VACATUR_EMAIL || addressOf(attorney, office),
    password: process.env.VACATUR_PASSWORD || DEMO_PASSWORD,
    write: (line) => process.stdout.write(`${line}\n`),
    bold: Boolean(process.stdout.isTTY),
  });
  if (instance !== 'goes') process.stdout.write(`\nThe record: ${baseUrl}/cases/${told.caseId}\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`\n${explained(error)}\n`);
  process.exitCode = 1;
});

function explained(error: Error): string {
  if (error instanceof UnexpectedAnswer && error.answer.status === 401)
    return (
      'This instance does not know the demo attorney. Name an attorney of it: VACATUR_EMAIL=… VACATUR_PASSWORD=… ' +
      'npm run demo -- <address>. Or let the demo start an instance of its own: npm run demo -- own'
    );
  return error instanceof UnexpectedAnswer ? error.message : (error.stack ?? error.message);
}
