import { startApp, type TestApp } from './support/app';
import { randomUUID } from 'node:crypto';
import type { Api, Json } from './support/client';
import { dayFromNow, scheduleCheckIn } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { addHearing } from './support/factories/hearing';
import { enterReferral, type ReferralWishes } from './support/factories/intake';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';

let test: TestApp;
let office: Office;
let intake: Api;
let director: Api;
jest.setTimeout(60_000);
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Lighthouse Intake', { roles: ['director', 'attorney', 'intake'] });
  ({ intake, director } = office.api);
}, 60_000);
afterAll(() => test.close());

/** Takes somebody on, and returns the client's id with what was answered. */
async function acceptWith(wishes: ReferralWishes, body: object = {}): Promise<Json> {
  const made = await enterReferral(intake, wishes);
  for (const hit of made.hits) {
    const decision = { decision: 'no_conflict', reason: 'The same person' };
    await director.ok('POST', `/conflicts/${hit.id}/decision`, decision, { ifMatch: hit.version });
  }
  await intake.ok('POST', `/referrals/${made.id}/conflict-check`, {}, { ifMatch: 1 });
  return intake.post(
    `/referrals/${made.id}/accept`,
    { case: { type: 'advice_only' }, ...body },
    { ifMatch: 2 },
  );
}
const accepted = async (wishes: ReferralWishes, body?: object): Promise<string> => {
  const answer = await acceptWith(wishes, body);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body.clientId;
};
const caseOf = async (clientId: string): Promise<Json> =>
  (await director.read('/cases?limit=100')).items.find((one: Json) => one.clientId === clientId);
const tasksOf = async (clientId: string): Promise<Json[]> =>
  (await director.read(`/cases/${(await caseOf(clientId)).id}/tasks`)).items;
const notesOf = async (clientId: string): Promise<Json[]> =>
  (await director.read(`/cases/${(await caseOf(clientId)).id}/notes`)).items;
const timelineOf = async (clientId: string): Promise<Json[]> =>
  (await director.read(`/clients/${clientId}/timeline`)).items;

describe('the next date of a referral', () => {
  it('becomes a hearing when it is one, seen in the record and in the timeline', async () => {
    const clientId = await accepted({ nextKind: 'hearing', nextOn: '2199-01-05' });
    const { items } = await director.read(`/clients/${clientId}/hearings`);
    expect(items).toEqual([
      expect.objectContaining({ date: '2199-01-05', kind: 'other', status: 'scheduled' }),
    ]);
    expect((await timelineOf(clientId)).map((fact) => fact.on)).toContain('2199-01-05');
  });

  it('becomes a check-in with the office and the hour that whoever accepts adds', async () => {
    const next = { kind: 'check_in', on: '2199-01-06', time: '08:30', officeCode: 'new-york' };
    const offices = await director.read('/reference/ice-offices');
    next.officeCode = offices.items[0].code;
    const clientId = await accepted({ nextKind: 'check_in', nextOn: '2199-01-05' }, { next });
    const { items } = await director.read(`/clients/${clientId}/check-ins`);
    expect(items).toEqual([
      expect.objectContaining({ date: '2199-01-06', officeCode: next.officeCode, status: 'scheduled' }),
    ]);
    expect((await caseOf(clientId)).nextCheckIn).toMatchObject({ on: '2199-01-06' });
    expect(await tasksOf(clientId)).toEqual([]);
    // What was told before it was put right stays.
    expect((await notesOf(clientId))[0].text).toContain('January 5, 2199');
  });

  it('becomes a task with a day before it when office and hour, or its purpose, are not known', async () => {
    const checkIn = await accepted({ nextKind: 'check_in', nextOn: '2199-01-05' });
    expect(await tasksOf(checkIn)).toEqual([
      expect.objectContaining({
        title: 'Check-in on January 5, 2199: find out the ICE office and the hour, and schedule it',
        dueOn: '2198-12-29',
        priority: 'high',
        status: 'open',
      }),
    ]);
    const other = await accepted({ nextOn: '2199-03-01' }, { language: 'es' });
    expect(await tasksOf(other)).toEqual([
      expect.objectContaining({
        title: 'Averiguar para qué es la fecha de la solicitud: 1 de marzo de 2199',
        dueOn: '2199-02-22',
      }),
    ]);
  });

  it('is asked after today when it is past, and is not planned', async () => {
    const clientId = await accepted({ nextKind: 'hearing', nextOn: '2020-01-05' });
    expect((await director.read(`/clients/${clientId}/hearings`)).items).toEqual([]);
    const [task] = await tasksOf(clientId);
    expect(task.title).toMatch(/^The date of the referral, January 5, 2020, is past/);
    expect(task.dueOn <= new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)).toBe(true);
  });

  it('is left out when whoever accepts says that there is none, and still stands in the note', async () => {
    const clientId = await accepted({ nextKind: 'hearing', nextOn: '2199-01-05' }, { next: null });
    expect((await director.read(`/clients/${clientId}/hearings`)).items).toEqual([]);
    expect((await notesOf(clientId))[0].text).toContain('January 5, 2199 (hearing)');
  });

  it('refuses an office that is not in the list at its place in the form, and nobody is taken on', async () => {
    const next = { kind: 'check_in', on: '2199-01-06', time: '08:30', officeCode: 'nowhere-at-all' };
    const refused = await acceptWith({ nextKind: 'check_in', nextOn: '2199-01-05' }, { next });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'next.officeCode']);
  });
});

describe('what a referral says of detention', () => {
  it('becomes a detention that goes on, with the place, and the protocol can be started', async () => {
    const clientId = await accepted({ detained: 'yes', detainedAt: 'Example County Jail' });
    const file = await director.read(`/clients/${clientId}/custody-file`);
    expect(file.episodes).toEqual([expect.objectContaining({ endedHow: null, arrestedBy: 'not_known' })]);
    expect(JSON.stringify(file.episodes)).toContain('Example County Jail');
    expect(file.protocol).toBeNull();
    expect((await caseOf(clientId)).custody).toBe('detained');
    const started = await director.post(`/clients/${clientId}/detained-protocol`, {});
    expect(started.status).toBe(201);
  });

  it('is put right by whoever accepts', async () => {
    const detention = { detained: 'yes', place: 'Example Hospital', since: '2024-05-02' };
    const clientId = await accepted({ detained: 'not_known' }, { detention });
    const { current } = await director.read(`/clients/${clientId}/custody`);
    expect(current).toMatchObject({ status: 'detained', since: '2024-05-02' });
    const free = await accepted({ detained: 'yes' }, { detention: { detained: 'no' } });
    expect((await caseOf(free)).custody).toBe('not_detained');
    const ahead = await acceptWith({}, { detention: { detained: 'yes', since: '2199-01-01' } });
    expect([ahead.status, ahead.body.errors[0].path]).toEqual([422, 'detention.since']);
  });
});

describe('what else was told', () => {
  it('stays in a privileged note on top of the notes, read by those who read the case', async () => {
    const clientId = await accepted({
      story: 'A notario kept his papers.',
      detained: 'not_known',
      nextKind: 'other',
      nextOn: '2199-01-05',
    });
    const [note, ...more] = await notesOf(clientId);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ kind: 'privileged', topic: 'interview', pinned: true });
    expect(note.text.split('\n\n').slice(1)).toEqual([
      'A notario kept his papers.',
      'Next date told: January 5, 2199 (not known what for).',
      'Not known whether detained.',
    ]);
  });
});

describe('somebody who is a client already', () => {
  it('gets another case in the same record, which learns what it did not know', async () => {
    const before = await addClient(intake, {
      name: { given: 'Lumen', family: 'Harbord' },
      contacts: [{ kind: 'phone', value: '+1 212 555 0141', safeToContact: true }],
    });
    const known = await director.read('/cases?status=all&limit=100');
    const answer = await acceptWith(
      {
        name: { given: 'Lumen', family: 'Harbourd' },
        contact: { kind: 'phone', value: '+1 212 555 0142', safeToContact: false },
        nextKind: 'hearing',
        nextOn: '2199-04-05',
      },
      { clientId: before.id },
    );
    expect(answer.body).toMatchObject({ clientId: before.id });
    const after = await director.read('/cases?status=all&limit=100');
    expect(after.total).toBe(known.total + 1);
    const record = await director.read(`/clients/${before.id}`);
    expect(record.name.full).toBe('Lumen Harbord');
    expect(record.aliases.map(({ name }: Json) => name)).toEqual(['Lumen Harbourd']);
    expect(record.contacts.map(({ value }: Json) => value)).toEqual(['+1 212 555 0141', '+1 212 555 0142']);
    const { items } = await director.read(`/clients/${before.id}/hearings`);
    expect(items.map(({ date }: Json) => date)).toEqual(['2199-04-05']);

    const contact = { kind: 'phone', value: '(+1) 212-555-0141', safeToContact: true };
    await acceptWith({ name: { given: 'LUMEN', family: 'Harbord' }, contact }, { clientId: before.id });
    const again = await director.read(`/clients/${before.id}`);
    expect([again.aliases.length, again.contacts.length]).toEqual([1, 2]);
  });

  it.each(['no', 'yes'])(
    'is neither released nor held twice by a referral that says detained: %s',
    async (detained) => {
      const name = { given: 'Ember', family: `Kept${detained}` };
      const held = await addClient(intake, { name });
      await director.created(`/clients/${held.id}/custody`, { status: 'detained', since: '2024-05-01' });
      const refused = await acceptWith({ name, detained }, { clientId: held.id });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [expect.objectContaining({ path: 'detention.detained', code: 'detained_already' })],
      ]);
      const taken = await acceptWith({ name, detained }, { clientId: held.id, detention: null });
      expect([taken.status, (await caseOf(held.id)).custody]).toEqual([200, 'detained']);
    },
  );

  it('is no way to learn of a record that one does not see', async () => {
    const hidden = await addClient(director, { name: { given: 'Nobody', family: 'Knows' } });
    const told = async (clientId: string): Promise<unknown> => {
      const { status, body } = await acceptWith({}, { clientId });
      return [status, body.code, body.errors];
    };
    const refused = await told(hidden.id);
    expect(refused).toEqual([
      422,
      'invalid',
      [expect.objectContaining({ path: 'clientId', code: 'unknown_client' })],
    ]);
    expect(await told(randomUUID())).toEqual(refused);
  });
});

describe('what is ahead of a client who is sent to another office', () => {
  const ON = dayFromNow(20);
  let there: Office;
  beforeAll(async () => {
    there = await foundOffice(test, 'Prairie Advocates');
    await there.api.director.ok('PUT', '/intake/settings', { acceptsReferrals: true });
  });

  async function sent(fields: string[]): Promise<{ id: string; clientId: string }> {
    const here = office.api.attorney;
    const client = await addClient(here, { aNumber: null });
    const { id } = await addProceeding(here, client.id, { courtCode: 'NYC' });
    await addHearing(here, id, { kind: 'individual', date: dayFromNow(90), time: '13:00', courtCode: 'WLA' });
    await addHearing(here, id, { kind: 'master', date: dayFromNow(140), time: '08:30' });
    await scheduleCheckIn(here, client.id, { date: ON, time: '10:30' });
    const { items } = await here.created(`/clients/${client.id}/sent-referrals`, {
      ...{ toOrganisationId: there.orgId, fields, consentedOn: '2026-01-05' },
    });
    return { id: items[0].id, clientId: client.id };
  }
  const accept = async (id: string): Promise<string> => {
    const { attorney } = there.api;
    const { version } = await attorney.ok('POST', `/referrals/${id}/conflict-check`, {}, { ifMatch: 1 });
    const body = { case: { type: 'advice_only' } };
    return (await attorney.ok('POST', `/referrals/${id}/accept`, body, { ifMatch: version })).clientId;
  };

  it('crosses when the client agreed, and becomes hearing, check-in and task there', async () => {
    const { id } = await sent(['next_hearing', 'next_check_in', 'next_deadline']);
    const clientId = await accept(id);
    const { attorney } = there.api;
    expect((await attorney.read(`/clients/${clientId}/hearings`)).items).toEqual([
      expect.objectContaining({
        ...{ kind: 'individual', date: dayFromNow(90), time: '13:00', status: 'scheduled' },
        court: expect.objectContaining({ code: 'WLA' }),
      }),
    ]);
    const checkIns = await attorney.read(`/clients/${clientId}/check-ins`);
    expect(JSON.stringify(checkIns)).toContain(ON);
    const { items: cases } = await attorney.read('/cases');
    const { id: caseId } = cases.find((one: { clientId: string }) => one.clientId === clientId);
    const tasks = JSON.stringify(await attorney.read(`/cases/${caseId}/tasks`));
    expect(tasks).toMatch(/Deadline that the other organisation counted/);
    const notes = JSON.stringify(await attorney.read(`/cases/${caseId}/notes`));
    expect(notes).toMatch(/Ahead in the record of the organisation/);
  });

  it('stays here when the client did not agree to it, each on its own', async () => {
    const { id } = await sent(['next_check_in']);
    const clientId = await accept(id);
    const { attorney } = there.api;
    expect((await attorney.read(`/clients/${clientId}/hearings`)).items).toEqual([]);
    expect(JSON.stringify(await attorney.read(`/clients/${clientId}/check-ins`))).toContain(ON);
    const none = await accept((await sent(['birth'])).id);
    expect(JSON.stringify(await attorney.read(`/clients/${none}/check-ins`))).not.toContain(ON);
  });
});
