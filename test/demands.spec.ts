import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { actingAs, asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient } from './support/factories/client';
import {
  addFullClient,
  approvedDemand,
  changeDemand,
  RECORDS,
  subpoena,
  type Full,
  type Scope,
  type Thing,
} from './support/factories/demand-scope';
import { uploadDocument } from './support/factories/document';
import { foundOffice, type Office } from './support/factories/organisation';
import { unzip } from './support/zip';

jest.setTimeout(300_000);

let test: TestApp;
let office: Office;
let director: Api;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Keepers of Secrets');
  director = office.api.director;
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const newDemand = (api: Api = attorney): Promise<Json> => subpoena(api);
const approved = (scope: Scope, releases: string[] = []): Promise<Json> =>
  approvedDemand(attorney, director, scope, releases);
const change = (demand: Json, what: string, body: object): Promise<Json> =>
  changeDemand(attorney, demand, what, body);
const fullClient = (days: string[]): Promise<Full> => addFullClient(test, attorney, days);

interface Bundle {
  files: Map<string, Buffer>;
  items: { path: string; kind: string; id: string; sha256: string; bytes: number }[];
  raw: Buffer;
}

async function bundleOf(api: Api, id: string): Promise<Bundle> {
  const answer = await api.post(`/demands/${id}/export`);
  expect(answer.status).toBe(200);
  const files = unzip(answer.bytes);
  return { files, items: JSON.parse(String(files.get('manifest.json'))).items, raw: answer.bytes };
}

/** The manifest tells every file, with its content's hash, and the log keeps the manifest's. */
async function expectExact(id: string, bundle: Bundle): Promise<void> {
  expect([...bundle.files.keys()].sort()).toEqual(
    [...bundle.items.map((item) => item.path), 'manifest.json'].sort(),
  );
  for (const item of bundle.items) {
    const bytes = bundle.files.get(item.path)!;
    expect([item.bytes, item.sha256]).toEqual([bytes.length, sha256(bytes)]);
  }
  const { exports } = await director.read(`/demands/${id}`);
  expect(exports.at(-1).manifestHash).toBe(sha256(bundle.files.get('manifest.json')!));
  const logged = exports.at(-1).items.map((item: Json) => `${item.kind} ${item.itemId}`);
  expect(logged.sort()).toEqual(bundle.items.map((item) => `${item.kind} ${item.id}`).sort());
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a demand', () => {
  it('keeps who asked for what under the key of the organisation', async () => {
    const demand = await newDemand();
    expect(demand).toMatchObject({ status: 'open', asked: 'All records of the person', clients: [] });
    const stored = await asAdmin(
      test,
      async (admin) => (await admin.query('SELECT * FROM app.demand WHERE id = $1', [demand.id])).rows[0],
    );
    expect(
      JSON.stringify([stored.asked.toString('latin1'), stored.received_from.toString('latin1')]),
    ).not.toMatch(/records|grand jury/);
    expect((await director.read('/demands')).items.map((item: Json) => item.id)).toContain(demand.id);
    for (const role of ['paralegal', 'intake', 'volunteer', 'auditor'] as const)
      expect((await office.api[role].get('/demands')).status).toBe(403);
  });

  it('lets nothing out before a second person approved, one of the two a director', async () => {
    const { client } = await fullClient(['2020-05-05']);
    await joinTeam(attorney, client.caseId, office.people.accredited_representative.id);
    const { id, version } = await newDemand();
    const scope = { clientIds: [client.id], records: ['notes'] };
    let demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    const approve = (api: Api) => api.post(`/demands/${id}/approval`, undefined, { ifMatch: demand.version });
    expect(await director.post(`/demands/${id}/export`)).toMatchObject({
      status: 422,
      body: { code: 'not_approved' },
    });
    expect(await approve(director)).toMatchObject({ status: 422, body: { code: 'not_decided' } });
    demand = await change(demand, 'decision', { decision: 'comply', reasons: 'Owed' });
    expect(await attorney.post(`/demands/${id}/export`)).toMatchObject({ status: 422 });
    expect(await approve(attorney)).toMatchObject({ status: 422, body: { code: 'second_person' } });
    expect(await approve(office.api.accredited_representative)).toMatchObject({
      status: 422,
      body: { code: 'director_needed' },
    });
    demand = (await approve(director)).body;
    expect(demand.decisions[0].approvedBy.id).toBe(office.people.director.id);
    await expectExact(id, await bundleOf(attorney, id));
    // Another scope is another decision.
    demand = await attorney.read(`/demands/${id}`);
    await attorney.ok(
      'PUT',
      `/demands/${id}/scope`,
      { ...scope, records: RECORDS },
      { ifMatch: demand.version },
    );
    expect(await attorney.post(`/demands/${id}/export`)).toMatchObject({
      status: 422,
      body: { code: 'not_approved' },
    });
  });

  it('that is refused is closed and exports nothing', async () => {
    const { client } = await fullClient([]);
    const { id, version } = await newDemand();
    const scope = { clientIds: [client.id], records: RECORDS };
    let demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    demand = await change(demand, 'decision', { decision: 'object', reasons: 'No warrant' });
    demand = await director.ok('POST', `/demands/${id}/approval`, undefined, { ifMatch: demand.version });
    expect(demand).toMatchObject({ status: 'closed', can: { edit: false, export: false } });
    expect((await director.post(`/demands/${id}/export`)).status).toBe(422);
  });
});

describe('the words of a demand', () => {
  const told = async (api: Api, id: string): Promise<[number, boolean]> => [
    (await api.get(`/demands/${id}`)).status,
    (await api.read('/demands')).items.some((item: Json) => item.id === id),
  ];

  it('are for who sees every client in its scope, and before there is one for directors', async () => {
    const representative = office.api.accredited_representative;
    const { client } = await fullClient([]);
    const { id, version } = await newDemand();
    expect(await told(attorney, id)).toEqual([200, true]);
    expect(await told(director, id)).toEqual([200, true]);
    expect(await told(representative, id)).toEqual([404, false]);
    const scope = { clientIds: [client.id], records: RECORDS };
    const demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    await change(demand, 'decision', { decision: 'partly', reasons: 'Only what is owed' });
    expect(await told(representative, id)).toEqual([404, false]);
    expect(await told(director, id)).toEqual([200, true]);
    const wall = { kind: 'ethical', people: [office.people.director.id], reason: 'A conflict' };
    await attorney.created(`/clients/${client.id}/walls`, wall);
    expect(await told(director, id)).toEqual([404, false]);
    expect(await told(attorney, id)).toEqual([200, true]);
    const { version: now } = await attorney.read(`/demands/${id}`);
    const nobody = await director.post(`/demands/${id}/approval`, undefined, { ifMatch: now });
    expect(nobody.status).toBe(404);
  });

  it('are kept from SQL in the name of that person too', async () => {
    const { client } = await fullClient([]);
    const { id, version } = await newDemand();
    const scope = { clientIds: [client.id], records: RECORDS };
    const demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    await change(demand, 'decision', { decision: 'object', reasons: 'No warrant' });
    const count = (role: 'attorney' | 'accredited_representative'): Promise<string> =>
      actingAs(test, { orgId: office.orgId, userId: office.people[role].id, role }, async (sql) => {
        const { rows } = await sql.query(
          `SELECT (SELECT count(*) FROM demand WHERE id = $1) AS a,
                  (SELECT count(*) FROM demand_decision WHERE demand_id = $1) AS b`,
          [id],
        );
        return `${rows[0].a} ${rows[0].b}`;
      });
    expect(await count('attorney')).toBe('1 1');
    expect(await count('accredited_representative')).toBe('0 0');
  });
});

describe('an export', () => {
  it('has a privileged note only when that very note was released, and not when it is held back again', async () => {
    const { client, notes } = await fullClient(['2020-05-05', '2021-05-05']);
    const [first, second] = notes.filter((note) => note.kind === 'privileged');
    const scope = { clientIds: [client.id], records: RECORDS };
    let demand = await approved(scope, [first.id]);
    const bundle = await bundleOf(director, demand.id);
    expect(bundle.raw.includes(first.text)).toBe(true);
    expect(bundle.raw.includes(second.text)).toBe(false);
    expect(bundle.items.filter((item) => item.kind === 'released_note').map((item) => item.id)).toEqual([
      first.id,
    ]);
    const back = { noteId: first.id, released: false, reason: 'A mistake' };
    demand = await change(await attorney.read(`/demands/${demand.id}`), 'releases', back);
    demand = await change(demand, 'decision', { decision: 'partly', reasons: 'Again' });
    await director.ok('POST', `/demands/${demand.id}/approval`, undefined, { ifMatch: demand.version });
    expect((await bundleOf(director, demand.id)).raw.includes(first.text)).toBe(false);
    const strange = { noteId: notes[1].id, released: true, reason: 'Not privileged' };
    const answer = await attorney.post(`/demands/${demand.id}/releases`, strange, {
      ifMatch: demand.version + 1,
    });
    expect(answer.status).toBe(422);
  });

  it('never has a client whom whoever decided, approved or exports does not see', async () => {
    const open = await fullClient(['2020-05-05']);
    const hidden = await fullClient(['2020-05-05']);
    const demand = await approved({ clientIds: [open.client.id, hidden.client.id], records: RECORDS });
    const wall = { kind: 'ethical', people: [office.people.director.id], reason: 'A conflict' };
    await attorney.created(`/clients/${hidden.client.id}/walls`, wall);
    const marks = hidden.papers.concat(hidden.notes).map((thing) => thing.text);
    const seen = async (api: Api, id: string): Promise<boolean> => {
      const { raw } = await bundleOf(api, id);
      expect(raw.includes(open.papers[0].text)).toBe(true);
      return marks.some((text) => raw.includes(text)) || raw.includes(hidden.client.name.family);
    };
    expect(await seen(attorney, demand.id)).toBe(true);
    expect((await director.post(`/demands/${demand.id}/export`)).status).toBe(404);
    // Nobody approves what they do not see.
    await expect(
      approved({ clientIds: [open.client.id, hidden.client.id], records: RECORDS }),
    ).rejects.toThrow('404');
    const { id, version } = await newDemand(director);
    const add = { clientIds: [hidden.client.id], records: RECORDS };
    expect((await director.put(`/demands/${id}/scope`, add, { ifMatch: version })).status).toBe(404);
  });

  it('has no document that is privileged or withdrawn, unless that very one was released', async () => {
    const { client, papers } = await fullClient(['2020-05-05']);
    const upload = (text: string, more: object) =>
      uploadDocument(attorney, client.id, { receivedOn: '2020-05-05', bytes: Buffer.from(text), ...more });
    const work = await upload('what the attorney thinks of it', { title: 'A memo', privileged: 'true' });
    const strange = await upload('a paper of somebody else', { title: 'A wrong paper' });
    await attorney.post(`/documents/${strange.id}/withdraw`, { reason: 'Not hers' }, { ifMatch: 1 });
    const scope = { clientIds: [client.id], records: ['documents'] };
    let demand = await approved(scope);
    expect(demand.heldDocuments).toMatchObject([
      { documentId: work.id, title: 'A memo', on: '2020-05-05', because: 'privileged', released: false },
      { documentId: strange.id, title: 'A wrong paper', because: 'withdrawn', released: false },
    ]);
    const ids = async (): Promise<string[]> =>
      (await bundleOf(director, demand.id)).items.map((item) => item.id);
    expect(await ids()).toEqual([papers[0].id]);
    const approve = async (release: object): Promise<void> => {
      demand = await change(await attorney.read(`/demands/${demand.id}`), 'releases', release);
      demand = await change(demand, 'decision', { decision: 'partly', reasons: 'Again' });
      demand = await director.ok('POST', `/demands/${demand.id}/approval`, undefined, {
        ifMatch: demand.version,
      });
    };
    await approve({ documentId: work.id, released: true, reason: 'The client waived it' });
    expect((await ids()).sort()).toEqual([papers[0].id, work.current.id].sort());
    await approve({ documentId: work.id, released: false, reason: 'A mistake' });
    expect(await ids()).toEqual([papers[0].id]);
    const plain = { documentId: (await attorney.read(`/clients/${client.id}/documents`)).items.at(-1).id };
    for (const body of [plain, {}, { noteId: work.id, documentId: work.id }])
      expect(
        await attorney.post(
          `/demands/${demand.id}/releases`,
          { ...body, released: true, reason: 'x' },
          { ifMatch: demand.version },
        ),
      ).toMatchObject({ status: 422 });
  });

  it('has what is in the scope and nothing else, whatever the scope', async () => {
    const days = ['2019-12-31', '2020-01-01', '2020-06-15', '2021-01-01'];
    const world: Full[] = [];
    for (let n = 0; n < 3; n += 1) world.push(await fullClient(days.slice(n % 2)));
    const privileged = world.flatMap((full) => full.notes.filter((note) => note.kind === 'privileged'));
    const day = fc.option(fc.constantFrom(...days, '2018-01-01', '2022-02-02'));
    const scopes = fc.record({
      who: fc.subarray([0, 1, 2], { minLength: 1 }),
      records: fc.subarray(RECORDS),
      ends: fc.tuple(day, day).map(([a, b]) => (a && b && a > b ? [b, a] : [a, b])),
      released: fc.subarray(privileged.map((note) => note.id)),
    });
    const law = fc.asyncProperty(scopes, async ({ who, records, ends: [from, to], released }) => {
      const asked = who.map((n) => world[n]);
      const within = (thing: Thing): boolean => (!from || thing.on >= from) && (!to || thing.on <= to);
      const notes = asked.flatMap((full) => full.notes);
      const mayGo = released.filter((id) => notes.some((note) => note.id === id));
      const expected = asked.flatMap(({ client, notes: own, papers }) => [
        ...['identity', 'contacts']
          .filter((kind) => records.includes(kind))
          .map((kind) => `${kind} ${client.id}`),
        ...own
          .filter((note) => records.includes('notes') && within(note))
          .filter((note) => note.kind !== 'privileged' || mayGo.includes(note.id))
          .map((note) => `${note.kind === 'privileged' ? 'released_note' : 'note'} ${note.id}`),
        ...papers
          .filter((paper) => records.includes('documents') && within(paper))
          .map(({ id }) => `document ${id}`),
      ]);
      const scope = { clientIds: asked.map((full) => full.client.id), from, to, records };
      const { id } = await approved(scope, mayGo);
      const answer = await director.post(`/demands/${id}/export`);
      if (answer.status === 422) return expect(expected).toEqual([]);
      const bundle = await bundleOf(director, id);
      const got = bundle.items.filter((item) => item.kind !== 'chronology');
      expect(got.map((item) => `${item.kind} ${item.id}`).sort()).toEqual(expected.sort());
      await expectExact(id, bundle);
      for (const file of bundle.items.filter((item) => item.kind === 'chronology')) {
        expect(records.includes('chronology') && scope.clientIds.includes(file.id)).toBe(true);
        for (const fact of JSON.parse(String(bundle.files.get(file.path))))
          if (from || to) expect(within({ ...fact, on: fact.on ?? '' })).toBe(true);
      }
      const inside = new Set(expected.map((line) => line.split(' ')[1]));
      for (const thing of world.flatMap((full) => [...full.notes, ...full.papers]))
        expect(bundle.raw.includes(thing.text)).toBe(inside.has(thing.id));
    });
    await fc.assert(law, { numRuns: Number(process.env.DEMAND_RUNS ?? 25), interruptAfterTimeLimit: 45_000 });
  });
});

describe('the history of one client', () => {
  it('lists what left the office: when, who decided, approved and sent it; who asked only for some', async () => {
    const client = await addClient(attorney, { aNumber: null });
    const other = await addClient(attorney, { aNumber: null });
    await uploadDocument(attorney, client.id, { title: 'A paper' });
    const at = `/clients/${client.id}/left-the-office`;
    expect((await attorney.read(at)).items).toEqual([]);
    const demand = await approved({ clientIds: [client.id], records: ['identity', 'documents'] });
    expect((await attorney.read(at)).items).toEqual([]);
    expect((await attorney.post(`/demands/${demand.id}/export`)).status).toBeLessThan(300);
    const [left, ...more] = (await director.read(at)).items;
    expect(more).toEqual([]);
    expect(left).toMatchObject({
      by: { id: office.people.attorney.id },
      demandKind: 'subpoena',
      receivedFrom: 'A grand jury in Example County',
      decision: 'partly',
      decidedBy: { id: office.people.attorney.id },
      approvedBy: { id: office.people.director.id },
      items: [
        { kind: 'document', count: 1 },
        { kind: 'identity', count: 1 },
      ],
    });
    const told = await office.api.auditor.read(at);
    expect(told.items).toEqual([expect.objectContaining({ id: left.id, receivedFrom: null })]);
    expect(JSON.stringify(told)).not.toContain('grand jury');
    expect((await attorney.read(`/clients/${other.id}/left-the-office`)).items).toEqual([]);
    expect((await office.api.paralegal.get(at)).status).toBe(403);
    const file = (await director.get(`/clients/${client.id}/access-history`)).bytes.toString('utf8');
    const line = file.split('\n').find((one) => one.includes('demand.left_office'));
    expect(line).toContain('document:1 identity:1');
    expect(file).not.toContain('grand jury');
  });

  it('lists it also where the demand names somebody who is hidden, without a word of the demand', async () => {
    const client = await addClient(attorney, { aNumber: null });
    const walled = await addClient(attorney, { aNumber: null });
    const demand = await approved({ clientIds: [client.id, walled.id], records: ['identity'] });
    expect((await attorney.post(`/demands/${demand.id}/export`)).status).toBeLessThan(300);
    const second = await office.employ('attorney', { name: 'Sees One' });
    await attorney.ok('PUT', `/cases/${client.caseId}/team/${second.id}`);
    expect((await second.api.get(`/demands/${demand.id}`)).status).toBe(404);
    const { items } = await second.api.read(`/clients/${client.id}/left-the-office`);
    expect(items).toEqual([
      expect.objectContaining({ demandKind: 'subpoena', decision: 'partly', receivedFrom: null }),
    ]);
    expect(items[0].items).toEqual([{ kind: 'identity', count: 1 }]);
    expect((await second.api.get(`/clients/${walled.id}/left-the-office`)).status).toBe(404);
  });
});
