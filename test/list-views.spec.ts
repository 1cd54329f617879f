import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addListView } from './support/factories/list-view';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

const seenBy = async (api: Api): Promise<string[]> =>
  (await api.read('/list-views')).items.map((view: Json) => view.id);
const body = (view: Json, more: Json = {}): Json => ({
  list: view.list,
  name: view.name,
  shared: view.shared,
  filters: view.filters,
  columns: view.columns,
  ...more,
});

describe('a view of the caseload', () => {
  it('keeps name, filters, order and columns, and seals its name', async () => {
    const view = await addListView(attorney, { name: 'Held, due soon', columns: ['custody', 'updated'] });
    expect(view).toMatchObject({
      name: 'Held, due soon',
      filters: { custody: 'detained' },
      sort: 'next_deadline',
      order: 'asc',
      columns: ['custody', 'updated'],
      mine: true,
      canChange: true,
    });
    const { rows } = await asAdmin(test, (admin) =>
      admin.query('SELECT v::text AS whole, v.name FROM app.list_view v WHERE id = $1', [view.id]),
    );
    expect(rows[0].whole).not.toContain('Held');
    expect(rows[0].name.toString('latin1')).not.toContain('Held');
  });

  it('is seen by nobody else, the director included, until it is shared', async () => {
    const view = await addListView(attorney);
    for (const other of [office.api.director, office.api.paralegal]) {
      expect(await seenBy(other)).not.toContain(view.id);
      expect((await other.put(`/list-views/${view.id}`, body(view), { ifMatch: 1 })).status).toBe(404);
      expect((await other.delete(`/list-views/${view.id}`)).status).toBe(404);
    }
    await attorney.ok('PUT', `/list-views/${view.id}`, body(view, { shared: true }), { ifMatch: 1 });
    expect(await seenBy(office.api.paralegal)).toContain(view.id);
  });

  it('is changed by its owner or a director when shared, by nobody else', async () => {
    const view = await addListView(attorney, { shared: true });
    const at = `/list-views/${view.id}`;
    const strange = await office.api.paralegal.put(at, body(view, { name: 'Mine now' }), { ifMatch: 1 });
    expect([strange.status, strange.body.code]).toEqual([422, 'not_yours']);
    expect((await office.api.paralegal.delete(at)).status).toBe(422);
    const stolen = await office.api.director.put(at, body(view, { shared: false }), { ifMatch: 1 });
    expect(stolen.status).toBe(422);
    const renamed = await office.api.director.put(at, body(view, { name: 'Held' }), { ifMatch: 1 });
    expect(renamed.body).toMatchObject({ name: 'Held', mine: false, version: 2 });
    expect((await attorney.put(at, body(view), { ifMatch: 1 })).status).toBe(412);
    expect((await office.api.director.delete(at)).status).toBe(204);
    expect(await seenBy(attorney)).not.toContain(view.id);
  });

  it('holds codes only: no A-number in its name, no text in its filters', async () => {
    for (const name of ['A201345678', 'Nguyen 201-345-678', '20134567', 'a 201 345 678']) {
      const answer = await attorney.post('/list-views', body(await addListView(attorney), { name }));
      expect([name, answer.status, answer.body.errors?.[0].code]).toEqual([name, 422, 'no_numbers']);
    }
    const view = await addListView(attorney, { name: 'Due in 14 days, 2026' });
    for (const wrong of [
      { filters: { q: 'Nguyen' } },
      { filters: { stage: 'Nguyen' } },
      { columns: ['Nguyen'] },
      { name: 'x'.repeat(61) },
    ])
      expect([400, 422]).toContain((await attorney.post('/list-views', body(view, wrong))).status);
  });
});
