import { randomUUID } from 'node:crypto';
import { addAssumption } from './assumption';
import { Program } from './program';
import {
  CHECK_IN,
  CLIENT,
  CONVICTION,
  ENDING,
  FIRST_REPORT,
  GRANT,
  KNOWN,
  ORDER,
  PROCEEDING,
} from './public-case';
import { printPapers } from './papers';
import { tellDeadlines } from './tell-deadlines';
import { tellEffect } from './tell-effect';
import { Teller } from './teller';
import { tellRace, tellTimeline } from './tell-race';

export interface StoryOptions {
  /** Such as http://localhost:3000. */
  baseUrl: string;
  email: string;
  password: string;
  /** Where the papers are put; it is made when missing. */
  folder: string;
  write: (line: string) => void;
  bold?: boolean;
}

/** What the story left behind. */
export interface Told {
  clientId: string;
  caseId: string;
  /** Files of the papers. */
  papers: string[];
}

/** Plays the main job through the public API: from an old order to the papers of a motion. */
export async function tellStory(options: StoryOptions): Promise<Told> {
  const teller = new Teller(options.write, options.bold);
  const program = await Program.start(options.baseUrl, options.email, options.password);
  try {
    const { name, role, organisation } = program.person;
    teller.say(`Vacatur at ${options.baseUrl}, as ${name} (${role}, ${organisation}).`);
    teller.say('The program shows an API token: its own scopes, one day long, taken back at the end.');
    return await play(program, teller, options.folder);
  } finally {
    await program.end();
  }
}

async function play(program: Program, teller: Teller, folder: string): Promise<Told> {
  const { clientId, caseId } = await addTheClient(program, teller);
  const { convictionId, orderId } = await recordThePast(program, teller, clientId, caseId);
  const told = new Set<string>();

  teller.heading('What the dates of the old order are, and why');
  teller.say('Only the year is known. The engine says so and counts nothing that it would have to invent.');
  await tellDeadlines(program, teller, clientId, told);

  await recordThePardon(program, teller, clientId, convictionId);
  await tellDeadlines(program, teller, clientId, told);

  teller.heading('The race');
  await tellRace(program, teller, clientId);

  teller.heading('What the pardon does, ground by ground');
  teller.say(
    'No charge is public, so none is recorded. The report asks which grounds the conviction may fit.',
  );
  await tellEffect(program, teller, clientId);

  teller.heading('ASSUMPTION for illustration: if the charge had been an aggravated felony');
  await addAssumption(program, teller);

  teller.heading('The papers of the motion');
  const papers = await printPapers(program, teller, clientId, folder);

  await recordTheEnding(program, teller, clientId, orderId);
  return { clientId, caseId, papers };
}

async function addTheClient(program: Program, teller: Teller): Promise<{ clientId: string; caseId: string }> {
  teller.heading('The client');
  teller.say('A public case, from news reports. What no report says stays empty here.');
  teller.facts(KNOWN);
  const body = { ...CLIENT, case: { type: 'clemency_and_reopening', openedOn: FIRST_REPORT } };
  const key = randomUUID();
  const [client, again] = [
    await program.create('/clients', body, key),
    await program.create('/clients', body, key),
  ];
  teller.say();
  teller.say(
    client.id === again.id
      ? 'Added. The request was sent twice with one Idempotency-Key, as a program does after a lost answer: there is one client.'
      : 'Added twice: the Idempotency-Key was ignored.',
  );
  const { items } = await program.read(`/clients/${client.id}/cases`);
  return { clientId: client.id, caseId: items[0].id };
}

async function recordThePast(
  program: Program,
  teller: Teller,
  clientId: string,
  caseId: string,
): Promise<{ convictionId: string; orderId: string }> {
  teller.heading('What is recorded of the past');
  const conviction = await program.create(`/clients/${clientId}/convictions`, CONVICTION);
  const proceeding = await program.create(`/clients/${clientId}/proceedings`, PROCEEDING);
  const order = await program.create(`/proceedings/${proceeding.id}/orders`, ORDER);
  await program.create(`/cases/${caseId}/notes`, {
    text: 'Released in 2003 on supervision, reporting yearly since (news reports). The day of release is not public.',
    kind: 'ordinary',
  });
  teller.points([
    `conviction: ${CONVICTION.offence}, offence on ${CONVICTION.offenceOn}, sentenced ${conviction.sentencedOn} (year only), age not recorded because reports conflict`,
    `removal order: decided ${order.decidedOn}, approximate; appeal not known; no court, no charges`,
    'release in 2003: a note, because a custody period wants a day and none is public',
  ]);
  let matter = await program.read(`/cases/${caseId}`);
  for (const stage of ['records', 'clemency_pending'])
    matter = await program.act(`/cases/${caseId}/stage`, { stage, on: FIRST_REPORT }, matter);
  return { convictionId: conviction.id, orderId: order.id };
}

async function recordThePardon(
  program: Program,
  teller: Teller,
  clientId: string,
  convictionId: string,
): Promise<void> {
  teller.heading('A check-in comes near, and a pardon');
  await program.create(`/clients/${clientId}/check-ins`, CHECK_IN);
  const application = await program.create(`/clients/${clientId}/pardon-applications`, {
    jurisdiction: 'NY',
    convictionIds: [convictionId],
    stage: 'filed',
    on: FIRST_REPORT,
  });
  const { jurisdiction } = application;
  teller.points([
    'check-in on 2 July 2025, recorded with "not known" as its outcome and what was moved in its note',
    `application to ${jurisdiction.name}: ${jurisdiction.whoDecides.text} decides. When it was filed is not public; ${FIRST_REPORT} is the first report of it`,
    'granted: signed 1 July 2025; effective and received: not public; made public 15 August 2025',
  ]);
  await program.act(`/pardon-applications/${application.id}/grant`, GRANT, application);
  teller.say();
  teller.say(
    'The dates are counted anew at once. A pardon starts no federal period, but tolling asks for diligence:',
  );
}

async function recordTheEnding(
  program: Program,
  teller: Teller,
  clientId: string,
  orderId: string,
): Promise<void> {
  teller.heading('How it ended');
  const { proceedings } = await program.read(`/clients/${clientId}/removal`);
  let order = proceedings[0].orders.find((each: { id: string }) => each.id === orderId);
  for (const step of ENDING) order = await program.act(`/orders/${orderId}/status`, step, order);
  teller.say('Reopened, vacated, terminated: recorded with the year, because the days are not public.');
  await tellTimeline(program, teller, clientId);
  teller.say();
  teller.say('Open deadlines now:');
  await tellDeadlines(program, teller, clientId, new Set());
}
