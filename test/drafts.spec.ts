import { Database } from '@app/platform';
import type { Api, Json } from './support/client';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterEach(() => asAdmin(test, (admin) => admin.query('DELETE FROM app.form_draft')));
afterAll(() => test.close());

const NOTE = 'note:018f3c5e-0000-7000-8000-00000000abcd';
const keep = (key: string, body: Json, api = attorney) => api.put('/me/drafts', { key, body });
const mine = async (api = attorney): Promise<Json[]> => (await api.read('/me/drafts')).items;
const forget = (key: string, api = attorney) => api.delete(`/me/drafts?key=${encodeURIComponent(key)}`);
const rows = async (): Promise<Json[]> =>
  (await asAdmin(test, (admin) => admin.query('SELECT d.*, d::text AS whole FROM app.form_draft d'))).rows;

describe('a draft', () => {
  it('is given back to the person who typed it, the last text only', async () => {
    expect((await keep(NOTE, { edits: { text: 'First' } })).status).toBe(204);
    await keep(NOTE, { edits: { text: 'Mrs Nguyen called' } });
    expect(await mine()).toEqual([
      { key: NOTE, body: { edits: { text: 'Mrs Nguyen called' } }, savedAt: expect.any(String) },
    ]);
  });

  it('trap 9: does not come back after its form was saved', async () => {
    await keep(NOTE, { edits: { text: 'Sent' } });
    expect((await forget(NOTE)).status).toBe(204);
    expect(await mine()).toEqual([]);
    expect((await forget(NOTE)).status).toBe(204);
  });

  it('is read by nobody else, the director included', async () => {
    await keep(NOTE, { edits: { text: 'Private' } });
    expect(await mine(office.api.director)).toEqual([]);
    expect(await mine(office.api.paralegal)).toEqual([]);
    await forget(NOTE, office.api.director);
    expect(await mine()).toHaveLength(1);
  });

  it('is sealed, and its form is a hash', async () => {
    await keep(NOTE, { edits: { text: 'Mrs Nguyen called' } });
    const [row] = await rows();
    const bytes = Buffer.concat([row.body, row.key_hash]).toString('latin1') + row.whole;
    expect(bytes).not.toContain('Nguyen');
    expect(bytes).not.toContain('00000000abcd');
  });

  it('is for the web app only: a token does not read what somebody typed', async () => {
    await keep(NOTE, { edits: { text: 'Private' } });
    const wish = { name: 'A program', scopes: ['me.read', 'me.change'], expiresInDays: 1 };
    const program = attorney.withToken((await attorney.created('/me/tokens', wish)).token);
    const answers = [
      await program.get('/me/drafts'),
      await keep(NOTE, {}, program),
      await forget(NOTE, program),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual(Array(3).fill('session_needed'));
  });

  it('has a limit, and a key with no room for names and A-numbers', async () => {
    const long = await keep(NOTE, { text: 'x'.repeat(33_000) });
    expect([long.status, long.body.errors[0].code]).toEqual([422, 'too_long']);
    expect((await keep(NOTE, { text: 'x'.repeat(32_000) })).status).toBe(204);
    for (const key of [
      'note:Nguyen Van',
      'A201345678',
      'note:201-345-678',
      'note:A20134567',
      'x'.repeat(201),
    ])
      expect([key, (await keep(key, {})).status]).toEqual([key, 422]);
  });

  it('makes room for a new one: sixty a person', async () => {
    for (let n = 0; n < 62; n += 1) await keep(`note:${n}`, { n });
    const kept = await mine();
    expect(kept).toHaveLength(60);
    expect(kept[0].body).toEqual({ n: 61 });
    expect(kept.map((draft) => draft.key)).not.toContain('note:1');
  }, 60_000);

  it('is over after 14 days: not shown, and removed by the worker', async () => {
    await keep(NOTE, { edits: {} });
    const [row] = await rows();
    const days = (row.expires_at.getTime() - row.saved_at.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
    await asAdmin(test, (admin) =>
      admin.query(`UPDATE app.form_draft SET expires_at = now() - interval '1 second'`),
    );
    expect(await mine()).toEqual([]);
    await test.app.get(Database).outside('SELECT sec.tidy() AS count');
    expect(await rows()).toEqual([]);
  });
});
