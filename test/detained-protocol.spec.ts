import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { dayFromNow, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { detain } from './support/factories/custody';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const newClient = (): Promise<AddedClient> => addClient(attorney);
const start = (clientId: string, body: object = {}): Promise<Json> =>
  attorney.created(`/clients/${clientId}/detained-protocol`, body);
const fileOf = (clientId: string): Promise<Json> => attorney.read(`/clients/${clientId}/custody-file`);
const settle = (protocolId: string, step: string, body: object): Promise<Answer> =>
  attorney.put(`/detained-protocols/${protocolId}/steps/${step}`, body);
const stepOf = (file: Json, step: string): Json =>
  file.protocol.steps.find((each: Json) => each.step === `detained.${step}`);
const hoursFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

describe('the protocol for a detained client', () => {
  it('starts with one button: the clock runs from the hour of the detention', async () => {
    const client = await newClient();
    await detain(attorney, client.id, { beganTime: '00:00' });
    const { protocol } = await start(client.id);
    expect(protocol).toMatchObject({ basis: 'hour_recorded', endedAt: null, can: { settle: true } });
    expect(hoursFrom(protocol.countedFrom, stepOf({ protocol }, 'habeas').dueAt)).toBe(6);
    const steps = protocol.steps.map((each: Json) => each.step.replace('detained.', ''));
    expect(steps).toEqual(
      expect.arrayContaining(
        'locate habeas family_contact medication g28 i246 motion_and_stay bond pardon_office consulate'.split(
          ' ',
        ),
      ),
    );
    const again = await attorney.post(`/clients/${client.id}/detained-protocol`, {});
    expect([again.status, again.body.code]).toEqual([422, 'protocol_running']);
  });

  it('makes custody not known when nobody recorded a detention, and free again after a false alarm', async () => {
    const client = await newClient();
    const { protocol, status } = await start(client.id);
    expect([protocol.basis, status]).toEqual(['started', 'not_known']);
    // Nobody knows where they are: they are looked for from the first hour on.
    const missing = async (): Promise<Json> =>
      (await attorney.read('/detained')).items.find(({ clientId }: Json) => clientId === client.id);
    expect(await missing()).toMatchObject({ custody: 'not_known', since: dayFromNow(0) });
    expect((await fileOf(client.id)).nextLookUpAt).toBe((await missing()).nextLookUpAt);
    expect((await office.api.accredited_representative.read('/detained')).items).toEqual([]);
    const end = { how: 'false_alarm', note: 'Phone was off' };
    const path = `/detained-protocols/${protocol.id}/end`;
    expect((await attorney.post(path, end, { ifMatch: 7 })).body.code).toBe('stale_version');
    const file = await attorney.ok<Json>('POST', path, end, { ifMatch: protocol.version });
    expect(await missing()).toBeUndefined();
    expect([file.status, file.protocol.endedHow, file.protocol.note]).toEqual([
      'not_detained',
      'false_alarm',
      'Phone was off',
    ]);
    expect((await settle(protocol.id, 'detained.habeas', { state: 'done' })).body.code).toBe(
      'protocol_ended',
    );
    expect((await start(client.id)).protocol.id).not.toBe(protocol.id);
  });

  it('keeps who is on a step, who did it and when, and why one was skipped', async () => {
    const client = await newClient();
    await joinTeam(attorney, client.caseId, office.people.paralegal.id);
    await detain(attorney, client.id);
    const { protocol } = await start(client.id, { on: dayFromNow(-1), time: '08:00' });
    expect(protocol.basis).toBe('given');
    const { id } = protocol;
    const taken = { state: 'open', assignedTo: office.people.paralegal.id };
    expect((await settle(id, 'detained.habeas', taken)).status).toBe(200);
    await settle(id, 'detained.g28', { state: 'done' });
    const bare = await settle(id, 'detained.bond', { state: 'skipped' });
    expect([bare.status, bare.body.errors[0].code]).toEqual([422, 'reason_missing']);
    await settle(id, 'detained.bond', { state: 'skipped', reason: 'Final order' });
    const file = await fileOf(client.id);
    expect(stepOf(file, 'habeas')).toMatchObject({
      state: 'open',
      late: true,
      assignedTo: { id: office.people.paralegal.id },
    });
    expect(stepOf(file, 'g28')).toMatchObject({
      state: 'done',
      late: false,
      by: { id: office.people.attorney.id },
    });
    expect(stepOf(file, 'bond')).toMatchObject({ state: 'skipped', reason: 'Final order' });
    await settle(id, 'detained.g28', { state: 'open' });
    expect(stepOf(await fileOf(client.id), 'g28')).toMatchObject({ state: 'open', by: null, at: null });
    const kept = await asAdmin(test, (admin) =>
      admin.query(
        `SELECT was ->> 'state' AS state FROM app.row_history WHERE table_name = 'plan_step' AND client_id = $1`,
        [client.id],
      ),
    );
    expect(kept.rows).toEqual([{ state: 'done' }]);
    expect((await settle(id, 'detained.no_such_step', { state: 'done' })).status).toBe(404);
  });

  it('ticks the same items on the page of the deadlines', async () => {
    const client = await newClient();
    await detain(attorney, client.id);
    const { protocol } = await start(client.id);
    await settle(protocol.id, 'detained.locate', { state: 'done' });
    const { custody } = await attorney.read(`/clients/${client.id}/standing`);
    expect(custody.hours.find((each: Json) => each.id === 'detained.locate').standing).toBe('done');
    expect(custody.warnings[0]).toContain('protocol');
  });

  it('lets two people tick the same step at once', async () => {
    const client = await newClient();
    await detain(attorney, client.id);
    const { protocol } = await start(client.id);
    const answers = await Promise.all(
      [1, 2, 3].map(() => settle(protocol.id, 'detained.locate', { state: 'done' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('the preparation of a check-in', () => {
  it('is ticked off item by item', async () => {
    const client = await newClient();
    const { id } = await scheduleCheckIn(attorney, client.id);
    const path = `/check-ins/${id}/preparation`;
    const done = await attorney.ok<Json>('PUT', `${path}/checkin.foia`, { state: 'done' });
    expect(done.steps).toMatchObject([{ step: 'checkin.foia', state: 'done' }]);
    const { checkInPlan } = await attorney.read(`/clients/${client.id}/standing`);
    expect(checkInPlan.items.find((each: Json) => each.id === 'checkin.foia').standing).toBe('done');
    expect((await attorney.put(`${path}/detained.habeas`, { state: 'done' })).status).toBe(404);
    expect((await office.api.auditor.put(`${path}/checkin.foia`, { state: 'open' })).status).toBe(403);
  });
});

describe('a call about a detention', () => {
  it('waits for an attorney, one of whom takes it on', async () => {
    const client = await newClient();
    await joinTeam(attorney, client.caseId, office.people.paralegal.id);
    const said = { caller: 'Sister', callBack: '+1 212 555 0101', said: 'Taken from the car this morning' };
    const [call] = (
      await office.api.paralegal.created<Json>(`/clients/${client.id}/detention-calls`, {
        ...said,
        on: dayFromNow(-1),
        time: '09:00',
      })
    ).calls;
    expect(call).toMatchObject({ ...said, claimedBy: null, can: { claim: false } });
    expect(call.minutesWaited).toBeGreaterThan(60);
    const waiting = async (api: Api): Promise<Json[]> =>
      (await api.read('/detained')).waitingCalls.filter(({ callId }: Json) => callId === call.id);
    expect(await waiting(attorney)).toMatchObject([
      { clientId: client.id, caseId: client.caseId, clientName: client.name.full, can: { claim: true } },
    ]);
    expect(await waiting(office.api.paralegal)).toMatchObject([{ can: { claim: false } }]);
    expect(await waiting(office.api.accredited_representative)).toEqual([]);
    expect(JSON.stringify(await waiting(office.api.auditor))).not.toMatch(
      new RegExp(`${client.name.family}|Sister|car`),
    );
    const claim = (api: Api, ifMatch: number): Promise<Answer> =>
      api.post(`/detention-calls/${call.id}/claim`, {}, { ifMatch });
    expect((await claim(office.api.paralegal, 1)).body.code).toBe('not_allowed');
    const claimed = await claim(attorney, 1);
    expect(claimed.body.calls[0]).toMatchObject({
      claimedBy: { id: office.people.attorney.id },
      can: { claim: false },
    });
    expect(await waiting(attorney)).toEqual([]);
    expect((await claim(office.api.director, 2)).body.code).toBe('claimed_already');
    const stored = await asAdmin(test, (admin) =>
      admin.query('SELECT caller, said FROM app.detention_call WHERE id = $1', [call.id]),
    );
    expect(stored.rows[0].said.toString('latin1')).not.toContain('car');
  });
});
