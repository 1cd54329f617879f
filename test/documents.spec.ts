import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentFiles } from '@app/documents';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient, type AddedClient } from './support/factories/client';
import { multipartOf, sendUpload, uploadDocument } from './support/factories/document';
import { docxOf, jpegOf, jpegSegment, pdfOf, pngOf } from './support/factories/files';
import { foundOffice, type Office } from './support/factories/organisation';

const SECRET = 'Kaspar Umbra of 12 Canary Lane';
jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let client: AddedClient;
let at: string;

beforeAll(async () => {
  test = await startApp({ UPLOAD_MEGABYTES: '3' });
  office = await foundOffice(test, 'Documents');
  client = await addClient(office.api.attorney);
  at = `/clients/${client.id}/documents`;
});
afterAll(() => test.close());

/** Files of the store, with their paths. */
const stored = (): string[] =>
  (readdirSync(join(test.home, 'files'), { recursive: true, encoding: 'utf8' }) as string[])
    .map((path) => join(test.home, 'files', path))
    .filter((path) => statSync(path).isFile());

describe('an upload', () => {
  it('is kept byte for byte, read page by page, and lies sealed on the disk', async () => {
    const bytes = pdfOf([`Order of removal of ${SECRET}`, '']);
    const document = await uploadDocument(office.api.attorney, client.id, {
      ...{ bytes, fileName: 'C:\\Users\\me\\Umbra order.pdf', category: 'order' },
      ...{ receivedOn: '2026-01-05', source: 'The client brought it', language: 'en' },
    });
    expect(document).toMatchObject({
      ...{
        title: 'Umbra order',
        category: 'order',
        receivedOn: '2026-01-05',
        source: 'The client brought it',
      },
      ...{ versionCount: 1, withdrawn: null, can: { edit: true, withdraw: true } },
      current: { kind: 'pdf', pages: 2, textState: 'read', fileName: 'Umbra order.pdf', bytes: bytes.length },
    });
    const file = await office.api.attorney.get(`/document-versions/${document.current.id}/file`);
    expect(file.status).toBe(200);
    expect(file.bytes.equals(bytes)).toBe(true);
    const text = await office.api.attorney.read(`/document-versions/${document.current.id}/text`);
    expect(text.items).toEqual([{ page: 1, text: `Order of removal of ${SECRET}` }]);
    expect(stored()).toHaveLength(1);
    expect(readFileSync(stored()[0]).includes('Umbra')).toBe(false);
    const dump = await asAdmin(test, async (admin) => {
      const tables = ['document', 'document_version', 'document_page'];
      const rows = await Promise.all(
        tables.map(async (name) => (await admin.query(`SELECT * FROM app.${name}`)).rows),
      );
      return JSON.stringify(rows, (_, value: unknown) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : value,
      );
    });
    expect(dump).not.toMatch(/Umbra|Canary/);
    expect(test.logged()).not.toMatch(/Umbra|Canary/);
  });

  it('leaves as a download with a name that says nothing, which no browser opens on this site', async () => {
    const bytes = pdfOf(['Leaves']);
    const { current } = await uploadDocument(office.api.attorney, client.id, { title: SECRET, bytes });
    const { headers } = await office.api.attorney.get(`/document-versions/${current.id}/file`);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="document-${current.id.slice(-8)}.pdf"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it.each<[string, Buffer, string]>([
    ['a web page named .pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_html'],
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['a broken PDF', Buffer.from('%PDF-1.7 and nothing'), 'file_damaged'],
    ['a program', Buffer.from('MZ\x90\0\x03', 'latin1'), 'file_program'],
    ['a picture of 50,000 by 50,000 pixels', pngOf(4, 4, [], [50_000, 50_000]), 'file_too_many_pixels'],
  ])('of %s is refused in words that help, and nothing stays', async (_, bytes, code) => {
    const before = stored().length;
    const answer = await sendUpload(office.api.attorney, at, { bytes, title: SECRET });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.body.detail).toMatch(/\.$/);
    expect(JSON.stringify(answer.body)).not.toContain('Umbra');
    expect(stored()).toHaveLength(before);
  });

  it('of more than the limit is refused, announced or not', async () => {
    const before = stored().length;
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 1, 'a');
    const answer = await sendUpload(office.api.attorney, at, { bytes });
    expect(answer.body).toMatchObject({ status: 413, code: 'file_too_large', megabytes: 3 });
    const huge = await sendUpload(office.api.attorney, at, { bytes: Buffer.alloc(8 * 1024 * 1024, 'a') });
    expect(huge.status).toBe(413);
    expect(stored()).toHaveLength(before);
  });

  it.each([
    ['../../../root.key', 'root'],
    ['..\\..\\a:b.pdf', 'a:b'],
    ['/etc/passwd', 'passwd'],
    ['a\u202Efdp.exe', 'afdp'],
    ['.htaccess', 'htaccess'],
    ['%00.pdf', '%00'],
  ])('with the name %s gets a title and no path', async (fileName, title) => {
    const { title: given } = await uploadDocument(office.api.attorney, client.id, { fileName });
    expect(given).toBe(title);
    expect(stored().every((path) => /files\/[0-9a-f]{2}\/[0-9a-f]{40}$/.test(path))).toBe(true);
  });

  it('of a photograph loses where it was taken', async () => {
    const bytes = jpegOf([jpegSegment(0xe1, Buffer.from(`Exif\0\0MM GPS ${SECRET}`))]);
    const { current } = await uploadDocument(office.api.attorney, client.id, {
      bytes,
      fileName: 'IMG_1.pdf',
    });
    const file = await office.api.attorney.get(`/document-versions/${current.id}/file`);
    expect(file.headers['content-type']).toBe('image/jpeg');
    expect(file.bytes.includes('Umbra')).toBe(false);
    expect(current).toMatchObject({ kind: 'jpeg', textState: 'no_text' });
  });

  it('of a Word file is read', async () => {
    const bytes = docxOf(['Declaration of the sister']);
    const { current } = await uploadDocument(office.api.attorney, client.id, { bytes, fileName: 'a.docx' });
    expect(current).toMatchObject({ kind: 'docx', pages: null, textState: 'read' });
  });

  it('names what is wrong with its fields, and takes no other', async () => {
    const wrong = await sendUpload(office.api.attorney, at, { category: 'poem', receivedOn: 'May' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map((error: { path: string }) => error.path)).toEqual([
      'category',
      'receivedOn',
    ]);
    const send = (
      fields: Record<string, string>,
      file = true,
    ): Promise<{ status: number; body: { code: string } }> => {
      const { type, body } = multipartOf(
        fields,
        file ? { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') } : null,
      );
      return office.api.attorney.upload(at, type, body);
    };
    expect((await send({ category: 'other', role: 'director' })).body.code).toBe('unknown_field');
    expect((await send({ category: 'other', title: 'x'.repeat(9000) })).status).toBe(400);
    expect((await send({ category: 'other' }, false)).body.code).toBe('no_file');
    expect((await office.api.attorney.post(at, { category: 'other' })).status).toBe(415);
  });

  it('of a file that is there already is pointed to it', async () => {
    const bytes = Buffer.from('The same text');
    const first = await uploadDocument(office.api.attorney, client.id, { bytes });
    const again = await sendUpload(office.api.attorney, at, { bytes });
    expect(again.body).toMatchObject({ status: 422, code: 'same_file', documentId: first.id });
  });

  it('is for those who see the client and may write', async () => {
    const stranger = await office.employ('attorney', { name: 'Sam Stranger' });
    expect((await sendUpload(stranger.api, at)).status).toBe(404);
    expect((await sendUpload(office.api.auditor, at)).status).toBe(403);
    expect((await office.api.auditor.get(at)).status).toBe(403);
    const { current } = await uploadDocument(office.api.attorney, client.id);
    expect((await stranger.api.get(`/document-versions/${current.id}/file`)).status).toBe(404);
    expect((await stranger.api.get(`/document-versions/${current.id}/text`)).status).toBe(404);
  });
});

describe('a document', () => {
  it('keeps its old versions when a new one comes', async () => {
    const document = await uploadDocument(office.api.attorney, client.id, { title: 'Order, scan' });
    const answer = await sendUpload(office.api.attorney, `/documents/${document.id}/versions`, {
      bytes: Buffer.from('A better scan'),
    });
    expect(answer.body).toMatchObject({ versionCount: 2, current: { number: 2 } });
    expect(answer.body.versions.map((each: { number: number }) => each.number)).toEqual([2, 1]);
    const old = await office.api.attorney.get(`/document-versions/${document.current.id}/file`);
    expect(old.bytes.length).toBe(document.current.bytes);
  });

  it('is renamed, sorted and marked as a translation, each change on the version that was read', async () => {
    const original = await uploadDocument(office.api.attorney, client.id, { title: 'Acta', language: 'es' });
    const document = await uploadDocument(office.api.attorney, client.id, { title: 'Birth' });
    const body = { title: 'Birth certificate', category: 'identity', translationOf: original.id };
    const path = `/documents/${document.id}`;
    const changed = await office.api.attorney.patch(path, body, { ifMatch: document.version });
    expect(changed.body).toMatchObject(body);
    expect((await office.api.attorney.patch(path, body, { ifMatch: document.version })).status).toBe(412);
    const itself = await office.api.attorney.patch(path, { translationOf: document.id }, { ifMatch: 2 });
    expect(itself.status).toBe(422);
    const other = await addClient(office.api.attorney);
    const elsewhere = await uploadDocument(office.api.attorney, other.id);
    const across = await office.api.attorney.patch(path, { translationOf: elsewhere.id }, { ifMatch: 2 });
    expect(across.body.errors[0].code).toBe('unknown_document');
  });

  it('is withdrawn with a reason, stays, and comes back', async () => {
    const document = await uploadDocument(office.api.attorney, client.id, { title: 'Wrong person' });
    const path = `/documents/${document.id}`;
    const reason = { reason: 'Belongs to another client' };
    expect((await office.api.intake.post(`${path}/withdraw`, reason, { ifMatch: 1 })).status).toBe(403);
    const gone = await office.api.attorney.post(`${path}/withdraw`, reason, { ifMatch: 1 });
    expect(gone.body).toMatchObject({ withdrawn: reason, can: { edit: false } });
    expect((await office.api.attorney.patch(path, { title: 'x' }, { ifMatch: 2 })).body.code).toBe(
      'withdrawn',
    );
    expect((await sendUpload(office.api.attorney, `${path}/versions`)).body.code).toBe('withdrawn');
    const back = await office.api.attorney.post(`${path}/restore`, {}, { ifMatch: 2 });
    expect(back.body).toMatchObject({ withdrawn: null });
  });
});

describe('a dated fact', () => {
  it('rests on a page of a document, which both sides show', async () => {
    const document = await uploadDocument(office.api.attorney, client.id, {
      title: 'Old conviction',
      bytes: pdfOf(['Cover', 'Sentence']),
    });
    await office.api.attorney.created(`/clients/${client.id}/convictions`, {
      level: 'felony',
      sentencedOn: '1990-05-01',
    });
    const timeline = await office.api.attorney.read(`/clients/${client.id}/timeline`);
    const fact = timeline.items.find((item: { sourceKind: string }) => item.sourceKind === 'conviction');
    const link = {
      sourceKind: fact.sourceKind,
      sourceId: fact.sourceId,
      kind: fact.kind,
      page: 2,
      quote: SECRET,
    };
    const path = `/documents/${document.id}/facts`;
    const linked = await office.api.attorney.created(path, link);
    expect(linked).toMatchObject({ factCount: 1, facts: [link] });
    const { items } = await office.api.attorney.read(`/clients/${client.id}/fact-sources`);
    expect(items).toEqual([expect.objectContaining({ ...link, documentTitle: 'Old conviction' })]);
    expect((await office.api.attorney.post(path, { ...link, page: 3 })).body.errors[0].code).toBe(
      'no_such_page',
    );
    const nothing = { ...link, sourceId: client.id };
    expect((await office.api.attorney.post(path, nothing)).body.errors[0].code).toBe('unknown_fact');
    const other = await addClient(office.api.attorney);
    const elsewhere = await uploadDocument(office.api.attorney, other.id);
    const across = await office.api.attorney.post(`/documents/${elsewhere.id}/facts`, link);
    expect(across.body.errors[0].code).toBe('unknown_fact');
    expect((await office.api.attorney.delete(`/fact-sources/${items[0].id}`)).status).toBe(204);
    expect((await office.api.attorney.read(`/documents/${document.id}`)).facts).toEqual([]);
  });
});

describe('a stored file', () => {
  it('that was changed or is gone is said to be so', async () => {
    const before = new Set(stored());
    const { current } = await uploadDocument(office.api.attorney, client.id);
    const [path] = stored().filter((each) => !before.has(each));
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(path, bytes);
    const changed = await office.api.attorney.get(`/document-versions/${current.id}/file`);
    expect(changed.status).toBe(500);
    rmSync(path);
    const gone = await office.api.attorney.get(`/document-versions/${current.id}/file`);
    expect(gone.body).toMatchObject({ status: 410, code: 'file_missing' });
  });

  it('without a row is put aside after its time, one with a row never', async () => {
    const files = test.app.get(DocumentFiles);
    const { current } = await uploadDocument(office.api.attorney, client.id);
    const orphan = join(test.home, 'files/ab', `ab${'0'.repeat(38)}`);
    rmSync(join(test.home, 'files/ab'), { recursive: true, force: true });
    mkdirSync(join(test.home, 'files/ab'), { recursive: true });
    writeFileSync(orphan, 'left behind');
    expect(await files.tidy()).toBe(0);
    for (const path of stored()) utimesSync(path, new Date(0), new Date(0));
    expect(await files.tidy()).toBe(1);
    expect(await files.tidy()).toBe(0);
    expect((await office.api.attorney.get(`/document-versions/${current.id}/file`)).status).toBe(200);
  });
});
