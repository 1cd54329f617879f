import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/**
 * The date that a paper prints in place of a counted one. It hangs on the deadline's key, so it holds through every
 * recomputation; it is withdrawn, never removed. One at a time holds.
 */
const PRINTED = [
  `CREATE TABLE app.printed_date (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     deadline_key text NOT NULL,
     on_date date NOT NULL,
     document text NOT NULL CHECK (document IN ('order', 'notice', 'briefing_schedule', 'hearing_notice', 'other')),
     note bytea,
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, deadline_key) REFERENCES app.deadline (org_id, client_id, key),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))`,
  `CREATE UNIQUE INDEX printed_date_holds ON app.printed_date (org_id, client_id, deadline_key) WHERE withdrawn_at IS NULL`,
  `CREATE INDEX deadline_needs_date ON app.deadline (org_id, id) WHERE status = 'open' AND kind = 'unknown'`,
];

const BEFORE = `'facts_changed', 'rules_changed', 'recomputed', 'superseded', 'derived_again', 'confirmed', 'confirmation_cleared', 'completed', 'moved_after_completion', 'reopened', 'calendar_changed', 'verification_changed'`;
const NOW = `${BEFORE}, 'date_printed', 'printed_date_withdrawn'`;

/** Rows are not looked at again: going back must not throw away why a date once moved. */
const reasons = (list: string): string[] => [
  'ALTER TABLE app.deadline_history DROP CONSTRAINT deadline_history_reason_check',
  `ALTER TABLE app.deadline_history ADD CONSTRAINT deadline_history_reason_check CHECK (reason IN (${list})) NOT VALID`,
];

export class KeepPrintedDates20261123090000 implements MigrationInterface {
  name = 'KeepPrintedDates20261123090000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...PRINTED, ...reasons(NOW)]);
    await protectClientTable(runner, 'printed_date');
    await keepHistory(runner, 'printed_date');
    await grant(runner, 'printed_date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      ...reasons(BEFORE),
      'DROP INDEX app.deadline_needs_date',
      'DROP TABLE app.printed_date',
    ]);
  }
}
