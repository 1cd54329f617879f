import * as argon2 from '@node-rs/argon2';
import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { overInject, visitor, type Api } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { mailsTo } from './support/outbox';

/** A9. That known and unknown addresses are answered alike is in sign-in.spec.ts; how long it takes in bench/sign-in.ts. */
jest.setTimeout(120_000);

const PAIRS = 10_000;
const ACCOUNTS = 2_000;
const AT_ONCE = 50;
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';

let test: TestApp;
let office: Office;
let door: Api;
let admin: Client;

beforeAll(async () => {
  // As an installation is shipped.
  test = await startApp({ STRANGER_TRIES: '' });
  office = await foundOffice(test, 'Sprayed at', { roles: ['director'] });
  door = visitor(overInject(test.app));
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

/** Many accounts with passwords. */
async function addAccounts(): Promise<string[]> {
  await admin.query(
    `WITH made AS (
       INSERT INTO app.staff_user (org_id, id, email, email_folded, name, role, status)
       SELECT $1, gen_random_uuid(), 'p' || n || '@sprayed.example', 'p' || n || '@sprayed.example', 'P ' || n, 'paralegal',
              'active' FROM generate_series(1, $2::int) n RETURNING org_id, id)
     INSERT INTO sec.credential (org_id, user_id, password_hash)
     SELECT m.org_id, m.id, c.password_hash FROM made m, sec.credential c WHERE c.user_id = $3`,
    [office.orgId, ACCOUNTS, office.people.director.id],
  );
  return Array.from({ length: ACCOUNTS }, (_, n) => `p${n + 1}@sprayed.example`);
}

it('A9: of 10,000 passwords for 2,000 accounts, from ever other networks, fewer than 50 are tried, and no owner is kept out', async () => {
  const emails = await addAccounts();
  const victim = await office.employ('paralegal');
  const { rows } = await admin.query<{ hash: string }>('SELECT password_hash AS hash FROM sec.credential');
  const hashes = new Set(rows.map((row) => row.hash));
  const device = { 'user-agent': FIREFOX, cookie: '' };
  const knock = (password: string, headers: Record<string, string>) =>
    door.post('/sign-in', { email: victim.email, password }, { headers });
  device.cookie = /vacatur_device=[\w-]+/.exec(
    (await knock(victim.password, device)).headers['set-cookie'],
  )![0];

  const verify = jest.spyOn(argon2, 'verify');
  const seen: Record<string, number> = {};
  const spray = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, n) => {
          const turn = at + n;
          const answer = await test.app.inject({
            ...{ method: 'POST', url: '/api/v1/sign-in' },
            payload: {
              email: turn % 5 === 0 ? victim.email : emails[turn % ACCOUNTS],
              password: `guess ${turn}`,
            },
            remoteAddress: `203.${(turn >> 16) % 250}.${(turn >> 8) % 250}.${turn % 250}`,
          });
          const key = `${answer.statusCode} ${answer.json().code}`;
          seen[key] = (seen[key] ?? 0) + 1;
        }),
      );
    }
  };
  await spray(0, PAIRS / 2);
  // Their own browser lets the owner in at the first word, and still has tries when they mistype.
  expect((await knock('mistyped', device)).status).toBe(401);
  expect((await knock(victim.password, device)).status).toBe(200);
  // Inside a session a proof counts for itself.
  expect((await victim.api.post('/me/step-up', { password: victim.password })).status).toBe(204);
  await spray(PAIRS / 2, PAIRS);
  const tried = verify.mock.calls.filter(([stored]) => hashes.has(String(stored))).length;
  verify.mockRestore();
  expect(tried).toBeLessThan(PAIRS / 200);
  expect(Object.values(seen).reduce((sum, n) => sum + n, 0)).toBe(PAIRS);
  expect(seen['429 strangers_wait']).toBeGreaterThan(PAIRS * 0.99);

  // A browser nobody knows waits, also with the right password, until the link in the mailbox makes it known.
  const fresh = { 'user-agent': FIREFOX };
  expect((await knock(victim.password, fresh)).body.code).toBe('strangers_wait');
  await door.post('/password-reset/request', { email: victim.email });
  const mails = await mailsTo(test, office, victim.email);
  const token = /#([\w-]{40,})/.exec(mails.at(-1)!.text)![1];
  const renewed = await door.post('/password-reset', { token, password: 'a kettle of old maps' });
  const known = /vacatur_device=[\w-]+/.exec(renewed.headers['set-cookie'])![0];
  expect((await knock('a kettle of old maps', { ...fresh, cookie: known })).status).toBe(200);
});
