import { DeadlineDuty } from '@app/deadlines';
import { Keyring } from '@app/platform';
import type { RuleSet } from '@app/rules';
import { asAdmin } from './support/admin';
import { startApp, startBeside, type TestApp } from './support/app';
import type { Answer, Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { LAW_SETS } from './support/law-sets';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let other: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp({}, undefined, LAW_SETS.before);
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Valley Legal', { roles: ['director', 'attorney'] });
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const rows = async (text: string, values: unknown[] = []): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;

/** Ships this law: what the worker of an installation does within a minute of an update. */
async function ship(law: RuleSet): Promise<number> {
  const updated = await startBeside(test, law);
  try {
    return await updated.app.get(DeadlineDuty).followTheLaw();
  } finally {
    await updated.close();
  }
}

const clientOf = async (api: Api, responsibleId: string): Promise<AddedClient> => {
  const client = await addClient(api);
  const matter = await api.read(`/cases/${client.caseId}`);
  await api.ok('PATCH', `/cases/${client.caseId}`, { responsibleId }, { ifMatch: matter.version });
  return client;
};

const decided = (asylumDecided: boolean) => ({
  decidedOn: '2026-09-24',
  decisionForm: 'oral' as const,
  appeal: 'not_taken' as const,
  asylumDecided,
});

async function deadlineOf(clientId: string, ruleId: string, api = attorney): Promise<Json> {
  const { items } = await api.read(`/clients/${clientId}/deadlines`);
  return api.read(`/deadlines/${items.find((each: Json) => each.ruleId === ruleId).id}`);
}

const reviewsOf = async (clientId: string, api = attorney, query = ''): Promise<Json[]> =>
  (await api.read(`/law-reviews?limit=100${query}`)).items.filter((each: Json) => each.clientId === clientId);

const reviewOf = async (clientId: string, ruleId: string): Promise<Json> =>
  (await reviewsOf(clientId)).find((each) => each.ruleId === ruleId);

const acknowledge = (review: Json, body: Json = {}, api = attorney): Promise<Answer> =>
  api.post(`/law-reviews/${review.id}/acknowledge`, body, { ifMatch: review.version });

/** Mails about changes of law that wait to be sent, with their text opened. */
async function mails(orgId = office.orgId): Promise<{ to: string; subject: string; text: string }[]> {
  const waiting = await rows('SELECT id, payload FROM app.outbox_message WHERE org_id = $1 ORDER BY id', [
    orgId,
  ]);
  const keyring = test.app.get(Keyring);
  const key = await keyring.orgKey(orgId);
  return waiting
    .map((row) => JSON.parse(key.box('outbox_message', row.id).open('payload', row.payload)))
    .filter((mail) => mail.subject.startsWith('The law changed'));
}

describe('the appeal rule of 2026', () => {
  let affected: AddedClient;
  let untouched: AddedClient;
  let appealId: string;

  beforeAll(async () => {
    affected = await clientOf(attorney, office.people.attorney.id);
    untouched = await clientOf(attorney, office.people.attorney.id);
    await addOrder(attorney, { clientId: affected.id }, decided(false));
    await addOrder(attorney, { clientId: untouched.id }, decided(true));
    appealId = (await deadlineOf(affected.id, 'bia.appeal')).id;
    await test.app.get(DeadlineDuty).followTheLaw();
  });

  const appeal = (): Promise<Json> => attorney.read(`/deadlines/${appealId}`);

  it('is not there yet: thirty days, and an attorney stands for them', async () => {
    const row = await appeal();
    expect(row).toMatchObject({ dueOn: '2026-10-26', ruleStatus: 'operative', alternates: [] });
    const confirmed = await attorney.ok(
      'POST',
      `/deadlines/${appealId}/confirm`,
      {},
      { ifMatch: row.version },
    );
    expect(confirmed.confirmed).not.toBeNull();
    expect(await ship(LAW_SETS.before)).toBe(0);
    expect(await reviewsOf(affected.id)).toEqual([]);
  });

  it('appears: ten days, the confirmation is gone, and everything that moved is on the list (trap 6)', async () => {
    const before = await appeal();
    const beside = await deadlineOf(untouched.id, 'bia.appeal');
    expect(await ship(LAW_SETS.appears)).toBe(2);
    const row = await appeal();
    expect(row).toMatchObject({ dueOn: '2026-10-05', ruleStatus: 'operative', confirmed: null });
    expect(row.taskOn < before.taskOn).toBe(true);
    expect(row.confirmationClearedAt).not.toBeNull();
    expect(row.history.map((event: Json) => event.reason)).toEqual([
      'confirmation_cleared',
      'rules_changed',
      'confirmed',
    ]);
    expect(row.history[1]).toMatchObject({
      dueOn: '2026-10-26',
      newDueOn: '2026-10-05',
      taskOn: before.taskOn,
      newTaskOn: row.taskOn,
      by: { name: 'Vacatur' },
    });
    const review = await reviewOf(affected.id, 'bia.appeal');
    expect(review).toMatchObject({
      cause: 'rules_changed',
      what: 'Ten days to appeal decisions from March 9, 2026 on. Interim final rule published 2026-02-06.',
      attorney: { id: office.people.attorney.id },
      deadlineId: appealId,
      before: { kind: 'filing', dueOn: '2026-10-26', ruleStatus: 'operative', taskOn: before.taskOn },
      after: { kind: 'filing', dueOn: '2026-10-05', ruleStatus: 'operative', taskOn: row.taskOn },
      acknowledged: null,
      can: { acknowledge: true },
    });
    expect(await deadlineOf(untouched.id, 'bia.appeal')).toMatchObject({
      dueOn: beside.dueOn,
      taskOn: beside.taskOn,
      history: [],
    });
    expect((await reviewsOf(untouched.id)).filter((each) => each.ruleId === 'bia.appeal')).toEqual([]);
    const everything = await attorney.read('/law-reviews?mine=true&limit=100');
    const moved = await rows(
      `SELECT count(DISTINCT deadline_id)::int AS n FROM app.deadline_history WHERE org_id = $1 AND reason = 'rules_changed'`,
      [office.orgId],
    );
    expect(everything.items).toHaveLength(moved[0].n);
    expect((await attorney.read('/reports/my-day')).openLawReviews).toBe(moved[0].n);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail.to).toBe(office.people.attorney.email);
    expect(mail.subject).toBe(`The law changed: ${moved[0].n} dates of your clients moved`);
    expect(mail.text).toContain('/law-reviews');
    expect(`${mail.subject} ${mail.text}`).not.toContain(affected.id);
    expect(await ship(LAW_SETS.appears)).toBe(0);
    expect(await mails()).toHaveLength(1);
  });

  it('stays on the list until its attorney has seen it, once', async () => {
    const review = await reviewOf(affected.id, 'bia.appeal');
    const { paralegal, director, intake } = office.api;
    await director.ok('PUT', `/cases/${affected.caseId}/team/${office.people.paralegal.id}`);
    expect((await reviewsOf(affected.id, paralegal))[0].can).toEqual({ acknowledge: false });
    expect((await acknowledge(review, {}, paralegal)).body.code).toBe('not_your_review');
    expect((await paralegal.read('/reports/my-day')).openLawReviews).toBe(0);
    expect((await intake.get('/law-reviews')).status).toBe(403);
    expect((await attorney.post(`/law-reviews/${review.id}/acknowledge`)).status).toBe(428);
    expect((await acknowledge({ ...review, version: 7 })).status).toBe(412);
    const seen = await acknowledge(review, { note: 'Unmistakable: told the family' });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      acknowledged: { by: { id: office.people.attorney.id }, note: 'Unmistakable: told the family' },
      can: { acknowledge: false },
    });
    expect((await acknowledge(seen.body)).body.code).toBe('already_acknowledged');
    expect(await reviewOf(affected.id, 'bia.appeal')).toBeUndefined();
    const kept = await reviewsOf(affected.id, attorney, '&state=acknowledged');
    expect(kept).toMatchObject([{ id: review.id, acknowledged: { note: 'Unmistakable: told the family' } }]);
    const [{ text }] = await rows(`SELECT encode(note, 'escape') AS text FROM app.law_review WHERE id = $1`, [
      review.id,
    ]);
    expect(text).not.toContain('Unmistakable');
    for (const each of await reviewsOf(affected.id, director))
      expect((await acknowledge(each, {}, director)).status).toBe(200);
  });

  it('is vacated: thirty days again, contested, with the ten days beside them', async () => {
    const before = await appeal();
    expect(await ship(LAW_SETS.vacated)).toBe(2);
    const row = await appeal();
    expect(row).toMatchObject({
      dueOn: '2026-10-26',
      ruleStatus: 'operative_contested',
      alternates: [{ name: 'codified_text_10d', on: '2026-10-05', status: 'vacated' }],
    });
    // The earliest defensible date is still the tenth day, so nobody gets more time to act.
    expect(row.taskOn).toBe(before.taskOn);
    expect(row.history[0]).toMatchObject({
      reason: 'rules_changed',
      dueOn: '2026-10-05',
      newDueOn: '2026-10-26',
    });
    expect(await reviewOf(affected.id, 'bia.appeal')).toMatchObject({
      what: expect.stringContaining('vacated'),
      before: { dueOn: '2026-10-05', ruleStatus: 'operative' },
      after: { dueOn: '2026-10-26', ruleStatus: 'operative_contested' },
    });
    expect(await mails()).toHaveLength(2);
  });

  it('comes back: a completed appeal keeps its date and is marked, the open reviews stay', async () => {
    const row = await appeal();
    const waiting = await reviewsOf(affected.id);
    await attorney.ok(
      'POST',
      `/deadlines/${appealId}/complete`,
      { on: '2026-10-02', note: 'Filed' },
      { ifMatch: row.version },
    );
    expect(await ship(LAW_SETS.back)).toBe(2);
    const marked = await appeal();
    expect(marked).toMatchObject({
      status: 'completed',
      dueOn: '2026-10-26',
      movedSince: { derived: true, dueOn: '2026-10-05' },
    });
    expect(marked.history[0].reason).toBe('moved_after_completion');
    const open = await reviewsOf(affected.id);
    expect(open.map((each) => each.id)).toEqual(expect.arrayContaining(waiting.map((each) => each.id)));
    expect(open.filter((each) => each.deadlineId === appealId)).toEqual(
      waiting.filter((each) => each.deadlineId === appealId),
    );
    const final = await deadlineOf(affected.id, 'ij.order.final');
    expect(final.dueOn).toBe('2026-10-05');
    expect(final.history[0]).toMatchObject({ reason: 'rules_changed', newDueOn: '2026-10-05' });
  });

  it('is then followed by a nightly count that finds nothing', async () => {
    const updated = await startBeside(test, LAW_SETS.back);
    try {
      expect(await updated.app.get(DeadlineDuty).recomputeAll(office.orgId)).toMatchObject({
        changed: [],
        failed: 0,
      });
      expect(updated.logged()).not.toContain('deadlines moved by themselves');
    } finally {
      await updated.close();
    }
  });
});

describe('the list of an office', () => {
  it('is its own', async () => {
    const theirs = other.api.attorney;
    const client = await clientOf(theirs, other.people.attorney.id);
    const [mine] = await attorney.read('/law-reviews').then((list: Json) => list.items);
    expect((await theirs.read('/law-reviews')).items).toEqual([]);
    expect((await acknowledge(mine, {}, theirs)).status).toBe(404);
    expect((await reviewsOf(client.id, other.api.director)).length).toBe(0);
    expect((await theirs.read('/reports/my-day')).openLawReviews).toBe(0);
  });

  it('gives the directors what has no attorney', async () => {
    const updated = await startBeside(test, LAW_SETS.before);
    await updated.app.get(DeadlineDuty).followTheLaw();
    await updated.close();
    const client = await addClient(office.api.director);
    await addOrder(office.api.director, { clientId: client.id }, decided(false));
    const matter = await office.api.director.read(`/cases/${client.caseId}`);
    expect(matter.responsible).toBeNull();
    await ship(LAW_SETS.appears);
    const own = await reviewsOf(client.id, office.api.director, '&mine=true');
    expect(own[0]).toMatchObject({ attorney: null, can: { acknowledge: true } });
    expect(own.map((each) => each.ruleId)).toContain('bia.appeal');
    const told = (await mails()).filter((mail) => mail.to === office.people.director.email);
    expect(told.at(-1)!.subject).toContain('of clients without a responsible attorney moved');
  });

  it('is told to the team where walls keep every director out of what has no attorney', async () => {
    const { director, attorney: keeper } = office.api;
    await ship(LAW_SETS.before);
    const client = await addClient(director);
    await addOrder(director, { clientId: client.id }, decided(false));
    await joinTeam(director, client.caseId, office.people.attorney.id);
    const people = [office.people.attorney.id];
    await keeper.created(`/clients/${client.id}/walls`, { kind: 'named', people, reason: 'Asked for it' });
    const before = (await mails()).length;
    await ship(LAW_SETS.appears);
    const told = (await mails()).slice(before).filter((mail) => /without a responsible/.test(mail.subject));
    expect(told.map((mail) => mail.to)).toContain(office.people.attorney.email);
  });
});
