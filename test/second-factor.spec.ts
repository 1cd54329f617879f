import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { overInject, signIn, visitor, type Api, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, apiOf, codeOf, halfIn, type App } from './support/factories/second-factor';
import type { Person } from './support/factories/staff';
import { routesOf } from './support/routes';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let admin: Client;
let transport: Transport;
let door: Api;

beforeAll(async () => {
  test = await startApp();
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director'] });
  transport = overInject(test.app);
  door = visitor(transport);
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

async function withApp(): Promise<{ person: Person; app: App }> {
  const person = await office.employ('paralegal');
  return { person, app: await addApp(person.api) };
}

describe('an authenticator app', () => {
  it('counts only after one of its codes, and its secret is nowhere in the clear', async () => {
    const person = await office.employ('paralegal');
    const begun = await person.api.created('/me/factors/totp', { name: 'Phone' });
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.picture).toMatch(/^<svg[^>]*>.*<\/svg>\s*$/s);
    expect(begun.picture).not.toMatch(/<script|href|onload/);
    await signIn(transport, person.email, person.password);
    const wrong = await person.api.post(`/me/factors/${begun.id}/confirm`, { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_code' } });
    const { rows } = await admin.query(`SELECT secret FROM app.second_factor WHERE id = $1`, [begun.id]);
    expect(rows[0].secret.includes(Buffer.from(begun.secret))).toBe(false);
    const done = await person.api.ok('POST', `/me/factors/${begun.id}/confirm`, {
      code: codeOf(begun.secret),
    });
    expect(done).toMatchObject({ factor: { kind: 'totp', name: 'Phone' } });
    expect(done.recoveryCodes).toHaveLength(10);
    const listed = await person.api.read('/me/factors');
    expect(listed).toMatchObject({ items: [{ id: begun.id }], recoveryCodesLeft: 10 });
    expect(JSON.stringify(listed)).not.toContain(begun.secret);
    expect((await person.api.read('/me')).secondFactor).toEqual({ kinds: ['totp'], requiredFrom: null });
    expect(test.logged()).not.toContain(begun.secret);
  });

  it('is asked for after the password, and a code lets in', async () => {
    const { person, app } = await withApp();
    const half = await halfIn(transport, person);
    expect(half.ways).toEqual(['totp', 'recovery_code']);
    const answer = await half.step({ code: codeOf(app.secret) });
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { id: person.id }, session: { kind: 'session' } },
    });
    expect((await apiOf(transport, answer).get('/me')).status).toBe(200);
    expect((await half.step({ code: codeOf(app.secret, 1) })).body.code).toBe('sign_in_again');
  });

  it('takes a code once: of a hundred at once exactly one comes in', async () => {
    const { person, app } = await withApp();
    const halves = await Promise.all(Array.from({ length: 100 }, () => halfIn(transport, person)));
    const code = codeOf(app.secret);
    const answers = await Promise.all(halves.map((half) => half.step({ code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.filter((a) => a.status !== 200).map((a) => a.body.code))).toEqual(
      new Set(['second_step_failed']),
    );
  });

  it('takes no older code after a newer one', async () => {
    const { person, app } = await withApp();
    const newer = await (await halfIn(transport, person)).step({ code: codeOf(app.secret, 1) });
    expect(newer.status).toBe(200);
    const older = await (await halfIn(transport, person)).step({ code: codeOf(app.secret) });
    expect(older.body.code).toBe('second_step_failed');
  });

  it('is not guessed: five tries in a quarter of an hour, then a right code fails too, and not for ever', async () => {
    const { person, app } = await withApp();
    const half = await halfIn(transport, person);
    const right = codeOf(app.secret);
    const guesses = Array.from({ length: 100 }, (_, n) => String(n).padStart(6, '0')).filter(
      (guess) => ![-1, 0, 1].some((step) => guess === codeOf(app.secret, step)),
    );
    const answers = await Promise.all(guesses.map((code) => half.step({ code })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([401]));
    expect((await half.step({ code: right })).body.code).toBe('second_step_failed');
    const { rows } = await admin.query(
      `SELECT failures FROM sec.sign_in_attempt WHERE locked_until < clock_timestamp() + interval '16 minutes'`,
    );
    expect(Math.max(...rows.map((row) => row.failures))).toBe(5);
    // The way out that is no guess stays open meanwhile.
    expect((await half.step({ recoveryCode: app.recoveryCodes[0] })).status).toBe(200);
    await admin.query('UPDATE sec.sign_in_attempt SET locked_until = clock_timestamp()');
    const again = await halfIn(transport, person);
    expect((await again.step({ code: codeOf(app.secret) })).status).toBe(200);
  });

  it('answers a wrong, a used and a locked code byte for byte the same', async () => {
    const { person, app } = await withApp();
    const code = codeOf(app.secret);
    expect((await (await halfIn(transport, person)).step({ code })).status).toBe(200);
    const half = await halfIn(transport, person);
    const told = async (body: object): Promise<string> => {
      const answer = await half.step(body);
      return `${answer.status} ${JSON.stringify({ ...answer.body, requestId: '' })}`;
    };
    const seen = [
      await told({ code }),
      await told({ code: '000000' }),
      await told({}),
      await told({ code: 'x' }),
    ];
    for (let n = 0; n < 5; n += 1) await told({ code: '000000' });
    seen.push(await told({ code: codeOf(app.secret, 1) }), await told({ recoveryCode: 'AAAA' }));
    expect(new Set(seen).size).toBe(1);
  });
});

describe('recovery codes', () => {
  it('work once each, however they are typed, and are kept as hashes', async () => {
    const { person, app } = await withApp();
    const [first, second] = app.recoveryCodes;
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ')} `;
    expect((await (await halfIn(transport, person)).step({ recoveryCode: typed })).status).toBe(200);
    expect((await (await halfIn(transport, person)).step({ recoveryCode: first })).status).toBe(401);
    const halves = await Promise.all(Array.from({ length: 20 }, () => halfIn(transport, person)));
    const answers = await Promise.all(halves.slice(0, 4).map((half) => half.step({ recoveryCode: second })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const { rows } = await admin.query('SELECT code_hash FROM app.recovery_code WHERE user_id = $1', [
      person.id,
    ]);
    expect(rows.map((row) => row.code_hash.toString('latin1')).join()).not.toContain(
      first.replaceAll('-', ''),
    );
    expect((await person.api.read('/me/factors')).recoveryCodesLeft).toBe(8);
  });

  it('are made anew in place of the old, and belong to a second factor', async () => {
    const { person, app } = await withApp();
    const { recoveryCodes } = await person.api.ok('POST', '/me/recovery-codes');
    expect(new Set([...recoveryCodes, ...app.recoveryCodes]).size).toBe(20);
    const half = await halfIn(transport, person);
    expect((await half.step({ recoveryCode: app.recoveryCodes[0] })).status).toBe(401);
    expect((await half.step({ recoveryCode: recoveryCodes[9] })).status).toBe(200);
    const nobody = await office.employ('paralegal');
    expect((await nobody.api.post('/me/recovery-codes')).body.code).toBe('no_second_factor');
  });
});

describe('a sign-in that is half open', () => {
  it('opens no route of the contract', async () => {
    const { person } = await withApp();
    const { cookie } = await halfIn(transport, person);
    const secret = cookie.slice('vacatur_half='.length);
    const closed = routesOf(test).filter((route) => !route.open && route.method === 'GET');
    expect(closed.length).toBeGreaterThan(30);
    for (const proof of [cookie, `vacatur_session=${secret}`]) {
      for (const route of closed) {
        const path = route.path.replace(/\{\w+\}/g, person.id);
        const { status } = await door.get(path, { headers: { cookie: proof, 'x-vacatur': '1' } });
        expect([route.path, status]).toEqual([route.path, 401]);
      }
    }
    expect((await door.get('/me', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401);
  });

  it('ends after five minutes, with the account, and with a new password', async () => {
    const { person, app } = await withApp();
    const step = { code: codeOf(app.secret) };
    const late = await halfIn(transport, person);
    await admin.query('UPDATE sec.half_session SET expires_at = now()');
    expect((await late.step(step)).body.code).toBe('sign_in_again');
    const suspended = await halfIn(transport, person);
    const { director } = office.api;
    const at = `/staff/${person.id}`;
    const { version } = await director.read(at);
    await director.ok('POST', `${at}/suspend`, {}, { ifMatch: version });
    expect((await suspended.step(step)).body.code).toBe('sign_in_again');
    await director.ok('POST', `${at}/reinstate`, {}, { ifMatch: version + 1 });
    const fresh = await halfIn(transport, person);
    const api = apiOf(transport, await fresh.step(step));
    const renewed = await halfIn(transport, person);
    await api.ok('POST', '/me/password', { current: person.password, next: 'a kettle of old maps' });
    expect((await renewed.step({ code: codeOf(app.secret, 1) })).body.code).toBe('sign_in_again');
  });

  it('is nothing that another site can finish, and nothing without its cookie', async () => {
    const { person, app } = await withApp();
    const { cookie } = await halfIn(transport, person);
    const body = { code: codeOf(app.secret) };
    const headers = { cookie, origin: 'https://evil.example' };
    expect((await door.post('/sign-in/second-step', body, { headers })).body.code).toBe('forgery_suspected');
    expect((await door.post('/sign-in/second-step', body)).body.code).toBe('sign_in_again');
    const guess = { headers: { cookie: `vacatur_half=${'A'.repeat(43)}` } };
    expect((await door.post('/sign-in/second-step', body, guess)).body.code).toBe('sign_in_again');
  });
});

describe('taking a factor away', () => {
  it('ends the other sessions; with the last one go the recovery codes and the second step', async () => {
    const { person, app } = await withApp();
    const second = await addApp(person.api, 'Tablet');
    expect(second.recoveryCodes).toEqual([]);
    expect((await person.api.delete(`/me/factors/${app.id}`)).status).toBe(204);
    expect((await person.api.read('/me/factors')).recoveryCodesLeft).toBe(10);
    expect((await person.api.delete(`/me/factors/${second.id}`)).status).toBe(204);
    expect(await person.api.read('/me/factors')).toMatchObject({ items: [], recoveryCodesLeft: 0 });
    expect((await person.api.get('/me')).status).toBe(200);
    await signIn(transport, person.email, person.password);
    const { rows } = await admin.query(
      `SELECT action, fields FROM app.audit_entry WHERE user_id = $1 AND action = 'me.security' ORDER BY seq`,
      [person.id],
    );
    expect(rows.map((row) => row.fields.join())).toEqual(expect.arrayContaining(['second_factor']));
  });

  it('is for its own person', async () => {
    const { app } = await withApp();
    for (const api of [office.api.director, (await office.employ('attorney')).api]) {
      expect((await api.delete(`/me/factors/${app.id}`)).status).toBe(404);
    }
  });
});
