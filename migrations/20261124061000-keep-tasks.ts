import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, protectOrganisationTable, run } from './helpers';

const colleague = (column: string): string =>
  `FOREIGN KEY (org_id, ${column}) REFERENCES app.staff_user (org_id, id)`;

/**
 * What is to be done for a client, by whom and until when. What it says is about a person and sealed; when and by whom
 * is plain, so that lists are read in one index scan. Templates hold the office's own words and name no client.
 */
const TASKS = [
  `ALTER TABLE app.cases ADD CONSTRAINT cases_of_client_for_work UNIQUE (org_id, client_id, id)`,
  `CREATE TABLE app.task (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     case_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'aftercare')),
     title bytea NOT NULL,
     details bytea,
     assignee_id uuid,
     due_on date,
     priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
     status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
     reason bytea,
     asleep_until date,
     repeats text CHECK (repeats IN ('weekly', 'every_two_weeks', 'monthly', 'quarterly', 'yearly')),
     follows_id uuid,
     ended_by uuid,
     ended_at timestamptz,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, case_id) REFERENCES app.cases (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, follows_id) REFERENCES app.task (org_id, client_id, id),
     ${colleague('assignee_id')},
     ${colleague('ended_by')},
     ${colleague('created_by')},
     CHECK ((status = 'open') = (ended_at IS NULL)),
     CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
     CHECK (status <> 'dropped' OR reason IS NOT NULL))`,
  `CREATE INDEX task_due ON app.task (org_id, status, due_on, id)`,
  `CREATE INDEX task_assignee ON app.task (org_id, assignee_id, status)`,
  `CREATE INDEX task_client ON app.task (org_id, client_id)`,
  `CREATE INDEX task_case ON app.task (org_id, case_id, status)`,
  `CREATE TABLE app.task_item (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     task_id uuid NOT NULL,
     position smallint NOT NULL,
     text bytea NOT NULL,
     ticked_by uuid,
     ticked_at timestamptz,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, task_id) REFERENCES app.task (org_id, client_id, id),
     ${colleague('ticked_by')},
     CHECK ((ticked_by IS NULL) = (ticked_at IS NULL)))`,
  `CREATE INDEX task_item_task ON app.task_item (org_id, task_id, position)`,
  `CREATE INDEX task_item_client ON app.task_item (org_id, client_id)`,
  `CREATE TABLE app.task_template (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     name text NOT NULL,
     case_type text,
     steps jsonb NOT NULL,
     active boolean NOT NULL DEFAULT true,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     ${colleague('created_by')})`,
  `CREATE UNIQUE INDEX task_template_name ON app.task_template (org_id, lower(name))`,
];

export class KeepTasks20261124061000 implements MigrationInterface {
  name = 'KeepTasks20261124061000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TASKS);
    for (const table of ['task', 'task_item']) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    await protectOrganisationTable(runner, 'task_template');
    await grant(runner, 'task_template');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TABLE app.task_template, app.task_item, app.task',
      'ALTER TABLE app.cases DROP CONSTRAINT cases_of_client_for_work',
    ]);
  }
}
