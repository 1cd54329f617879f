import { Client } from 'pg';
import { DeadlineDuty } from '@app/deadlines';
import { asAdmin } from './support/admin';
import { startApp, startBeside, type TestApp } from './support/app';
import { overInject, signIn, type Api, type Json } from './support/client';
import { addClient, type AddedClient } from './support/factories/client';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { LAW_SETS } from './support/law-sets';
import { forkWorker } from './support/worker';

jest.setTimeout(60_000);

/** A count of the whole office under a calendar that changed: complete, once, whatever gets into its way. */
let test: TestApp;
let office: Office;
let other: Office;
let attorney: Api;
let clients: AddedClient[];

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Valley Legal', { roles: ['director', 'attorney'] });
  attorney = office.api.attorney;
  clients = [];
  for (const api of [attorney, attorney, attorney, other.api.attorney]) clients.push(await appealing(api));
  await test.app.get(DeadlineDuty).followTheLaw();
});
afterAll(() => test.close());

const duty = (): DeadlineDuty => test.app.get(DeadlineDuty);
const rows = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;

/** A client whose appeal is due on October 26, 2026, a Monday. */
async function appealing(api: Api): Promise<AddedClient> {
  const client = await addClient(api);
  await addOrder(
    api,
    { clientId: client.id },
    { decidedOn: '2026-09-24', appeal: 'not_taken', asylumDecided: true },
  );
  return client;
}

async function appealOf(clientId: string, api = attorney): Promise<Json> {
  const { items } = await api.read(`/clients/${clientId}/deadlines`);
  return api.read(`/deadlines/${items.find((each: Json) => each.ruleId === 'bia.appeal').id}`);
}

const enter = (on: string, layer = 'forum_notice', api = office.api.director): Promise<Json> =>
  api.created('/calendar-notices', { layer, on, name: `Closed by notice` });

const openReviews = (orgId = office.orgId): Promise<Json[]> =>
  rows(
    `SELECT client_id, deadline_id, cause, what, told_at FROM app.law_review WHERE org_id = $1 AND acknowledged_at IS NULL`,
    [orgId],
  );
const mailsOf = async (orgId = office.orgId): Promise<number> =>
  (await rows(`SELECT count(*)::int AS n FROM app.outbox_message WHERE org_id = $1`, [orgId]))[0].n;
const basisOf = async (): Promise<string> =>
  (await rows('SELECT fingerprint FROM app.law_basis WHERE org_id = $1', [office.orgId]))[0].fingerprint;
const forget = (): Promise<Json[]> => rows('DELETE FROM app.law_review WHERE org_id = $1', [office.orgId]);

/** What no form accepts, as an old import might have left it. */
const sentenced = (clientId: string, on: string): Promise<unknown> =>
  asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    await admin.query('UPDATE app.conviction SET sentenced_on = $2 WHERE client_id = $1', [clientId, on]);
  });

async function until(fits: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await fits()); tries += 1) {
    if (tries > 200) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Somebody who changes this client's facts and does not come to an end. */
async function holding(clientId: string, work: () => Promise<void>): Promise<void> {
  const person = new Client({ connectionString: test.database.adminUrl });
  await person.connect();
  try {
    await person.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`deadlines|${clientId}`]);
    await work();
  } finally {
    await person.end();
  }
}

describe('a closed day', () => {
  it('moves the outer bound only, with both days kept, and opens a review that names it', async () => {
    const before = await appealOf(clients[0].id);
    await enter('2026-10-26');
    expect(await duty().followTheLaw()).toBe(1);
    const row = await appealOf(clients[0].id);
    expect([row.dueOn, row.taskOn]).toEqual([before.dueOn, before.taskOn]);
    expect([before.outerOn, row.outerOn]).toEqual(['2026-10-26', '2026-10-27']);
    expect(row.history[0]).toMatchObject({ reason: 'calendar_changed', by: { name: 'Vacatur' } });
    const { items } = await office.api.director.read('/law-reviews?limit=100');
    expect(items.find((each: Json) => each.deadlineId === row.id)).toMatchObject({
      cause: 'calendar_changed',
      what: 'Closed day entered: 2026-10-26, Closed by notice.',
      before: { outerOn: '2026-10-26' },
      after: { outerOn: '2026-10-27', dueOn: before.dueOn },
    });
    expect(await mailsOf()).toBeGreaterThan(0);
  });

  it('of another office changes nothing here', async () => {
    expect((await appealOf(clients[3].id, other.api.attorney)).outerOn).toBe('2026-10-26');
    expect(await openReviews(other.orgId)).toEqual([]);
  });

  it('withdrawn moves it back, as visibly', async () => {
    const { items } = await office.api.director.read('/calendar-notices');
    const [notice] = items;
    await office.api.director.ok(
      'POST',
      `/calendar-notices/${notice.id}/withdraw`,
      {},
      { ifMatch: notice.version },
    );
    await forget();
    expect(await duty().followTheLaw()).toBe(1);
    expect((await appealOf(clients[0].id)).outerOn).toBe('2026-10-26');
    expect((await openReviews())[0].what).toBe('Closed day withdrawn: 2026-10-26, Closed by notice.');
  });

  it('of the executive branch does the same', async () => {
    await forget();
    await enter('2026-10-26', 'executive_closure');
    await duty().followTheLaw();
    expect((await appealOf(clients[1].id)).outerOn).toBe('2026-10-27');
  });

  it('that no date falls on is counted, and tells nobody', async () => {
    await forget();
    const mails = await mailsOf();
    await enter('2031-03-03');
    expect(await duty().followTheLaw()).toBe(1);
    expect([await openReviews(), await mailsOf()]).toEqual([[], mails]);
    expect(await duty().followTheLaw()).toBe(0);
  });
});

describe('a count that is interrupted', () => {
  it('is done again from where it was: every date once, every review once, one mail', async () => {
    await forget();
    const mails = await mailsOf();
    const basis = await basisOf();
    const told = new Set<string>();
    await holding(clients[2].id, async () => {
      await enter('2026-10-27');
      const worker = await forkWorker(test);
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      await until(async () => (await openReviews()).length > 0);
      worker.kill('SIGKILL');
      await ended;
      for (const review of await openReviews()) told.add(review.deadline_id);
      expect([await basisOf(), await mailsOf()]).toEqual([basis, mails]);
      expect((await appealOf(clients[2].id)).outerOn).toBe('2026-10-27');
    });
    expect(await duty().followTheLaw()).toBe(1);
    expect((await appealOf(clients[2].id)).outerOn).toBe('2026-10-28');
    const reviews = await openReviews();
    expect(reviews.length).toBeGreaterThan(told.size);
    expect(new Set(reviews.map((each) => each.deadline_id)).size).toBe(reviews.length);
    expect(reviews.every((each) => each.told_at !== null)).toBe(true);
    expect(await basisOf()).not.toBe(basis);
    expect(await mailsOf()).toBe(mails + 1);
  });
});

describe('one client', () => {
  it('whom somebody is changing is counted last, when they are done', async () => {
    await forget();
    await enter('2026-10-28');
    let counting: Promise<number> | undefined;
    await holding(clients[1].id, async () => {
      counting = duty().followTheLaw();
      await until(async () => (await openReviews()).some((each) => each.client_id === clients[2].id));
      expect((await openReviews()).some((each) => each.client_id === clients[1].id)).toBe(false);
    });
    expect(await counting).toBe(1);
    expect((await appealOf(clients[1].id)).outerOn).toBe('2026-10-29');
  });

  it('whose facts cannot be read does not keep the others from being counted and told, and is reported', async () => {
    await forget();
    const broken = await addClient(attorney);
    await attorney.created(`/clients/${broken.id}/convictions`, { level: 'felony', sentencedOn: '1990-05' });
    await asAdmin(test, async (admin) => {
      await admin.query('SET session_replication_role = replica');
      await admin.query(`UPDATE app.conviction SET sentenced_on = '1990-13' WHERE client_id = $1`, [
        broken.id,
      ]);
    });
    const [mails, basis] = [await mailsOf(), await basisOf()];
    await enter('2026-10-29');
    expect(await duty().followTheLaw()).toBe(1);
    expect((await appealOf(clients[0].id)).outerOn).toBe('2026-10-30');
    expect([await mailsOf(), await basisOf()]).toEqual([mails + 1, basis]);
    expect(test.logged()).toContain('deadlines not recomputed');
    expect(await duty().followTheLaw()).toBe(0);
    await sentenced(broken.id, '1990-12');
    expect(await duty().recomputeAll(office.orgId)).toMatchObject({ failed: 0 });
    expect(await basisOf()).not.toBe(basis);
  });
});

describe('between an update and the count', () => {
  it('a person who changes a fact gets the new law, and the move is on the list all the same', async () => {
    await forget();
    const updated = await startBeside(test, LAW_SETS.back);
    try {
      const matter = await appealing(attorney);
      const before = await appealOf(matter.id);
      const duties = updated.app.get(DeadlineDuty);
      const { orgId } = office;
      const [order] = await rows('SELECT id, version FROM app.removal_order WHERE client_id = $1', [
        matter.id,
      ]);
      const { email, password } = office.people.attorney;
      const through = await signIn(overInject(updated.app), email, password);
      await through.ok('PATCH', `/orders/${order.id}`, { asylumDecided: false }, { ifMatch: order.version });
      const after = await appealOf(matter.id);
      expect([before.dueOn, after.dueOn]).toEqual(['2026-10-26', '2026-10-05']);
      expect(after.history[0].reason).toBe('rules_changed');
      expect((await openReviews()).filter((each) => each.deadline_id === after.id)).toHaveLength(1);
      await duties.recomputeAll(orgId);
      expect((await openReviews()).filter((each) => each.deadline_id === after.id)).toHaveLength(1);
    } finally {
      await updated.close();
    }
  });
});
