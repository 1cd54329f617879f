import { NoteIndex } from '@app/cases';
import { TextIndex, type TextFound } from '@app/clients';
import { newScope, runInScope, UnitOfWork } from '@app/platform';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { writeNote } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';

describe('the index of texts', () => {
  let test: TestApp;
  let office: Office;
  let mine: AddedClient;
  let theirs: AddedClient;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Index');
    mine = await addClient(office.api.attorney);
    theirs = await addClient(office.api.director);
    await writeNote(
      office.api.attorney,
      mine.caseId,
      'The judge denied the motion to reopen in Bloomington.',
    );
    await writeNote(office.api.director, theirs.caseId, 'Sister remembers Bloomington and the motion.');
  });
  afterAll(() => test.close());

  function find(person: Person, query: string, limit = 10): Promise<TextFound[]> {
    const { id: userId, role } = person;
    const actor = {
      orgId: office.orgId,
      userId,
      role,
      proofId: null,
      kind: 'session',
      scopes: null,
    } as const;
    return runInScope(newScope('test', actor), () =>
      test.app
        .get(UnitOfWork)
        .run({ action: 'test', rule: 'none', aboutClient: false }, () =>
          test.app.get(TextIndex).find(query, ['note', 'document'], limit),
        ),
    );
  }

  it('finds a note by beginnings of its words, newest first, as far as a person sees', async () => {
    const { director, attorney } = office.people;
    const all = await find(director, 'bloom mot');
    expect(all.map((hit) => hit.clientId)).toEqual([theirs.id, mine.id]);
    expect((await find(attorney, 'bloom mot')).map((hit) => hit.clientId)).toEqual([mine.id]);
    expect(await find(director, 'bloomington unheard')).toEqual([]);
    expect(await find(director, 'bloomington', 1)).toHaveLength(1);
  });

  it('holds nothing that can be read', async () => {
    const rows = await asAdmin(
      test,
      async (admin) => (await admin.query<{ token: Buffer }>('SELECT token FROM app.client_text_token')).rows,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(
      rows.every(({ token }) => token.length === 16 && !/judg|bloom/i.test(token.toString('latin1'))),
    ).toBe(true);
  });

  it('is filled by the worker for notes that were there before it, in any number of attempts', async () => {
    await asAdmin(test, async (admin) => {
      await admin.query('DELETE FROM app.client_text_token');
      await admin.query('DELETE FROM app.client_text');
    });
    expect(await find(office.people.director, 'bloom')).toEqual([]);
    const notes = test.app.get(NoteIndex);
    expect(await Promise.all([notes.round(), notes.round()])).toContain(2);
    expect(await notes.round()).toBe(0);
    expect(await find(office.people.director, 'bloom')).toHaveLength(2);
  });
});
