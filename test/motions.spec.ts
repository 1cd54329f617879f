import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { moveCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { openApplication, recordGrant } from './support/factories/clemency';
import { addMotion, type MotionWishes } from './support/factories/motion';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

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

const newClient = (): Promise<AddedClient> => addClient(attorney);
const rowsOf = async (text: string, values: unknown[]): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;
const refusalOf = (answer: Answer): Json => [
  answer.status,
  (answer.body.errors ?? []).map((error: Json) => [error.path, error.code]),
];
const motionsIn = async (clientId: string): Promise<Json[]> =>
  (await attorney.read(`/clients/${clientId}/timeline`)).items.filter((item: Json) =>
    item.kind.startsWith('motion_'),
  );

describe('recording motions', () => {
  it('keeps what anybody filed, oldest first, with as much of a date as is known', async () => {
    const client = await newClient();
    const order = await addOrder(attorney, { clientId: client.id });
    await addMotion(attorney, client.id, {
      kind: 'i246',
      forum: 'dhs',
      filedBy: 'us',
      filedOn: '2025-02-03',
      result: 'granted',
      resultOn: '2025-03-01',
      stayUntil: '2027-03-01',
    });
    await addMotion(attorney, client.id, { filedOn: null, filedBy: 'not_known', result: 'not_known' });
    const first = await addMotion(attorney, client.id, {
      orderId: order.id,
      filedOn: '2004',
      filedBy: 'notario',
      resultOn: '2005-01',
      counsel: 'Notaría Ejemplo',
      note: 'Copies are in the old file',
    });
    expect(first).toMatchObject({
      version: 1,
      orderId: order.id,
      kind: 'reopen',
      forum: 'court',
      filedOn: '2004',
      filedBy: 'notario',
      result: 'denied',
      resultOn: '2005-01',
      stayUntil: null,
      counsel: 'Notaría Ejemplo',
      note: 'Copies are in the old file',
      can: { edit: true },
    });
    const seen = await attorney.read(`/clients/${client.id}/motions`);
    expect(seen.items.map((each: Json) => each.filedOn)).toEqual(['2004', '2025-02-03', null]);
    expect(seen.can).toEqual({ edit: true });
    const [stored] = await rowsOf('SELECT counsel, note FROM app.motion WHERE id = $1', [first.id]);
    expect(stored.counsel.toString('latin1')).not.toContain('Ejemplo');
    expect(stored.note.toString('latin1')).not.toContain('old file');
  });

  it('takes corrections, clears with null, and keeps what was there before', async () => {
    const client = await newClient();
    const motion = await addMotion(attorney, client.id, { filedOn: '2004', resultOn: '2005', note: 'First' });
    const changed = await attorney.ok(
      'PATCH',
      `/motions/${motion.id}`,
      { filedOn: '2004-06', resultOn: null, result: 'not_known', note: null },
      { ifMatch: 1 },
    );
    expect(changed).toMatchObject({
      version: 2,
      filedOn: '2004-06',
      resultOn: null,
      note: null,
      kind: 'reopen',
    });
    const stale = await attorney.patch(`/motions/${motion.id}`, { filedOn: '2003' }, { ifMatch: 1 });
    expect(stale.body).toMatchObject({ code: 'stale_version', currentVersion: 2 });
    const history = await rowsOf(
      `SELECT was ->> 'filed_on' AS filed, was ->> 'result' AS result, replaced_by FROM app.row_history WHERE row_id = $1`,
      [motion.id],
    );
    expect(history).toEqual([{ filed: '2004', result: 'denied', replaced_by: office.people.attorney.id }]);
    const [entry] = await rowsOf(
      `SELECT action, fields FROM app.audit_entry WHERE client_id = $1 ORDER BY seq DESC LIMIT 1`,
      [client.id],
    );
    expect(entry.action).toBe('removal.edit');
    expect(entry.fields).toContain('motion.filedOn');
  });

  it('makes one motion of a double submit', async () => {
    const client = await newClient();
    const body = { kind: 'reopen', forum: 'court', filedBy: 'us', result: 'pending', filedOn: '2025-01-02' };
    const answers = await Promise.all(
      [1, 2].map(() =>
        attorney.post(`/clients/${client.id}/motions`, body, { idempotencyKey: 'same-motion' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect((await attorney.read(`/clients/${client.id}/motions`)).items).toHaveLength(1);
  });

  it('refuses what cannot be, with the field', async () => {
    const client = await newClient();
    const elsewhere = await addOrder(attorney, { clientId: (await newClient()).id });
    const wrong: [MotionWishes | Json, string, string?][] = [
      [{ kind: 'petition_for_review', forum: 'court' }, 'forum', 'not_this_forum'],
      [{ kind: 'i246', forum: 'board' }, 'forum', 'not_this_forum'],
      [{ kind: 'reopen', forum: 'dhs' }, 'forum', 'not_this_forum'],
      [{ result: 'pending', resultOn: '2005-01-01' }, 'resultOn', 'no_result'],
      [{ filedOn: '2004-06-01', resultOn: '2004-05-31' }, 'resultOn', 'before_filing'],
      [{ filedOn: '2004-06-01', stayUntil: '2004-05-31' }, 'stayUntil', 'before_filing'],
      [{ filedOn: '2099-01-01' }, 'filedOn', 'in_future'],
      [{ resultOn: '2099' }, 'resultOn', 'in_future'],
      [{ orderId: elsewhere.id }, 'orderId', 'unknown_order'],
      [{ orderId: 'not-an-id' }, 'orderId'],
      [{ kind: 'appeal' }, 'kind'],
      [{ filedBy: 'somebody' }, 'filedBy'],
      [{ filedOn: '2004-02-30' }, 'filedOn'],
      [{ stayUntil: '2004' }, 'stayUntil'],
      [{ note: 'x'.repeat(4001) }, 'note'],
      [{ surprise: 1 }, 'surprise'],
    ];
    for (const [wishes, path, code] of wrong) {
      const answer = await attorney.post(`/clients/${client.id}/motions`, {
        ...{ kind: 'reopen', forum: 'court', filedBy: 'us', result: 'denied' },
        ...wishes,
      });
      const [status, errors] = refusalOf(answer);
      expect([JSON.stringify(wishes).slice(0, 60), status >= 400 && status < 500, errors[0]?.[0]]).toEqual([
        JSON.stringify(wishes).slice(0, 60),
        true,
        path,
      ]);
      if (code) expect(errors).toEqual([[path, code]]);
    }
    expect((await attorney.read(`/clients/${client.id}/motions`)).items).toEqual([]);
    const motion = await addMotion(attorney, client.id, { filedOn: '2004', result: 'denied' });
    const edit = await attorney.patch(`/motions/${motion.id}`, { resultOn: '2003' }, { ifMatch: 1 });
    expect(refusalOf(edit)).toEqual([422, [['resultOn', 'before_filing']]]);
  });
});

describe('what a motion does to the deadlines and the story', () => {
  it('tells of filing and decision, and warns before a second motion to reopen', async () => {
    const client = await newClient();
    const order = await addOrder(attorney, { clientId: client.id });
    const reopen = async (): Promise<Json> =>
      (await attorney.read(`/clients/${client.id}/deadlines`)).items.find(
        (each: Json) => each.ruleId === 'motion.reopen.90d',
      );
    expect((await reopen()).warnings.join(' ')).not.toContain('already recorded');
    await addMotion(attorney, client.id, { orderId: order.id, filedOn: '2004-06-01', resultOn: '2004-09' });
    expect((await reopen()).warnings.join(' ')).toContain('A motion to reopen is already recorded');
    expect(await motionsIn(client.id)).toMatchObject([
      {
        kind: 'motion_decided',
        title: 'motion_decided.denied',
        on: '2004-09',
        sourceKind: 'motion',
        parameters: { motionKind: 'reopen', filedBy: 'prior_counsel', orderId: order.id },
      },
      { kind: 'motion_filed', on: '2004-06-01' },
    ]);
  });

  it('counts nothing as filed that the clerk sent back or that the government filed', async () => {
    const client = await newClient();
    await addOrder(attorney, { clientId: client.id });
    await addMotion(attorney, client.id, { filedBy: 'us', filedOn: '2004-06-01', result: 'rejected' });
    await addMotion(attorney, client.id, { filedBy: 'dhs', filedOn: '2004-06-02', result: 'pending' });
    expect((await motionsIn(client.id)).map((each) => each.kind)).toEqual([
      'motion_filed_by_dhs',
      'motion_rejected',
    ]);
    const deadlines = (await attorney.read(`/clients/${client.id}/deadlines`)).items;
    expect(JSON.stringify(deadlines)).not.toContain('already recorded');
  });

  it('tells the motion of the case once, and counts it once, when it is recorded by itself too', async () => {
    const client = await newClient();
    const order = await addOrder(attorney, { clientId: client.id });
    const granted = await openApplication(attorney, client.id, { convictionIds: [], stage: 'filed' });
    await recordGrant(attorney, granted, { signedOn: '2026-07-01' });
    for (const stage of ['records', 'clemency_pending', 'grant_received', 'motion_filed'])
      await moveCase(attorney, client.caseId, stage, '2026-07-10');
    const clock = async (): Promise<Json> => {
      const { items } = await attorney.read(`/clients/${client.id}/deadlines`);
      const { id } = items.find((each: Json) => each.ruleId.startsWith('internal.diligence'));
      return (await attorney.read(`/deadlines/${id}`)).answeredBy;
    };
    expect(await clock()).toMatchObject({ on: '2026-07-10', sourceKind: 'case_stage' });
    const motion = await addMotion(attorney, client.id, {
      orderId: order.id,
      filedBy: 'us',
      filedOn: '2026-07-10',
      result: 'pending',
    });
    expect(await clock()).toMatchObject({ on: '2026-07-10', sourceKind: 'motion', sourceId: motion.id });
    expect((await motionsIn(client.id)).map((each) => [each.kind, each.sourceKind])).toEqual([
      ['motion_filed', 'motion'],
    ]);
    await attorney.ok('PATCH', `/motions/${motion.id}`, { filedOn: '2026-07-11' }, { ifMatch: 1 });
    expect((await motionsIn(client.id)).map((each) => each.sourceKind).sort()).toEqual([
      'case_stage',
      'motion',
    ]);
  });
});

describe('who may', () => {
  it('hides another organisation, and a caseload one is not on', async () => {
    const client = await newClient();
    const motion = await addMotion(attorney, client.id);
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    for (const api of [other.api.director, other.api.attorney, colleague.api]) {
      expect((await api.get(`/clients/${client.id}/motions`)).status).toBe(404);
      expect((await api.patch(`/motions/${motion.id}`, { result: 'granted' }, { ifMatch: 1 })).status).toBe(
        404,
      );
      const body = { kind: 'reopen', forum: 'court', filedBy: 'us', result: 'pending' };
      expect((await api.post(`/clients/${client.id}/motions`, body)).status).toBe(404);
    }
  });

  it('lets auditors read without the note and not write, volunteers neither', async () => {
    const client = await newClient();
    const motion = await addMotion(attorney, client.id, { counsel: 'A. Person', note: 'About the person' });
    const seen = await office.api.auditor.read(`/clients/${client.id}/motions`);
    expect([seen.can.edit, seen.items[0].can.edit, seen.items[0].note]).toEqual([false, false, null]);
    expect(seen.items[0].counsel).toBeNull();
    const write = { result: 'granted' };
    expect((await office.api.auditor.patch(`/motions/${motion.id}`, write, { ifMatch: 1 })).status).toBe(403);
    expect((await office.api.volunteer.get(`/clients/${client.id}/motions`)).status).toBe(403);
    expect((await office.api.intake.patch(`/motions/${motion.id}`, write, { ifMatch: 1 })).status).toBe(403);
  });
});
