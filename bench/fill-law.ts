import { Pool } from 'pg';
import { newId, type Keyring } from '@app/platform';

/** A typical client gives so many deadlines; how many exactly is counted after the first derivation. */
const PER_CLIENT = 10;
const BATCH = 5000;

/**
 * Old matters of one office, by the server's own clock and numbers: an order of 1999 to 2003 that was appealed and
 * dismissed, a motion, a conviction, a pardon of this year, a check-in to come, custody long ago. Sealed columns hold
 * nothing: counting never opens them.
 */
const PEOPLE: string[] = [
  `INSERT INTO app.client (org_id, id, given_name, family_name, sort_bucket, created_by)
   SELECT $1, b.client, '', '', 0, b.person FROM b`,
  `INSERT INTO app.cases (org_id, id, client_id, type, stage, status, responsible_id, opened_on, created_by)
   SELECT $1, b.matter, b.client, 'clemency_and_reopening', 'clemency_pending', 'open', b.person, '2025-01-06', b.person FROM b`,
  `INSERT INTO app.case_team (org_id, id, case_id, client_id, user_id, added_by)
   SELECT $1, gen_random_uuid(), b.matter, b.client, b.person, b.person FROM b`,
];

/** Sealed under no key: the law is counted without opening anything. */
const SCHEDULED = `INSERT INTO app.check_in (org_id, id, client_id, office_code, time_zone, on_date, at_time, method, status, created_by)
   SELECT $1, gen_random_uuid(), b.client, '', '', current_date + 30, '09:00', 'in_person', 'scheduled', b.person FROM b`;

/** What is known of each matter in the temporary table `b` (client, matter, proceeding, removal, application, day, person). */
export const FACTS: string[] = [
  `INSERT INTO app.case_stage (org_id, id, case_id, client_id, stage, on_date, by_user, at)
   SELECT $1, gen_random_uuid(), b.matter, b.client, s.stage, s.day::date, b.person, now() + s.n * interval '1 second'
     FROM b, (VALUES ('intake', '2025-01-06', 1), ('motion_filed', '2025-05-01', 2), ('clemency_pending', '2025-06-02', 3)) AS s(stage, day, n)`,
  `INSERT INTO app.proceeding (org_id, id, client_id, kind, started_on)
   SELECT $1, b.proceeding, b.client, 'removal', (b.day - 400)::text FROM b`,
  `INSERT INTO app.charging_document (org_id, id, client_id, proceeding_id, form, served_on)
   SELECT $1, gen_random_uuid(), b.client, b.proceeding, 'nta', (b.day - 400)::text FROM b`,
  `INSERT INTO app.removal_order (org_id, id, client_id, proceeding_id, kind, decided_on, decision_form, appeal,
     appeal_filed_on, appeal_decided_on, appeal_outcome, asylum_decided, in_absentia)
   SELECT $1, b.removal, b.client, b.proceeding, 'removal', b.day::text, 'oral', 'taken', (b.day + 20)::text,
          (b.day + 500)::text, 'dismissed', false, false FROM b`,
  `INSERT INTO app.order_status (org_id, id, client_id, order_id, status, on_date, by_user)
   SELECT $1, gen_random_uuid(), b.client, b.removal, 'in_force', (b.day + 500)::text, b.person FROM b`,
  `INSERT INTO app.conviction (org_id, id, client_id, state, level, sentenced_on, flags)
   SELECT $1, gen_random_uuid(), b.client, 'MA', 'felony', (b.day - 900)::text, '{}' FROM b`,
  `INSERT INTO app.pardon_application (org_id, id, client_id, jurisdiction, on_behalf, stage, created_by)
   SELECT $1, b.application, b.client, 'MA', false, 'granted', b.person FROM b`,
  `INSERT INTO app.application_stage (org_id, id, client_id, application_id, stage, on_date, by_user)
   SELECT $1, gen_random_uuid(), b.client, b.application, 'granted', current_date - 20, b.person FROM b`,
  `INSERT INTO app.pardon_grant (org_id, id, client_id, application_id, signed_on, instrument_kind, grantor, created_by)
   SELECT $1, gen_random_uuid(), b.client, b.application, current_date - 20, 'full_and_unconditional', 'governor', b.person FROM b`,
  `INSERT INTO app.custody_period (org_id, id, client_id, status, since, source, by_user)
   SELECT $1, gen_random_uuid(), b.client, 'not_detained', b.day + 90, 'recorded', b.person FROM b`,
];

async function office(pool: Pool, keyring: Keyring): Promise<{ orgId: string; attorneys: string[] }> {
  const orgId = newId();
  await keyring.createOrgKey(orgId);
  await pool.query(
    `INSERT INTO app.organisation (org_id, name, slug, kind, time_zone) VALUES ($1, 'Office', 'office', 'office', 'America/New_York')`,
    [orgId],
  );
  await pool.query(`INSERT INTO app.audit_head VALUES ($1, 0, '\\x00')`, [orgId]);
  const attorneys = Array.from({ length: 40 }, () => newId());
  await pool.query(
    `INSERT INTO app.staff_user (org_id, id, name, email, email_folded, role, status)
     SELECT $1, x.id, 'Attorney', x.id || '@office.example', x.id || '@office.example', 'attorney', 'active' FROM unnest($2::uuid[]) AS x(id)`,
    [orgId, attorneys],
  );
  return { orgId, attorneys };
}

/** Fills a prepared database with matters that give about so many deadlines. The deadlines themselves are not there yet. */
export async function fillMatters(adminUrl: string, keyring: Keyring, deadlines: number): Promise<string> {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  const { orgId, attorneys } = await office(pool, keyring);
  const clients = Math.ceil(deadlines / PER_CLIENT);
  for (let from = 0; from < clients; from += BATCH) {
    await pool.query('BEGIN');
    // Nobody of the office is at work here: without this the triggers ask who records, and refuse.
    await pool.query('SET LOCAL session_replication_role = replica');
    await pool.query(
      `CREATE TEMPORARY TABLE b ON COMMIT DROP AS
       SELECT uuidv7() AS client, uuidv7() AS matter, uuidv7() AS proceeding, uuidv7() AS removal, uuidv7() AS application,
              DATE '1999-01-04' + n * 7 % 1500 AS day, ($1::uuid[])[1 + n % 40] AS person
         FROM generate_series($2::int, $3::int) AS n`,
      [attorneys, from, Math.min(from + BATCH, clients) - 1],
    );
    for (const statement of [...PEOPLE, ...FACTS, SCHEDULED]) {
      await pool.query(statement, statement.includes('$1') ? [orgId] : []);
    }
    await pool.query('COMMIT');
  }
  await pool.query('VACUUM ANALYZE');
  await pool.end();
  return orgId;
}
