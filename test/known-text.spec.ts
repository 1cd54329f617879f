import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractOf } from '../apps/api/src/contract';
import { asAdmin, tablesOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { multipartOf } from './support/factories/document';
import { betrays, bodyWith, EVERYTHING, KNOWN, mailsWaiting, rowsOf, TEXTS } from './support/known-text';
import { Prober } from './support/known-text-prober';
import { routesOf, type Route } from './support/routes';
import { buildWorld, type World } from './support/world';

/**
 * A23. A known A-number, phone number, name and note go through every route of the contract, in good requests and in
 * every kind of bad one, and with a database that fails in the middle and says what it was given. They may be in the
 * record and in the answers of those who asked for it; they are in no log, address, header, cursor, error, waiting
 * message or measurement. A new route is tried by itself.
 */
jest.setTimeout(240_000);

/** Columns that describe the office and its people, where whoever writes the name of a client does so on purpose. */
const OF_THE_OFFICE = [
  ...['app.api_token.name', 'app.calendar_notice.name', 'app.funding_code.name', 'app.invitation.name'],
  ...[
    'app.judge.name',
    'app.judge.name_folded',
    'app.judge.note',
    'app.law_verification.note',
    'app.law_verification.source_seen',
  ],
  ...['app.organisation.name', 'app.second_factor.name', 'app.task_template.name', 'app.task_template.steps'],
  // Names, addresses and telephone numbers of offices and of those who work there; from_name is the sending office.
  ...['app.filer_profile.phone', 'app.letterhead.phone', 'app.letterhead.address_lines'],
  ...['app.referral.from_name', 'app.staff_user.name'],
];

/**
 * Routes that take no text of anybody's but a secret, a key of a device or a code. Every other one with a place for text
 * is brought to take it in: a new route that does not needs its scene in test/support/scenes.
 */
const NEVER_TAKEN = [
  'POST /clients/{clientId}/pardon-applications',
  'POST /me/factors/passkeys',
  'POST /me/step-up',
  'POST /me/uncover',
  'POST /sign-in',
  'POST /sign-in/second-step',
];
/** How many took it in when this was last counted. */
const TAKEN = 151;

let test: TestApp;
let world: World;
let routes: Route[];
let prober: Prober;
let serverLog: { file: string; from: number } | null;
let printed = '';

beforeAll(async () => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    jest.spyOn(console, name).mockImplementation((...said: unknown[]) => void (printed += said.join(' ')));
  test = await startApp({
    ...{ LOG_LEVEL: 'trace', REVEALS_PER_HOUR: '100000', REVEALS_PER_DAY: '100000' },
    CLIENTS_PER_HOUR: '100000',
  });
  world = await buildWorld(test);
  routes = routesOf(test);
  prober = new Prober(test, world);
  serverLog = await logOfServer();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await test.close();
});

/** The log of the database server, where the tests started one themselves. */
async function logOfServer(): Promise<typeof serverLog> {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query<{ data: string }>("SELECT current_setting('data_directory') AS data"),
  );
  const file = join(dirname(rows[0].data), 'database.log');
  return existsSync(file) ? { file, from: statSync(file).size } : null;
}

const bodied = (): Route[] => routes.filter((route) => route.body);
const noLeaks = (): void => expect([...prober.leaks]).toEqual([]);

/** What ends sessions, shuts people out or takes a record away comes last, so that the rest still reaches it. */
const LAST = /wall|lock|suspend|close|destruction|merge|policy|cover|sign-out|end|withdraw|cancel|lift|undo/i;
const inOrder = (list: Route[]): Route[] => [
  ...list.filter((route) => !LAST.test(route.path)),
  ...list.filter((route) => LAST.test(route.path)),
];

it('are looked for in a way that finds them: plain, escaped, in base 64 and in hexadecimal', () => {
  for (const known of TEXTS) {
    const bytes = Buffer.from(`["${known}",1]`);
    const escaped = [...known]
      .map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const ways = [known.toUpperCase(), encodeURIComponent(known), escaped];
    for (const way of [...ways, bytes.toString('base64url'), bytes.toString('hex')])
      expect([way, betrays(`x ${way} y`)]).toEqual([way, true]);
  }
  expect(betrays('Somebody called +1 212 555 0142 about A999123456')).toBe(false);
});

describe('known texts in every route of the contract', () => {
  it('are in no error of a request that is wrong', async () => {
    for (const route of bodied()) await prober.spoil(route);
    noLeaks();
  });

  it('are in no error of an address, a query or a header', async () => {
    for (const route of routes) await prober.misdirect(route);
    noLeaks();
  });

  it('are in no error of a file', async () => {
    const isUpload = ({ method, path }: Route): boolean =>
      method === 'POST' &&
      JSON.stringify(contractOf(test.app).paths[`/api/v1${path}`].post).includes('multipart/form-data');
    const uploads = routes.filter(isUpload);
    expect(uploads.length).toBeGreaterThan(1);
    for (const route of uploads) {
      for (const known of TEXTS) {
        const file = { name: `${known}.pdf`, type: known, bytes: Buffer.from(`%PDF-1.7 ${known}`) };
        const bodies = [
          multipartOf({ category: 'order', title: known }, file),
          multipartOf({ category: known, [known]: known }, file),
          multipartOf({ title: known.repeat(300) }, null),
          multipartOf({ category: 'order', title: known }, { ...file, bytes: Buffer.from(known) }),
        ];
        for (const { type, body } of bodies)
          await prober.send(route, { payload: body, headers: { 'content-type': type } });
      }
    }
    noLeaks();
  });

  it('are taken in by all of them that are for texts, and are in no header or cursor of what they answer', async () => {
    for (const route of inOrder(bodied())) {
      await prober.getTaken(route, [EVERYTHING, ...TEXTS]);
      await prober.getTaken(route, [KNOWN.phone, KNOWN.aNumber, KNOWN.name]);
    }
    const pages = ['limit=1', 'limit=1&sort=name', 'limit=1&sort=opened&order=desc'];
    for (const route of routes.filter((each) => each.method === 'GET'))
      for (const query of route.query ? pages : ['']) await prober.send(route, { query });
    noLeaks();
    expect([...prober.textual].filter((name) => !prober.taken.has(name)).sort()).toEqual(NEVER_TAKEN);
    expect(prober.taken.size).toBeGreaterThanOrEqual(TAKEN);
    const rare = [400, 401, 404, 409, 412, 415, 422].filter((status) => !(prober.seen[status] > 5));
    expect(rare).toEqual([]);
  });

  it('are in no answer when the database fails and repeats what it was given', async () => {
    await asAdmin(test, async (admin) => {
      await admin.query(`CREATE FUNCTION app.repeat_all() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '${KNOWN.note} ${KNOWN.name}' USING DETAIL = '${KNOWN.note}', HINT = '${KNOWN.aNumber}',
          COLUMN = '${KNOWN.name}', CONSTRAINT = '${KNOWN.phone}'; END $$`);
      for (const table of await tablesOf(admin))
        await admin.query(`CREATE TRIGGER a_repeat BEFORE INSERT OR UPDATE OR DELETE ON app.${table}
          FOR EACH ROW EXECUTE FUNCTION app.repeat_all()`);
    });
    const before = prober.seen[500] ?? 0;
    for (const route of bodied())
      await prober.send(route, { payload: JSON.stringify(bodyWith(route.body!, TEXTS, world.mine, [])) });
    expect(prober.seen[500] - before).toBeGreaterThan(20);
    noLeaks();
    await asAdmin(test, (admin) => admin.query('DROP FUNCTION app.repeat_all() CASCADE'));
  });
});

describe('after all that, a known text', () => {
  it('is in no line of the log, and nothing was written past it', () => {
    expect(test.logged()).toContain('request failed');
    const lines = test.logged().split('\n');
    expect(lines.filter(betrays)).toEqual([]);
    expect(lines.filter((line) => /[?&]\w+=|SELECT |INSERT /.test(line))).toEqual([]);
    expect(betrays(printed)).toBe(false);
  });

  it('is in no message that waits to be sent', async () => {
    const mails = await mailsWaiting(test);
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.filter(betrays)).toEqual([]);
  });

  it('stands in the clear in no row, other than where an office names its own things', async () => {
    const places = (await rowsOf(test)).filter(({ row }) => betrays(row)).map(({ place }) => place);
    expect([...new Set(places)].filter((place) => !OF_THE_OFFICE.includes(place))).toEqual([]);
  });

  it('is in no measurement and no open page', async () => {
    for (const url of ['/metrics', '/api/v1/metrics', '/api/v1/health', '/health', '/api/v1/doors']) {
      const answer = await test.app.inject({ url });
      expect([url, betrays(answer.body + JSON.stringify(answer.headers))]).toEqual([url, false]);
    }
  });

  it('is in no line of the log of the database server', async () => {
    const settings = await asAdmin(test, async (admin) => {
      const names = ['log_statement', 'log_parameter_max_length', 'log_parameter_max_length_on_error'];
      return (
        await admin.query('SELECT setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name', [names])
      ).rows;
    });
    expect(settings).toHaveLength(3);
    // Another server was named for the tests: its log is out of reach, and its settings are its owner's.
    if (!serverLog) return;
    expect(settings.map(({ setting }) => setting)).toEqual(['none', '0', '0'].sort());
    const said = readFileSync(serverLog.file, 'latin1').slice(serverLog.from);
    expect(said.split('\n').filter(betrays)).toEqual([]);
  });
});
