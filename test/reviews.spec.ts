import type { Answer, Api, Json } from './support/client';
import { startApp, type TestApp } from './support/app';
import { asAdmin } from './support/admin';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let paralegal: Api;
let client: AddedClient;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  paralegal = office.api.paralegal;
  client = await addClient(office.api.attorney, { aNumber: null });
  await joinTeam(office.api.attorney, client.caseId, office.people.paralegal.id);
});
afterAll(() => test.close());

const ask = (body: object = {}, api = paralegal): Promise<Json> =>
  api.created(`/cases/${client.caseId}/reviews`, {
    subject: 'draft_document',
    question: 'Is the cover page right?',
    ...body,
  });
const decide = (review: Json, body: object, api: Api): Promise<Answer> =>
  api.post(`/reviews/${review.id}/decision`, body, { ifMatch: review.version });
const mails = async (): Promise<number> => {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query('SELECT count(*)::int AS n FROM app.outbox_message WHERE org_id = $1', [office.orgId]),
  );
  return rows[0].n;
};

describe('a review', () => {
  it('waits in the queue of those who may decide it, is decided, and both are told by mail', async () => {
    const before = await mails();
    const review = await ask();
    const reviewers = (await paralegal.read(`/cases/${client.caseId}/reviews`)).reviewers;
    expect(reviewers.map((each: Json) => each.id).sort()).toEqual(
      [office.people.attorney.id, office.people.director.id].sort(),
    );
    expect(await mails()).toBe(before + 2);
    const queued = (await office.api.attorney.read('/reviews?forMe=true')).items;
    expect(queued.map((each: Json) => each.id)).toContain(review.id);
    expect((await paralegal.read('/reviews?forMe=true')).items).toEqual([]);
    expect((await decide(review, { decision: 'approved' }, paralegal)).status).toBe(403);
    expect((await decide(review, { decision: 'changes_wanted' }, office.api.attorney)).status).toBe(422);
    const wish = { decision: 'changes_wanted', reason: 'The hearing date is missing' };
    const decided = await decide(review, wish, office.api.attorney);
    expect(decided.body).toMatchObject({
      status: 'changes_wanted',
      reason: 'The hearing date is missing',
      decidedBy: { id: office.people.attorney.id },
    });
    expect(await mails()).toBe(before + 3);
    expect((await decide(decided.body, wish, office.api.director)).body.code).toBe('review_decided');
  });

  it('is never decided by who asked, nor by another than was asked', async () => {
    const own = await ask({}, office.api.attorney);
    const refused = await decide(own, { decision: 'approved' }, office.api.attorney);
    expect([refused.status, refused.body.code]).toEqual([422, 'same_person']);
    const asked = await ask({ askedOf: office.people.attorney.id });
    expect((await decide(asked, { decision: 'approved' }, office.api.director)).body.code).toBe(
      'asked_of_another',
    );
    expect((await decide(asked, { decision: 'approved' }, office.api.attorney)).body.status).toBe('approved');
  });

  it('is asked only of somebody who decides reviews and sees the client', async () => {
    const stranger = await office.employ('attorney', { name: 'Elsewhere' });
    for (const askedOf of [stranger.id, office.people.paralegal.id, office.people.intake.id]) {
      const answer = await paralegal.post(`/cases/${client.caseId}/reviews`, {
        ...{ subject: 'other', question: 'x', askedOf },
      });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'no_reviewer']);
    }
    expect((await stranger.api.read('/reviews')).items).toEqual([]);
  });

  it('can be taken back by who asked', async () => {
    const review = await ask();
    const path = `/reviews/${review.id}/withdraw`;
    expect((await office.api.attorney.post(path, {}, { ifMatch: 1 })).body.code).toBe('not_own_review');
    expect((await paralegal.post(path, {}, { ifMatch: 1 })).body.status).toBe('withdrawn');
  });
});
