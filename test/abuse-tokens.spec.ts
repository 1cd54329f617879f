import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { overInject, visitor, type Answer, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, halfIn } from './support/factories/second-factor';
import { mailsTo } from './support/outbox';

/** A6: sixty things that are not a proof, each shown as a token and as a session. */
jest.setTimeout(120_000);

let test: TestApp;
let office: Office;
let transport: Transport;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Forged at', { roles: ['director'] });
  transport = overInject(test.app);
});
afterAll(() => test.close());

const b64 = (value: object | string | Buffer): string =>
  Buffer.from(typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : value).toString(
    'base64url',
  );
const jwt = (header: object, claims: object, mark: (text: string) => string = () => ''): string => {
  const text = `${b64(header)}.${b64(claims)}`;
  return `${text}.${mark(text)}`;
};
const hs =
  (key: string | Buffer) =>
  (text: string): string =>
    createHmac('sha256', key).update(text).digest('base64url');
const flipped = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** What others have let in: tokens that say themselves how, or with which key, they are to be checked. */
function selfMade(orgId: string, userId: string): string[] {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const now = Math.floor(Date.now() / 1000);
  const who = { sub: userId, org: orgId, role: 'director', scope: '*', iat: now, exp: now + 3600 };
  const none = ['none', 'None', 'NONE', 'nOnE', ''].map((alg) => jwt({ alg, typ: 'JWT' }, who));
  const kid = [
    '../../../../dev/null',
    '/etc/passwd',
    "x' UNION SELECT 'key",
    '|whoami',
    'file:///dev/null',
  ].map((id) => jwt({ alg: 'HS256', kid: id }, who, hs('')));
  const weak = ['', 'secret', 'vacatur', 'changeme', pem].map((key) => jwt({ alg: 'HS256' }, who, hs(key)));
  const far = ['jku', 'x5u'].map((name) =>
    jwt({ alg: 'RS256', [name]: 'http://127.0.0.1/keys' }, who, hs('x')),
  );
  const own = (text: string): string => sign('sha256', Buffer.from(text), privateKey).toString('base64url');
  return [
    ...none,
    ...kid,
    ...weak,
    ...far,
    jwt({ alg: 'RS256' }, who, own),
    jwt({ alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) }, who, own),
    jwt({ alg: 'ES256' }, who, () => b64(Buffer.alloc(64))),
    jwt({ alg: 'HS256', crit: ['exp'] }, who, hs('secret')),
    jwt({ alg: 'HS256', b64: false }, who, hs('secret')),
    jwt({ alg: 'HS256' }, { ...who, exp: now - 60 }, hs('secret')),
    jwt({ alg: 'HS256' }, { ...who, aud: 'somewhere else' }, hs('secret')),
    `${b64({ alg: 'dir', enc: 'A256GCM' })}..${b64('iv')}.${b64(who)}.${b64('tag')}`,
    `v4.local.${b64(who)}`,
    b64(who),
  ];
}

/** Secrets that were true: of other things, of before, or of somebody who may not come in now. */
async function nearlyTrue(): Promise<string[]> {
  const person = await office.employ('paralegal');
  const wish = { name: 'Nightly', scopes: ['me.read'], expiresInDays: 1 };
  const made = async (): Promise<{ id: string; token: string }> => person.api.created('/me/tokens', wish);
  const [ended, old, good] = [await made(), await made(), await made()];
  await person.api.ok('DELETE', `/me/tokens/${ended.id}`);
  await rewrite(test, 'UPDATE app.api_token SET expires_at = now() WHERE id = $1', [old.id]);
  const session = person.api.cookie!.split('=')[1];
  const suspended = await office.employ('paralegal');
  const { token: theirs } = await suspended.api.created('/me/tokens', wish);
  const { version } = await office.api.director.read(`/staff/${suspended.id}`);
  await office.api.director.ok('POST', `/staff/${suspended.id}/suspend`, {}, { ifMatch: version });
  const half = await office.employ('paralegal');
  await addApp(half.api);
  const waiting = (await halfIn(transport, half)).cookie.split('=')[1];
  await visitor(transport).post('/password-reset/request', { email: half.email });
  const reset = /#([\w-]{40,})/.exec((await mailsTo(test, office, half.email)).at(-1)!.text)![1];
  const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
  const { token } = good;
  return [
    ...[ended.token, old.token, theirs, suspended.api.cookie!.split('=')[1], waiting, reset],
    ...[flipped(token, 12), flipped(token, token.length - 1), flipped(session, 3)],
    ...[token.slice(0, -1), `${token}A`, token.slice(8), token.toUpperCase(), token.replace('pat', 'app')],
    ...[`vct_pat_${token}`, `${token}.${token}`, session.slice(1), `${session}.`, `${session}=`],
    // What a stolen database holds instead of the secrets.
    ...[hash(session).toString('base64url'), hash(session).toString('hex'), hash(token).toString('hex')],
    `vct_pat_${hash(token).toString('hex')}`,
  ];
}

const made = (): string[] => [
  ...['null', 'undefined', 'true', '0', '*', '{}', '[]', '%00', "'OR'1'='1", '../../me'],
  `vct_pat_${'A'.repeat(43)}_AAAAAA`,
  `vct_pat_${'x'.repeat(5000)}`,
  randomBytes(32).toString('base64url'),
];

/** Everything of an answer but its own id and the clock. */
function told({ status, headers, bytes, body }: Answer): string {
  const { date, 'x-request-id': id, ...rest } = headers;
  expect(date ?? id).toBeDefined();
  return `${status} ${JSON.stringify(rest)} ${bytes.toString('utf8').replace(body.requestId, '')}`;
}

it('A6: sixty forged, ended and misplaced tokens are all refused with the same answer, at every place a proof is looked for', async () => {
  const person = office.people.director;
  const corpus = [...selfMade(office.orgId, person.id), ...(await nearlyTrue()), ...made()];
  expect(new Set(corpus).size).toBeGreaterThanOrEqual(60);
  const places: [string, (secret: string) => Record<string, string>][] = [
    ['token', (secret) => ({ authorization: `Bearer ${secret}` })],
    ['session', (secret) => ({ cookie: `vacatur_session=${secret}` })],
    ['session that is changed with', (secret) => ({ cookie: `vacatur_session=${secret}`, 'x-vacatur': '1' })],
    [
      'elsewhere',
      (secret) => ({ 'x-api-key': secret, 'x-access-token': secret, 'x-forwarded-user': secret }),
    ],
    ['another scheme', (secret) => ({ authorization: `Token ${secret}` })],
  ];
  const answers = new Map<string, string[]>();
  for (const secret of corpus) {
    for (const [place, headers] of places) {
      const api = visitor(transport);
      const change = place.includes('changed');
      const answer = change
        ? await api.post('/clients', {}, { headers: headers(secret) })
        : await api.get('/organisation', { headers: headers(secret) });
      answers.set(told(answer), [...(answers.get(told(answer)) ?? []), `${place}: ${secret.slice(0, 60)}`]);
    }
    const inAddress = await visitor(transport).get(
      `/organisation?access_token=${encodeURIComponent(secret)}`,
    );
    answers.set(told(inAddress), [
      ...(answers.get(told(inAddress)) ?? []),
      `address: ${secret.slice(0, 60)}`,
    ]);
  }
  expect([...answers].slice(1).map(([answer, who]) => [answer, who.slice(0, 3)])).toEqual([]);
  expect([...answers.keys()][0]).toMatch(/^401 .*"code":"not_signed_in"/);
});
