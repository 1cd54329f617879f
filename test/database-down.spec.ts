import { setTimeout as wait } from 'node:timers/promises';
import { Database, systemActor } from '@app/platform';
import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';
import { gateTo, type Gate } from './support/gate';

let gate: Gate;
let test: TestApp;
let office: Office;

beforeAll(async () => {
  const server = process.env.VACATUR_TEST_ADMIN_URL ?? '';
  gate = await gateTo(server);
  test = await startApp({}, gate.url);
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director'] });
});
afterEach(() => gate.open());
afterAll(async () => {
  await test.close();
  await gate.stop();
});

it('says that the database is away instead of blaming itself, and works on when it is back', async () => {
  gate.shut();
  for (const path of ['/me', '/cases', '/health']) {
    const answer = await office.api.director.get(path);
    expect([path, answer.status, answer.body.code]).toEqual([path, 503, 'unavailable']);
  }
  gate.open();
  expect((await office.api.director.get('/me')).status).toBe(200);
  expect((await office.api.director.get('/health')).status).toBe(200);
});

it('survives a database that goes away while a transaction is open', async () => {
  const organisation = (await office.api.director.read('/me')).organisation.id;
  const { userId, role } = systemActor(organisation);
  const work = test.app.get(Database).inOrganisation({ orgId: organisation, userId, role }, async (tx) => {
    gate.shut();
    await wait(100);
    gate.open();
    return tx.one('SELECT 1 AS one');
  });
  await expect(work).rejects.toThrow();
  expect((await office.api.director.get('/me')).status).toBe(200);
});
