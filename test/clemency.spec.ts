import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { moveApplication, openApplication, recordGrant } from './support/factories/clemency';
import { dayFromNow, recordOutcome, scheduleCheckIn } from './support/factories/check-in';
import { foundOffice, type Office } from './support/factories/organisation';

const AGGRAVATED_FELONY = '237a02Aiii';
const MORAL_TURPITUDE = '237a02Ai';

describe('clemency', () => {
  let test: TestApp;
  let office: Office;
  let other: Office;
  let clientId: string;
  let caseId: string;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Lantern Law');
    other = await foundOffice(test, 'Harbor Aid', { roles: ['director', 'attorney'] });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    const { attorney } = office.api;
    const client = await attorney.created('/clients', {
      name: { given: 'Atlas', family: 'Keomany' },
      case: { type: 'clemency_and_reopening' },
    });
    clientId = client.id;
    caseId = (await attorney.read(`/clients/${clientId}/cases`)).items[0].id;
  });

  /** The public case: a killing of 1988, convicted about 1990, of which reports name no flag but the obvious ones. */
  async function manslaughter(flags: object = {}): Promise<string> {
    const conviction = await office.api.attorney.created(`/clients/${clientId}/convictions`, {
      court: 'Supreme Court, Kings County',
      state: 'NY',
      statute: 'NY Penal Law 125.20',
      level: 'felony',
      offence: 'Manslaughter in the first degree',
      offenceOn: '1988-12-24',
      pleaOn: '1990',
      flags: { aggravatedFelony: 'yes', moralTurpitude: 'yes', drug: 'no', domestic: 'no', ...flags },
    });
    return conviction.id;
  }

  async function order(convictionIds: string[], codes: string[]): Promise<void> {
    const { attorney } = office.api;
    const proceeding = await attorney.created(`/clients/${clientId}/proceedings`, {
      kind: 'removal',
      courtCode: 'NYC',
    });
    for (const code of codes)
      await attorney.created(`/proceedings/${proceeding.id}/charges`, {
        code,
        status: 'sustained',
        convictionIds,
      });
    await attorney.created(`/proceedings/${proceeding.id}/orders`, {
      kind: 'removal',
      decidedOn: '2000',
      appeal: 'not_known',
    });
  }

  const effect = (): Promise<Json> => office.api.attorney.read(`/clients/${clientId}/pardon-effect`);
  const theCase = (): Promise<Json> => office.api.attorney.read(`/cases/${caseId}`);
  const PREPARATION = [
    { stage: 'effect_analysis', on: '2024-01-08' },
    { stage: 'eligibility', on: '2024-01-15' },
    { stage: 'drafting', on: '2024-02-01', note: 'Letters from the temple.' },
    { stage: 'filed', on: '2024-03-04' },
  ];

  it('opens an application and walks it along the table, with every date kept', async () => {
    const conviction = await manslaughter();
    await office.api.attorney.ok('PUT', `/cases/${caseId}/team/${office.people.paralegal.id}`);
    const opened: Json = await openApplication(office.api.paralegal, clientId, { on: '2024-01-02' });
    expect(opened).toMatchObject({
      version: 1,
      stage: 'intake',
      convictionIds: [conviction],
      jurisdiction: {
        code: 'NY',
        name: 'New York',
        whoDecides: { text: expect.any(String), provenance: expect.stringMatching(/sourced|general/) },
        lastVerified: null,
      },
      nextStages: ['records_ordered', 'effect_analysis', 'withdrawn'],
      can: { edit: true, changeStage: true, recordGrant: false },
    });
    const filed: Json = await moveApplication(office.api.attorney, opened, ...PREPARATION);
    expect(filed.stages.map((entry: Json) => [entry.stage, entry.on])).toEqual([
      ['intake', '2024-01-02'],
      ...PREPARATION.map((step) => [step.stage, step.on]),
    ]);
    expect(filed.stages[3]).toMatchObject({
      note: 'Letters from the temple.',
      by: { name: office.people.attorney.name },
    });
    expect((await theCase()).clemencyStage).toBe('filed');
    const auditor = await office.api.auditor.read(`/clients/${clientId}/clemency`);
    expect(auditor.applications[0].stages[3].note).toBeNull();
    expect(auditor.can).toEqual({ apply: false });
  });

  it('refuses moves outside the table and names those that are in it', async () => {
    await manslaughter();
    const application = await openApplication(office.api.attorney, clientId);
    const move = (stage: string, ifMatch?: number): Promise<Json> =>
      office.api.attorney.post(
        `/pardon-applications/${application.id}/stage`,
        { stage, on: '2024-01-08' },
        { ifMatch },
      );
    expect(await move('hearing', 1)).toMatchObject({
      status: 422,
      body: { code: 'stage_not_next', stage: 'intake', next: application.nextStages },
    });
    expect(await move('granted', 1)).toMatchObject({ status: 422, body: { code: 'grant_first' } });
    expect((await move('somewhere', 1)).status).toBe(422);
    expect((await move('records_ordered')).status).toBe(428);
    expect((await move('records_ordered', 1)).status).toBe(200);
    expect(await move('effect_analysis', 1)).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    const grant = { instrumentKind: 'commutation', grantor: 'governor' };
    const early = await office.api.attorney.post(`/pardon-applications/${application.id}/grant`, grant, {
      ifMatch: 2,
    });
    expect(early).toMatchObject({ status: 422, body: { code: 'stage_not_next', stage: 'records_ordered' } });
    expect(await theCase()).toMatchObject({ clemencyStage: 'records_ordered' });
  });

  it('refuses what no list knows and what belongs to somebody else', async () => {
    const open = (body: object): Promise<Json> =>
      office.api.attorney.post(`/clients/${clientId}/pardon-applications`, {
        jurisdiction: 'NY',
        convictionIds: [],
        ...body,
      });
    expect((await open({ jurisdiction: 'ZZ' })).body.errors[0].code).toBe('unknown_jurisdiction');
    const stranger = '0190f0de-0000-7000-8000-000000000001';
    expect((await open({ convictionIds: [stranger] })).body.errors[0]).toMatchObject({
      path: 'convictionIds[0]',
      code: 'unknown_conviction',
    });
    expect((await open({ convictionIds: 'all' })).status).toBe(422);
    expect((await open({ stage: 'granted' })).body.code).toBe('grant_first');
    const { body: application } = await open({ jurisdiction: 'fed' });
    expect(application.jurisdiction.code).toBe('FED');
    const { director } = other.api;
    expect((await director.get(`/clients/${clientId}/clemency`)).status).toBe(404);
    expect((await director.get(`/clients/${clientId}/pardon-effect`)).status).toBe(404);
    const move = { stage: 'withdrawn', on: '2024-01-08' };
    const url = `/pardon-applications/${application.id}/stage`;
    expect((await director.post(url, move, { ifMatch: 1 })).status).toBe(404);
    expect((await office.api.volunteer.get(`/clients/${clientId}/clemency`)).status).toBe(403);
  });

  it('records a grant with its four dates, counts the clock from it, and keeps what was corrected', async () => {
    await manslaughter();
    const filed = await openApplication(office.api.attorney, clientId, { stage: 'filed', on: '2025-01-10' });
    const granted: Json = await recordGrant(office.api.attorney, filed, {
      signedOn: '2025-07-01',
      effectiveOn: '2025-07-01',
      receivedOn: '2025-07-01',
    });
    expect(granted).toMatchObject({ stage: 'granted', nextStages: ['instrument_checked'] });
    expect(granted.stages.at(-1)).toMatchObject({ stage: 'granted', on: '2025-07-01' });
    expect((await theCase()).clemencyStage).toBe('granted');
    const { grant } = granted;
    const edit = (body: object, ifMatch: number): Promise<Json> =>
      office.api.attorney.patch(`/pardon-grants/${grant.id}`, body, { ifMatch });
    expect(await edit({ announcedOn: '2025-06-30' }, 1)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'announcedOn', code: 'before_signing' }] },
    });
    expect((await edit({ signedOn: dayFromNow(3) }, 1)).body.errors[0].code).toBe('in_future');
    const announced = await edit({ announcedOn: '2025-08-15', receivedOn: '2025-07-02' }, 1);
    expect(announced).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        version: 2,
        signedOn: '2025-07-01',
        effectiveOn: '2025-07-01',
        receivedOn: '2025-07-02',
        announcedOn: '2025-08-15',
        history: [{ version: 1, receivedOn: '2025-07-01', announcedOn: null }],
      },
    });
    expect(announced.body.history[0].wording).toContain('unconditional');
    expect((await edit({ announcedOn: null }, 1)).status).toBe(412);
    const deadlines = await office.api.attorney.read(`/clients/${clientId}/deadlines`);
    const clock = deadlines.items.find((item: Json) => item.ruleId === 'internal.diligence_after_grant.30d');
    expect(clock).toMatchObject({ kind: 'internal', dueOn: '2025-07-31', status: 'open' });
    const again = await office.api.attorney.post(
      `/pardon-applications/${filed.id}/grant`,
      { instrumentKind: 'commutation', grantor: 'board' },
      { ifMatch: granted.version },
    );
    expect(again).toMatchObject({ status: 422, body: { code: 'granted_already' } });
  });

  it('makes one grant and one moved application of many requests at once', async () => {
    await manslaughter();
    const filed = await openApplication(office.api.attorney, clientId, { stage: 'filed', on: '2025-01-10' });
    const body = { instrumentKind: 'full_and_unconditional', grantor: 'governor', signedOn: '2025-07-01' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        office.api.attorney.post(`/pardon-applications/${filed.id}/grant`, body, { ifMatch: 1 }),
      ),
    );
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.slice(1).every((status) => status === 409 || status === 412)).toBe(true);
    const { applications } = await office.api.attorney.read(`/clients/${clientId}/clemency`);
    expect(applications[0].stages.map((entry: Json) => entry.stage)).toEqual(['filed', 'granted']);
  });

  it('puts check-ins, custody, stages and grants into the timeline', async () => {
    await manslaughter();
    const filed = await openApplication(office.api.attorney, clientId, { stage: 'filed', on: '2025-01-10' });
    await recordGrant(office.api.attorney, filed, { signedOn: '2025-07-01', announcedOn: '2025-08-15' });
    await scheduleCheckIn(office.api.attorney, clientId, { date: '2025-07-02', outcome: 'came_out' });
    const today = await scheduleCheckIn(office.api.attorney, clientId, { date: dayFromNow(0) });
    await recordOutcome(office.api.attorney, today, 'detained');
    const { items } = await office.api.attorney.read(`/clients/${clientId}/timeline`);
    const seen = items.map((item: Json) => `${item.on} ${item.title}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        '2025-01-10 pardon_stage.filed',
        '2025-07-01 pardon_signed',
        '2025-07-01 pardon_stage.granted',
        '2025-07-02 check_in.came_out',
        '2025-08-15 pardon_announced',
        `${dayFromNow(0)} check_in.detained`,
        `${dayFromNow(0)} custody.detained`,
      ]),
    );
    expect((await office.api.volunteer.get(`/clients/${clientId}/timeline`)).status).toBe(403);
  });

  it('says what to ask for while nothing is granted', async () => {
    const conviction = await manslaughter();
    await order([conviction], [AGGRAVATED_FELONY, MORAL_TURPITUDE]);
    const report = await effect();
    expect(report).toMatchObject({
      mode: 'what_to_ask_for',
      instrument: [],
      requests: [{ jurisdiction: 'NY', counts: [{ convictionId: conviction, helps: true }] }],
    });
    expect(report.charges[0]).toMatchObject({ effect: 'not_lifted', ifGranted: 'lifted' });
    expect(report.ruleSetVersion).toMatch(/^pardon-effect\//);
  });

  it('names both dates where the sources disagree about one it uses, and what hangs on it', async () => {
    const conviction = await manslaughter();
    await order([conviction], [AGGRAVATED_FELONY]);
    const filed = await openApplication(office.api.attorney, clientId, { stage: 'filed', on: '2025-01-10' });
    await recordGrant(office.api.attorney, filed, { signedOn: '2025-07-01', effectiveOn: '2025-07-01' });
    const { attorney } = office.api;
    const dispute = (field: string, otherOn: string): Promise<Json> =>
      attorney.created(`/clients/${clientId}/disputed-dates`, {
        ...{ sourceKind: 'conviction', sourceId: conviction, field, otherOn, why: 'The docket says so.' },
      });
    const late = await dispute('plea_entered', '2025-09-01');
    await dispute('offence_committed', '1988-12-26');
    const report = await effect();
    expect(report.disputes).toEqual([
      expect.objectContaining({
        ...{ fact: 'plea_entered', recordedOn: '1990', otherOn: '2025-09-01', decides: true },
        changed: expect.arrayContaining([expect.objectContaining({ from: 'lifted' })]),
      }),
      expect.objectContaining({
        ...{ fact: 'offence_committed', recordedOn: '1988-12-24', otherOn: '1988-12-26' },
        ...{ decides: false, changed: [] },
      }),
    ]);
    const [charge] = report.charges;
    expect([charge.effect, charge.reasonCode]).toEqual(['needs_facts', 'disputed_date']);
    const { forRecord } = await attorney.read(`/clients/${clientId}/open-questions`);
    expect(JSON.stringify(forRecord)).toContain('1990 or 2025-09-01');
    await attorney.ok('POST', `/disputed-dates/${late.id}/settle`, { why: 'Certified.' }, { ifMatch: 1 });
    expect((await effect()).charges[0].effect).toBe('lifted');
    const { proceedings } = await attorney.read(`/clients/${clientId}/removal`);
    await attorney.created(`/clients/${clientId}/disputed-dates`, {
      ...{ sourceKind: 'removal_order', sourceId: proceedings[0].orders[0].id },
      ...{ field: 'order_decided', otherOn: '2001-05' },
    });
    expect((await effect()).charges[0]).toMatchObject({
      effect: 'needs_facts',
      reasonCode: 'order_dates_conflict',
    });
  });

  it('says of the public case: both charges lifted, the firearm nobody charged still a question', async () => {
    const conviction = await manslaughter();
    await order([conviction], [AGGRAVATED_FELONY, MORAL_TURPITUDE]);
    const filed = await openApplication(office.api.attorney, clientId, { stage: 'filed', on: '2025-01-10' });
    await recordGrant(office.api.attorney, filed, { signedOn: '2025-07-01', effectiveOn: '2025-07-01' });
    const open = await effect();
    expect(open.mode).toBe('effect_of_grant');
    const charged = open.charges.filter((charge: Json) => charge.origin === 'charged');
    expect(charged.map((charge: Json) => [charge.ina, charge.effect])).toEqual([
      ['237(a)(2)(A)(iii)', 'lifted'],
      ['237(a)(2)(A)(i)', 'lifted'],
    ]);
    expect(charged[0].authorities[0]).toMatchObject({
      cite: expect.stringContaining('INA'),
      verified: false,
    });
    const firearm = (report: Json): Json =>
      report.charges.find((charge: Json) => charge.origin === 'latent' && charge.ina === '237(a)(2)(C)');
    expect(firearm(open)).toMatchObject({ effect: 'needs_facts' });
    expect(open.overall).toBe('insufficient_facts');

    const { version } = (await office.api.attorney.read(`/clients/${clientId}/removal`)).convictions[0];
    const url = `/convictions/${conviction}`;
    const withGun = await office.api.attorney.ok(
      'PATCH',
      url,
      { flags: { firearm: 'yes' } },
      { ifMatch: version },
    );
    const partial = await effect();
    expect(firearm(partial)).toMatchObject({ effect: 'not_lifted' });
    expect(partial.overall).toBe('partial_other_relief_needed');
    await office.api.attorney.ok(
      'PATCH',
      url,
      { flags: { firearm: 'no', childVictim: 'no' } },
      { ifMatch: withGun.version },
    );
    expect((await effect()).overall).toBe('termination_expected');
  });

  it('serves the shipped lists once, to whoever is signed in', async () => {
    for (const [list, least] of Object.entries({
      courts: 60,
      'ice-offices': 50,
      facilities: 600,
      charges: 200,
      countries: 190,
      nationalities: 180,
      languages: 100,
      jurisdictions: 53,
      grounds: 30,
    })) {
      const answer = await office.api.volunteer.get(`/reference/${list}`);
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toMatchObject({
        asOf: expect.stringMatching(/^\d{4}/),
        source: expect.any(String),
      });
      expect(answer.body.items.length).toBeGreaterThanOrEqual(least);
      const headers = { 'if-none-match': answer.headers.etag };
      const again = await office.api.volunteer.get(`/reference/${list}`, { headers });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    const { items } = await office.api.intake.read('/reference/jurisdictions');
    expect(items).toHaveLength(53);
    const anonymous = await test.app.inject({ url: '/api/v1/reference/courts' });
    expect(anonymous.statusCode).toBe(401);
  });
});
