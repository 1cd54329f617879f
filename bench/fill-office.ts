import { createSecretKey, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { matchTokens, nameTokens, textForms } from '@app/clients';
import { blindIndex, ClientKey, newId, sealBytes, type Keyring, type OrgKey } from '@app/platform';
import { insert, organisation } from './fill';
import { mixed, nameOf, noteOf } from './names';
import { fillFacts } from './office-facts';
import { putCheckIns, putTasks } from './office-work';

export const CLIENTS = 100_000;
export const SLUG = 'measured';
const BATCH = 2_000;
/** Every so many clients have a note. */
const NOTED = 4;
/** Every so many clients stand behind a wall: a named one without anybody inside, an ethical one around everybody here. */
const NAMED = 50;
const ETHICAL = 100;
/** Whose caseload each other role has: one of every `of` clients. */
const SHARES = [
  { role: 'accredited_representative', of: 100 },
  { role: 'paralegal', of: 10 },
  { role: 'intake', of: 20 },
] as const;
const ALONE = ['director', 'auditor', 'volunteer'] as const;

type Token = (kind: string, text: string) => Buffer;

interface Pools {
  main: Pool;
  keys: Pool;
}

interface Staff {
  orgId: string;
  attorneys: string[];
  others: Map<string, string>;
}

/** Tokens repeat from client to client; each is computed once. */
function tokenizer(key: OrgKey): Token {
  const known = new Map<string, Buffer>();
  return (kind, text) => {
    const at = `${kind}|${text}`;
    const token = known.get(at) ?? blindIndex(key, kind, text);
    known.set(at, token);
    return token;
  };
}

function clientsFrom(key: OrgKey, staff: Staff, from: number) {
  return Array.from({ length: BATCH }, (_, i) => {
    const n = from + i;
    const id = newId();
    const bytes = randomBytes(32);
    const place = { orgId: staff.orgId, table: 'client_key', column: 'wrapped', rowId: id };
    const wrapped = sealBytes(key.wrapping, place, bytes);
    const own = new ClientKey(staff.orgId, id, createSecretKey(bytes));
    const team = [
      staff.attorneys[n % staff.attorneys.length],
      ...SHARES.filter(({ of }, i) => mixed(n, 10 + i) % of === 0).map(({ role }) => staff.others.get(role)!),
    ];
    return { n, id, caseId: newId(), noteId: newId(), wrapped, own, name: nameOf(n), team };
  });
}
export type Row = ReturnType<typeof clientsFrom>[number];

/** Inserts rows of one organisation. */
export type Put = (
  table: string,
  types: Record<string, string>,
  values: Record<string, unknown>[],
) => Promise<void>;

async function putClients(put: Put, rows: Row[], token: Token): Promise<void> {
  await put(
    'client',
    {
      ...{
        id: 'uuid',
        given_name: 'bytea',
        family_name: 'bytea',
        sort_bucket: 'smallint',
        a_number: 'bytea',
      },
      ...{ a_number_index: 'bytea', birth: 'bytea', citizenship: 'text', created_by: 'uuid' },
    },
    rows.map(({ id, own, name, n, team }) => {
      const box = own.box('client', id);
      return {
        id,
        given_name: box.seal('given_name', name.given),
        family_name: box.seal('family_name', name.family),
        sort_bucket: name.family.charCodeAt(0) - 65,
        a_number: box.seal('a_number', String(200_000_000 + n)),
        a_number_index: token('a_number', String(200_000_000 + n)),
        birth: box.seal('birth', String(1950 + (n % 50))),
        citizenship: ['LA', 'KH', 'VN'][n % 3],
        created_by: team[0],
      };
    }),
  );
  await put(
    'client_token',
    { client_id: 'uuid', kind: 'text', token: 'bytea' },
    rows.flatMap(({ id, name }) => {
      const full = `${name.given} ${name.family}`;
      const match = matchTokens([full]).map((text) => ({ kind: 'match', text }));
      return [...nameTokens([full]), ...match].map(({ kind, text }) => ({
        client_id: id,
        kind,
        token: token(kind, text),
      }));
    }),
  );
}

async function putCases(put: Put, rows: Row[]): Promise<void> {
  await put(
    'cases',
    {
      ...{
        id: 'uuid',
        client_id: 'uuid',
        type: 'text',
        stage: 'text',
        status: 'text',
        responsible_id: 'uuid',
      },
      ...{ opened_on: 'date', custody: 'text', created_by: 'uuid' },
    },
    rows.map(({ id, caseId, n, team: [attorney] }) => ({
      ...{ id: caseId, client_id: id, type: 'clemency_and_reopening', status: 'open' },
      ...{
        stage: ['intake', 'records', 'clemency_pending', 'motion_filed'][n % 4],
        responsible_id: attorney,
      },
      opened_on: new Date(Date.UTC(2026, 0, 5) - (n % 900) * 86_400_000).toISOString().slice(0, 10),
      ...{ custody: n % 40 === 0 ? 'detained' : 'not_detained', created_by: attorney },
    })),
  );
  await put(
    'case_team',
    { id: 'uuid', case_id: 'uuid', client_id: 'uuid', user_id: 'uuid', added_by: 'uuid' },
    rows.flatMap(({ id, caseId, team }) =>
      team.map((user_id) => ({ id: newId(), case_id: caseId, client_id: id, user_id, added_by: team[0] })),
    ),
  );
}

async function putNotes(put: Put, rows: Row[], token: Token): Promise<void> {
  const noted = rows.filter(({ n }) => mixed(n, 20) % NOTED === 0);
  await put(
    'case_note',
    { id: 'uuid', case_id: 'uuid', client_id: 'uuid', text: 'bytea', kind: 'text', by_user: 'uuid' },
    noted.map(({ id, caseId, noteId, n, own, team }) => ({
      ...{ id: noteId, case_id: caseId, client_id: id, kind: 'ordinary', by_user: team[0] },
      text: own.box('case_note', noteId).seal('text', noteOf(n)),
    })),
  );
  const source = { kind: 'text', source_id: 'uuid', client_id: 'uuid' };
  const named = noted.map(({ id, noteId }) => ({ kind: 'note', source_id: noteId, client_id: id }));
  await put('client_text', source, named);
  await put(
    'client_text_token',
    { ...source, token: 'bytea' },
    noted.flatMap(({ n }, i) =>
      textForms(noteOf(n)).map((form) => ({ ...named[i], token: token('text', form) })),
    ),
  );
}

export function wallAround(n: number): 'named' | 'ethical' | null {
  if (mixed(n, 30) % NAMED === 0) return 'named';
  return mixed(n, 31) % ETHICAL === 0 ? 'ethical' : null;
}

async function putWalls(put: Put, rows: Row[], staff: Staff): Promise<void> {
  const walled = rows
    .map((row) => ({ ...row, wallId: newId(), kind: wallAround(row.n) }))
    .filter((row) => row.kind !== null);
  await put(
    'client_wall',
    { id: 'uuid', client_id: 'uuid', kind: 'text', reason: 'bytea', raised_by: 'uuid' },
    walled.map(({ id, kind, wallId, team }) => ({
      ...{ id: wallId, client_id: id, kind, reason: Buffer.of(0), raised_by: team[0] },
    })),
  );
  const screened = [staff.attorneys[0], ...staff.others.values()];
  await put(
    'client_wall_person',
    { id: 'uuid', client_id: 'uuid', wall_id: 'uuid', user_id: 'uuid', added_by: 'uuid' },
    walled
      .filter(({ kind }) => kind === 'ethical')
      .flatMap(({ id, wallId, team }) =>
        screened.map((user_id) => ({
          id: newId(),
          client_id: id,
          wall_id: wallId,
          user_id,
          added_by: team[0],
        })),
      ),
  );
}

async function employOthers(main: Pool, orgId: string): Promise<Map<string, string>> {
  const others = new Map([...SHARES.map(({ role }) => role), ...ALONE].map((role) => [role, newId()]));
  const text = { name: 'text', email: 'text', email_folded: 'text', role: 'text', status: 'text' };
  await insert(
    main,
    'staff_user',
    { org_id: 'uuid', id: 'uuid', ...text },
    [...others].map(([role, id]) => ({
      ...{ org_id: orgId, id, name: role, email: `${role}@measured.example`, role, status: 'active' },
      email_folded: `${role}@measured.example`,
    })),
  );
  return others;
}

/** Fills a prepared database with one office; deadlines are still to be derived. Returns the organisation. */
export async function fillOffice(
  pools: Pools,
  keyring: Keyring,
  say: (text: string) => void,
): Promise<string> {
  const { orgId, attorneys } = await organisation(pools.main, keyring, SLUG);
  const staff = { orgId, attorneys, others: await employOthers(pools.main, orgId) };
  const key = await keyring.orgKey(orgId);
  const token = tokenizer(key);
  const put: Put = (table, types, values) =>
    insert(
      pools.main,
      table,
      { org_id: 'uuid', ...types },
      values.map((value) => ({ org_id: orgId, ...value })),
    );
  say(`filling: ${CLIENTS.toLocaleString('en')} clients, a note for each fourth, walls around 3 of 100`);
  for (let from = 0; from < CLIENTS; from += BATCH) {
    const rows = clientsFrom(key, staff, from);
    await pools.keys.query(
      'INSERT INTO client_key (org_id, client_id, wrapped) SELECT $1::uuid, * FROM unnest($2::uuid[], $3::bytea[])',
      [orgId, rows.map((row) => row.id), rows.map((row) => row.wrapped)],
    );
    await putClients(put, rows, token);
    await putCases(put, rows);
    await putTasks(put, rows);
    await putCheckIns(put, rows);
    await putNotes(put, rows, token);
    await putWalls(put, rows, staff);
    if ((from / BATCH) % 10 === 9) say(`  ${(from + BATCH).toLocaleString('en')}`);
  }
  await fillFacts(pools.main, orgId, staff.others.get('volunteer')!);
  return orgId;
}
