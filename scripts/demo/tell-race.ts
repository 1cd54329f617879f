import { Temporal } from '@app/rules';
import type { Json } from '../../test/support/client';
import type { Program } from './program';
import { words } from './tell-deadlines';
import type { Teller } from './teller';

const days = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
const inWords = (n: number): string => (Math.abs(n) === 1 ? `${n} day` : `${n} days`);

/** Prints the days between the pardon, the check-in, the office's clock and the day it became public. */
export async function tellRace(program: Program, teller: Teller, clientId: string): Promise<void> {
  const { applications } = await program.read(`/clients/${clientId}/clemency`);
  const { items: checkIns } = await program.read(`/clients/${clientId}/check-ins`);
  const { items: deadlines } = await program.read(`/clients/${clientId}/deadlines`);
  const { grant, stages } = applications[0];
  const own = deadlines.find((item: Json) => item.kind === 'internal');
  const unknown = 'not public';
  teller.facts([
    ['first report to pardon', inWords(days(stages[0].on, grant.signedOn))],
    ['pardon to check-in', inWords(days(grant.signedOn, checkIns[0].date))],
    [
      'pardon to instrument in hand',
      grant.receivedOn ? inWords(days(grant.signedOn, grant.receivedOn)) : unknown,
    ],
    [
      'pardon to the office’s own date',
      own?.dueOn ? `${inWords(days(grant.signedOn, own.dueOn))} (${own.dueOn})` : unknown,
    ],
    ['pardon to the news', inWords(days(grant.signedOn, grant.announcedOn))],
    ['pardon to motion', `${unknown}; reopened, vacated and terminated within about six weeks`],
  ]);
  teller.say();
  teller.say(
    'One day lay between the signature and the check-in. Papers that are ready before the pardon are what such a day needs.',
  );
}

/** Prints what happened, the latest first, as the case page shows it. */
export async function tellTimeline(program: Program, teller: Teller, clientId: string): Promise<void> {
  const { items } = await program.read(`/clients/${clientId}/timeline`);
  teller.say();
  teller.facts(
    items.map((item: Json) => [
      item.on ?? 'no date',
      words([item.title ?? item.kind, item.detail].filter(Boolean).join('. ')),
    ]),
  );
}
