import 'reflect-metadata';
import { Client } from 'pg';
import {
  alone,
  finishRotation,
  GRACE_MS,
  loadConfig,
  loadRootKey,
  openDesk,
  rotateClients,
  rotateOrganisation,
  storedFingerprint,
  type Config,
  type Desk,
  type RootKey,
  type Tally,
} from '@app/platform';
import { makeNextRoot, refuseDuringRootChange, rootChangeLine, rotateRootKey } from './keys/root';
import { openLibraries } from './keys/libraries';
import { shredAgain } from './keys/shred-again';

const USAGE = `Usage: npm run keys -- status
       npm run keys -- make root                            a next root key, so that it can be copied before it is used
       npm run keys -- rotate root                          another root key for the whole installation
       npm run keys -- rotate organisation <short name>     a new key for one organisation
       npm run keys -- rotate client <client id>            a new key for one client
       npm run keys -- rotate client --all [<short name>]   new keys for all clients (of one organisation)
       npm run keys -- shred-again                          after a restore: erase again who was erased since
A command that was interrupted is started again in the same words; it goes on where it was. See docs/operations.md.
`;

interface Bench {
  config: Config;
  root: RootKey;
  desk: Desk;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function ask<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url, options: '-c role=vacatur_definer' });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

interface Office {
  org_id: string;
  slug: string;
}

async function offices({ config }: Bench, slug?: string): Promise<Office[]> {
  const found = await ask<Office>(
    config.adminUrl,
    'SELECT org_id, slug FROM app.organisation WHERE $1::text IS NULL OR slug = $1 ORDER BY slug',
    [slug ?? null],
  );
  if (found.length === 0) throw new Error(`There is no organisation with the short name "${slug}".`);
  return found;
}

async function rotateClientKeys(bench: Bench, args: string[]): Promise<void> {
  const [which, slug] = args;
  if (which === '--all') {
    for (const office of await offices(bench, slug)) await clientsOf(bench, office.org_id, null);
    return;
  }
  const [row] = await bench.desk.keys
    .query<{ org_id: string }>('select org_id from client_key where client_id::text = lower($1)', [
      which ?? '',
    ])
    .then((found) => found.rows);
  if (!row) throw new Error('There is no client with this id.');
  await clientsOf(bench, row.org_id, [which.toLowerCase()]);
}

async function clientsOf(bench: Bench, orgId: string, clients: string[] | null): Promise<void> {
  const tally = await rotateClients(bench.desk, orgId, clients);
  await finishRotation(bench.desk, orgId, 'client');
  finished(tally);
}

async function rotateOffice(bench: Bench, [slug]: string[]): Promise<void> {
  if (!slug) throw new Error(USAGE);
  const [office] = await offices(bench, slug);
  const libraries = await openLibraries(bench.config, bench.root);
  try {
    const tally = await rotateOrganisation(bench.desk, office.org_id, libraries.rebuild);
    finished(tally);
  } finally {
    await libraries.close();
  }
}

function finished({ broken, where }: Tally): void {
  if (broken > 0) {
    say(
      `${broken} values open under no key (${[...where].sort().join(', ')}). They were not changed. Restore the keys database they belong to.`,
    );
    process.exitCode = 2;
  } else say('done: nothing is left under the old key');
}

async function status({ desk }: Bench): Promise<void> {
  const { rows } = await desk.keys.query<{ line: string }>(
    `select 'organisations: ' || count(*) || ', being rotated: ' || count(*) filter (where next is not null or previous is not null) as line from org_key
     union all
     select 'clients: ' || count(*) filter (where wrapped is not null) || ', being rotated: '
       || count(*) filter (where next is not null or previous is not null)
       || ', erased: ' || count(*) filter (where destroyed_at is not null) from client_key`,
  );
  rows.forEach(({ line }) => say(line));
  say(await rootChangeLine(desk));
}

async function rotate(bench: Bench, [kind, ...rest]: string[]): Promise<void> {
  if (kind === 'root') return rotateRootKey(bench.config, bench.desk, say);
  await refuseDuringRootChange(bench.desk);
  if (kind === 'client') return rotateClientKeys(bench, rest);
  if (kind === 'organisation') return rotateOffice(bench, rest);
  throw new Error(USAGE);
}

async function act(bench: Bench, [verb, ...rest]: string[]): Promise<void> {
  if (verb === 'status') return status(bench);
  if (verb === 'make' && rest[0] === 'root') return makeNextRoot(bench.config, bench.root, say);
  if (verb === 'rotate') return alone(bench.desk, () => rotate(bench, rest));
  if (verb === 'shred-again') {
    const again = await alone(bench.desk, () => shredAgain(bench.config, bench.root, bench.desk));
    return say(`${again} clients erased again`);
  }
  throw new Error(USAGE);
}

async function main(): Promise<void> {
  const config = loadConfig();
  const fingerprint = await storedFingerprint(config.adminUrl);
  const root = loadRootKey({ home: config.home, env: process.env, fingerprint, dataExists: true });
  const desk = openDesk(
    { adminUrl: config.adminUrl, keysUrl: config.keysAdminUrl },
    { roots: () => [root], graceMs: Number(process.env.KEY_GRACE_MS ?? GRACE_MS), report: say },
  );
  try {
    await act({ config, root, desk }, process.argv.slice(2));
  } finally {
    await desk.close();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
