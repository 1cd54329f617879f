import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { detain, lookUp } from './support/factories/custody';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let other: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Valley Legal', { roles: ['director', 'attorney'] });
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const newClient = (): Promise<AddedClient> => addClient(attorney);
const rowsOf = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;
const refusalOf = (answer: Answer): Json => [
  answer.status,
  (answer.body.errors ?? []).map((error: Json) => [error.path, error.code]),
];
const fileOf = (clientId: string, api = attorney): Promise<Json> =>
  api.read(`/clients/${clientId}/custody-file`);
const factsOf = async (clientId: string): Promise<string[]> =>
  (await attorney.read(`/clients/${clientId}/timeline`)).items.map((item: Json) => item.title);
const mails = async (): Promise<number> =>
  (await rowsOf('SELECT count(*)::int AS n FROM app.outbox_message'))[0].n;

describe('a detention', () => {
  it('begins in the custody record, which goes on saying who is held', async () => {
    const client = await newClient();
    const file = await detain(attorney, client.id, { beganTime: '00:01', arrestPlace: 'Room 900' });
    expect(file).toMatchObject({
      status: 'detained',
      since: dayFromNow(0),
      hourKnown: true,
      episodes: [
        {
          version: 1,
          arrestedBy: 'ice',
          arrestedWhere: 'check_in',
          arrestPlace: 'Room 900',
          endedOn: null,
          stays: [{ isMove: false, place: { facilityCode: 'ADLNTCA', state: 'CA' } }],
        },
      ],
      can: { record: true, lookUp: true, protocol: true },
    });
    expect((await attorney.read(`/clients/${client.id}/custody`)).current).toMatchObject({
      status: 'detained',
      since: dayFromNow(0),
      place: 'Adelanto ICE Processing Center',
    });
    expect((await attorney.read(`/cases/${client.caseId}`)).custody).toBe('detained');
    expect(await factsOf(client.id)).toEqual(expect.arrayContaining(['detention_began', 'custody.detained']));
    const [stored] = await rowsOf('SELECT arrest_place, note FROM app.custody_episode WHERE client_id = $1', [
      client.id,
    ]);
    expect(stored.arrest_place.toString('latin1')).not.toContain('Room');
    const [stay] = await rowsOf('SELECT facility_code FROM app.custody_stay WHERE client_id = $1', [
      client.id,
    ]);
    expect(stay.facility_code.toString('latin1')).not.toContain('ADLNTCA');
  });

  it('ends, which frees the client there too, and keeps what was recorded before', async () => {
    const client = await newClient();
    const [episode] = (await detain(attorney, client.id, { beganOn: dayFromNow(-20) })).episodes;
    const path = `/custody-episodes/${episode.id}`;
    const end = { endedOn: dayFromNow(-2), endedHow: 'released_supervision' };
    const file = await attorney.ok<Json>('PATCH', path, end, { ifMatch: 1 });
    expect([file.status, file.since, file.venue, file.nextLookUpAt]).toEqual([
      'not_detained',
      dayFromNow(-2),
      null,
      null,
    ]);
    expect((await attorney.patch(path, { note: 'x' }, { ifMatch: 1 })).body.code).toBe('stale_version');
    const history = await rowsOf(
      `SELECT was ->> 'ended_how' AS how, replaced_by FROM app.row_history WHERE row_id = $1`,
      [episode.id],
    );
    expect(history).toEqual([{ how: null, replaced_by: office.people.attorney.id }]);
    expect(await factsOf(client.id)).toEqual(
      expect.arrayContaining(['detention_ended.released_supervision', 'custody.not_detained']),
    );
  });

  it('whose first day is corrected is counted from the right one, and keeps what was recorded before', async () => {
    const client = await newClient();
    await addOrder(attorney, { clientId: client.id }, { decidedOn: '2015-02-03', appeal: 'waived' });
    const review = async (): Promise<string> => {
      const { items } = await attorney.read(`/clients/${client.id}/deadlines`);
      return items.find(({ ruleId, status }: Json) => ruleId === 'pocr.day_90' && status === 'open').dueOn;
    };
    const [episode] = (await detain(attorney, client.id, { beganOn: dayFromNow(-10) })).episodes;
    expect(await review()).toBe(dayFromNow(80));
    const begin = (beganOn: string, ifMatch: number): Promise<Json> =>
      attorney.ok('PATCH', `/custody-episodes/${episode.id}`, { beganOn }, { ifMatch });
    expect((await begin(dayFromNow(-14), 1)).since).toBe(dayFromNow(-14));
    expect(await review()).toBe(dayFromNow(76));
    expect((await begin(dayFromNow(-12), 2)).since).toBe(dayFromNow(-12));
    expect(await review()).toBe(dayFromNow(78));
    // Held at another place now: that is no new detention.
    const again = { status: 'detained', since: dayFromNow(-3), place: 'Elsewhere' };
    await attorney.created(`/clients/${client.id}/custody`, again);
    expect((await fileOf(client.id)).since).toBe(dayFromNow(-12));
    expect(await review()).toBe(dayFromNow(78));
    const { items } = await attorney.read(`/clients/${client.id}/custody`);
    expect(items.map(({ status, since }: Json) => `${status} ${since}`)).toEqual([
      `detained ${dayFromNow(-3)}`,
      `detained ${dayFromNow(-10)}`,
      `detained ${dayFromNow(-12)}`,
      `not_known ${dayFromNow(-14)}`,
      `detained ${dayFromNow(-14)}`,
    ]);
    const listed = (await attorney.read('/detained')).items;
    expect(listed.find(({ clientId }: Json) => clientId === client.id).since).toBe(dayFromNow(-12));
  });

  it('of the past changes nothing about today', async () => {
    const client = await newClient();
    const past = { beganOn: '1998', endedOn: '1999-03', endedHow: 'released_bond', facilityCode: null };
    const file: Json = await detain(attorney, client.id, past);
    expect([file.status, file.episodes[0].beganOn, file.episodes[0].stays]).toEqual([null, '1998', []]);
    const second = await detain(attorney, client.id);
    expect(second.episodes.map((each: Json) => each.beganOn)).toEqual([dayFromNow(0), '1998']);
  });

  it('refuses what cannot be, with the field', async () => {
    const client = await newClient();
    const wrong: [object, string, string][] = [
      [{ beganOn: '2099-01-01' }, 'beganOn', 'in_future'],
      [{ beganOn: '2024' }, 'beganOn', 'day_needed'],
      [{ beganOn: '2024', beganTime: '10:00', endedHow: 'other' }, 'beganTime', 'day_missing'],
      [{ beganOn: '2024-05-02', endedOn: '2024-05-01' }, 'endedOn', 'before_start'],
      [{ facilityCode: 'NOWHERE' }, 'facilityCode', 'unknown_facility'],
    ];
    for (const [wishes, path, code] of wrong) {
      const body = { arrestedBy: 'ice', arrestedWhere: 'home', ...wishes };
      const answer = await attorney.post(`/clients/${client.id}/custody-episodes`, body);
      expect([wishes, ...refusalOf(answer)]).toEqual([wishes, 422, [[path, code]]]);
    }
    await detain(attorney, client.id);
    const again = await attorney.post(`/clients/${client.id}/custody-episodes`, {
      ...{ arrestedBy: 'ice', arrestedWhere: 'home' },
    });
    expect([again.status, again.body.code]).toEqual([422, 'detention_open']);
  });
});

describe('a transfer', () => {
  it('is told to the team without a word about the client, stands in the chronology, and moves the venue', async () => {
    const client = await newClient();
    await joinTeam(attorney, client.caseId, office.people.paralegal.id);
    const [episode] = (await detain(attorney, client.id)).episodes;
    const before = await mails();
    const stays = `/custody-episodes/${episode.id}/stays`;
    await attorney.created(stays, { facilityCode: 'ADLNTCA', source: 'facility' });
    expect(await mails()).toBe(before);
    const file = await attorney.created<Json>(stays, { facilityCode: 'JENATLA', source: 'family' });
    expect(await mails()).toBe(before + 2);
    expect(file.episodes[0].stays.map((stay: Json) => stay.isMove)).toEqual([false, false, true]);
    expect(file.venue).toMatchObject({ hoursSince: 0, lastSeen: { facilityCode: 'JENATLA', state: 'LA' } });
    expect(file.venue.courts.map((court: Json) => court.citation).sort()).toEqual([
      'E.D. La.',
      'M.D. La.',
      'W.D. La.',
    ]);
    expect(await factsOf(client.id)).toContain('custody_moved');
  });

  it('is seen by a look-up that finds the client somewhere else', async () => {
    const client = await newClient();
    await detain(attorney, client.id);
    await lookUp(attorney, client.id, { result: 'found', facilityCode: 'ADLNTCA' });
    await lookUp(attorney, client.id, { result: 'found', place: 'A jail in Newark' });
    const file = await fileOf(client.id);
    expect(file.episodes[0].stays.map((stay: Json) => [stay.isMove, stay.place.name])).toEqual([
      [false, 'Adelanto ICE Processing Center'],
      [false, 'Adelanto ICE Processing Center'],
      [true, 'A jail in Newark'],
    ]);
    expect(file.venue).toMatchObject({ lastSeen: { name: 'A jail in Newark', state: null }, courts: [] });
  });
});

describe('the log of look-ups', () => {
  it('is due at once, then by the hours since the detention', async () => {
    const client = await newClient();
    const began: Json = await detain(attorney, client.id);
    expect(began.nextLookUpAt).toBe(began.detainedAt.replace('.000Z', 'Z'));
    await lookUp(attorney, client.id, { note: 'No record under any spelling' });
    const [{ lookedAt, note, by }, ...none] = (await fileOf(client.id)).lookUps;
    expect([note, by.id, none]).toEqual(['No record under any spelling', office.people.attorney.id, []]);
    const { nextLookUpAt } = await fileOf(client.id);
    expect(Math.round((Date.parse(nextLookUpAt) - Date.parse(lookedAt)) / 60_000)).toBe(120);
    await lookUp(attorney, client.id, { result: 'found', facilityCode: 'ADLNTCA' });
    const later = await fileOf(client.id);
    expect(Math.round((Date.parse(later.nextLookUpAt) - Date.parse(later.now)) / 60_000)).toBe(360);
  });

  it('is not put off by a look-up of earlier that is written down late', async () => {
    const client = await newClient();
    await detain(attorney, client.id, { beganOn: dayFromNow(-1) });
    await lookUp(attorney, client.id);
    const { nextLookUpAt } = await fileOf(client.id);
    await lookUp(attorney, client.id, { on: dayFromNow(-1), time: '12:00', result: 'found' });
    expect((await fileOf(client.id)).nextLookUpAt).toBe(nextLookUpAt);
  });

  it('lists the held clients of the caseload, most overdue first', async () => {
    const [first, second] = [await newClient(), await newClient()];
    await detain(attorney, first.id);
    await detain(attorney, second.id, { beganOn: dayFromNow(-3) });
    await lookUp(attorney, first.id);
    const { items } = await attorney.read('/detained');
    const mine = items.filter((item: Json) => [first.id, second.id].includes(item.clientId));
    expect(mine.map((item: Json) => [item.clientId, item.overdue, item.lastResult])).toEqual([
      [second.id, true, null],
      [first.id, false, 'not_found'],
    ]);
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    expect((await colleague.api.read('/detained')).items).toEqual([]);
    expect((await other.api.director.read('/detained')).items).toEqual([]);
  });

  it('refuses a moment to come, and a place for somebody who was not found', async () => {
    const client = await newClient();
    const post = (body: object): Promise<Answer> =>
      attorney.post(`/clients/${client.id}/look-ups`, { lookedIn: 'family', result: 'not_found', ...body });
    expect(refusalOf(await post({ on: dayFromNow(2) }))).toEqual([422, [['on', 'in_future']]]);
    expect(refusalOf(await post({ time: '10:00' }))).toEqual([422, [['on', 'day_missing']]]);
    expect(refusalOf(await post({ facilityCode: 'ADLNTCA' }))).toEqual([422, [['place', 'not_found']]]);
  });
});

describe('who may', () => {
  it('hides it from other caseloads and offices, and the place from auditors', async () => {
    const client = await newClient();
    const [episode] = (await detain(attorney, client.id, { note: 'About the person' })).episodes;
    const colleague = await office.employ('attorney', { name: 'Third Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await api.get(`/clients/${client.id}/custody-file`)).status).toBe(404);
      expect((await api.patch(`/custody-episodes/${episode.id}`, { note: 'x' }, { ifMatch: 1 })).status).toBe(
        404,
      );
      const stay = { place: 'x', source: 'other' };
      expect((await api.post(`/custody-episodes/${episode.id}/stays`, stay)).status).toBe(404);
    }
    const seen = await fileOf(client.id, office.api.auditor);
    expect([seen.episodes[0].note, seen.episodes[0].stays[0].place, seen.can.record]).toEqual([
      null,
      null,
      false,
    ]);
    expect((await office.api.volunteer.get(`/clients/${client.id}/custody-file`)).status).toBe(403);
  });
});
