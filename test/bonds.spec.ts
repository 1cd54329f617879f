import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { dayFromNow } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { addBond, detain } from './support/factories/custody';
import { addHearing } from './support/factories/hearing';
import { foundOffice, type Office } from './support/factories/organisation';
import { addProceeding } from './support/factories/proceeding';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

async function held(wishes: object = {}): Promise<{ clientId: string; caseId: string; episodeId: string }> {
  const { id, caseId } = await addClient(attorney);
  const [episode] = (await detain(attorney, id, { beganOn: dayFromNow(-20), ...wishes })).episodes;
  return { clientId: id, caseId, episodeId: episode.id };
}
const edit = (bond: { id: string; version: number }, body: object, api = attorney): Promise<Answer> =>
  api.patch(`/bonds/${bond.id}`, body, { ifMatch: bond.version });
const bondsOf = async (clientId: string, api = attorney): Promise<Json[]> =>
  (await api.read(`/clients/${clientId}/custody-file`)).bonds;
const rowsOf = async (text: string, values: unknown[]): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query(text, values))).rows;
const deadlinesOf = async (clientId: string): Promise<Json[]> =>
  (await attorney.read(`/clients/${clientId}/deadlines`)).items;

describe('a bond', () => {
  it('is followed from the request to the return of the money, and keeps every status', async () => {
    const { clientId, episodeId } = await held();
    const asked = (await addBond(attorney, episodeId, { requestedOn: dayFromNow(-15) })).bonds[0];
    expect(asked).toMatchObject({ version: 1, episodeId, status: 'requested', can: { edit: true } });
    const steps: [object, string][] = [
      [
        { setBy: 'immigration_judge', decision: 'granted', decidedOn: dayFromNow(-10), amount: 7500 },
        'granted',
      ],
      [{ appealBy: 'government', appealedOn: dayFromNow(-9), automaticStay: 'no' }, 'appealed'],
      [{ boardOutcome: 'dismissed', boardDecidedOn: dayFromNow(-5) }, 'granted'],
      [{ postedOn: dayFromNow(-4), obligorName: 'Aunt Nobody' }, 'posted'],
      [{ cancelledOn: dayFromNow(-2) }, 'cancelled'],
      [{ returnedOn: dayFromNow(0) }, 'returned'],
    ];
    for (const [at, [body, status]] of steps.entries()) {
      const answer = await edit({ id: asked.id, version: at + 1 }, body);
      expect([answer.status, answer.body.bonds?.[0].status]).toEqual([200, status]);
    }
    const [bond] = await bondsOf(clientId);
    expect(bond).toMatchObject({ amount: 7500, obligorName: 'Aunt Nobody', automaticStay: 'no' });
    expect(bond.history.map((step: Json) => [step.status, step.on])).toEqual([
      ['requested', dayFromNow(-15)],
      ['granted', dayFromNow(-10)],
      ['appealed', dayFromNow(-9)],
      ['granted', dayFromNow(-10)],
      ['posted', dayFromNow(-4)],
      ['cancelled', dayFromNow(-2)],
      ['returned', dayFromNow(0)],
    ]);
    expect(bond.history[0].by.id).toBe(office.people.attorney.id);
    const kept = await rowsOf(
      `SELECT was ->> 'status' AS status FROM app.row_history WHERE row_id = $1 ORDER BY replaced_at`,
      [asked.id],
    );
    expect(kept.map(({ status }) => status)).toEqual([
      ...['requested', 'granted', 'appealed', 'granted', 'posted', 'cancelled'],
    ]);
    const facts = (await attorney.read(`/clients/${clientId}/timeline`)).items.map(
      (item: Json) => item.title,
    );
    expect(facts).toEqual(
      expect.arrayContaining([
        ...['bond_requested', 'bond_decided.granted', 'bond_appealed', 'bond_appeal_decided.dismissed'],
        ...['bond_posted', 'bond_cancelled', 'bond_returned'],
      ]),
    );
  });

  it('keeps a stay that ended or was recorded in error, and counts its deadlines anew', async () => {
    const { clientId, episodeId } = await held();
    const decision = {
      setBy: 'immigration_judge',
      decision: 'granted',
      decidedOn: dayFromNow(-6),
      amount: 5000,
    };
    const stayed = {
      requestedOn: dayFromNow(-9),
      ...decision,
      appealBy: 'government',
      appealedOn: dayFromNow(-5),
      automaticStay: 'yes',
    };
    let bond: Json = (await addBond(attorney, episodeId, stayed)).bonds[0];
    const end = (body: object, version = bond.version): Promise<Answer> =>
      attorney.post(`/bonds/${bond.id}/stay-end`, body, { ifMatch: version });
    const clocks = async (): Promise<string[]> =>
      (await deadlinesOf(clientId))
        .filter((each) => each.status === 'open' && /autostay|eoir43/.test(each.ruleId))
        .map((each) => each.ruleId);
    expect(bond).toMatchObject({ can: { endStay: true }, stay: [{ step: 'recorded', how: null }] });
    expect(await clocks()).toContain('bond.autostay.lapse.90d');
    expect((await end({ how: 'lapsed', on: dayFromNow(1) })).body.errors[0].code).toBe('in_future');
    expect((await end({ how: 'lapsed', on: dayFromNow(-9) })).body.errors[0].code).toBe('out_of_order');
    expect((await end({ how: 'lapsed' }, 9)).body.code).toBe('stale_version');

    const wrong = await end({ how: 'recorded_in_error', note: 'Of another client' });
    [bond] = wrong.body.bonds;
    expect(bond).toMatchObject({
      automaticStay: 'no',
      stayEndedHow: 'recorded_in_error',
      can: { endStay: false },
    });
    expect(await clocks()).toEqual([]);
    expect((await end({ how: 'lapsed' })).body.code).toBe('no_stay');

    [bond] = (await edit(bond, { automaticStay: 'yes' })).body.bonds;
    expect(bond).toMatchObject({ stayEndedHow: null, can: { endStay: true } });
    expect(await clocks()).toContain('bond.autostay.lapse.90d');
    [bond] = (await end({ how: 'court_order', on: dayFromNow(-1), note: 'Habeas canary' })).body.bonds;
    [bond] = (await edit(bond, { amount: 6000 })).body.bonds;
    expect(bond).toMatchObject({
      automaticStay: 'yes',
      stayEndedOn: dayFromNow(-1),
      stayEndedHow: 'court_order',
    });
    expect(bond.stay.map((step: Json) => [step.step, step.how, step.note])).toEqual([
      ['recorded', null, null],
      ['ended', 'recorded_in_error', 'Of another client'],
      ['recorded', null, null],
      ['ended', 'court_order', 'Habeas canary'],
    ]);
    expect(await clocks()).toEqual([]);
    const titles = (await attorney.read(`/clients/${clientId}/timeline`)).items.map(
      (item: Json) => item.title,
    );
    expect(titles.filter((title: string) => title.startsWith('bond_stay'))).toEqual([
      'bond_stay_ended.court_order',
    ]);
    const [row] = await rowsOf(
      "SELECT note FROM app.bond_stay_step WHERE bond_id = $1 AND how = 'court_order'",
      [bond.id],
    );
    expect(row.note.toString('latin1')).not.toMatch(/canary/);
  });

  it('stores who paid, the receipt and the conditions sealed', async () => {
    const { clientId, episodeId } = await held();
    const secrets = {
      ...{ obligorName: 'Obligor Canary', obligorRelation: 'Cousin Canary' },
      ...{ receiptNumber: 'RCPT-CANARY-1', conditions: 'Ankle canary' },
    };
    await addBond(attorney, episodeId, secrets);
    expect((await bondsOf(clientId))[0]).toMatchObject(secrets);
    const [row] = await rowsOf('SELECT * FROM app.bond WHERE client_id = $1', [clientId]);
    for (const column of ['obligor_name', 'obligor_relation', 'receipt_number', 'conditions'])
      expect(row[column].toString('latin1')).not.toMatch(/canary/i);
    expect((await bondsOf(clientId, office.api.auditor))[0]).toMatchObject({
      ...{ obligorName: null, obligorRelation: null, receiptNumber: null, conditions: null },
    });
  });

  it('that a judge denies starts the period to appeal, which an appeal in time answers', async () => {
    const { clientId, episodeId } = await held();
    const decision = { setBy: 'immigration_judge', decision: 'denied', decidedOn: dayFromNow(-3) };
    const [bond] = (await addBond(attorney, episodeId, { ...decision, requestedOn: dayFromNow(-9) })).bonds;
    const [deadline] = (await deadlinesOf(clientId)).filter((each) => each.ruleId === 'bia.appeal.bond');
    expect(deadline.dueOn >= dayFromNow(27)).toBe(true);
    await edit(bond, { decision: 'granted', amount: 12_000 });
    expect((await deadlinesOf(clientId)).map((each) => each.ruleId)).toEqual(
      expect.arrayContaining(['bia.appeal.bond', 'bond.eoir43.1bd', 'bond.autostay.noa.10bd']),
    );
  });

  it('takes its day from a bond hearing of this client, and follows it', async () => {
    const { clientId, episodeId } = await held();
    const proceeding = await addProceeding(attorney, clientId);
    const hearing = await addHearing(attorney, proceeding.id, { date: dayFromNow(9), kind: 'bond' });
    const master = await addHearing(attorney, proceeding.id, { date: dayFromNow(9), kind: 'master' });
    const { bonds } = await addBond(attorney, episodeId, { hearingId: hearing.id });
    expect(bonds[0].hearingOn).toBe(dayFromNow(9));
    const stranger = await held();
    for (const [episode, hearingId] of [
      [episodeId, master.id],
      [stranger.episodeId, hearing.id],
    ]) {
      const answer = await attorney.post(`/custody-episodes/${episode}/bonds`, { hearingId });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'unknown_hearing']);
    }
  });

  it('refuses what cannot be, with the field', async () => {
    const { episodeId } = await held();
    const granted = { setBy: 'ice', decision: 'granted', decidedOn: dayFromNow(-4) };
    const wrong: [object, string, string][] = [
      [{ requestedOn: dayFromNow(3) }, 'requestedOn', 'in_future'],
      [{ decidedOn: dayFromNow(-4) }, 'decision', 'required'],
      [{ decision: 'denied' }, 'setBy', 'required'],
      [{ ...granted, requestedOn: dayFromNow(-2) }, 'decidedOn', 'out_of_order'],
      [{ appealBy: 'client' }, 'decision', 'not_decided'],
      [{ ...granted, appealedOn: dayFromNow(-2) }, 'appealBy', 'required'],
      [{ ...granted, appealBy: 'client', automaticStay: 'yes' }, 'automaticStay', 'not_of_client'],
      [{ ...granted, decision: 'denied', postedOn: dayFromNow(-2) }, 'postedOn', 'not_granted'],
      [{ ...granted, returnedOn: dayFromNow(-2) }, 'postedOn', 'required'],
      [{ amount: -1 }, 'amount', 'out_of_range'],
    ];
    for (const [body, path, code] of wrong) {
      const answer = await attorney.post(`/custody-episodes/${episodeId}/bonds`, body);
      const [error] = answer.body.errors;
      expect([body, answer.status, error.path]).toEqual([body, 422, path]);
      if (path !== 'amount') expect(error.code).toBe(code);
    }
  });

  it('is not there for a colleague who does not see the client, and refuses an old version', async () => {
    const { clientId, episodeId } = await held();
    const [bond] = (await addBond(attorney, episodeId)).bonds;
    const second = await office.employ('attorney', { name: 'Ada Second' });
    expect((await second.api.post(`/custody-episodes/${episodeId}/bonds`, {})).status).toBe(404);
    expect((await edit(bond, { amount: 1 }, second.api)).status).toBe(404);
    expect((await edit(bond, { amount: 1 })).status).toBe(200);
    expect((await edit(bond, { amount: 2 })).body.code).toBe('stale_version');
    expect((await bondsOf(clientId))[0].amount).toBe(1);
  });
});
