import { layOut, type HistoryFact } from '@app/filings';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { addClient } from './support/factories/client';
import { uploadDocument } from './support/factories/document';
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

describe('the filter of the chronology', () => {
  let clientId: string;
  const ask = async (query: string, as: Api = attorney): Promise<Json> =>
    as.read(`/clients/${clientId}/timeline${query}`);
  const kindsOf = (answer: Json): string[] => answer.items.map((item: Json) => item.kind);

  beforeAll(async () => {
    clientId = (await addClient(attorney)).id;
    const order = await addOrder(
      attorney,
      { clientId },
      { decidedOn: '2000-03-14', statuses: [{ status: 'stayed', on: '2001-05' }] },
    );
    await attorney.created(`/clients/${clientId}/convictions`, {
      ...{ state: 'NY', level: 'felony', offence: 'Example', offenceOn: '1998', pleaOn: '1999-02-03' },
    });
    await attorney.created(`/clients/${clientId}/disputed-dates`, {
      ...{ sourceKind: 'removal_order', sourceId: order.id, field: 'order_decided', otherOn: '2000-04' },
    });
  });

  it('asks for kinds, records and certainty, and says how many there are on every page', async () => {
    const all = await ask('');
    expect(all.total).toBe(all.items.length);
    expect(all.facets.reduce((sum: number, { count }: Json) => sum + count, 0)).toBe(all.total);
    expect(kindsOf(await ask('?kinds=plea_entered,order_decided'))).toEqual([
      'order_decided',
      'plea_entered',
    ]);
    expect(kindsOf(await ask('?sources=conviction'))).toEqual(['plea_entered', 'offence_committed']);
    expect(kindsOf(await ask('?certainty=disputed'))).toEqual(['order_decided']);
    expect(kindsOf(await ask('?certainty=year,month'))).toEqual(['order_status', 'offence_committed']);
    const none = await ask('?kinds=no_such_kind');
    expect([none.items, none.total, none.facets]).toEqual([[], 0, all.facets]);
    expect((await attorney.get(`/clients/${clientId}/timeline?certainty=sure`)).status).toBe(422);
  });

  it('counts a year or month when any day of it could be meant', async () => {
    const within = async (from: string, to: string): Promise<string[]> =>
      kindsOf(await ask(`?kinds=offence_committed,plea_entered,order_status&from=${from}&to=${to}`));
    expect(await within('1998-06-01', '1998-06-30')).toEqual(['offence_committed']);
    expect(await within('1999', '1999-02-03')).toEqual(['plea_entered']);
    expect(await within('1999', '1999-02-02')).toEqual([]);
    expect(await within('2001-05-31', '2002')).toEqual(['order_status']);
    expect(await within('2001-06-01', '2002')).toEqual([]);
  });

  it('is turned page by page without losing or repeating a fact', async () => {
    const all = await ask('');
    const seen: Json[] = [];
    let cursor: string | null = null;
    do {
      const page: Json = await ask(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect([page.total, page.items.length <= 2]).toEqual([all.total, true]);
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.items);
    for (const strange of ['bm90aGluZw', Buffer.from('["x|y|z","z"]').toString('base64url')])
      expect((await attorney.get(`/clients/${clientId}/timeline?cursor=${strange}`)).status).toBe(400);
  });

  it('is the same for what leaves: the spreadsheet has every fact that fits and no other', async () => {
    const filter = '?sources=conviction,removal_order&to=2000';
    const answer = await attorney.get(`/clients/${clientId}/timeline/spreadsheet${filter}`);
    expect(answer.headers['content-type']).toContain('text/csv');
    const [, ...lines] = answer.bytes.toString('utf8').trim().split('\r\n');
    const shown = await ask(filter);
    expect(lines.map((line) => line.split(',')[0])).toEqual(shown.items.map((item: Json) => item.on));
    expect(lines[0]).toBe('2000-03-14,disputed,2000-04,order_decided,removal_order');
    expect((await office.api.volunteer.get(`/clients/${clientId}/timeline/spreadsheet`)).status).toBe(403);
  });

  it('is the same for the procedural history', async () => {
    const { id } = await attorney.created(`/clients/${clientId}/filings`, {
      kind: 'procedural_history',
      acceptBlanks: true,
      options: { chronology: { kinds: ['order_decided'] } },
    });
    const { bytes } = await attorney.get(`/filings/${id}/pdf`);
    const paper = await uploadDocument(attorney, clientId, { fileName: 'history.pdf', bytes });
    const text = JSON.stringify(await attorney.read(`/document-versions/${paper.current.id}/text`));
    expect(text).toContain('March 14, 2000');
    expect(text).not.toContain('1999');
  });
});
