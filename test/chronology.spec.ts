import { layOut, type HistoryFact } from '@app/filings';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { addClient } from './support/factories/client';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

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

const factOf = async (clientId: string, kind: string) =>
  (await attorney.read(`/clients/${clientId}/timeline`)).items.find(
    (item: { kind: string }) => item.kind === kind,
  );

describe('the chronology', () => {
  it('says how sure each date is, and keeps both dates of a disputed one', async () => {
    const clientId = (await addClient(attorney)).id;
    const order = await addOrder(
      attorney,
      { clientId },
      { decidedOn: '2000-03-14', statuses: [{ status: 'stayed', on: '2001-05' }] },
    );
    expect(await factOf(clientId, 'order_decided')).toMatchObject({ certainty: 'exact', disputed: [] });
    expect(await factOf(clientId, 'order_status')).toMatchObject({ certainty: 'month' });
    const wish = {
      sourceKind: 'removal_order',
      sourceId: order.id,
      field: 'order_decided',
      otherOn: '2000-03-16',
    };
    const dispute = await attorney.created(`/clients/${clientId}/disputed-dates`, {
      ...wish,
      why: 'The EOIR printout.',
    });
    expect(await factOf(clientId, 'order_decided')).toMatchObject({
      on: '2000-03-14',
      certainty: 'disputed',
      disputed: ['2000-03-16'],
    });
    const { items } = await attorney.read(`/clients/${clientId}/disputed-dates`);
    expect(items).toMatchObject([{ why: 'The EOIR printout.', by: { id: office.people.attorney.id } }]);
    const settled = await attorney.ok(
      'POST',
      `/disputed-dates/${dispute.id}/settle`,
      { why: 'Certified copy.' },
      { ifMatch: 1 },
    );
    expect(settled).toMatchObject({ status: 'settled', earlier: [{ value: 'open' }] });
    expect(await factOf(clientId, 'order_decided')).toMatchObject({ certainty: 'exact' });
    const strange = await attorney.post(`/clients/${clientId}/disputed-dates`, {
      ...wish,
      field: 'bia_decided',
    });
    expect([strange.status, strange.body.errors[0].code]).toEqual([422, 'unknown_fact']);
  });

  it('prints as a procedural history, oldest first, with what is doubtful said as doubtful', async () => {
    const clientId = (await addClient(attorney)).id;
    await addOrder(attorney, { clientId }, { decidedOn: '2000' });
    const filing = await attorney.created(`/clients/${clientId}/filings`, {
      kind: 'procedural_history',
      acceptBlanks: true,
      options: {},
    });
    expect(filing).toMatchObject({
      kind: 'procedural_history',
      status: 'draft',
      title: 'Procedural history',
    });
    const pdf = await attorney.get(`/filings/${filing.id}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const facts: HistoryFact[] = [
      {
        kind: 'order_decided',
        on: '2000',
        about: false,
        otherDates: ['2001'],
        codes: { orderKind: 'removal' },
      },
      { kind: 'order_decided', on: '2003-05', about: true, otherDates: [], codes: {} },
      { kind: 'nta_served', on: null, about: false, otherDates: [], codes: {} },
    ];
    const caption = { court: null, respondents: [{ name: null, aNumber: null }], proceeding: null };
    const { document } = layOut('procedural_history', { preparedOn: '2026-11-22', caption, facts });
    const text = JSON.stringify(document);
    expect(text).toContain('In 2000, an order of removal was entered.');
    expect(text).toContain('another source gives 2001');
    expect(text).toContain('In about May 2003');
    expect(text).toContain('On a date that is not known, the charging document was served.');
  });
});
