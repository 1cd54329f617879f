import { asAdmin, rowCounts } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { enterNotice, verifyJurisdiction } from './support/factories/law';
import { foundOffice, type Office } from './support/factories/organisation';

/** Screening and the clemency calendar, on facts that nobody stores. */
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

describe('the screening calculator', () => {
  const ASK = '/law/screening';
  const topics = ({ items }: { items: { topic: string }[] }) => items.map(({ topic }) => topic);

  it('says what an attorney should look at, and asks for what is not known', async () => {
    const answer = await answered(ASK, { citizenships: ['VN'], firstEnteredOn: '1981', finalOrder: true });
    expect(topics(answer)).toEqual(expect.arrayContaining(['registry', 'return_vietnam', 'naturalisation']));
    const vietnam = answer.items.find((item: { topic: string }) => item.topic === 'return_vietnam');
    expect(vietnam).toMatchObject({
      finding: expect.any(String),
      law: 'agreement_reported',
      authorities: expect.arrayContaining([expect.objectContaining({ provenance: expect.any(String) })]),
      trace: expect.any(Array),
    });
    expect(
      (await answered(ASK, {})).items.flatMap((item: { questions: string[] }) => item.questions),
    ).not.toEqual([]);
  });

  it('shows bills only when asked, and never as law', async () => {
    expect(topics(await answered(ASK, {}))).not.toContain('registry_bill');
    const { items } = await answered(ASK, { includeBills: true });
    const bills = items.filter((item: { topic: string }) => item.topic === 'registry_bill');
    expect(bills.length).toBeGreaterThan(0);
    for (const bill of bills) expect(bill.law).toBe('introduced_bill_not_law');
  });

  it.each([
    ['firstEnteredOn', { firstEnteredOn: '2023-02-30' }],
    ['citizenships', { citizenships: ['Vietnam'] }],
    ['citizenships', { citizenships: Array(11).fill('VN') }],
    ['noticeMailedOn', { noticeMailedOn: '2026' }],
    ['finalOrder', { finalOrder: 'yes' }],
  ])('refuses a wrong %s: %j', async (path, body) => {
    expect(await refused(ASK, body)).toEqual([422, 'invalid', path]);
  });
});

describe('the clemency calendar', () => {
  const ASK = '/law/jurisdictions/IL/calendar';

  it('counts the cut-off back from the docket, with its provenance', async () => {
    const { items, notes } = await answered(ASK, { hearingOn: '2027-01-12' });
    const cutoff = items.find((item: { kind: string }) => item.kind === 'file_by');
    expect(cutoff).toMatchObject({ state: 'dated', on: '2026-10-29', provenance: expect.any(String) });
    expect(cutoff.trace.length).toBeGreaterThan(0);
    expect(notes.length).toBeGreaterThan(0);
  });

  it('asks for what it needs, for each of the 53', async () => {
    const { items } = await home.api.volunteer.read('/law/jurisdictions');
    for (const { code } of items) {
      const page = await home.api.volunteer.read(`/law/jurisdictions/${code}`);
      expect([code, page.calendar.jurisdiction, Array.isArray(page.calendar.items)]).toEqual([
        code,
        code,
        true,
      ]);
    }
  });

  it('moves a task before the days the office has entered', async () => {
    const taskOf = async () =>
      (await answered(ASK, { hearingOn: '2027-01-12' })).items.find(
        (item: { kind: string }) => item.kind === 'file_by',
      ).taskOn;
    const before = await taskOf();
    await enterNotice(home.api.director, {
      layer: 'state_holiday',
      state: 'IL',
      on: before,
      name: 'A state day',
    });
    expect((await taskOf()) < before).toBe(true);
  });

  it.each([
    ['hearingOn', { hearingOn: '2026-02-30' }, 'invalid'],
    ['hearingOn', { hearingOn: '1901-02-03' }, 'day_out_of_range'],
    ['sentenceEndedOn', { sentenceEndedOn: 'long ago' }, 'invalid'],
    ['denials', { denials: 51 }, 'invalid'],
    ['grantDates.signedOn', { grantDates: { signedOn: '2026' } }, 'invalid'],
  ])('refuses a wrong %s: %j', async (path, body, code) => {
    expect(await refused(ASK, body)).toEqual([422, code, path]);
  });

  it('carries what an attorney of the office has seen, until that is withdrawn', async () => {
    const seen = async (api = home.api.volunteer) => {
      const { lastVerified, items } = await api.ok('POST', ASK, { hearingOn: '2027-01-12' });
      return [lastVerified, JSON.stringify(items).includes('Seen on the board’s page')];
    };
    expect(await seen()).toEqual([null, false]);
    const body = { on: '2026-11-19', sourceSeen: 'Seen on the board’s page' };
    expect((await home.api.director.post('/law/jurisdictions/IL/verifications', body)).status).toBe(403);
    const made = await verifyJurisdiction(home.api.attorney, 'il', body);
    expect(await seen()).toEqual(['2026-11-19', true]);
    const other = await foundOffice(test, 'Prairie Advocates', { roles: ['attorney'] });
    expect(await seen(other.api.attorney)).toEqual([null, false]);
    const path = `/law/jurisdiction-verifications/${made.id}/withdraw`;
    expect((await other.api.attorney.post(path)).status).toBe(404);
    // An authority is no rule: the route of rules does not know it.
    expect((await home.api.attorney.post(`/law/verifications/${made.id}/withdraw`)).status).toBe(404);
    const page = await home.api.attorney.ok('POST', path);
    expect(page).toMatchObject({ code: 'IL', can: { verify: true }, calendar: { lastVerified: null } });
    expect(page.verifications[0].withdrawn.by.id).toBe(home.people.attorney.id);
    expect(await seen()).toEqual([null, false]);
    expect((await home.api.attorney.post(path)).body.code).toBe('withdrawn_already');
  });

  it('is of an authority that is there', async () => {
    expect((await home.api.volunteer.post('/law/jurisdictions/XX/calendar', {})).status).toBe(404);
  });
});

it('what is asked is neither stored nor logged', async () => {
  const before = await rowCounts(test);
  for (const [path, body] of [
    ['/law/screening', { firstEnteredOn: '1981-07-13' }],
    ['/law/jurisdictions/NY/calendar', { filedOn: '1981-07-13' }],
  ] as const)
    await home.api.attorney.post(path, body, { idempotencyKey: 'one-key-for-all' });
  expect(await rowCounts(test)).toEqual(before);
  expect(test.logged()).not.toMatch(/1981-07-13/);
  const kept = await asAdmin(test, (admin) => admin.query(`SELECT 1 FROM app.idempotency_key`));
  expect(kept.rows).toEqual([]);
});
