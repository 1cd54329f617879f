import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { recordDiligence } from './support/factories/diligence';
import { addMotion } from './support/factories/motion';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

async function inDays(days: number): Promise<string> {
  const sql = `SELECT ((now() AT TIME ZONE 'America/New_York')::date + $1::int)::text AS day`;
  return (await asAdmin(test, (admin) => admin.query(sql, [days]))).rows[0].day;
}

const standingOf = (clientId: string, api = attorney): Promise<Json> =>
  api.read(`/clients/${clientId}/standing`);
const newClient = async (): Promise<string> => (await addClient(attorney)).id;
const hold = (clientId: string, since: string, status = 'detained'): Promise<Json> =>
  attorney.created(`/clients/${clientId}/custody`, { status, since });
const appointment = (clientId: string, date: string, more: Json = {}): Promise<Json> =>
  attorney.created(`/clients/${clientId}/check-ins`, {
    ...{ officeCode: 'ERO-NY-NEW-YORK-CITY', date, time: '09:30', method: 'in_person' },
    ...more,
  });

/** Each item of a plan says why, and where that comes from. */
function explained(items: Json[]): void {
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    expect(item.why.length).toBeGreaterThan(10);
    expect(item.citation.length).toBeGreaterThan(3);
    expect(['sourced', 'general_knowledge']).toContain(item.provenance);
  }
}

describe('diligence', () => {
  it('shows the points and the gaps, and counts neither undated nor withdrawn entries', async () => {
    const clientId = await newClient();
    await recordDiligence(attorney, clientId, { kind: 'obstacle_started', on: '2024' });
    await recordDiligence(attorney, clientId, { kind: 'discovered', on: '2025-01-10' });
    await recordDiligence(attorney, clientId, { on: '2025-02-01', note: 'Ordered the file' });
    await recordDiligence(attorney, clientId, { on: null, note: 'Called the bar' });
    const wrong = await recordDiligence(attorney, clientId, { on: '2025-02-20' });
    await recordDiligence(attorney, clientId, { kind: 'filed', on: '2025-04-15' });
    const before = (await standingOf(clientId)).diligence;
    expect(before.points.map((point: Json) => point.on)).toEqual([
      '2024-01-01',
      '2025-01-10',
      '2025-02-01',
      '2025-02-20',
      '2025-04-15',
    ]);
    await attorney.ok('POST', `/diligence-steps/${wrong.id}/withdraw`, {}, { ifMatch: 1 });
    const after = (await standingOf(clientId)).diligence;
    expect(after.gaps.map((gap: Json) => [gap.from, gap.to, gap.days])).toEqual([
      ['2024-01-01', '2025-01-10', 375],
      ['2025-02-01', '2025-04-15', 73],
    ]);
    expect(after.longestDays).toBe(375);
    expect(after.warnings.join(' ')).toContain('Called the bar');
    expect(after.trace.at(-1).text).toContain('Mata v. Lynch');
  });

  it('lists the steps of Lozada once former counsel is blamed', async () => {
    const clientId = await newClient();
    expect((await standingOf(clientId)).diligence.lozada).toEqual([]);
    await recordDiligence(attorney, clientId, { kind: 'lozada_notice', on: '2025-03-01' });
    const { lozada } = (await standingOf(clientId)).diligence;
    expect(lozada.map((step: Json) => [step.id, step.standing])).toEqual([
      ['affidavit', 'not_known'],
      ['notice_to_counsel', 'done'],
      ['bar_complaint', 'not_known'],
      ['prejudice', 'not_known'],
    ]);
  });

  it('runs to today when the filing has no date', async () => {
    const clientId = await newClient();
    await recordDiligence(attorney, clientId, { kind: 'discovered', on: '2025-01-10' });
    await recordDiligence(attorney, clientId, { kind: 'filed', on: null });
    const { points } = (await standingOf(clientId)).diligence;
    expect(points.at(-1).on).toBe(await inDays(0));
  });
});

describe('the next check-in', () => {
  it('is prepared from the nearest appointment that stands', async () => {
    const clientId = await newClient();
    await appointment(clientId, await inDays(90));
    const near = await appointment(clientId, await inDays(20));
    const { checkInPlan } = await standingOf(clientId);
    expect([checkInPlan.checkInId, checkInPlan.checkInOn]).toEqual([near.id, await inDays(20)]);
    explained(checkInPlan.items);
    const standings = checkInPlan.items.map((item: Json) => item.standing);
    expect(new Set(standings)).toEqual(new Set(['late', 'now', 'coming']));
    expect(checkInPlan.warnings[0]).toContain('not a legal due date');
    await attorney.ok('POST', `/check-ins/${near.id}/cancel`, { reason: 'Moved by ICE' }, { ifMatch: 1 });
    expect((await standingOf(clientId)).checkInPlan.checkInOn).toBe(await inDays(90));
  });

  it('beyond the years of the calendar is named as not counted, and hides nothing else', async () => {
    const clientId = await newClient();
    await appointment(clientId, '2199-01-04');
    const seen = await standingOf(clientId);
    expect(seen.checkInPlan).toBeNull();
    expect(seen.warnings).toEqual([
      expect.stringContaining('preparation of the check-in could not be counted'),
    ]);
    expect(seen.motionBars).not.toBeNull();
  });
});

describe('custody', () => {
  it('gives the hours, the clocks and the reviews of a detention that goes on', async () => {
    const clientId = await newClient();
    await addOrder(attorney, { clientId }, { decidedOn: '2000-03-14', appeal: 'waived' });
    const since = await inDays(-1);
    await hold(clientId, since);
    const { custody } = await standingOf(clientId);
    expect(custody).toMatchObject({
      since,
      detainedAtLocal: `${since}T00:00`,
      removalPeriod: { state: 'known', on: '2000-03-14' },
    });
    expect(custody.hoursPassed).toBeGreaterThan(22);
    explained(custody.hours);
    explained(custody.days);
    explained(custody.daily);
    expect(custody.warnings[0]).toContain('The hour is not recorded');
    expect(custody.warnings.join(' ')).toContain('counted as a return to detention');
    const from = custody.milestones.map((each: Json) => `${each.name} ${each.countedFrom}`);
    expect(from).toEqual(
      expect.arrayContaining([
        'six_months removal_period',
        'six_months detention',
        'redetention_review redetention',
      ]),
    );
    for (const each of custody.milestones)
      expect([each.citation.length > 3, each.trace.length > 1, each.verified]).toEqual([true, true, false]);
  });

  it('counts the hours from the check-in at which the client was detained', async () => {
    const clientId = await newClient();
    const day = await inDays(-2);
    await appointment(clientId, day, { outcome: 'detained' });
    const { custody } = await standingOf(clientId);
    expect([custody.since, custody.detainedAtLocal]).toEqual([day, `${day}T09:30`]);
    expect(custody.warnings[0]).toContain('time of the check-in');
    expect(custody.removalPeriod).toMatchObject({ state: 'not_known', on: null });
  });

  it('leaves open when the removal period began while a petition may have stayed it', async () => {
    const clientId = await newClient();
    const order = await addOrder(attorney, { clientId }, { decidedOn: '2024-03-14', appeal: 'waived' });
    await addMotion(attorney, clientId, {
      ...{ orderId: order.id, kind: 'petition_for_review', forum: 'court_of_appeals' },
      ...{ filedOn: '2024-04-01', result: 'denied', resultOn: '2025-06-02' },
    });
    await hold(clientId, await inDays(-10));
    const { removalPeriod } = (await standingOf(clientId)).custody;
    expect(removalPeriod.state).toBe('uncertain');
    expect(removalPeriod.candidates.map((each: Json) => each.on)).toEqual(['2024-03-14', '2025-06-02']);
  });

  it('ends with the release, and follows the later of two entries for one day', async () => {
    const clientId = await newClient();
    const day = await inDays(-3);
    await hold(clientId, day);
    expect((await standingOf(clientId)).custody.since).toBe(day);
    await hold(clientId, day, 'not_detained');
    expect((await standingOf(clientId)).custody).toBeNull();
    await hold(clientId, await inDays(-1));
    await hold(clientId, await inDays(-2), 'not_detained');
    expect((await standingOf(clientId)).custody.since).toBe(await inDays(-1));
  });

  it('is read by the deadlines at once: reviews appear with the detention and go with the release', async () => {
    const clientId = await newClient();
    await addOrder(attorney, { clientId }, { decidedOn: '2000-03-14', appeal: 'waived' });
    const held = async (): Promise<Json[]> =>
      (await attorney.read(`/clients/${clientId}/deadlines`)).items.filter(
        (each: Json) => each.ruleId === 'pocr.day_90' && each.status === 'open',
      );
    await hold(clientId, await inDays(-3));
    expect(await held()).toHaveLength(1);
    await hold(clientId, await inDays(-1), 'not_detained');
    expect(await held()).toEqual([]);
  });
});
