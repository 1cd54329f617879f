import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { addClient, addContact, type AddedClient, type ClientWishes } from './support/factories/client';
import { joinTeam } from './support/factories/case';
import { goAlong, scheduleCheckIn } from './support/factories/check-in';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let other: Office;
let api: Api;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Prairie Advocates', { roles: ['attorney'] });
  api = office.api.attorney;
});
afterAll(() => test.close());

const add = (wishes: ClientWishes = {}): Promise<AddedClient> => addClient(api, wishes);
const read = (id: string, as = api) => as.read(`/clients/${id}`);

async function edit(id: string, change: object) {
  const { version } = await read(id);
  return api.patch(`/clients/${id}`, change, { ifMatch: version });
}

/** Ids that the search box finds, best first. */
async function find(q: string, as = api): Promise<string[]> {
  const { items } = await as.ok('POST', '/search', { q });
  return items.map((item: { clientId: string }) => item.clientId);
}

describe('a new client', () => {
  it('comes back as it was given', async () => {
    const body = {
      name: { given: 'Juniper', middle: 'Rain', family: 'Vang' },
      aliases: [
        { name: 'Juniper Vaj', kind: 'spelling' },
        { name: 'June', kind: 'alias' },
      ],
      birth: '1972-04',
      countryOfBirth: 'TH',
      citizenship: 'LA',
      languages: ['hmn', 'en'],
      interpreterLanguage: 'hmn',
      arrival: { on: '1980', manner: 'refugee' },
      contacts: [
        { kind: 'phone', value: '+1 212 555 0123', label: 'sister', safeToContact: false },
        { kind: 'email', value: 'june@example.org', safeToContact: true },
      ],
    } as const;
    const answer = await api.post('/clients', { ...body, case: { type: 'removal_defence' } });
    expect([answer.status, answer.headers.etag]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      version: 1,
      name: { ...body.name, full: 'Juniper Rain Vang' },
      aliases: body.aliases.map((alias) => alias),
      aNumber: null,
      birth: '1972-04',
      countryOfBirth: 'TH',
      citizenship: 'LA',
      languages: ['hmn', 'en'],
      interpreterLanguage: 'hmn',
      arrival: body.arrival,
      contacts: [
        { ...body.contacts[0], version: 1 },
        { ...body.contacts[1], label: null },
      ],
      can: { edit: true, reveal: false, seeContacts: true },
    });
    expect(await read(answer.body.id)).toEqual(answer.body);
  });

  it('needs no more than a name and a case', async () => {
    const { id } = await api.created('/clients', {
      name: { given: 'Only', family: 'Name' },
      case: { type: 'advice_only' },
    });
    expect(await read(id)).toMatchObject({
      birth: null,
      arrival: null,
      contacts: [],
      aliases: [],
      languages: [],
    });
  });

  it('may leave lists out, or say that they are empty', async () => {
    for (const nothing of [null, []]) {
      const body = { name: { given: 'Only', family: 'Name' }, case: { type: 'advice_only' } };
      const lists = { aliases: nothing, languages: nothing, contacts: nothing };
      const client = await api.created('/clients', { ...body, ...lists });
      expect(client).toMatchObject({ aliases: [], languages: [], contacts: [] });
    }
  });

  it('has a first case whose team is whoever added them and the responsible attorney', async () => {
    const { id } = await office.api.intake.created('/clients', {
      name: { given: 'Teamed', family: 'Up' },
      case: {
        type: 'clemency_and_reopening',
        responsibleId: office.people.attorney.id,
        openedOn: '2024-02-01',
      },
    });
    const { items } = await api.read(`/clients/${id}/cases`);
    expect(items).toEqual([
      expect.objectContaining({
        type: 'clemency_and_reopening',
        stage: 'intake',
        status: 'open',
        openedOn: '2024-02-01',
      }),
    ]);
    const { team, responsible } = await api.read(`/cases/${items[0].id}`);
    expect(responsible.id).toBe(office.people.attorney.id);
    expect(team.map((member: { user: { role: string } }) => member.user.role).sort()).toEqual([
      'attorney',
      'intake',
    ]);
  });

  it.each(['1972', '1972-04', '1972-04-30', '2000-02-29'])('may have the birth date %s', async (birth) => {
    const { id } = await add({ birth });
    expect((await read(id)).birth).toBe(birth);
  });

  it.each(['1972-4', '72', '1972-02-30', '2023-02-29', '1899', '30.04.1972', 'spring'])(
    'may not have the birth date %s',
    async (birth) => {
      const answer = await api.post('/clients', {
        name: { given: 'x', family: 'y' },
        birth,
        case: { type: 'advice_only' },
      });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'birth']);
    },
  );
});

describe('an A-number', () => {
  it.each([
    ['A12345678', 'A012-345-678'],
    ['087 654 321', 'A087-654-321'],
    ['A# 201-345-678', 'A201-345-678'],
    ['a202345678', 'A202-345-678'],
  ])('may be written %s', async (written, whole) => {
    const { id } = await add({ aNumber: written });
    expect((await api.post(`/clients/${id}/a-number/reveal`)).body).toEqual({ aNumber: whole });
  });

  it('is masked until it is revealed', async () => {
    const { id, caseId } = await add({ aNumber: 'A301-222-333' });
    expect((await read(id)).aNumber).toEqual({ masked: 'A•••-•••-333' });
    for (const path of [`/clients/${id}`, `/cases/${caseId}`, '/cases']) {
      expect(JSON.stringify((await api.get(path)).body)).not.toMatch(/301-?222|222-?333|301222/);
    }
    const hits = await api.ok('POST', '/search', { q: 'A301222333' });
    expect(JSON.stringify(hits)).not.toMatch(/301-?222|222-?333|301222/);
  });

  it('of eight digits is the same as with a leading zero, and belongs to one client of the office', async () => {
    await add({ aNumber: 'A31222333' });
    const again = await api.post('/clients', {
      name: { given: 'Same', family: 'Number' },
      aNumber: '031-222-333',
      case: { type: 'advice_only' },
    });
    expect([again.status, again.body.code, again.body.errors[0].path]).toEqual([
      409,
      'a_number_taken',
      'aNumber',
    ]);
    const second = await add();
    expect((await edit(second.id, { aNumber: 'A031222333' })).status).toBe(409);
    expect((await edit(second.id, { aNumber: null })).body.aNumber).toBeNull();
  });

  it('says nothing of a client whom the person does not see, nor of one in another office', async () => {
    const hidden = await office.employ('attorney');
    await addClient(hidden.api, { aNumber: 'A400-500-600' });
    const body = {
      name: { given: 'Same', family: 'Number' },
      aNumber: 'A400500600',
      case: { type: 'advice_only' },
    };
    const nobodys = await api.post('/clients', { ...body, aNumber: 'A400500601' });
    const hiddens = await api.post('/clients', body);
    expect([hiddens.status, nobodys.status]).toEqual([201, 201]);
    expect(Object.keys(hiddens.body)).toEqual(Object.keys(nobodys.body));
    expect((await other.api.attorney.post('/clients', body)).status).toBe(201);
  });

  it('is found exactly, in any spelling, by those who see the client', async () => {
    const { id } = await add({ aNumber: 'A41555666' });
    for (const q of ['A41555666', '041555666', 'A041-555-666', 'a 41 555 666'])
      expect(await find(q)).toEqual([id]);
    for (const q of ['A41555667', '4155566', '555666']) expect(await find(q)).not.toContain(id);
    expect(await find('A41555666', office.api.paralegal)).toEqual([]);
    expect(await find('A41555666', office.api.director)).toEqual([id]);
    expect(await find('A41555666', other.api.attorney)).toEqual([]);
  });

  it('is shown whole to the roles that may reveal it, and to nobody else', async () => {
    const { id, caseId } = await add({ aNumber: 'A502-222-333' });
    await joinTeam(api, caseId, office.people.intake.id);
    expect((await office.api.intake.post(`/clients/${id}/a-number/reveal`)).status).toBe(200);
    for (const role of ['volunteer', 'auditor'] as const) {
      expect((await office.api[role].post(`/clients/${id}/a-number/reveal`)).status).toBe(403);
    }
    const none = await add({ aNumber: null });
    expect((await api.post(`/clients/${none.id}/a-number/reveal`)).status).toBe(404);
  });
});

describe('a search for a name', () => {
  const people: Record<string, ClientWishes> = {
    vang: { name: { given: 'Maple', family: 'Vang' } },
    nguyen: { name: { given: 'Đặng', family: 'Nguyễn' } },
    hernandez: { name: { given: 'José María', family: 'Hernández López' } },
    souvannavong: { name: { given: 'Khamla', family: 'Souvannavong' } },
    alias: {
      name: { given: 'Quill', family: 'Baptiste' },
      aliases: [
        { name: 'Ti Jan', kind: 'alias' },
        { name: 'Zsolnay', kind: 'maiden' },
      ],
    },
    khmer: {
      name: { given: 'Sophea', family: 'Chhim' },
      aliases: [{ name: 'ឈឹម សុភា', kind: 'native_script' }],
    },
  };
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    for (const [key, wishes] of Object.entries(people))
      ids[key] = (await add({ ...wishes, aNumber: null })).id;
  });

  it.each([
    ['a whole name', 'Maple Vang', 'vang'],
    ['the beginning of a word', 'map', 'vang'],
    ['beginnings of two words in another order', 'van mapl', 'vang'],
    ['another case', 'VANG MAPLE', 'vang'],
    ['a name without its accents', 'dang nguyen', 'nguyen'],
    ['a name with its accents', 'Nguyễn', 'nguyen'],
    ['accents where none are', 'Hernandez', 'hernandez'],
    ['a hyphen for a space', 'Hernández-López', 'hernandez'],
    ['another romanisation', 'Suvanavong', 'souvannavong'],
    ['a clerk’s spelling', 'Suwannawong', 'souvannavong'],
    ['Hmong spelling', 'Vaj', 'vang'],
    ['an alias', 'ti jan', 'alias'],
    ['a maiden name', 'Zsolnay', 'alias'],
    ['native script', 'សុភា', 'khmer'],
  ])('finds %s', async (_what, q, key) => {
    expect(await find(q)).toContain(ids[key]);
  });

  it.each(['xqzw', 'Maple Baptiste', 'apl', '%', '* OR 1=1'])('does not find %s', async (q) => {
    const found = await find(q);
    for (const id of Object.values(ids)) expect(found).not.toContain(id);
  });

  it('puts what was typed before what sounds like it', async () => {
    const exact = await add({ name: { given: 'Sound', family: 'Wongsa' }, aNumber: null });
    const alike = await add({ name: { given: 'Sound', family: 'Vongsa' }, aNumber: null });
    const found = await find('Wongsa');
    expect(found.indexOf(exact.id)).toBe(0);
    expect(found).toContain(alike.id);
    expect((await find('Vongsa'))[0]).toBe(alike.id);
  });

  it('follows a change of the name and of the aliases', async () => {
    const { id } = await add({ name: { given: 'Before', family: 'Changeling' }, aNumber: null });
    await edit(id, { name: { given: 'After', family: 'Renamed' } });
    expect(await find('Changeling')).not.toContain(id);
    expect(await find('Renamed')).toContain(id);
    await edit(id, { aliases: [{ name: 'Nightjar', kind: 'alias' }] });
    expect(await find('Nightjar')).toContain(id);
    expect(await find('Renamed')).toContain(id);
    await edit(id, { aliases: [] });
    expect(await find('Nightjar')).not.toContain(id);
  });

  it('goes on finding who changed their name, when the former one was in use', async () => {
    const { id } = await add({ name: { given: 'Ona', family: 'Formerly' }, aliases: [], aNumber: null });
    const name = { given: 'Ona', family: 'Presently' };
    const { body: changed } = await edit(id, { name, keepFormerName: true });
    expect(
      changed.aliases.map((alias: { kind: string; name: string }) => `${alias.kind} ${alias.name}`),
    ).toEqual(['alias Ona Formerly']);
    expect(await find('Formerly')).toContain(id);
    expect(await find('Presently')).toContain(id);
    const { body: again } = await edit(id, {
      name,
      aliases: [{ name: 'Ona F.', kind: 'alias' }],
      keepFormerName: true,
    });
    expect(again.aliases.map((alias: { name: string }) => alias.name)).toEqual(['Ona F.']);
  });

  it('stays inside the caseload and the office', async () => {
    const q = 'Maple Vang';
    expect(await find(q, office.api.director)).toContain(ids.vang);
    expect(await find(q, office.api.paralegal)).toEqual([]);
    expect(await find(q, other.api.attorney)).toEqual([]);
  });

  it('is not for the auditor, who sees codes', async () => {
    expect(await find('Maple Vang', office.api.auditor)).toEqual([]);
  });
});

describe('a change', () => {
  it('leaves what is not named and clears what is null', async () => {
    const { id } = await add({
      name: { given: 'Steady', family: 'Record' },
      birth: '1970',
      aNumber: 'A600-100-200',
    });
    const before = await read(id);
    const changed = await edit(id, {
      birth: null,
      interpreterLanguage: null,
      citizenship: null,
      arrival: null,
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      version: before.version + 1,
      birth: null,
      interpreterLanguage: null,
      citizenship: null,
      arrival: null,
      name: before.name,
      countryOfBirth: before.countryOfBirth,
      languages: before.languages,
      aNumber: { masked: 'A•••-•••-200' },
      contacts: before.contacts,
    });
    expect(await read(id)).toEqual(changed.body);
  });

  it('clears lists that are null', async () => {
    const { id } = await add({ aliases: [{ name: 'Gone Soon', kind: 'alias' }], languages: ['lo'] });
    const { body } = await edit(id, { aliases: null, languages: null });
    expect([body.aliases, body.languages]).toEqual([[], []]);
    expect(await find('Gone Soon')).not.toContain(id);
  });

  it('cannot clear the name', async () => {
    const { id } = await add();
    for (const name of [null, {}, { given: 'x' }, { given: '', family: 'y' }, { given: ' ', family: 'y' }]) {
      expect((await edit(id, { name })).status).toBe(422);
    }
  });

  it('with nothing in it changes nothing but the version', async () => {
    const { id } = await add();
    const before = await read(id);
    const { status, body } = await edit(id, {});
    expect(status).toBe(200);
    expect({ ...body, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' });
  });
});

describe('contact points', () => {
  it('are added, changed and taken away, each with whether it is safe', async () => {
    const { id } = await add({ contacts: [] });
    const { id: contactId } = await addContact(api, id, {
      kind: 'phone',
      value: ' +1 212 555 0199 ',
      label: 'work',
      safeToContact: false,
    });
    const path = `/clients/${id}/contacts/${contactId}`;
    expect((await read(id)).contacts).toEqual([
      {
        id: contactId,
        version: 1,
        kind: 'phone',
        value: '+1 212 555 0199',
        label: 'work',
        safeToContact: false,
        hours: null,
        whoAnswers: null,
        language: null,
        leaveMessage: null,
        confirmedOn: null,
      },
    ]);
    const safe = await api.patch(path, { safeToContact: true }, { ifMatch: 1 });
    expect(safe.body).toMatchObject({
      version: 2,
      value: '+1 212 555 0199',
      label: 'work',
      safeToContact: true,
    });
    expect((await api.patch(path, { label: null }, { ifMatch: 2 })).body).toMatchObject({
      label: null,
      safeToContact: true,
    });
    expect((await api.patch(path, { value: null }, { ifMatch: 3 })).status).toBe(422);
    expect((await api.patch(path, { value: 'late' }, { ifMatch: 1 })).status).toBe(412);
    expect((await api.delete(path)).status).toBe(204);
    expect((await read(id)).contacts).toEqual([]);
    expect((await api.delete(path)).status).toBe(404);
  });

  it('that were taken away are still told, with who did and whether they were safe', async () => {
    const { id } = await add({ contacts: [] });
    const contact = await addContact(api, id, { value: '+1 212 555 0177', safeToContact: false });
    await api.patch(`/clients/${id}/contacts/${contact.id}`, { label: 'old' }, { ifMatch: 1 });
    expect((await api.read(`/clients/${id}/former-contacts`)).items).toEqual([]);
    await api.ok('DELETE', `/clients/${id}/contacts/${contact.id}`);
    const { items } = await api.read(`/clients/${id}/former-contacts`);
    expect(items).toMatchObject([
      {
        ...{ kind: 'phone', value: '+1 212 555 0177', safeToContact: false },
        takenOffBy: office.people.attorney.name,
      },
    ]);
    expect((await office.api.auditor.get(`/clients/${id}/former-contacts`)).status).toBe(403);
    expect((await other.api.attorney.get(`/clients/${id}/former-contacts`)).status).toBe(404);
  });

  it('of one client are not reached through another', async () => {
    const [one, two] = [await add(), await add()];
    const path = `/clients/${two.id}/contacts/${one.contacts[0].id}`;
    expect((await api.patch(path, { value: 'moved' }, { ifMatch: 1 })).status).toBe(404);
    expect((await api.delete(path)).status).toBe(404);
    expect((await read(one.id)).contacts).toHaveLength(1);
  });

  it('say whether they are safe, always', async () => {
    const { id } = await add();
    const answer = await api.post(`/clients/${id}/contacts`, { kind: 'phone', value: '+1 212 555 0111' });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'safeToContact']);
  });
});

describe('what a role sees of a client', () => {
  let client: AddedClient;
  beforeAll(async () => {
    client = await add({
      name: { given: 'Partly', family: 'Hidden' },
      birth: '1969-05-06',
      arrival: { on: '1981', manner: 'refugee' },
    });
    await goAlong(api, (await scheduleCheckIn(api, client.id)).id, office.people.volunteer.id);
  });

  it('is, for a volunteer, the name with the check-in they go along to, and no record', async () => {
    const { items } = await office.api.volunteer.read('/accompaniments');
    expect(items).toMatchObject([{ clientName: 'Partly Hidden' }]);
    expect(JSON.stringify(items)).not.toMatch(/1969|1981|"birth|"aNumber|contacts|•/);
    for (const path of [`/clients/${client.id}`, `/cases/${client.caseId}`, '/cases'])
      expect((await office.api.volunteer.get(path)).status).toBe(403);
  });

  it('is a code for the auditor, everywhere', async () => {
    const auditor = office.api.auditor;
    const seen = await read(client.id, auditor);
    expect(seen.name).toEqual({
      given: '',
      middle: null,
      family: '',
      full: expect.stringMatching(/^Client [2-9A-Z]{5}$/),
    });
    expect(seen).toMatchObject({ aliases: [], aNumber: null, birth: null, arrival: null, contacts: [] });
    const texts = await Promise.all(
      [`/cases/${client.caseId}`, '/cases', '/cases?sort=name'].map((path) => auditor.get(path)),
    );
    for (const answer of texts) {
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/Hidden|Partly/);
    }
    const matter = await auditor.read(`/cases/${client.caseId}`);
    expect(matter.client.name).toBe(seen.name.full);
  });

  it('is nothing for a colleague who is on no case of theirs', async () => {
    expect((await office.api.paralegal.get(`/clients/${client.id}`)).status).toBe(404);
  });
});
