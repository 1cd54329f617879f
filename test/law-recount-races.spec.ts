import { Client } from 'pg';
import { DeadlineDuty } from '@app/deadlines';
import { RULE_SET, ruleSetOf, type RuleSet } from '@app/rules';
import { asAdmin } from './support/admin';
import { startApp, startBeside, type TestApp } from './support/app';
import { overInject, signIn, type Api, type Json } from './support/client';
import { closeCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { addMotion } from './support/factories/motion';
import { addOrder } from './support/factories/order';
import { verifyRule } from './support/factories/law';
import { foundOffice, type Office } from './support/factories/organisation';

jest.setTimeout(60_000);

/** What happens while an office is counted, or before it is: no date moves without a reason and somebody to look. */
let test: TestApp;
let office: Office;
let attorney: Api;

const offices: Office[] = [];

beforeAll(async () => {
  test = await startApp();
  for (let n = 1; n <= 12; n += 1)
    offices.push(await foundOffice(test, `Office ${n}`, { roles: ['director', 'attorney'] }));
});
beforeEach(() => {
  office = offices.pop()!;
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
const duty = (): DeadlineDuty => test.app.get(DeadlineDuty);
const rows = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;
const enter = (on: string, name = 'Closed by notice'): Promise<Json> =>
  office.api.director.created('/calendar-notices', { layer: 'forum_notice', on, name });
const reviews = (state = 'open', api = office.api.director): Promise<Json[]> =>
  api.read(`/law-reviews?limit=100&state=${state}`).then((list: Json) => list.items);
const mine = async (): Promise<Json[]> =>
  (await office.api.director.read('/law-reviews?limit=100&mine=true')).items;
const mails = async (): Promise<number> =>
  (await rows(`SELECT count(*)::int AS n FROM app.outbox_message WHERE org_id = $1`, [office.orgId]))[0].n;

/** A client whose appeal is due on October 26, 2026, a Monday. */
async function appealing(decidedOn = '2026-09-24'): Promise<AddedClient> {
  const client = await addClient(attorney);
  const order = { decidedOn, appeal: 'not_taken', asylumDecided: true } as const;
  await addOrder(attorney, { clientId: client.id }, order);
  return client;
}

async function deadlineOf(client: AddedClient, ruleId: string): Promise<Json> {
  const { items } = await office.api.director.read(`/clients/${client.id}/deadlines`);
  const found = items.find((each: Json) => each.ruleId === ruleId);
  return office.api.director.read(`/deadlines/${found.id}`);
}

async function responsible(client: AddedClient): Promise<void> {
  const { version } = await attorney.read(`/cases/${client.caseId}`);
  const responsibleId = office.people.attorney.id;
  await attorney.ok('PATCH', `/cases/${client.caseId}`, { responsibleId }, { ifMatch: version });
}

const suspend = (id: string): Promise<Json> =>
  office.api.director.ok('POST', `/staff/${id}/suspend`, { leaveForDirectors: true }, { ifMatch: 1 });

const offTheCase = ({ caseId }: AddedClient): Promise<unknown> =>
  office.api.director.delete(`/cases/${caseId}/team/${office.people.attorney.id}`);

/** Does something after a count of the office has begun and before it reads its first client. */
async function during<T>(count: () => Promise<T>, work: () => Promise<unknown>): Promise<T> {
  const other = new Client({ connectionString: test.database.adminUrl });
  await other.connect();
  try {
    await other.query('BEGIN; LOCK TABLE app.client IN ACCESS EXCLUSIVE MODE');
    const counting = count();
    const waiting = `SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'app.client'::regclass`;
    for (let tries = 0; (await other.query(waiting)).rowCount === 0; tries += 1) {
      if (tries > 200) throw new Error('Nobody counts.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await work();
    await other.query('COMMIT');
    return await counting;
  } finally {
    await other.end();
  }
}

/** Works in an application that has this law, as the attorney. */
async function under(law: RuleSet, work: (api: Api) => Promise<void>): Promise<void> {
  const updated = await startBeside(test, law);
  try {
    const { email, password } = office.people.attorney;
    await work(await signIn(overInject(updated.app), email, password));
  } finally {
    await updated.close();
  }
}

describe('a closed day that is entered while the office is counted', () => {
  it('is the reason of what the nightly count moves, and opens reviews', async () => {
    const client = await appealing();
    await duty().followTheLaw();
    await during(
      () => duty().recomputeAll(office.orgId),
      () => enter('2026-10-26'),
    );
    const row = await deadlineOf(client, 'bia.appeal');
    expect(row).toMatchObject({ outerOn: '2026-10-27', history: [{ reason: 'calendar_changed' }] });
    expect(await reviews()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          deadlineId: row.id,
          what: 'Closed day entered: 2026-10-26, Closed by notice.',
        }),
      ]),
    );
    expect(await mails()).toBeGreaterThan(0);
  });

  it('is named beside the change that the count began for, and belongs to the next one', async () => {
    const client = await appealing();
    await duty().followTheLaw();
    await enter('2026-10-23', 'The first');
    await during(
      () => duty().recomputeAll(office.orgId),
      () => enter('2026-10-26', 'The second'),
    );
    const row = await deadlineOf(client, 'bia.appeal');
    const found = (await reviews()).find((each) => each.deadlineId === row.id);
    expect(found?.what).toBe(
      'Closed day entered: 2026-10-23, The first. Closed day entered: 2026-10-26, The second.',
    );
    const [{ fresh }] = await rows(
      `SELECT count(*)::int AS fresh FROM app.law_basis b JOIN app.calendar_notice n USING (org_id)
        WHERE b.org_id = $1 AND n.created_at > b.at`,
      [office.orgId],
    );
    expect(fresh).toBe(1);
  });
});

describe('a person who changes a fact before the office is counted', () => {
  const appeal = RULE_SET.rules.find(({ id, version }) => id === 'bia.appeal.30d' && version === 4)!;
  const contested = { ...appeal, version: 5, replaces: [4], status: 'operative_contested' as const };
  const entry = (version: string, id: string) => ({
    ...{ version, on: '2026-11-22', rules: [id], what: `${id} changed.`, why: 'A judgment.' },
  });
  const setOf = (version: string, rules: RuleSet['rules'], id: string): RuleSet =>
    ruleSetOf(version, rules, [...RULE_SET.changes, entry(version, id)], RULE_SET.composites);

  it('has the new standing of a rule reviewed though no date moved', async () => {
    const client = await appealing();
    await duty().followTheLaw();
    const before = await deadlineOf(client, 'bia.appeal');
    await under(setOf('2026-11-22.8', [...RULE_SET.rules, contested], appeal.id), async (api) => {
      await addMotion(api, client.id, { kind: 'sua_sponte' });
    });
    const after = await deadlineOf(client, 'bia.appeal');
    expect([after.dueOn, after.outerOn]).toEqual([before.dueOn, before.outerOn]);
    expect([before.ruleStatus, after.ruleStatus]).toEqual(['operative', 'operative_contested']);
    expect(after.history[0].reason).toBe('rules_changed');
    const found = (await reviews()).filter((each) => each.deadlineId === after.id);
    expect(found).toMatchObject([{ what: 'bia.appeal.30d changed. A judgment.' }]);
  });

  it('is told that the facts moved a date when an attorney only checked a rule', async () => {
    const client = await appealing();
    await duty().followTheLaw();
    await verifyRule(attorney, 'bia.appeal', { version: 4, on: today() });
    const [order] = await rows('SELECT id, version FROM app.removal_order WHERE client_id = $1', [client.id]);
    const body = { decidedOn: '2026-09-28' };
    await attorney.ok('PATCH', `/orders/${order.id}`, body, { ifMatch: order.version });
    expect((await deadlineOf(client, 'bia.appeal')).history[0].reason).toBe('facts_changed');
    await duty().followTheLaw();
    expect(await reviews()).toEqual([]);
  });

  it('has the deadline reviewed that the new law made', async () => {
    const client = await appealing(today());
    await duty().followTheLaw();
    // As it would be had the rule not been there when the order was recorded.
    await asAdmin(test, async (admin) => {
      await admin.query('SET session_replication_role = replica');
      const made = `DELETE FROM app.deadline WHERE client_id = $1 AND rule_id = 'motion.reopen.90d'`;
      await admin.query(made, [client.id]);
    });
    await under(setOf('2026-11-22.7', RULE_SET.rules, 'motion.reopen.90d'), async (api) => {
      await addMotion(api, client.id, { kind: 'sua_sponte' });
    });
    const made = await deadlineOf(client, 'motion.reopen.90d');
    expect((await reviews()).filter(({ before }) => before === null)).toMatchObject([
      { deadlineId: made.id },
    ]);
  });
});

describe('a review whose attorney is gone', () => {
  const leaves: [string, (client: AddedClient) => Promise<unknown>][] = [
    ['the office', () => suspend(office.people.attorney.id)],
    ['the case', (client) => offTheCase(client)],
  ];

  it.each(leaves)(
    'waits for the directors, on the list and in the number of the day: left %s',
    async (_what, leave) => {
      const client = await appealing();
      await responsible(client);
      await duty().followTheLaw();
      await enter('2026-10-26');
      await duty().followTheLaw();
      expect((await mine()).length).toBe(0);
      const waiting = (await reviews()).length;
      expect(waiting).toBeGreaterThan(0);
      await leave(client);
      expect((await mine()).length).toBe(waiting);
      expect((await office.api.director.read('/reports/my-day')).openLawReviews).toBe(waiting);
    },
  );

  it.each(leaves)(
    'is opened for the directors, who are told: left %s before the count',
    async (_what, leave) => {
      const client = await appealing();
      await responsible(client);
      await duty().followTheLaw();
      await leave(client);
      await enter('2026-10-26');
      await duty().followTheLaw();
      expect((await mine()).map(({ attorney: told }) => told)).toEqual((await mine()).map(() => null));
      expect([(await mine()).length > 0, await mails()]).toEqual([true, 1]);
    },
  );

  it('waits for the directors too when the case was closed', async () => {
    const client = await appealing();
    await responsible(client);
    await duty().followTheLaw();
    await enter('2026-10-26');
    await duty().followTheLaw();
    await closeCase(attorney, client.caseId, today(), 'withdrawn');
    expect((await mine()).length).toBe((await reviews()).length);
  });

  it('is told to the directors when the attorney left before the mail was written', async () => {
    const client = await appealing();
    await responsible(client);
    await duty().followTheLaw();
    await enter('2026-10-26');
    await addMotion(attorney, client.id, { kind: 'sua_sponte' });
    expect([(await reviews()).length > 0, await mails()]).toEqual([true, 0]);
    await suspend(office.people.attorney.id);
    await duty().followTheLaw();
    expect(await mails()).toBe(1);
  });
});

describe('a client whom somebody holds for long', () => {
  it('is tried again, and does not leave the office uncounted', async () => {
    const client = await appealing();
    await duty().followTheLaw();
    await enter('2026-10-26');
    const person = new Client({ connectionString: test.database.adminUrl });
    await person.connect();
    await person.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`deadlines|${client.id}`]);
    const counting = duty().recomputeAll(office.orgId);
    await new Promise((resolve) => setTimeout(resolve, 4500));
    await person.end();
    expect(await counting).toMatchObject({ failed: 0 });
    expect((await deadlineOf(client, 'bia.appeal')).outerOn).toBe('2026-10-27');
  });
});
