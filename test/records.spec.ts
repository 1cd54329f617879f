import type { Answer, Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { askForRecords, recordEvent } from './support/factories/record-request';

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
const foiaOf = async (clientId: string): Promise<Json[]> =>
  (await attorney.read(`/clients/${clientId}/deadlines`)).items
    .filter((each: Json) => each.ruleId.startsWith('foia.') && each.status === 'open')
    .map(({ ruleId, dueOn }: Json) => [ruleId, dueOn]);
const codeOf = ({ status, body }: Answer): Json => [status, body.errors?.[0]?.code ?? body.code];

describe('a request for records', () => {
  it('trap 5: its clock runs from receipt by the right component, not from sending, entry or first receipt', async () => {
    const clientId = await newClient();
    const sent = await askForRecords(attorney, clientId);
    expect(await foiaOf(clientId)).toEqual([['foia.response.20wd', null]]);
    const received = await recordEvent(attorney, sent, { kind: 'received', on: '2026-01-07' });
    expect(await foiaOf(clientId)).toEqual([['foia.response.20wd', '2026-02-17']]);
    const reached = await recordEvent(attorney, received, { kind: 'reached', on: '2026-01-12' });
    expect(await foiaOf(clientId)).toEqual([['foia.response.20wd', '2026-02-10']]);
    expect(reached.clocks).toMatchObject([{ dueOn: '2026-02-10' }]);
    const [{ id }] = (await attorney.read(`/clients/${clientId}/deadlines`)).items;
    const why = await attorney.read(`/deadlines/${id}`);
    expect(JSON.stringify(why.trace)).toContain('Received by the right component');
  });

  it('leads through extension and refusal to the appeal, each on its day', async () => {
    const clientId = await newClient();
    let request = await askForRecords(attorney, clientId);
    request = await recordEvent(attorney, request, { kind: 'reached', on: '2026-01-12' });
    request = await recordEvent(attorney, request, { kind: 'extended', on: '2026-02-02' });
    expect(await foiaOf(clientId)).toEqual([['foia.extension.10wd', '2026-02-25']]);
    const answer = {
      kind: 'answered',
      on: '2026-02-20',
      outcome: 'no_records',
      note: 'Searched under one spelling',
    };
    request = await recordEvent(attorney, request, answer);
    expect([request.status, await foiaOf(clientId)]).toEqual([
      'answered',
      [['foia.appeal.90d', '2026-05-21']],
    ]);
    request = await recordEvent(attorney, request, { kind: 'appeal_sent', on: '2026-03-02' });
    await recordEvent(attorney, request, { kind: 'appeal_received', on: '2026-03-04' });
    expect(await foiaOf(clientId)).toContainEqual(['foia.appeal.decision', '2026-04-01']);
    const titles = (await attorney.read(`/clients/${clientId}/timeline`)).items.map(
      (item: Json) => item.title,
    );
    expect(titles).toEqual(
      expect.arrayContaining([
        'record_request_answered.no_records',
        'record_request_reached',
        'record_appeal_sent',
      ]),
    );
  });

  it('has no federal clock when it goes to a court, a police station or a prison', async () => {
    const clientId = await newClient();
    const request = await askForRecords(attorney, clientId, { agency: 'state_court', kind: 'court_record' });
    await recordEvent(attorney, request, { kind: 'reached', on: '2026-01-12' });
    expect(await foiaOf(clientId)).toEqual([]);
  });

  it('keeps every event, and takes a wrong one back without losing it', async () => {
    const clientId = await newClient();
    const sent = await askForRecords(attorney, clientId, {
      tracking: 'NRC2026000001',
      subject: 'Whole A-file',
    });
    const answered = await recordEvent(attorney, sent, {
      kind: 'answered',
      on: '2026-02-20',
      outcome: 'denied',
    });
    const withdraw = (id: string): Promise<Answer> =>
      attorney.post(`/record-events/${id}/withdraw`, {}, { ifMatch: 1 });
    expect(codeOf(await withdraw(answered.events[0].id))).toEqual([422, 'later_event_stands']);
    const after = await withdraw(answered.events[1].id);
    expect(after.body.items[0]).toMatchObject({
      status: 'sent',
      outcome: null,
      tracking: 'NRC2026000001',
      events: [
        { kind: 'sent', withdrawn: false },
        { kind: 'answered', withdrawn: true },
      ],
    });
    expect(codeOf(await withdraw(answered.events[1].id))).toEqual([412, 'stale_version']);
    const stored = await asAdmin(test, (admin) =>
      admin.query('SELECT tracking FROM app.record_request WHERE id = $1', [sent.id]),
    );
    expect(stored.rows[0].tracking.toString('latin1')).not.toContain('NRC2026');
  });

  it('refuses what cannot follow, with the field', async () => {
    const clientId = await newClient();
    const { id, version } = await askForRecords(attorney, clientId);
    const post = (body: object, ifMatch = version): Promise<Answer> =>
      attorney.post(`/record-requests/${id}/events`, body, { ifMatch });
    expect(codeOf(await post({ kind: 'appeal_sent', on: '2026-02-01' }))).toEqual([422, 'cannot_follow']);
    expect(codeOf(await post({ kind: 'reached', on: '2099-01-01' }))).toEqual([422, 'in_future']);
    expect(codeOf(await post({ kind: 'reached', on: '2026-01-04' }))).toEqual([422, 'before_sending']);
    expect(codeOf(await post({ kind: 'answered', on: '2026-02-01' }))).toEqual([422, 'outcome_of_answer']);
    expect(codeOf(await post({ kind: 'reached', on: '2026-01-12' }, version + 1))).toEqual([
      412,
      'stale_version',
    ]);
  });

  it('stands in the list of the caseload, by its date, for those who see the client', async () => {
    const clientId = await newClient();
    const request = await askForRecords(attorney, clientId, { agency: 'cbp', kind: 'entry_records' });
    await recordEvent(attorney, request, { kind: 'reached', on: '2026-01-12' });
    const { items } = await attorney.read('/record-requests?agency=cbp');
    expect(items).toMatchObject([
      { clientId, status: 'with_agency', lastOn: '2026-01-12', clockOn: '2026-02-10' },
    ]);
    expect((await attorney.read('/record-requests?agency=cbp&status=closed')).items).toEqual([]);
    const colleague = await office.employ('attorney', { name: 'Second Attorney' });
    expect((await colleague.api.read('/record-requests')).items).toEqual([]);
    expect((await colleague.api.get(`/clients/${clientId}/record-requests`)).status).toBe(404);
    const seen = (await office.api.auditor.read(`/clients/${clientId}/record-requests`)).items[0];
    expect([seen.can.edit, seen.can.events, seen.subject]).toEqual([false, [], null]);
  });
});
