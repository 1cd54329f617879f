import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

/**
 * That a case was closed, and what was left open then for which reason. Rows are only ever added: opening the case
 * again takes nothing away, and the reasons are what an office answers with when a missed day is asked about.
 */
const CLOSINGS = [
  `CREATE TABLE app.case_closing (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     case_id uuid NOT NULL,
     on_date date NOT NULL,
     outcome text NOT NULL CHECK (outcome ~ '^[a-z_]{1,40}$'),
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, case_id) REFERENCES app.cases (org_id, client_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX case_closing_case ON app.case_closing (org_id, case_id, at)`,
  `CREATE INDEX case_closing_client ON app.case_closing (org_id, client_id)`,
  `CREATE TABLE app.case_closing_end (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     closing_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('deadline', 'proof', 'task', 'check_in', 'hearing', 'custody', 'record_request')),
     subject_id uuid NOT NULL,
     on_date date,
     reason bytea NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, closing_id) REFERENCES app.case_closing (org_id, client_id, id))`,
  `CREATE INDEX case_closing_end_closing ON app.case_closing_end (org_id, closing_id)`,
  `CREATE INDEX case_closing_end_client ON app.case_closing_end (org_id, client_id)`,
];
const KINDS = `'motion_cover_page', 'proposed_order', 'certificate_of_service', 'procedural_history'`;
const kinds = (list: string): string =>
  `ALTER TABLE app.filing DROP CONSTRAINT filing_kind_check, ADD CONSTRAINT filing_kind_check CHECK (kind IN (${list})) NOT VALID`;

export class KeepClosings20261124065000 implements MigrationInterface {
  name = 'KeepClosings20261124065000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...CLOSINGS, kinds(`${KINDS}, 'closing_letter'`)]);
    for (const table of ['case_closing', 'case_closing_end']) {
      await protectClientTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.case_closing_end, app.case_closing', kinds(KINDS)]);
  }
}
