import { Client } from 'pg';
import { Installation } from '@app/staff';
import { startApp, type TestApp } from './support/app';
import { enter, overInject, visitor, type Json } from './support/client';
import { foundOffice, foundOperator, type Office } from './support/factories/organisation';
import { TEST_PASSWORD, type Person } from './support/factories/staff';
import { catchMail, secretIn, type MailCatcher } from './support/mail';
import { employWorker } from './support/worker';
import type { Worker } from '../apps/worker/src/create-worker';

jest.setTimeout(30_000);

let test: TestApp;
let operator: Person;
let office: Office;
let mail: MailCatcher;
let worker: Worker;

beforeAll(async () => {
  test = await startApp();
  mail = await catchMail();
  worker = await employWorker(test, { SMTP_URL: mail.url });
  operator = await foundOperator(test);
  office = await foundOffice(test, 'Cedar Hill Clinic', { roles: ['director'] });
});
afterAll(async () => {
  await worker.stop();
  await mail.stop();
  await test.close();
});

const wish = (slug: string) => ({
  name: 'Bay Street Defenders',
  slug,
  timeZone: 'America/Los_Angeles',
  director: { name: 'Mina Castillo', email: `${slug}@defenders.example` },
});

it('founds the installation once, whoever starts first', async () => {
  const installation = test.app.get(Installation);
  const first = { name: 'Second', email: 'second@vacatur.example', password: TEST_PASSWORD };
  expect(await installation.found(first)).toBe(false);
});

it('creates an organisation whose first director comes in by mail', async () => {
  const made = await operator.api.created('/organisations', wish('bay-street'));
  expect(made).toMatchObject({ slug: 'bay-street', timeZone: 'America/Los_Angeles', staffCount: 0 });
  const token = secretIn(await mail.waitFor('bay-street@defenders.example'));
  const director = await enter(test.app, '/invitations/accept', {
    token,
    name: 'Mina Castillo',
    password: TEST_PASSWORD,
  });
  expect(await director.read('/me')).toMatchObject({
    user: { role: 'director' },
    organisation: { id: made.id },
  });
  expect((await director.read('/staff')).items).toHaveLength(1);
  await director.created('/staff/invitations', { email: 'a@defenders.example', name: 'A', role: 'intake' });
  const admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query('SELECT count(*)::int FROM app.audit_entry WHERE org_id = $1', [
    made.id,
  ]);
  await admin.end();
  expect(rows[0].count).toBe(1);
});

it('invites the first director again until there is one', async () => {
  const made = await operator.api.created('/organisations', wish('north-pier'));
  const one = secretIn(await mail.waitFor('north-pier@defenders.example'));
  const again = { name: 'Sam Keo', email: 'sam.keo@defenders.example' };
  expect((await operator.api.post(`/organisations/${made.id}/director`, again)).status).toBe(204);
  const door = visitor(overInject(test.app));
  expect((await door.post('/invitations/look-up', { token: one })).status).toBe(410);
  const two = secretIn(await mail.waitFor(again.email));
  await enter(test.app, '/invitations/accept', { token: two, name: 'Sam Keo', password: TEST_PASSWORD });
  const late = await operator.api.post(`/organisations/${made.id}/director`, again);
  expect(late).toMatchObject({ status: 409, body: { code: 'has_director' } });
});

it('counts organisations and the people in them', async () => {
  const { items } = await operator.api.read('/organisations');
  const listed = items.find((item: Json) => item.slug === 'cedar-hill-clinic');
  expect(listed).toMatchObject({ id: office.orgId, staffCount: 1 });
  expect(items.some((item: Json) => item.slug === 'installation')).toBe(false);
});

it('refuses a short name that is taken, reserved or malformed', async () => {
  const taken = await operator.api.post('/organisations', wish('cedar-hill-clinic'));
  expect(taken).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
  for (const slug of ['installation', 'Has Space', '-x', 'x'.repeat(41), '']) {
    expect((await operator.api.post('/organisations', wish(slug))).status).toBe(422);
  }
  expect((await operator.api.post('/organisations', { ...wish('ok'), timeZone: 'Moon' })).status).toBe(422);
  expect((await operator.api.post('/organisations', { ...wish('ok'), director: null })).status).toBe(422);
});

it('shows the operator no client and no office from inside, and a director no other organisation', async () => {
  for (const path of ['/cases', '/clients/0192f000-0000-7000-8000-000000000000', '/staff', '/organisation']) {
    expect((await operator.api.get(path)).status).toBe(403);
  }
  expect((await operator.api.post('/search', { q: 'x' })).status).toBe(403);
  expect((await operator.api.post('/clients', {})).status).toBe(403);
  expect((await operator.api.read('/me')).permissions).not.toContain('client.list');
  expect((await office.api.director.get('/organisations')).status).toBe(403);
  expect((await office.api.director.post('/organisations', wish('mine'))).status).toBe(403);
});
