import { contractOf } from '../apps/api/src/contract';
import { nameOf } from './names';
import { withOffice, type BenchOffice, type Person } from './office';
import { header, line, load, timesOf, type Times } from './table';

const WIDTH = 50;
/** Clients that take turns, so that no measurement reads one warm row. */
const TURNS = 30;
/** Above this a line is marked: a person waits for it. */
const SLOW_MS = 200;
/** The work is measured, not the moment at which the answer leaves (see `EVEN_ANSWER_MS`). */
const AT_ONCE = { EVEN_ANSWER_MS: '0' };

interface Read {
  title: string;
  method: 'GET' | 'POST';
  /** {clientId} and {caseId} are filled with those of a client this person sees. */
  path: string;
  body?: unknown;
}

const get = (path: string): Read => ({ title: path, method: 'GET', path });
const post = (title: string, path: string, body?: unknown): Read => ({ title, method: 'POST', path, body });

/** What the lists, dashboards and checks ask; the pages of a case come from the contract. */
const LISTS: Read[] = [
  get('/cases'),
  get('/cases?sort=name'),
  get('/cases?stage=clemency_pending&sort=next_deadline'),
  get('/cases?custody=detained&sort=updated'),
  get('/cases?deadlineWithinDays=30'),
  post('/cases/search (vang)', '/cases/search', { q: 'vang' }),
  get('/deadlines'),
  get('/deadlines?overdue=true'),
  get('/deadlines?withinDays=30'),
  get('/deadlines?needsDate=true'),
  get('/reports/my-day'),
  get('/reports/director'),
  get('/check-ins'),
  get('/accompaniments'),
  get('/tasks'),
  get('/hearing-watch'),
  get('/detained'),
  get('/record-requests'),
  get('/reviews'),
  get('/law-reviews'),
  get('/conflicts'),
  get('/referrals'),
  get('/retention'),
  post('duplicates on entry (common name)', '/clients/duplicates', {
    name: { given: 'Aster', family: 'Vang' },
  }),
  post('duplicates on entry (rare name)', '/clients/duplicates', { name: nameOf(40) }),
  post('conflict check of a client', '/clients/{clientId}/conflict-checks'),
];

/** Every GET about one client or one case. */
function pages(office: BenchOffice): Read[] {
  const paths = Object.entries(contractOf(office.app).paths)
    .filter(([, item]) => item.get)
    .map(([path]) => path.replace('/api/v1', ''));
  return paths
    .filter((path) => /^\/(clients\/\{clientId\}|cases\/\{caseId\})(\/[a-z-]+)*$/.test(path))
    .map(get);
}

interface Place {
  client_id: string;
  case_id: string;
}

/** Clients with an old order whom this person sees. */
async function placesOf(office: BenchOffice, person: Person): Promise<Place[]> {
  const mine = person.caseload > 0 ? 't.user_id = $2' : '$2::uuid IS NOT NULL';
  const { rows } = await office.admin.query<Place>(
    `SELECT DISTINCT t.client_id, t.case_id FROM app.case_team t
       JOIN app.removal_order r ON r.org_id = t.org_id AND r.client_id = t.client_id
      WHERE t.org_id = $1 AND ${mine}
        AND NOT EXISTS (SELECT 1 FROM app.client_wall w WHERE w.org_id = t.org_id AND w.client_id = t.client_id)
      ORDER BY 1 LIMIT ${TURNS}`,
    [office.orgId, person.id],
  );
  return rows;
}

function askerOf(
  office: BenchOffice,
  person: Person,
  places: Place[],
  read: Read,
): () => Promise<number | null> {
  let turn = 0;
  return async () => {
    const place = places[(turn += 1) % places.length] ?? { client_id: office.orgId, case_id: office.orgId };
    const url = read.path.replace('{clientId}', place.client_id).replace('{caseId}', place.case_id);
    const answer = await office.app.inject({
      method: read.method,
      url: `/api/v1${url}`,
      headers: { cookie: person.cookie, 'x-vacatur': '1' },
      ...(read.body ? { payload: read.body as object } : {}),
    });
    if (answer.statusCode === 403 || (answer.statusCode === 404 && places.length === 0)) return null;
    if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`);
    const body = answer.json() as { items?: unknown[] };
    return Array.isArray(body.items) ? body.items.length : 1;
  };
}

/** What the screens read, in an office of 100,000 clients, for a person of each role. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const only = args.find((each, at) => !each.startsWith('-') && !args[at - 1]?.startsWith('-'));
  await withOffice(
    args,
    async (office) => {
      process.stdout.write(
        `\np50 / p95 · CPU time, in ms (items), requests one after the other; ${load()}\n`,
      );
      process.stdout.write(header('', office.people, WIDTH));
      const places = await Promise.all(office.people.map((person) => placesOf(office, person)));
      const slow: string[] = [];
      for (const read of [...LISTS, ...pages(office)].filter(({ title }) => !only || title.includes(only))) {
        const cells: (Times | null)[] = [];
        for (const [i, person] of office.people.entries())
          cells.push(await timesOf(askerOf(office, person, places[i], read), TURNS, office.postmaster));
        if (cells.some((times) => times && times.p95 > SLOW_MS)) slow.push(read.title);
        process.stdout.write(line(read.title, cells, WIDTH));
      }
      process.stdout.write(`${load()}\nabove ${SLOW_MS} ms at p95: ${slow.join(', ') || 'none'}\n`);
    },
    AT_ONCE,
  );
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
