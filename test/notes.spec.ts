import type { Api, Json } from './support/client';
import { startApp, type TestApp } from './support/app';
import { joinTeam, writeNote } from './support/factories/case';
import { goAlong, scheduleCheckIn } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;
let caseId: string;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
beforeEach(async () => {
  const client = await addClient(attorney, { aNumber: null });
  caseId = client.caseId;
  await joinTeam(attorney, caseId, office.people.paralegal.id);
  await goAlong(attorney, (await scheduleCheckIn(attorney, client.id)).id, office.people.volunteer.id);
});
afterAll(() => test.close());

const notesOf = async (api: Api = attorney): Promise<Json[]> =>
  (await api.read(`/cases/${caseId}/notes`)).items;

describe('notes by kind', () => {
  it('give a volunteer only what is meant for volunteers, and an auditor nothing', async () => {
    await writeNote(attorney, caseId, 'What counsel thinks', 'privileged');
    await writeNote(attorney, caseId, 'What the staff know');
    await writeNote(attorney, caseId, 'Bring water and a folder', 'volunteer_visible');
    const { volunteer, auditor } = office.api;
    const seen = await volunteer.read(`/cases/${caseId}/notes/shared`);
    expect(seen.items.map((note: Json) => note.text)).toEqual(['Bring water and a folder']);
    expect(JSON.stringify(seen)).not.toMatch(/counsel|staff know/);
    expect((await volunteer.get(`/cases/${caseId}/notes`)).status).toBe(403);
    for (const path of ['notes', 'notes/shared'])
      expect((await auditor.get(`/cases/${caseId}/${path}`)).status).toBe(403);
    expect(await notesOf()).toHaveLength(3);
  });

  it('do not show a volunteer a case they are not on', async () => {
    const other = await addClient(attorney, { aNumber: null });
    await writeNote(attorney, other.caseId, 'Elsewhere', 'volunteer_visible');
    expect((await office.api.volunteer.get(`/cases/${other.caseId}/notes/shared`)).status).toBe(404);
  });
});

describe('a correction', () => {
  it('stands beside the note it corrects, and both stay', async () => {
    await writeNote(attorney, caseId, 'Hearing on the 12th');
    const [wrong] = await notesOf();
    const body = { text: 'Hearing on the 21st', kind: 'ordinary', correctsId: wrong.id };
    await attorney.created(`/cases/${caseId}/notes`, body);
    const notes = await notesOf();
    expect(notes.map((note) => [note.text, note.correctsId])).toEqual([
      ['Hearing on the 21st', wrong.id],
      ['Hearing on the 12th', null],
    ]);
  });

  it('is for the same readers, and of the same case', async () => {
    await writeNote(attorney, caseId, 'Privileged thought', 'privileged');
    const [note] = await notesOf();
    const wider = await attorney.post(`/cases/${caseId}/notes`, {
      text: 'The same for all',
      kind: 'volunteer_visible',
      correctsId: note.id,
    });
    expect([wider.status, wider.body.errors[0].code]).toEqual([422, 'kind_of_corrected']);
    const other = await addClient(attorney, { aNumber: null });
    const strange = await attorney.post(`/cases/${other.caseId}/notes`, {
      text: 'x',
      kind: 'privileged',
      correctsId: note.id,
    });
    expect([strange.status, strange.body.errors[0].code]).toEqual([422, 'unknown_note']);
  });
});

describe('a note kept on top', () => {
  it('comes first until it is let go, and its text does not change', async () => {
    await writeNote(attorney, caseId, 'Old and important');
    const [note] = await notesOf();
    await writeNote(attorney, caseId, 'Newer');
    await office.api.paralegal.ok('PUT', `/notes/${note.id}/pin`);
    expect((await notesOf()).map(({ text, pinned }) => [text, pinned])).toEqual([
      ['Old and important', true],
      ['Newer', false],
    ]);
    await attorney.ok('DELETE', `/notes/${note.id}/pin`);
    expect((await notesOf()).map(({ text }) => text)).toEqual(['Newer', 'Old and important']);
    expect((await office.api.volunteer.put(`/notes/${note.id}/pin`)).status).toBe(403);
  });
});

describe('the list of notes', () => {
  it('goes on page by page to the very first one, and keeps to its topic', async () => {
    const [pinned] = (
      await attorney.created(`/cases/${caseId}/notes`, { text: 'On top', kind: 'ordinary', pinned: true })
    ).items;
    for (const n of [1, 2, 3, 4, 5])
      await attorney.created(`/cases/${caseId}/notes`, {
        ...{ text: `Note ${n}`, kind: 'ordinary', topic: n % 2 ? 'call' : 'court' },
      });
    const read = async (query: string): Promise<string[][]> => {
      const pages: string[][] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const at: string = cursor ? `&cursor=${cursor}` : '';
        const page: Json = await attorney.read(`/cases/${caseId}/notes?${query}${at}`);
        pages.push(page.items.map((note: Json) => note.text));
        cursor = page.nextCursor;
      }
      return pages;
    };
    expect(pinned.text).toBe('On top');
    expect(await read('limit=2')).toEqual([['On top', 'Note 5', 'Note 4'], ['Note 3', 'Note 2'], ['Note 1']]);
    expect(await read('limit=2&topic=call')).toEqual([['Note 5', 'Note 3'], ['Note 1']]);
    expect((await attorney.get(`/cases/${caseId}/notes?cursor=x`)).status).toBe(400);
    // What puts a note right stands wherever the note does.
    const { items } = await attorney.read(`/cases/${caseId}/notes`);
    for (const text of ['On top', 'Note 1'])
      await attorney.created(`/cases/${caseId}/notes`, {
        ...{ text: `Not so: ${text}`, kind: 'ordinary', topic: 'family' },
        correctsId: items.find((note: Json) => note.text === text).id,
      });
    expect((await read('limit=1'))[0]).toEqual(['Not so: On top', 'On top', 'Not so: Note 1']);
    expect((await read('topic=call'))[0]).toEqual(['Not so: Note 1', 'Note 5', 'Note 3', 'Note 1']);
  });
});
