import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';

describe('papers of a motion', () => {
  let test: TestApp;
  let office: Office;
  let clientId: string;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Papers');
    const { attorney } = office.api;
    const client = await attorney.created('/clients', {
      name: { given: 'Somchai', family: 'Phommachanh' },
      aNumber: 'A 027 111 222',
      case: { type: 'clemency_and_reopening', responsibleId: office.people.attorney.id },
    });
    clientId = client.id;
  });
  afterAll(() => test.close());

  it('lists what is missing before printing and prints nothing until blanks are accepted', async () => {
    const { attorney } = office.api;
    const blanks = await attorney.read(`/clients/${clientId}/filings/motion_cover_page/blanks`);
    expect(blanks.ready).toBe(false);
    expect(blanks.verified).toBe(false);
    const labels = blanks.blanks.map((blank: { label: string }) => blank.label).join(' ');
    expect(labels).toMatch(/judge/i);
    const refused = await attorney.post(`/clients/${clientId}/filings`, { kind: 'motion_cover_page' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'blanks_remain', blanks: expect.any(Array) });
    expect((await attorney.read(`/clients/${clientId}/filings`)).items).toEqual([]);
  });

  it('prints a draft with ruled blanks when they are accepted, once for one key, and refuses to sign it off', async () => {
    const { attorney } = office.api;
    const body = { kind: 'motion_cover_page', acceptBlanks: true };
    const answers = await Promise.all(
      [1, 2].map(() => attorney.post(`/clients/${clientId}/filings`, body, { idempotencyKey: 'print-1' })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[0].body).toEqual(answers[1].body);
    const { items } = await attorney.read(`/clients/${clientId}/filings`);
    expect(items).toHaveLength(1);
    const signed = await attorney.post(`/filings/${items[0].id}/sign-off`, {}, { ifMatch: items[0].version });
    expect(signed.status).toBe(422);
    expect(signed.body).toMatchObject({ code: 'blanks_remain' });
  });

  it('takes the draft mark off when an attorney signs a complete paper off, and keeps both printings', async () => {
    const { attorney, paralegal, director } = office.api;
    await director.put(
      '/organisation/letterhead',
      { addressLines: ['1 Court Street', 'New York, NY 10007'], phone: '212 555 0100' },
      { ifMatch: 0 },
    );
    await attorney.put('/me/filing-details', { eoirId: 'AB123456' }, { ifMatch: 0 });
    const proceeding = await attorney.created(`/clients/${clientId}/proceedings`, {
      courtCode: 'NYC',
      kind: 'deportation',
      noJudge: true,
      noHearing: true,
    });
    expect(proceeding.court.city).toBe('New York');
    await attorney.created(`/clients/${clientId}/custody`, { status: 'not_detained', since: '2025-01-02' });
    const caseId = (await attorney.read(`/clients/${clientId}/cases`)).items[0].id;
    await attorney.put(`/cases/${caseId}/team/${office.people.paralegal.id}`);
    const draft = await paralegal.created(`/clients/${clientId}/filings`, {
      kind: 'motion_cover_page',
      options: { fee: 'not_required', feeBasis: '8 CFR 1003.24(b)(2)' },
    });
    expect(draft).toMatchObject({ status: 'draft', blanks: [], can: { signOff: false } });
    expect(
      (await paralegal.post(`/filings/${draft.id}/sign-off`, {}, { ifMatch: draft.version })).status,
    ).toBe(403);
    const send = () =>
      attorney.post(
        `/filings/${draft.id}/sign-off`,
        {},
        { ifMatch: draft.version, idempotencyKey: 'sign-off-1' },
      );
    const signed = await send();
    expect([signed.status, signed.headers.etag]).toEqual([200, `"${signed.body.version}"`]);
    const again = await send();
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(again.body).toEqual(signed.body);
    expect(signed.body).toMatchObject({
      status: 'signed_off',
      signedOffBy: { id: office.people.attorney.id },
    });
    expect(signed.body.sha256).not.toBe(draft.sha256);
    const late = await attorney.post(`/filings/${draft.id}/sign-off`, {}, { ifMatch: draft.version });
    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    const twice = await attorney.post(`/filings/${draft.id}/sign-off`, {}, { ifMatch: signed.body.version });
    expect([twice.status, twice.body.code]).toEqual([422, 'signed_off_already']);
  });

  it('gives the kept bytes as a PDF under a name that says nothing of the client', async () => {
    const { items } = await office.api.attorney.read(`/clients/${clientId}/filings`);
    const answer = await office.api.attorney.get(`/filings/${items[0].id}/pdf`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/pdf');
    expect(answer.headers['content-disposition']).toBe('inline; filename="motion-cover-page.pdf"');
    expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells in words when a name cannot be printed, without the name', async () => {
    const { attorney } = office.api;
    const other = await attorney.created('/clients', {
      name: { given: 'ສົມໃຈ', family: 'ວົງ' },
      case: { type: 'removal_defence' },
    });
    const answer = await attorney.post(`/clients/${other.id}/filings`, {
      kind: 'proposed_order',
      acceptBlanks: true,
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'unprintable_character' });
    expect(JSON.stringify(answer.body)).not.toContain('ສ');
  });

  it('shows another office nothing', async () => {
    const { items } = await office.api.attorney.read(`/clients/${clientId}/filings`);
    const stranger = await foundOffice(test, 'Strangers');
    expect((await stranger.api.director.get(`/filings/${items[0].id}/pdf`)).status).toBe(404);
    expect(
      (
        await stranger.api.attorney.post(`/clients/${clientId}/filings`, {
          kind: 'proposed_order',
          acceptBlanks: true,
        })
      ).status,
    ).toBe(404);
  });
});
