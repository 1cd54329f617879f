import * as fc from 'fast-check';
import type { Role } from '@app/access';
import { Installation } from '@app/staff';
import { Pool } from 'pg';
import { active, answerTo, end, FAILURES, hold, mayBegin, stranger } from './support/account-model';
import type { Account, Held, Model, Someone } from './support/account-model';
import { startApp, type TestApp } from './support/app';
import { overInject, visitor, type Answer, type Api, type Transport } from './support/client';
import { effort, PATIENCE_MS } from './support/effort';
import { foundOffice, type Office } from './support/factories/organisation';
import { apiOf, codeOf } from './support/factories/second-factor';
import { mailsTo } from './support/outbox';
import { routesOf } from './support/routes';

/** A10: whatever happens to accounts, in any order, only active ones with a complete sign-in reach anything. */
jest.setTimeout(PATIENCE_MS);

const SEQUENCES = effort(56, 10_000);
/** Offices that live side by side: most of the time somebody waits for an answer that must not tell by its time. */
const LANES = effort(8, 12);
const LONGEST = 12;
const ROLES: Role[] = ['paralegal', 'intake', 'attorney'];
const STRICT: Role = 'intake';
const DATA = '/organisation';

let test: TestApp;
let offices: Office[];
let transport: Transport;
let door: Api;
let admin: Pool;
/** Every list of the office: what no half-finished account may read. */
let lists: string[];
let counter = 0;

beforeAll(async () => {
  test = await startApp();
  offices = [];
  for (let n = 0; n < LANES; n += 1)
    offices.push(await foundOffice(test, `Any Order ${n}`, { roles: ['director'] }));
  transport = overInject(test.app);
  door = visitor(transport);
  admin = new Pool({ connectionString: test.database.adminUrl, max: 2 });
  lists = routesOf(test)
    .filter((route) => route.method === 'GET' && route.permission && route.parameters.length === 0)
    .map((route) => route.path);
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const nextPassword = (): string => `a kettle of old maps ${++counter}`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length];
const director = ({ office }: Model): Api => office.api.director;
const versionOf = async (model: Model, id: string): Promise<number> =>
  (await director(model).read(`/staff/${id}`)).version;
const bearing = (cookie: string): Api =>
  visitor((request) => transport({ ...request, headers: { ...request.headers, cookie, 'x-vacatur': '1' } }));

/** The newest secret that was mailed to this address, and taken out of the mailbox. */
async function mailed(
  { office }: Model,
  email: string,
  kind: 'invitation' | 'reset' | 'lock',
): Promise<string | null> {
  const mails = await mailsTo(test, office, email);
  const links = mails.flatMap(({ text }) => new RegExp(`/${kind}#([\\w-]{40,})`).exec(text)?.[1] ?? []);
  return links.at(-1) ?? null;
}
const emptyMailboxes = ({ office }: Model): Promise<unknown> =>
  admin.query('DELETE FROM app.outbox_message WHERE org_id = $1 AND sent_at IS NULL', [office.orgId]);

type Act = (model: Model, person: Someone, n: number) => Promise<void>;
type Can = (model: Model, person: Someone) => boolean;

const status = (answer: Answer, expected: number): void =>
  expect([answer.status, answer.body?.code ?? null]).toEqual([expected, answer.body?.code ?? null]);
const has = (_: Model, { account }: Someone): boolean => !!account;
const usable = (model: Model, person: Someone): Held<Api>[] =>
  person.sessions.filter((session) => answerTo(model, person, session) === 200);
const hasUsable: Can = (model, person) => usable(model, person).length > 0;
const open = (person: Someone): Held<Api>[] =>
  active(person.account) ? person.sessions.filter((session) => !session.ended) : [];

async function byDirector(model: Model, account: Account, what: string, body: object): Promise<void> {
  const ifMatch = await versionOf(model, account.id);
  await director(model).ok('POST', `/staff/${account.id}/${what}`, body, { ifMatch });
}

/** A right or wrong password, and what must come of it. */
async function knock(person: Someone, password: string): Promise<void> {
  const { account } = person;
  const answer = await door.post('/sign-in', { email: person.email, password });
  const resting = person.failures >= FAILURES;
  if (!mayBegin(account) || password !== account!.password || resting) {
    if (!resting) person.failures += 1;
    return expect([answer.status, answer.body.code]).toEqual([401, 'sign_in_failed']);
  }
  person.failures = 0;
  if (!account!.factor) {
    status(answer, 200);
    person.sessions.push(hold(apiOf(transport, answer)));
    return;
  }
  expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_needed']);
  const cookie = /vacatur_half=[\w-]+/.exec(answer.headers['set-cookie'])![0];
  const step = (body: object): Promise<Answer> =>
    door.post('/sign-in/second-step', body, { headers: { cookie } });
  person.halves.push(hold({ cookie, ways: [], step, challenge: () => step({}) }));
}

const acts: Record<string, [Can, Act]> = {
  invite: [
    () => true,
    async (model, person, n) => {
      const role = pick(ROLES, n);
      const answer = await director(model).post('/staff/invitations', {
        email: person.email,
        name: 'Some One',
        role,
      });
      if (person.account) return status(answer, 409);
      status(answer, 201);
      for (const earlier of person.invitations) earlier.ended = true;
      const secret = (await mailed(model, person.email, 'invitation'))!;
      person.invitations.push(hold({ id: answer.body.id, secret, role }));
    },
  ],
  'take an invitation back': [
    (_, person) => person.invitations.some((one) => !one.ended),
    async (model, person) => {
      const invitation = person.invitations.find((one) => !one.ended)!;
      await director(model).ok('DELETE', `/staff/invitations/${invitation.it.id}`);
      invitation.ended = true;
    },
  ],
  accept: [
    (_, person) => person.invitations.length > 0,
    async (_, person, n) => {
      const invitation = pick(person.invitations, n);
      const password = nextPassword();
      const answer = await door.post('/invitations/accept', {
        token: invitation.it.secret,
        name: 'Some One',
        password,
      });
      if (invitation.ended) return status(answer, 410);
      status(answer, 200);
      invitation.ended = true;
      person.passwords.push(password);
      person.account = {
        ...{ id: answer.body.user.id, role: invitation.it.role, password },
        ...{ suspended: false, lock: null, unlocking: false, factor: null },
      };
      person.sessions.push(hold(apiOf(transport, answer)));
    },
  ],
  'sign in': [has, (_, person) => knock(person, person.account!.password)],
  'sign in with any password of before': [
    () => true,
    (_, person, n) => knock(person, pick(person.passwords, n)),
  ],
  'take the second step': [
    (_, { account, halves }) => halves.length > 0 && !!account?.factor?.recovery.length,
    async (_, person, n) => {
      const half = pick(person.halves, n);
      const { account } = person;
      const recoveryCode = account!.factor!.recovery[0];
      const answer = await half.it.step({ recoveryCode });
      if (half.ended || !mayBegin(account)) {
        return expect([answer.status, answer.body.code]).toEqual([401, 'sign_in_again']);
      }
      status(answer, 200);
      account!.factor!.recovery.shift();
      half.ended = true;
      if (account!.lock === 'self') Object.assign(account!, { lock: null, unlocking: false });
      person.sessions.push(hold(apiOf(transport, answer)));
    },
  ],
  suspend: [
    (_, { account }) => !!account && !account.suspended,
    async (model, person) => {
      await byDirector(model, person.account!, 'suspend', {});
      person.account!.suspended = true;
      end(person, null, true);
    },
  ],
  reinstate: [
    (_, { account }) => !!account?.suspended,
    async (model, person) => {
      await byDirector(model, person.account!, 'reinstate', {});
      person.account!.suspended = false;
      end(person, null, true);
    },
  ],
  'lock by a director': [
    has,
    async (model, person) => {
      await byDirector(model, person.account!, 'lock', { reason: 'Phone seized' });
      Object.assign(person.account!, { lock: 'director', unlocking: false });
      end(person, null, true);
    },
  ],
  'lift the lock': [
    (_, { account }) => !!account?.lock,
    async (model, person) => {
      await byDirector(model, person.account!, 'unlock', {});
      Object.assign(person.account!, { lock: null, unlocking: false });
      end(person, null, true);
    },
  ],
  'lock oneself': [
    (_, { account }) => active(account),
    async (model, person) => {
      await door.post('/account-lock/request', { email: person.email });
      const token = await mailed(model, person.email, 'lock');
      status(await door.post('/account-lock', { token }), 204);
      Object.assign(person.account!, { lock: 'self', unlocking: false });
      end(person, null, true);
    },
  ],
  'change the role': [
    has,
    async (model, person, n) => {
      const role = pick(ROLES, n);
      await byDirector(model, person.account!, 'role', { role });
      person.account!.role = role;
      end(person, null, true);
    },
  ],
  'forget the password': [
    () => true,
    async (model, person) => {
      await emptyMailboxes(model);
      await door.post('/password-reset/request', { email: person.email });
      const secret = await mailed(model, person.email, 'reset');
      const { account } = person;
      const room = person.resets.filter((one) => !one.ended).length < 3;
      expect(secret !== null).toBe(!!account && !account.suspended && account.lock !== 'director' && room);
      if (secret) person.resets.push(hold(secret));
    },
  ],
  'set a new password': [
    (_, person) => person.resets.length > 0,
    async (_, person, n) => {
      const link = pick(person.resets, n);
      const { account } = person;
      const password = nextPassword();
      const answer = await door.post('/password-reset', { token: link.it, password });
      if (link.ended || account!.suspended || account!.lock === 'director') return status(answer, 410);
      status(answer, 204);
      account!.password = password;
      account!.unlocking = account!.lock === 'self';
      person.passwords.push(password);
      person.failures = 0;
      for (const other of person.resets) other.ended = true;
      end(person, null, true);
    },
  ],
  'change the password': [
    hasUsable,
    async (model, person, n) => {
      const session = pick(usable(model, person), n);
      const next = nextPassword();
      await session.it.ok('POST', '/me/password', { current: person.account!.password, next });
      person.account!.password = next;
      person.passwords.push(next);
      for (const link of person.resets) link.ended = true;
      end(person, session, true);
    },
  ],
  'add a second factor': [
    (_, person) => open(person).some((one) => !one.covered) && !person.account!.factor,
    async (_, person, n) => {
      const session = pick(
        open(person).filter((one) => !one.covered),
        n,
      );
      const { id, secret } = await session.it.created('/me/factors/totp', { name: 'Phone' });
      expect(active(person.account)).toBe(true);
      const { recoveryCodes } = await session.it.ok('POST', `/me/factors/${id}/confirm`, {
        code: codeOf(secret),
      });
      person.account!.factor = { id, recovery: recoveryCodes };
      end(person, session, false);
    },
  ],
  'take the own factor away': [
    (model, person) => hasUsable(model, person) && !!person.account!.factor,
    async (model, person, n) => {
      const session = pick(usable(model, person), n);
      await session.it.ok('DELETE', `/me/factors/${person.account!.factor!.id}`);
      person.account!.factor = null;
      end(person, session, false);
    },
  ],
  'new recovery codes': [
    (model, person) => hasUsable(model, person) && !!person.account!.factor,
    async (model, person, n) => {
      const session = pick(usable(model, person), n);
      const { recoveryCodes } = await session.it.ok('POST', '/me/recovery-codes');
      person.account!.factor!.recovery = recoveryCodes;
      end(person, session, false);
    },
  ],
  'factors taken away by a director': [
    has,
    async (model, person) => {
      await director(model).ok('DELETE', `/staff/${person.account!.id}/factors`);
      person.account!.factor = null;
      end(person, null, true);
    },
  ],
  'end sessions as a director': [
    has,
    async (model, person) => {
      await director(model).ok('DELETE', `/staff/${person.account!.id}/sessions`);
      end(person, null, true);
    },
  ],
  'end all others': [
    hasUsable,
    async (model, person, n) => {
      const session = pick(usable(model, person), n);
      await session.it.ok('DELETE', '/me/sessions');
      end(person, session, false);
    },
  ],
  'sign out': [
    (_, person) => open(person).length > 0,
    async (_, person, n) => {
      const session = pick(open(person), n);
      await session.it.ok('POST', n % 2 ? '/sign-out' : '/quick-exit');
      session.ended = true;
    },
  ],
  'make a token': [
    hasUsable,
    async (model, person, n) => {
      const { it } = pick(usable(model, person), n);
      const scopes = ['organisation.read'];
      const { token } = await it.created('/me/tokens', { name: 'Nightly', scopes, expiresInDays: 1 });
      person.tokens.push(hold(it.withToken(token)));
    },
  ],
  'cover the screen': [
    (_, person) => open(person).length > 0,
    async (_, person, n) => {
      const session = pick(open(person), n);
      await session.it.ok('POST', '/me/cover');
      session.covered = true;
    },
  ],
  'uncover the screen': [
    (_, person) => open(person).some((session) => session.covered),
    async (_, person) => {
      const session = open(person).find((one) => one.covered)!;
      await session.it.ok('POST', '/me/uncover', { password: person.account!.password });
      session.covered = false;
    },
  ],
  'ask a role for a second factor': [
    () => true,
    async (model, _person, n) => {
      model.strict = n % 2 ? [STRICT] : [];
      await setPolicy(model);
    },
  ],
};

async function setPolicy(model: Model): Promise<void> {
  const { version } = await director(model).read('/organisation/security-policy');
  const policy = { roles: model.strict, requiredFrom: '2020-01-01' };
  await director(model).ok('PUT', '/organisation/security-policy', policy, { ifMatch: version });
}

/** Everything anybody ever held, shown at the office's data. */
async function onlyActiveReach(model: Model, n: number): Promise<void> {
  const dead = pick(lists, n);
  for (const person of model.people) {
    for (const session of person.sessions) {
      const expected = answerTo(model, person, session);
      status(await session.it.get(expected === 401 ? dead : DATA), expected);
    }
    for (const token of person.tokens) {
      const alive = !token.ended && active(person.account);
      status(await token.it.get(alive ? DATA : dead), alive ? 200 : 401);
    }
    const half = person.halves.at(-1);
    if (!half) continue;
    const secret = half.it.cookie.split('=')[1];
    status(await bearing(`vacatur_session=${secret}; ${half.it.cookie}`).get(dead), 401);
  }
}

/** What leads on from a state few lives would reach otherwise. */
const USUAL = [
  ...[
    'sign in',
    'accept',
    'take the second step',
    'take the second step',
    'add a second factor',
    'reinstate',
  ],
  ...['lift the lock', 'uncover the screen', 'set a new password'],
];

/** Does one of the things that are possible at this moment, `n` says which. */
class Command implements fc.AsyncCommand<Model, null> {
  private ran = '';
  constructor(
    private readonly who: number,
    private readonly which: number,
    private readonly n: number,
  ) {}
  check(): boolean {
    return true;
  }
  async run(model: Model): Promise<void> {
    const person = model.people[this.who];
    const possible = Object.keys(acts).filter((name) => acts[name][0](model, person));
    possible.push(...USUAL.filter((name) => possible.includes(name)));
    this.ran = pick(possible, this.which);
    await acts[this.ran][1](model, person, this.n);
    done[this.ran] = (done[this.ran] ?? 0) + 1;
    await onlyActiveReach(model, this.n);
  }
  toString(): string {
    return `${this.ran || 'nothing yet'} (${this.who}, ${this.n})`;
  }
}

const done: Record<string, number> = {};

/** One who works here already, signed in, and one of whom nobody has heard. */
async function begin(office: Office): Promise<Model> {
  const model: Model = { office, people: [], strict: [] };
  await emptyMailboxes(model);
  await director(model).ok('POST', '/me/step-up', { password: office.people.director.password });
  const [here, elsewhere] = [stranger(`here${++counter}@any.example`), stranger(`new${counter}@any.example`)];
  const password = nextPassword();
  const role: Role = 'paralegal';
  const id = await test.app
    .get(Installation)
    .addAccount(office.orgId, { name: 'Some One', email: here.email, role, password });
  here.account = { ...{ id, role, password, factor: null }, suspended: false, lock: null, unlocking: false };
  here.passwords.push(password);
  await knock(here, password);
  model.people = [here, elsewhere];
  return model;
}

it(`A10: through ${SEQUENCES} random lives of accounts, only active ones with a complete sign-in reach anything`, async () => {
  const command = fc
    .tuple(fc.nat(1), fc.nat(9_999), fc.nat(999))
    .map(([who, which, n]) => new Command(who, which, n));
  const life = (office: Office) => async (commands: Iterable<fc.AsyncCommand<Model, null>>) => {
    const model = await begin(office);
    await fc.asyncModelRun(() => ({ model, real: null }), commands);
    if (model.strict.length === 0) return;
    model.strict = [];
    await setPolicy(model);
  };
  const lives = fc.array(command, { minLength: LONGEST / 2, maxLength: LONGEST, size: 'max' });
  await Promise.all(
    offices.map((office) =>
      fc.assert(fc.asyncProperty(lives, life(office)), {
        numRuns: Math.ceil(SEQUENCES / LANES),
        // What is left of the office after a failure would let the shorter lives fail for reasons of their own.
        endOnFailure: true,
      }),
    ),
  );
  // What was never possible in thousands of lives would prove nothing.
  if (SEQUENCES < 1_000) return;
  expect(Object.keys(acts).filter((name) => !done[name])).toEqual([]);
});
