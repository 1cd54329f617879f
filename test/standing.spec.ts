import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { moveCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { recordDiligence } from './support/factories/diligence';
import { addMotion, type MotionWishes } from './support/factories/motion';
import { addOrder, type AddedOrder, type OrderWishes } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';

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

/** Days from the office's today, as the database sees it. */
async function inDays(days: number): Promise<string> {
  const sql = `SELECT ((now() AT TIME ZONE 'America/New_York')::date + $1::int)::text AS day`;
  return (await asAdmin(test, (admin) => admin.query(sql, [days]))).rows[0].day;
}

const standingOf = (clientId: string, api = attorney): Promise<Json> =>
  api.read(`/clients/${clientId}/standing`);

async function matter(wishes: OrderWishes = {}): Promise<{ client: AddedClient; order: AddedOrder }> {
  const client = await addClient(attorney);
  return { client, order: await addOrder(attorney, { clientId: client.id }, wishes) };
}

const answerOf = async (clientId: string): Promise<Json> => (await standingOf(clientId)).stays[0].answer;
const barOf = async (clientId: string, motion: string): Promise<Json> =>
  (await standingOf(clientId)).motionBars.bars.find((each: Json) => each.motion === motion);

/** Everything that an answer says, each with its reasons. */
function saysWhy(item: Json): void {
  expect([typeof item.why, typeof item.citation]).toEqual(['string', 'string']);
  expect(item.why.length).toBeGreaterThan(10);
}

describe('a client of whom nothing is recorded', () => {
  it('is told nothing comforting', async () => {
    const client = await addClient(attorney);
    const seen = await standingOf(client.id);
    expect(seen).toMatchObject({
      asOf: await inDays(0),
      circuit: null,
      stays: [],
      checkInPlan: null,
      custody: null,
      warnings: [],
    });
    expect(seen.motionBars.bars.map((bar: Json) => bar.standing)).toEqual(
      seen.motionBars.bars.map(() => 'not_known'),
    );
    expect(seen.motionBars.warnings.join(' ')).toContain('Ask whether former counsel');
    expect(seen.departure).toMatchObject([{ motion: 'reopen', motionId: null, standing: 'not_known' }]);
    expect(seen.diligence.warnings.join(' ')).toContain('No tolled date is computed');
    expect(JSON.stringify(seen)).not.toMatch(/"tolled(?:On|Until)"/);
  });
});

describe('stays', () => {
  it('shows the automatic stay of a first motion on an order in absentia, until it is ruled on', async () => {
    const { client, order } = await matter({
      decidedOn: '2023-03-14',
      inAbsentia: true,
      appeal: 'not_taken',
    });
    const motion = await addMotion(attorney, client.id, {
      ...{ orderId: order.id, kind: 'reopen_absentia', filedBy: 'us' },
      ...{ filedOn: '2026-10-01', result: 'pending' },
    });
    const running = await answerOf(client.id);
    expect([running.removalStayed, running.by]).toEqual(['yes', ['stay.motion.absentia']]);
    expect(running.warnings.join(' ')).toContain('not arrest or detention');
    for (const stay of running.stays) saysWhy(stay);
    await attorney.ok('PATCH', `/motions/${motion.id}`, { result: 'not_known' }, { ifMatch: 1 });
    expect((await answerOf(client.id)).removalStayed).toBe('no');
    const denied = { result: 'denied', resultOn: '2026-11-02' };
    await attorney.ok('PATCH', `/motions/${motion.id}`, denied, { ifMatch: 2 });
    expect((await answerOf(client.id)).removalStayed).toBe('no');
    await attorney.ok(
      'PATCH',
      `/motions/${motion.id}`,
      { result: 'rejected', resultOn: null },
      { ifMatch: 3 },
    );
    expect((await answerOf(client.id)).stays.map((stay: Json) => stay.id)).not.toContain(
      'stay.motion.absentia',
    );
  });

  it('is not sure of it after an earlier motion that may have been the first of its kind', async () => {
    const { client, order } = await matter({
      decidedOn: '2023-03-14',
      inAbsentia: true,
      appeal: 'not_taken',
    });
    const filed = { filedOn: '2026-10-01', result: 'pending' } as const;
    await addMotion(attorney, client.id, {
      orderId: order.id,
      kind: 'reopen_absentia',
      filedBy: 'us',
      ...filed,
    });
    await addMotion(attorney, client.id, { filedOn: '2024', filedBy: 'notario', result: 'not_known' });
    const answer = await answerOf(client.id);
    expect([answer.removalStayed, answer.by]).toEqual(['not_known', []]);
    expect(answer.summary).toContain('read its papers');
  });

  const stays: [string, MotionWishes, 'yes' | 'no' | 'not_known'][] = [
    ['a motion to reopen', { kind: 'reopen', result: 'pending' }, 'no'],
    ['a petition alone', { kind: 'petition_for_review', forum: 'court_of_appeals', result: 'pending' }, 'no'],
    [
      'a petition with a stay',
      { kind: 'petition_for_review', forum: 'court_of_appeals', result: 'pending', stayUntil: '2090-01-01' },
      'yes',
    ],
    [
      'a petition denied after a stay',
      { kind: 'petition_for_review', forum: 'court_of_appeals', result: 'denied', stayUntil: '2090-01-01' },
      'no',
    ],
    [
      'a stay that ICE granted',
      { kind: 'i246', forum: 'dhs', result: 'granted', resultOn: '2026-07-01', stayUntil: '2090-07-01' },
      'yes',
    ],
    [
      'a stay of ICE that has run out',
      { kind: 'i246', forum: 'dhs', result: 'granted', resultOn: '2025-07-01', stayUntil: '2026-07-01' },
      'no',
    ],
    ['a stay of ICE without its end', { kind: 'i246', forum: 'dhs', result: 'granted' }, 'not_known'],
    ['a request before ICE', { kind: 'i246', forum: 'dhs', result: 'pending' }, 'no'],
    ['a habeas petition', { kind: 'habeas', forum: 'district_court', result: 'pending' }, 'no'],
    [
      'a stay of the Board',
      { kind: 'stay', forum: 'board', result: 'granted', resultOn: '2026-07-01' },
      'yes',
    ],
    ['a stay granted on a day not known', { kind: 'stay', forum: 'board', result: 'granted' }, 'not_known'],
    ['a stay denied', { kind: 'stay', forum: 'court', result: 'denied', resultOn: '2026-07-01' }, 'no'],
  ];
  it.each(stays)('answers for %s', async (_, wishes, removalStayed) => {
    const { client, order } = await matter();
    const base = { orderId: order.id, filedBy: 'us', filedOn: '2025-06-02', resultOn: null } as const;
    await addMotion(attorney, client.id, { ...base, ...wishes });
    expect((await answerOf(client.id)).removalStayed).toBe(removalStayed);
  });

  it('does not know who stayed an order that is only recorded as stayed', async () => {
    const { client } = await matter({ statuses: [{ status: 'stayed', on: '2026-05-04' }] });
    const answer = await answerOf(client.id);
    expect([answer.removalStayed, answer.by]).toEqual(['not_known', []]);
    expect(answer.warnings[0]).toContain('Record the stay itself');
  });

  it('has nothing to stay when the order no longer stands', async () => {
    const { client, order } = await matter({ statuses: [{ status: 'vacated', on: '2026-05-04' }] });
    expect((await standingOf(client.id)).stays).toEqual([
      {
        orderId: order.id,
        order: 'order of 2000-03-14',
        status: 'vacated',
        answer: null,
        note: 'The order is recorded as vacated. Since 2026-05-04.',
      },
    ]);
  });

  it('counts a motion that names no order for none of several', async () => {
    const { client } = await matter({ decidedOn: '2023-03-14', inAbsentia: true, appeal: 'not_taken' });
    await addOrder(attorney, { clientId: client.id });
    const filed = { filedBy: 'us', filedOn: '2026-10-01', result: 'pending' } as const;
    await addMotion(attorney, client.id, { kind: 'reopen_absentia', ...filed });
    const { stays: orders } = await standingOf(client.id);
    expect(orders.map((each: Json) => each.answer.removalStayed)).not.toContain('yes');
    for (const each of orders) expect(each.answer.warnings.join(' ')).toContain('names no order');
  });
});

describe('motions used up', () => {
  it('counts what a notario filed, and never calls one open that nobody asked about', async () => {
    const { client, order } = await matter();
    expect((await barOf(client.id, 'reopen')).standing).toBe('not_known');
    const motion = await addMotion(attorney, client.id, { filedBy: 'notario', filedOn: '2004' });
    await addMotion(attorney, client.id, {
      filedBy: 'dhs',
      filedOn: '2005',
      kind: 'reconsider',
      orderId: order.id,
    });
    expect(await barOf(client.id, 'reopen')).toMatchObject({ standing: 'used', motionIds: [motion.id] });
    expect(await barOf(client.id, 'reconsider')).toMatchObject({ standing: 'not_known', orderId: order.id });
    const { motionBars } = await standingOf(client.id);
    for (const bar of motionBars.bars) saysWhy(bar);
    expect(motionBars.bars.map((bar: Json) => bar.standing)).not.toContain('open');
    expect([motionBars.total, motionBars.exceptions.length]).toEqual([1, 4]);
    expect(motionBars.trace.map((step: Json) => step.text).join(' ')).not.toContain(motion.id);
  });

  it('says that a motion sent back may count, and ties reconsideration to its order', async () => {
    const { client, order } = await matter();
    await addMotion(attorney, client.id, { result: 'rejected' });
    expect((await barOf(client.id, 'reopen')).standing).toBe('not_known');
    const again = await addMotion(attorney, client.id, { kind: 'reconsider', orderId: order.id });
    const bar = await barOf(client.id, 'reconsider');
    expect(bar).toMatchObject({ orderId: order.id, standing: 'used', motionIds: [again.id] });
  });

  it('counts the motion of the case once beside its own record', async () => {
    const { client, order } = await matter();
    for (const stage of ['records', 'clemency_pending', 'grant_received', 'motion_filed'])
      await moveCase(attorney, client.caseId, stage, '2026-07-10');
    expect((await standingOf(client.id)).motionBars.total).toBe(1);
    await addMotion(attorney, client.id, {
      ...{ kind: 'reopen_joint', orderId: order.id, filedBy: 'us' },
      ...{ filedOn: '2026-07-10', result: 'pending' },
    });
    expect((await standingOf(client.id)).motionBars.total).toBe(1);
  });

  it('reads the exceptions by the circuit of the court, when there is one', async () => {
    const client = await addClient(attorney);
    const lifts = async (): Promise<Json> => {
      const { circuit, motionBars } = await standingOf(client.id);
      return [
        circuit,
        motionBars.exceptions.find((each: Json) => each.id === 'country_conditions').liftsNumber,
      ];
    };
    expect(await lifts()).toEqual([null, 'contested']);
    await addProceeding(attorney, client.id, { courtCode: 'HOU' });
    expect(await lifts()).toEqual(['5', 'no']);
    await addProceeding(attorney, client.id, { courtCode: 'NYC' });
    expect(await lifts()).toEqual([null, 'contested']);
  });
});

describe('departure', () => {
  it('warns after an order that was carried out, and of leaving with a motion pending', async () => {
    const { client, order } = await matter({ statuses: [{ status: 'executed', on: '2002-05-04' }] });
    const seen = (await standingOf(client.id)).departure;
    expect(seen.map((each: Json) => [each.motion, each.standing])).toEqual([
      ['reopen', 'may_bar'],
      ['sua_sponte', 'may_bar'],
    ]);
    for (const each of seen) saysWhy(each);
    const motion = await addMotion(attorney, client.id, {
      ...{ orderId: order.id, filedBy: 'us', filedOn: '2002-04-01', result: 'pending' },
    });
    expect((await standingOf(client.id)).departure[0]).toMatchObject({
      motionId: motion.id,
      standing: 'withdraws_motion',
    });
  });
});

describe('who may', () => {
  it('hides another organisation, and a caseload one is not on', async () => {
    const { client } = await matter();
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api])
      expect((await api.get(`/clients/${client.id}/standing`)).status).toBe(404);
  });

  it('lets auditors read without notes, volunteers not, and writes who opened it', async () => {
    const { client } = await matter();
    await recordDiligence(attorney, client.id, { on: '2025-03-10', note: 'Sister Maria called' });
    expect(JSON.stringify(await standingOf(client.id))).toContain('Sister Maria');
    expect(JSON.stringify(await standingOf(client.id, office.api.auditor))).not.toContain('Sister Maria');
    expect((await office.api.volunteer.get(`/clients/${client.id}/standing`)).status).toBe(403);
    const sql = `SELECT action, user_id FROM app.audit_entry WHERE client_id = $1 ORDER BY seq DESC LIMIT 1`;
    const { rows } = await asAdmin(test, (admin) => admin.query(sql, [client.id]));
    expect(rows).toEqual([{ action: 'deadline.read', user_id: office.people.auditor.id }]);
  });
});
