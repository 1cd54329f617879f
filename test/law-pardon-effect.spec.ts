import { asAdmin, rowCounts } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';
import { cpuMs } from '../libs/rules/src/cpu-time.fixture';

/** The effect of pardons on a made-up case, which nobody stores. */
let test: TestApp;
let home: Office;
beforeAll(async () => {
  test = await startApp();
  home = await foundOffice(test, 'Harbor Defenders');
});
afterAll(() => test.close());

const answered = async (path: string, body: unknown) => {
  const { status, body: answer } = await home.api.volunteer.post(path, body);
  expect([status, answer]).toEqual([200, expect.anything()]);
  return answer;
};
const refused = async (path: string, body: unknown) => {
  const { status, body: answer } = await home.api.volunteer.post(path, body);
  return [status, answer.errors?.[0]?.code ?? answer.code, answer.errors?.[0]?.path];
};

const EFFECT = '/law/pardon-effect';
const FLAGS = {
  drug: 'no',
  firearm: 'no',
  domestic: 'no',
  childVictim: 'no',
  moralTurpitude: 'yes',
  aggravatedFelony: 'yes',
};
const conviction = (id: string, more: object = {}) => ({
  ...{ id, state: 'GA', statute: 'O.C.G.A. 16-8-40', level: 'felony', offence: 'Robbery' },
  ...{ offenceOn: '1996-05', sentencedOn: '1997-02-10', flags: FLAGS },
  ...more,
});
const pardon = (convictionIds: string[], more: object = {}) => ({
  ...{ id: 'p1', jurisdiction: 'NY', grantor: 'governor', instrumentKind: 'full_and_unconditional' },
  ...{
    convictionIds,
    individual: true,
    effectiveOn: '2025-06-01',
    wording: 'A full and unconditional pardon.',
  },
  ...more,
});
const charge = (convictionIds: string[], more: object = {}) => ({
  ...{ id: 'c1', ina: '237(a)(2)(A)(iii)', origin: 'charged', statusInOrder: 'sustained', convictionIds },
  ...more,
});
const CASE = {
  proceedingKind: 'removal',
  circuit: '2',
  convictions: [conviction('robbery', { state: 'NY' })],
  pardons: [pardon(['robbery'])],
  charges: [charge(['robbery'])],
};

describe('the pardon calculator', () => {
  it('gives the report of a client’s pardon effect, and what would change it', async () => {
    const answer = await answered(EFFECT, CASE);
    expect(answer).toMatchObject({ mode: 'effect_of_grant', overall: expect.any(String) });
    expect(answer.charges[0]).toMatchObject({
      chargeId: 'c1',
      groundId: '237a2Aiii',
      effect: 'lifted',
      issues: expect.any(Array),
      formerGroundId: null,
      override: null,
    });
    expect(answer.instrument.map((finding: { test: string }) => finding.test)).toContain('grantor');
    expect(answer.whatIf).toMatchObject({ before: answer.overall, charges: expect.any(Array) });
  });

  it('asks what if one count more were pardoned, and if the instrument were unconditional', async () => {
    const answer = await answered(EFFECT, {
      ...CASE,
      convictions: [conviction('robbery', { state: 'NY' }), conviction('theft', { state: 'NY' })],
      pardons: [pardon(['robbery'], { instrumentKind: 'conditional', conditionsMet: 'no' })],
      charges: [charge(['robbery', 'theft'])],
    });
    expect(answer.charges[0].effect).not.toBe('lifted');
    const [open] = answer.whatIf.charges;
    const kinds = open.scenarios.map((scenario: { kind: string }) => scenario.kind);
    expect(kinds).toEqual(expect.arrayContaining(['every_count_pardoned', 'unconditional', 'also_pardoned']));
    const every = open.scenarios.find(
      (scenario: { kind: string }) => scenario.kind === 'every_count_pardoned',
    );
    expect(every.changed).toContainEqual(expect.objectContaining({ chargeId: 'c1', to: 'lifted' }));
    const also = open.scenarios.filter((scenario: { kind: string }) => scenario.kind === 'also_pardoned');
    expect(also.flatMap((scenario: { convictionIds: string[] }) => scenario.convictionIds)).toContain(
      'theft',
    );
  });

  it('says what to ask for when there is no pardon', async () => {
    const answer = await answered(EFFECT, { ...CASE, pardons: [] });
    expect(answer).toMatchObject({ mode: 'what_to_ask_for', requests: [{ jurisdiction: 'NY' }] });
  });

  it('never takes what is not said for a no', async () => {
    const answer = await answered(EFFECT, {
      ...CASE,
      convictions: [conviction('robbery', { flags: { drug: null } })],
    });
    expect(answer.travelWarning).toBe(true);
    expect(answer.charges.some((each: { effect: string }) => each.effect === 'needs_facts')).toBe(true);
  });

  it.each([
    ['convictions[1].id', { convictions: [conviction('robbery'), conviction('robbery')] }, 'duplicate_id'],
    ['pardons[0].convictionIds[0]', { pardons: [pardon(['another'])] }, 'unknown_conviction'],
    ['charges[0].convictionIds[1]', { charges: [charge(['robbery', 'another'])] }, 'unknown_conviction'],
    [
      'pardons[0].jurisdiction',
      { pardons: [pardon(['robbery'], { jurisdiction: 'XX' })] },
      'unknown_jurisdiction',
    ],
    ['charges[0].groundId', { charges: [charge(['robbery'], { groundId: '999' })] }, 'unknown_ground'],
    [
      'convictions[0].offenceOn',
      { convictions: [conviction('robbery', { offenceOn: '2023-02-30' })] },
      'invalid',
    ],
    [
      'convictions[0].sentencedOn',
      { convictions: [conviction('robbery', { sentencedOn: '99999' })] },
      'invalid',
    ],
    [
      'convictions[0].flags.drug',
      { convictions: [conviction('robbery', { flags: { drug: 'maybe' } })] },
      'not_one_of',
    ],
    ['convictions[0].orgId', { convictions: [conviction('robbery', { orgId: 'x' })] }, 'unknown_field'],
    ['circuit', { circuit: '13' }, 'invalid'],
  ])('refuses a wrong %s', async (path, wrong, code) => {
    const [status, ...told] = await refused(EFFECT, { ...CASE, ...wrong });
    expect(told).toEqual([code, path]);
    expect(status).toBe(code === 'unknown_field' ? 400 : 422);
  });

  it('refuses ten thousand convictions, and answers two hundred, soon', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ id: `n${n}`, level: 'felony' }));
    const started = cpuMs();
    const ids = many(200).map(({ id }) => id);
    const most = {
      ...CASE,
      convictions: many(200),
      pardons: [pardon(ids.slice(0, 100))],
      charges: [charge(ids)],
    };
    expect((await answered(EFFECT, most)).whatIf.note).not.toBeNull();
    const [status, , path] = await refused(EFFECT, {
      ...CASE,
      convictions: many(10_000),
      pardons: [],
      charges: [],
    });
    expect([status, path]).toEqual([422, 'convictions']);
    expect(cpuMs() - started).toBeLessThan(5_000);
  });
});

it('the grounds include those of former INA 241', async () => {
  const { former } = await home.api.volunteer.read('/law/grounds?q=former%20moral');
  expect(former.length).toBeGreaterThan(0);
  expect(former[0]).toMatchObject({ id: expect.stringMatching(/^former-/), presentIds: expect.any(Array) });
});

it('what is asked is neither stored nor logged', async () => {
  const before = await rowCounts(test);
  const marked = { ...CASE, convictions: [conviction('robbery', { offence: 'Telltale offence' })] };
  for (const [path, body] of [
    [EFFECT, marked],
    [EFFECT, { ...marked, pardons: [pardon(['telltale'])] }],
  ] as const)
    await home.api.attorney.post(path, body, { idempotencyKey: 'one-key-for-all' });
  expect(await rowCounts(test)).toEqual(before);
  expect(test.logged()).not.toMatch(/telltale/i);
  const kept = await asAdmin(test, (admin) => admin.query(`SELECT 1 FROM app.idempotency_key`));
  expect(kept.rows).toEqual([]);
});
