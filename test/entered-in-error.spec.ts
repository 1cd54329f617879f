import { startApp, type TestApp } from './support/app';
import { asAdmin } from './support/admin';
import type { Api, Json } from './support/client';
import { dayFromNow } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { detain, lookUp } from './support/factories/custody';
import { addHearing, lookUpHearing } from './support/factories/hearing';
import { addMotion } from './support/factories/motion';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addCharge, addProceeding } from './support/factories/proceeding';
import { addRecord, withdrawEntry } from './support/factories/removal-record';

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
const read = (clientId: string, what: string) => attorney.read(`/clients/${clientId}/${what}`);
const putBack = ({ id, version }: Json) =>
  attorney.ok('POST', `/entered-in-error/${id}/put-back`, {}, { ifMatch: version });
/** Everything that the timeline tells of one record. */
const toldOf = async (clientId: string, recordId: string): Promise<Json[]> =>
  (await read(clientId, 'timeline')).items.filter((item: Json) => JSON.stringify(item).includes(recordId));

/** One of each kind, and where it is listed. */
const KINDS: [string, (clientId: string) => Promise<{ id: string }>, (clientId: string) => Promise<Json>][] =
  [
    ['motion', (id) => addMotion(attorney, id), (id) => read(id, 'motions')],
    [
      'relief_application',
      (id) => addRecord(attorney, id, 'relief-applications'),
      (id) => read(id, 'relief'),
    ],
    ['appeal', (id) => addRecord(attorney, id, 'appeals'), (id) => read(id, 'relief')],
    ['country_concern', (id) => addRecord(attorney, id, 'country-concerns'), (id) => read(id, 'countries')],
    ['travel_document', (id) => addRecord(attorney, id, 'travel-documents'), (id) => read(id, 'countries')],
    [
      'supervision_condition',
      (id) => addRecord(attorney, id, 'supervision'),
      (id) => read(id, 'supervision'),
    ],
    ['arrest', (id) => addRecord(attorney, id, 'arrests'), (id) => read(id, 'arrests')],
    ['admission', (id) => addRecord(attorney, id, 'admissions'), (id) => read(id, 'arrests')],
    ['departure', (id) => addRecord(attorney, id, 'departures'), (id) => read(id, 'inquiries')],
    ['inquiry', (id) => addRecord(attorney, id, 'inquiries'), (id) => read(id, 'inquiries')],
    [
      'charge',
      async (id) => addCharge(attorney, (await addProceeding(attorney, id)).id),
      (id) => read(id, 'removal'),
    ],
    [
      'reinstatement',
      async (id) => {
        const order = await addOrder(attorney, { clientId: id });
        return addRecord(attorney, id, 'reinstatements', { orderId: order.id });
      },
      (id) => read(id, 'relief'),
    ],
    [
      'hearing_look_up',
      async (id) => lookUpHearing(attorney, (await addProceeding(attorney, id)).id, null),
      (id) => read(id, 'hearings'),
    ],
    [
      'locator_look_up',
      async (id) => {
        await detain(attorney, id);
        await lookUp(attorney, id);
        return (await read(id, 'custody-file')).lookUps[0];
      },
      (id) => read(id, 'custody-file'),
    ],
  ];

describe('what was entered in error', () => {
  it.each(KINDS)(
    'leaves lists and the story, stays under its own heading, and comes back: %s',
    async (kind, add, list) => {
      const clientId = await newClient();
      const record = await add(clientId);
      expect(JSON.stringify(await list(clientId))).toContain(record.id);
      const before = await toldOf(clientId, record.id);
      const entry: Json = await withdrawEntry(attorney, clientId, kind, record.id, 'Of another person');
      expect(entry).toMatchObject({ kind, recordId: record.id, reason: 'Of another person', putBack: null });
      expect(JSON.stringify(await list(clientId))).not.toContain(record.id);
      expect(await toldOf(clientId, record.id)).toEqual([]);
      const shown = await read(clientId, 'entered-in-error');
      expect(shown.items).toEqual([
        expect.objectContaining({
          ...{ id: entry.id, kind, by: expect.objectContaining({ id: office.people.attorney.id }) },
          can: { putBack: true },
        }),
      ]);
      expect(shown.items[0].facts.length).toBeGreaterThan(0);

      const back = await putBack(entry);
      expect(back.putBack).toMatchObject({ by: { id: office.people.attorney.id } });
      expect(JSON.stringify(await list(clientId))).toContain(record.id);
      expect((await toldOf(clientId, record.id)).length).toBe(before.length);
    },
  );

  it('is in no deadline, no bar and no answer that was counted from it', async () => {
    const clientId = await newClient();
    const order = await addOrder(attorney, { clientId });
    const numbers = async (): Promise<Json[]> =>
      (await read(clientId, 'standing')).motionBars.bars.filter((bar: Json) => bar.motion === 'reopen');
    const warned = async (): Promise<boolean> =>
      JSON.stringify((await read(clientId, 'deadlines')).items).includes('is already recorded');
    const free = await numbers();
    const motion = await addMotion(attorney, clientId, { orderId: order.id });
    expect(await numbers()).not.toEqual(free);
    expect(await warned()).toBe(true);
    const entry = await withdrawEntry(attorney, clientId, 'motion', motion.id);
    expect([await numbers(), await warned()]).toEqual([free, false]);
    await putBack(entry);
    expect(await numbers()).not.toEqual(free);
    expect(await warned()).toBe(true);
  });

  it('is in no report about a pardon', async () => {
    const clientId = await newClient();
    const report = (): Promise<Json> => read(clientId, 'pardon-effect');
    const { id: proceedingId } = await addProceeding(attorney, clientId);
    const before = JSON.stringify(await report());
    const charge = await addCharge(attorney, proceedingId);
    const admitted = await addRecord(attorney, clientId, 'admissions');
    expect(JSON.stringify(await report())).not.toBe(before);
    await withdrawEntry(attorney, clientId, 'charge', charge.id);
    await withdrawEntry(attorney, clientId, 'admission', admitted.id);
    expect(JSON.stringify(await report())).toBe(before);
  });

  it('does not set when to look again, nor stand among the changes found', async () => {
    const clientId = await newClient();
    const { id } = await addProceeding(attorney, clientId);
    await addHearing(attorney, id, { date: dayFromNow(30), time: '09:00' });
    const looked = await lookUpHearing(attorney, id, { date: dayFromNow(40), time: '09:00' });
    const changes = async (): Promise<Json[]> =>
      (await attorney.read('/hearing-watch')).changed.filter((each: Json) => each.clientId === clientId);
    expect((await changes()).length).toBe(1);
    await withdrawEntry(attorney, clientId, 'hearing_look_up', looked.id);
    expect(await changes()).toEqual([]);
    const { nextLookUps } = await read(clientId, 'hearings');
    expect(nextLookUps).not.toEqual([expect.objectContaining({ on: looked.nextDueOn })]);
  });

  it('gives back the condition that a wrong one came in place of', async () => {
    const clientId = await newClient();
    const first = await addRecord(attorney, clientId, 'supervision', { fromOn: '2020-01-01' });
    const next = await attorney.ok(
      'POST',
      `/supervision-conditions/${first.id}/change`,
      { kind: 'isap', imposedBy: 'ice', fromOn: '2024-05-01' },
      { ifMatch: 1 },
    );
    const standing = async () => {
      const { items } = await read(clientId, 'supervision');
      return items.map((item: Json) => [item.id, item.status, item.untilOn]);
    };
    const changed = await standing();
    const entry = await withdrawEntry(attorney, clientId, 'supervision_condition', next.id);
    expect(await standing()).toEqual([[first.id, 'in_force', null]]);
    await putBack(entry);
    expect(await standing()).toEqual(changed);
  });

  it('goes along when two records of one person are merged', async () => {
    const [stays, goes] = [await newClient(), await newClient()];
    const motion = await addMotion(attorney, goes, { note: 'Of the cousin' });
    await withdrawEntry(attorney, goes, 'motion', motion.id);
    await office.api.director.created(`/clients/${stays}/merges`, {
      ...{ otherId: goes, reason: 'The same person' },
    });
    const { items } = await read(stays, 'entered-in-error');
    expect(items).toEqual([
      expect.objectContaining({
        recordId: motion.id,
        text: 'Of the cousin',
        reason: 'Belongs to another client',
      }),
    ]);
    expect((await read(stays, 'motions')).items).toEqual([]);
    await putBack(items[0]);
    expect((await read(stays, 'motions')).items).toEqual([expect.objectContaining({ id: motion.id })]);
  });

  it('cannot be changed, withdrawn twice, put back twice, or taken from somebody else', async () => {
    const clientId = await newClient();
    const motion = await addMotion(attorney, clientId);
    const other = await newClient();
    const at = `/clients/${clientId}/entered-in-error`;
    const body = { kind: 'motion', recordId: motion.id, reason: 'Wrong person' };
    const strange = await attorney.post(`/clients/${other}/entered-in-error`, body);
    expect([strange.status, strange.body.errors[0].code]).toEqual([422, 'unknown_record']);
    const entry: Json = await attorney.created(at, body);
    expect((await attorney.post(at, body)).body.errors[0].code).toBe('unknown_record');
    const edit = await attorney.patch(`/motions/${motion.id}`, { result: 'granted' }, { ifMatch: 1 });
    expect(edit.status).toBe(404);
    await putBack(entry);
    const again = await attorney.post(`/entered-in-error/${entry.id}/put-back`, {}, { ifMatch: 2 });
    expect([again.status, again.body.code]).toEqual([422, 'put_back_already']);
    const { rows } = await asAdmin(test, (admin) =>
      admin.query('SELECT count(*)::int AS kept FROM app.motion WHERE id = $1', [motion.id]),
    );
    expect(rows).toEqual([{ kept: 1 }]);
  });
});
