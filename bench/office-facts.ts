import { NestFactory } from '@nestjs/core';
import type { Pool } from 'pg';
import { DeadlineDuty } from '@app/deadlines';
import { loadConfig, Log, type RootKey } from '@app/platform';
import { WorkerModule } from '../apps/worker/src/worker.module';
import { FACTS } from './fill-law';

/** Each so many clients have an old order with all that follows from it, about ten deadlines. */
const WITH_ORDER = 4;

/** The matters of every fourth client: sealed columns hold nothing, nobody opens them here. */
const MATTERS = `CREATE TEMPORARY TABLE b AS
  SELECT c.client_id AS client, c.id AS matter, uuidv7() AS proceeding, uuidv7() AS removal, uuidv7() AS application,
         DATE '1999-01-04' + abs(hashtext(c.client_id::text)) % 1500 AS day, c.responsible_id AS person
    FROM app.cases AS c WHERE c.org_id = $1 AND abs(hashtext(c.id::text)) % ${WITH_ORDER} = 0`;

/** Some check-ins of this week are the volunteer's. */
const COMPANY = `INSERT INTO app.check_in_companion (org_id, id, client_id, check_in_id, user_id, added_by)
  SELECT org_id, uuidv7(), client_id, id, $2, created_by FROM app.check_in
   WHERE org_id = $1 AND on_date < current_date + 7 ORDER BY id LIMIT 20`;

/** The end of a long trail. The hashes lead nowhere: this office is read and never verified. */
const TRAIL = [
  `INSERT INTO app.audit_entry (org_id, seq, at, user_id, role, action, client_id, case_id, fields, request_id, prev_hash, hash)
   SELECT c.org_id, c.n, now() - (200000 - 2 * c.n) * interval '1 minute', c.responsible_id, 'attorney', 'case.edit',
          c.client_id, c.id, '{stage}', 'r', '', ''
     FROM (SELECT *, row_number() OVER (ORDER BY hashtext(id::text)) AS n FROM app.cases WHERE org_id = $1) AS c`,
  `UPDATE app.audit_head SET seq = (SELECT max(seq) FROM app.audit_entry WHERE org_id = $1) WHERE org_id = $1`,
];

/** What is known about the clients besides who they are: old orders, and who did what. */
export async function fillFacts(main: Pool, orgId: string, volunteer: string): Promise<void> {
  const client = await main.connect();
  try {
    await client.query('BEGIN');
    // Nobody of the office is at work here: without this the triggers ask who records, and refuse.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(MATTERS, [orgId]);
    for (const statement of [...FACTS, ...TRAIL])
      await client.query(statement, statement.includes('$1') ? [orgId] : []);
    await client.query(COMPANY, [orgId, volunteer]);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}

/** Derives the deadlines of the whole office, as the worker does after a change of law. */
export async function deriveDeadlines(
  admin: Pool,
  home: string,
  rootKey: RootKey,
  orgId: string,
  say: (text: string) => void,
): Promise<void> {
  const url = String(admin.options.connectionString);
  const config = loadConfig({ DATABASE_URL: url, VACATUR_HOME: home });
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.for(config, rootKey, new Log('silent')),
    { logger: ['fatal'] },
  );
  try {
    say('deriving deadlines');
    const { failed } = await worker.get(DeadlineDuty).recomputeAll(orgId);
    if (failed > 0) throw new Error(`The deadlines of ${failed} clients could not be counted.`);
  } finally {
    await worker.close();
  }
}
