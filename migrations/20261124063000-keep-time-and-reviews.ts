import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, protectOrganisationTable, run } from './helpers';

const OF_CASE = `org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     case_id uuid NOT NULL`;
const KEYS = `PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, case_id) REFERENCES app.cases (org_id, client_id, id)`;
const colleague = (column: string): string =>
  `FOREIGN KEY (org_id, ${column}) REFERENCES app.staff_user (org_id, id)`;

/** Time on cases with what pays for it. A running timer is a row: a reload of the page loses nothing. */
const TIME = [
  `CREATE TABLE app.funding_code (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     code text NOT NULL,
     name text NOT NULL,
     active_from date,
     active_until date,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CHECK (active_from <= active_until))`,
  `CREATE UNIQUE INDEX funding_code_code ON app.funding_code (org_id, lower(code))`,
  `CREATE TABLE app.time_entry (
     ${OF_CASE},
     version integer NOT NULL DEFAULT 1,
     user_id uuid NOT NULL,
     on_date date NOT NULL,
     minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
     activity text NOT NULL CHECK (activity IN ('meeting', 'call', 'research', 'drafting', 'filing', 'court', 'check_in',
       'travel', 'records', 'administration', 'other')),
     funding_id uuid,
     note bytea,
     withdrawn_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     ${KEYS},
     ${colleague('user_id')},
     FOREIGN KEY (org_id, funding_id) REFERENCES app.funding_code (org_id, id))`,
  `CREATE INDEX time_entry_day ON app.time_entry (org_id, on_date, id)`,
  `CREATE INDEX time_entry_user ON app.time_entry (org_id, user_id, on_date)`,
  `CREATE INDEX time_entry_case ON app.time_entry (org_id, case_id)`,
  `CREATE INDEX time_entry_client ON app.time_entry (org_id, client_id)`,
  `CREATE TABLE app.running_timer (
     ${OF_CASE},
     user_id uuid NOT NULL,
     started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     ${KEYS},
     ${colleague('user_id')})`,
  `CREATE UNIQUE INDEX running_timer_user ON app.running_timer (org_id, user_id)`,
  `CREATE INDEX running_timer_client ON app.running_timer (org_id, client_id)`,
];

const REVIEWS = [
  `CREATE TABLE app.review_request (
     ${OF_CASE},
     version integer NOT NULL DEFAULT 1,
     subject text NOT NULL CHECK (subject IN ('draft_document', 'decision', 'closing', 'note', 'other')),
     question bytea NOT NULL,
     asked_of uuid,
     status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'approved', 'changes_wanted', 'withdrawn')),
     requested_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     decided_by uuid,
     decided_at timestamptz,
     reason bytea,
     updated_at timestamptz NOT NULL DEFAULT now(),
     ${KEYS},
     ${colleague('asked_of')},
     ${colleague('requested_by')},
     ${colleague('decided_by')},
     CHECK ((status IN ('approved', 'changes_wanted')) = (decided_by IS NOT NULL)),
     CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
     CHECK (status <> 'changes_wanted' OR reason IS NOT NULL),
     CONSTRAINT review_request_two_people CHECK (decided_by <> requested_by))`,
  `CREATE INDEX review_request_waiting ON app.review_request (org_id, status, created_at, id)`,
  `CREATE INDEX review_request_client ON app.review_request (org_id, client_id)`,
  `CREATE INDEX review_request_case ON app.review_request (org_id, case_id)`,
];

export class KeepTimeAndReviews20261124063000 implements MigrationInterface {
  name = 'KeepTimeAndReviews20261124063000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...TIME, ...REVIEWS]);
    await protectOrganisationTable(runner, 'funding_code');
    await grant(runner, 'funding_code');
    for (const table of ['time_entry', 'running_timer', 'review_request'])
      await protectClientTable(runner, table);
    for (const table of ['time_entry', 'review_request']) {
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    await grant(runner, 'running_timer', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.review_request, app.running_timer, app.time_entry, app.funding_code']);
  }
}
