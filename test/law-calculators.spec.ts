import { rowCounts } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { enterNotice, verifyRule } from './support/factories/law';
import { foundOffice, type Office } from './support/factories/organisation';

/** What-if work on facts that nobody stores. */
let test: TestApp;
let home: Office;
let other: Office;
beforeAll(async () => {
  test = await startApp();
  home = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Prairie Advocates');
});
afterAll(() => test.close());

const COMPUTE = '/law/deadlines/compute';
const RULE = 'motion.reopen.90d';
const ask = (body: unknown, path = COMPUTE) => home.api.volunteer.post(path, body);
const answered = async (body: unknown, path = COMPUTE) => {
  const { status, body: answer } = await ask(body, path);
  expect([status, answer]).toEqual([200, expect.anything()]);
  return answer;
};
const refused = async (body: unknown, path = COMPUTE) => {
  const { status, body: answer } = await ask(body, path);
  return [status, answer.code, answer.errors?.[0]?.path];
};
const textOf = ({ trace }: { trace: { text: string }[] }) => trace.map(({ text }) => text).join(' ');

describe('the deadline calculator', () => {
  it('counts a rule, with every step and the other dates that can be defended', async () => {
    const answer = await answered({ rule: RULE, triggers: { final_order: '2026-03-02' } });
    expect(answer).toMatchObject({ rule: RULE, due: '2026-06-01', alternates: expect.any(Array) });
    const [{ name, deadline, instant }] = answer.results;
    expect([name, instant]).toEqual(['due', null]);
    expect(deadline).toMatchObject({
      ruleId: RULE,
      dueOn: '2026-06-01',
      outerOn: '2026-06-01',
      conservativeOn: '2026-06-01',
      verified: false,
      kind: 'filing',
    });
    expect(deadline.taskOn < deadline.dueOn).toBe(true);
    expect(deadline.trace.map((step: { step: string }) => step.step)).toEqual(
      expect.arrayContaining(['input', 'rule', 'count', 'roll', 'cutoff']),
    );
  });

  it('knows the facts that each rule names: every rule of the list can be asked', async () => {
    const { items } = await home.api.volunteer.read('/law/rules');
    for (const { id } of items) {
      const { facts } = await home.api.volunteer.read(`/law/rules/${id}`);
      const triggers = Object.fromEntries(
        facts
          .filter((fact: { required: boolean }) => fact.required)
          .map(({ name, type }: { name: string; type: string }) => [name, SAMPLES[type](name)]),
      );
      const { status, body } = await ask({ rule: id, triggers });
      expect([id, status, body.code]).toEqual([id, 200, undefined]);
    }
  });

  it('counts hours by the clock of the place', async () => {
    const { items } = await home.api.volunteer.read('/law/rules');
    const { id } = items.find((item: { period: { unit: string } | null }) => item.period?.unit === 'hour');
    const { facts } = await home.api.volunteer.read(`/law/rules/${id}`);
    const triggers = { [facts[0].name]: '2026-03-07T20:00', time_zone: 'America/New_York' };
    const answer = await answered({ rule: id, triggers });
    expect(answer.results[0].instant).toMatchObject({
      utc: expect.stringMatching(/Z$/),
      timeZone: 'America/New_York',
    });
  });

  it('says what an attorney of the office has verified, and only of that office', async () => {
    const body = { rule: RULE, triggers: { final_order: '2026-03-02' } };
    expect(textOf(await answered(body))).not.toContain('Verified by');
    const made = await verifyRule(home.api.attorney, RULE, { sourceSeen: 'eCFR as of 2026-11-18' });
    const verified = await answered(body);
    expect(verified.results[0].deadline.verified).toBe(true);
    expect(textOf(verified)).toContain(`Verified by ${home.people.attorney.name}`);
    expect(textOf(verified)).toContain('eCFR as of 2026-11-18');
    const elsewhere = await other.api.volunteer.ok('POST', COMPUTE, body);
    expect(elsewhere.results[0].deadline.verified).toBe(false);
    await home.api.attorney.ok('POST', `/law/verifications/${made.id}/withdraw`);
    expect(textOf(await answered(body))).not.toContain('Verified by');
  });

  it('shows an outer bound where the office has entered a closed day', async () => {
    const body = { rule: RULE, triggers: { final_order: '2026-03-02' }, jurisdiction: 'BIA' };
    const notice = { layer: 'forum_notice', on: '2026-06-01', name: 'Filing system down' };
    await enterNotice(home.api.director, { ...notice, forum: 'circuit:9' });
    expect((await answered(body)).results[0].deadline.outerOn).toBe('2026-06-01');
    await enterNotice(home.api.director, { ...notice, forum: 'eoir' });
    const { deadline } = (await answered(body)).results[0];
    expect(deadline).toMatchObject({ dueOn: '2026-06-01', outerOn: '2026-06-02' });
    expect((await other.api.volunteer.ok('POST', COMPUTE, body)).results[0].deadline.outerOn).toBe(
      '2026-06-01',
    );
  });

  it.each([
    ['an unknown rule', { rule: 'no.such.rule', triggers: {} }, 'unknown_rule', 'rule'],
    ['a rule named like a method', { rule: 'constructor', triggers: {} }, 'unknown_rule', 'rule'],
    [
      'no day',
      { rule: RULE, triggers: { final_order: '2026-02-30' } },
      'malformed_day',
      'triggers.final_order',
    ],
    ['words', { rule: RULE, triggers: { final_order: 'soon' } }, 'malformed_day', 'triggers.final_order'],
    [
      'far years',
      { rule: RULE, triggers: { final_order: '99999-01-01' } },
      'malformed_day',
      'triggers.final_order',
    ],
    [
      'early years',
      { rule: RULE, triggers: { final_order: '1066-10-14' } },
      'day_out_of_range',
      'triggers.final_order',
    ],
    [
      'a number for a day',
      { rule: RULE, triggers: { final_order: 20260302 } },
      'malformed_fact',
      'triggers.final_order',
    ],
    ['a list of facts', { rule: RULE, triggers: [] }, 'invalid', 'triggers'],
    ['a nested fact', { rule: RULE, triggers: { final_order: { on: '2026-03-02' } } }, 'invalid', 'triggers'],
    ['a long fact', { rule: RULE, triggers: { final_order: 'x'.repeat(201) } }, 'invalid', 'triggers'],
    ['no facts', { rule: RULE }, 'invalid', 'triggers'],
    ['a long rule', { rule: 'x'.repeat(101), triggers: {} }, 'too_long', 'rule'],
    ['a long place', { rule: RULE, triggers: {}, jurisdiction: 'x'.repeat(101) }, 'too_long', 'jurisdiction'],
  ])('refuses %s and names the field', async (_label, body, code, path) => {
    const told = await refused(body);
    expect([422, code === 'too_long' ? 'invalid' : code, path]).toEqual(told);
  });

  it('refuses ten thousand facts, and names what a rule does not use', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`fact_${n}`, '2026-03-02']));
    expect(await refused({ rule: RULE, triggers: many })).toEqual([422, 'invalid', 'triggers']);
    const answer = await answered({ rule: RULE, triggers: { final_order: '2026-03-02', shoe_size: 44 } });
    expect(textOf(answer)).toContain('shoe_size');
  });

  it('assumes that a period runs when its start is not known', async () => {
    const answer = await answered({ rule: RULE, triggers: { final_order: null } });
    expect(answer).toMatchObject({ due: null });
    expect(answer.results[0].deadline.kind).toBe('unknown');
  });

  it('says when a day ends before a forum', async () => {
    const answer = await answered({ rule: 'cutoff.ecas.bia', triggers: { due_date: '2026-06-01' } });
    expect(answer).toMatchObject({
      results: [],
      due: { last_instant_exclusive_utc: expect.stringMatching(/^2026-06-02T04:00/) },
    });
  });
});

const SAMPLES: Record<string, (name: string) => unknown> = {
  day: () => '2026-03-02',
  instant: () => '2026-03-02T10:00',
  flag: () => true,
  number: () => 10,
  text: (name) => (name.includes('time_zone') ? 'America/Chicago' : 'personal'),
};

describe('the finality calculator', () => {
  const ASK = '/law/finality';
  it('says when an order became final and what runs from it', async () => {
    const body = { orderKind: 'removal', decidedOn: '2026-03-02', appeal: 'waived' };
    const { finality, deadlines } = await answered(body, ASK);
    expect(finality).toMatchObject({
      state: 'final',
      basis: 'appeal_waived',
      operativeOn: '2026-03-02',
      candidates: [{ name: expect.any(String), on: '2026-03-02' }],
    });
    const reopen = deadlines.find((each: { ruleId: string }) => each.ruleId === RULE);
    expect(reopen).toMatchObject({ dueOn: '2026-06-01', trace: expect.any(Array) });
  });

  it('follows the Board, and what the Board rejected', async () => {
    const taken = {
      orderKind: 'removal',
      decidedOn: '2025-01-06',
      appeal: 'taken',
      appealFiledOn: '2025-01-20',
    };
    const board = await answered(
      { ...taken, appealOutcome: 'dismissed', appealDecidedOn: '2026-03-02' },
      ASK,
    );
    expect(board.finality).toMatchObject({ basis: 'board_decision', operativeOn: '2026-03-02' });
    expect((await answered(taken, ASK)).finality).toMatchObject({
      basis: 'appeal_pending',
      operativeOn: null,
    });
    expect((await answered({ ...taken, appealOutcome: 'remanded' }, ASK)).finality.state).toBe('not_final');
    const rejected = await answered({ ...taken, appealOutcome: 'rejected' }, ASK);
    expect(rejected.finality.basis).toBe('appeal_period_ended');
  });

  it('takes what is known of a date, and never makes the rest up', async () => {
    const year = await answered({ orderKind: 'deportation', decidedOn: '1995', appeal: 'not_taken' }, ASK);
    expect(year.finality.operativeOn).toBeNull();
    const nothing = await answered({ orderKind: 'deportation', appeal: 'not_known' }, ASK);
    expect(nothing.finality).toMatchObject({ state: 'unknown', operativeOn: null });
  });

  it.each([
    ['decidedOn', { decidedOn: '2026-02-30' }],
    ['decidedOn', { decidedOn: '99999' }],
    ['orderKind', { orderKind: 'parking' }],
    ['appeal', { appeal: null }],
    ['inAbsentia', { inAbsentia: 'yes' }],
    ['voluntaryDepartureUntil', { voluntaryDepartureUntil: '2026' }],
  ])('refuses a wrong %s: %j', async (path, wrong) => {
    const body = { orderKind: 'removal', decidedOn: '2026-03-02', appeal: 'waived', ...wrong };
    expect(await refused(body, ASK)).toEqual([422, 'invalid', path]);
  });

  it('refuses years that the rules do not count in', async () => {
    const body = { orderKind: 'removal', decidedOn: '1931', appeal: 'waived' };
    expect(await refused(body, ASK)).toEqual([422, 'invalid', 'decidedOn']);
  });
});

describe('the calendar', () => {
  const ASK = '/law/calendar';
  const rows = async (body: object, api = home.api.volunteer) =>
    (await api.ok('POST', ASK, body)).days.map(
      (day: { on: string; layer: string }) => `${day.on} ${day.layer}`,
    );

  it('shows closed days by layer, and which of them move a date', async () => {
    const { days } = await answered({ from: '2026-07-01', to: '2026-07-06' }, ASK);
    expect(days).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ on: '2026-07-03', weekday: 5, layer: 'in_lieu_day', rolls: true }),
        expect.objectContaining({ on: '2026-07-04', weekday: 6, layer: 'statutory_holiday' }),
        expect.objectContaining({
          on: '2026-07-05',
          weekday: 7,
          layer: 'weekend',
          authority: expect.any(String),
        }),
      ]),
    );
  });

  it('adds the state, the circuit’s clerk and what the office has entered', async () => {
    const april = { from: '2026-04-20', to: '2026-04-21' };
    expect(await rows(april)).toEqual([]);
    expect(await rows({ ...april, state: 'MA' })).toEqual(['2026-04-20 state_holiday']);
    expect(await rows({ ...april, circuit: '1' })).toEqual(['2026-04-20 state_holiday']);
    await enterNotice(home.api.director, {
      layer: 'state_holiday',
      state: 'TX',
      on: '2026-04-21',
      name: 'San Jacinto',
    });
    await enterNotice(home.api.director, {
      layer: 'forum_notice',
      forum: 'BAL',
      on: '2026-04-20',
      name: 'Snow',
    });
    await enterNotice(home.api.director, { on: '2026-04-21', name: 'By order' });
    expect(await rows({ ...april, state: 'TX', forum: 'NYC' })).toEqual([
      '2026-04-21 executive_closure',
      '2026-04-21 state_holiday',
    ]);
    expect(await rows({ ...april, forum: 'BAL' })).toEqual([
      '2026-04-20 forum_notice',
      '2026-04-21 executive_closure',
    ]);
    expect(await rows(april, other.api.volunteer)).toEqual([]);
    expect(await answered({ ...april, state: 'TX' }, ASK)).toMatchObject({ state: 'TX', stateKnown: false });
  });

  it.each([
    ['to', { to: '2029-01-01' }, 'range_too_long'],
    ['to', { to: '2026-06-30' }, 'range_too_long'],
    ['from', { from: '1949-12-31', to: '1950-01-02' }, 'day_out_of_range'],
    ['from', { from: '2026-02-30' }, 'invalid'],
    ['to', { to: '99999-01-01' }, 'invalid'],
    ['state', { state: 'Texas' }, 'invalid'],
    ['circuit', { circuit: '12' }, 'invalid'],
    ['forum', { forum: 'somewhere' }, 'invalid'],
  ])('refuses a wrong %s: %j', async (path, wrong, code) => {
    expect(await refused({ from: '2026-07-01', to: '2026-07-31', ...wrong }, ASK)).toEqual([422, code, path]);
  });
});

describe('every calculator', () => {
  it('is for people of an office only', async () => {
    const body = { rule: RULE, triggers: {} };
    for (const role of ['director', 'paralegal', 'intake', 'auditor'] as const)
      expect((await home.api[role].post(COMPUTE, body)).status).toBe(200);
  });

  it('stores nothing, not even for an Idempotency-Key, and logs nothing of what was asked', async () => {
    const before = await rowCounts(test);
    const asked = [
      [COMPUTE, { rule: RULE, triggers: { final_order: '2026-03-02', telltale_fact: 'Somebody' } }],
      [COMPUTE, { rule: 'telltale_rule', triggers: {} }],
      ['/law/finality', { orderKind: 'removal', decidedOn: '2001-09-09', appeal: 'waived' }],
      ['/law/calendar', { from: '2026-07-01', to: '2026-07-02' }],
    ] as const;
    for (const [path, body] of asked)
      for (let time = 0; time < 2; time += 1) {
        const answer = await home.api.attorney.post(path, body, { idempotencyKey: 'the-same-key' });
        expect(answer.headers['idempotency-replayed']).toBeUndefined();
        expect([200, 422]).toContain(answer.status);
      }
    expect(await rowCounts(test)).toEqual(before);
    expect(test.logged()).not.toMatch(/telltale|2001-09-09|Somebody/);
  });
});
