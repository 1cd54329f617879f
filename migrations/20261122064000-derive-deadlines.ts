import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_AND_REMOVAL_PARTS, createChronology } from './chronology-parts';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/**
 * `act_on` is the day a person has to act by: nothing for what the law merely says (status), for what has no date,
 * and for a period that was over before the office recorded the facts, as most periods of an old order are.
 * The office's own targets (internal) never lapse.
 */
const DEADLINE = [
  `CREATE TABLE app.deadline (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     key text NOT NULL,
     rule_id text NOT NULL,
     rule_version integer NOT NULL,
     rule_status text NOT NULL,
     rule_set_version text NOT NULL,
     title text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('filing', 'status', 'internal', 'no_limit', 'unknown')),
     due_on date,
     task_on date,
     conservative_on date,
     outer_on date,
     alternates jsonb NOT NULL,
     consequence text NOT NULL,
     cure text NOT NULL,
     stays text NOT NULL,
     citation text NOT NULL,
     verified boolean NOT NULL,
     warnings jsonb NOT NULL,
     trace jsonb NOT NULL,
     triggered_by jsonb NOT NULL,
     answered_by jsonb,
     status text NOT NULL CHECK (status IN ('open', 'completed', 'superseded')),
     first_derived_on date NOT NULL,
     act_on date GENERATED ALWAYS AS (
       CASE WHEN kind = 'internal' OR (kind = 'filing' AND greatest(outer_on, due_on) >= first_derived_on)
            THEN coalesce(task_on, due_on) END) STORED,
     confirmed_by uuid,
     confirmed_at timestamptz,
     unconfirmed_at timestamptz,
     completed_by uuid,
     completed_at timestamptz,
     completed_on date,
     completion_note bytea,
     moved_since jsonb,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, key),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, confirmed_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, completed_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
     CHECK ((status = 'completed') = (completed_on IS NOT NULL)))`,
  `CREATE INDEX deadline_act_on ON app.deadline (org_id, act_on, id) WHERE status = 'open' AND act_on IS NOT NULL`,
  `CREATE TABLE app.deadline_history (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     deadline_id uuid NOT NULL,
     reason text NOT NULL CHECK (reason IN ('facts_changed', 'rules_changed', 'recomputed', 'superseded', 'derived_again', 'confirmed', 'confirmation_cleared', 'completed', 'moved_after_completion', 'reopened')),
     due_on date,
     task_on date,
     new_due_on date,
     new_task_on date,
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, deadline_id) REFERENCES app.deadline (org_id, client_id, id))`,
  `CREATE INDEX deadline_history_deadline ON app.deadline_history (org_id, deadline_id, at)`,
  `CREATE INDEX deadline_history_client ON app.deadline_history (org_id, client_id)`,
];

export class DeriveDeadlines20261122064000 implements MigrationInterface {
  name = 'DeriveDeadlines20261122064000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, DEADLINE);
    for (const table of ['deadline', 'deadline_history']) await protectClientTable(runner, table);
    await grant(runner, 'deadline');
    await grant(runner, 'deadline_history', 'SELECT, INSERT');
    await keepHistory(runner, 'deadline');
    await createChronology(runner, CASE_AND_REMOVAL_PARTS);
    await grant(runner, 'chronology', 'SELECT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP VIEW app.chronology',
      'DROP TABLE app.deadline_history',
      'DROP TABLE app.deadline',
    ]);
  }
}
