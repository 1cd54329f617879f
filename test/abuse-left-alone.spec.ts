import { randomUUID } from 'node:crypto';
import { rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { overInject, visitor, type Answer, type Transport } from './support/client';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { ask, routesOf } from './support/routes';

/**
 * A31: a computer that others use too, or that somebody took. Sessions ended from elsewhere are in abuse-sessions.spec.ts
 * and locks.spec.ts; what the browser shows and keeps is in browser/security.spec.ts.
 */
jest.setTimeout(120_000);

let test: TestApp;
let office: Office;
let transport: Transport;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Left alone', { roles: ['director', 'attorney'] });
  transport = overInject(test.app);
});
afterAll(() => test.close());

it('A31: no answer of any route may be kept by a browser, to nobody, to a director, or at no address at all', async () => {
  const routes = routesOf(test);
  expect(routes.length).toBeGreaterThan(200);
  const keeps: string[] = [];
  const look = (what: string, answer: Answer): void => {
    if (answer.headers['cache-control'] !== 'no-store') keeps.push(`${what} ${answer.status}`);
  };
  // The routes that would end the director's own session come last, each with a session of its own.
  const leaving = /^\/(sign-out|quick-exit|me\/)/;
  for (const route of routes) {
    const path = route.path.replace(/\{\w+\}/g, () => randomUUID());
    const name = `${route.method} ${route.path}`;
    look(name, await ask(visitor(transport), route, path, 1));
    const api =
      leaving.test(route.path) && route.method !== 'GET'
        ? (await office.employ('paralegal')).api
        : office.api.director;
    look(name, await ask(api, route, path, 1));
  }
  for (const [path, headers] of [
    ['/no/such/address', {}],
    [`/${'x'.repeat(5_000)}`, {}],
    ['/%zz', {}],
    ['/cases', { cookie: 'vacatur_session=x' }],
  ] as [string, Record<string, string>][])
    look(path, await visitor(transport).get(path, { headers }));
  expect(keeps).toEqual([]);
});

it('A31: answers with clients in them, files and tables among them, may not be kept either', async () => {
  const { attorney } = office.api;
  const client = await addClient(attorney, { name: { given: 'Mai', family: 'Kept' } });
  for (const path of [
    `/cases/${client.caseId}`,
    `/clients/${client.id}`,
    `/clients/${client.id}/cases`,
    `/clients/${client.id}/timeline`,
    '/cases',
    '/me',
  ]) {
    const answer = await attorney.get(path);
    expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 200, 'no-store']);
  }
});

describe('A31: a session that nobody was at', () => {
  const leave = (userId: string, minutes: number): Promise<void> =>
    rewrite(
      test,
      `UPDATE app.session SET last_seen_at = now() - $2 * interval '1 minute' WHERE user_id = $1`,
      [userId, minutes],
    );

  it('is covered by the server too, however its browser was closed, until its person proves who they are', async () => {
    const person = await office.employ('paralegal');
    await leave(person.id, 11);
    expect((await person.api.get('/cases')).status).toBe(200);
    const idle = await office.employ('paralegal');
    await leave(idle.id, 13);
    // Asking is no proof: the second time is refused like the first.
    for (let n = 0; n < 3; n += 1) {
      expect((await idle.api.get('/cases')).body.code).toBe('screen_locked');
      expect((await idle.api.read('/me')).session.covered).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await idle.api.post('/me/uncover', { password: 'not the password' })).status).toBe(422);
    expect((await idle.api.get('/cases')).status).toBe(403);
    expect((await idle.api.post('/me/uncover', { password: idle.password })).status).toBe(204);
    expect((await idle.api.get('/cases')).status).toBe(200);
  });

  it('takes no program with it', async () => {
    const person = await office.employ('paralegal');
    const { token } = await person.api.created('/me/tokens', {
      name: 'Nightly',
      scopes: ['organisation.read'],
      expiresInDays: 1,
    });
    await leave(person.id, 60);
    expect((await person.api.withToken(token).get('/organisation')).status).toBe(200);
    expect((await person.api.get('/organisation')).status).toBe(403);
  });
});
