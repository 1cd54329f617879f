import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { dayFromNow, goAlong, recordOutcome, scheduleCheckIn } from './support/factories/check-in';
import { foundOffice, type Office } from './support/factories/organisation';

/** The day of the n-th Sunday of a month, next year: when clocks change in the United States. */
function sunday(month: number, n: number): string {
  const year = new Date().getUTCFullYear() + 1;
  const first = new Date(Date.UTC(year, month - 1, 1));
  const day = 1 + ((7 - first.getUTCDay()) % 7) + (n - 1) * 7;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

describe('check-ins', () => {
  let test: TestApp;
  let office: Office;
  let other: Office;
  let clientId: string;
  let caseId: string;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Lantern Law');
    other = await foundOffice(test, 'Harbor Aid', { roles: ['director', 'attorney'] });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    ({ clientId, caseId } = await addClient(office));
  });

  async function addClient(where: Office): Promise<{ clientId: string; caseId: string }> {
    const client = await where.api.attorney.created('/clients', {
      name: { given: 'Juniper', family: 'Vang' },
      case: { type: 'check_in_support' },
    });
    const cases = await where.api.attorney.read(`/clients/${client.id}/cases`);
    return { clientId: client.id, caseId: cases.items[0].id };
  }

  const series = (): Promise<Json> => office.api.attorney.read(`/clients/${clientId}/check-ins`);
  const theCase = (): Promise<Json> => office.api.attorney.read(`/cases/${caseId}`);
  const bring = (userId: string): Promise<Json> =>
    office.api.attorney.ok('PUT', `/cases/${caseId}/team/${userId}`);

  it('schedules with the office and its time zone, and tells the caseload', async () => {
    const checkIn: Json = await scheduleCheckIn(office.api.attorney, clientId, { note: 'Bring the papers.' });
    expect(checkIn).toMatchObject({
      status: 'scheduled',
      clientName: 'Juniper Vang',
      timeZone: 'America/New_York',
      office: { city: 'New York', state: 'NY' },
      note: 'Bring the papers.',
      can: { move: true, recordOutcome: false, cancel: true },
      history: [],
    });
    expect((await theCase()).nextCheckIn).toEqual({ on: checkIn.date, time: '09:00' });
  });

  it('makes a series: an outcome with the next date', async () => {
    const first = await scheduleCheckIn(office.api.attorney, clientId, { date: dayFromNow(0) });
    const next = { date: dayFromNow(365), time: '10:15' };
    const done: Json = await recordOutcome(office.api.attorney, first, 'came_out', { note: 'Quick.', next });
    expect(done).toMatchObject({ status: 'done', outcome: 'came_out', outcomeNote: 'Quick.' });
    expect(done.outcomeAt).toEqual(expect.any(String));
    const { items } = await series();
    expect(items.map((item: Json) => [item.id, item.date, item.status])).toEqual([
      [done.nextId, next.date, 'scheduled'],
      [first.id, first.date, 'done'],
    ]);
    expect((await theCase()).nextCheckIn).toEqual({ on: next.date, time: next.time });
    const again = await office.api.attorney.post(
      `/check-ins/${first.id}/outcome`,
      { outcome: 'came_out', next: { date: dayFromNow(400), time: '09:00' } },
      { ifMatch: done.version },
    );
    expect(again.body).toMatchObject({ status: 422, errors: [{ path: 'next', code: 'next_exists' }] });
  });

  it('keeps the old appointment when it is moved', async () => {
    const old = await scheduleCheckIn(office.api.attorney, clientId, { note: 'Bring the papers.' });
    const body = { date: dayFromNow(40), time: '08:30', reason: 'New letter' };
    const url = `/check-ins/${old.id}/move`;
    expect((await office.api.intake.post(url, body, { ifMatch: 1 })).status).toBe(404);
    await bring(office.people.intake.id);
    const moved: Json = await office.api.intake.ok('POST', url, body, { ifMatch: 1 });
    expect(moved).toMatchObject({ status: 'scheduled', movedFrom: old.id, note: 'Bring the papers.' });
    const { items } = await series();
    const kept = items.find((item: Json) => item.id === old.id);
    expect(kept).toMatchObject({
      date: old.date,
      status: 'moved',
      nextId: moved.id,
      reason: 'New letter',
      can: { move: false, recordOutcome: false, cancel: false },
      history: [{ status: 'scheduled', version: 1, by: { name: office.people.intake.name } }],
    });
    expect((await theCase()).nextCheckIn).toEqual({ on: dayFromNow(40), time: '08:30' });
  });

  it('begins custody when somebody is detained, and takes it back when that was wrong', async () => {
    const checkIn = await scheduleCheckIn(office.api.attorney, clientId, { date: dayFromNow(0) });
    const detained = await recordOutcome(office.api.attorney, checkIn, 'detained');
    expect((await theCase()).custody).toBe('detained');
    expect((await theCase()).nextCheckIn).toBeNull();
    const custody = await office.api.attorney.read(`/clients/${clientId}/custody`);
    expect(custody).toMatchObject({
      current: { status: 'detained', since: checkIn.date, source: 'check_in' },
      can: { record: true },
    });
    const corrected: Json = await recordOutcome(office.api.attorney, detained, 'came_out');
    expect(corrected.history.map((was: Json) => was.outcome)).toEqual(['detained', null]);
    expect((await theCase()).custody).toBe('not_detained');
    expect((await office.api.attorney.read(`/clients/${clientId}/custody`)).items).toHaveLength(2);
  });

  it('records custody by hand; an earlier period does not change what holds now', async () => {
    const record = (body: object): Promise<Json> =>
      office.api.attorney.created(`/clients/${clientId}/custody`, body);
    await record({ status: 'detained', since: '2025-03-02', place: 'Ridge Detention Center' });
    const after = await record({ status: 'not_detained', since: '2024-01-01' });
    expect(after.current).toMatchObject({ status: 'detained', place: 'Ridge Detention Center' });
    expect((await theCase()).custody).toBe('detained');
    const future = await office.api.attorney.post(`/clients/${clientId}/custody`, {
      status: 'detained',
      since: dayFromNow(5),
    });
    expect(future).toMatchObject({ status: 422, body: { errors: [{ path: 'since', code: 'in_future' }] } });
    const read = await office.api.auditor.read(`/clients/${clientId}/custody`);
    expect(read).toMatchObject({ current: { place: null }, can: { record: false } });
  });

  it('keeps the clock of the office, also when a change of the clocks skips or repeats the time (trap 11)', async () => {
    const spring: Json = await scheduleCheckIn(office.api.attorney, clientId, {
      date: sunday(3, 2),
      time: '02:30',
    });
    expect(spring).toMatchObject({
      time: '02:30',
      startsAt: `${sunday(3, 2)}T07:00:00Z`,
      clockChange: 'skipped',
    });
    const autumn: Json = await scheduleCheckIn(office.api.attorney, clientId, {
      date: sunday(11, 1),
      time: '01:30',
    });
    expect(autumn).toMatchObject({ startsAt: `${sunday(11, 1)}T05:30:00Z`, clockChange: 'repeated' });
    // Nobody can be at two places at once, whatever the clocks do.
    const arizona = await office.api.attorney.post(`/clients/${clientId}/check-ins`, {
      officeCode: 'ERO-AZ-PHOENIX',
      date: sunday(3, 2),
      time: '02:30',
      method: 'in_person',
    });
    expect(arizona).toMatchObject({ status: 409, body: { code: 'check_in_slot_taken' } });
  });

  it('records past check-ins with their outcome and nothing else in the past', async () => {
    const past = await scheduleCheckIn(office.api.attorney, clientId, {
      date: '2019-07-02',
      outcome: 'came_out',
    });
    expect(past).toMatchObject({ status: 'done', outcome: 'came_out', outcomeAt: null });
    const post = (body: object): Promise<Json> =>
      office.api.attorney.post(`/clients/${clientId}/check-ins`, {
        officeCode: 'ERO-GU-AGANA',
        time: '09:00',
        method: 'phone',
        ...body,
      });
    expect((await post({ date: '2019-07-02' })).body.errors[0]).toMatchObject({
      path: 'date',
      code: 'in_past',
    });
    expect((await post({ date: dayFromNow(9), outcome: 'came_out' })).body.errors[0].code).toBe(
      'day_not_come',
    );
    expect((await post({ date: dayFromNow(9), officeCode: 'NOWHERE' })).body.errors[0]).toMatchObject({
      path: 'officeCode',
      code: 'unknown_office',
    });
    expect((await post({ date: '2026-02-30' })).status).toBe(422);
    expect((await post({ date: dayFromNow(9), time: '24:00' })).status).toBe(422);
    expect((await post({ date: dayFromNow(9), time: 9 })).status).toBe(422);
  });

  it('refuses outcomes before the day, changes of what is over, and stale versions', async () => {
    const checkIn = await scheduleCheckIn(office.api.attorney, clientId);
    const url = `/check-ins/${checkIn.id}`;
    const post = (what: string, body: object, ifMatch?: number): Promise<Json> =>
      office.api.attorney.post(`${url}/${what}`, body, { ifMatch });
    const early = await post('outcome', { outcome: 'came_out' }, 1);
    expect(early).toMatchObject({ status: 422, body: { code: 'day_not_come' } });
    expect((await post('cancel', { reason: 'x' })).status).toBe(428);
    expect(await post('cancel', { reason: 'x' }, 7)).toMatchObject({
      status: 412,
      body: { currentVersion: 1 },
    });
    const cancelled = await post('cancel', { reason: 'ICE called it off' }, 1);
    expect(cancelled).toMatchObject({
      status: 200,
      body: { status: 'cancelled', reason: 'ICE called it off' },
    });
    const move = { date: dayFromNow(50), time: '09:00', reason: 'x' };
    expect((await post('move', move, 1)).status).toBe(412);
    expect(await post('move', move, 2)).toMatchObject({ status: 422, body: { code: 'check_in_cancelled' } });
    expect((await theCase()).nextCheckIn).toBeNull();
  });

  it('keeps the next check-in of the caseload right under many changes at once', async () => {
    const days = [60, 50, 40, 70, 45, 65].map(dayFromNow);
    await Promise.all(days.map((date) => scheduleCheckIn(office.api.attorney, clientId, { date })));
    expect((await theCase()).nextCheckIn).toEqual({ on: dayFromNow(40), time: '09:00' });
    const first = (await series()).items.at(-1);
    const cancels = Array.from({ length: 4 }, () =>
      office.api.attorney.post(`/check-ins/${first.id}/cancel`, { reason: 'x' }, { ifMatch: 1 }),
    );
    const statuses = (await Promise.all(cancels)).map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, 412, 412, 412]);
    expect((await theCase()).nextCheckIn).toEqual({ on: dayFromNow(45), time: '09:00' });
  });

  it('records custody many times at once without losing the latest', async () => {
    const since = ['2024-05-01', '2025-05-01', '2023-05-01', '2022-05-01'];
    const answers = await Promise.all(
      since.map((day) =>
        office.api.attorney.post(`/clients/${clientId}/custody`, {
          status: day === '2025-05-01' ? 'detained' : 'not_detained',
          since: day,
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect((await theCase()).custody).toBe('detained');
  });

  it('shows the calendar of a day and a week, with nobody else in it', async () => {
    const day = dayFromNow(120);
    const mine = await scheduleCheckIn(office.api.attorney, clientId, { date: day, time: '13:00' });
    const early = await scheduleCheckIn(office.api.attorney, (await addClient(office)).clientId, {
      date: day,
      time: '11:30',
      officeCode: 'ERO-CA-SAN-FRANCISCO',
    });
    await scheduleCheckIn(other.api.attorney, (await addClient(other)).clientId, { date: day });
    const calendar = (query: string, who: 'director' | 'paralegal' | 'auditor' = 'director'): Promise<Json> =>
      office.api[who].read(`/check-ins?${query}`);
    const oneDay = `from=${day}&to=${day}`;
    // One o'clock in New York comes before half past eleven in San Francisco.
    expect((await calendar(oneDay)).items.map((item: Json) => item.id)).toEqual([mine.id, early.id]);
    const week = await calendar(`from=${dayFromNow(118)}&to=${dayFromNow(124)}`);
    expect(week.items).toHaveLength(2);
    const there = await calendar(`${oneDay}&officeCode=ERO-CA-SAN-FRANCISCO`);
    expect(there.items.map((item: Json) => item.id)).toEqual([early.id]);
    expect((await calendar(oneDay, 'auditor')).items[0].clientName).toMatch(/^Client [A-Z0-9]{5}$/);
    expect((await calendar(oneDay, 'paralegal')).items).toEqual([]);
    await bring(office.people.paralegal.id);
    expect((await calendar(oneDay, 'paralegal')).items).toMatchObject([
      { id: mine.id, clientName: 'Juniper Vang' },
    ]);
    const long = await office.api.director.get(`/check-ins?from=${day}&to=${dayFromNow(182)}`);
    expect(long).toMatchObject({ status: 422, body: { errors: [{ path: 'to', code: 'too_long' }] } });
    const backwards = await office.api.director.get(`/check-ins?from=${day}&to=${dayFromNow(1)}`);
    expect(backwards.status).toBe(422);
  });

  it('lets a volunteer who goes along record an outcome, and schedule nothing', async () => {
    const { volunteer } = office.api;
    const volunteerId = office.people.volunteer.id;
    const checkIn = await scheduleCheckIn(office.api.attorney, clientId, { date: dayFromNow(0) });
    const url = `/check-ins/${checkIn.id}/outcome`;
    expect((await volunteer.post(url, { outcome: 'came_out' }, { ifMatch: 1 })).status).toBe(404);
    await goAlong(office.api.attorney, checkIn.id, volunteerId);
    const withNext = { outcome: 'came_out', next: { date: dayFromNow(30), time: '09:00' } };
    expect((await volunteer.post(url, withNext, { ifMatch: 1 })).status).toBe(403);
    const done = await volunteer.post(url, { outcome: 'came_out' }, { ifMatch: 1 });
    expect(done).toMatchObject({ status: 200, body: { status: 'done', can: { move: false } } });
    const more = await volunteer.post(`/clients/${clientId}/check-ins`, {});
    expect(more.status).toBe(403);
    expect((await volunteer.get(`/clients/${clientId}/check-ins`)).status).toBe(403);
  });

  it('keeps other organisations out, whatever they try', async () => {
    const checkIn = await scheduleCheckIn(office.api.attorney, clientId);
    const { director } = other.api;
    expect((await director.get(`/clients/${clientId}/check-ins`)).status).toBe(404);
    expect((await director.get(`/clients/${clientId}/custody`)).status).toBe(404);
    const body = { reason: 'x' };
    expect((await director.post(`/check-ins/${checkIn.id}/cancel`, body, { ifMatch: 1 })).status).toBe(404);
    expect((await director.post('/check-ins/nonsense/cancel', body, { ifMatch: 1 })).status).toBe(404);
  });

  it('stores nothing that joins a person to a place and a time', async () => {
    await scheduleCheckIn(office.api.attorney, clientId, { note: 'Bring Aunt Rowan along.' });
    await office.api.attorney.created(`/clients/${clientId}/custody`, {
      status: 'detained',
      since: dayFromNow(-1),
      place: 'Ridge Detention Center',
    });
    const admin = new Client({ connectionString: test.database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query(
      'SELECT (SELECT json_agg(c) FROM app.check_in c)::text || (SELECT json_agg(p) FROM app.custody_period p)::text AS all_rows',
    );
    await admin.end();
    for (const word of ['ERO-', 'New_York', 'Rowan', 'Ridge'])
      for (const form of [word, Buffer.from(word).toString('hex')])
        expect(rows[0].all_rows).not.toContain(form);
  });
});
