import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import { ReferralDuty } from '@app/intake';
import { startApp, type TestApp } from './support/app';
import { asAdmin } from './support/admin';
import type { Api, Json } from './support/client';
import { addClient } from './support/factories/client';
import { addOfficeParty, addParty } from './support/factories/intake';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let prairie: Office;
let intake: Api;
let api: Api;
jest.setTimeout(60_000);
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  prairie = await foundOffice(test, 'Prairie Advocates', { roles: ['director', 'intake', 'attorney'] });
  intake = office.api.intake;
  api = office.api.attorney;
}, 60_000);
afterAll(() => test.close());

const body = (given: string, family: string, more: object = {}) => ({
  name: { given, family },
  birth: '1975-03-02',
  aNumber: 'A997000111',
  language: 'hmn',
  contact: { kind: 'phone', value: '+1 212 555 0142', safeToContact: false },
  story: 'He was told to report with his passport.',
  nextKind: 'check_in',
  nextOn: '2199-01-05',
  detained: 'no',
  ...more,
});
const act = (as: Api, id: string, verb: string, version: number, more: object = {}) =>
  as.post(`/referrals/${id}/${verb}`, more, { ifMatch: version });

describe('a referral that staff enter', () => {
  it('shows name and birth date only, until conflicts are cleared', async () => {
    const answer = await intake.post('/referrals', body('Juniper', 'Clearable'));
    expect([answer.status, answer.headers.etag]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      state: 'new',
      origin: 'staff',
      name: { full: 'Juniper Clearable' },
      birth: '1975-03-02',
      cleared: false,
      details: null,
      hits: [],
    });
    const raw = JSON.stringify([answer.body, (await intake.get(`/referrals/${answer.body.id}`)).body]);
    expect(raw).not.toMatch(/passport|555 0142|997|hmn|2199/);
    const cleared = await act(intake, answer.body.id, 'conflict-check', 1);
    expect(cleared.body).toMatchObject({
      state: 'conflict_check',
      cleared: true,
      details: {
        story: 'He was told to report with his passport.',
        language: 'hmn',
        aNumberMasked: 'A•••-•••-111',
        contact: { kind: 'phone', value: '+1 212 555 0142', safeToContact: false },
        nextKind: 'check_in',
        nextOn: '2199-01-05',
        detained: 'no',
      },
    });
  });

  it('becomes a client with a first case, and is then seen by those who see the client', async () => {
    const made = await intake.created(
      '/referrals',
      body('Maple', 'Becoming', { otherNames: ['Maple Earlier'] }),
    );
    expect((await act(intake, made.id, 'accept', 1, { case: { type: 'advice_only' } })).status).toBe(422);
    await act(intake, made.id, 'conflict-check', 1);
    const accepted = await act(intake, made.id, 'accept', 2, { case: { type: 'advice_only' } });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    const client = await intake.read(`/clients/${accepted.body.clientId}`);
    expect(client).toMatchObject({
      name: { given: 'Maple', family: 'Becoming' },
      aliases: [{ name: 'Maple Earlier', kind: 'alias' }],
      birth: '1975-03-02',
      languages: ['hmn'],
      contacts: [expect.objectContaining({ value: '+1 212 555 0142', safeToContact: false })],
    });
    expect((await api.get(`/referrals/${made.id}`)).status).toBe(404);
    expect((await office.api.director.get(`/referrals/${made.id}`)).status).toBe(200);
    expect((await act(intake, made.id, 'decline', 3, { code: 'other' })).body.code).toBe('state_not_next');
  });

  it('waits while a hit is not decided, and stays shut when a conflict is confirmed', async () => {
    await addOfficeParty(api, { kind: 'opposing_party', name: 'Kub Thoj' });
    const made = await intake.created('/referrals', body('Kou', 'Thao', { aNumber: null }));
    const [hit] = made.hits;
    expect(hit).toMatchObject({ gravity: 'adverse', decision: 'open' });
    const waiting = (await act(intake, made.id, 'conflict-check', 1)).body;
    expect([waiting.cleared, waiting.details]).toEqual([false, null]);
    await api.ok(
      'POST',
      `/conflicts/${hit.id}/decision`,
      { decision: 'waived', reason: 'Both agreed' },
      { ifMatch: 1 },
    );
    expect((await act(intake, made.id, 'conflict-check', 2)).body.cleared).toBe(true);
    const confirmed = { decision: 'confirmed', reason: 'The very same' };
    await api.ok('POST', `/conflicts/${hit.id}/decision`, confirmed, { ifMatch: 2 });
    const shut = (await act(intake, made.id, 'conflict-check', 3)).body;
    expect([shut.cleared, shut.details]).toEqual([false, null]);
    const refused = await act(intake, made.id, 'accept', 4, { case: { type: 'advice_only' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'conflicts_open']);
  });

  it('hands its decisions on to the client it becomes', async () => {
    const first = await addClient(api, { name: { given: 'Bounmy', family: 'Witnessed' }, aNumber: null });
    await addParty(api, first.id, { kind: 'witness', name: 'Saffron Decidedly' });
    const made = await api.created('/referrals', body('Saffron', 'Decidedly', { aNumber: null }));
    const reason = { decision: 'no_conflict', reason: 'Another birth year' };
    await api.ok('POST', `/conflicts/${made.hits[0].id}/decision`, reason, { ifMatch: 1 });
    await act(api, made.id, 'conflict-check', 1);
    const { body: done } = await act(api, made.id, 'accept', 2, { case: { type: 'advice_only' } });
    const { hits } = await api.read(`/clients/${done.clientId}/conflicts`);
    expect(hits.map((hit: Json) => [hit.decision, hit.decisions[0]?.reason])).toEqual([
      ['no_conflict', 'Another birth year'],
    ]);
  });

  it('is sealed under a key of its own and forgotten when its day has passed', async () => {
    const made = await intake.created('/referrals', body('Sorrel', 'Forgettable', { aNumber: null }));
    const declined = await act(intake, made.id, 'decline', 1, {
      code: 'no_capacity',
      note: 'Told to call Prairie',
    });
    expect(declined.body).toMatchObject({
      state: 'declined',
      details: null,
      decision: {
        code: 'no_capacity',
        note: 'Told to call Prairie',
        keepUntil: expect.stringMatching(/^\d{4}-/),
      },
    });
    const stored = await asAdmin(test, (admin) =>
      admin.query('SELECT row_to_json(r)::text AS text FROM app.referral r WHERE id = $1', [made.id]),
    );
    expect(stored.rows[0].text).not.toMatch(/Sorrel|Forgettable|Prairie|passport/);
    expect(await test.app.get(ReferralDuty).run()).toBe(0);
    await asAdmin(test, (admin) =>
      admin.query(`UPDATE app.referral SET keep_until = '2001-01-01' WHERE id = $1`, [made.id]),
    );
    expect(await test.app.get(ReferralDuty).run()).toBe(1);
    expect(await test.app.get(ReferralDuty).run()).toBe(0);
    expect((await intake.read(`/referrals/${made.id}`)).name.full).toBe('');
    const client = await addClient(api, { name: { given: 'Sorrel', family: 'Forgettable' }, aNumber: null });
    expect((await api.read(`/clients/${client.id}/conflicts`)).hits).toEqual([]);
  });
});

describe('the public form', () => {
  const visitor = (path: string, payload: object, peer = '203.0.113.7') =>
    test.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, remoteAddress: peer });
  async function open(): Promise<string> {
    const { url } = await office.api.director.created('/intake/link');
    return url.split('/intake/')[1];
  }
  async function filledIn(token: string, more: object = {}): Promise<Json> {
    const form = (await visitor('/public-intake/form', { token })).json();
    const solution = await solveChallenge({ challenge: JSON.parse(form.challenge), deriveKey });
    return {
      ...body('Quill', 'Publicly'),
      token,
      formLanguage: 'es',
      challenge: form.challenge,
      solution: JSON.stringify(solution),
      consent: true,
      ...more,
    };
  }
  const known = async () =>
    (await intake.read('/referrals')).items.filter((one: Json) => one.origin === 'public');

  it('lands as a referral of which staff see name and birth date only', async () => {
    const token = await open();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const form = await visitor('/public-intake/form', { token });
    expect(form.json()).toMatchObject({ organisation: 'Harbor Defenders', languages: ['en', 'es'] });
    const answer = await visitor('/public-intake', await filledIn(token));
    expect([answer.statusCode, answer.json()]).toEqual([202, { received: true }]);
    const [one] = await known();
    expect(one).toMatchObject({ name: 'Quill Publicly', birth: '1975-03-02', cleared: false });
    expect((await intake.read(`/referrals/${one.id}`)).details).toBeNull();
  });

  it('answers the same whoever asks for help, known or not', async () => {
    const token = await open();
    await addClient(api, { name: { given: 'Tansy', family: 'Alreadyhere' }, aNumber: 'A997000777' });
    const answers = [
      await visitor(
        '/public-intake',
        await filledIn(token, { name: { given: 'Tansy', family: 'Alreadyhere' }, aNumber: 'A997000777' }),
      ),
      await visitor(
        '/public-intake',
        await filledIn(token, { name: { given: 'Zephyr', family: 'Nobodyknows' } }),
      ),
      await visitor('/public-intake', await filledIn(token, { aNumber: 'cannot be read' })),
      await visitor('/public-intake', await filledIn(token, { website: 'https://spam.example' })),
    ].map((one) => `${one.statusCode} ${one.body}`);
    expect(new Set(answers).size).toBe(1);
    expect((await known()).map((one: Json) => one.name)).not.toContain('spam');
    expect(await known()).toHaveLength(4);
  });

  it('takes a piece of work once, for its own link, and none that is made up', async () => {
    const token = await open();
    const once = await filledIn(token);
    expect((await visitor('/public-intake', once)).statusCode).toBe(202);
    const faults = [
      once,
      await filledIn(token, { solution: '{"counter":1,"derivedKey":"00"}' }),
      await filledIn(token, { challenge: '{}' }),
      { ...(await filledIn(token)), solution: 'no JSON' },
    ];
    for (const one of faults) {
      const answer = await visitor('/public-intake', one);
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'challenge_failed']);
    }
    const cheap = await filledIn(token);
    const challenge = JSON.parse(cheap.challenge);
    challenge.parameters.cost = 1;
    const solution = await solveChallenge({ challenge, deriveKey });
    const cheated = { ...cheap, challenge: JSON.stringify(challenge), solution: JSON.stringify(solution) };
    expect((await visitor('/public-intake', cheated)).statusCode).toBe(422);
  });

  it('dies with its link, and a dead link is as one that never was', async () => {
    const old = await open();
    const late = await filledIn(old);
    const fresh = await open();
    const answers = [
      await visitor('/public-intake/form', { token: old }),
      await visitor('/public-intake/form', { token: 'never-was' }),
      await visitor('/public-intake', late),
    ].map((one) => one.json());
    expect(answers.map((one) => [one.status, one.code])).toEqual(Array(3).fill([404, 'not_found']));
    expect((await visitor('/public-intake', { ...late, token: fresh })).json().code).toBe('challenge_failed');
    expect((await office.api.director.delete('/intake/link')).status).toBe(204);
    expect((await visitor('/public-intake/form', { token: fresh })).statusCode).toBe(404);
    expect(await intake.read('/intake/doors')).toMatchObject({ open: false });
  });

  it('needs consent, and takes no more than ten an hour from one address', async () => {
    const token = await open();
    expect((await visitor('/public-intake', await filledIn(token, { consent: false }))).statusCode).toBe(422);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push(
        (await visitor('/public-intake', await filledIn(token, { website: 'x' }), '198.51.100.9')).statusCode,
      );
    expect(statuses).toEqual([...Array(10).fill(202), 429]);
    expect(
      (await visitor('/public-intake', await filledIn(token, { website: 'x' }), '198.51.100.10')).statusCode,
    ).toBe(202);
    expect(test.logged()).not.toMatch(/198\.51\.100|Quill|555 0142/);
  });
});

describe('a referral to another organisation', () => {
  it('goes only where it is welcome, and carries only what the client agreed to', async () => {
    const client = await addClient(api, {
      name: { given: 'Kestrel', family: 'Crossing' },
      aliases: [{ name: 'Kestrel Hidden', kind: 'alias' }],
      aNumber: 'A997000333',
      birth: '1980-05-06',
      languages: ['lo'],
    });
    const send = (more: object = {}) =>
      api.post(`/clients/${client.id}/sent-referrals`, {
        toOrganisationId: prairie.orgId,
        fields: ['birth', 'story'],
        story: 'Needs a petition for review.',
        consentedOn: '2026-01-05',
        consentNote: 'Signed form',
        ...more,
      });
    expect((await api.read('/intake/partners')).items).toEqual([]);
    expect((await send()).status).toBe(422);
    await prairie.api.director.ok('PUT', '/intake/settings', { acceptsReferrals: true });
    expect((await api.read('/intake/partners')).items).toEqual([
      { id: prairie.orgId, name: 'Prairie Advocates' },
    ]);
    const sent = await send();
    expect([sent.status, sent.body.items[0].outcome]).toEqual([201, 'received']);
    const [there] = (await prairie.api.intake.read('/referrals')).items;
    expect(there).toMatchObject({
      name: 'Kestrel Crossing',
      birth: '1980-05-06',
      fromName: 'Harbor Defenders',
    });
    const { body: cleared } = await act(prairie.api.intake, there.id, 'conflict-check', 1);
    expect(cleared.details).toEqual({
      otherNames: [],
      aNumberMasked: null,
      language: null,
      contact: null,
      otherContacts: [],
      otherLanguages: [],
      story: 'Needs a petition for review.',
      dates: [],
      nextKind: null,
      nextOn: null,
      detained: null,
      detainedAt: null,
    });
    const stored = await asAdmin(test, (admin) =>
      admin.query('SELECT a_number_index FROM app.referral WHERE id = $1', [there.id]),
    );
    expect(stored.rows[0].a_number_index).toBeNull();
  });

  it('lets the sender see whether the person was taken on, and nothing else of it', async () => {
    const client = await addClient(api, { name: { given: 'Meadow', family: 'Outcome' }, aNumber: null });
    const { items } = await api.created(`/clients/${client.id}/sent-referrals`, {
      toOrganisationId: prairie.orgId,
      fields: [],
      consentedOn: '2026-01-05',
    });
    const [there] = (await prairie.api.intake.read('/referrals')).items;
    expect(there.id).toBe(items[0].id);
    await act(prairie.api.intake, there.id, 'decline', 1, { code: 'no_capacity', note: 'Private reason' });
    const seen = await api.read(`/clients/${client.id}/sent-referrals`);
    expect(seen.items[0]).toMatchObject({ outcome: 'declined', toName: 'Prairie Advocates' });
    expect(JSON.stringify(seen)).not.toMatch(/Private|no_capacity/);
    expect((await api.get(`/referrals/${there.id}`)).status).toBe(404);
    expect((await prairie.api.intake.get(`/clients/${client.id}`)).status).toBe(404);
  });
});

describe('somebody whom the office does not take on', () => {
  const asks = {
    name: { given: 'Linnet', family: 'Onward' },
    birth: '1979-02-03',
    aNumber: 'A997000444',
    otherNames: ['Linnet Hidden'],
    language: 'lo',
    contact: { kind: 'phone', value: '+1 212 555 0142', safeToContact: true },
    story: 'Was told to report on Friday.',
    nextKind: 'check_in',
    nextOn: '2027-01-15',
    detained: 'no',
  };
  const pass = (id: string, version: number, more: object = {}) =>
    api.post(
      `/referrals/${id}/pass-on`,
      {
        ...{ toOrganisationId: prairie.orgId, fields: ['birth', 'story', 'contacts', 'next_date'] },
        ...{ consentedOn: '2026-01-05', code: 'no_capacity', note: 'By telephone', ...more },
      },
      { ifMatch: version },
    );

  it('is passed on with what they agreed to, unread, and closed here', async () => {
    const { id, version } = await api.created<Json>('/referrals', asks);
    expect((await pass(id, version, { toOrganisationId: office.orgId })).status).toBe(422);
    expect((await pass(id, version, { consentedOn: '2099-01-05' })).status).toBe(422);
    expect((await pass(id, version + 1)).status).toBe(412);
    expect((await prairie.api.intake.post(`/referrals/${id}/pass-on`, {}, { ifMatch: 1 })).status).toBe(422);
    const passed = await pass(id, version);
    expect(passed).toMatchObject({
      status: 200,
      body: {
        state: 'referred_elsewhere',
        details: null,
        decision: { code: 'no_capacity', note: 'By telephone' },
        passedOn: {
          toName: 'Prairie Advocates',
          fields: ['birth', 'story', 'contacts', 'next_date'],
          outcome: 'received',
        },
      },
    });
    const there = (await prairie.api.intake.read('/referrals')).items.find(
      (item: Json) => item.name === 'Linnet Onward',
    );
    expect(there).toMatchObject({ birth: '1979-02-03', fromName: 'Harbor Defenders' });
    const { body: cleared } = await act(prairie.api.intake, there.id, 'conflict-check', 1);
    expect(cleared.details).toMatchObject({
      ...{ otherNames: [], aNumberMasked: null, language: null, story: asks.story, contact: asks.contact },
      ...{ nextKind: 'check_in', nextOn: '2027-01-15', detained: null },
    });
    expect((await pass(id, passed.body.version)).status).toBe(422);
    await act(prairie.api.intake, there.id, 'decline', cleared.version, {
      code: 'other',
      note: 'Private reason',
    });
    const seen = await api.read(`/referrals/${id}`);
    expect(seen.passedOn.outcome).toBe('declined');
    expect(JSON.stringify(seen)).not.toMatch(/Private|Friday/);
  });
});

describe('a duplicate on entry', () => {
  const ask = (input: object, as = api): Promise<Json> => as.ok('POST', '/clients/duplicates', input);

  it('is found by the A-number with eight or nine digits, and by name and birth date', async () => {
    const client = await addClient(api, {
      name: { given: 'Mai', family: 'Vang' },
      aNumber: 'A097000555',
      birth: '1971-04-05',
    });
    const name = { given: 'Somebody', family: 'Else' };
    expect((await ask({ name, aNumber: '97000555' })).items).toEqual([
      { client: { id: client.id, name: 'Mai Vang' }, birth: '1971-04-05', how: 'a_number', sameBirth: false },
    ]);
    const vaj = { given: 'Maiv', family: 'Vaj' };
    expect((await ask({ name: vaj, birth: '1971-04-05' })).items[0]).toMatchObject({
      how: 'spelling',
      sameBirth: true,
    });
    expect((await ask({ name: vaj, birth: '1971' })).items).toHaveLength(1);
    expect((await ask({ name: vaj, birth: '1990-01-01' })).items).toEqual([]);
  });

  it('is not told of a client that whoever asks does not see', async () => {
    const other = (await office.employ('attorney', { name: 'Ada Second' })).api;
    await addClient(other, { name: { given: 'Phetsarath', family: 'Unseen' }, aNumber: 'A997000666' });
    expect(
      (await ask({ name: { given: 'Petsarath', family: 'Unseen' }, aNumber: 'A997000666' })).items,
    ).toEqual([]);
    expect((await ask({ name: { given: 'Petsarath', family: 'Unseen' } }, other)).items).toHaveLength(1);
  });
});
