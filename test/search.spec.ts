import { startApp, type TestApp } from './support/app';
import { addClient, type AddedClient } from './support/factories/client';
import { uploadDocument } from './support/factories/document';
import { pdfOf } from './support/factories/files';
import { foundOffice, type Office } from './support/factories/organisation';

/** The search box: names and numbers in one answer, words of notes and documents in the other. */
describe('the search box', () => {
  let test: TestApp;
  let office: Office;
  let mine: AddedClient;
  let theirs: AddedClient;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Search');
    const name = { given: 'Kaspar', family: 'Umbra' };
    mine = await addClient(office.api.attorney, { name, aNumber: 'A012345678' });
    theirs = await addClient(office.api.director);
    const note = { text: 'The judge denied the motion in Bloomington.', kind: 'privileged' };
    await office.api.attorney.created(`/cases/${mine.caseId}/notes`, note);
    await office.api.director.created(`/cases/${theirs.caseId}/notes`, { ...note, kind: 'ordinary' });
    await uploadDocument(office.api.attorney, mine.id, {
      title: 'Acta de nacimiento',
      bytes: pdfOf(['Cover sheet', `${'Filler words here. '.repeat(20)}\nServed by mail in Bloomington`]),
    });
  });
  afterAll(() => test.close());

  const texts = async (role: 'director' | 'attorney' | 'auditor' | 'intake' | 'volunteer', q: string) =>
    (await office.api[role].ok('POST', '/search/texts', { q })).items as Record<string, unknown>[];

  it.each(['A012-345-678', '12345678', '012 345 678', 'a012345678'])('finds the number %s', async (q) => {
    const { items } = await office.api.attorney.ok('POST', '/search', { q });
    expect(items).toEqual([expect.objectContaining({ clientId: mine.id, matched: 'a_number' })]);
  });

  it('finds words in notes and on pages of documents, of the clients somebody sees', async () => {
    const found = await texts('attorney', 'bloom');
    expect(found).toEqual([
      expect.objectContaining({
        kind: 'note',
        clientId: mine.id,
        caseId: mine.caseId,
        clientName: 'Kaspar Umbra',
      }),
      expect.objectContaining({ kind: 'document', clientId: mine.id, title: 'Acta de nacimiento', page: 2 }),
    ]);
    expect(found[0].snippet).toBe('The judge denied the motion in Bloomington.');
    expect(found[1].snippet).toMatch(/^… .*Served by mail in Bloomington$/);
    expect(await texts('director', 'bloom')).toHaveLength(3);
    expect(await texts('intake', 'bloom')).toEqual([]);
  });

  it('finds a document by its title, and words spread over its pages', async () => {
    expect(await texts('attorney', 'nacimiento ACT')).toHaveLength(1);
    expect(await texts('attorney', 'cover mail')).toEqual([expect.objectContaining({ kind: 'document' })]);
    expect(await texts('attorney', 'cover nobody')).toEqual([]);
  });

  it('does not find what only begins like it', async () => {
    expect(await texts('attorney', 'bloomingdale')).toEqual([]);
    expect(await texts('attorney', 'bloomington')).toHaveLength(2);
  });

  it('says nothing of texts to roles that may not read them', async () => {
    expect(await texts('auditor', 'bloom')).toEqual([]);
    expect((await office.api.volunteer.post('/search/texts', { q: 'bloom' })).status).toBe(403);
  });

  it('forgets a document that was withdrawn, and finds its new title', async () => {
    const text = { title: 'Xylophone receipt', bytes: Buffer.from('Quarter note') };
    const { id } = await uploadDocument(office.api.attorney, mine.id, text);
    expect(await texts('attorney', 'xylophone')).toHaveLength(1);
    await office.api.attorney.ok('PATCH', `/documents/${id}`, { title: 'Zither receipt' }, { ifMatch: 1 });
    expect(await texts('attorney', 'xylophone')).toEqual([]);
    expect(await texts('attorney', 'zither quarter')).toHaveLength(1);
    await office.api.attorney.ok('POST', `/documents/${id}/withdraw`, { reason: 'Wrong' }, { ifMatch: 2 });
    expect(await texts('attorney', 'zither')).toEqual([]);
  });

  it.each([
    ['Kapsar', 'two letters in the wrong order'],
    ['Kasper umbra', 'a wrong letter'],
    ['umbbra', 'a letter too many'],
    ['Kspar Umbra', 'a letter left out'],
  ])('finds the name for %s: %s', async (q) => {
    const { items } = await office.api.attorney.ok('POST', '/search', { q });
    expect(items).toEqual([expect.objectContaining({ clientId: mine.id, name: 'Kaspar Umbra' })]);
  });

  it('takes a name for a slip only when nobody has it as it is typed', async () => {
    const { id } = await addClient(office.api.attorney, { name: { given: 'Ada', family: 'Umbrae' } });
    const found = async (q: string): Promise<string[]> =>
      (await office.api.attorney.ok('POST', '/search', { q })).items.map(
        (hit: { clientId: string }) => hit.clientId,
      );
    expect(await found('umbrae')).toEqual([id]);
    expect((await found('umbrat')).sort()).toEqual([mine.id, id].sort());
    expect(await found('umbrixx')).toEqual([]);
  });

  it('leaves no word that was searched in the log', () => {
    expect(test.logged()).not.toMatch(/bloom|zither|012345678/i);
  });
});
