import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

const REASONS = [
  'facts_changed',
  'rules_changed',
  'recomputed',
  'superseded',
  'derived_again',
  'confirmed',
  'confirmation_cleared',
  'completed',
  'moved_after_completion',
  'reopened',
];
const LAW_REASONS = ['calendar_changed', 'verification_changed'];

/** Rows are not looked at again: going back must not throw away why a date once moved. */
const reasons = (list: string[]): string[] => [
  'ALTER TABLE app.deadline_history DROP CONSTRAINT deadline_history_reason_check',
  `ALTER TABLE app.deadline_history ADD CONSTRAINT deadline_history_reason_check
     CHECK (reason IN (${list.map((reason) => `'${reason}'`).join(', ')})) NOT VALID`,
];

const WORDS = `rule_id || chr(31) || rule_version::text || chr(31) || rule_status || chr(31) || title || chr(31) ||
    consequence || chr(31) || cure || chr(31) || stays || chr(31) || citation || chr(31) || verified::text || chr(31) ||
    alternates::text || chr(31) || warnings::text || chr(31) || trace::text || chr(31) || triggered_by::text || chr(31) ||
    coalesce(answered_by::text, '')`;

/**
 * Everything the rules say of a deadline except its dates, as one digest that the table works out itself: a count
 * of the whole office compares digests and reads a trace only where one differs. The text's own bytes are taken by
 * `decode`, because `convert_to` is not immutable.
 */
const DIGEST = `ALTER TABLE app.deadline ADD COLUMN digest bytea
   GENERATED ALWAYS AS (sha256(decode(replace(${WORDS}, chr(92), chr(92) || chr(92)), 'escape'))) STORED`;

/** The chronology asks every table for the rows of a client. */
const STAGES = 'CREATE INDEX case_stage_client ON app.case_stage (org_id, client_id)';

const REVIEW = [
  `CREATE TABLE app.law_review (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     client_id uuid NOT NULL,
     deadline_id uuid NOT NULL,
     attorney_id uuid,
     cause text NOT NULL CHECK (cause IN ('rules_changed', 'calendar_changed', 'verification_changed')),
     what text NOT NULL,
     before jsonb,
     after jsonb,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     told_at timestamptz,
     acknowledged_by uuid,
     acknowledged_at timestamptz,
     note bytea,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, deadline_id) REFERENCES app.deadline (org_id, client_id, id),
     FOREIGN KEY (org_id, attorney_id) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, acknowledged_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
     CHECK (before IS NOT NULL OR after IS NOT NULL))`,
  `CREATE INDEX law_review_open ON app.law_review (org_id, id) WHERE acknowledged_at IS NULL`,
  `CREATE INDEX law_review_attorney ON app.law_review (org_id, attorney_id) WHERE acknowledged_at IS NULL`,
  `CREATE INDEX law_review_untold ON app.law_review (org_id, id) WHERE told_at IS NULL`,
  `CREATE INDEX law_review_client ON app.law_review (org_id, client_id)`,
  `CREATE INDEX law_review_deadline ON app.law_review (org_id, deadline_id)`,
];

/**
 * What moved because the law did, for the attorney whose client it is, until somebody has said that they saw it. A
 * review is told once and acknowledged once; nothing in it is ever overwritten, so it needs no history of its own.
 */
export class ReviewChangesOfLaw20261123080000 implements MigrationInterface {
  name = 'ReviewChangesOfLaw20261123080000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...reasons([...REASONS, ...LAW_REASONS]), DIGEST, STAGES, ...REVIEW]);
    await protectClientTable(runner, 'law_review');
    await grant(runner, 'law_review');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TABLE app.law_review',
      'DROP INDEX app.case_stage_client',
      'ALTER TABLE app.deadline DROP COLUMN digest',
      ...reasons(REASONS),
    ]);
  }
}
