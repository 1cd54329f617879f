import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** As it was: a lease that ran out was taken over without a word. */
const BEFORE = `CREATE OR REPLACE FUNCTION sec.claim_outbox(p_limit integer, p_lease_seconds integer)
     RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     UPDATE app.outbox_message m
        SET lease_until = clock_timestamp() + make_interval(secs => p_lease_seconds), attempts = m.attempts + 1
       FROM (SELECT o.org_id, o.id FROM app.outbox_message o
              WHERE o.sent_at IS NULL AND o.given_up_at IS NULL AND o.due_at <= clock_timestamp()
                AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp())
              ORDER BY o.due_at LIMIT p_limit FOR UPDATE SKIP LOCKED) due
      WHERE m.org_id = due.org_id AND m.id = due.id
     RETURNING m.org_id, m.id $$`;

/**
 * A lease that ran out belongs to a sender that ended while sending: the receiver may have the message. That is written
 * down, and the message is sent again. One whose senders end each time is given up, not sent for ever.
 */
const AFTER = `CREATE OR REPLACE FUNCTION sec.claim_outbox(p_limit integer, p_lease_seconds integer)
     RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     WITH due AS (
       SELECT o.org_id, o.id, o.lease_until IS NOT NULL AS ended, o.lease_until IS NOT NULL AND o.attempts >= 12 AS enough
         FROM app.outbox_message o
        WHERE o.sent_at IS NULL AND o.given_up_at IS NULL AND o.due_at <= clock_timestamp()
          AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp())
        ORDER BY o.due_at LIMIT p_limit FOR UPDATE SKIP LOCKED),
     taken AS (
       UPDATE app.outbox_message m
          SET unsure_at = CASE WHEN due.ended THEN coalesce(m.unsure_at, clock_timestamp()) ELSE m.unsure_at END,
              given_up_at = CASE WHEN due.enough THEN clock_timestamp() END,
              answer = CASE WHEN due.ended THEN 'the sender ended' ELSE m.answer END,
              lease_until = CASE WHEN NOT due.enough THEN clock_timestamp() + make_interval(secs => p_lease_seconds) END,
              attempts = m.attempts + CASE WHEN due.enough THEN 0 ELSE 1 END
         FROM due WHERE m.org_id = due.org_id AND m.id = due.id
       RETURNING m.org_id, m.id, due.enough)
     SELECT t.org_id, t.id FROM taken t WHERE NOT t.enough $$`;

export class SayWhenAMailIsUnsure20261125032000 implements MigrationInterface {
  name = 'SayWhenAMailIsUnsure20261125032000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, ['ALTER TABLE app.outbox_message ADD COLUMN unsure_at timestamptz', AFTER]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [BEFORE, 'ALTER TABLE app.outbox_message DROP COLUMN unsure_at']);
  }
}
