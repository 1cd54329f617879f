import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

const EVENTS = [
  ...[
    'facts_changed',
    'rules_changed',
    'calendar_changed',
    'verification_changed',
    'recomputed',
    'superseded',
  ],
  ...[
    'derived_again',
    'confirmed',
    'confirmation_cleared',
    'completed',
    'moved_after_completion',
    'reopened',
  ],
  ...['date_printed', 'printed_date_withdrawn'],
];
const NEW_EVENTS = [...EVENTS, 'proof_recorded', 'signed_off', 'sent_back'];

const eventsAre = (events: string[]): string[] => [
  'ALTER TABLE app.deadline_history DROP CONSTRAINT deadline_history_reason_check',
  `ALTER TABLE app.deadline_history ADD CONSTRAINT deadline_history_reason_check
     CHECK (reason IN (${events.map((event) => `'${event}'`).join(', ')})) NOT VALID`,
];

/**
 * Proof that a critical deadline was met. The table itself refuses that one person records and signs off the same
 * proof, and that a deadline has two proofs waiting or two signed off at once.
 */
const PROOF = [
  `CREATE TABLE app.deadline_proof (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     deadline_id uuid NOT NULL,
     way text NOT NULL CHECK (way IN ('electronic', 'courier', 'mail', 'in_person', 'not_filed')),
     filed_on date NOT NULL,
     receipt bytea,
     note bytea,
     state text NOT NULL CHECK (state IN ('recorded', 'replaced', 'signed_off', 'sent_back', 'reopened')),
     recorded_by uuid NOT NULL,
     recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     decided_by uuid,
     decided_at timestamptz,
     reason bytea,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, deadline_id) REFERENCES app.deadline (org_id, client_id, id),
     FOREIGN KEY (org_id, recorded_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, decided_by) REFERENCES app.staff_user (org_id, id),
     CONSTRAINT deadline_proof_two_people CHECK (state <> 'signed_off' OR decided_by <> recorded_by),
     CHECK ((state IN ('signed_off', 'sent_back')) <= (decided_by IS NOT NULL)),
     CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
     CHECK (CASE WHEN way = 'not_filed' THEN note IS NOT NULL ELSE receipt IS NOT NULL END))`,
  `CREATE UNIQUE INDEX deadline_proof_stands ON app.deadline_proof (org_id, deadline_id) WHERE state IN ('recorded', 'signed_off')`,
  `CREATE INDEX deadline_proof_deadline ON app.deadline_proof (org_id, deadline_id, recorded_at)`,
  `CREATE INDEX deadline_proof_client ON app.deadline_proof (org_id, client_id)`,
];

export class SignDeadlinesOff20261124062000 implements MigrationInterface {
  name = 'SignDeadlinesOff20261124062000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...PROOF, ...eventsAre(NEW_EVENTS)]);
    await protectClientTable(runner, 'deadline_proof');
    await keepHistory(runner, 'deadline_proof');
    await grant(runner, 'deadline_proof');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.deadline_proof', ...eventsAre(EVENTS)]);
  }
}
