import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { addClient, addContact, type AddedClient, type ClientWishes } from './support/factories/client';
import { addIdentifier } from './support/factories/person';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let api: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  api = office.api.attorney;
});
afterAll(() => test.close());

const add = (wishes: ClientWishes = {}): Promise<AddedClient> => addClient(api, wishes);
const at = (client: AddedClient, rest = ''): string => `/clients/${client.id}${rest}`;

async function find(q: string): Promise<Json[]> {
  return (await api.ok('POST', '/search', { q })).items;
}
const idsOf = async (q: string): Promise<string[]> => (await find(q)).map((hit) => hit.clientId);
const fieldErrors = (body: Json): Json => (body.errors ?? []).map((error: Json) => [error.path, error.code]);

async function stored(sql: string, values: unknown[]): Promise<string> {
  const { rows } = await asAdmin(test, (admin) => admin.query(sql, values));
  return rows
    .map((row) =>
      Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
        .join(' '),
    )
    .join('\n');
}

describe('names', () => {
  it('stand in their own script beside the Latin one, with kinds and when they were used', async () => {
    const client = await add({
      name: { given: 'Dara', family: 'Soktest' },
      aliases: [
        { name: 'សុខ តារា', kind: 'native_script' },
        { name: 'Dara Oak', kind: 'on_papers', usedFrom: '1981', usedUntil: '1994-06' },
        { name: 'Dada', kind: 'nickname' },
      ],
    });
    const seen = await api.read(at(client));
    expect(seen.nativeNames).toEqual(['សុខ តារា']);
    expect(seen.aliases.map((alias: Json) => [alias.kind, alias.usedFrom, alias.usedUntil])).toEqual([
      ['native_script', null, null],
      ['on_papers', '1981', '1994-06'],
      ['nickname', null, null],
    ]);
    expect((await office.api.auditor.read(at(client))).nativeNames).toEqual([]);
  });

  it.each([
    ['Khmer', 'ចាន់ បុប្ផា', ['ចាន់', 'បុប្ផា', 'បុប្']],
    ['Lao', 'ສີສະຫວາດ ແກ້ວມະນີ', ['ສີສະ', 'ແກ້ວມະນີ']],
    ['Hmong in Pahawh', '𖬌𖬣𖬵 𖬇𖬰𖬧𖬵', ['𖬌𖬣𖬵', '𖬇𖬰']],
    ['Chinese', '歐陽明月', ['歐陽', '歐陽明月', '明月']],
    ['Vietnamese', 'Đặng Thị Thuỷ Tiên', ['Đặng Thuỷ Tiên', 'Dang Thuy Tien', 'dang tien']],
  ])('are found in %s', async (_language, name, queries) => {
    const client = await add({ aliases: [{ name, kind: 'native_script' }] });
    for (const query of queries) expect([query, await idsOf(query)]).toEqual([query, [client.id]]);
  });

  it('of a Vietnamese are found with and without marks, whichever was recorded', async () => {
    const marked = await add({ name: { given: 'Hạnh', family: 'Vũquang' } });
    const plain = await add({ name: { given: 'Hanh', family: 'Vuquang' } });
    for (const query of ['vũquang hạnh', 'Vuquang Hanh', 'VUQUANG'])
      expect([query, (await idsOf(query)).sort()]).toEqual([query, [marked.id, plain.id].sort()]);
  });
});

describe('an A-number (trap 12)', () => {
  it('of 8 digits and the same of 9 digits are one person', async () => {
    const client = await add({ aNumber: 'A98111222' });
    for (const spelling of ['098111222', 'A98111222', 'a 098-111-222', 'A# 98 111 222'])
      expect([spelling, await idsOf(spelling)]).toEqual([spelling, [client.id]]);
    const revealed = await api.ok('POST', at(client, '/a-number/reveal'));
    expect(revealed.aNumber).toBe('A098-111-222');
    const again = await api.post(at(client, '/identifiers'), { kind: 'a_number', value: '098 111 222' });
    expect([again.status, fieldErrors(again.body)]).toEqual([422, [['value', 'recorded_already']]]);
  });

  it('can be a second one, and finds the same person', async () => {
    const client = await add();
    const second = await addIdentifier(api, client.id, { kind: 'a_number', value: 'A-97333444' });
    expect(second.masked).toBe('A•••-•••-444');
    expect(await find('097333444')).toEqual([
      expect.objectContaining({ clientId: client.id, matched: 'a_number' }),
    ]);
    const revealed = await api.ok('POST', at(client, `/identifiers/${second.id}/reveal`));
    expect(revealed.value).toBe('A097-333-444');
  });
});

describe('other numbers', () => {
  it('are checked by kind, sealed, masked, found exactly and revealed with an entry in the audit trail', async () => {
    const client = await add();
    const receipt = await addIdentifier(api, client.id, {
      kind: 'receipt',
      value: 'eac 97-123-54321',
      issuedBy: 'Vermont',
      note: 'On the old I-797',
    });
    expect(receipt).toMatchObject({ masked: '•••321', issuedBy: 'Vermont', note: 'On the old I-797' });
    const text = await stored('SELECT value, issued_by, note FROM app.client_identifier WHERE id = $1', [
      receipt.id,
    ]);
    for (const plain of ['EAC9712354321', 'Vermont', 'I-797']) expect(text).not.toContain(plain);
    for (const query of ['EAC9712354321', 'eac-97-123-54321'])
      expect(await find(query)).toEqual([
        expect.objectContaining({ clientId: client.id, matched: 'identifier' }),
      ]);
    const revealed = await api.ok('POST', at(client, `/identifiers/${receipt.id}/reveal`));
    expect(revealed).toEqual({ value: 'EAC9712354321' });
    const [entry] = JSON.parse(
      `[${await stored("SELECT to_jsonb(e) FROM app.audit_entry e WHERE client_id = $1 AND action = 'client.reveal'", [client.id])}]`,
    );
    expect(entry).toMatchObject({ client_id: client.id });
    expect(JSON.stringify(entry)).not.toContain('9712354321');
  });

  it.each([
    ['a_number', '1234567'],
    ['receipt', 'EAC123'],
    ['fbi', 'no digits'],
    ['state_id', 'A1'],
    ['fin', '12AB56'],
    ['passport', '12'],
    ['ssn_last4', '123'],
  ])('of another shape are refused: %s', async (kind, value) => {
    const client = await add();
    const answer = await api.post(at(client, '/identifiers'), { kind, value });
    expect([answer.status, fieldErrors(answer.body)]).toEqual([422, [['value', 'not_this_kind']]]);
    expect(JSON.stringify(answer.body)).not.toContain(value);
  });

  it('keep of a social security number the last four digits, which no mask shows', async () => {
    const client = await add();
    const whole = await api.post(at(client, '/identifiers'), { kind: 'ssn_last4', value: '987-65-4321' });
    expect([whole.status, fieldErrors(whole.body)]).toEqual([422, [['value', 'whole_ssn']]]);
    const kept = await addIdentifier(api, client.id, { kind: 'ssn_last4', value: '4321' });
    expect(kept.masked).toBe('••••');
    expect(await idsOf('4321')).toEqual([]);
  });

  it('are corrected by version, taken off, and never of another client', async () => {
    const client = await add();
    const number = await addIdentifier(api, client.id, { kind: 'state_id', value: 'NY 0123 4567 L' });
    const path = at(client, `/identifiers/${number.id}`);
    const edited = await api.patch(path, { value: 'NY01234568L', note: null }, { ifMatch: 1 });
    expect(edited.body).toMatchObject({ version: 2, masked: '•••68L' });
    expect((await api.patch(path, { note: 'late' }, { ifMatch: 1 })).status).toBe(412);
    const stranger = await add();
    expect((await api.post(at(stranger, `/identifiers/${number.id}/reveal`))).status).toBe(404);
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.read(at(client, '/identifiers'))).items).toEqual([]);
  });

  it('are not for volunteers and auditors', async () => {
    const client = await add();
    for (const role of ['volunteer', 'auditor'] as const)
      expect((await office.api[role].get(at(client, '/identifiers'))).status).toBe(
        role === 'auditor' ? 403 : 403,
      );
  });
});

describe('languages', () => {
  it('are kept with how well they are spoken and read, the interpreter and the dialect', async () => {
    const client = await add({ languages: ['en'], interpreterLanguage: null });
    const body = {
      languages: [
        { language: 'hmn', speaks: 'first', reads: 'no' },
        { language: 'lo', speaks: 'some' },
        { language: 'en', speaks: 'a_little', reads: 'a_little' },
      ],
      interpreterNeed: 'yes',
      interpreterLanguage: 'hmn',
      interpreterDialect: 'White Hmong, Sayaboury',
      literacy: 'cannot_read',
    };
    const answer = await api.put(at(client, '/languages'), body, { ifMatch: client.version });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        version: client.version + 1,
        languages: ['hmn', 'lo', 'en'],
        languageSkills: [
          { language: 'hmn', speaks: 'first', reads: 'no' },
          { language: 'lo', speaks: 'some', reads: null },
          { language: 'en', speaks: 'a_little', reads: 'a_little' },
        ],
        interpreterNeed: 'yes',
        interpreterLanguage: 'hmn',
        interpreterDialect: 'White Hmong, Sayaboury',
        literacy: 'cannot_read',
      }),
    ]);
    expect(
      await stored('SELECT interpreter_dialect FROM app.client WHERE id = $1', [client.id]),
    ).not.toContain('Sayaboury');
    expect((await api.put(at(client, '/languages'), body, { ifMatch: client.version })).status).toBe(412);
    const shorter = await api.patch(at(client), { languages: ['hmn'] }, { ifMatch: client.version + 1 });
    expect(shorter.body.languageSkills).toEqual([{ language: 'hmn', speaks: 'first', reads: 'no' }]);
  });

  it('name no interpreter where none is needed, and no language twice', async () => {
    const client = await add();
    const none = await api.put(
      at(client, '/languages'),
      { languages: [], interpreterNeed: 'no', interpreterLanguage: 'km' },
      { ifMatch: client.version },
    );
    expect([none.status, fieldErrors(none.body)]).toEqual([422, [['interpreterLanguage', 'none_needed']]]);
    const twice = await api.put(
      at(client, '/languages'),
      { languages: [{ language: 'km' }, { language: 'km' }] },
      { ifMatch: client.version },
    );
    expect(twice.status).toBe(422);
  });
});

describe('ways to reach the person', () => {
  it('say when, who answers, in which language and whether a message may be left', async () => {
    const client = await add({ contacts: [] });
    const details = {
      hours: 'after five, not on Fridays',
      whoAnswers: 'her daughter',
      language: 'lo',
      leaveMessage: false,
      confirmedOn: '2026-01-05',
    };
    const contact = await api.created(at(client, '/contacts'), {
      ...{ kind: 'phone', value: '+1 212 555 0142', safeToContact: true },
      ...details,
    });
    expect(contact).toMatchObject(details);
    const text = await stored('SELECT hours, who_answers FROM app.contact_point WHERE id = $1', [contact.id]);
    for (const plain of ['Fridays', 'daughter']) expect(text).not.toContain(plain);
    const future = await api.patch(
      at(client, `/contacts/${contact.id}`),
      { confirmedOn: '2199-01-01' },
      { ifMatch: 1 },
    );
    expect(fieldErrors(future.body)).toEqual([['confirmedOn', 'in_future']]);
  });

  it('keep what they said before they stopped being safe, whoever changed it', async () => {
    const client = await add({ contacts: [] });
    const { id } = await addContact(api, client.id, { value: '+1 212 555 0111', safeToContact: true });
    const path = at(client, `/contacts/${id}`);
    await api.patch(path, { hours: 'evenings' }, { ifMatch: 1 });
    await api.patch(path, { safeToContact: false }, { ifMatch: 2 });
    await api.patch(path, { value: '+1 212 555 0112' }, { ifMatch: 3 });
    const { items } = await api.read(`${path}/history`);
    expect(items.map((item: Json) => [item.value, item.safeToContact])).toEqual([
      ['+1 212 555 0111', false],
      ['+1 212 555 0111', true],
    ]);
    expect(items[0].changedBy).toBe(office.people.attorney.name);
  });

  it('stand in the order in which to try them', async () => {
    const client = await add({ contacts: [] });
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await addContact(api, client.id)).id);
    const turned = [...ids].reverse();
    const answer = await api.put(at(client, '/contacts/order'), { ids: turned });
    expect(answer.body.items.map((item: Json) => item.id)).toEqual(turned);
    expect((await api.read(at(client))).contacts.map((item: Json) => item.id)).toEqual(turned);
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1]], [...ids, client.id]])
      expect((await api.put(at(client, '/contacts/order'), { ids: wrong })).status).toBe(409);
  });
});
