import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import type { Json } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { catchMail, type CaughtMail, type MailCatcher } from './support/mail';
import type { Worker } from '../apps/worker/src/create-worker';
import { employWorker, forkWorker } from './support/worker';

jest.setTimeout(30_000);

let test: TestApp;
let office: Office;
let mail: MailCatcher;
let admin: Client;
let counter = 0;
let workers: Worker[] = [];

beforeAll(async () => {
  test = await startApp();
  mail = await catchMail();
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Riverbend Legal Aid', { roles: ['director'] });
});
afterAll(async () => {
  await admin.end();
  await mail.stop();
  await test.close();
});
beforeEach(() => {
  mail.beforeAccepting = () => undefined;
});
afterEach(dismiss);

async function employ(): Promise<void> {
  workers.push(await employWorker(test, { SMTP_URL: mail.url }));
}

async function dismiss(): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
}

async function invite(): Promise<string> {
  const email = `new.colleague.${++counter}@riverbend.example`;
  await office.api.director.created('/staff/invitations', {
    email,
    name: 'New Colleague',
    role: 'paralegal',
  });
  return email;
}

async function deliveryOf(email: string): Promise<string> {
  const { items } = await office.api.director.read('/staff/invitations');
  return items.find((item: { email: string }) => item.email === email).delivery;
}

async function until(fits: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await fits()); tries += 1) {
    if (tries > 200) throw new Error('It did not happen within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const endLeases = () =>
  admin.query('UPDATE app.outbox_message SET lease_until = now() WHERE sent_at IS NULL');

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

it('sends a mail after the change it tells is committed, and shows that it left', async () => {
  const email = await invite();
  expect(await deliveryOf(email)).toBe('waiting');
  await employ();
  const { messageId, subject, text } = await mail.waitFor(email);
  await until(async () => (await deliveryOf(email)) === 'sent');
  expect(messageId).toMatch(/^<[0-9a-f-]{36}@vacatur>$/);
  expect(subject).toBe('Your invitation to Vacatur');
  expect(text).toContain('/invitation#');
  const { rows } = await admin.query('SELECT payload, answer FROM app.outbox_message WHERE id = $1', [
    messageId.slice(1, 37),
  ]);
  expect(rows[0].payload).toHaveLength(0);
  expect(rows[0].answer).toMatch(/^250/);
});

it('sends nothing for a change that was refused', async () => {
  const before = await admin.query('SELECT count(*) FROM app.outbox_message');
  const answer = await office.api.director.post('/staff/invitations', {
    email: office.people.director.email,
    name: 'Twice',
    role: 'intake',
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'email_taken' } });
  const after = await admin.query('SELECT count(*) FROM app.outbox_message');
  expect(after.rows[0].count).toBe(before.rows[0].count);
});

it('keeps a message whose worker is killed between taking and recording it, under the same Message-ID', async () => {
  const email = await invite();
  let seen: CaughtMail | undefined;
  const reached = new Promise<void>((resolve) => {
    mail.beforeAccepting = (caught) => {
      seen = caught;
      resolve();
      return new Promise(() => undefined);
    };
  });
  const victim = await forkWorker(test, { SMTP_URL: mail.url });
  await reached;
  const gone = exitOf(victim);
  victim.kill('SIGKILL');
  await gone;
  expect(await deliveryOf(email)).toBe('sending');
  expect(mail.mails.filter((one) => one.to.includes(email))).toHaveLength(0);

  mail.beforeAccepting = () => undefined;
  await employ();
  await new Promise((resolve) => setTimeout(resolve, 300));
  // The dead worker's lease still holds: nobody else may take the message yet.
  expect(mail.mails.filter((one) => one.to.includes(email))).toHaveLength(0);
  await endLeases();
  const arrived = await mail.waitFor(email);
  await until(async () => (await deliveryOf(email)) === 'sent');
  expect(arrived.messageId).toBe(seen?.messageId);
});

describe('a message whose sender ended while it was being sent', () => {
  const unsent = async (email: string): Promise<Json> =>
    (await office.api.director.read('/mails/unsent')).items.find((one: Json) => one.to === email);

  /** Kills a worker when the receiver has the whole message and before the worker learns it. */
  async function killedWhileSending(email: string): Promise<void> {
    const reached = new Promise<void>((resolve) => {
      mail.beforeAccepting = (caught) => {
        if (!caught.to.includes(email)) return undefined;
        mail.mails.push(caught);
        resolve();
        return new Promise(() => undefined);
      };
    });
    const victim = await forkWorker(test, { SMTP_URL: mail.url });
    await reached;
    const gone = exitOf(victim);
    victim.kill('SIGKILL');
    await gone;
    mail.beforeAccepting = () => undefined;
  }

  it('is shown as perhaps sent before anybody takes it again, and is then sent once more', async () => {
    const email = await invite();
    await killedWhileSending(email);
    expect(await unsent(email)).toMatchObject({ state: 'sending', attempts: 1 });
    await endLeases();
    expect(await deliveryOf(email)).toBe('unsure');
    expect(await unsent(email)).toMatchObject({ state: 'unsure', subject: 'Your invitation to Vacatur' });
    expect(JSON.stringify(await unsent(email))).not.toContain('/invitation#');
    await employ();
    await until(async () => (await deliveryOf(email)) === 'sent');
    const copies = mail.mails.filter((one) => one.to.includes(email));
    expect([copies.length, new Set(copies.map((one) => one.messageId)).size]).toEqual([2, 1]);
    expect(await unsent(email)).toBeUndefined();
    const { rows } = await admin.query('SELECT unsure_at FROM app.outbox_message WHERE id = $1', [
      copies[0].messageId.slice(1, 37),
    ]);
    expect(rows[0].unsure_at).not.toBeNull();
  });

  it('is given up when every sender ends with it, and says so', async () => {
    const email = await invite();
    await killedWhileSending(email);
    const { id } = await unsent(email);
    await admin.query('UPDATE app.outbox_message SET attempts = 12, lease_until = now() WHERE id = $1', [id]);
    await employ();
    await until(async () => (await deliveryOf(email)) === 'failed');
    expect(await unsent(email)).toMatchObject({ state: 'failed', answer: 'the sender ended' });
    expect(mail.mails.filter((one) => one.to.includes(email))).toHaveLength(1);
  });

  it('is told to directors only', async () => {
    const paralegal = await office.employ('paralegal');
    expect((await paralegal.api.get('/mails/unsent')).status).toBe(403);
  });
});

it('sends once with two workers', async () => {
  const emails = await Promise.all(Array.from({ length: 30 }, () => invite()));
  await Promise.all([employ(), employ()]);
  await until(async () => emails.every((email) => mail.mails.some((one) => one.to.includes(email))));
  await dismiss();
  for (const email of emails) expect(mail.mails.filter((one) => one.to.includes(email))).toHaveLength(1);
});

it('tries again after a refusal that may pass, and shows the office one that will not go (traps 1 and 2)', async () => {
  const [later, never] = [await invite(), await invite()];
  let refused = 0;
  mail.beforeAccepting = (caught) => {
    if (caught.to.includes(later) && refused++ === 0) {
      throw Object.assign(new Error('try later'), { responseCode: 451 });
    }
    if (caught.to.includes(never)) throw Object.assign(new Error('no'), { responseCode: 550 });
  };
  await employ();
  const hurry = () =>
    admin.query('UPDATE app.outbox_message SET due_at = now() WHERE sent_at IS NULL AND given_up_at IS NULL');
  await until(async () => refused > 0);
  await until(async () => {
    await hurry();
    return (await deliveryOf(later)) === 'sent' && (await deliveryOf(never)) === 'failed';
  });
  expect(mail.mails.filter((one) => one.to.includes(later))).toHaveLength(1);
  expect(mail.mails.filter((one) => one.to.includes(never))).toHaveLength(0);
});

it('puts aside a message that cannot be opened, and sends the others', async () => {
  const broken = await invite();
  await admin.query(
    `UPDATE app.outbox_message SET payload = '\\x00' WHERE id = (SELECT mail_id FROM app.invitation WHERE email = $1)`,
    [broken],
  );
  const good = await invite();
  await employ();
  await mail.waitFor(good);
  expect(await deliveryOf(broken)).toBe('waiting');
});

it('leaves mails alone without SMTP_URL, and stops when its parent is gone', async () => {
  const email = await invite();
  const worker = await forkWorker(test);
  const gone = exitOf(worker);
  worker.disconnect();
  expect(await gone).toBe(0);
  expect(await deliveryOf(email)).toBe('waiting');
});
