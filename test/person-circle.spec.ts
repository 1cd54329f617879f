import { newScope, runInScope, UnitOfWork } from '@app/platform';
import { ConsentsService, type Telling } from '@app/clients';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addRelative, addTrustedContact, giveConsent } from './support/factories/person';

/** Family, pod, consents and the preparedness plan: the people around the client and what they may know. */
let test: TestApp;
let office: Office;
let api: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  api = office.api.attorney;
});
afterAll(() => test.close());

const add = (): Promise<AddedClient> => addClient(api);
const at = (client: { id: string }, rest = ''): string => `/clients/${client.id}${rest}`;
const faults = (body: Json): Json => (body.errors ?? []).map((error: Json) => [error.path, error.code]);

async function sealedText(table: string, clientId: string): Promise<string> {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query(`SELECT to_jsonb(t) AS row FROM app.${table} t WHERE client_id = $1`, [clientId]),
  );
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' && value.startsWith('\\x')
      ? Buffer.from(value.slice(2), 'hex').toString('latin1')
      : value,
  );
}

describe('family and household', () => {
  it('are kept sealed, with the reliefs for which a relative may count', async () => {
    const client = await add();
    const wife = await addRelative(api, client.id, {
      name: 'Tansy Secretname',
      relationship: 'spouse',
      status: 'lpr',
      birth: '1975-02',
      hardship: 'Dialysis three times a week',
      note: 'Works nights',
    });
    expect(wife).toMatchObject({
      version: 1,
      name: 'Tansy Secretname',
      birth: '1975-02',
      relationship: 'spouse',
      inHousehold: true,
      hardship: 'Dialysis three times a week',
      client: null,
    });
    expect(wife.qualifying.map(({ purpose }) => purpose)).toEqual([
      'cancellation',
      'waiver_212h',
      'waiver_212i',
      'waiver_unlawful_presence',
      'family_petition',
    ]);
    const brother = await addRelative(api, client.id, { relationship: 'sibling', status: 'none' });
    expect(brother.qualifying).toEqual([]);
    const text = await sealedText('related_person', client.id);
    for (const plain of ['Secretname', '1975-02', 'Dialysis', 'nights']) expect(text).not.toContain(plain);
  });

  it('count anew when a status or birth is corrected, and keep what was there', async () => {
    const client = await add();
    const child = await addRelative(api, client.id, { status: 'not_known', birth: null });
    expect(child.qualifying).toContainEqual(
      expect.objectContaining({ purpose: 'cancellation', questions: ['status', 'age'] }),
    );
    const path = at(client, `/family/${child.id}`);
    const edited = await api.patch(path, { status: 'usc', birth: '2016-01-01' }, { ifMatch: 1 });
    expect(edited.body.qualifying[0]).toMatchObject({ purpose: 'cancellation', questions: [] });
    expect((await api.patch(path, { note: 'late' }, { ifMatch: 1 })).status).toBe(412);
    const kept = await asAdmin(test, (admin) =>
      admin.query("SELECT was ->> 'status' AS status FROM app.row_history WHERE row_id = $1", [child.id]),
    );
    expect(kept.rows).toEqual([{ status: 'not_known' }]);
    const future = await api.patch(path, { birth: '2090' }, { ifMatch: 2 });
    expect(faults(future.body)).toEqual([['birth', 'in_future']]);
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.read(at(client, '/family'))).items).toEqual([]);
  });

  it('may be a client too, which is told only to who sees that client', async () => {
    const [client, cousin] = [await add(), await add()];
    const linked = await addRelative(api, client.id, { linkedClientId: cousin.id });
    expect(linked.client).toEqual({ id: cousin.id, name: cousin.name.full });
    const { paralegal } = office.api;
    const notSeen = at(client, '/family');
    expect((await paralegal.get(notSeen)).status).toBe(404);
    await joinTeam(api, client.caseId, office.people.paralegal.id);
    const [seen] = (await paralegal.read(notSeen)).items;
    expect(seen).toMatchObject({ id: linked.id, client: null });
    const edited = await paralegal.patch(
      at(client, `/family/${linked.id}`),
      { note: 'Kept' },
      { ifMatch: 1 },
    );
    expect(edited.body.client).toBeNull();
    expect((await api.read(notSeen)).items[0].client).toEqual({ id: cousin.id, name: cousin.name.full });
  });

  it('cannot be linked to a client out of sight, in the words of one that is not there', async () => {
    const client = await addClient(office.api.paralegal);
    const hidden = await add();
    const wish = { name: 'A Cousin', relationship: 'other', status: 'not_known' };
    const link = (linkedClientId: string) =>
      office.api.paralegal.post(at(client, '/family'), { ...wish, linkedClientId });
    const [secret, nobody] = [await link(hidden.id), await link('018f3c5e-0000-7000-8000-00000000abcd')];
    expect(faults(secret.body)).toEqual([['linkedClientId', 'unknown_client']]);
    const said = ({ status, body }: Json): Json => [status, body.code, body.detail, body.errors];
    expect(said(secret)).toEqual(said(nobody));
    expect(faults((await link(client.id)).body)).toEqual([['linkedClientId', 'same_client']]);
  });
});

describe('the consent register', () => {
  it('says who may be told what, by which channel, until when and how it was given', async () => {
    const client = await add();
    const aunt = await addTrustedContact(api, client.id, { name: 'Sage Auntname' });
    const consent = await giveConsent(api, client.id, {
      recipientKind: 'trusted_contact',
      recipientName: null,
      recipientId: aunt.id,
      scopes: ['detention', 'hearing_dates'],
      channels: ['phone', 'in_person'],
      fromOn: '2026-01-02',
      untilOn: '2196-12-31',
      givenHow: 'oral',
      givenLanguage: 'hmn',
      documentReference: 'Blue folder, page 3',
      note: 'Through the interpreter',
    });
    expect(consent).toMatchObject({
      recipient: { kind: 'trusted_contact', id: aunt.id, name: 'Sage Auntname' },
      scopes: ['detention', 'hearing_dates'],
      channels: ['phone', 'in_person'],
      untilOn: '2196-12-31',
      givenHow: 'oral',
      givenLanguage: 'hmn',
      documentReference: 'Blue folder, page 3',
      state: 'in_force',
      recordedBy: office.people.attorney.name,
      revoked: null,
      can: { revoke: true },
    });
    await giveConsent(api, client.id, { recipientName: 'The Bugle newspaper', recipientKind: 'media' });
    const text = await sealedText('consent', client.id);
    for (const plain of ['Bugle', 'Blue folder', 'interpreter']) expect(text).not.toContain(plain);
    const [pod] = (await api.read(at(client, '/trusted-contacts'))).items;
    expect(pod.mayKnow).toEqual([
      expect.objectContaining({ scopes: ['detention', 'hearing_dates'], channels: ['phone', 'in_person'] }),
    ]);
  });

  it('is never edited: one is revoked for good, or replaced, and both stay', async () => {
    const client = await add();
    const first = await giveConsent(api, client.id, { scopes: ['everything'] });
    const second = await giveConsent(api, client.id, { scopes: ['case_status'], replacesId: first.id });
    const path = at(client, `/consents/${second.id}`);
    expect((await api.patch(path, { scopes: ['everything'] }, { ifMatch: 1 })).status).toBe(404);
    expect((await api.post(`${path}/revoke`, {}, { ifMatch: 7 })).status).toBe(412);
    const revoked = await api.ok('POST', `${path}/revoke`, { reason: 'Asked us to stop' }, { ifMatch: 1 });
    expect(revoked).toMatchObject({
      state: 'revoked',
      revoked: { reason: 'Asked us to stop', by: office.people.attorney.name, replacedBy: null },
      can: { revoke: false },
    });
    expect((await api.post(`${path}/revoke`, {}, { ifMatch: 2 })).body.code).toBe('revoked_already');
    const { items } = await api.read(at(client, '/consents'));
    expect(items.map((item: Json) => [item.id, item.state, item.revoked?.replacedBy ?? null])).toEqual([
      [second.id, 'revoked', null],
      [first.id, 'revoked', second.id],
    ]);
    for (const sql of [
      "UPDATE app.consent SET scopes = ARRAY['everything'] WHERE id = $1",
      "UPDATE app.consent SET until_on = '2199-01-01' WHERE id = $1",
      'UPDATE app.consent SET revoked_on = NULL, revoked_by = NULL, revoked_at = NULL WHERE id = $1',
    ])
      await expect(asAdmin(test, (admin) => admin.query(sql, [second.id]))).rejects.toThrow(/never edited/);
  });

  it('stands differently on different days', async () => {
    const client = await add();
    await giveConsent(api, client.id, { fromOn: '2026-02-01', untilOn: '2026-03-31' });
    const on = async (day: string): Promise<string> =>
      (await api.read(at(client, `/consents?on=${day}`))).items[0].state;
    expect([
      await on('2026-01-31'),
      await on('2026-02-01'),
      await on('2026-03-31'),
      await on('2026-04-01'),
    ]).toEqual(['not_yet', 'in_force', 'in_force', 'ended']);
  });

  it('refuses what makes no sense', async () => {
    const client = await add();
    const other = await addTrustedContact(api, (await add()).id);
    const wish = { scopes: ['health'], channels: ['phone'], fromOn: '2026-01-02', givenHow: 'oral' };
    const refusal = async (more: object) =>
      faults((await api.post(at(client, '/consents'), { ...wish, ...more })).body);
    expect(await refusal({ recipientKind: 'media' })).toEqual([['recipientName', 'required']]);
    expect(await refusal({ recipientKind: 'relative' })).toEqual([['recipientId', 'unknown_recipient']]);
    expect(await refusal({ recipientKind: 'trusted_contact', recipientId: other.id })).toEqual([
      ['recipientId', 'unknown_recipient'],
    ]);
    expect(await refusal({ recipientKind: 'media', recipientName: 'X', untilOn: '2026-01-01' })).toEqual([
      ['untilOn', 'before_begin'],
    ]);
    expect((await refusal({ recipientKind: 'media', recipientName: 'X', scopes: [] }))[0][0]).toBe('scopes');
  });

  /** What later messages will ask before they say anything. */
  async function allows(client: AddedClient, telling: Telling): Promise<boolean> {
    const { id, role } = office.people.attorney;
    const actor = {
      orgId: office.orgId,
      userId: id,
      role,
      proofId: null,
      kind: 'session',
      scopes: null,
    } as const;
    const use = { action: 'test', rule: 'none', aboutClient: false } as const;
    return runInScope(newScope('test', actor), () =>
      test.app
        .get(UnitOfWork)
        .run(use, () => test.app.get(ConsentsService, { strict: false }).allows(client.id, telling)),
    );
  }

  it('answers whether somebody may be told something now, and no when in doubt', async () => {
    const client = await add();
    const [friend, stranger] = [
      await addTrustedContact(api, client.id),
      await addTrustedContact(api, client.id),
    ];
    const consent = await giveConsent(api, client.id, {
      ...{ recipientKind: 'trusted_contact', recipientName: null, recipientId: friend.id },
      ...{ scopes: ['detention'], channels: ['phone'], fromOn: '2026-02-01', untilOn: '2196-03-31' },
    });
    const asked: Telling = { recipientId: friend.id, scope: 'detention', channel: 'phone', on: '2026-02-15' };
    expect(await allows(client, asked)).toBe(true);
    for (const other of [
      { scope: 'health' },
      { channel: 'text_message' },
      { on: '2026-01-31' },
      { on: '2196-04-01' },
      { recipientId: stranger.id },
      { recipientId: null },
    ] as Partial<Telling>[])
      expect([other, await allows(client, { ...asked, ...other })]).toEqual([other, false]);
    const today = { ...asked, on: dayFromNow(0) };
    expect(await allows(client, today)).toBe(true);
    await api.ok('POST', at(client, `/consents/${consent.id}/revoke`), {}, { ifMatch: 1 });
    expect(await allows(client, { ...asked, on: dayFromNow(1) })).toBe(false);
  });

  it('lets somebody with consent to everything know each thing, and nobody who left the pod', async () => {
    const client = await add();
    const friend = await addTrustedContact(api, client.id);
    await giveConsent(api, client.id, {
      ...{
        recipientKind: 'trusted_contact',
        recipientName: null,
        recipientId: friend.id,
        scopes: ['everything'],
      },
    });
    const asked: Telling = { recipientId: friend.id, scope: 'money', channel: 'phone', on: '2026-06-01' };
    expect(await allows(client, asked)).toBe(true);
    await api.delete(at(client, `/trusted-contacts/${friend.id}`));
    expect(await allows(client, asked)).toBe(false);
    expect((await api.read(at(client, '/consents'))).items[0].recipient.name).toBe('Linden Nobody');
  });
});

describe('trusted contacts', () => {
  it('have a role, safe and unsafe telephones, a language and their own consent to be called', async () => {
    const client = await add();
    const contact = await addTrustedContact(api, client.id, {
      ...{ name: 'Cedar Podname', role: 'caregiver', relationship: 'sister-in-law', language: 'lo' },
      ...{ agreedOn: '2026-01-04', note: 'Has the key' },
      phones: [
        { value: '+1 212 555 0170', label: 'mobile', safe: true },
        { value: '+1 212 555 0171', safe: false },
      ],
    });
    expect(contact).toMatchObject({
      ...{
        callOrder: 1,
        name: 'Cedar Podname',
        role: 'caregiver',
        relationship: 'sister-in-law',
        language: 'lo',
      },
      ...{ agreedOn: '2026-01-04', note: 'Has the key', mayKnow: [] },
      phones: [
        { value: '+1 212 555 0170', label: 'mobile', safe: true },
        { value: '+1 212 555 0171', label: null, safe: false },
      ],
    });
    const text =
      (await sealedText('trusted_contact', client.id)) +
      (await sealedText('trusted_contact_phone', client.id));
    for (const plain of ['Podname', 'sister-in-law', 'key', '555 0170']) expect(text).not.toContain(plain);
    const path = at(client, `/trusted-contacts/${contact.id}`);
    const edited = await api.patch(
      path,
      { phones: [{ value: '+1 212 555 0172', safe: true }] },
      { ifMatch: 1 },
    );
    expect(edited.body.phones).toEqual([{ value: '+1 212 555 0172', label: null, safe: true }]);
    const future = await api.patch(path, { agreedOn: '2199-01-01' }, { ifMatch: 2 });
    expect(faults(future.body)).toEqual([['agreedOn', 'in_future']]);
    expect((await api.patch(path, { note: 'late' }, { ifMatch: 1 })).status).toBe(412);
  });

  it('are called in the order that is set, which closes up when somebody leaves', async () => {
    const client = await add();
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three'])
      ids.push((await addTrustedContact(api, client.id, { name })).id);
    const turned = [ids[2], ids[0], ids[1]];
    const answer = await api.put(at(client, '/trusted-contacts/order'), { ids: turned });
    expect(answer.body.items.map((item: Json) => [item.name, item.callOrder])).toEqual([
      ['Three', 1],
      ['One', 2],
      ['Two', 3],
    ]);
    const stale = await api.put(at(client, '/trusted-contacts/order'), { ids: ids.slice(1) });
    expect([stale.status, stale.body.code]).toEqual([409, 'pod_changed']);
    await api.delete(at(client, `/trusted-contacts/${ids[2]}`));
    const { items } = await api.read(at(client, '/trusted-contacts'));
    expect(items.map((item: Json) => [item.name, item.callOrder])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
    expect((await addTrustedContact(api, client.id)).callOrder).toBe(3);
  });
});

describe('the preparedness plan', () => {
  const sections = ['children', 'medicines', 'home', 'work', 'money', 'documents', 'phone_numbers'];

  it('asks every family the same, and counts what is done', async () => {
    const client = await add();
    const empty = await api.read(at(client, '/plan'));
    expect(empty.sections.map((section: Json) => section.section)).toEqual(sections);
    expect([empty.done, empty.savedAt]).toEqual([0, null]);
    const put = (item: string, body: object, ifMatch = 0) =>
      api.put(at(client, `/plan/items/${item}`), body, { ifMatch });
    const saved = await put('caregiver_affidavit', {
      state: 'done',
      text: 'Signed before a notary',
      doneOn: '2026-01-09',
    });
    expect(saved.body).toMatchObject({
      ...{
        item: 'caregiver_affidavit',
        version: 1,
        section: 'children',
        state: 'done',
        doneOn: '2026-01-09',
      },
      ...{ text: 'Signed before a notary', by: office.people.attorney.name },
    });
    await put('pets', { state: 'not_needed' });
    const plan = await api.read(at(client, '/plan'));
    expect([plan.done, plan.needed]).toEqual([1, empty.needed - 1]);
    expect(await sealedText('plan_entry', client.id)).not.toContain('notary');
    expect((await put('no_such_item', { state: 'done' })).status).toBe(404);
    expect(faults((await put('keys', { state: 'done', doneOn: '2199-01-01' })).body)).toEqual([
      ['doneOn', 'in_future'],
    ]);
  });

  it('keeps every version of an item, and refuses one that somebody saved meanwhile', async () => {
    const client = await add();
    const path = at(client, '/plan/items/school_pickup');
    await api.put(path, { state: 'open', text: 'The grandmother' }, { ifMatch: 0 });
    expect((await api.put(path, { state: 'open', text: 'Nobody' }, { ifMatch: 0 })).status).toBe(412);
    await api.put(path, { state: 'done', text: 'The aunt' }, { ifMatch: 1 });
    const { items } = await api.read(path);
    expect(items.map((item: Json) => [item.version, item.text, item.state])).toEqual([
      [2, 'The aunt', 'done'],
      [1, 'The grandmother', 'open'],
    ]);
    expect(items[0].doneOn).toBe(dayFromNow(0));
  });

  it('saves an item once when two people save it at the same moment', async () => {
    const client = await add();
    const path = at(client, '/plan/items/keys');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => api.put(path, { state: 'open', text: `Try ${n}` }, { ifMatch: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  it('takes items of the family’s own, which can be taken off again', async () => {
    const client = await add();
    const own = await api.created(at(client, '/plan/items'), {
      ...{ section: 'home', title: 'Feed the chickens', state: 'open', text: 'Neighbour' },
    });
    expect(own).toMatchObject({ section: 'home', title: 'Feed the chickens', version: 1 });
    const path = at(client, `/plan/items/${own.item}`);
    const again = await api.put(path, { state: 'done' }, { ifMatch: 1 });
    expect(again.body).toMatchObject({ title: 'Feed the chickens', state: 'done', text: null, version: 2 });
    expect(await sealedText('plan_entry', client.id)).not.toContain('chickens');
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.get(path)).status).toBe(404);
    const home = (await api.read(at(client, '/plan'))).sections.find((one: Json) => one.section === 'home');
    expect(home.items.every((item: Json) => item.title === null)).toBe(true);
    expect((await api.delete(at(client, '/plan/items/keys'))).status).toBe(422);
  });
});
