import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

const PEOPLE = (...columns: string[]): string =>
  columns
    .map((column) => `FOREIGN KEY (org_id, ${column}) REFERENCES app.staff_user (org_id, id)`)
    .join(',\n     ');

/**
 * The protocol for a detained client: when it began, from which hour its clock runs, and what was done of each step.
 * The steps themselves are the plan of the law engine; a row is written when somebody takes, does or skips one. The
 * preparation of a check-in is ticked off in the same way. Calls are what a hotline hears before anybody has a file.
 */
const TABLES = [
  `CREATE TABLE app.detained_protocol (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     counted_from timestamptz NOT NULL,
     basis text NOT NULL CHECK (basis IN ('hour_recorded', 'day_recorded', 'started', 'given')),
     started_by uuid NOT NULL,
     started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     ended_at timestamptz,
     ended_by uuid,
     ended_how text CHECK (ended_how IN ('released', 'false_alarm', 'removed', 'steady', 'other')),
     note bytea,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     CHECK ((ended_at IS NULL) = (ended_how IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     ${PEOPLE('started_by', 'ended_by')})`,
  `CREATE UNIQUE INDEX detained_protocol_running ON app.detained_protocol (org_id, client_id) WHERE ended_at IS NULL`,
  `CREATE TABLE app.plan_step (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     protocol_id uuid,
     check_in_id uuid,
     step text NOT NULL CHECK (length(step) <= 80),
     assigned_to uuid,
     state text NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
     settled_at timestamptz,
     settled_by uuid,
     reason bytea,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CHECK ((protocol_id IS NULL) <> (check_in_id IS NULL)),
     CHECK ((state = 'open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
     CHECK (state <> 'skipped' OR reason IS NOT NULL),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, protocol_id) REFERENCES app.detained_protocol (org_id, client_id, id),
     FOREIGN KEY (org_id, check_in_id) REFERENCES app.check_in (org_id, id),
     ${PEOPLE('assigned_to', 'settled_by')})`,
  `CREATE UNIQUE INDEX plan_step_of_protocol ON app.plan_step (org_id, protocol_id, step) WHERE protocol_id IS NOT NULL`,
  `CREATE UNIQUE INDEX plan_step_of_check_in ON app.plan_step (org_id, check_in_id, step) WHERE check_in_id IS NOT NULL`,
  `CREATE INDEX plan_step_client ON app.plan_step (org_id, client_id)`,
  `CREATE TABLE app.detention_call (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     received_at timestamptz NOT NULL,
     caller bytea,
     call_back bytea,
     said bytea,
     by_user uuid NOT NULL,
     claimed_by uuid,
     claimed_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     ${PEOPLE('by_user', 'claimed_by')})`,
  `CREATE INDEX detention_call_client ON app.detention_call (org_id, client_id, received_at)`,
  `CREATE INDEX detention_call_waiting ON app.detention_call (org_id, received_at) WHERE claimed_at IS NULL`,
];
const NAMES = ['detained_protocol', 'plan_step', 'detention_call'];

export class RunTheDetainedProtocol20261124050100 implements MigrationInterface {
  name = 'RunTheDetainedProtocol20261124050100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of NAMES) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['detention_call', 'plan_step', 'detained_protocol'])
      await runner.query(`DROP TABLE app.${table}`);
  }
}
