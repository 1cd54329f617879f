import { randomBytes, randomInt } from 'node:crypto';
import { CLIENTS, wallAround } from './fill-office';
import { nameOf } from './names';
import { withOffice, type BenchOffice, type Person } from './office';
import { load } from './table';
import { welch } from './welch';

/** Where a difference begins to mean something: by chance one comparison of 100,000 comes out as large. */
const TELLING = 4.5;
const WARM_UP = 50;

interface Ask {
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  body?: object;
}
/** Two questions that must take the same time: about something hidden, and about something that is not there. */
type Pair = () => [hidden: Ask, absent: Ask];

interface Hidden {
  client_id: string;
  case_id: string;
  deadline_id: string;
}

/** The twenty routes that a case page and its tabs use most. */
const ROUTES = [
  '/cases/{case_id}',
  '/clients/{client_id}',
  '/clients/{client_id}/cases',
  '/clients/{client_id}/timeline',
  '/clients/{client_id}/deadlines',
  '/clients/{client_id}/standing',
  '/clients/{client_id}/removal',
  '/clients/{client_id}/motions',
  '/clients/{client_id}/hearings',
  '/clients/{client_id}/custody',
  '/clients/{client_id}/check-ins',
  '/clients/{client_id}/clemency',
  '/clients/{client_id}/documents',
  '/clients/{client_id}/family',
  '/clients/{client_id}/conflicts',
  '/clients/{client_id}/access',
  '/cases/{case_id}/notes',
  '/cases/{case_id}/tasks',
  '/cases/{case_id}/access',
  '/deadlines/{deadline_id}',
] as const;

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)];
/** An id as it would have been given in the same moment, to something that is not there. */
const sibling = (id: string): string => id.slice(0, -12) + randomBytes(6).toString('hex');

/** Records that this person cannot see for a wall; their own team's where they have one. */
async function hiddenFrom(office: BenchOffice, person: Person): Promise<Hidden[]> {
  const { rows } = await office.admin.query<Hidden>(
    `SELECT DISTINCT ON (w.client_id) w.client_id, c.id AS case_id, d.id AS deadline_id FROM app.client_wall w
       JOIN app.cases c ON c.org_id = w.org_id AND c.client_id = w.client_id
       JOIN app.deadline d ON d.org_id = w.org_id AND d.client_id = w.client_id
      WHERE w.org_id = $1 AND ($3 OR EXISTS (SELECT 1 FROM app.case_team t
              WHERE t.org_id = w.org_id AND t.client_id = w.client_id AND t.user_id = $2))`,
    [office.orgId, person.id, person.caseload === 0],
  );
  return rows;
}

function routePairs(hidden: Hidden[]): [string, Pair][] {
  const fill = (route: string, of: Hidden): string =>
    route.replace(/\{(\w+)\}/g, (_, key: string) => of[key as keyof Hidden]);
  const absent = (of: Hidden): Hidden => ({
    client_id: sibling(of.client_id),
    case_id: sibling(of.case_id),
    deadline_id: sibling(of.deadline_id),
  });
  return ROUTES.map((route) => [
    route,
    () => {
      const one = pick(hidden);
      return [fill(route, one), fill(route, absent(one))].map((url): Ask => ({ method: 'GET', url })) as [
        Ask,
        Ask,
      ];
    },
  ]);
}

const fullName = (n: number): string => `${nameOf(n).given} ${nameOf(n).family}`;

/** Full names of walled clients that nobody else has, and names of the same making that nobody has at all. */
function namesApart(): { walled: number[]; unknown: string[] } {
  const times = new Map<string, number>();
  for (let n = 0; n < CLIENTS; n += 1) times.set(fullName(n), (times.get(fullName(n)) ?? 0) + 1);
  const walled = Array.from({ length: CLIENTS }, (_, n) => n).filter(
    (n) => wallAround(n) === 'named' && times.get(fullName(n)) === 1 && !/ (Vang|Nguyen)$/.test(fullName(n)),
  );
  const unknown = Array.from({ length: 20_000 }, (_, n) => fullName(CLIENTS + n)).filter(
    (name) => !times.has(name),
  );
  return { walled, unknown };
}

function send(office: BenchOffice, person: Person, ask: Ask) {
  return office.app.inject({
    method: ask.method,
    url: `/api/v1${ask.url}`,
    headers: { cookie: person.cookie, 'x-vacatur': '1' },
    ...(ask.body ? { payload: ask.body } : {}),
  });
}

/** So many names of each kind take turns. */
const NAMES = 60;

/** Those for which this person's search shows nothing: other hits would take time of their own. */
async function withoutHits(office: BenchOffice, person: Person, names: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const q of names) {
    if (found.length >= NAMES) break;
    const answer = await send(office, person, { method: 'POST', url: '/search', body: { q } });
    if (answer.payload === '{"items":[]}') found.push(q);
  }
  return found;
}

async function searchPairs(office: BenchOffice, person: Person): Promise<[string, Pair][]> {
  const apart = namesApart();
  const walled = await withoutHits(office, person, apart.walled.map(fullName));
  const unknown = await withoutHits(office, person, apart.unknown);
  const parts = (name: string): object => {
    const [given, family] = name.split(' ');
    return { name: { given, family } };
  };
  const ask = (url: string, body: object): Ask => ({ method: 'POST', url, body });
  const number = (n: number): string => `A${200_000_000 + n}`;
  const nobodys = (): string => `A${400_000_000 + randomInt(1_000_000)}`;
  return [
    ['search for a name', () => [ask('/search', { q: pick(walled) }), ask('/search', { q: pick(unknown) })]],
    [
      'search for a number',
      () => [ask('/search', { q: number(pick(apart.walled)) }), ask('/search', { q: nobodys() })],
    ],
    [
      'list narrowed by a name',
      () => [ask('/cases/search', { q: pick(walled) }), ask('/cases/search', { q: pick(unknown) })],
    ],
    [
      'duplicates by name',
      () => [
        ask('/clients/duplicates', parts(pick(walled))),
        ask('/clients/duplicates', parts(pick(unknown))),
      ],
    ],
    [
      'duplicates by number',
      () => {
        const name = parts(pick(unknown));
        return [
          ask('/clients/duplicates', { ...name, aNumber: number(pick(apart.walled)) }),
          ask('/clients/duplicates', { ...name, aNumber: nobodys() }),
        ];
      },
    ],
  ];
}

async function timeOf(
  office: BenchOffice,
  person: Person,
  ask: Ask,
): Promise<{ ms: number; bytes: number; status: number }> {
  const at = performance.now();
  const answer = await send(office, person, ask);
  return { ms: performance.now() - at, bytes: answer.rawPayload.length, status: answer.statusCode };
}

async function compare(
  office: BenchOffice,
  person: Person,
  title: string,
  pair: Pair,
  how: { pairs: number; together: number },
): Promise<boolean> {
  const times: [number[], number[]] = [[], []];
  const said = new Set<string>();
  let turn = -WARM_UP;
  const worker = async (): Promise<void> => {
    while (turn < how.pairs) {
      const counts = (turn += 1) > 0;
      const asks = pair();
      // Which of the two comes first is a matter of chance: the second finds caches that the first has warmed.
      const first = randomInt(2);
      for (const which of [first, 1 - first]) {
        const { ms, bytes, status } = await timeOf(office, person, asks[which]);
        said.add(`${status} ${bytes}`);
        if (counts) times[which].push(ms);
      }
    }
  };
  await Promise.all(Array.from({ length: how.together }, worker));
  const { t, cropped, means } = welch(times[0], times[1]);
  const tells = Math.max(Math.abs(t), Math.abs(cropped)) >= TELLING;
  process.stdout.write(
    `${title.padEnd(34)}${means[0].toFixed(2).padStart(9)}${means[1].toFixed(2).padStart(9)}` +
      `${t.toFixed(1).padStart(8)}${cropped.toFixed(1).padStart(8)}  ${said.size === 1 ? [...said][0] : [...said].join(' or ')}${tells ? '  TELLS' : ''}\n`,
  );
  return tells;
}

/**
 * Whether the time of an answer says that something is there which must not be known to be there. `--at-once` lets
 * answers leave when they are ready, which shows what the work alone would tell.
 */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const value = (name: string): string | undefined =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const how = { pairs: Number(value('--pairs') ?? 5000), together: Number(value('--together') ?? 8) };
  const [only, who] = [value('--only'), value('--who') ?? 'attorney'];
  const work = async (office: BenchOffice): Promise<void> => {
    const person = office.people.find(({ role }) => role === who)!;
    process.stdout.write(
      `\n${who}: ${how.pairs} pairs each, ${how.together} at a time; means in ms; ${load()}\n`,
    );
    process.stdout.write(`${''.padEnd(34)}   hidden   absent       t  cropped  answers\n`);
    let telling = 0;
    const all = [...routePairs(await hiddenFrom(office, person)), ...(await searchPairs(office, person))];
    const wanted = all.filter(([name]) => !only || name.includes(only));
    for (const [title, pair] of wanted) if (await compare(office, person, title, pair, how)) telling += 1;
    process.stdout.write(`${telling} of ${wanted.length} tell (|t| of ${TELLING} or more); ${load()}\n`);
  };
  await withOffice(args, work, args.includes('--at-once') ? { EVEN_ANSWER_MS: '0' } : {});
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
