import * as fc from 'fast-check';
import { newScope, runInScope, UnitOfWork } from '@app/platform';
import { datedFacts, selectionFor, type Selection } from '@app/retention';
import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { PATIENCE_MS } from './support/effort';
import {
  addFullClient,
  approvedDemand,
  changeDemand,
  RECORDS,
  subpoena,
  type Full,
} from './support/factories/demand-scope';
import { uploadDocument } from './support/factories/document';
import { addMotion } from './support/factories/motion';
import { foundOffice, type Office } from './support/factories/organisation';
import { addRelative } from './support/factories/person';
import { addRecord } from './support/factories/removal-record';
import { unzip } from './support/zip';

/** A22: an answer to a demand that is broader than what was decided. */
jest.setTimeout(PATIENCE_MS);

const SCOPES = 10_000;
const IN_ONE_TRANSACTION = 250;
const DEMANDS = 30;
const DAYS = ['2019-12-31', '2020-06-15', '2021-01-01'];

let test: TestApp;
let office: Office;
/** A paper that stays unless it is released: privileged, or withdrawn. */
interface Held {
  id: string;
  documentId: string;
  clientId: string;
  on: string;
}
const held: Held[] = [];
const world: Full[] = [];
/** Whom 8 U.S.C. 1367 protects: by an application for relief, an old one, a motion, and the family of the first. */
let protectedIds: string[];

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Asked for everything', { roles: ['director', 'attorney'] });
  const { attorney } = office.api;
  for (let n = 0; n < 6; n += 1) world.push(await addFullClient(test, attorney, DAYS.slice(n % 2)));
  const [visa, denied, motion] = world.map((full) => full.client.id);
  await addRecord(attorney, visa, 'relief-applications', { kind: 'u_visa', filedOn: '2020-03-01' });
  await addRecord(attorney, denied, 'relief-applications', {
    kind: 'vawa',
    status: 'denied',
    filedOn: '2001',
  });
  await addMotion(attorney, motion, { kind: 'reopen_vawa', filedOn: '2019-12-31' });
  await addRecord(attorney, world[3].client.id, 'relief-applications', {
    kind: 'asylum',
    filedOn: '2020-06',
  });
  const child = world[5].client.id;
  await addRelative(attorney, visa, { linkedClientId: child });
  protectedIds = [visa, denied, motion, child];
  for (const full of world) held.push(await holdPaper(full.client.id, held.length % 2 === 0));
});
afterAll(() => test.close());

async function holdPaper(clientId: string, isPrivileged: boolean): Promise<Held> {
  const { attorney } = office.api;
  const bytes = Buffer.from(`held back of ${clientId}`);
  const wish = { receivedOn: DAYS[1], bytes, ...(isPrivileged ? { privileged: 'true' as const } : {}) };
  const paper = await uploadDocument(attorney, clientId, wish);
  const reason = { reason: 'Of somebody else' };
  if (!isPrivileged)
    await attorney.ok('POST', `/documents/${paper.id}/withdraw`, reason, { ifMatch: paper.version });
  return { id: paper.current.id, documentId: paper.id, clientId, on: DAYS[1] };
}

function byLot<T>(list: readonly T[], random: () => number, share: number): T[] {
  return list.filter(() => random() < share);
}

interface Prepared {
  id: string;
  decisionId: string;
  clientIds: string[];
  notes: string[];
  documents: string[];
  clients: string[];
}

/** Demands about some of the clients, with some privileged notes and some protected clients released. */
async function prepare(): Promise<Prepared[]> {
  let state = 20_261_125;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const prepared: Prepared[] = [];
  for (let n = 0; n < DEMANDS; n += 1) {
    const asked = byLot(world, random, 0.6);
    const clientIds = asked.map((full) => full.client.id);
    const privileged = asked.flatMap((full) => full.notes.filter((note) => note.kind === 'privileged'));
    const notes = byLot(privileged, random, 0.3).map((note) => note.id);
    const clients = byLot(
      protectedIds.filter((id) => clientIds.includes(id)),
      random,
      0.5,
    );
    const scope = { clientIds, records: RECORDS };
    const documents = byLot(
      held.filter(({ clientId }) => clientIds.includes(clientId)).map(({ documentId }) => documentId),
      random,
      0.4,
    );
    const { attorney, director } = office.api;
    const demand = await approvedDemand(attorney, director, scope, notes, clients, documents);
    prepared.push({
      id: demand.id,
      decisionId: demand.decisions.at(-1).id,
      clientIds,
      notes,
      documents,
      clients,
    });
  }
  return prepared;
}

/** Works as the director, in one transaction that leaves nothing. */
function asDirector<T>(work: () => Promise<T>): Promise<T> {
  const person = office.people.director;
  const actor = { orgId: office.orgId, userId: person.id, role: person.role, proofId: null, scopes: null };
  return runInScope(newScope('test', { ...actor, kind: 'session' }), () =>
    test.app.get(UnitOfWork).run({ action: 'test', rule: 'none', aboutClient: false }, work),
  );
}

interface Asked {
  from: string | null;
  to: string | null;
  records: string[];
}

/** What may leave, worked out from the world and from nothing of the product. */
function owed(demand: Prepared, { from, to, records }: Asked, facts: Fact[]): Record<string, string[]> {
  const within = (on: string): boolean => (!from || on >= from) && (!to || on <= to);
  const open = world.filter(({ client: { id } }) => {
    const stays = protectedIds.includes(id) && !demand.clients.includes(id);
    return demand.clientIds.includes(id) && !stays;
  });
  const when = (kind: string, list: string[]): string[] => (records.includes(kind) ? list.sort() : []);
  const ids = open.map((full) => full.client.id);
  const papers = open.flatMap((full) => full.papers);
  const released = held.filter(
    (paper) => ids.includes(paper.clientId) && demand.documents.includes(paper.documentId),
  );
  const notes = open.flatMap((full) => full.notes).filter(({ on }) => within(on));
  return {
    clients: [...ids].sort(),
    identity: when('identity', [...ids]),
    contacts: when('contacts', [...ids]),
    facts: when(
      'chronology',
      facts
        .filter((fact) => ids.includes(fact.clientId) && spans(fact.on, within, from, to))
        .map(({ id }) => id),
    ),
    notes: when(
      'notes',
      notes.filter(({ kind, id }) => kind !== 'privileged' || demand.notes.includes(id)).map(({ id }) => id),
    ),
    documents: when('documents', [
      ...papers.filter(({ on }) => within(on)).map(({ id }) => id),
      ...released.filter(({ on }) => within(on)).map(({ id }) => id),
    ]),
  };
}

interface Fact {
  id: string;
  clientId: string;
  on: string | null;
}

/** A date known to the year or month goes only when all its days may. */
function spans(
  on: string | null,
  within: (day: string) => boolean,
  from: string | null,
  to: string | null,
): boolean {
  if (!from && !to) return true;
  if (!on) return false;
  const ends: Record<number, string[]> = { 4: ['-01-01', '-12-31'], 7: ['-01', '-30'], 10: ['', ''] };
  return ends[on.length].every((end) => within(on + end));
}

const factId = (fact: { client_id: string; kind: string; on: string | null }): string =>
  `${fact.client_id} ${fact.kind} ${fact.on}`;

function told(selection: Selection): Record<string, string[]> {
  const ids = [...selection.clientIds].sort();
  return {
    clients: ids,
    identity: selection.identity ? ids : [],
    contacts: selection.contacts ? ids : [],
    facts: selection.facts.map(factId).sort(),
    notes: selection.notes.map((note) => note.id).sort(),
    documents: selection.files.map((file) => file.id).sort(),
  };
}

it('A22: of 10,000 scopes each lets out what was decided and nothing else, nothing privileged or protected unreleased', async () => {
  const prepared = await prepare();
  const all = world.map((full) => full.client.id);
  const facts = (await asDirector(() => datedFacts(all))).map((fact) => ({
    ...{ id: factId(fact), clientId: fact.client_id, on: fact.on },
  }));
  const day = fc.option(fc.constantFrom(...DAYS, '2018-01-01', '2020-01-01', '2020-06-30', '2022-02-02'));
  const scopes = fc.record({
    which: fc.nat(DEMANDS - 1),
    records: fc.subarray(RECORDS),
    ends: fc.tuple(day, day).map(([a, b]) => (a && b && a > b ? [b, a] : [a, b])),
  });
  const tried = fc.sample(scopes, { numRuns: SCOPES, seed: 1367 });
  let let_out = 0;
  for (let at = 0; at < SCOPES; at += IN_ONE_TRANSACTION) {
    await asDirector(async () => {
      for (const {
        which,
        records,
        ends: [from, to],
      } of tried.slice(at, at + IN_ONE_TRANSACTION)) {
        const demand = prepared[which];
        const asked = { id: demand.id, periodFrom: from, periodTo: to, recordKinds: records };
        const got = told(await selectionFor(asked, demand.decisionId));
        const expected = owed(demand, { from, to, records }, facts);
        // The comparison of the test runner takes longer than the whole selection: only for what differs.
        if (JSON.stringify(got) !== JSON.stringify(expected)) expect([asked, got]).toEqual([asked, expected]);
        let_out += got.notes.length + got.documents.length;
      }
    });
  }
  expect(let_out).toBeGreaterThan(SCOPES);
  // What is chosen is what is packed: the manifest of the real answer has each of them and no other.
  for (const demand of prepared.slice(0, 10)) await expectPacked(demand, facts);
});

async function expectPacked(demand: Prepared, facts: Fact[]): Promise<void> {
  const expected = owed(demand, { from: null, to: null, records: RECORDS }, facts);
  const answer = await office.api.director.post(`/demands/${demand.id}/export`);
  if (expected.clients.length === 0) return expect(answer.status).toBe(422);
  const files = unzip(answer.bytes);
  const { items } = JSON.parse(String(files.get('manifest.json'))) as { items: Json[] };
  expect(files.size).toBe(items.length + 1);
  const of = (...kinds: string[]): string[] =>
    items
      .filter((item) => kinds.includes(item.kind))
      .map((item) => item.id as string)
      .sort();
  expect([of('identity'), of('contacts')]).toEqual([expected.identity, expected.contacts]);
  expect([of('note', 'released_note'), of('document')]).toEqual([expected.notes, expected.documents]);
  const listed = (await office.api.director.read(`/demands/${demand.id}`)).exports.at(-1).items as Json[];
  expect(listed.length).toBe(items.length);
}

describe('A22: a client protected by 8 U.S.C. 1367', () => {
  const scopeOf = (clientIds: string[]) => ({ clientIds, records: RECORDS });

  it('is named to whoever decides, and leaves only when released for that very demand', async () => {
    const { attorney, director } = office.api;
    const [visa] = protectedIds;
    const shut = await approvedDemand(attorney, director, scopeOf([visa]));
    expect(shut.protected).toEqual([
      expect.objectContaining({ clientId: visa, because: ['u_visa'], released: false, reason: null }),
    ]);
    expect(await director.post(`/demands/${shut.id}/export`)).toMatchObject({
      ...{ status: 422, body: { code: 'nothing_in_scope' } },
    });
    const open = await approvedDemand(attorney, director, scopeOf([visa]), [], [visa]);
    expect(open.protected[0]).toMatchObject({ released: true, reason: 'The client waived it in writing' });
    expect((await director.post(`/demands/${open.id}/export`)).status).toBe(200);
    expect((await director.post(`/demands/${shut.id}/export`)).status).toBe(422);
  });

  it('is held back again by a later word, and then a new decision is needed', async () => {
    const { attorney, director } = office.api;
    const [, denied] = protectedIds;
    let demand = await approvedDemand(attorney, director, scopeOf([denied]), [], [denied]);
    const back = { clientId: denied, released: false, reason: 'The waiver was taken back' };
    demand = await changeDemand(attorney, demand, 'client-releases', back);
    expect(demand).toMatchObject({ status: 'open', protected: [{ released: false, reason: back.reason }] });
    expect((await director.post(`/demands/${demand.id}/export`)).body.code).toBe('not_approved');
    demand = await changeDemand(attorney, demand, 'decision', { decision: 'comply', reasons: 'Again' });
    await director.ok('POST', `/demands/${demand.id}/approval`, undefined, { ifMatch: demand.version });
    expect((await director.post(`/demands/${demand.id}/export`)).body.code).toBe('nothing_in_scope');
  });

  it('stays also when the fact that protects was recorded after the approval', async () => {
    const { attorney, director } = office.api;
    const late = await addFullClient(test, attorney, ['2020-06-15']);
    const other = world[4];
    const demand = await approvedDemand(attorney, director, scopeOf([late.client.id, other.client.id]));
    await addRecord(attorney, late.client.id, 'relief-applications', { kind: 't_visa', status: 'planned' });
    const { bytes } = await director.post(`/demands/${demand.id}/export`);
    expect(bytes.includes(other.papers[0].text)).toBe(true);
    for (const thing of [...late.notes, ...late.papers]) expect(bytes.includes(thing.text)).toBe(false);
    expect(bytes.includes(late.client.name.family)).toBe(false);
  });

  it('is the only one who is released so, and only within the scope', async () => {
    const { attorney } = office.api;
    const [visa, , motion] = protectedIds;
    const plain = world[3].client.id;
    const { id, version } = await subpoena(attorney);
    const scope = scopeOf([visa, plain]);
    const demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    for (const clientId of [plain, motion]) {
      const body = { clientId, released: true, reason: 'Not one of these' };
      const answer = await attorney.post(`/demands/${id}/client-releases`, body, { ifMatch: demand.version });
      expect([answer.status, answer.body.errors?.[0].code]).toEqual([422, 'not_in_scope']);
    }
  });
});
