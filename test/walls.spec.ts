import { roleMay, type Role } from '@app/access';
import { asAdmin, rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { dayFromNow, goAlong, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';
import { mailsTo } from './support/outbox';

let test: TestApp;
let office: Office;
let second: Person;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  second = await office.employ('attorney', { name: 'Ada Second' });
});
afterAll(() => test.close());

const reads = async (api: Api, clientId: string): Promise<number> =>
  (await api.get(`/clients/${clientId}`)).status;
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();

/** A client of the second attorney behind a wall. */
async function walled(kind: 'named' | 'ethical', people: string[], wishes = {}): Promise<AddedClient> {
  const client = await addClient(second.api, wishes);
  await second.api.created(`/clients/${client.id}/walls`, { kind, people, reason: 'Canary reason' });
  return client;
}

describe('a wall of named people', () => {
  it('keeps out directors, auditors and the team, and lets in those who are named and have a reason', async () => {
    const client = await addClient(second.api);
    await joinTeam(second.api, client.caseId, office.people.attorney.id, office.people.paralegal.id);
    for (const role of ['director', 'auditor', 'attorney', 'paralegal'] as const)
      expect(await reads(office.api[role], client.id)).toBe(200);
    await second.api.created(`/clients/${client.id}/walls`, {
      kind: 'named',
      people: [second.id, office.people.attorney.id, office.people.intake.id],
      reason: 'Well known in the community',
    });
    for (const role of ['director', 'auditor', 'paralegal', 'intake'] as const)
      expect([role, await reads(office.api[role], client.id)]).toEqual([role, 404]);
    expect(await reads(office.api.attorney, client.id)).toBe(200);
    expect(await reads(second.api, client.id)).toBe(200);
  });

  it('comes down when somebody inside lifts it, with the reason and both names kept', async () => {
    const client = await walled('named', [second.id]);
    const { walls } = await second.api.read(`/clients/${client.id}/access`);
    const url = `/clients/${client.id}/walls/${walls[0].id}/lift`;
    expect((await office.api.director.post(url, { reason: 'Let me in' })).status).toBe(404);
    const after = await second.api.ok('POST', url, { reason: 'No longer needed' });
    expect(after.walls).toMatchObject([
      {
        kind: 'named',
        reason: 'Canary reason',
        liftedReason: 'No longer needed',
        liftedBy: { id: second.id },
      },
    ]);
    expect(await reads(office.api.director, client.id)).toBe(200);
    expect((await second.api.post(url, { reason: 'Again' })).body.code).toBe('wall_lifted');
  });

  it('never leaves nobody inside who could take it down', async () => {
    const client = await addClient(second.api);
    const raise = (people: string[]): Promise<Json> =>
      second.api.post(`/clients/${client.id}/walls`, { kind: 'named', people, reason: 'x' });
    expect((await raise([office.people.paralegal.id])).body.code).toBe('shuts_out_self');
    await raise([second.id]);
    const { walls } = await second.api.read(`/clients/${client.id}/access`);
    const gone = await second.api.delete(`/clients/${client.id}/walls/${walls[0].id}/people/${second.id}`);
    expect(gone.body.code).toBe('nobody_inside');
    await second.api.ok(
      'PUT',
      `/clients/${client.id}/walls/${walls[0].id}/people/${office.people.director.id}`,
    );
    expect(await reads(office.api.director, client.id)).toBe(200);
  });
});

describe('an ethical wall', () => {
  it('keeps its people out whatever their role, team, grant or emergency', async () => {
    const client = await addClient(second.api, { aNumber: 'A077000111' });
    await joinTeam(second.api, client.caseId, office.people.attorney.id);
    await second.api.created(`/clients/${client.id}/access-grants`, {
      userId: office.people.paralegal.id,
      until: tomorrow(),
      reason: 'Cover',
    });
    const people = (['director', 'attorney', 'paralegal', 'auditor'] as const).map(
      (r) => office.people[r].id,
    );
    await second.api.created(`/clients/${client.id}/walls`, { kind: 'ethical', people, reason: 'Conflict' });
    for (const role of ['director', 'attorney', 'paralegal', 'auditor'] as const)
      expect([role, await reads(office.api[role], client.id)]).toEqual([role, 404]);
    const body = { aNumber: 'A077000111', reason: 'Detained this morning' };
    const answer = await office.api.paralegal.post('/emergency-access', body);
    const nobody = await office.api.paralegal.post('/emergency-access', { ...body, aNumber: 'A077999999' });
    expect([answer.status, nobody.status]).toEqual([404, 404]);
    expect({ ...answer.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
    expect(await reads(office.api.paralegal, client.id)).toBe(404);
  });

  it('cannot shut out whoever raises it, nor everybody who could take it down', async () => {
    const client = await addClient(office.api.attorney);
    const raise = (people: string[]): Promise<Json> =>
      office.api.attorney.post(`/clients/${client.id}/walls`, { kind: 'ethical', people, reason: 'x' });
    expect((await raise([office.people.attorney.id])).body.code).toBe('shuts_out_self');
    expect((await raise(['0190a000-0000-7000-8000-000000000000'])).status).toBe(422);
  });
});

describe('access for a time', () => {
  it('ends by itself, and when somebody ends it', async () => {
    const client = await addClient(second.api);
    const at = `/clients/${client.id}/access-grants`;
    const { paralegal, intake } = office.people;
    for (const { id } of [paralegal, intake])
      await second.api.created(at, { userId: id, until: tomorrow(), reason: 'Holiday' });
    expect(await reads(paralegal.api, client.id)).toBe(200);
    await rewrite(
      test,
      `UPDATE app.access_grant SET since = now() - interval '2 hours', until = now() - interval '1 second'
          WHERE user_id = $1 AND client_id = $2`,
      [paralegal.id, client.id],
    );
    expect(await reads(paralegal.api, client.id)).toBe(404);
    expect(await reads(intake.api, client.id)).toBe(200);
    const { grants } = await second.api.read(`/clients/${client.id}/access`);
    const live = grants.find((grant: Json) => grant.live);
    expect(grants.map((grant: Json) => grant.live).sort()).toEqual([false, true]);
    await second.api.ok('POST', `${at}/${live.id}/end`);
    expect(await reads(intake.api, client.id)).toBe(404);
    expect((await second.api.post(`${at}/${live.id}/end`)).body.code).toBe('grant_ended');
  });

  it('has an end that is ahead and not far, and goes to colleagues who work on cases', async () => {
    const client = await addClient(second.api);
    const give = async (wish: object): Promise<Json> =>
      (
        await second.api.post(`/clients/${client.id}/access-grants`, {
          userId: office.people.paralegal.id,
          until: tomorrow(),
          reason: 'x',
          ...wish,
        })
      ).body.errors[0].code;
    expect(await give({ until: new Date(Date.now() - 1000).toISOString() })).toBe('in_past');
    expect(await give({ until: new Date(Date.now() + 93 * 86_400_000).toISOString() })).toBe('too_long');
    expect(await give({ userId: office.people.volunteer.id })).toBe('unknown_colleague');
    expect(await give({ userId: office.people.auditor.id })).toBe('unknown_colleague');
  });
});

describe('breaking the glass', () => {
  it('opens a walled record for an hour, tells the directors at once without a name, and waits for review', async () => {
    const client = await walled('named', [second.id], {
      aNumber: 'A077000222',
      name: { given: 'Canary', family: 'Lindqvist' },
      birth: '1971-02-03',
    });
    const { paralegal, director } = office.people;
    const before = Date.now();
    const opened = await paralegal.api.ok('POST', '/emergency-access', {
      name: 'lindqvist canary',
      birth: '1971-02-03',
      reason: 'Family calls: taken from the check-in',
    });
    expect(opened.clientId).toBe(client.id);
    expect(new Date(opened.until).getTime() - before).toBeGreaterThan(59 * 60_000);
    expect(new Date(opened.until).getTime() - before).toBeLessThan(61 * 60_000);
    expect(await reads(paralegal.api, client.id)).toBe(200);
    expect(await reads(director.api, client.id)).toBe(404);
    const [mail] = await mailsTo(test, office, director.email);
    expect(mail.text).toContain('/emergency-access');
    expect(JSON.stringify(mail)).not.toMatch(/Lindqvist|Canary|077|check-in/);
    const { items } = await director.api.read('/emergency-access');
    expect(items[0]).toMatchObject({ by: { id: paralegal.id }, opened: true, client: null, finding: null });
    expect(items[0].reason).toContain('taken from the check-in');
    const reviewed = await director.api.ok(
      'POST',
      `/emergency-access/${items[0].id}/review`,
      { finding: 'justified', note: 'Called the family' },
      { ifMatch: items[0].version },
    );
    expect(reviewed.items.at(-1)).toMatchObject({ finding: 'justified', reviewedBy: { id: director.id } });
    const { grants } = await second.api.read(`/clients/${client.id}/access`);
    expect(grants).toMatchObject([{ kind: 'break_glass', user: { id: paralegal.id }, live: true }]);
    const log = await second.api.read(`/cases/${client.caseId}/access`);
    expect(log.entries.map((entry: Json) => entry.action)).toContain('access.break_glass');
    await rewrite(
      test,
      `UPDATE app.access_grant SET since = now() - interval '2 hours', until = now() WHERE client_id = $1`,
      [client.id],
    );
    expect(await reads(paralegal.api, client.id)).toBe(404);
  });

  it('is refused after five uses in a day, whether or not they found anything', async () => {
    const busy = await office.employ('paralegal', { name: 'Busy Hands' });
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const body = { aNumber: 'A078000000', reason: `Try ${n}` };
      answers.push((await busy.api.post('/emergency-access', body)).status);
    }
    expect(answers).toEqual([404, 404, 404, 404, 404, 429]);
  });

  it('says so when the record is open already, and asks for enough to mean one person', async () => {
    const client = await addClient(second.api, { aNumber: 'A077000333' });
    const ask = async (body: object): Promise<Json> =>
      (await second.api.post('/emergency-access', { reason: 'x', ...body })).body;
    expect((await ask({ aNumber: 'A077000333' })).code).toBe('sees_already');
    expect(client.id).toBeTruthy();
    expect((await ask({})).errors[0].path).toBe('aNumber');
    expect((await ask({ name: 'Somebody' })).errors[0].path).toBe('birth');
    expect((await ask({ aNumber: '12' })).errors[0].path).toBe('aNumber');
  });

  it('is not reviewed by the director who did it', async () => {
    const client = await walled('named', [second.id], { aNumber: 'A077000444' });
    const { director } = office.people;
    await director.api.ok('POST', '/emergency-access', { aNumber: 'A77000444', reason: 'Court calls' });
    expect(await reads(director.api, client.id)).toBe(200);
    const { items } = await director.api.read('/emergency-access');
    const own = items.find((item: Json) => item.client?.id === client.id);
    const answer = await director.api.post(
      `/emergency-access/${own.id}/review`,
      { finding: 'justified' },
      { ifMatch: own.version },
    );
    expect(answer.body.code).toBe('own_use');
  });
});

describe('the list of who can see a client', () => {
  it('agrees with what each colleague gets, in every kind of situation', async () => {
    const roles = [
      'director',
      'attorney',
      'accredited_representative',
      'paralegal',
      'intake',
      'auditor',
    ] as const;
    const everybody: Person[] = [...roles.map((r) => office.people[r]), office.people.volunteer, second];
    for (let n = 0; n < 12; n += 1) {
      const client = await addClient(second.api);
      const pick = (k: number): Person[] => everybody.filter((_, at) => (n * 7 + at * k) % 5 < 2);
      for (const person of pick(3).filter((p) => p.role !== 'volunteer' && p.role !== 'auditor'))
        await joinTeam(second.api, client.caseId, person.id);
      for (const person of pick(4).filter((p) => p.role !== 'volunteer' && p.role !== 'auditor'))
        await second.api.created(`/clients/${client.id}/access-grants`, {
          userId: person.id,
          until: tomorrow(),
          reason: 'x',
        });
      if (n % 2) {
        const checkIn = await scheduleCheckIn(second.api, client.id, { date: dayFromNow(n) });
        await goAlong(second.api, checkIn.id, office.people.volunteer.id);
      }
      if (n % 3 === 1) {
        const people = [...new Set([second.id, ...pick(1).map((p) => p.id)])];
        await second.api.created(`/clients/${client.id}/walls`, { kind: 'named', people, reason: 'x' });
      }
      if (n % 4 === 2) {
        const people = pick(2)
          .map((p) => p.id)
          .filter((id) => id !== second.id);
        if (people.length)
          await second.api.created(`/clients/${client.id}/walls`, { kind: 'ethical', people, reason: 'x' });
      }
      const { people } = await second.api.read(`/clients/${client.id}/access`);
      const told = people.filter((each: Json) => each.sees).map((each: Json) => each.user.id);
      const seen = await Promise.all(
        everybody.map(async (person) => ((await sees(person, client.id)) ? person.id : '')),
      );
      expect([n, told.filter((id: string) => everybody.some((p) => p.id === id)).sort()]).toEqual([
        n,
        seen.filter(Boolean).sort(),
      ]);
      // Work is given to exactly those who see the client and may read tasks.
      const { assignable } = await second.api.read(`/cases/${client.caseId}/tasks`);
      const workers = everybody.filter((person) => roleMay(person.role, 'task.read')).map((p) => p.id);
      expect([
        n,
        assignable
          .map((each: Json) => each.id)
          .filter((id: string) => workers.includes(id))
          .sort(),
      ]).toEqual([n, seen.filter((id) => workers.includes(id)).sort()]);
    }
  }, 60_000);
});

/** A volunteer has no record to open: what they see are the check-ins they go along to. */
async function sees(person: Person, clientId: string): Promise<boolean> {
  if ((person.role as Role) !== 'volunteer') return (await reads(person.api, clientId)) === 200;
  const { items } = await person.api.read('/accompaniments');
  const own = await asAdmin(test, async (admin) =>
    (await admin.query('SELECT id FROM app.check_in WHERE client_id = $1', [clientId])).rows.map(
      (row) => row.id,
    ),
  );
  return items.some((item: Json) => own.includes(item.id));
}
