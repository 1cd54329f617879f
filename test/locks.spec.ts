import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { overInject, signIn, visitor, type Answer, type Api, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, apiOf, codeOf, halfIn } from './support/factories/second-factor';
import type { Person } from './support/factories/staff';
import { catchMail, secretIn, type MailCatcher } from './support/mail';
import { employWorker } from './support/worker';

jest.setTimeout(90_000);

let test: TestApp;
let office: Office;
let admin: Client;
let transport: Transport;
let door: Api;
let mail: MailCatcher;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  test = await startApp();
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director'] });
  transport = overInject(test.app);
  door = visitor(transport);
  mail = await catchMail();
  const worker = await employWorker(test, { SMTP_URL: mail.url });
  stopWorker = () => worker.stop();
});
afterAll(async () => {
  await stopWorker();
  await mail.stop();
  await admin.end();
  await test.close();
});

const NEXT = 'a kettle of old maps';
const WISH = { name: 'Nightly export', scopes: ['me.read'], expiresInDays: 1 };
const attempt = (person: Person, password = person.password): Promise<Answer> =>
  door.post('/sign-in', { email: person.email, password });
const versionOf = async (person: Person): Promise<number> =>
  (await office.api.director.read(`/staff/${person.id}`)).version;
const linkTo = async (person: Person, subject: string): Promise<string> =>
  secretIn(await mail.waitFor(person.email, (one) => one.subject.includes(subject)));

async function lockByDirector(person: Person, reason = 'The laptop was taken'): Promise<void> {
  const ifMatch = await versionOf(person);
  await office.api.director.ok('POST', `/staff/${person.id}/lock`, { reason }, { ifMatch });
}

async function lockThemselves(person: Person): Promise<void> {
  await door.post('/account-lock/request', { email: person.email });
  const token = await linkTo(person, 'Locking');
  expect((await door.post('/account-lock', { token })).status).toBe(204);
}

describe('nine events end the other sessions within one request', () => {
  type Event = [name: string, act: (person: Person, own: Api) => Promise<unknown>, ownSurvives: boolean];
  const director = (): Api => office.api.director;
  const events: Event[] = [
    ['a new password', (p, own) => own.ok('POST', '/me/password', { current: p.password, next: NEXT }), true],
    ['a forgotten password replaced', (p) => replacePassword(p), false],
    [
      'another role',
      async (p) =>
        director().ok('POST', `/staff/${p.id}/role`, { role: 'volunteer' }, { ifMatch: await versionOf(p) }),
      false,
    ],
    ['a second factor added', (_p, own) => addApp(own), true],
    ['a second factor taken away', (_p, own) => takeAway(own), true],
    ['new recovery codes', (_p, own) => own.ok('POST', '/me/recovery-codes'), true],
    ['the lock of a director', (p) => lockByDirector(p), false],
    ['the own lock', (p) => lockThemselves(p), false],
    [
      'suspension',
      async (p) => director().ok('POST', `/staff/${p.id}/suspend`, {}, { ifMatch: await versionOf(p) }),
      false,
    ],
    ['a director who ends them', (p) => director().ok('DELETE', `/staff/${p.id}/sessions`), false],
    ['the person who ends all others', (_p, own) => own.ok('DELETE', '/me/sessions'), true],
  ];

  async function replacePassword(person: Person): Promise<void> {
    await door.post('/password-reset/request', { email: person.email });
    const token = await linkTo(person, 'A new password');
    expect((await door.post('/password-reset', { token, password: NEXT })).status).toBe(204);
  }

  async function takeAway(own: Api): Promise<void> {
    const { items } = await own.read('/me/factors');
    await own.ok('DELETE', `/me/factors/${items[0].id}`);
  }

  it.each(events)('%s', async (name, act, ownSurvives) => {
    const person = await office.employ('paralegal');
    const needsFactor = /taken away|recovery/.test(name);
    const app = needsFactor ? await addApp(person.api) : null;
    const other = app
      ? apiOf(transport, await (await halfIn(transport, person)).step({ code: codeOf(app.secret) }))
      : await signIn(transport, person.email, person.password);
    expect((await other.get('/me')).status).toBe(200);
    const half = app ? await halfIn(transport, person) : null;
    await act(person, person.api);
    expect((await other.get('/me')).status).toBe(401);
    expect((await person.api.get('/me')).status).toBe(ownSurvives ? 200 : 401);
    if (half && app) {
      expect((await half.step({ code: codeOf(app.secret, 1) })).body.code).toBe('sign_in_again');
    }
  });

  it('even when the row of the session is still there: its security version is of before', async () => {
    const person = await office.employ('paralegal');
    const asPerson = `UPDATE app.session SET security_version = security_version - 1 WHERE user_id = $1`;
    await admin.query(asPerson, [person.id]);
    expect((await person.api.get('/me')).status).toBe(401);
  });
});

describe('a device that was never used before', () => {
  const on = async (person: Person, device: string | null, agent: string) => {
    const headers = { 'user-agent': agent, ...(device ? { cookie: `vacatur_device=${device}` } : {}) };
    const answer = await door.post(
      '/sign-in',
      { email: person.email, password: person.password },
      { headers },
    );
    const cookie = /vacatur_device=([\w-]+)/.exec(answer.headers['set-cookie'])?.[1] ?? '';
    return { api: apiOf(transport, answer), cookie };
  };
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
  const told = () => mail.mails.filter((one) => one.subject.includes('new device')).length;

  it('is told of by a neutral mail, once, with a link that locks the account', async () => {
    const person = await office.employ('paralegal');
    const first = await on(person, null, FIREFOX);
    const { items } = await first.api.read('/me/sessions');
    expect(items.filter((one: { newDevice: boolean }) => one.newDevice)).toMatchObject([
      { client: 'Firefox on Windows', current: true },
    ]);
    const caught = await mail.waitFor(person.email, (one) => one.subject.includes('new device'));
    expect(caught.text).toContain('Firefox on Windows');
    expect(`${caught.subject} ${caught.text}`).not.toMatch(new RegExp(`${person.name}|Harbor|client|case`));
    const before = told();
    expect((await on(person, first.cookie, FIREFOX)).cookie).toBe(first.cookie);
    const other = await office.employ('attorney');
    await on(other, first.cookie, FIREFOX);
    await mail.waitFor(other.email, (one) => one.subject.includes('new device'));
    expect(told()).toBe(before + 1);
    expect((await door.post('/account-lock', { token: secretIn(caught) })).status).toBe(204);
    expect((await first.api.get('/me')).status).toBe(401);
    expect((await attempt(person)).status).toBe(401);
  });

  it('is no proof: its cookie opens nothing and spares no second factor', async () => {
    const person = await office.employ('paralegal');
    const { cookie } = await on(person, null, FIREFOX);
    const headers = { cookie: `vacatur_session=${cookie}; vacatur_device=${cookie}`, 'x-vacatur': '1' };
    expect((await door.get('/me', { headers })).status).toBe(401);
    const { rows } = await admin.query(
      `SELECT 1 FROM app.known_device WHERE position(convert_to($1, 'UTF8') IN token_hash) > 0`,
      [cookie],
    );
    expect(rows).toEqual([]);
    await addApp(person.api);
    const again = await door.post(
      '/sign-in',
      { email: person.email, password: person.password },
      { headers: { cookie: `vacatur_device=${cookie}` } },
    );
    expect(again.body.code).toBe('second_factor_needed');
  });
});

describe('a director', () => {
  it('locks an account at once with its sessions and tokens, and unlocks it, both on record', async () => {
    const person = await office.employ('paralegal');
    const { token } = await person.api.created('/me/tokens', WISH);
    await lockByDirector(person, 'Phone seized at the airport');
    expect((await person.api.get('/me')).status).toBe(401);
    expect((await person.api.withToken(token).get('/me')).status).toBe(401);
    expect((await attempt(person)).body.code).toBe('sign_in_failed');
    const shown = await office.api.director.read(`/staff/${person.id}`);
    expect(shown).toMatchObject({
      lockKind: 'director',
      lockReason: 'Phone seized at the airport',
      can: { lock: false, unlock: true },
    });
    const { rows } = await admin.query('SELECT lock_reason FROM app.staff_user WHERE id = $1', [person.id]);
    expect(rows[0].lock_reason.toString('latin1')).not.toContain('airport');
    const colleague = await office.employ('attorney');
    expect(await colleague.api.read(`/staff/${person.id}`)).toMatchObject({
      lockReason: null,
      secondFactor: null,
      can: { unlock: false },
    });
    await office.api.director.ok('POST', `/staff/${person.id}/unlock`, {}, { ifMatch: shown.version });
    expect((await attempt(person)).status).toBe(200);
    const trail = await admin.query(
      `SELECT fields FROM app.audit_entry WHERE action = 'staff.lock' AND user_id = $1 ORDER BY seq`,
      [office.people.director.id],
    );
    expect(trail.rows.slice(-2).map((row) => row.fields)).toEqual([['lock'], ['lock']]);
  });

  it('cannot be got round by a new password', async () => {
    const person = await office.employ('paralegal');
    await door.post('/password-reset/request', { email: person.email });
    const early = await linkTo(person, 'A new password');
    await lockByDirector(person);
    expect((await door.post('/password-reset', { token: early, password: NEXT })).status).toBe(410);
    await door.post('/password-reset/request', { email: person.email });
    const { rows } = await admin.query('SELECT 1 FROM sec.password_reset WHERE user_id = $1', [person.id]);
    expect(rows).toHaveLength(1);
  });

  it('locks neither themselves nor, with another, the last who could unlock', async () => {
    const [own, second] = [office.people.director, await office.employ('director')];
    const refused = await own.api.post(`/staff/${own.id}/lock`, { reason: 'x' }, { ifMatch: 1 });
    expect(refused.body.code).toBe('own_account');
    const versions = [await versionOf(own), await versionOf(second)];
    const both = await Promise.all([
      own.api.post(`/staff/${second.id}/lock`, { reason: 'x' }, { ifMatch: versions[1] }),
      second.api.post(`/staff/${own.id}/lock`, { reason: 'x' }, { ifMatch: versions[0] }),
    ]);
    expect(both.filter((answer) => answer.status === 200)).toHaveLength(1);
    if (both[1].status === 200) {
      const ifMatch = await versionOf({ ...own, api: second.api } as Person).catch(() => versions[0] + 1);
      await second.api.ok('POST', `/staff/${own.id}/unlock`, {}, { ifMatch });
      own.api = await signIn(transport, own.email, own.password);
      office.api.director = own.api;
    }
  });

  it('takes lost factors of a colleague away, not the own', async () => {
    const person = await office.employ('paralegal');
    await addApp(person.api);
    const at = `/staff/${person.id}`;
    expect((await office.api.director.read(at)).secondFactor).toBe(true);
    expect((await office.api.director.delete(`${at}/factors`)).status).toBe(204);
    expect((await person.api.get('/me')).status).toBe(401);
    expect((await attempt(person)).status).toBe(200);
    const own = await office.api.director.delete(`/staff/${office.people.director.id}/factors`);
    expect(own.body.code).toBe('own_account');
  });
});

describe('locking the own account', () => {
  it('trap 13: a stranger who knows the address can lock nobody', async () => {
    const person = await office.employ('paralegal');
    for (let n = 0; n < 20; n += 1) await door.post('/account-lock/request', { email: person.email });
    for (const token of [person.id, person.email, 'x', '', '0'.repeat(43)]) {
      expect((await door.post('/account-lock', { token })).body.code).toBe('link_used_up');
    }
    expect((await person.api.get('/me')).status).toBe(200);
    const { rows } = await admin.query('SELECT count(*)::int FROM sec.lock_offer WHERE user_id = $1', [
      person.id,
    ]);
    expect(rows[0].count).toBeLessThanOrEqual(3);
    expect((await attempt(person)).status).toBe(200);
  });

  it('can be asked for whatever was offered with new devices before', async () => {
    const person = await office.employ('paralegal');
    for (let n = 0; n < 4; n += 1) expect((await attempt(person)).status).toBe(200);
    await door.post('/account-lock/request', { email: person.email });
    const token = await linkTo(person, 'Locking');
    expect((await door.post('/account-lock', { token })).status).toBe(204);
    expect((await person.api.get('/me')).status).toBe(401);
  });

  it('answers known and unknown addresses byte for byte the same, after the same time', async () => {
    const person = await office.employ('paralegal');
    const observed = async (email: string) => {
      const from = performance.now();
      const { status, headers, bytes } = await door.post('/account-lock/request', { email });
      const told = JSON.stringify({ ...headers, 'x-request-id': '', date: '' });
      return { text: `${status} ${told} ${bytes.toString()}`, ms: performance.now() - from };
    };
    const [known, unknown] = [await observed(person.email), await observed('nobody@elsewhere.example')];
    expect(known.text).toBe(unknown.text);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(295);
  });

  it('works once with the link; then the password opens nothing, and looks like a wrong one', async () => {
    const person = await office.employ('paralegal');
    await door.post('/account-lock/request', { email: person.email });
    const caught = await mail.waitFor(person.email, (one) => one.subject.includes('Locking'));
    expect(caught.text).not.toContain(person.name);
    const token = secretIn(caught);
    const answers = await Promise.all([1, 2, 3].map(() => door.post('/account-lock', { token })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 410, 410]);
    const plain = (answer: Answer) => JSON.stringify({ ...answer.body, requestId: '' });
    expect(plain(await attempt(person))).toBe(plain(await attempt(person, 'not the password')));
    await mail.waitFor(office.people.director.email, (one) => one.subject.includes('was locked'));
    expect(test.logged()).not.toContain(token);
  });

  it('is undone by a new password and the second factor together, by neither alone', async () => {
    const person = await office.employ('paralegal');
    const app = await addApp(person.api);
    await lockThemselves(person);
    expect((await attempt(person)).body.code).toBe('sign_in_failed');
    await door.post('/password-reset/request', { email: person.email });
    const token = await linkTo(person, 'A new password');
    expect((await door.post('/password-reset', { token, password: NEXT })).status).toBe(204);
    const renewed = { ...person, password: NEXT };
    const half = await halfIn(transport, renewed);
    expect(await office.api.director.read(`/staff/${person.id}`)).toMatchObject({ lockKind: 'self' });
    const answer = await half.step({ code: codeOf(app.secret) });
    expect(answer.status).toBe(200);
    expect((await apiOf(transport, answer).get('/me')).status).toBe(200);
    expect(await office.api.director.read(`/staff/${person.id}`)).toMatchObject({ lockedAt: null });
  });

  it('is undone by a director for who has no second factor, and by nobody else', async () => {
    const person = await office.employ('paralegal');
    await lockThemselves(person);
    await door.post('/password-reset/request', { email: person.email });
    const token = await linkTo(person, 'A new password');
    await door.post('/password-reset', { token, password: NEXT });
    expect((await attempt(person, NEXT)).status).toBe(401);
    const ifMatch = await versionOf(person);
    await office.api.director.ok('POST', `/staff/${person.id}/unlock`, {}, { ifMatch });
    expect((await attempt(person, NEXT)).status).toBe(200);
  });
});

describe('leaving', () => {
  it('makes the browser forget: signing out its storage, the quick exit its cookies too', async () => {
    const person = await office.employ('paralegal');
    const again = await signIn(transport, person.email, person.password);
    const out = await person.api.post('/sign-out');
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    const exit = await again.post('/quick-exit');
    expect(exit).toMatchObject({ status: 204 });
    expect(exit.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(exit.headers['set-cookie']).toMatch(/vacatur_session=;.*vacatur_device=;/);
    for (const api of [person.api, again]) expect((await api.get('/me')).status).toBe(401);
  });
});
