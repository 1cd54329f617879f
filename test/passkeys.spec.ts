import { Client } from 'pg';
import { startApp, type TestApp } from './support/app';
import { Authenticator, type Quirks } from './support/authenticator';
import { overInject, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, addPasskey, apiOf, halfIn } from './support/factories/second-factor';
import type { Person } from './support/factories/staff';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let admin: Client;
let transport: Transport;

beforeAll(async () => {
  test = await startApp({ PUBLIC_URL: 'https://office.example/' });
  admin = new Client({ connectionString: test.database.adminUrl });
  await admin.connect();
  office = await foundOffice(test, 'Harbor Defenders', { roles: ['director'] });
  transport = overInject(test.app);
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const device = (): Authenticator => new Authenticator('https://office.example');

async function withKey(): Promise<{ person: Person; key: Authenticator }> {
  const person = await office.employ('paralegal');
  return { person, key: await addPasskey(person.api, device()) };
}

describe('a passkey', () => {
  it('lets in after the password, and is asked for in the name of the configured address', async () => {
    const { person, key } = await withKey();
    const half = await halfIn(transport, person);
    expect(half.ways).toEqual(['passkey', 'recovery_code']);
    const asked = await half.challenge();
    expect(asked.body).toMatchObject({ rpId: 'office.example', credentials: [{ transports: ['usb'] }] });
    const answer = await half.step({ passkey: key.answer(asked.body) });
    expect(answer.status).toBe(200);
    const api = apiOf(transport, answer);
    expect((await api.read('/me')).secondFactor.kinds).toEqual(['passkey']);
    const [factor] = (await api.read('/me/factors')).items;
    expect(factor).toMatchObject({ kind: 'passkey', name: 'Key on my keyring' });
    expect(factor.lastUsedAt).not.toBeNull();
  });

  it('comes with ten recovery codes when it is the first, and with none after that', async () => {
    const person = await office.employ('paralegal');
    const make = async (name: string) => {
      const asked = await person.api.ok('POST', '/me/factors/passkey-challenge');
      return person.api.created('/me/factors/passkeys', device().make(asked, name));
    };
    expect((await make('Laptop')).recoveryCodes).toHaveLength(10);
    expect((await make('Key')).recoveryCodes).toBeNull();
    const { items } = await person.api.read('/me/factors');
    expect(items.map((one: { name: string }) => one.name)).toEqual(['Laptop', 'Key']);
    await person.api.delete(`/me/factors/${items[0].id}`);
    expect((await person.api.read('/me/factors')).items).toHaveLength(1);
    expect((await halfIn(transport, person)).ways).toContain('passkey');
  });

  const dishonest: [string, Quirks][] = [
    ['was asked by another site', { origin: 'https://office.example.evil.example' }],
    ['was asked over plain http', { origin: 'http://office.example' }],
    ['belongs to another name', { rpId: 'evil.example' }],
    ['did not verify who holds it', { verified: false }],
    ['answers another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['answers a question of another kind', { type: 'webauthn.create' }],
    ['counted backwards, as a copy does', { count: 1 }],
  ];

  it.each(dishonest)('does not let in when it %s', async (_label, quirks) => {
    const { person, key } = await withKey();
    const first = await halfIn(transport, person);
    const before = await first.challenge();
    expect((await first.step({ passkey: key.answer(before.body, { count: 5 }) })).status).toBe(200);
    const half = await halfIn(transport, person);
    const asked = await half.challenge();
    const answer = await half.step({ passkey: key.answer(asked.body, { count: 6, ...quirks }) });
    expect(answer).toMatchObject({ status: 401, body: { code: 'second_step_failed' } });
    const honest = await half.challenge();
    expect((await half.step({ passkey: key.answer(honest.body, { count: 9 }) })).status).toBe(200);
  });

  it.each(dishonest.slice(0, 5))('is not added when it %s', async (_label, quirks) => {
    const person = await office.employ('paralegal');
    const asked = await person.api.ok('POST', '/me/factors/passkey-challenge');
    const made = await person.api.post('/me/factors/passkeys', device().make(asked, 'Key', quirks));
    expect(made).toMatchObject({ status: 422, body: { code: 'passkey_refused' } });
    expect((await person.api.read('/me/factors')).items).toEqual([]);
  });

  it('answers a challenge once, within five minutes, right or wrong', async () => {
    const { person, key } = await withKey();
    const half = await halfIn(transport, person);
    const asked = await half.challenge();
    const proof = key.answer(asked.body);
    const other = device().answer(asked.body);
    expect((await half.step({ passkey: other })).status).toBe(401);
    expect((await half.step({ passkey: proof })).status).toBe(401);
    const twice = await (await halfIn(transport, person)).challenge();
    const halves = await Promise.all([1, 2, 3].map(() => halfIn(transport, person)));
    const answers = await Promise.all(halves.map((one) => one.step({ passkey: key.answer(twice.body) })));
    expect(answers.map((one) => one.status)).toEqual([401, 401, 401]);
    const fresh = await person.api.ok('POST', '/me/passkey-challenge');
    await admin.query('UPDATE app.session SET challenge_until = now() WHERE user_id = $1', [person.id]);
    expect((await person.api.post('/me/step-up', { passkey: key.answer(fresh) })).status).toBe(422);
  });

  it('of somebody else opens nothing', async () => {
    const [mine, theirs] = [await withKey(), await withKey()];
    const half = await halfIn(transport, mine.person);
    const asked = await half.challenge();
    expect((await half.step({ passkey: theirs.key.answer(asked.body) })).status).toBe(401);
  });

  it('steps up, and takes the cover from the screen', async () => {
    const { person, key } = await withKey();
    const ask = () => person.api.ok('POST', '/me/passkey-challenge');
    await admin.query(`UPDATE app.session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1`, [
      person.id,
    ]);
    expect((await person.api.post('/me/recovery-codes')).body.code).toBe('step_up_required');
    expect((await person.api.post('/me/step-up', { passkey: key.answer(await ask()) })).status).toBe(204);
    expect((await person.api.post('/me/recovery-codes')).status).toBe(200);
    await person.api.ok('POST', '/me/cover');
    expect((await person.api.post('/me/uncover', { passkey: key.answer(await ask()) })).status).toBe(204);
    expect((await person.api.get('/me/sessions')).status).toBe(200);
  });

  it('stays a way in while codes are locked', async () => {
    const { person, key } = await withKey();
    await addApp(person.api);
    const half = await halfIn(transport, person);
    for (let n = 0; n < 6; n += 1) await half.step({ code: '000000' });
    const asked = await half.challenge();
    expect((await half.step({ passkey: key.answer(asked.body) })).status).toBe(200);
  });

  it('cannot be made where the installation has no name', async () => {
    const bare = await startApp({ PUBLIC_URL: 'http://192.0.2.7:3000' });
    const { api } = (await foundOffice(bare, 'Bare', { roles: ['director'] })).people.director;
    expect((await api.read('/me/factors')).passkeysPossible).toBe(false);
    expect((await api.post('/me/factors/passkey-challenge')).body.code).toBe('passkeys_impossible');
    await bare.close();
  });
});
