import { startApp, type TestApp } from './support/app';
import { overInject, type Transport } from './support/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { addApp, codeOf, halfIn } from './support/factories/second-factor';
import { cpuMs } from '../libs/rules/src/cpu-time.fixture';

/** A8. That one code lets in once of a hundred at once, and no older one after a newer, is in second-factor.spec.ts. */
jest.setTimeout(90_000);

const GUESSES = 10_000;
const AT_ONCE = 50;

let test: TestApp;
let office: Office;
let transport: Transport;

beforeAll(async () => {
  // Hashing as costly as in an office: guesses that cost one each would not end in time.
  test = await startApp({ PASSWORD_MEMORY_KIB: '19456', PASSWORD_PASSES: '2' });
  office = await foundOffice(test, 'Guessed at', { roles: ['director'] });
  transport = overInject(test.app);
});
afterAll(() => test.close());

/** Makes the guesses from ever other networks, many at once. Returns how often each answer came. */
async function guess(cookie: string, bodies: object[]): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (let at = 0; at < bodies.length; at += AT_ONCE) {
    await Promise.all(
      bodies.slice(at, at + AT_ONCE).map(async (payload, n) => {
        const answer = await test.app.inject({
          ...{ method: 'POST', url: '/api/v1/sign-in/second-step', payload, headers: { cookie } },
          remoteAddress: `203.${(at >> 8) % 250}.${at % 250}.${n + 1}`,
        });
        const key = `${answer.statusCode} ${answer.json().code}`;
        seen[key] = (seen[key] ?? 0) + 1;
      }),
    );
  }
  return seen;
}

it('A8: of 10,000 guesses at a code and at a recovery code none gets in, nor the right one among them, at no cost', async () => {
  const person = await office.employ('paralegal');
  const app = await addApp(person.api);
  const begun = cpuMs();
  const half = await halfIn(transport, person);
  const oneHash = cpuMs() - begun;
  const wrong = Array.from({ length: 5 }, (_, n) => `00000${n}`).filter(
    (code) => ![-1, 0, 1].some((step) => code === codeOf(app.secret, step)),
  );
  await guess(
    half.cookie,
    [...wrong, ...wrong].map((code) => ({ code })),
  );
  const right = codeOf(app.secret);
  const bodies = Array.from({ length: GUESSES }, (_, n) =>
    n % 4 === 0
      ? { recoveryCode: `AAAA-BBBB-CCCC-${String(n).padStart(4, '0')}` }
      : { code: n % 10 === 1 ? right : String(n).padStart(6, '0') },
  );
  const start = cpuMs();
  const seen = await guess(half.cookie, bodies);
  const each = (cpuMs() - start) / GUESSES;
  expect(seen).toEqual({ '401 second_step_failed': GUESSES });
  expect(each).toBeLessThan(oneHash / 2);
});
