import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { overInject, signIn, type Api, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, codeOf } from './support/factories/second-factor';
import type { Person } from './support/factories/staff';
import { ask, routesOf } from './support/routes';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let admin: Client;
let transport: Transport;

beforeAll(async () => {
  test = await startApp();
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director'] });
  transport = overInject(test.app);
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const WISH = { name: 'Nightly export', scopes: ['me.read'], expiresInDays: 1 };

/** As if the person had signed in this long ago. */
async function age(person: Person, minutes: number): Promise<void> {
  await admin.query(
    `UPDATE app.session SET proved_at = now() - make_interval(mins => $2) WHERE user_id = $1`,
    [person.id, minutes],
  );
}

describe('what is grave', () => {
  it('is done for ten minutes after signing in, and after that only with a fresh proof', async () => {
    const person = await office.employ('paralegal');
    await age(person, 9);
    expect((await person.api.post('/me/tokens', WISH)).status).toBe(201);
    await age(person, 10);
    const refused = await person.api.post('/me/tokens', WISH);
    expect(refused).toMatchObject({ status: 403, body: { code: 'step_up_required' } });
    const wrong = await person.api.post('/me/step-up', { password: 'not the password' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'proof_refused' } });
    expect((await person.api.post('/me/step-up', { password: person.password })).status).toBe(204);
    expect((await person.api.post('/me/tokens', WISH)).status).toBe(201);
  });

  it('is every route that says so, whatever else it needs', async () => {
    const person = office.people.director;
    const grave = routesOf(test).filter((route) => route.stepUp);
    expect(grave.map((route) => `${route.method} ${route.path}`)).toEqual(
      expect.arrayContaining([
        'POST /me/password',
        'POST /me/tokens',
        'POST /me/factors/totp',
        'DELETE /me/factors/{id}',
        'POST /me/recovery-codes',
        'PUT /organisation/security-policy',
      ]),
    );
    await age(person, 11);
    for (const route of grave) {
      const { status, body } = await ask(person.api, route, route.path.replace(/\{\w+\}/g, person.id), 1);
      expect([route.path, status, body.code]).toEqual([route.path, 403, 'step_up_required']);
    }
  });

  it('is refused to programs', async () => {
    const person = await office.employ('paralegal');
    const { token } = await person.api.created('/me/tokens', {
      ...WISH,
      scopes: ['me.change', 'me.security'],
    });
    const program = person.api.withToken(token);
    for (const route of routesOf(test).filter((one) => one.stepUp && one.permission?.startsWith('me.'))) {
      const answer = await ask(program, route, route.path.replace(/\{\w+\}/g, person.id), 1);
      expect([route.path, answer.body?.code]).toEqual([route.path, 'session_needed']);
    }
    for (const path of ['/me/step-up', '/me/uncover', '/me/cover', '/me/passkey-challenge']) {
      expect((await program.post(path)).body.code).toBe('session_needed');
    }
  });

  it('asks who has a second factor for that, not for the password', async () => {
    const person = await office.employ('paralegal');
    const app = await addApp(person.api);
    await age(person, 11);
    expect((await person.api.post('/me/step-up', { password: person.password })).status).toBe(422);
    expect((await person.api.post('/me/step-up', {})).status).toBe(422);
    expect((await person.api.post('/me/tokens', WISH)).status).toBe(403);
    const code = codeOf(app.secret);
    expect((await person.api.post('/me/step-up', { code })).status).toBe(204);
    expect((await person.api.post('/me/tokens', WISH)).status).toBe(201);
    expect((await person.api.post('/me/step-up', { code })).status).toBe(422);
    expect((await person.api.post('/me/step-up', { recoveryCode: app.recoveryCodes[3] })).status).toBe(204);
  });

  it('counts wrong proofs: five, and the right one is refused too', async () => {
    const person = await office.employ('paralegal');
    for (let n = 0; n < 5; n += 1) await person.api.post('/me/step-up', { password: `wrong number ${n}` });
    expect((await person.api.post('/me/step-up', { password: person.password })).status).toBe(422);
  });

  it('takes nobody else’s proof', async () => {
    const [person, other] = await Promise.all([office.employ('paralegal'), office.employ('paralegal')]);
    const theirs = await addApp(other.api);
    await addApp(person.api);
    await age(person, 11);
    expect((await person.api.post('/me/step-up', { code: codeOf(theirs.secret) })).status).toBe(422);
    expect((await person.api.post('/me/step-up', { recoveryCode: theirs.recoveryCodes[0] })).status).toBe(
      422,
    );
  });
});

describe('a covered screen', () => {
  it('reaches nothing but the way out, in every tab of the session and in no other session', async () => {
    const person = await office.employ('paralegal');
    const elsewhere = await signIn(transport, person.email, person.password);
    await person.api.ok('POST', '/me/cover');
    for (const path of ['/cases', '/me/sessions', '/staff']) {
      expect((await person.api.get(path)).body.code).toBe('screen_locked');
      expect((await elsewhere.get(path)).status).toBe(200);
    }
    expect((await person.api.read('/me')).session.covered).toBe(true);
    expect((await person.api.post('/me/uncover', { password: 'not the password' })).status).toBe(422);
    expect((await person.api.get('/cases')).status).toBe(403);
    expect((await person.api.post('/me/uncover', { password: person.password })).status).toBe(204);
    expect((await person.api.get('/cases')).status).toBe(200);
  });

  it('can be signed out of', async () => {
    const person = await office.employ('paralegal');
    await person.api.ok('POST', '/me/cover');
    expect((await person.api.post('/sign-out')).status).toBe(204);
    expect((await person.api.get('/me')).status).toBe(401);
  });
});

describe('the policy of the office', () => {
  const director = (): Api => office.api.director;
  const set = async (roles: string[], requiredFrom: string): Promise<void> => {
    await director().ok('POST', '/me/step-up', { password: office.people.director.password });
    const { version } = await director().read('/organisation/security-policy');
    await director().ok(
      'PUT',
      '/organisation/security-policy',
      { roles, requiredFrom },
      { ifMatch: version },
    );
  };

  it('is off until a director sets it', async () => {
    const { roles, requiredFrom } = await director().read('/organisation/security-policy');
    expect({ roles, requiredFrom }).toEqual({ roles: [], requiredFrom: null });
    const body = { roles: ['paralegal'], requiredFrom: '2020-01-01' };
    const { api } = await office.employ('attorney');
    expect((await api.put('/organisation/security-policy', body, { ifMatch: 0 })).status).toBe(403);
  });

  it('leads who has none to setting one up from its day on, and to nothing else', async () => {
    const [person, free] = await Promise.all([office.employ('paralegal'), office.employ('intake')]);
    const { token } = await person.api.created('/me/tokens', { ...WISH, scopes: ['client.list'] });
    await set(['paralegal'], '2199-01-01');
    expect((await person.api.get('/cases')).status).toBe(200);
    expect((await person.api.read('/me')).secondFactor).toEqual({ kinds: [], requiredFrom: '2199-01-01' });
    await set(['paralegal'], '2020-01-01');
    const open = ['/me', '/me/factors'];
    for (const route of routesOf(test).filter((one) => one.method === 'GET' && !one.open)) {
      const answer = await person.api.get(route.path.replace(/\{\w+\}/g, person.id));
      const reached = answer.body?.code !== 'second_factor_required';
      const allowed = open.includes(route.path) || answer.body?.code === 'not_allowed';
      expect([route.path, reached]).toEqual([route.path, allowed]);
    }
    expect((await free.api.get('/cases')).status).toBe(200);
    expect((await person.api.withToken(token).get('/cases')).status).toBe(200);
    expect((await person.api.post('/me/tokens', WISH)).body.code).toBe('second_factor_required');
    expect((await person.api.read('/me')).session.mustEnrol).toBe(true);
    const later = await office.employ('paralegal');
    expect((await later.api.get('/cases')).body.code).toBe('second_factor_required');
    await addApp(person.api);
    expect((await person.api.get('/cases')).status).toBe(200);
    await set([], '2020-01-01');
    expect((await later.api.get('/cases')).status).toBe(200);
  });

  it('is not overwritten by who read an older one', async () => {
    const { version } = await director().read('/organisation/security-policy');
    const body = { roles: [], requiredFrom: '2030-01-01' };
    const stale = await director().put('/organisation/security-policy', body, { ifMatch: version - 1 });
    expect(stale.status).toBe(412);
  });
});
