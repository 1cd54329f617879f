import { rowCounts } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { foundOperator } from './support/factories/organisation';
import { routesOf, type Route } from './support/routes';
import { fieldsOf, isDay, isOptional, nestedType, SAMPLE_ID, sampleBody } from './support/samples';
import { buildWorld, fill, type World } from './support/world';

/** Every route that takes a body, against whatever a broken or hostile program may send. */
let test: TestApp;
let world: World;
let routes: Route[];
let cookies: Record<'director' | 'attorney' | 'operator', Record<string, string>>;
jest.setTimeout(120_000);
beforeAll(async () => {
  test = await startApp();
  world = await buildWorld(test);
  routes = routesOf(test).filter((route) => ['POST', 'PATCH', 'PUT'].includes(route.method));
  const operator = await foundOperator(test);
  const signedIn = async (email: string, password: string): Promise<Record<string, string>> => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email, password },
    });
    return { cookie: String(answer.headers['set-cookie']).split(';')[0], 'x-vacatur': '1' };
  };
  const { director, attorney } = world.home.people;
  cookies = {
    director: await signedIn(director.email, director.password),
    attorney: await signedIn(attorney.email, attorney.password),
    operator: await signedIn(operator.email, operator.password),
  };
});
afterAll(() => test.close());

interface Told {
  status: number;
  type: string;
  text: string;
  body: { code?: string; requestId?: string; errors?: { path: string }[] };
}

async function send(
  route: Route,
  payload: string | undefined,
  headers: Record<string, string> = {},
): Promise<Told> {
  const ours =
    route.permission === 'installation.manage'
      ? 'operator'
      : /^(?:deadline\.|law\.verify)/.test(route.permission ?? '')
        ? 'attorney'
        : 'director';
  const answer = await test.app.inject({
    method: route.method as 'POST',
    url: `/api/v1${fill(world, route.path, (_, key) => world.mine[key])}`,
    headers: {
      ...(route.open ? {} : cookies[ours]),
      'if-match': '"999999999"',
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    payload,
  });
  const type = String(answer.headers['content-type'] ?? '');
  return {
    status: answer.statusCode,
    type,
    text: answer.body,
    body: type.includes('json') ? answer.json() : {},
  };
}

/** What is wrong with an answer to something that must be refused. */
function faultOf(label: string, told: Told, path?: string): string[] {
  const clean = !/\bat .*\.[jt]s:\d|node_modules|SELECT |INSERT /.test(told.text);
  const problem = told.type.startsWith('application/problem+json') && told.body.code && told.body.requestId;
  const refused = told.status >= 400 && told.status < 500;
  const named =
    !path ||
    [412, 413].includes(told.status) ||
    (told.body.errors ?? []).some((error) => error.path.startsWith(path));
  return clean && problem && refused && named ? [] : [`${label}: ${told.status} ${told.text.slice(0, 240)}`];
}

async function unchanged(work: () => Promise<string[]>): Promise<void> {
  const before = await rowCounts(test);
  const faults = await work();
  expect(faults).toEqual([]);
  expect(await rowCounts(test)).toEqual(before);
}

const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const withBody = (): Route[] => routes.filter((route) => route.body);

describe('a body that is no JSON object', () => {
  const nested = '['.repeat(5000) + ']'.repeat(5000);
  const deep = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`;
  it.each([
    ['cut off', '{"name": "Vang'],
    ['text', 'hello'],
    ['an array', '[]'],
    ['an array of objects', '[{}]'],
    ['a number', '7'],
    ['a string', '"text"'],
    ['true', 'true'],
    ['nested arrays', nested],
    ['nested objects', deep],
    ['two megabytes', JSON.stringify({ note: 'x'.repeat(2 * 1024 * 1024) })],
    ['a polluted prototype', '{"__proto__": {"role": "director"}}'],
    ['a polluted constructor', '{"constructor": {"prototype": {"role": "director"}}}'],
    ['an unfinished escape', '{"a": "\\u12"}'],
    ['single quotes', "{'a': 1}"],
    ['not a number', '{"a": NaN}'],
  ])('is refused: %s', async (label, payload) => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody())
        faults.push(...faultOf(`${nameOf(route)} ${label}`, await send(route, payload)));
      return faults;
    });
  });

  it('is refused where it is needed and missing, or null', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody().filter((each) => Object.keys(sampleBody(each.body!)).length > 0)) {
        for (const payload of [undefined, '', 'null', '{}']) {
          faults.push(...faultOf(`${nameOf(route)} ${payload}`, await send(route, payload)));
        }
      }
      return faults;
    });
  });

  it('is refused in another format', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/xml',
        'garbage',
      ]) {
        for (const route of withBody()) {
          const told = await send(route, JSON.stringify(sampleBody(route.body!)), { 'content-type': type });
          faults.push(
            ...(told.status === 415
              ? faultOf(nameOf(route), told)
              : [`${nameOf(route)} ${type}: ${told.status}`]),
          );
        }
      }
      return faults;
    });
  });
});

describe('an unknown field', () => {
  const POISON = [
    'orgId',
    'org_id',
    'id',
    'version',
    'createdBy',
    'isAdmin',
    'scopes2',
    'status2',
    '$where',
    'a.b',
    'toString',
    'hasOwnProperty',
  ];

  it('is refused with its name in every body', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody()) {
        for (const field of POISON.filter((each) => !fieldsOf(route.body!).includes(each))) {
          const body = { ...sampleBody(route.body!), [field]: 'x' };
          faults.push(
            ...faultOf(`${nameOf(route)} ${field}`, await send(route, JSON.stringify(body)), field),
          );
        }
      }
      return faults;
    });
  });

  it('is refused inside every nested object', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody()) {
        for (const field of fieldsOf(route.body!).filter((each) => nestedType(route.body!, each))) {
          const body = sampleBody(route.body!, true);
          const inner = Array.isArray(body[field]) ? (body[field] as object[])[0] : (body[field] as object);
          Object.assign(inner, { orgId: SAMPLE_ID });
          faults.push(
            ...faultOf(`${nameOf(route)} ${field}.orgId`, await send(route, JSON.stringify(body)), field),
          );
        }
      }
      return faults;
    });
  });
});

/** Values that no field of this kind takes, by what a good value looks like. */
function wrongFor(good: unknown, day: boolean): unknown[] {
  const always = [{ a: 1 }, [[1]], [{}], 1e308, -1e308];
  if (typeof good === 'string') {
    const dates = day
      ? ['2025-02-30', '2025-13-01', '2025-2-3', '20250203', '2025-02-03T00:00:00Z', '0000-00-00', '']
      : [];
    return [
      ...always,
      12,
      true,
      [],
      {},
      'x'.repeat(300_000),
      'nul\u0000byte',
      'lone \ud800 surrogate',
      '\udfff',
      ...dates,
    ];
  }
  if (typeof good === 'boolean') return [...always, 'true', 1, [], {}, ''];
  if (typeof good === 'number') return [...always, '1', true, [], {}, 1.5, -1, 'NaN'];
  if (Array.isArray(good))
    return [
      ...always.slice(0, 1),
      'text',
      7,
      true,
      { length: 1 },
      Array(5000).fill(good[0] ?? 'en'),
      [null],
      [[[]]],
    ];
  return ['text', 7, true, [], [good], [[]], 1e308];
}

/** Text that is refused before anybody asks which field it is for. */
function isUnstorable(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('\0') || /\p{Cs}/u.test(value));
}

describe('a value of the wrong kind', () => {
  async function probe(route: Route): Promise<string[]> {
    const faults: string[] = [];
    const type = route.body!;
    for (const field of fieldsOf(type)) {
      const full = sampleBody(type, true);
      for (const value of wrongFor(full[field], isDay(type, field))) {
        const told = await send(route, JSON.stringify({ ...full, [field]: value }));
        const size = isUnstorable(value);
        faults.push(
          ...faultOf(
            `${nameOf(route)} ${field}=${JSON.stringify(value).slice(0, 40)}`,
            told,
            size ? undefined : field,
          ),
        );
      }
      if (!isOptional(type, field)) {
        const rest = Object.fromEntries(Object.entries(full).filter(([name]) => name !== field));
        faults.push(
          ...faultOf(`${nameOf(route)} without ${field}`, await send(route, JSON.stringify(rest)), field),
        );
        const nothing = await send(route, JSON.stringify({ ...full, [field]: null }));
        if (nothing.status >= 500) faults.push(`${nameOf(route)} ${field}=null: 500`);
      }
    }
    return faults;
  }

  it('is refused with the name of the field, in every body', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody().filter((each) => each.path !== '/sign-in'))
        faults.push(...(await probe(route)));
      return faults;
    });
  });

  it('is refused with its place inside nested objects and lists', async () => {
    await unchanged(async () => {
      const faults: string[] = [];
      for (const route of withBody()) {
        for (const outer of fieldsOf(route.body!)) {
          const type = nestedType(route.body!, outer);
          if (!type) continue;
          for (const field of fieldsOf(type)) {
            const full = sampleBody(route.body!, true);
            const list = Array.isArray(full[outer]);
            const inner = sampleBody(type, true);
            for (const value of wrongFor(inner[field], isDay(type, field))) {
              const one = { ...inner, [field]: value };
              const told = await send(route, JSON.stringify({ ...full, [outer]: list ? [one] : one }));
              const stored = isUnstorable(value);
              const path = list ? `${outer}[0].${field}` : `${outer}.${field}`;
              faults.push(
                ...faultOf(
                  `${nameOf(route)} ${path}=${JSON.stringify(value).slice(0, 40)}`,
                  told,
                  stored ? undefined : path,
                ),
              );
            }
          }
        }
      }
      return faults;
    });
  });

  it('is refused where a client is described: dates, numbers, codes, empty names', async () => {
    const client = { name: { given: 'Given', family: 'Family' }, case: { type: 'advice_only' } };
    const bad: [string, object][] = [
      ['name.given', { name: { given: '   ', family: 'x' } }],
      ['name.family', { name: { given: 'x', family: '\t\n' } }],
      ['name', { name: [] }],
      ['name', { name: [{ given: 'x', family: 'y' }] }],
      ['case', { case: [] }],
      ['arrival', { arrival: [] }],
      ['aliases[0].name', { aliases: [{ name: '  ', kind: 'alias' }] }],
      ['contacts[0].value', { contacts: [{ kind: 'phone', value: ' ', safeToContact: true }] }],
      ['birth', { birth: '2025-02-30' }],
      ['birth', { birth: '1997-13' }],
      ['birth', { birth: '97' }],
      ['birth', { birth: '' }],
      ['arrival.on', { arrival: { on: '2023-02-29', manner: 'refugee' } }],
      ['aNumber', { aNumber: '1234567' }],
      ['aNumber', { aNumber: '1234567890' }],
      ['aNumber', { aNumber: '000-000-000' }],
      ['aNumber', { aNumber: 'B12345678' }],
      ['aNumber', { aNumber: '' }],
      ['countryOfBirth', { countryOfBirth: 'Laos' }],
      ['citizenship', { citizenship: 'la' }],
      ['languages[0]', { languages: ['not a language'] }],
      ['case.responsibleId', { case: { type: 'advice_only', responsibleId: SAMPLE_ID } }],
      [
        'case.responsibleId',
        { case: { type: 'advice_only', responsibleId: world.other.people.attorney.id } },
      ],
      ['case.responsibleId', { case: { type: 'advice_only', responsibleId: 'x' } }],
      ['case.openedOn', { case: { type: 'advice_only', openedOn: '2199-01-01' } }],
      ['case.openedOn', { case: { type: 'advice_only', openedOn: '2025-02-30' } }],
    ];
    const route = routes.find((each) => nameOf(each) === 'POST /clients')!;
    await unchanged(async () => {
      const faults: string[] = [];
      for (const [path, change] of bad) {
        const field = path.replace(/\[0\]$/, '');
        faults.push(
          ...faultOf(
            JSON.stringify(change),
            await send(route, JSON.stringify({ ...client, ...change })),
            field,
          ),
        );
      }
      return faults;
    });
  });
});

describe('hostile text', () => {
  const SQL = [
    `' OR '1'='1`,
    `'; DROP TABLE app.client; --`,
    '" OR ""="',
    '%',
    '_',
    '\\',
    `$1`,
    `\${x}`,
    'a\u0000b',
    '\ud800',
    `${'x'.repeat(5000)}`,
  ];

  it('in a query finds nothing, breaks nothing and changes nothing', async () => {
    const before = await rowCounts(test);
    const faults: string[] = [];
    const names = [
      'q',
      'stage',
      'type',
      'status',
      'responsibleId',
      'custody',
      'deadlineWithinDays',
      'sort',
      'order',
      'cursor',
      'limit',
      'withinDays',
      'overdue',
      'from',
      'to',
      'unknown',
    ];
    const gets = routesOf(test).filter((route) => route.method === 'GET' && route.query);
    for (const route of gets) {
      const path = fill(world, route.path, (_, key) => world.mine[key]);
      for (const name of names) {
        for (const text of [...SQL, '[]', '{}', '-1', '1e308', 'Infinity', '2025-02-30', '__proto__']) {
          const url = `/api/v1${path}?${name}=${encode(text)}`;
          const answer = await test.app.inject({ url, headers: cookies.director });
          const sane =
            answer.statusCode === 200 ||
            (answer.statusCode < 500 && answer.json().code && answer.json().requestId);
          if (!sane) faults.push(`${route.path} ${name}=${text.slice(0, 30)}: ${answer.statusCode}`);
        }
      }
      for (const query of [
        'limit=1&limit=2',
        'q[]=a',
        'q[a]=b',
        'sort=name&sort=opened',
        '__proto__[x]=1',
        '%',
        '%E0%A4%A',
        'q=%ff',
      ]) {
        const answer = await test.app.inject({ url: `/api/v1${path}?${query}`, headers: cookies.director });
        if (answer.statusCode >= 500) faults.push(`${route.path} ?${query}: ${answer.statusCode}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await rowCounts(test)).toEqual(before);
  });

  it('as a cursor is refused, however well it is dressed up', async () => {
    const dress = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = SAMPLE_ID;
    const cursors = [
      'x',
      dress([1]),
      dress({}),
      dress(['2024-01-01', "x' OR 1=1"]),
      dress(['nonsense', id]),
      dress([[1], id]),
      dress([1e308, id]),
      dress(['2025-02-30', id]),
    ];
    const faults: string[] = [];
    for (const sort of ['name', 'opened', 'next_deadline', 'next_check_in', 'updated']) {
      for (const cursor of cursors) {
        const answer = await test.app.inject({
          url: `/api/v1/cases?sort=${sort}&cursor=${cursor}`,
          headers: cookies.director,
        });
        if (answer.statusCode !== 400 && answer.statusCode !== 422)
          faults.push(`${sort} ${Buffer.from(cursor, 'base64url')}: ${answer.statusCode}`);
      }
    }
    for (const cursor of cursors) {
      const url = `/api/v1/cases/${world.mine['/cases/{caseId}']}/access?cursor=${cursor}`;
      const answer = await test.app.inject({ url, headers: cookies.director });
      if (answer.statusCode !== 400)
        faults.push(`access ${Buffer.from(cursor, 'base64url')}: ${answer.statusCode}`);
    }
    expect(faults).toEqual([]);
  });

  it('in the path is an id of nothing', async () => {
    const faults: string[] = [];
    for (const route of routesOf(test).filter(
      (each) => each.parameters.some((name) => /id$/i.test(name)) && !each.open,
    )) {
      for (const text of [
        "x' OR '1'='1",
        'a\u0000b',
        '../../me',
        'x'.repeat(150),
        'null',
        'undefined',
        '0',
        '%',
        'é',
      ].map(encodeURIComponent)) {
        const answer = await test.app.inject({
          method: route.method,
          url: `/api/v1${fill(world, route.path, () => text)}`,
          headers: { ...cookies.director, 'if-match': '"1"', 'content-type': 'application/json' },
          payload:
            route.method === 'GET' || route.method === 'DELETE'
              ? undefined
              : JSON.stringify(route.body ? sampleBody(route.body) : {}),
        });
        if (![404, 403, 400].includes(answer.statusCode))
          faults.push(`${nameOf(route)} ${text}: ${answer.statusCode}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('in headers is refused', async () => {
    const url = `/api/v1/clients/${world.mine['/clients/{clientId}']}`;
    const cases: [Record<string, string>, number[]][] = [
      [{ cookie: `vacatur_session=${'x'.repeat(4000)}` }, [401]],
      [{ cookie: `vacatur_session=' OR 1=1` }, [401]],
      [{ cookie: 'vacatur_session=%00' }, [401]],
      [{ authorization: `Bearer vct_pat_${'x'.repeat(5000)}` }, [401]],
      [{ authorization: 'Bearer ' }, [401]],
      [{ authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }, [401]],
      [{ authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }, [401]],
    ];
    for (const [headers, expected] of cases) {
      const answer = await test.app.inject({ url, headers });
      expect([headers, expected.includes(answer.statusCode)]).toEqual([headers, true]);
      expect(answer.json()).toMatchObject({ code: 'not_signed_in', requestId: expect.any(String) });
    }
  });
});

/** Percent-encodes also what encodeURIComponent refuses. */
function encode(text: string): string {
  return /\p{Cs}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}
