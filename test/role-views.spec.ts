import { rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { writeNote } from './support/factories/case';
import { dayFromNow, goAlong, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

const CANARY = 'Canary';
let test: TestApp;
let office: Office;
let client: AddedClient;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Least Sight');
  const { attorney } = office.api;
  client = await addClient(attorney);
});
afterAll(() => test.close());

describe('a role that knows clients by a code', () => {
  it('reads what the law asks of a record, and neither its notes nor its docket number', async () => {
    const { attorney, auditor } = office.api;
    const note = `${CANARY} note`;
    await attorney.created(`/clients/${client.id}/convictions`, {
      level: 'felony',
      state: 'NY',
      statute: 'PL 160.15',
      docket: `${CANARY} 88-1234`,
      note,
    });
    const proceeding = await attorney.created(`/clients/${client.id}/proceedings`, {
      kind: 'removal',
      courtCode: 'NYC',
      note,
    });
    await attorney.created(`/proceedings/${proceeding.id}/charges`, {
      code: '237a2Aiii',
      status: 'sustained',
      note,
    });
    const order = await attorney.created(`/proceedings/${proceeding.id}/orders`, {
      kind: 'removal',
      decidedOn: '2000-05-17',
      appeal: 'waived',
      note,
    });
    await attorney.post(`/orders/${order.id}/status`, { status: 'stayed', on: '2001', note }, { ifMatch: 1 });
    const seen = await auditor.read(`/clients/${client.id}/removal`);
    expect(seen.convictions[0]).toMatchObject({ statute: 'PL 160.15', docket: null, note: null });
    expect(JSON.stringify(seen)).not.toContain(CANARY);
    expect(JSON.stringify(await attorney.read(`/clients/${client.id}/removal`)).split(CANARY)).toHaveLength(
      7,
    );
  });

  it('reads when a deadline was completed, and not the note about it', async () => {
    const { attorney, auditor } = office.api;
    const { items } = await attorney.read(`/clients/${client.id}/deadlines`);
    const open = items.find((item: Json) => item.can.complete);
    const body = { on: '2026-01-05', note: `${CANARY} mailed` };
    await attorney.ok('POST', `/deadlines/${open.id}/complete`, body, { ifMatch: open.version });
    const seen = await auditor.read(`/deadlines/${open.id}`);
    expect(seen.completed).toMatchObject({ on: '2026-01-05', note: null });
    expect(JSON.stringify([seen, await auditor.read(`/clients/${client.id}/deadlines`)])).not.toContain(
      CANARY,
    );
  });

  it('does not read papers, which print the name and the A-number', async () => {
    const { attorney, auditor } = office.api;
    const body = { kind: 'motion_cover_page', acceptBlanks: true };
    const paper = await attorney.created(`/clients/${client.id}/filings`, body);
    expect((await auditor.get(`/filings/${paper.id}/pdf`)).status).toBe(403);
  });

  it('cannot find out by an A-number whose code is whose', async () => {
    const { attorney, auditor } = office.api;
    const { aNumber } = (await attorney.post(`/clients/${client.id}/a-number/reveal`)).body;
    const asked = { q: aNumber };
    expect((await attorney.ok('POST', '/search', asked)).items).toHaveLength(1);
    expect((await auditor.ok('POST', '/search', asked)).items).toEqual([]);
    expect((await auditor.ok('POST', '/cases/search', asked)).items).toEqual([]);
  });
});

describe('a volunteer', () => {
  it('sees whom they go along with from the moment they are asked until two days after, and nothing else (trap 14)', async () => {
    const { attorney, volunteer } = office.api;
    const mine = await addClient(attorney, {
      aNumber: 'A077112233',
      languages: ['hmn'],
      interpreterLanguage: 'hmn',
    });
    const checkIn = await scheduleCheckIn(attorney, mine.id, {
      date: dayFromNow(12),
      note: `${CANARY} note`,
    });
    await scheduleCheckIn(attorney, mine.id, { date: dayFromNow(40) });
    await writeNote(attorney, mine.caseId, `${CANARY} thought`);
    await writeNote(attorney, mine.caseId, 'Meet at the north door.', 'volunteer_visible');
    expect((await volunteer.read('/accompaniments')).items).toEqual([]);
    await goAlong(attorney, checkIn.id, office.people.volunteer.id, office.people.paralegal.id);
    const { items } = await volunteer.read('/accompaniments');
    expect(items).toMatchObject([
      { id: checkIn.id, date: dayFromNow(12), languages: ['hmn'], interpreterLanguage: 'hmn' },
    ]);
    expect(items[0].notes.map((note: Json) => note.text)).toEqual(['Meet at the north door.']);
    expect(items[0].companions).toMatchObject([{ id: office.people.paralegal.id }]);
    expect(JSON.stringify(items)).not.toMatch(/Canary|112233|112-233/);
    expect((await attorney.read(`/clients/${mine.id}/check-ins`)).items[1].companions).toHaveLength(2);
    await age(checkIn.id, 2);
    expect((await volunteer.read('/accompaniments')).items).toHaveLength(1);
    await age(checkIn.id, 1);
    expect((await volunteer.read('/accompaniments')).items).toEqual([]);
  });

  it('goes along to where the check-in was moved, and sees nobody any more when taken off', async () => {
    const { attorney, volunteer } = office.api;
    const checkIn = await scheduleCheckIn(attorney, client.id);
    await goAlong(attorney, checkIn.id, office.people.volunteer.id);
    const to = { date: dayFromNow(33), time: '10:00', reason: 'Letter' };
    const moved = await attorney.ok('POST', `/check-ins/${checkIn.id}/move`, to, { ifMatch: 1 });
    const ids = async (): Promise<string[]> =>
      (await volunteer.read('/accompaniments')).items.map((item: Json) => item.id);
    expect(await ids()).toEqual([moved.id]);
    await attorney.ok('DELETE', `/check-ins/${moved.id}/companions/${office.people.volunteer.id}`);
    expect(await ids()).toEqual([]);
  });

  it('is not on the team of a case, and an auditor goes along to nothing', async () => {
    const { attorney } = office.api;
    const { volunteer, auditor } = office.people;
    expect((await attorney.put(`/cases/${client.caseId}/team/${volunteer.id}`)).status).toBe(422);
    const checkIn = await scheduleCheckIn(attorney, client.id, { time: '11:00' });
    expect((await attorney.put(`/check-ins/${checkIn.id}/companions/${auditor.id}`)).status).toBe(422);
  });
});

/** Lets so many days pass for a check-in, from today or from where it stands in the past. */
async function age(checkInId: string, days: number): Promise<void> {
  await rewrite(
    test,
    'UPDATE app.check_in SET on_date = least(on_date, current_date) - $2::int WHERE id = $1',
    [checkInId, days],
  );
}

it("does not print a client's code as a name for a program without the right to names", async () => {
  const made = await office.api.attorney.created('/me/tokens', {
    name: 'Printer',
    scopes: ['filing.create', 'filing.read'],
    expiresInDays: 1,
  });
  const program = office.api.attorney.withToken(made.token);
  const body = { kind: 'motion_cover_page', acceptBlanks: true };
  expect((await program.post(`/clients/${client.id}/filings`, body)).status).toBe(403);
});
