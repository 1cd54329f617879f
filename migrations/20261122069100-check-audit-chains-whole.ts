import type { MigrationInterface, QueryRunner } from 'typeorm';

const NUMBERS = `convert_to(concat_ws('|', e.org_id, e.seq, extract(epoch FROM e.at),
         e.user_id, e.role, e.action, coalesce(e.client_id::text, '-'), coalesce(e.case_id::text, '-'),
         array_to_string(e.fields, ','), e.request_id), 'UTF8')`;

/**
 * Numbers of entries that do not fit their chain: edited, out of place, after a gap, or no longer the last one that
 * was written. Each organisation has a chain of its own, which begins with the hash of the organisation's id.
 */
const WHOLE = `
  SELECT e.seq FROM (
    SELECT *, lag(hash) OVER chain AS before, lag(seq, 1, 0::bigint) OVER chain AS seq_before
      FROM app.audit_entry WINDOW chain AS (PARTITION BY org_id ORDER BY seq)) e
   WHERE e.hash IS DISTINCT FROM sha256(e.prev_hash || ${NUMBERS})
      OR e.prev_hash IS DISTINCT FROM coalesce(e.before, sha256(convert_to(e.org_id::text, 'UTF8')))
      OR e.seq <> e.seq_before + 1
  UNION
  SELECT h.seq FROM app.audit_head h
   WHERE h.seq > 0
     AND NOT EXISTS (SELECT 1 FROM app.audit_entry e WHERE e.org_id = h.org_id AND e.seq = h.seq AND e.hash = h.hash)
  ORDER BY 1`;

const AS_FOUNDED = `
  SELECT e.seq FROM (
    SELECT *, lag(hash) OVER (ORDER BY seq) AS before, lag(seq) OVER (ORDER BY seq) AS seq_before FROM app.audit_entry) e
   WHERE e.hash IS DISTINCT FROM sha256(e.prev_hash || ${NUMBERS})
      OR (e.before IS NOT NULL AND (e.before <> e.prev_hash OR e.seq_before <> e.seq - 1))
  UNION
  SELECT h.seq FROM app.audit_head h
   WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM app.audit_entry e WHERE e.seq = h.seq AND e.hash = h.hash)
  ORDER BY 1`;

function define(body: string): string {
  return `CREATE OR REPLACE FUNCTION sec.audit_breaks() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$ ${body} $$`;
}

export class CheckAuditChainsWhole20261122069100 implements MigrationInterface {
  name = 'CheckAuditChainsWhole20261122069100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(define(WHOLE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(define(AS_FOUNDED));
  }
}
