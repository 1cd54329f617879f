import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { closeCase, joinTeam, writeNote } from './support/factories/case';
import { dayFromNow, goAlong, scheduleCheckIn } from './support/factories/check-in';
import { openApplication, recordGrant } from './support/factories/clemency';
import { addClient, type AddedClient } from './support/factories/client';
import { addConviction } from './support/factories/conviction';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addTask } from './support/factories/task';

/** A pardon signed so many days ago starts the office's own clock of thirty days. */
async function pardoned(office: Office, daysAgo: number): Promise<AddedClient> {
  const { attorney } = office.api;
  const client = await addClient(attorney, { case: { responsibleId: office.people.attorney.id } });
  const conviction = await addConviction(attorney, client.id);
  const application = await openApplication(attorney, client.id, {
    convictionIds: [conviction.id],
    stage: 'filed',
    on: dayFromNow(-200),
  });
  await recordGrant(attorney, application, { signedOn: dayFromNow(-daysAgo) });
  return client;
}

const DILIGENCE = 'internal.diligence_after_grant.30d';
const PREPARATION = 'internal.checkin.prep.14d_before';
const namesOf = (items: { clientId: string; ruleId: string }[]) =>
  items.map(({ clientId, ruleId }) => [clientId, ruleId]).sort((a, b) => (a[1]! < b[1]! ? 1 : -1));

describe('dashboards', () => {
  let test: TestApp;
  let office: Office;
  let late: AddedClient;
  let soon: AddedClient;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Lookout');
    const { attorney, paralegal, director } = office.api;
    late = await pardoned(office, 40);
    soon = await pardoned(office, 25);
    await pardoned(office, 400);
    await addOrder(attorney, { clientId: soon.id });
    await joinTeam(director, soon.caseId, office.people.paralegal.id);
    const today = await scheduleCheckIn(paralegal, soon.id, { date: dayFromNow(0), time: '23:59' });
    await goAlong(paralegal, today.id, office.people.volunteer.id);
    await scheduleCheckIn(paralegal, soon.id, { date: dayFromNow(20) });
    await scheduleCheckIn(attorney, late.id, { date: dayFromNow(0), time: '08:00', outcome: 'detained' });
    await writeNote(paralegal, soon.caseId, 'Spoke with the clerk.');
    await writeNote(paralegal, soon.caseId, 'Spoke with the clerk again.');
  });
  afterAll(() => test.close());

  it('shows what needs somebody now, and counts what was over long ago', async () => {
    const day = await office.api.attorney.read('/reports/my-day');
    expect(day.today).toBe(dayFromNow(0));
    // Papers for today's check-in were to be ready two weeks ago; those for the next one are due in days.
    expect(namesOf(day.overdue)).toEqual([
      [late.id, DILIGENCE],
      [soon.id, PREPARATION],
    ]);
    expect(day.overdue[0]).toMatchObject({ kind: 'internal' });
    expect(namesOf(day.coming)).toEqual([
      [soon.id, DILIGENCE],
      [soon.id, PREPARATION],
    ]);
    // The clock of the pardon of 400 days ago, and the periods of the order of 2000.
    expect(day.pastCount).toBeGreaterThan(1);
    expect(day.checkInsToday.map((item: { time: string }) => item.time)).toEqual(['08:00', '23:59']);
    expect(day.nextCheckIns).toHaveLength(1);
    expect(day.nextCheckIns[0]).toMatchObject({ date: dayFromNow(20), clientName: soon.name.full });
  });

  it('tells who changed what, one line for the same work, and not who merely looked', async () => {
    await office.api.paralegal.read(`/clients/${soon.id}`);
    const { changes } = await office.api.attorney.read('/reports/my-day');
    const notes = changes.filter((change: { action: string }) => change.action === 'note.write');
    expect(notes).toEqual([
      {
        at: expect.any(String),
        by: { id: office.people.paralegal.id, name: office.people.paralegal.name },
        clientId: soon.id,
        caseId: soon.caseId,
        name: soon.name.full,
        action: 'note.write',
        fields: ['notes'],
        times: 2,
      },
    ]);
    const actions = changes.map((change: { action: string }) => change.action);
    expect(actions).toContain('clemency.grant');
    expect(actions).not.toContain('client.read');
  });

  it('says that a list goes on when it stops before its end', async () => {
    const colleague = await office.employ('paralegal');
    await joinTeam(office.api.director, soon.caseId, colleague.id);
    const task = () =>
      addTask(colleague.api, soon.caseId, { assigneeId: colleague.id, dueOn: dayFromNow(0) });
    for (let n = 0; n < 50; n += 1) await task();
    const whole = await colleague.api.read('/reports/my-day');
    expect([whole.tasks.length, whole.cut]).toEqual([50, []]);
    await task();
    const cut = await colleague.api.read('/reports/my-day');
    expect([cut.tasks.length, cut.cut]).toEqual([50, ['tasks']]);
  });

  it('tells what changed however much goes on in records this person does not see', async () => {
    const told = async () =>
      (await office.api.paralegal.read('/reports/my-day')).changes.map(
        ({ clientId, action }: { clientId: string; action: string }) => `${action} ${clientId}`,
      );
    const before = await told();
    expect(before.length).toBeGreaterThan(0);
    await asAdmin(test, (admin) =>
      admin.query(
        `WITH head AS (UPDATE app.audit_head SET seq = seq + 6000 WHERE org_id = $1 RETURNING seq)
         INSERT INTO app.audit_entry (org_id, seq, at, user_id, role, action, client_id, fields, request_id, prev_hash, hash)
         SELECT $1, head.seq - n, clock_timestamp(), $2, 'attorney', 'note.write', $3, '{}', gen_random_uuid(), '\\x00', '\\x00'
           FROM head, generate_series(0, 5999) AS n`,
        [office.orgId, office.people.attorney.id, late.id],
      ),
    );
    expect(await told()).toEqual(before);
  });

  it('shows each person their own clients only, and what their role may see', async () => {
    const mine = await office.api.paralegal.read('/reports/my-day');
    expect(JSON.stringify(mine)).not.toContain(late.id);
    expect(namesOf(mine.overdue)).toEqual([[soon.id, PREPARATION]]);
    expect(mine.checkInsToday).toHaveLength(1);
    const volunteer = await office.api.volunteer.read('/reports/my-day');
    expect(volunteer).toMatchObject({ overdue: [], coming: [], pastCount: 0, changes: [] });
    expect(volunteer.checkInsToday).toHaveLength(1);
    const auditor = await office.api.auditor.read('/reports/my-day');
    expect(auditor.checkInsToday).toHaveLength(2);
    expect(JSON.stringify(auditor)).not.toContain(late.name.family);
  });

  it('gives the director figures that agree with the lists', async () => {
    const done = await addClient(office.api.attorney);
    await closeCase(office.api.attorney, done.caseId, dayFromNow(0), 'order_vacated');
    const report = await office.api.director.read('/reports/director');
    const mine = report.caseloads.find(
      (row: { user: { id: string } }) => row.user.id === office.people.attorney.id,
    );
    expect(mine).toMatchObject({ open: 3, checkInsThisWeek: 2, deadlinesAtRisk: 4 });
    expect(report.checkInsThisWeek).toHaveLength(7);
    const today = report.checkInsThisWeek.find((row: { day: string }) => row.day === dayFromNow(0));
    expect(today).toMatchObject({ count: 2, detained: 1, cameOut: 0 });
    expect(report.deadlinesAtRisk).toMatchObject({ overdue: 2, in7: 2, in30: 0 });
    expect(report.pipeline.find((row: { stage: string }) => row.stage === 'granted').count).toBe(3);
    expect(report.outcomes).toContainEqual({ outcome: 'order_vacated', count: 1 });
    expect(report.totals).toEqual({
      clients: 4,
      openCases: 3,
      unassigned: 0,
      detained: 1,
      pardonsGranted: 3,
    });
    const listed = await office.api.director.read('/reports/my-day');
    expect(listed.overdue).toHaveLength(report.deadlinesAtRisk.overdue);
    expect(listed.coming).toHaveLength(report.deadlinesAtRisk.in7 + report.deadlinesAtRisk.in30);
  });

  it('keeps offices apart and the figures to those who direct or audit', async () => {
    const other = await foundOffice(test, 'Elsewhere');
    const report = await other.api.director.read('/reports/director');
    expect(report.totals).toMatchObject({ clients: 0, openCases: 0, detained: 0, pardonsGranted: 0 });
    expect(report.deadlinesAtRisk).toEqual({ overdue: 0, in7: 0, in30: 0, past: 0 });
    expect((await other.api.director.read('/reports/my-day')).changes).toEqual([]);
    expect((await office.api.attorney.get('/reports/director')).status).toBe(403);
    expect((await office.api.auditor.get('/reports/director')).status).toBe(200);
  });
});
