import type { Api } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { addConviction } from './support/factories/conviction';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addCharge, addProceeding } from './support/factories/proceeding';

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

const newClient = async (): Promise<string> => (await addClient(attorney)).id;

const rowsOf = async (text: string, values: unknown[]): Promise<Record<string, string>[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;

const fieldsOf = (body: { errors?: { path: string; code: string }[] }): [string, string][] =>
  (body.errors ?? []).map((error) => [error.path, error.code]);

describe('recording a removal', () => {
  it('keeps proceeding, charges, convictions and order, and shows what their codes stand for', async () => {
    const clientId = await newClient();
    const conviction = await addConviction(attorney, clientId, {
      docket: '88-1234',
      offenceOn: '1988',
      ageAtOffence: 15,
      maximumSentence: '15 years',
      flags: { moralTurpitude: 'yes' },
    });
    const proceeding = await addProceeding(attorney, clientId, {
      judge: 'Sarah Bloom',
      nextHearing: { date: '2027-02-03', time: '09:30', kind: 'master' },
      startedOn: '1999',
      documents: [{ form: 'nta', dated: '1999-05', servedOn: '1999-06-02' }],
      charges: [{ code: '237(a)(2)(A)(iii)', status: 'sustained', convictionIds: [conviction.id] }],
    });
    await addOrder(
      attorney,
      { proceedingId: proceeding.id },
      { decidedOn: '2000-03-14', note: 'from the file' },
    );

    const removal = await attorney.read(`/clients/${clientId}/removal`);
    expect(removal.proceedings).toHaveLength(1);
    expect(removal.proceedings[0]).toMatchObject({
      courtCode: 'NYC',
      court: { code: 'NYC', city: 'New York', state: 'NY', circuit: '2' },
      judge: 'Sarah Bloom',
      noJudge: false,
      nextHearing: { date: '2027-02-03', time: '09:30', kind: 'master' },
      noHearing: false,
      startedOn: '1999',
      documents: [{ form: 'nta', dated: '1999-05', servedOn: '1999-06-02', version: 1 }],
      charges: [
        {
          ina: '237(a)(2)(A)(iii)',
          usc: expect.stringContaining('1227(a)(2)(A)(iii)'),
          status: 'sustained',
          origin: 'charged',
          convictionIds: [conviction.id],
        },
      ],
      orders: [
        {
          kind: 'removal',
          decidedOn: '2000-03-14',
          appeal: 'waived',
          countryDesignated: 'LA',
          status: 'in_force',
          statuses: [],
          note: 'from the file',
          can: { edit: true, recordStatus: true },
        },
      ],
      can: { edit: true },
    });
    expect(removal.convictions).toEqual([
      expect.objectContaining({
        docket: '88-1234',
        statute: 'NY Penal Law 160.10',
        offence: 'Robbery in the second degree',
        offenceOn: '1988',
        sentencedOn: '1997-05',
        maximumSentence: '15 years',
        ageAtOffence: 15,
        flags: expect.objectContaining({ moralTurpitude: 'yes', drug: 'not_known' }),
      }),
    ]);
  });

  it('seals what courts wrote about the person', async () => {
    const clientId = await newClient();
    await addConviction(attorney, clientId, {
      offence: 'Unmistakable offence text',
      note: 'Unmistakable note',
    });
    await addOrder(attorney, { clientId }, { note: 'Unmistakable order note' });
    const rows = await rowsOf(
      `SELECT to_jsonb(c)::text AS text, encode(c.offence, 'escape') AS sealed FROM app.conviction c WHERE client_id = $1
       UNION ALL SELECT to_jsonb(o)::text, encode(o.note, 'escape') FROM app.removal_order o WHERE client_id = $1`,
      [clientId],
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(`${row.text} ${row.sealed}`).not.toContain('Unmistakable');
  });

  it('changes what is given, clears what is null, keeps the old row', async () => {
    const clientId = await newClient();
    const proceeding = await addProceeding(attorney, clientId, { judge: 'Sarah Bloom' });
    const changedOne = await attorney.ok(
      'PATCH',
      `/proceedings/${proceeding.id}`,
      { judge: null, courtCode: 'BUF', nextHearing: { date: '2027-01-12', kind: 'individual' } },
      { ifMatch: 1 },
    );
    expect(changedOne).toMatchObject({
      version: 2,
      judge: null,
      courtCode: 'BUF',
      noHearing: false,
      kind: 'removal',
    });
    expect(changedOne.nextHearing).toEqual({ date: '2027-01-12', time: null, kind: 'individual' });
    const none = await attorney.ok(
      'PATCH',
      `/proceedings/${proceeding.id}`,
      { noJudge: true, noHearing: true },
      { ifMatch: 2 },
    );
    expect(none).toMatchObject({ noJudge: true, judge: null, nextHearing: null, noHearing: true });

    const conviction = await addConviction(attorney, clientId);
    const edited = await attorney.ok(
      'PATCH',
      `/convictions/${conviction.id}`,
      { sentence: null, flags: { firearm: 'no' } },
      { ifMatch: 1 },
    );
    expect(edited).toMatchObject({ sentence: null, flags: { firearm: 'no', moralTurpitude: 'yes' } });

    const charge = await addCharge(attorney, proceeding.id, { convictionIds: [conviction.id] });
    const unlinked = await attorney.ok(
      'PATCH',
      `/charges/${charge.id}`,
      { status: 'withdrawn', convictionIds: [] },
      { ifMatch: 1 },
    );
    expect(unlinked).toMatchObject({ status: 'withdrawn', convictionIds: [], version: 2 });

    const history = await rowsOf(
      `SELECT table_name, was ->> 'judge' AS judge, replaced_by FROM app.row_history WHERE client_id = $1 AND table_name = 'proceeding' ORDER BY replaced_at`,
      [clientId],
    );
    expect(history.map((row) => row.judge)).toEqual([expect.stringMatching(/^\\x01/), null]);
    expect(history[0].replaced_by).toBe(office.people.attorney.id);
  });

  it('keeps every standing of an order with its day, note and who recorded it', async () => {
    const clientId = await newClient();
    const order = await addOrder(
      attorney,
      { clientId },
      {
        statuses: [
          { status: 'reopened', on: '2025-07', note: 'granted' },
          { status: 'vacated', on: '2025-08-01' },
          { status: 'terminated', on: '2025-08-01' },
        ],
      },
    );
    expect(order).toMatchObject({
      version: 4,
      status: 'terminated',
      nextStatuses: ['in_force'],
      statuses: [
        { status: 'reopened', on: '2025-07', note: 'granted', by: { id: office.people.attorney.id } },
        { status: 'vacated', on: '2025-08-01', note: null },
        { status: 'terminated', on: '2025-08-01' },
      ],
    });
  });
});

describe('what cannot be', () => {
  it('names unknown courts, charges, states and countries', async () => {
    const clientId = await newClient();
    const court = await attorney.post(`/clients/${clientId}/proceedings`, {
      kind: 'removal',
      courtCode: 'QQQ',
    });
    expect([court.status, fieldsOf(court.body)]).toEqual([422, [['courtCode', 'unknown_court']]]);
    const { id } = await addProceeding(attorney, clientId);
    const charge = await attorney.post(`/proceedings/${id}/charges`, { code: '999zz', status: 'charged' });
    expect([charge.status, fieldsOf(charge.body)]).toEqual([422, [['code', 'unknown_charge']]]);
    const country = await attorney.post(`/proceedings/${id}/orders`, {
      kind: 'removal',
      countryDesignated: 'ZZ',
    });
    expect([country.status, fieldsOf(country.body)]).toEqual([
      422,
      [['countryDesignated', 'unknown_country']],
    ]);
    const state = await attorney.post(`/clients/${clientId}/convictions`, { level: 'felony', state: 'ZZ' });
    expect([state.status, fieldsOf(state.body)]).toEqual([422, [['state', 'unknown_state']]]);
  });

  it.each([
    [
      'an appeal decided before it is filed',
      {
        decidedOn: '2000-03-14',
        appeal: 'taken',
        appealFiledOn: '2000-04-10',
        appealDecidedOn: '2000-04-01',
      },
      'appealDecidedOn',
      'before_appeal',
    ],
    [
      'an appeal filed before the decision',
      { decidedOn: '2000-03-14', appeal: 'taken', appealFiledOn: '2000-02' },
      'appealFiledOn',
      'before_decision',
    ],
    [
      'a date of an appeal that was not taken',
      { appeal: 'waived', appealFiledOn: '2000-04-10' },
      'appealFiledOn',
      'no_appeal',
    ],
    ['an appeal of an order in absentia', { inAbsentia: true, appeal: 'taken' }, 'appeal', 'in_absentia'],
    [
      'a waiver by somebody who was not there',
      { inAbsentia: true, appeal: 'waived' },
      'appeal',
      'in_absentia',
    ],
    [
      'a decision mailed before it was made',
      { decidedOn: '2000-03-14', mailedOn: '2000-03-10' },
      'mailedOn',
      'before_decision',
    ],
    ['a decision still to come', { decidedOn: '2199-01-01' }, 'decidedOn', 'invalid'],
    ['a decision of next year', { decidedOn: '2090' }, 'decidedOn', 'in_future'],
    ['a day that does not exist', { decidedOn: '2001-02-30' }, 'decidedOn', 'invalid'],
    ['an approximate day', { decidedOn: '2000-03-14', decidedAbout: true }, 'decidedAbout', 'exact_date'],
    [
      'a last day to leave without voluntary departure',
      { voluntaryDepartureUntil: '2000-05-01' },
      'voluntaryDepartureUntil',
      'no_voluntary_departure',
    ],
  ])('refuses %s', async (_what, facts, path, code) => {
    const { id } = await addProceeding(attorney, await newClient());
    const answer = await attorney.post(`/proceedings/${id}/orders`, { kind: 'removal', ...facts });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([422, [[path, code]]]);
  });

  it('refuses a change that contradicts what is recorded', async () => {
    const order = await addOrder(
      attorney,
      { clientId: await newClient() },
      { appeal: 'taken', appealFiledOn: '2000-04-01' },
    );
    const absent = await attorney.patch(`/orders/${order.id}`, { inAbsentia: true }, { ifMatch: 1 });
    expect([absent.status, fieldsOf(absent.body)]).toEqual([422, [['appeal', 'in_absentia']]]);
    const untaken = await attorney.patch(`/orders/${order.id}`, { appeal: 'not_taken' }, { ifMatch: 1 });
    expect(fieldsOf(untaken.body)).toEqual([['appealFiledOn', 'no_appeal']]);
    const both = await attorney.patch(
      `/orders/${order.id}`,
      { appeal: 'not_taken', appealFiledOn: null },
      { ifMatch: 1 },
    );
    expect([both.status, both.body.appeal]).toEqual([200, 'not_taken']);
  });

  it('moves the standing of an order only along its table, and not back in time', async () => {
    const order = await addOrder(
      attorney,
      { clientId: await newClient() },
      { statuses: [{ status: 'reopened', on: '2025-07-15' }] },
    );
    const to = (status: string, on: string | null) =>
      attorney.post(`/orders/${order.id}/status`, { status, on }, { ifMatch: 2 });
    const executed = await to('executed', '2025-07-20');
    expect([executed.status, executed.body.code, executed.body.next]).toEqual([
      422,
      'status_not_next',
      ['vacated', 'terminated', 'in_force'],
    ]);
    expect(fieldsOf((await to('vacated', '2025-07-14')).body)).toEqual([['on', 'before_last']]);
    expect(fieldsOf((await to('vacated', '2090-01-01')).body)).toEqual([['on', 'in_future']]);
    expect(fieldsOf((await to('vacated', null)).body)).toEqual([['on', 'required']]);
    expect((await to('vacated', '2025-07')).status).toBe(200);
    const moved = await attorney.patch(`/orders/${order.id}`, { decidedOn: '2025-08-01' }, { ifMatch: 3 });
    expect(fieldsOf(moved.body)).toEqual([['decidedOn', 'after_status']]);
  });

  it('links charges to convictions of the same client only', async () => {
    const mine = await newClient();
    const foreign = await addConviction(attorney, await newClient());
    const { id } = await addProceeding(attorney, mine);
    const answer = await attorney.post(`/proceedings/${id}/charges`, {
      code: '237(a)(2)(A)(iii)',
      status: 'charged',
      convictionIds: [foreign.id],
    });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([
      422,
      [['convictionIds[0]', 'unknown_conviction']],
    ]);
  });

  it('takes null as nothing known, and keeps a hearing that nobody took away', async () => {
    const clientId = await newClient();
    const { id } = await addProceeding(attorney, clientId, {
      judge: '  Sarah Bloom ',
      nextHearing: { date: '2027-02-03', kind: 'master' },
    });
    const kept = await attorney.ok('PATCH', `/proceedings/${id}`, { noHearing: false }, { ifMatch: 1 });
    expect([kept.judge, kept.nextHearing.date]).toEqual(['Sarah Bloom', '2027-02-03']);
    const none = await attorney.ok('PATCH', `/proceedings/${id}`, { noHearing: true }, { ifMatch: 2 });
    expect([none.nextHearing, none.noHearing]).toEqual([null, true]);
    const open = await attorney.ok('PATCH', `/proceedings/${id}`, { noHearing: false }, { ifMatch: 3 });
    expect([open.nextHearing, open.noHearing]).toEqual([null, false]);
    const both = await attorney.patch(
      `/proceedings/${id}`,
      { noHearing: true, nextHearing: { date: '2027-02-03', kind: 'master' } },
      { ifMatch: 4 },
    );
    expect([both.status, fieldsOf(both.body)]).toEqual([422, [['noHearing', 'contradicts']]]);
    const order = await attorney.created(`/proceedings/${id}/orders`, {
      ...{ kind: 'removal', decidedOn: null, appeal: null, inAbsentia: null, decidedAbout: null },
    });
    expect(order).toMatchObject({
      decidedOn: null,
      decidedAbout: false,
      appeal: 'not_known',
      inAbsentia: null,
    });
    const flag = await attorney.post(`/clients/${clientId}/convictions`, {
      level: 'other',
      flags: { drug: null },
    });
    expect(fieldsOf(flag.body)).toEqual([['flags.drug', 'not_one_of']]);
    const nothing = await attorney.created(`/clients/${clientId}/convictions`, {
      level: 'other',
      flags: null,
      court: null,
    });
    expect(nothing.flags).toMatchObject({ drug: 'not_known' });
  });

  it('answers malformed input with the path of each field and changes nothing', async () => {
    const clientId = await newClient();
    const answer = await attorney.post(`/clients/${clientId}/proceedings`, {
      kind: 'banishment',
      nextHearing: { date: 'tomorrow', kind: 'tea', time: '25:00' },
      judge: 17,
    });
    expect(answer.status).toBe(422);
    expect(
      fieldsOf(answer.body)
        .map(([path]) => path)
        .sort(),
    ).toEqual(['judge', 'kind', 'nextHearing.date', 'nextHearing.kind', 'nextHearing.time']);
    const strange = await attorney.post(`/clients/${clientId}/convictions`, {
      level: 'felony',
      isAdmin: true,
    });
    expect([strange.status, strange.body.code, fieldsOf(strange.body)]).toEqual([
      400,
      'unknown_field',
      [['isAdmin', 'unknown_field']],
    ]);
    expect(fieldsOf((await attorney.post(`/clients/${clientId}/convictions`, {})).body)).toEqual([
      ['level', 'not_one_of'],
    ]);
    const nul = await attorney.post(`/clients/${clientId}/convictions`, {
      level: 'felony',
      court: 'a\u0000b',
    });
    expect(nul.status).toBeLessThan(500);
    const removal = await attorney.read(`/clients/${clientId}/removal`);
    expect(removal.proceedings).toEqual([]);
  });
});

describe('who may', () => {
  it('hides another organisation, and a caseload one is not on', async () => {
    const clientId = await newClient();
    const order = await addOrder(attorney, { clientId });
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await api.get(`/clients/${clientId}/removal`)).status).toBe(404);
      expect((await api.patch(`/orders/${order.id}`, { appeal: 'not_known' }, { ifMatch: 1 })).status).toBe(
        404,
      );
      expect((await api.post(`/clients/${clientId}/convictions`, { level: 'felony' })).status).toBe(404);
      expect(
        (await api.post(`/orders/${order.id}/status`, { status: 'stayed', on: null }, { ifMatch: 1 })).status,
      ).toBe(404);
    }
  });

  it('lets auditors read and not write, volunteers neither', async () => {
    const clientId = await newClient();
    const { id } = await addProceeding(attorney, clientId);
    const seen = await office.api.auditor.read(`/clients/${clientId}/removal`);
    expect([seen.can.edit, seen.proceedings[0].can.edit]).toEqual([false, false]);
    expect(
      (await office.api.auditor.patch(`/proceedings/${id}`, { judge: null }, { ifMatch: 1 })).status,
    ).toBe(403);
    expect((await office.api.volunteer.get(`/clients/${clientId}/removal`)).status).toBe(403);
    expect(
      (await office.api.director.patch(`/proceedings/${id}`, { judge: 'A. Judge' }, { ifMatch: 1 })).status,
    ).toBe(200);
  });

  it("loses nobody's change: the second of two editors is told the version now", async () => {
    const order = await addOrder(attorney, { clientId: await newClient() });
    const answers = await Promise.all(
      ['2000-03-15', '2000-03-16'].map((decidedOn) =>
        attorney.patch(`/orders/${order.id}`, { decidedOn }, { ifMatch: 1 }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const stale = answers.find((answer) => answer.status === 412);
    expect(stale?.body).toMatchObject({ code: 'stale_version', currentVersion: 2 });
    const missing = await attorney.patch(`/orders/${order.id}`, { appeal: 'not_known' });
    expect(missing.status).toBe(428);
  });

  it('makes one order of a double submit', async () => {
    const clientId = await newClient();
    const { id } = await addProceeding(attorney, clientId);
    const body = { kind: 'removal', decidedOn: '2000-03-14' };
    const answers = await Promise.all(
      [1, 2].map(() => attorney.post(`/proceedings/${id}/orders`, body, { idempotencyKey: 'twice' })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[0].body.id).toBe(answers[1].body.id);
    const removal = await attorney.read(`/clients/${clientId}/removal`);
    expect(removal.proceedings[0].orders).toHaveLength(1);
  });

  it('writes into the audit trail which fields changed, never their values', async () => {
    const clientId = await newClient();
    const order = await addOrder(attorney, { clientId });
    await attorney.ok('PATCH', `/orders/${order.id}`, { countryDesignated: null }, { ifMatch: 1 });
    const [entry] = await rowsOf(
      `SELECT action, fields FROM app.audit_entry WHERE client_id = $1 ORDER BY seq DESC LIMIT 1`,
      [clientId],
    );
    expect(entry).toEqual({ action: 'removal.edit', fields: ['order.countryDesignated'] });
  });
});
