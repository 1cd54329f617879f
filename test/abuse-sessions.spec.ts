import { startApp, type TestApp } from './support/app';
import { overInject, signIn, visitor, type Answer, type Api, type Transport } from './support/client';
import { addApp, apiOf, codeOf, halfIn } from './support/factories/second-factor';
import { foundOffice, type Office } from './support/factories/organisation';
import type { Person } from './support/factories/staff';
import { mailsTo } from './support/outbox';

/** A7, in the middle of everything. That each event ends what was open, one thing after the other, is in locks.spec.ts. */
jest.setTimeout(120_000);

const AT_ONCE = 200;
const AFTER = 60;
const NEXT = 'a kettle of old maps';

let test: TestApp;
let office: Office;
let transport: Transport;
let door: Api;

beforeAll(async () => {
  test = await startApp({ POOL_SIZE: '20' });
  office = await foundOffice(test, 'Held up', { roles: ['director'] });
  transport = overInject(test.app);
  door = visitor(transport);
});
afterAll(() => test.close());

const director = (): Api => office.api.director;
const versionOf = async ({ id }: Person): Promise<number> => (await director().read(`/staff/${id}`)).version;
const linkTo = async ({ email }: Person, path: string): Promise<string> => {
  const mails = await mailsTo(test, office, email);
  const link = mails.flatMap(({ text }) => new RegExp(`/${path}#([\\w-]{40,})`).exec(text)?.[1] ?? []).at(-1);
  if (!link) throw new Error(`No link /${path} was mailed to ${email}.`);
  return link;
};

/** What makes ready, and returns the one request that is the event. */
type Ready = (person: Person) => Promise<() => Promise<Answer>>;
interface Event {
  name: string;
  ready: Ready;
  /** API tokens end with it. */
  tokens: boolean;
  /** The password of before opens nothing any more. */
  shut: boolean;
}

const staffEvent =
  (what: string, body: object): Ready =>
  async (person) => {
    const ifMatch = await versionOf(person);
    return () => director().post(`/staff/${person.id}/${what}`, body, { ifMatch });
  };

const events: Event[] = [
  {
    ...{ name: 'a new password', tokens: true, shut: true },
    ready:
      async ({ api, password }) =>
      async () =>
        api.post('/me/password', { current: password, next: NEXT }),
  },
  {
    ...{ name: 'a forgotten password replaced', tokens: true, shut: true },
    ready: async (person) => {
      await door.post('/password-reset/request', { email: person.email });
      const token = await linkTo(person, 'reset');
      return () => door.post('/password-reset', { token, password: NEXT });
    },
  },
  { name: 'another role', tokens: true, shut: false, ready: staffEvent('role', { role: 'volunteer' }) },
  {
    ...{ name: 'a second factor added', tokens: false, shut: true },
    ready: async ({ api }) => {
      const { id, secret } = await api.created('/me/factors/totp', { name: 'Phone' });
      return () => api.post(`/me/factors/${id}/confirm`, { code: codeOf(secret) });
    },
  },
  {
    ...{ name: 'a second factor taken away', tokens: false, shut: false },
    ready: async ({ api }) => {
      const { items } = await api.read('/me/factors');
      return () => api.delete(`/me/factors/${items[0].id}`);
    },
  },
  {
    ...{ name: 'new recovery codes', tokens: false, shut: false },
    ready:
      async ({ api }) =>
      async () =>
        api.post('/me/recovery-codes'),
  },
  {
    name: 'the lock of a director',
    tokens: true,
    shut: true,
    ready: staffEvent('lock', { reason: 'Seized' }),
  },
  {
    ...{ name: 'the own lock', tokens: true, shut: true },
    ready: async (person) => {
      await door.post('/account-lock/request', { email: person.email });
      const token = await linkTo(person, 'lock');
      return () => door.post('/account-lock', { token });
    },
  },
  { name: 'suspension', tokens: true, shut: true, ready: staffEvent('suspend', {}) },
  {
    ...{ name: 'a director who ends them', tokens: true, shut: false },
    ready:
      async ({ id }) =>
      async () =>
        director().delete(`/staff/${id}/sessions`),
  },
  {
    ...{ name: 'the person who ends all others', tokens: false, shut: false },
    ready:
      async ({ api }) =>
      async () =>
        api.delete('/me/sessions'),
  },
  {
    ...{ name: 'one session ended from another', tokens: false, shut: false },
    ready: async ({ api }) => {
      const { items } = await api.read('/me/sessions');
      const stolen = items.find((session: { current: boolean }) => !session.current);
      return () => api.delete(`/me/sessions/${stolen.id}`);
    },
  },
];

/** What a thief with a session and the password does all at once: reads, makes tokens and passkeys, signs in again. */
function attempts(stolen: Api, person: Person, got: Answer[], seen: { at: number; status: number }[]) {
  const token = { name: 'Backdoor', scopes: ['organisation.read'], expiresInDays: 1 };
  return (n: number) => async (): Promise<void> => {
    const at = performance.now();
    if (n % 20 === 0) {
      got.push(await door.post('/sign-in', { email: person.email, password: person.password }));
      return;
    }
    const answer = n % 10 === 1 ? await stolen.post('/me/tokens', token) : await stolen.get('/organisation');
    if (answer.status === 201) got.push(answer);
    seen.push({ at, status: answer.status });
  };
}

it.each(events)('A7: with 200 requests on their way, nothing gets through after $name', async (event) => {
  const person = await office.employ('paralegal');
  const app = /taken away|recovery/.test(event.name) ? await addApp(person.api) : null;
  const stolen = app
    ? apiOf(transport, await (await halfIn(transport, person)).step({ code: codeOf(app.secret) }))
    : await signIn(transport, person.email, person.password);
  const happen = await event.ready(person);
  const got: Answer[] = [];
  const seen: { at: number; status: number }[] = [];
  const attempt = attempts(stolen, person, got, seen);
  const before = Array.from({ length: AT_ONCE / 2 }, (_, n) => attempt(n)());
  const happened = happen().then((answer) => ({ status: answer.status, at: performance.now() }));
  const during = Array.from({ length: AT_ONCE / 2 }, (_, n) => attempt(n)());
  const { status, at } = await happened;
  const after = Array.from({ length: AFTER }, (_, n) => attempt(n)());
  await Promise.all([...before, ...during, ...after]);
  expect(Math.floor(status / 100)).toBe(2);
  const late = seen.filter((one) => one.at >= at);
  expect(late.length).toBeGreaterThan(AFTER / 2);
  expect(late.filter((one) => one.status !== 401)).toEqual([]);
  // Nor does anything that was got in the last moment outlive it.
  const tokens = got
    .filter((answer) => answer.status === 201)
    .map(({ body }) => stolen.withToken(body.token));
  const sessions = got.filter((answer) => answer.status === 200).map((answer) => apiOf(transport, answer));
  for (const api of [...(event.tokens ? tokens : []), ...(event.shut ? sessions : [])]) {
    expect((await api.get('/organisation')).status).toBe(401);
  }
});
