import { nameOf } from './names';
import { withOffice, type BenchOffice, type Person } from './office';
import { header, line, load, timesOf } from './table';

const TRIES = 40;
const WIDTH = 38;
/** The work is measured, not the moment at which the answer leaves (see `EVEN_ANSWER_MS`). */
const AT_ONCE = { EVEN_ANSWER_MS: '0' };

/** What is typed into the search box, by the half of it that answers. */
const NAMES: [string, string][] = [
  ['a name of thousands (nguyen)', 'nguyen'],
  ['a name of thousands (vang)', 'vang'],
  ['another spelling of it (vaj)', 'vaj'],
  ['a typing error (nguyne)', 'nguyne'],
  ['a typing error (hernandes)', 'hernandes'],
  ['two letters (ng)', 'ng'],
  ['a whole name', `${nameOf(40).given} ${nameOf(40).family}`],
  ['two common names (aster vang)', 'aster vang'],
  ['a name that nobody has', 'zyxwvut'],
  ['an A-number (A200-000-040)', 'A200-000-040'],
  ['an A-number that nobody has', 'A199 999 999'],
];
const TEXTS: [string, string][] = [
  ['a rare word (bloomington)', 'bloomington'],
  ['a word of every note (hearing)', 'hearing'],
  ['common and rare words', 'hearing bloomington court'],
  ['two common words', 'papers clerk'],
  ['words that are nowhere', 'hearing nowhere'],
];

async function ask(office: BenchOffice, person: Person, url: string, q: string): Promise<number | null> {
  const answer = await office.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { cookie: person.cookie, 'x-vacatur': '1' },
    payload: { q },
  });
  if (answer.statusCode === 403) return null;
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`);
  return (answer.json() as { items: unknown[] }).items.length;
}

/** The search box over 100,000 clients, for a person of each role: whole requests, from the cookie to the answer. */
async function main(): Promise<void> {
  await withOffice(
    process.argv.slice(2),
    async (office) => {
      process.stdout.write(
        `\np50 / p95 · CPU time, in ms (hits shown), ${TRIES} requests one after the other; ${load()}\n`,
      );
      process.stdout.write(header('', office.people, WIDTH));
      for (const [url, questions] of [['/search', NAMES] as const, ['/search/texts', TEXTS] as const]) {
        for (const [title, q] of questions) {
          const cells = [];
          for (const person of office.people)
            cells.push(await timesOf(() => ask(office, person, url, q), TRIES, office.postmaster));
          process.stdout.write(line(title, cells, WIDTH));
        }
      }
      process.stdout.write(`${load()}\n`);
    },
    AT_ONCE,
  );
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
