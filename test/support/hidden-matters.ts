import fc from 'fast-check';
import { roleMay, type Permission, type Role } from '@app/access';
import type { Api } from './client';
import { joinTeam, moveCase, writeNote } from './factories/case';
import { dayFromNow, goAlong, scheduleCheckIn } from './factories/check-in';
import { addClient, type AddedClient } from './factories/client';
import { openApplication, recordGrant } from './factories/clemency';
import { addConviction } from './factories/conviction';
import { addBond, detain, lookUp } from './factories/custody';
import { enterDemand } from './factories/demand';
import { uploadDocument } from './factories/document';
import { addHearing } from './factories/hearing';
import { addParty, enterReferral } from './factories/intake';
import { addOrder } from './factories/order';
import type { Office } from './factories/organisation';
import { addRelative } from './factories/person';
import { addProceeding } from './factories/proceeding';
import { askForRecords } from './factories/record-request';
import type { Person } from './factories/staff';
import { addTask } from './factories/task';
import type { Route } from './routes';
import { sampleBody } from './samples';

/** What a hidden matter is known by. */
export interface Known {
  name: { given: string; family: string };
  aNumber: string;
  word: string;
}

/** What is done before the wall stands, by whom, and which wall it is. */
export interface Fate {
  /** Begins as a referral that is accepted. */
  asked: boolean;
  maker: 'keeper' | 'insider' | 'screened';
  acts: string[];
  /** Places of routes in the list of all that write about one client or case. */
  routes: number[];
  who: number;
  wall: 'named' | 'ethical';
  /** Whether others, who are not looked at, are on the wall's list too. */
  company: boolean;
  /** The wall stands from the beginning, or only once everything is written. */
  first: boolean;
}

/** Whom a matter is written by and about. */
export interface Cast {
  office: Office;
  /** Who raises the walls and stays inside. */
  keeper: Person;
  insider: Person;
  /** Everybody the wall must keep out. */
  screened: Person[];
}

interface Scene extends Cast {
  client: AddedClient;
  known: Known;
  /** One of the screened, who had to do with the matter before the wall. */
  other: Person;
}

type Act = (api: Api, scene: Scene) => Promise<unknown>;
const soon = (scene: Scene): string => dayFromNow((scene.known.aNumber.charCodeAt(7) % 9) - 2);

/** Brings one of those whom the wall will keep out onto the team, if their role works on cases. */
async function include({ client, other, office }: Scene): Promise<string | undefined> {
  if (!MAKERS.includes(other.role)) return undefined;
  await joinTeam(office.api.director, client.caseId, other.id);
  return other.id;
}

const ACTS: Record<string, Act> = {
  note: (api, { client, known }) => writeNote(api, client.caseId, `Said: ${known.word}`),
  shared: (api, { client, known }) => writeNote(api, client.caseId, known.word, 'volunteer_visible'),
  task: async (api, scene) => {
    const assigneeId = await include(scene);
    await addTask(api, scene.client.caseId, { dueOn: soon(scene), assigneeId, priority: 'high' });
  },
  checkIn: (api, { client }) => scheduleCheckIn(api, client.id, { date: dayFromNow(1) }),
  companion: async (api, { client, office }) => {
    const checkIn = await scheduleCheckIn(api, client.id, { date: dayFromNow(2) });
    await goAlong(api, checkIn.id, office.people.volunteer.id);
  },
  hearing: async (api, { client }) =>
    addHearing(api, (await addProceeding(api, client.id)).id, { date: dayFromNow(3) }),
  unknownHearing: async (api, { client }) =>
    addHearing(api, (await addProceeding(api, client.id)).id, { dateState: 'not_known_yet' }),
  order: (api, scene) =>
    addOrder(api, { clientId: scene.client.id }, { decidedOn: dayFromNow(-20), appeal: 'not_taken' }),
  detained: async (api, { client }) => {
    const [episode] = (await detain(api, client.id)).episodes;
    await addBond(api, episode.id);
    await lookUp(api, client.id);
    await api.created(`/clients/${client.id}/detained-protocol`);
  },
  document: (api, { client, known }) =>
    uploadDocument(api, client.id, { bytes: Buffer.from(`${known.word}\n`) }),
  pardon: async (api, { client }) => {
    await addConviction(api, client.id);
    await recordGrant(api, await openApplication(api, client.id, { stage: 'filed' }), {
      signedOn: dayFromNow(-3),
    });
  },
  records: (api, { client }) => askForRecords(api, client.id),
  time: (api, { client }) =>
    api.created(`/cases/${client.caseId}/time`, { on: dayFromNow(0), minutes: 90, activity: 'call' }),
  timer: async (api, { client }) => {
    await api.ok('DELETE', '/me/timer');
    await api.ok('PUT', `/cases/${client.caseId}/timer`, {});
  },
  party: (api, { client, known }) => addParty(api, client.id, { name: `${known.name.given} Elsewhere` }),
  /** Of the same name as what the office knows already. */
  knownParty: (api, { client, office }) =>
    addParty(api, client.id, { name: `Known Witness of ${office.slug}` }),
  relative: (api, { client }) => addRelative(api, client.id),
  demand: (_, { client, keeper }) => enterDemand(keeper.api, client.id),
  // Nobody is asked by themselves, and the director may be the one who made the matter.
  review: async (_, scene) => {
    const body = { subject: 'decision', question: 'Right?', askedOf: scene.office.people.director.id };
    await scene.keeper.api.created(`/cases/${scene.client.caseId}/reviews`, body);
  },
  move: (api, { client }) => moveCase(api, client.caseId, 'records', dayFromNow(0)),
  team: (_, scene) => include(scene),
  hold: (api, { client }) => api.created(`/clients/${client.id}/holds`, { reason: 'A letter came' }),
};

const names = fc.string({ unit: fc.constantFrom(...'bdfgklmnprstvaeiou'), minLength: 6, maxLength: 9 });

/** A random fate; `routes` is how many routes write about a client, `most` how much is done to one. */
export const fateOf = (routes: number, most: { acts: number; routes: number }): fc.Arbitrary<Fate> =>
  fc.record({
    asked: fc.boolean(),
    maker: fc.constantFrom('keeper', 'keeper', 'insider', 'screened'),
    acts: fc.subarray(Object.keys(ACTS), { minLength: 1, maxLength: most.acts }),
    routes: fc.array(fc.nat(routes - 1), { minLength: 1, maxLength: most.routes }),
    who: fc.nat(1000),
    wall: fc.constantFrom('named', 'ethical'),
    company: fc.boolean(),
    first: fc.boolean(),
  });

/** Names, numbers and words of which some are those of a client whom everybody sees. */
export const knownOf = (visible: Known): fc.Arbitrary<Known> => {
  const title = (text: string): string => text[0].toUpperCase() + text.slice(1);
  const family = fc.oneof(fc.constant(visible.name.family), names.map(title));
  return fc.record({
    name: fc.record({ given: names.map(title), family }),
    aNumber: fc.noBias(fc.integer({ min: 100_000_000, max: 899_999_999 })).map((n) => `A${n}`),
    word: names.map((text) => `${text}word`),
  });
};

const NOT_HERE = /walls|access-grants|merges|destruction|documents$|emergency|close$/;

/** Routes that write about one client or one case, and can be asked with nothing else at hand. */
export const writersOf = (routes: Route[]): Route[] =>
  routes.filter(
    ({ method, path, body }) =>
      method === 'POST' &&
      /^\/(?:clients\/\{clientId\}|cases\/\{caseId\})\/[^{]+$/.test(path) &&
      body &&
      !NOT_HERE.test(path),
  );

const NO_CONFLICT = { decision: 'no_conflict', reason: 'Another person' };

async function begin(api: Api, fate: Fate, known: Known): Promise<AddedClient> {
  if (!fate.asked) return addClient(api, { name: known.name, aNumber: known.aNumber });
  const { id, hits } = await enterReferral(api, { name: known.name });
  for (const hit of hits)
    await api.ok('POST', `/conflicts/${hit.id}/decision`, NO_CONFLICT, { ifMatch: hit.version });
  await api.ok('POST', `/referrals/${id}/conflict-check`, {}, { ifMatch: 1 });
  const body = { case: { type: 'advice_only' } };
  const { clientId } = await api.ok('POST', `/referrals/${id}/accept`, body, { ifMatch: 2 });
  const client = await api.read(`/clients/${clientId}`);
  const cases = await api.read(`/clients/${clientId}/cases`);
  return { ...client, caseId: cases.items[0].id };
}

async function raise({ keeper, insider, screened }: Cast, clientId: string, fate: Fate): Promise<void> {
  const company = fate.company ? [insider.id] : [];
  const people = fate.wall === 'named' ? [keeper.id, ...company] : screened.map((person) => person.id);
  await keeper.api.created(`/clients/${clientId}/walls`, {
    kind: fate.wall,
    people,
    reason: 'A former employer',
  });
}

/** Makes one matter and hides it. Returns how many of the random routes took what they got. */
export async function hide(cast: Cast, writers: Route[], known: Known, fate: Fate): Promise<number> {
  const { keeper, insider, screened } = cast;
  const makers = screened.filter((person) => MAKERS.includes(person.role));
  const wished = { keeper, insider, screened: makers[fate.who % makers.length] }[fate.maker];
  // Not everybody may accept a referral.
  const maker = fate.asked ? keeper : wished;
  const client = await begin(maker.api, fate, known);
  for (const person of fate.company ? [keeper, insider] : [keeper])
    if (person !== maker) await joinTeam(cast.office.api.director, client.caseId, person.id);
  if (fate.first) await raise(cast, client.id, fate);
  const scene = { ...cast, client, known, other: screened[fate.who % screened.length] };
  for (const name of fate.acts.filter((act) => !fate.first || !OUTSIDE.includes(act))) {
    const may = roleMay(maker.role, NEEDS[name] ?? 'client.edit');
    await ACTS[name](fate.first || !may ? keeper.api : maker.api, scene);
  }
  let written = 0;
  for (const n of fate.routes) {
    const { path, body } = writers[n];
    const filled = path.replace('{clientId}', client.id).replace('{caseId}', client.caseId);
    const wanted = (field: string): unknown[] => (/Id$/.test(field) ? [scene.other.id] : [known.word]);
    if ((await keeper.api.post(filled, sampleBody(body!, true, wanted))).status < 300) written += 1;
  }
  if (!fate.first) await raise(cast, client.id, fate);
  return written;
}

/** The right that an act asks for where not everybody has it who works on cases; else the keeper does it. */
const NEEDS: Record<string, Permission> = {
  hearing: 'removal.edit',
  unknownHearing: 'removal.edit',
  order: 'removal.edit',
  pardon: 'clemency.grant',
  records: 'record_request.edit',
  detained: 'clemency.edit',
  move: 'case.edit',
  hold: 'client.hold',
};

/** What needs somebody whom the wall keeps out. */
const OUTSIDE = ['task', 'review', 'team', 'companion'];
const MAKERS: Role[] = ['director', 'attorney', 'accredited_representative', 'paralegal', 'intake'];
