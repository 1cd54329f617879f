import { Client } from 'pg';
import { Database } from '@app/platform';
import { startApp, type TestApp } from './support/app';
import { enter, overInject, signIn, visitor, type Api, type Json } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { catchMail, secretIn, type MailCatcher } from './support/mail';
import { employWorker } from './support/worker';
import type { Worker } from '../apps/worker/src/create-worker';

jest.setTimeout(30_000);

let test: TestApp;
let office: Office;
let other: Office;
let director: Api;
let door: Api;
let mail: MailCatcher;
let worker: Worker;
let admin: Client;
let counter = 0;

beforeAll(async () => {
  test = await startApp();
  mail = await catchMail();
  worker = await employWorker(test, { SMTP_URL: mail.url });
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Lantern Law');
  other = await foundOffice(test, 'Far Shore Project', { roles: ['director', 'attorney'] });
  director = office.api.director;
  door = visitor(overInject(test.app));
});
afterAll(async () => {
  await worker.stop();
  await admin.end();
  await mail.stop();
  await test.close();
});

const PASSWORD = 'seven paper cranes';
const invitation = (wishes: object = {}) => ({
  email: `colleague.${++counter}@lantern.example`,
  name: 'Noor Vang',
  role: 'paralegal',
  ...wishes,
});
const versionOf = async (id: string): Promise<number> => (await director.read(`/staff/${id}`)).version;

describe('invitations', () => {
  it('bring a person in: mail, link, password, signed in', async () => {
    const wish = invitation();
    const made = await director.created('/staff/invitations', wish);
    expect(JSON.stringify(made)).not.toMatch(/token|secret/i);
    const token = secretIn(await mail.waitFor(wish.email));
    const seen = await door.ok('POST', '/invitations/look-up', { token: token });
    expect(seen).toEqual({
      organisation: 'Lantern Law',
      email: wish.email,
      name: 'Noor Vang',
      role: 'paralegal',
    });
    const api = await enter(test.app, '/invitations/accept', {
      token,
      name: 'Noor S. Vang',
      password: PASSWORD,
    });
    expect((await api.read('/me')).user).toMatchObject({ name: 'Noor S. Vang', role: 'paralegal' });
    expect((await (await signIn(test.app, wish.email, PASSWORD)).get('/cases')).status).toBe(200);
    expect(await door.post('/invitations/look-up', { token: token })).toMatchObject({
      status: 410,
      body: { code: 'link_used_up' },
    });
    expect((await door.post('/invitations/accept', { token, name: 'X', password: PASSWORD })).status).toBe(
      410,
    );
    const { items } = await director.read('/staff/invitations');
    expect(items.some((item: Json) => item.email === wish.email)).toBe(false);
    expect(test.logged()).not.toContain(token);
  });

  it('let one of two people through who open the same link at once', async () => {
    const wish = invitation();
    await director.created('/staff/invitations', wish);
    const token = secretIn(await mail.waitFor(wish.email));
    const accept = () => door.post('/invitations/accept', { token, name: 'Noor', password: PASSWORD });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410]);
  });

  it('stop working when taken back, when invited again, and after seven days', async () => {
    const wish = invitation();
    const first = await director.created('/staff/invitations', wish);
    const one = secretIn(await mail.waitFor(wish.email));
    await director.created('/staff/invitations', wish);
    const two = secretIn(await mail.waitFor(wish.email, (caught) => secretIn(caught) !== one));
    expect((await door.post('/invitations/look-up', { token: one })).status).toBe(410);
    expect((await door.post('/invitations/look-up', { token: two })).status).toBe(200);
    expect((await director.delete(`/staff/invitations/${first.id}`)).status).toBe(404);
    const days = (
      await admin.query('SELECT expires_at - created_at AS life FROM app.invitation WHERE id = $1', [
        first.id,
      ])
    ).rows[0].life.days;
    expect(days === 7 || days === 6).toBe(true);
    await admin.query(`UPDATE app.invitation SET expires_at = now() WHERE email = $1`, [wish.email]);
    expect((await door.post('/invitations/look-up', { token: two })).status).toBe(410);
    const listed = (await director.read('/staff/invitations')).items.find(
      (item: Json) => item.email === wish.email,
    );
    expect(listed.expired).toBe(true);
    expect((await director.delete(`/staff/invitations/${listed.id}`)).status).toBe(204);
  });

  it.each([
    [{ email: 'a@b.example\r\nBcc: c@d.example' }],
    [{ email: 'a@b.example, c@d.example' }],
    [{ email: '"a\\r\\nBcc: x"@b.example' }],
    [{ email: 'a@b.example>' }],
    [{ email: 'nobody' }],
    [{ name: 'Two\nLines' }],
    [{ name: ' ' }],
    [{ name: 'x'.repeat(121) }],
    [{ role: 'operator' }],
    [{ role: 'system' }],
  ])('refuse %j', async (wishes) => {
    const answer = await director.post('/staff/invitations', invitation(wishes));
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('answer a repeated request with the first answer, and refuse its key for another', async () => {
    const wish = invitation();
    const options = { idempotencyKey: 'invite-once' };
    const [first, second] = await Promise.all([
      director.post('/staff/invitations', wish, options),
      director.post('/staff/invitations', wish, options),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    const third = await director.post('/staff/invitations', wish, options);
    expect(third).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(third.headers['idempotency-replayed']).toBe('true');
    const reused = await director.post('/staff/invitations', invitation(), options);
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    const { rows } = await admin.query('SELECT count(*)::int FROM app.invitation WHERE email = $1', [
      wish.email,
    ]);
    expect(rows[0].count).toBe(1);
    const entries = await admin.query(
      `SELECT count(*)::int FROM app.audit_entry WHERE action = 'staff.manage' AND org_id = $1`,
      [office.orgId],
    );
    expect(entries.rows[0].count).toBeGreaterThan(0);
  });
});

describe('accounts', () => {
  it('change role and end at once', async () => {
    const person = await office.employ('paralegal');
    const { token } = await person.api.created('/me/tokens', {
      name: 'x',
      scopes: ['me.read'],
      expiresInDays: 1,
    });
    const changed = await director.ok(
      'POST',
      `/staff/${person.id}/role`,
      { role: 'volunteer' },
      { ifMatch: 1 },
    );
    expect(changed).toMatchObject({ role: 'volunteer', version: 2 });
    expect((await person.api.get('/me')).status).toBe(401);
    expect((await person.api.withToken(token).get('/me')).status).toBe(401);
    const again = await signIn(test.app, person.email, person.password);
    expect((await again.read('/me')).permissions).not.toContain('client.edit');
  });

  it('are suspended for the next request, and come back with a new sign-in', async () => {
    const person = await office.employ('intake');
    await director.ok('POST', `/staff/${person.id}/suspend`, {}, { ifMatch: 1 });
    expect((await person.api.get('/me')).status).toBe(401);
    await expect(signIn(test.app, person.email, person.password)).rejects.toThrow('sign_in_failed');
    await director.ok('POST', `/staff/${person.id}/reinstate`, {}, { ifMatch: 2 });
    expect((await person.api.get('/me')).status).toBe(401);
    expect((await (await signIn(test.app, person.email, person.password)).get('/me')).status).toBe(200);
    const history = await admin.query(
      `SELECT was->>'status' AS was, was->>'version' AS version FROM app.row_history
        WHERE row_id = $1 ORDER BY replaced_at`,
      [person.id],
    );
    const versions = new Map(history.rows.map((row) => [row.version, row.was]));
    expect([...versions.values()].slice(0, 2)).toEqual(['active', 'suspended']);
  });

  it('lose their sessions when a director ends them', async () => {
    const person = await office.employ('attorney');
    expect((await director.delete(`/staff/${person.id}/sessions`)).status).toBe(204);
    expect((await person.api.get('/me')).status).toBe(401);
  });

  it('are not changed by their owner, without a version, or on an old version', async () => {
    const me = office.people.director.id;
    const version = await versionOf(me);
    for (const verb of ['role', 'suspend']) {
      const body = verb === 'role' ? { role: 'intake' } : {};
      const answer = await director.post(`/staff/${me}/${verb}`, body, { ifMatch: version });
      expect(answer).toMatchObject({ status: 422, body: { code: 'own_account' } });
    }
    const { id } = office.people.auditor;
    expect((await director.post(`/staff/${id}/role`, { role: 'intake' })).status).toBe(428);
    const stale = await director.post(`/staff/${id}/role`, { role: 'intake' }, { ifMatch: 41 });
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 1 } });
    expect((await office.api.auditor.get('/me')).status).toBe(200);
  });

  it('always leave an active director, even when two remove each other at once', async () => {
    const second = await office.employ('director');
    const first = office.people.director;
    const [a, b] = [await versionOf(first.id), await versionOf(second.id)];
    const answers = await Promise.all([
      director.post(`/staff/${second.id}/role`, { role: 'attorney' }, { ifMatch: b }),
      second.api.post(`/staff/${first.id}/suspend`, {}, { ifMatch: a }),
    ]);
    const { rows } = await admin.query(
      `SELECT count(*)::int FROM app.staff_user WHERE org_id = $1 AND role = 'director' AND status = 'active'`,
      [office.orgId],
    );
    expect(rows[0].count).toBe(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const left = answers[0].status === 200 ? first : second;
    director = await signIn(test.app, left.email, left.password);
  });

  it('show names to colleagues, and addresses and buttons to directors only', async () => {
    const seen = (await office.api.attorney.read('/staff')).items;
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.every((person: Json) => person.email === null && !person.can.suspend)).toBe(true);
    expect((await office.api.attorney.get('/staff/invitations')).status).toBe(403);
    expect((await office.api.attorney.post('/staff/invitations', invitation())).status).toBe(403);
    const managed = (await director.read('/staff')).items;
    expect(managed.every((person: Json) => person.email.includes('@'))).toBe(true);
  });
});

describe('two organisations', () => {
  it('never see each other', async () => {
    const stranger = other.people.attorney.id;
    expect(JSON.stringify(await director.read('/staff'))).not.toContain(stranger);
    expect((await director.get(`/staff/${stranger}`)).status).toBe(404);
    expect((await director.post(`/staff/${stranger}/role`, { role: 'intake' }, { ifMatch: 1 })).status).toBe(
      404,
    );
    expect((await director.post(`/staff/${stranger}/suspend`, {}, { ifMatch: 1 })).status).toBe(404);
    expect((await director.delete(`/staff/${stranger}/sessions`)).status).toBe(404);
    const theirs = await other.api.director.created('/staff/invitations', invitation());
    expect((await director.delete(`/staff/invitations/${theirs.id}`)).status).toBe(404);
    expect((await other.api.attorney.get('/me')).status).toBe(200);
    expect((await director.get('/staff/not-a-uuid')).status).toBe(404);
  });

  it('are kept apart by the database itself', async () => {
    const database = test.app.get(Database);
    await expect(database.outside('SELECT * FROM app.staff_user')).rejects.toMatchObject({ code: 'VC001' });
    await expect(database.outside('SELECT * FROM sec.credential')).rejects.toMatchObject({ code: '42501' });
    const context = { orgId: office.orgId, userId: office.people.intake.id, role: 'intake' };
    const forged = `${other.orgId}|${context.userId}|director|9999999999|${'0'.repeat(64)}`;
    await database.inOrganisation(context, async (tx) => {
      expect(await tx.query('SELECT id FROM staff_user WHERE org_id = $1', [other.orgId])).toHaveLength(0);
      await tx.query('SAVEPOINT before');
      for (const [text, values] of [
        ['SELECT sec.set_password($1, $2, NULL)', [office.people.attorney.id, 'x']],
        ['SELECT * FROM sec.list_organisations()', []],
        [`SELECT sec.found_organisation($1, 'x', 'x', 'office', 'UTC')`, [other.orgId]],
        [`SELECT sec.offer_password_reset($1, '\\x00', '1 hour', 3)`, [context.userId]],
      ] as [string, unknown[]][]) {
        await expect(tx.query(text, values)).rejects.toMatchObject({ code: '42501' });
        await tx.query('ROLLBACK TO before');
      }
      await tx.query(`SELECT set_config('app.ctx', $1, true)`, [forged]);
      await expect(tx.query('SELECT id FROM staff_user')).rejects.toMatchObject({ code: 'VC002' });
      await tx.query('ROLLBACK TO before');
    });
  });
});

it('lets a director change the name and time zone of the office', async () => {
  const before = await office.api.volunteer.read('/organisation');
  const after = await director.ok(
    'PATCH',
    '/organisation',
    { timeZone: 'America/Chicago' },
    { ifMatch: before.version },
  );
  expect(after).toEqual({ ...before, timeZone: 'America/Chicago', version: before.version + 1 });
  expect((await director.patch('/organisation', { name: 'Late' }, { ifMatch: before.version })).status).toBe(
    412,
  );
  expect((await director.patch('/organisation', { timeZone: 'Mars/Olympus' }, { ifMatch: 2 })).status).toBe(
    422,
  );
});
