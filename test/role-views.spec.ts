import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
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
  await attorney.put(`/cases/${client.caseId}/team/${office.people.volunteer.id}`);
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

it('shows a volunteer the next check-in of a case, and neither its deadline nor its pardon', async () => {
  const { attorney, volunteer } = office.api;
  await attorney.created(`/clients/${client.id}/pardon-applications`, {
    jurisdiction: 'NY',
    convictionIds: [],
  });
  for (const path of [`/cases/${client.caseId}`, '/cases']) {
    const full = await attorney.read(path);
    const part = await volunteer.read(path);
    const [mine, theirs] = [full.items?.[0] ?? full, part.items?.[0] ?? part];
    expect(mine).toMatchObject({ clemencyStage: 'intake' });
    expect(theirs).toMatchObject({ id: mine.id, nextDeadline: null, clemencyStage: null });
  }
});

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
