import { Keyring, UnitOfWork } from '@app/platform';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { dayFromNow } from './support/factories/check-in';
import { detain } from './support/factories/custody';
import { addHearing, lookUpHearing } from './support/factories/hearing';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';

let test: TestApp;
let office: Office;
let attorney: Api;
let second: { id: string; email: string; api: Api };

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
  second = await office.employ('attorney', { name: 'Ada Second' });
});
afterAll(() => test.close());

/** A client of a team of three, one of whom a conflict keeps out since they joined. */
async function clientWithScreenedColleague(): Promise<AddedClient> {
  const client = await addClient(attorney);
  await joinTeam(attorney, client.caseId, office.people.paralegal.id, second.id);
  await attorney.created(`/clients/${client.id}/walls`, {
    ...{ kind: 'ethical', people: [second.id], reason: 'Represented the complainant' },
  });
  return client;
}

/** Addresses of the mails with this subject that were written since the last call. */
async function mailed(subject: string): Promise<string[]> {
  const { orgId } = office;
  const rows = await asAdmin(test, async (admin) => {
    const query = 'DELETE FROM app.outbox_message WHERE org_id = $1 RETURNING id, payload';
    return (await admin.query<{ id: string; payload: Buffer }>(query, [orgId])).rows;
  });
  const key = await test.app
    .get(UnitOfWork)
    .asSystem(orgId, 'test', () => test.app.get(Keyring).orgKey(orgId));
  return rows
    .map(({ id, payload }) => JSON.parse(key.box('outbox_message', id).open('payload', payload)!))
    .filter((mail: { subject: string }) => mail.subject === subject)
    .map((mail: { to: string }) => mail.to)
    .sort();
}

describe('a mail to the team of a client', () => {
  it('of a transfer goes to those who see the client now, not to a colleague whom a wall keeps out', async () => {
    const client = await clientWithScreenedColleague();
    const [episode] = (await detain(attorney, client.id, { facilityCode: 'ADLNTCA' })).episodes;
    await mailed('');
    await attorney.created(`/custody-episodes/${episode.id}/stays`, {
      ...{ facilityCode: 'JENATLA', source: 'family' },
    });
    expect(await mailed('A detained client was moved')).toEqual(
      [office.people.attorney.email, office.people.paralegal.email].sort(),
    );
  });

  it('of a changed hearing leaves out who found it and whom a wall keeps out', async () => {
    const client = await clientWithScreenedColleague();
    const proceeding = await addProceeding(attorney, client.id);
    await addHearing(attorney, proceeding.id, { date: dayFromNow(30), time: '09:00' });
    await mailed('');
    await lookUpHearing(attorney, proceeding.id, { date: dayFromNow(60) });
    expect(await mailed('A hearing of one of your clients changed')).toEqual([office.people.paralegal.email]);
  });

  it('of a decided review does not reach who asked when a wall keeps them out by then', async () => {
    const client = await addClient(attorney);
    await joinTeam(attorney, client.caseId, office.people.paralegal.id);
    const ask = { subject: 'decision', question: 'May this go out?' };
    const decide = async (): Promise<string[]> => {
      const review = (await office.api.director.read('/reviews')).items.at(-1);
      await mailed('');
      await attorney.ok('POST', `/reviews/${review.id}/decision`, { decision: 'approved' }, { ifMatch: 1 });
      return mailed('A review you asked for is decided');
    };
    await office.api.paralegal.created(`/cases/${client.caseId}/reviews`, ask);
    expect(await decide()).toEqual([office.people.paralegal.email]);
    await office.api.paralegal.created(`/cases/${client.caseId}/reviews`, ask);
    await attorney.created(`/clients/${client.id}/walls`, {
      ...{ kind: 'ethical', people: [office.people.paralegal.id], reason: 'Conflict' },
    });
    expect(await decide()).toEqual([]);
  });
});
