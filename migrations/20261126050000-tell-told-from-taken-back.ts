import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

const BEFORE = `'no_consent', 'planned', 'no_safe_way', 'cancelled'`;

/**
 * What was done about a message to a client. Rows are added, never changed: a try that reached nobody stays beside the
 * one that did. A message that was `cancelled` before this stays so, because nobody wrote down whether the client was told.
 */
const STEPS = [
  `ALTER TABLE app.planned_message DROP CONSTRAINT planned_message_status_check,
     ADD CONSTRAINT planned_message_status_check CHECK (status IN (${BEFORE}, 'told', 'taken_back')),
     ADD CONSTRAINT planned_message_client_key UNIQUE (org_id, client_id, id)`,
  `CREATE TABLE app.message_step (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     message_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('told', 'not_reached', 'taken_back')),
     channel text CHECK (channel IN ('in_person', 'phone', 'text_message', 'email', 'post')),
     on_date date NOT NULL,
     told_by uuid,
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, message_id) REFERENCES app.planned_message (org_id, client_id, id),
     FOREIGN KEY (org_id, told_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     CHECK ((kind = 'taken_back') = (channel IS NULL)),
     CHECK ((kind = 'taken_back') = (told_by IS NULL)),
     CHECK (kind <> 'taken_back' OR note IS NOT NULL))`,
  `CREATE INDEX message_step_client ON app.message_step (org_id, client_id)`,
  `CREATE INDEX message_step_message ON app.message_step (org_id, message_id)`,
];

export class TellToldFromTakenBack20261126050000 implements MigrationInterface {
  name = 'TellToldFromTakenBack20261126050000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, STEPS);
    await protectClientTable(runner, 'message_step');
    await grant(runner, 'message_step', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TABLE app.message_step',
      'ALTER TABLE app.planned_message NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE app.planned_message DISABLE TRIGGER keep_history',
      `UPDATE app.planned_message SET status = 'cancelled' WHERE status IN ('told', 'taken_back')`,
      'ALTER TABLE app.planned_message ENABLE TRIGGER keep_history',
      'ALTER TABLE app.planned_message FORCE ROW LEVEL SECURITY',
      `ALTER TABLE app.planned_message DROP CONSTRAINT planned_message_client_key,
         DROP CONSTRAINT planned_message_status_check,
         ADD CONSTRAINT planned_message_status_check CHECK (status IN (${BEFORE}))`,
    ]);
  }
}
