import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { CaseListService } from '@app/cases';
import { nameTokens, textForms } from '@app/clients';
import { TextSearch } from '@app/documents';
import {
  blindIndex,
  ClientKey,
  Keyring,
  loadConfig,
  loadRootKey,
  Log,
  newId,
  newScope,
  prepareDatabase,
  runInScope,
  sealBytes,
  UnitOfWork,
  type OrgKey,
} from '@app/platform';
import { createApi } from '../apps/api/src/create-api';
import { insert, organisation } from './fill';

const CLIENTS = 100_000;
const BATCH = 2_000;
/** Every so many clients have a note, and a wall. */
const NOTED = 4;
const WALLED = 50;
const TRIES = 60;

const FAMILIES =
  'Vang Xiong Nguyen Tran Sok Chea Hernandez Lopez Baptiste Warsame Petrosyan Campbell Okonkwo Keomany'.split(
    ' ',
  );
const GIVEN =
  'Aster Briar Cedar Dune Ember Fjord Garnet Heath Isle Jasper Kestrel Lark Meadow North Onyx Quill'.split(
    ' ',
  );
const COMMON =
  'client called about the order and the next hearing in court sister brought papers from the office of the clerk'.split(
    ' ',
  );

/** Families by frequency, as in a real office: a few names are a tenth of all, the others rare ones of their own. */
function nameOf(n: number): { given: string; family: string } {
  const family =
    n % 3 === 0
      ? FAMILIES[((n / 3) % FAMILIES.length) | 0]
      : `${FAMILIES[n % FAMILIES.length]}${(n % 4999).toString(36)}`;
  return { given: GIVEN[(n * 7) % GIVEN.length], family };
}

const noteOf = (n: number): string =>
  `${COMMON.slice(n % 5).join(' ')} ${n % 52 === 0 ? 'bloomington ' : ''}matter${(n % 2003).toString(36)} ${GIVEN[n % 16]}`;

/** Tokens repeat from client to client; each is computed once. */
function tokenizer(key: OrgKey): (kind: string, text: string) => Buffer {
  const known = new Map<string, Buffer>();
  return (kind, text) => {
    const at = `${kind}|${text}`;
    const token = known.get(at) ?? blindIndex(key, kind, text);
    known.set(at, token);
    return token;
  };
}

interface Office {
  orgId: string;
  attorneys: string[];
}

async function batch(
  pools: { main: Pool; keys: Pool },
  key: OrgKey,
  office: Office,
  from: number,
  token: (kind: string, text: string) => Buffer,
): Promise<void> {
  const { orgId, attorneys } = office;
  const rows = Array.from({ length: BATCH }, (_, i) => {
    const n = from + i;
    const id = newId();
    const bytes = randomBytes(32);
    const place = { orgId, table: 'client_key', column: 'wrapped', rowId: id };
    const wrapped = sealBytes(key.wrapping, place, bytes);
    const own = new ClientKey(orgId, id, createSecretKey(bytes));
    return {
      n,
      id,
      caseId: newId(),
      noteId: newId(),
      wrapped,
      own,
      name: nameOf(n),
      attorney: attorneys[n % attorneys.length],
    };
  });
  await pools.keys.query(
    'INSERT INTO client_key (org_id, client_id, wrapped) SELECT $1::uuid, * FROM unnest($2::uuid[], $3::bytea[])',
    [orgId, rows.map((row) => row.id), rows.map((row) => row.wrapped)],
  );
  const put = (
    table: string,
    types: Record<string, string>,
    values: Record<string, unknown>[],
  ): Promise<void> =>
    insert(
      pools.main,
      table,
      { org_id: 'uuid', ...types },
      values.map((value) => ({ org_id: orgId, ...value })),
    );
  await put(
    'client',
    {
      id: 'uuid',
      given_name: 'bytea',
      family_name: 'bytea',
      sort_bucket: 'smallint',
      a_number_index: 'bytea',
      created_by: 'uuid',
    },
    rows.map(({ id, own, name, n, attorney }) => ({
      id,
      given_name: own.box('client', id).seal('given_name', name.given),
      family_name: own.box('client', id).seal('family_name', name.family),
      sort_bucket: n % 26,
      a_number_index: blindIndex(key, 'a_number', String(200_000_000 + n)),
      created_by: attorney,
    })),
  );
  await put(
    'client_token',
    { client_id: 'uuid', kind: 'text', token: 'bytea' },
    rows.flatMap(({ id, name }) =>
      nameTokens([`${name.given} ${name.family}`]).map(({ kind, text }) => ({
        client_id: id,
        kind,
        token: token(kind, text),
      })),
    ),
  );
  await put(
    'cases',
    {
      id: 'uuid',
      client_id: 'uuid',
      type: 'text',
      stage: 'text',
      status: 'text',
      opened_on: 'date',
      created_by: 'uuid',
    },
    rows.map(({ id, caseId, attorney }) => ({
      ...{ id: caseId, client_id: id, type: 'advice_only', stage: 'intake', status: 'open' },
      ...{ opened_on: '2026-01-05', created_by: attorney },
    })),
  );
  await put(
    'case_team',
    { id: 'uuid', case_id: 'uuid', client_id: 'uuid', user_id: 'uuid', added_by: 'uuid' },
    rows.map(({ id, caseId, attorney }) => ({
      id: newId(),
      case_id: caseId,
      client_id: id,
      user_id: attorney,
      added_by: attorney,
    })),
  );
  const noted = rows.filter(({ n }) => n % NOTED === 0);
  await put(
    'case_note',
    { id: 'uuid', case_id: 'uuid', client_id: 'uuid', text: 'bytea', kind: 'text', by_user: 'uuid' },
    noted.map(({ id, caseId, noteId, n, own, attorney }) => ({
      ...{ id: noteId, case_id: caseId, client_id: id, kind: 'ordinary', by_user: attorney },
      text: own.box('case_note', noteId).seal('text', noteOf(n)),
    })),
  );
  await put(
    'client_text_token',
    { kind: 'text', token: 'bytea', source_id: 'uuid', client_id: 'uuid' },
    noted.flatMap(({ id, noteId, n }) =>
      textForms(noteOf(n)).map((form) => ({
        kind: 'note',
        token: token('text', form),
        source_id: noteId,
        client_id: id,
      })),
    ),
  );
  await put(
    'client_wall',
    { id: 'uuid', client_id: 'uuid', kind: 'text', reason: 'bytea', raised_by: 'uuid' },
    rows
      .filter(({ n }) => n % WALLED === 0)
      .map(({ id, attorney }) => ({
        id: newId(),
        client_id: id,
        kind: 'named',
        reason: Buffer.of(0),
        raised_by: attorney,
      })),
  );
}

type Ask = () => Promise<{ items: unknown[] }>;

async function measure(ask: Ask): Promise<string> {
  const times: number[] = [];
  let items = 0;
  for (let turn = -5; turn < TRIES; turn += 1) {
    const at = performance.now();
    items = (await ask()).items.length;
    if (turn >= 0) times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  const of = (share: number): string => `${times[Math.floor(TRIES * share)].toFixed(1)} ms`.padStart(10);
  return `p50${of(0.5)}   p95${of(0.95)}   ${items} hits`;
}

/** The search box over 100,000 clients of one organisation with walls, for a director and for an attorney's caseload. */
async function main(): Promise<void> {
  const { startThrowAwayDatabase } = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const database = await startThrowAwayDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  let closing = async (): Promise<void> => undefined;
  try {
    const adminUrl = database.url('vacatur_bench');
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const main = new Pool({ connectionString: adminUrl, max: 2 });
    const keys = new Pool({ connectionString: database.url('vacatur_bench_keys'), max: 2 });
    const keyring = new Keyring(keys, rootKey);
    const office = await organisation(main, keyring, 'measured');
    const key = await keyring.orgKey(office.orgId);
    const token = tokenizer(key);
    process.stdout.write(
      `filling: ${CLIENTS.toLocaleString('en')} clients, a note for each fourth, a wall around each fiftieth\n`,
    );
    for (let from = 0; from < CLIENTS; from += BATCH) await batch({ main, keys }, key, office, from, token);
    await main.query('VACUUM ANALYZE');
    await main.end();
    await keys.end();
    const config = loadConfig({ DATABASE_URL: adminUrl, VACATUR_HOME: home });
    const app = await createApi({ config, rootKey, log: new Log('silent') });
    const asked = (role: string, work: Ask): Ask => {
      const actor = {
        orgId: office.orgId,
        userId: office.attorneys[0],
        role,
        proofId: null,
        kind: 'session',
        scopes: null,
      } as const;
      const use = { action: 'search', rule: 'none', aboutClient: false } as const;
      return () => runInScope(newScope('bench', actor), () => app.get(UnitOfWork).run(use, work));
    };
    closing = () => app.close();
    const names = app.get(CaseListService, { strict: false });
    const texts = app.get(TextSearch, { strict: false });
    const questions: [string, Ask][] = [
      ['a name of thousands (vang)', () => names.hits('vang')],
      ['two letters (ng)', () => names.hits('ng')],
      ['a whole name', () => names.hits(`${nameOf(40).given} ${nameOf(40).family}`)],
      ['an A-number', () => names.hits(`A${200_000_040}`)],
      ['a rare word', () => texts.find('bloomington')],
      ['a word of every note (hearing)', () => texts.find('hearing')],
      ['common and rare words', () => texts.find('hearing bloomington court')],
      ['two common words', () => texts.find('papers clerk')],
      ['words that are nowhere', () => texts.find('hearing nowhere')],
    ];
    for (const role of ['director', 'attorney']) {
      process.stdout.write(`\n${role}\n`);
      for (const [title, ask] of questions)
        process.stdout.write(`  ${title.padEnd(34)}${await measure(asked(role, ask))}\n`);
    }
  } finally {
    await closing();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
