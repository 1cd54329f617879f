import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { overInject, signIn, visitor, type Answer, type Api } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';
import { catchMail, secretIn, type MailCatcher } from './support/mail';
import { employWorker } from './support/worker';

jest.setTimeout(30_000);

let test: TestApp;
let office: Office;
let admin: Client;
let door: Api;

beforeAll(async () => {
  test = await startApp();
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director', 'attorney', 'volunteer'] });
  door = visitor(overInject(test.app));
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const NEXT = 'a kettle of old maps';
const attempt = (email: string, password: string) => door.post('/sign-in', { email, password });
const paralegal = (): Promise<Person> => office.employ('paralegal');

/** Everything of an answer that an observer could compare; the request id is new each time. */
function observed(answer: Answer): string {
  const { date, 'x-request-id': id, ...headers } = answer.headers;
  expect(date ?? id).toBeDefined();
  return `${answer.status} ${JSON.stringify(headers)} ${answer.bytes.toString('utf8').replace(answer.body.requestId, '')}`;
}

describe('signing in', () => {
  it('opens a session that scripts cannot read and other sites cannot send', async () => {
    const person = await paralegal();
    const answer = await attempt(person.email, person.password);
    expect(answer.body).toMatchObject({
      user: { id: person.id, role: 'paralegal' },
      organisation: { id: office.orgId, slug: 'harbor-defenders', timeZone: 'America/New_York' },
      session: { kind: 'session' },
    });
    expect(answer.body.permissions).toContain('client.read');
    expect(answer.body.permissions).not.toContain('staff.manage');
    const cookie = answer.headers['set-cookie'];
    expect(cookie).toMatch(
      /^vacatur_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax,vacatur_device=/,
    );
    expect(cookie).toMatch(/,vacatur_device=[\w-]{43}; Max-Age=\d+; Path=\/api\/v1; HttpOnly; SameSite=Lax$/);
    const secret = cookie.slice('vacatur_session='.length).split(';')[0];
    const { rows } = await admin.query(
      `SELECT 1 FROM app.session WHERE position($1 in token_hash::text) > 0`,
      [secret],
    );
    expect(rows).toHaveLength(0);
  });

  it('takes the address in any case, and the password only as it is', async () => {
    const person = await paralegal();
    expect((await attempt(` ${person.email.toUpperCase()} `, person.password)).status).toBe(200);
    expect((await attempt(person.email, person.password.toUpperCase())).status).toBe(401);
  });

  it('answers unknown, wrong, locked and suspended byte for byte the same', async () => {
    const [person, locked, suspended] = await Promise.all([paralegal(), paralegal(), paralegal()]);
    const { version } = await office.api.director.read(`/staff/${suspended.id}`);
    await office.api.director.ok('POST', `/staff/${suspended.id}/suspend`, {}, { ifMatch: version });
    for (let i = 0; i < 5; i += 1) await attempt(locked.email, 'not the password');
    const answers = await Promise.all([
      attempt('nobody@elsewhere.example', 'not the password'),
      attempt(person.email, 'not the password'),
      attempt(locked.email, locked.password),
      attempt(suspended.email, suspended.password),
    ]);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } });
    expect(new Set(answers.map(observed)).size).toBe(1);
  });

  it('locks known and unknown addresses alike, for a while and not for ever', async () => {
    const person = await paralegal();
    for (const email of [person.email, 'ghost@elsewhere.example']) {
      for (let i = 0; i < 7; i += 1) await attempt(email, 'not the password');
    }
    const { rows } = await admin.query(
      `SELECT failures, locked_until - clock_timestamp() < interval '15 minutes' AS short
         FROM sec.sign_in_attempt WHERE locked_until IS NOT NULL AND failures = 5`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.every((row) => row.short)).toBe(true);
    expect((await attempt(person.email, person.password)).status).toBe(401);
    await admin.query('UPDATE sec.sign_in_attempt SET locked_until = clock_timestamp()');
    expect((await attempt(person.email, 'not the password')).status).toBe(401);
    expect((await attempt(person.email, person.password)).status).toBe(200);
  });

  it('counts a burst of wrong passwords before it can pass', async () => {
    const person = await paralegal();
    const burst = await Promise.all(
      Array.from({ length: 20 }, (_, i) => attempt(person.email, `wrong number ${i}`)),
    );
    expect(burst.every((answer) => answer.status === 401)).toBe(true);
    expect((await attempt(person.email, person.password)).status).toBe(401);
  });

  it('asks which organisation is meant when one address works for two', async () => {
    const other = await foundOffice(test, 'Second Office', { roles: ['director'] });
    const first = await paralegal();
    await other
      .employ('attorney', { email: first.email, password: 'another long password' })
      .catch(() => undefined);
    expect((await attempt(first.email, first.password)).status).toBe(401);
    const there = await door.post('/sign-in', {
      email: first.email,
      password: 'another long password',
      organisation: 'second-office',
    });
    expect(there.body).toMatchObject({ organisation: { slug: 'second-office' }, user: { role: 'attorney' } });
  });

  it.each([
    [{}, 422],
    [{ email: 7, password: 'x' }, 422],
    [{ email: ['a@b.example'], password: { length: 12 } }, 422],
    [{ email: 'a@b.example', password: 'x', admin: true }, 400],
    [{ email: 'a\u0000@b.example', password: 'x' }, 400],
    [{ email: 'a@b.example', password: 'x'.repeat(5000) }, 422],
  ])('refuses a body of the wrong shape (%#)', async (body, status) => {
    expect((await door.post('/sign-in', body)).status).toBe(status);
  });
});

describe('sessions', () => {
  it('are listed, and one that is ended is ended for the next request', async () => {
    const person = await paralegal();
    const elsewhere = await signIn(test.app, person.email, person.password);
    const { items } = await person.api.read('/me/sessions');
    expect(items).toHaveLength(2);
    const other = items.find((session: { current: boolean }) => !session.current);
    expect((await person.api.delete(`/me/sessions/${other.id}`)).status).toBe(204);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await person.api.get('/me')).status).toBe(200);
  });

  it('belong to one person: nobody ends those of another', async () => {
    const [person, other] = await Promise.all([paralegal(), paralegal()]);
    const { items } = await person.api.read('/me/sessions');
    for (const api of [other.api, office.api.director]) {
      expect((await api.delete(`/me/sessions/${items[0].id}`)).status).toBe(404);
    }
    expect((await person.api.get('/me')).status).toBe(200);
  });

  it('end with signing out and after twelve hours', async () => {
    const person = await paralegal();
    const again = await signIn(test.app, person.email, person.password);
    const out = await person.api.post('/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^vacatur_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await person.api.get('/me')).status).toBe(401);
    const { rows } = await admin.query(
      `SELECT extract(epoch FROM expires_at - created_at) AS seconds FROM app.session WHERE user_id = $1`,
      [person.id],
    );
    expect(Math.round(Number(rows[0].seconds) / 60)).toBe(720);
    await admin.query('UPDATE app.session SET expires_at = now() WHERE user_id = $1', [person.id]);
    expect((await again.get('/me')).status).toBe(401);
  });

  it('refuse changes that another site could have sent', async () => {
    const { api } = await paralegal();
    const change = { name: 'x', scopes: ['me.read'], expiresInDays: 1 };
    for (const headers of [
      { 'x-vacatur': '' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      const answer = await api.post('/me/tokens', change, { headers });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forgery_suspected' } });
    }
    const own = { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' };
    expect((await api.post('/me/tokens', change, { headers: own })).status).toBe(201);
    const answer = await door.post(
      '/sign-in',
      { email: 'a@b.example', password: 'x' },
      { headers: { origin: 'https://evil.example' } },
    );
    expect(answer.body.code).toBe('forgery_suspected');
  });
});

describe('API tokens', () => {
  const wish = (scopes: string[]) => ({ name: 'Nightly export', scopes, expiresInDays: 30 });

  it('are shown once, stored hashed, and do what their scopes say and no more', async () => {
    const { api } = await paralegal();
    const made = await api.created('/me/tokens', wish(['staff.read', 'me.read']));
    expect(made.token).toMatch(/^vct_pat_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    const program = api.withToken(made.token);
    expect((await program.get('/staff')).status).toBe(200);
    expect((await program.read('/me')).permissions).toEqual(['me.read', 'staff.read']);
    expect((await program.get('/cases')).status).toBe(403);
    expect(JSON.stringify(await api.read('/me/tokens'))).not.toContain(made.token.slice(8, 30));
    expect((await api.delete(`/me/tokens/${made.id}`)).status).toBe(204);
    expect((await program.get('/staff')).status).toBe(401);
  });

  it('never hold more than their person may do, and cannot make tokens themselves', async () => {
    const { api } = await paralegal();
    const beyond = await api.post('/me/tokens', wish(['me.read', 'staff.manage']));
    expect(beyond).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'scopes[1]', code: 'not_yours' }] },
    });
    const { token } = await api.created('/me/tokens', wish(['me.change']));
    const program = api.withToken(token);
    expect(await program.post('/me/tokens', wish(['me.change']))).toMatchObject({
      body: { code: 'session_needed' },
    });
    expect((await program.post('/me/password', { current: 'x', next: 'y' })).status).toBe(403);
    expect((await api.post('/me/tokens', { ...wish(['me.read']), expiresInDays: 366 })).status).toBe(422);
  });

  it('end when they run out', async () => {
    const { api } = await paralegal();
    const { token, id } = await api.created('/me/tokens', wish(['me.read']));
    await admin.query('UPDATE app.api_token SET expires_at = now() WHERE id = $1', [id]);
    expect((await api.withToken(token).get('/me')).status).toBe(401);
  });
});

describe('passwords', () => {
  it('change with the current one, and end every other session and token', async () => {
    const person = await paralegal();
    const elsewhere = await signIn(test.app, person.email, person.password);
    const { token } = await person.api.created('/me/tokens', {
      name: 'x',
      scopes: ['me.read'],
      expiresInDays: 1,
    });
    const wrong = await person.api.post('/me/password', { current: 'not it', next: NEXT });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
    expect((await person.api.post('/me/password', { current: person.password, next: NEXT })).status).toBe(
      204,
    );
    expect((await person.api.get('/me')).status).toBe(200);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await person.api.withToken(token).get('/me')).status).toBe(401);
    expect((await attempt(person.email, NEXT)).status).toBe(200);
  });

  it.each([
    ['length', 'elevenchars'],
    ['too_common', 'password123456'],
    ['too_common', 'Welcome2024!!'],
    ['too_common', 'aaaaaaaaaaaaaa'],
    ['too_common', '838291038475'],
    ['own_name', 'Pilar Nguyen1'],
    ['length', 'x'.repeat(120) + 'yzabc'.repeat(20)],
  ])('refuses a weak new one: %s', async (code, next) => {
    const person = await paralegal();
    const answer = await person.api.post('/me/password', { current: person.password, next });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'next', code }] } });
  });
});

describe('a forgotten password', () => {
  let mail: MailCatcher;
  beforeAll(async () => {
    mail = await catchMail();
  });
  afterAll(() => mail.stop());

  it('is replaced by the link in a mail, once; sessions and tokens end and a lock is lifted', async () => {
    const worker = await employWorker(test, { SMTP_URL: mail.url });
    const person = await paralegal();
    for (let i = 0; i < 5; i += 1) await attempt(person.email, 'not the password');
    expect((await door.post('/password-reset/request', { email: person.email })).status).toBe(202);
    expect((await door.post('/password-reset/request', { email: 'nobody@elsewhere.example' })).status).toBe(
      202,
    );
    const caught = await mail.waitFor(person.email);
    const token = secretIn(caught);
    expect(caught.text).not.toContain(person.name);
    const weak = await door.post('/password-reset', { token, password: 'short' });
    expect(weak).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect((await door.post('/password-reset', { token, password: NEXT })).status).toBe(204);
    expect(await door.post('/password-reset', { token, password: NEXT })).toMatchObject({ status: 410 });
    expect((await person.api.get('/me')).status).toBe(401);
    expect((await attempt(person.email, NEXT)).status).toBe(200);
    await mail.waitFor(person.email, (one) => one.subject.includes('changed'));
    await worker.stop();
    expect(mail.mails.some((one) => one.to.includes('nobody@elsewhere.example'))).toBe(false);
    expect(test.logged()).not.toContain(token);
  });

  it('sends at most three links an hour, and old links do not work', async () => {
    const person = await paralegal();
    for (let i = 0; i < 5; i += 1) await door.post('/password-reset/request', { email: person.email });
    const { rows } = await admin.query('SELECT count(*)::int FROM sec.password_reset WHERE user_id = $1', [
      person.id,
    ]);
    expect(rows[0].count).toBe(3);
    const worker = await employWorker(test, { SMTP_URL: mail.url });
    const token = secretIn(await mail.waitFor(person.email));
    await worker.stop();
    await admin.query('UPDATE sec.password_reset SET expires_at = now() WHERE user_id = $1', [person.id]);
    expect((await door.post('/password-reset', { token, password: NEXT })).status).toBe(410);
  });
});

it('notes when a session was last used, without a write per request', async () => {
  const { api, id } = await paralegal();
  const seen = async () =>
    (await admin.query('SELECT last_seen_at FROM app.session WHERE user_id = $1', [id])).rows[0].last_seen_at;
  await admin.query(`UPDATE app.session SET last_seen_at = now() - interval '5 minutes' WHERE user_id = $1`, [
    id,
  ]);
  const before = await seen();
  await api.get('/me');
  for (let tries = 0; tries < 100 && (await seen()).getTime() === before.getTime(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
});
