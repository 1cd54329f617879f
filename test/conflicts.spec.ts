import { startApp, type TestApp } from './support/app';
import { actingAs, asAdmin } from './support/admin';
import type { Api } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient } from './support/factories/client';
import { addOfficeParty, addParty } from './support/factories/intake';
import { addIdentifier, addRelative, addTrustedContact } from './support/factories/person';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let api: Api;
let other: Api;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  api = office.api.attorney;
  other = (await office.employ('attorney', { name: 'Ada Second' })).api;
});
afterAll(() => test.close());

const conflicts = (clientId: string, as = api) => as.read(`/clients/${clientId}/conflicts`);
const openHits = async (as: Api) => (await as.read('/conflicts')).items;
const named = (given: string, family: string) => ({ name: { given, family }, aNumber: null });

describe('a party of a client', () => {
  it('is listed with its kind, name and note, and can be taken off', async () => {
    const client = await addClient(api, named('Clover', 'Zhdanov'));
    await addParty(api, client.id, {
      kind: 'victim',
      name: 'Ferdinand Oyelaran',
      note: 'Complainant in 1994',
    });
    const { parties } = await conflicts(client.id);
    expect(parties).toEqual([
      expect.objectContaining({
        kind: 'victim',
        name: 'Ferdinand Oyelaran',
        note: 'Complainant in 1994',
        entered: true,
      }),
    ]);
    expect((await api.delete(`/clients/${client.id}/parties/${parties[0].id}`)).status).toBe(204);
    expect((await conflicts(client.id)).parties).toEqual([]);
    expect((await api.delete(`/clients/${client.id}/parties/${parties[0].id}`)).status).toBe(404);
    expect(await addClient(api, named('Ferdinand', 'Oyelaran'))).toBeDefined();
    expect((await conflicts(client.id)).hits).toEqual([]);
  });

  it('is looked up among the clients under other spellings, and the other way round', async () => {
    const client = await addClient(api, named('Mai', 'Vang'));
    const first = await addClient(api, named('Saffron', 'Abernathy'));
    await addParty(api, first.id, { kind: 'opposing_party', name: 'Vaj, Maiv' });
    const [hit] = (await conflicts(first.id)).hits;
    expect(hit).toMatchObject({
      gravity: 'adverse',
      how: 'spelling',
      decision: 'open',
      subject: { role: 'opposing_party', name: 'Vaj, Maiv', client: { id: first.id } },
      other: { role: 'client', name: 'Mai Vang', client: { id: client.id } },
    });
    expect((await conflicts(client.id)).hits).toEqual([hit]);
    const late = await addClient(api, named('Maiv', 'Vaj'));
    const found = (await conflicts(late.id)).hits;
    expect(found.map((one: { gravity: string }) => one.gravity).sort()).toEqual(['adverse', 'same_person']);
  });

  it('is found again under a former name that is added later', async () => {
    const client = await addClient(api, named('Bounmy', 'Unmarried'));
    const second = await addClient(api, named('Tansy', 'Quarterman'));
    await addParty(api, second.id, { kind: 'witness', name: 'Bounmi Suvanavong' });
    expect((await conflicts(client.id)).hits).toEqual([]);
    const { version } = await api.read(`/clients/${client.id}`);
    const aliases = [{ name: 'Bounmy Souvannavong', kind: 'maiden' }];
    await api.ok('PATCH', `/clients/${client.id}`, { aliases }, { ifMatch: version });
    expect((await conflicts(client.id)).hits).toHaveLength(1);
  });

  it('of the same client is no conflict for that client, and one official in two matters is none', async () => {
    const [one, two] = [
      await addClient(api, named('Linden', 'Featherstone')),
      await addClient(api, named('Pebble', 'Throckmorton')),
    ];
    await addParty(api, one.id, { kind: 'family_member', name: 'Linden Featherstone' });
    await addParty(api, one.id, { kind: 'government_official', name: 'Judge Example Pemberton' });
    await addParty(api, two.id, { kind: 'government_official', name: 'Judge Example Pemberton' });
    expect((await conflicts(one.id)).hits).toEqual([]);
    expect((await conflicts(two.id)).hits).toEqual([]);
  });

  it('of the office itself is looked up too', async () => {
    await addOfficeParty(api, { kind: 'former_client', name: 'Hari Paudyal' });
    const client = await addClient(api, named('Hari', 'Poudel'));
    expect((await conflicts(client.id)).hits).toEqual([
      expect.objectContaining({
        gravity: 'same_person',
        other: expect.objectContaining({ name: 'Hari Paudyal' }),
      }),
    ]);
  });
});

describe('a name written down elsewhere in the record', () => {
  it('of a family member is looked up when added and renamed, and found no more when taken off', async () => {
    const known = await addClient(api, named('Xeng', 'Lor'));
    const client = await addClient(api, named('Harrow', 'Underhillier'));
    const relative = await addRelative(api, client.id, { name: 'Seng Lo' });
    const [hit] = (await conflicts(client.id)).hits;
    expect(hit).toMatchObject({
      gravity: 'related',
      subject: { role: 'family_member', name: 'Seng Lo', client: { id: client.id } },
      other: { role: 'client', client: { id: known.id } },
    });
    expect((await api.get(`/conflicts/${hit.id}`)).status).toBe(200);
    expect((await other.get(`/conflicts/${hit.id}`)).status).toBe(404);
    const path = `/clients/${client.id}/family/${relative.id}`;
    await api.ok('PATCH', path, { name: 'Quillon Brackenburgh' }, { ifMatch: relative.version });
    expect((await conflicts(client.id)).parties).toEqual([
      expect.objectContaining({ kind: 'family_member', name: 'Quillon Brackenburgh', entered: false }),
    ]);
    await api.delete(path);
    expect((await conflicts(client.id)).parties).toEqual([]);
    const late = await addClient(api, named('Quillon', 'Brackenburgh'));
    expect((await conflicts(late.id)).hits).toEqual([]);
  });

  it('of a trusted contact is looked up too', async () => {
    await addOfficeParty(api, { kind: 'opposing_party', name: 'Wendeline Corvinsdale' });
    const client = await addClient(api, named('Maple', 'Ashgrovewood'));
    const contact = await addTrustedContact(api, client.id, { name: 'Wendeline Corvinsdale' });
    expect((await conflicts(client.id)).hits).toEqual([
      expect.objectContaining({
        gravity: 'adverse',
        subject: expect.objectContaining({ role: 'related_person' }),
      }),
    ]);
    await api.delete(`/clients/${client.id}/trusted-contacts/${contact.id}`);
    expect((await conflicts(client.id)).parties).toEqual([]);
  });
});

describe('a hit on a record that somebody does not see', () => {
  it('is told to nobody but those who see both sides', async () => {
    const hidden = await addClient(other, named('Kou', 'Thao'));
    const before = JSON.stringify(await openHits(api));
    const mine = await addClient(api, named('Lark', 'Winterbourne'));
    await addParty(api, mine.id, { kind: 'victim', name: 'Kub Thoj' });
    expect((await conflicts(mine.id)).hits).toEqual([]);
    expect(JSON.stringify(await openHits(api))).toBe(before);
    const asked = (await api.ok('POST', '/conflicts/ask', { name: 'Kou Thao' })).items;
    expect(asked.map((one: { client: { id: string } }) => one.client.id)).toEqual([mine.id]);
    expect((await conflicts(hidden.id, other)).hits).toEqual([]);
    const found = (await openHits(office.api.director)).filter(
      (hit: { other: { client: { id: string } } }) => hit.other.client?.id === hidden.id,
    );
    expect(found).toHaveLength(1);
    expect((await api.get(`/conflicts/${found[0].id}`)).status).toBe(404);
    expect((await other.get(`/conflicts/${found[0].id}`)).status).toBe(404);
    expect((await office.api.director.get(`/conflicts/${found[0].id}`)).status).toBe(200);
  });

  it('answers byte for byte as if the record were not there', async () => {
    await addClient(other, named('Phetsarath', 'Hiddenough'));
    const bodies: string[] = [];
    for (const name of ['Phetsarath Hiddenough', 'Juniper Nobodyknown']) {
      const mine = await addClient(api, named('Orion', 'Plainname'));
      const answer = await api.post(`/clients/${mine.id}/parties`, { kind: 'victim', name });
      const plain = JSON.stringify(answer.body)
        .replaceAll(name, 'NAME')
        .replaceAll(/[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[^"]*/g, '·')
        // Clients of the same name are seen, and counted for the client's own name.
        .replaceAll(/("cause":"new_name"[^}]*\}[^}]*"compared":)\d+/g, '$1·');
      bodies.push(
        `${answer.status} ${plain.replace(/"hits":\[.*?\],"checks"/s, '"hits":[],"checks"').replace(/"hits":\d+/g, '"hits":0')}`,
      );
    }
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('is hidden from SQL in the name of that person', async () => {
    const me = { orgId: office.orgId, userId: office.people.attorney.id, role: 'attorney' };
    const rows = await actingAs(test, me, async (client) => {
      const hits = await client.query(
        `SELECT count(*)::int AS n FROM conflict_hit h
          WHERE NOT EXISTS (SELECT 1 FROM client c WHERE c.id = h.other_client_id) AND h.other_client_id IS NOT NULL`,
      );
      return hits.rows[0].n;
    });
    expect(rows).toBe(0);
    const all = await asAdmin(test, (admin) =>
      admin.query('SELECT count(*)::int AS n FROM app.conflict_hit'),
    );
    expect(all.rows[0].n).toBeGreaterThan(1);
  });

  it('is not found by another organisation', async () => {
    const prairie = await foundOffice(test, 'Prairie Advocates', { roles: ['director'] });
    await addClient(api, named('Samnang', 'Uniquename'));
    await addClient(prairie.api.director, named('Somnang', 'Uniquename'));
    expect(await openHits(prairie.api.director)).toEqual([]);
  });
});

describe('the A-number of a client that somebody does not see', () => {
  it('may be given to another, and both are shown to those who see both', async () => {
    const hidden = await addClient(other, { ...named('Ember', 'Firstholder'), aNumber: 'A998000111' });
    const same = await addClient(api, { ...named('Garnet', 'Thirdholder'), aNumber: 'A998000111' });
    expect((await conflicts(same.id)).hits).toEqual([]);
    const hits = (await openHits(office.api.director)).filter(
      (hit: { how: string }) => hit.how === 'a_number',
    );
    expect(hits).toEqual([
      expect.objectContaining({
        gravity: 'same_person',
        subject: expect.objectContaining({ client: expect.objectContaining({ id: same.id }) }),
        other: expect.objectContaining({ client: expect.objectContaining({ id: hidden.id }) }),
      }),
    ]);
  });

  it('is told of as well when it is added later, beside the first one', async () => {
    const hidden = await addClient(other, { ...named('Indigo', 'Firstnumber'), aNumber: 'A998000444' });
    const same = await addClient(api, named('Jasper', 'Laternumber'));
    await addIdentifier(api, same.id, { kind: 'a_number', value: 'A998-000-444' });
    expect((await conflicts(same.id)).hits).toEqual([]);
    const hits = (await openHits(office.api.director)).filter(
      (hit: { subject: { client: { id: string } | null } }) => hit.subject.client?.id === same.id,
    );
    expect(hits).toEqual([
      expect.objectContaining({
        how: 'a_number',
        other: expect.objectContaining({ client: expect.objectContaining({ id: hidden.id }) }),
      }),
    ]);
  });

  it('is refused when the client is seen, with eight digits as with nine, also at the same moment', async () => {
    await addClient(api, { ...named('Heath', 'Eightdigits'), aNumber: 'A098000222' });
    const again = await api.post('/clients', {
      name: { given: 'Isle', family: 'Ninedigits' },
      aNumber: 'A98000222',
      case: { type: 'advice_only' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'a_number_taken']);
    const body = (given: string) => ({
      name: { given, family: 'Sametime' },
      aNumber: 'A998000333',
      case: { type: 'advice_only' },
    });
    const answers = await Promise.all(
      ['Aster', 'Briar', 'Cedar'].map((given) => api.post('/clients', body(given))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('a decision', () => {
  async function hitOf(): Promise<{ clientId: string; hit: { id: string; version: number } }> {
    const family =
      `Decided${String.fromCharCode(97 + Math.floor(Math.random() * 26)).repeat(3)}${Date.now()}`.replace(
        /\d/g,
        (digit) => 'bcdfghjklm'[Number(digit)],
      );
    await addOfficeParty(api, { kind: 'opposing_party', name: `Onyx ${family}` });
    const client = await addClient(api, named('Onyx', family));
    return { clientId: client.id, hit: (await conflicts(client.id)).hits[0] };
  }
  const decide = (id: string, version: number, body: object, as = api) =>
    as.post(`/conflicts/${id}/decision`, body, { ifMatch: version });

  it('is kept with its reason, who and when; a later one does not replace it', async () => {
    const { hit } = await hitOf();
    const first = await decide(hit.id, 1, {
      decision: 'waived',
      reason: 'Both agreed in writing on 2026-01-05',
    });
    expect([first.status, first.body.decision, first.headers.etag]).toEqual([200, 'waived', '"2"']);
    const second = await decide(hit.id, 2, { decision: 'no_conflict', reason: 'Another birth year' });
    expect(second.body.decisions).toEqual([
      expect.objectContaining({ decision: 'no_conflict', reason: 'Another birth year' }),
      expect.objectContaining({
        decision: 'waived',
        reason: 'Both agreed in writing on 2026-01-05',
        by: { id: office.people.attorney.id, name: office.people.attorney.name },
      }),
    ]);
    const { rows } = await asAdmin(test, (admin) =>
      admin.query('SELECT reason FROM app.conflict_decision WHERE hit_id = $1', [hit.id]),
    );
    expect(rows.map((row) => row.reason.toString('latin1')).join()).not.toMatch(/agreed|birth/);
  });

  it('needs a reason, the version that was read, and a role that may', async () => {
    const { hit } = await hitOf();
    expect((await decide(hit.id, 1, { decision: 'no_conflict', reason: ' ' })).status).toBe(422);
    expect((await decide(hit.id, 1, { decision: 'open', reason: 'x' })).status).toBe(422);
    expect((await decide(hit.id, 9, { decision: 'no_conflict', reason: 'x' })).status).toBe(412);
    expect(
      (await decide(hit.id, 1, { decision: 'no_conflict', reason: 'x' }, office.api.paralegal)).status,
    ).toBe(403);
  });

  it('ends the waiting: the pair does not come up again when the client is looked up again', async () => {
    const { clientId, hit } = await hitOf();
    await decide(hit.id, 1, { decision: 'no_conflict', reason: 'Somebody else' });
    const again = await api.ok('POST', `/clients/${clientId}/conflict-checks`);
    expect(again.hits).toHaveLength(1);
    expect(again.checks[0]).toMatchObject({
      cause: 'by_hand',
      hits: 0,
      by: { id: office.people.attorney.id },
    });
    expect((await openHits(api)).some((one: { id: string }) => one.id === hit.id)).toBe(false);
  });
});

describe('a confirmed conflict', () => {
  it('raises the wall by itself: the people of each side no longer see the other side, whoever adds them', async () => {
    const theirs = await addClient(other, named('Comet', 'Opposite'));
    const mine = await addClient(api, named('Linden', 'Standing'));
    await addParty(api, mine.id, { kind: 'victim', name: 'Comet Opposite' });
    const { director } = office.api;
    const hit = (await openHits(director)).find(
      (one: { other: { client: { id: string } } }) => one.other.client?.id === theirs.id,
    );
    const confirmed = { decision: 'confirmed', reason: 'She is the complainant' };
    await director.ok('POST', `/conflicts/${hit.id}/decision`, confirmed, { ifMatch: 1 });
    await joinTeam(director, theirs.caseId, office.people.attorney.id);
    expect((await api.get(`/clients/${theirs.id}`)).status).toBe(404);
    expect((await api.get(`/conflicts/${hit.id}`)).status).toBe(404);
    expect((await api.get(`/clients/${mine.id}`)).status).toBe(200);
    const { walls } = await director.read(`/clients/${mine.id}/access`);
    expect(walls).toEqual([expect.objectContaining({ kind: 'ethical', reason: 'She is the complainant' })]);
  });

  it('asks whom the wall keeps out when both sides have the same people', async () => {
    const one = await addClient(api, named('Aster', 'Sameteam'));
    await addClient(api, named('Briar', 'Sameteamtoo'));
    await addParty(api, one.id, { kind: 'victim', name: 'Briar Sameteamtoo' });
    const [hit] = (await conflicts(one.id)).hits;
    const decide = (more: object) =>
      api.post(
        `/conflicts/${hit.id}/decision`,
        { decision: 'confirmed', reason: 'Both are ours', ...more },
        { ifMatch: 1 },
      );
    expect((await decide({})).body.code).toBe('nobody_to_screen');
    expect((await decide({ screened: [office.people.paralegal.id] })).status).toBe(200);
  });
});

it('shows who has such a name while it is typed, and keeps nothing of it', async () => {
  await addClient(api, named('Xiaoming', 'Huang'));
  const { items } = await api.ok('POST', '/conflicts/ask', { name: 'Wong Siu Ming' });
  expect(items).toEqual([
    expect.objectContaining({ role: 'client', name: 'Xiaoming Huang', how: 'spelling' }),
  ]);
  expect(test.logged()).not.toMatch(/Siu Ming/);
});

describe('a name that many have', () => {
  const MANY = 65;
  let askedFor: string;
  beforeAll(async () => {
    for (let at = 0; at < MANY; at += 1)
      await addOfficeParty(api, { kind: 'opposing_party', name: 'Somphone Keomany' });
    askedFor = (await addClient(api, named('Somphone', 'Keomany'))).id;
  }, 60_000);

  it('is compared with all of them, and the check says with how many', async () => {
    const { checks, hits, moreHits } = await conflicts(askedFor);
    expect(checks[0]).toMatchObject({ hits: MANY, compared: MANY });
    expect([hits.length, moreHits]).toEqual([50, true]);
    const first = await api.read(`/clients/${askedFor}/conflict-hits`);
    const rest = await api.read(
      `/clients/${askedFor}/conflict-hits?cursor=${encodeURIComponent(first.nextCursor)}`,
    );
    const ids = [...first.items, ...rest.items].map((hit: { id: string }) => hit.id);
    expect([new Set(ids).size, rest.nextCursor]).toEqual([MANY, null]);
  });

  it('is asked for page by page while it is typed', async () => {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.ok('POST', '/conflicts/ask', { name: 'Somphone Keomany', cursor });
      expect(page.alike).toBe(MANY + 1);
      all.push(...page.items.map((item: { role: string }) => item.role));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(all).toHaveLength(MANY + 1);
  });

  it('is counted without those whom the person who asks does not see', async () => {
    const mine = await other.ok('POST', '/conflicts/ask', { name: 'Somphone Keomany' });
    expect(mine.alike).toBe(MANY);
    const late = await addClient(other, named('Somphone', 'Keomany'));
    expect((await conflicts(late.id, other)).checks[0]).toMatchObject({ hits: MANY, compared: MANY });
  });
});
