import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { addClient } from './support/factories/client';
import { addConviction } from './support/factories/conviction';
import { addMotion } from './support/factories/motion';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';
import { addRecord } from './support/factories/removal-record';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const newClient = async (): Promise<string> => (await addClient(attorney)).id;
const fieldsOf = (body: { errors?: { path: string; code: string }[] }): [string, string][] =>
  (body.errors ?? []).map((error) => [error.path, error.code]);

describe('relief and appeals', () => {
  it('keep every standing with who replaced it, and seal receipt and counsel', async () => {
    const clientId = await newClient();
    const asked = await addRecord(attorney, clientId, 'relief-applications', { receipt: 'MSC2190012345' });
    await office.api.director.ok(
      'PATCH',
      `/relief-applications/${asked.id}`,
      { status: 'denied', statusOn: '2000-03-14' },
      { ifMatch: 1 },
    );
    const withdrawn = await attorney.ok(
      'PATCH',
      `/relief-applications/${asked.id}`,
      { status: 'granted', statusOn: '2001-02' },
      { ifMatch: 2 },
    );
    expect(withdrawn).toMatchObject({
      kind: 'asylum',
      receipt: 'MSC2190012345',
      status: 'granted',
      earlier: [
        { value: 'pending', on: null, replacedBy: { id: office.people.director.id } },
        { value: 'denied', on: '2000-03-14', replacedBy: { id: office.people.attorney.id } },
      ],
    });
    const plain = await asAdmin(test, (admin) =>
      admin.query('SELECT receipt FROM app.relief_application WHERE id = $1', [asked.id]),
    );
    expect(String(plain.rows[0].receipt)).not.toContain('MSC');
  });

  it('show, order by order, what was tried against it and what became of it', async () => {
    const clientId = await newClient();
    const order = await addOrder(
      attorney,
      { clientId },
      {
        ...{
          appeal: 'taken',
          appealFiledOn: '2000-04-03',
          appealDecidedOn: '2001-01',
          appealOutcome: 'dismissed',
        },
        statuses: [
          { status: 'stayed', on: '2001-03-01' },
          { status: 'in_force', on: '2002-05-01' },
        ],
      },
    );
    await addMotion(attorney, clientId, {
      orderId: order.id,
      kind: 'reopen',
      filedOn: '2014',
      result: 'denied',
    });
    await addRecord(attorney, clientId, 'appeals', {
      ...{ orderId: order.id, forum: 'court_of_appeals', result: 'denied' },
      ...{ filedOn: '2001-02-05', decidedOn: '2002-04-30', counsel: 'Old Counsel' },
    });
    await addRecord(attorney, clientId, 'reinstatements', { orderId: order.id });
    await addRecord(attorney, clientId, 'appeals', { filedOn: null });
    const { orders, appeals } = await attorney.read(`/clients/${clientId}/relief`);
    expect(
      orders[0].attacks.map((each: Record<string, string>) => [each.source, each.kind, each.result]),
    ).toEqual([
      ['order', 'appeal', 'dismissed'],
      ['appeal', 'appeal', 'denied'],
      ['motion', 'reopen', 'denied'],
    ]);
    expect(orders[0]).toMatchObject({
      stays: [{ from: '2001-03-01', until: '2002-05-01' }],
      reinstatements: [{ reinstatedOn: '2012' }],
    });
    expect(orders[1]).toMatchObject({ orderId: null, attacks: [{ source: 'appeal' }] });
    expect(appeals.map((each: { counsel: string | null }) => each.counsel)).toContain('Old Counsel');
  });

  it('hang on orders of the same client only, and keep their days in order', async () => {
    const clientId = await newClient();
    const foreign = await addOrder(attorney, { clientId: await newClient() });
    const post = async (kind: string, body: object) =>
      fieldsOf((await attorney.post(`/clients/${clientId}/${kind}`, body)).body);
    const appeal = { forum: 'board', filedBy: 'us', fee: 'paid', result: 'pending' };
    expect(await post('appeals', { ...appeal, orderId: foreign.id })).toEqual([
      ['orderId', 'unknown_record'],
    ]);
    expect(await post('appeals', { ...appeal, filedOn: '2001', decidedOn: '2000' })).toEqual([
      ['decidedOn', 'before_start'],
    ]);
    expect(await post('country-concerns', { country: 'ZZ', kind: 'feared' })).toEqual([
      ['country', 'invalid'],
    ]);
    const made = await addRecord(attorney, clientId, 'appeals');
    const cleared = await attorney.patch(`/appeals/${made.id}`, { forum: null }, { ifMatch: 1 });
    expect([cleared.status, fieldsOf(cleared.body)]).toEqual([422, [['forum', 'required']]]);
  });
});

describe('conditions of supervision', () => {
  it('are never overwritten: a change ends the old one and adds another', async () => {
    const clientId = await newClient();
    const first = await addRecord(attorney, clientId, 'supervision', {
      kind: 'ankle_monitor',
      terms: 'Left ankle.',
    });
    const change = {
      kind: 'phone_app',
      imposedBy: 'contractor',
      fromOn: '2023-08',
      reason: 'Monitor taken off.',
    };
    const at = `/supervision-conditions/${first.id}`;
    const next = await attorney.ok('POST', `${at}/change`, change, { ifMatch: 1 });
    const { items } = await attorney.read(`/clients/${clientId}/supervision`);
    expect(items).toMatchObject([
      { id: next.id, kind: 'phone_app', status: 'in_force', untilOn: null },
      {
        ...{ id: first.id, kind: 'ankle_monitor', status: 'changed', untilOn: '2023-08', nextId: next.id },
        ...{ terms: 'Left ankle.', reason: 'Monitor taken off.' },
      },
    ]);
    const again = await attorney.post(`${at}/end`, { untilOn: null }, { ifMatch: 2 });
    expect([again.status, again.body.code]).toEqual([422, 'condition_over']);
    const ended = await attorney.ok(
      'POST',
      `/supervision-conditions/${next.id}/end`,
      { untilOn: '2025-01-10' },
      { ifMatch: 1 },
    );
    expect(ended).toMatchObject({ status: 'ended', untilOn: '2025-01-10' });
  });
});

describe('what the client was asked', () => {
  it('lets a motion be shown as open, and a departure as none', async () => {
    const clientId = await newClient();
    await addOrder(attorney, { clientId });
    const standing = async () => attorney.read(`/clients/${clientId}/standing`);
    const reopenOf = (answer: { motionBars: { bars: { motion: string; standing: string }[] } }) =>
      answer.motionBars.bars.find((bar) => bar.motion === 'reopen')?.standing;
    const before = await standing();
    expect([reopenOf(before), before.departure[0].standing]).toEqual(['not_known', 'not_known']);
    expect((await attorney.read(`/clients/${clientId}/inquiries`)).unanswered).toEqual([
      'motions_by_others',
      'travel',
    ]);
    await addRecord(attorney, clientId, 'inquiries', { topic: 'motions_by_others' });
    await addRecord(attorney, clientId, 'inquiries', { topic: 'travel' });
    const after = await standing();
    expect([reopenOf(after), after.departure[0].standing]).toEqual(['open', 'none_recorded']);
    expect((await attorney.read(`/clients/${clientId}/inquiries`)).unanswered).toEqual([]);
    await addRecord(attorney, clientId, 'departures', { leftOn: '2005', returnedOn: null });
    expect((await standing()).departure[0].standing).not.toBe('none_recorded');
  });

  it('does not take an answer that nobody knew for one', async () => {
    const clientId = await newClient();
    await addOrder(attorney, { clientId });
    await addRecord(attorney, clientId, 'inquiries', { topic: 'motions_by_others', answer: 'not_known' });
    const { unanswered } = await attorney.read(`/clients/${clientId}/inquiries`);
    expect(unanswered).toContain('motions_by_others');
  });
});

describe('arrests and open questions', () => {
  it('keep what an arrest came to, and the conviction it led to', async () => {
    const clientId = await newClient();
    const conviction = await addConviction(attorney, clientId);
    const arrest = await addRecord(attorney, clientId, 'arrests', { outcome: 'pending' });
    const wish = { outcome: 'convicted', convictionId: conviction.id, outcomeOn: '1996' };
    const changed = await attorney.ok('PATCH', `/arrests/${arrest.id}`, wish, { ifMatch: 1 });
    expect(changed).toMatchObject({ ...wish, agency: 'County sheriff', earlier: [{ value: 'pending' }] });
  });

  it('put to the client what the client lived through, and to the record what a court wrote', async () => {
    const clientId = await newClient();
    const conviction = await addConviction(attorney, clientId, {
      ...{ offenceOn: null, pleaOn: null, ageAtOffence: null, flags: { moralTurpitude: 'not_known' } },
    });
    await addProceeding(attorney, clientId, {
      charges: [{ code: '237(a)(2)(E)(i)', status: 'sustained', convictionIds: [conviction.id] }],
    });
    const { forClient, forRecord } = await attorney.read(`/clients/${clientId}/open-questions`);
    const fields = (list: { field: string | null }[]) => list.map(({ field }) => field).filter(Boolean);
    expect(fields(forClient)).toEqual(['offenceOn', 'ageAtOffence']);
    expect(fields(forRecord)).toEqual(expect.arrayContaining(['pleaOn', 'flags.moralTurpitude']));
    expect(forRecord.some(({ text }: { text: string | null }) => text?.includes('?'))).toBe(true);
    await attorney.ok(
      'PATCH',
      `/convictions/${conviction.id}`,
      { offenceOn: '1988', verdictOn: '1989-02' },
      { ifMatch: 1 },
    );
    const later = await attorney.read(`/clients/${clientId}/open-questions`);
    expect(fields(later.forClient)).toEqual(['ageAtOffence']);
  });

  it('read a conviction that was vacated for a defect as one that carries no charge', async () => {
    const clientId = await newClient();
    const conviction = await addConviction(attorney, clientId);
    const { charges } = await addProceeding(attorney, clientId, {
      charges: [{ status: 'sustained', convictionIds: [conviction.id] }],
    });
    const effectOf = async (): Promise<string> =>
      (await attorney.read(`/clients/${clientId}/pardon-effect`)).charges.find(
        (charge: { chargeId: string }) => charge.chargeId === charges[0].id,
      ).reasonCode;
    const before = await effectOf();
    const cleared = { clearedBy: 'vacated_for_defect', clearedOn: '2020-05-04' };
    await attorney.ok('PATCH', `/convictions/${conviction.id}`, cleared, { ifMatch: 1 });
    expect(await effectOf()).not.toBe(before);
  });
});
