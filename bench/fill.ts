import { createHash, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { newId, type Keyring } from '@app/platform';

/** What the measurement needs to know about the filled database. */
export interface Filled {
  orgId: string;
  attorneyId: string;
  sessionSecret: string;
  caseIds: string[];
}

const CASES = 20_000;
const ATTORNEYS = 40;
const BATCH = 1000;
const STAGES = ['intake', 'records', 'clemency_pending', 'grant_received', 'motion_filed'];

function day(offset: number): string {
  return new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Inserts objects as rows with one statement; every value of a column has the same type. */
export async function insert(
  pool: Pool,
  table: string,
  types: Record<string, string>,
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(types);
  const arrays = columns.map((column) => rows.map((row) => row[column]));
  const casts = columns.map((column, i) => `$${i + 1}::${types[column]}[]`).join(', ');
  await pool.query(`INSERT INTO app.${table} (${columns.join(', ')}) SELECT * FROM unnest(${casts})`, arrays);
}

export async function organisation(
  pool: Pool,
  keyring: Keyring,
  name: string,
): Promise<{ orgId: string; attorneys: string[] }> {
  const orgId = newId();
  await keyring.createOrgKey(orgId);
  await pool.query(
    `INSERT INTO app.organisation (org_id, name, slug, kind, time_zone) VALUES ($1, $2, $2, 'office', 'America/New_York')`,
    [orgId, name],
  );
  await pool.query(`INSERT INTO app.audit_head VALUES ($1, 0, '\\x00')`, [orgId]);
  const attorneys = Array.from({ length: ATTORNEYS }, () => newId());
  await insert(
    pool,
    'staff_user',
    {
      org_id: 'uuid',
      id: 'uuid',
      name: 'text',
      email: 'text',
      email_folded: 'text',
      role: 'text',
      status: 'text',
    },
    attorneys.map((id, i) => ({
      org_id: orgId,
      id,
      name: `Attorney ${i}`,
      email: `attorney${i}@${name}.example`,
      email_folded: `attorney${i}@${name}.example`,
      role: 'attorney',
      status: 'active',
    })),
  );
  return { orgId, attorneys };
}

async function batch(
  pool: Pool,
  keyring: Keyring,
  org: { orgId: string; attorneys: string[] },
  from: number,
): Promise<string[]> {
  const { orgId, attorneys } = org;
  const cases = await Promise.all(
    Array.from({ length: BATCH }, async (_, i) => {
      const n = from + i;
      const [clientId, id] = [newId(), newId()];
      const box = (await keyring.createClientKey(orgId, clientId)).box('client', clientId);
      const attorney = attorneys[n % ATTORNEYS];
      const client = {
        org_id: orgId,
        id: clientId,
        given_name: box.seal('given_name', `Given${n}`),
        family_name: box.seal('family_name', `Family${n % 997}`),
        sort_bucket: n % 26,
        a_number: box.seal('a_number', String(200_000_000 + n)),
        citizenship: ['LA', 'KH', 'VN'][n % 3],
        created_by: attorney,
      };
      return { n, id, clientId, attorney, client };
    }),
  );
  await insert(
    pool,
    'client',
    {
      org_id: 'uuid',
      id: 'uuid',
      given_name: 'bytea',
      family_name: 'bytea',
      sort_bucket: 'smallint',
      a_number: 'bytea',
      citizenship: 'text',
      created_by: 'uuid',
    },
    cases.map((each) => each.client),
  );
  await insert(
    pool,
    'cases',
    {
      org_id: 'uuid',
      id: 'uuid',
      client_id: 'uuid',
      type: 'text',
      stage: 'text',
      status: 'text',
      responsible_id: 'uuid',
      opened_on: 'date',
      next_deadline_on: 'date',
      next_deadline_rule: 'text',
      custody: 'text',
      created_by: 'uuid',
    },
    cases.map(({ n, id, clientId, attorney }) => ({
      org_id: orgId,
      id,
      client_id: clientId,
      type: 'clemency_and_reopening',
      stage: STAGES[Math.floor(n / ATTORNEYS) % STAGES.length],
      status: 'open',
      responsible_id: attorney,
      opened_on: day(-(n % 900)),
      next_deadline_on: n % 4 === 0 ? null : day(n % 365),
      next_deadline_rule: n % 4 === 0 ? null : 'motion.reopen.90d',
      custody: n % 20 === 0 ? 'detained' : 'not_detained',
      created_by: attorney,
    })),
  );
  await insert(
    pool,
    'case_team',
    { org_id: 'uuid', id: 'uuid', case_id: 'uuid', client_id: 'uuid', user_id: 'uuid', added_by: 'uuid' },
    cases.map(({ id, clientId, attorney }) => ({
      org_id: orgId,
      id: newId(),
      case_id: id,
      client_id: clientId,
      user_id: attorney,
      added_by: attorney,
    })),
  );
  await insert(
    pool,
    'case_stage',
    {
      org_id: 'uuid',
      id: 'uuid',
      case_id: 'uuid',
      client_id: 'uuid',
      stage: 'text',
      on_date: 'date',
      by_user: 'uuid',
    },
    cases.map(({ id, clientId, attorney, n }) => ({
      org_id: orgId,
      id: newId(),
      case_id: id,
      client_id: clientId,
      stage: 'intake',
      on_date: day(-(n % 900)),
      by_user: attorney,
    })),
  );
  return cases.filter((each) => each.attorney === attorneys[0]).map((each) => each.id);
}

/** Fills a prepared database: 20,000 cases of one organisation, as many of a second, one session to measure with. */
export async function fill(adminUrl: string, keyring: Keyring): Promise<Filled> {
  const pool = new Pool({ connectionString: adminUrl, max: 2 });
  const measured = await organisation(pool, keyring, 'measured');
  const other = await organisation(pool, keyring, 'other');
  const caseIds: string[] = [];
  for (let from = 0; from < CASES; from += BATCH) {
    caseIds.push(...(await batch(pool, keyring, measured, from)));
    if (from < CASES / 4) await batch(pool, keyring, other, from);
  }
  const sessionSecret = randomBytes(32).toString('base64url');
  await pool.query(
    `INSERT INTO app.session (org_id, id, user_id, token_hash, client_label, expires_at) VALUES ($1, $2, $3, $4, 'bench', now() + interval '1 day')`,
    [measured.orgId, newId(), measured.attorneys[0], createHash('sha256').update(sessionSecret).digest()],
  );
  await pool.query('VACUUM ANALYZE');
  await pool.end();
  return { orgId: measured.orgId, attorneyId: measured.attorneys[0], sessionSecret, caseIds };
}
