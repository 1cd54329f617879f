import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, protectOrganisationTable, run } from './helpers';

const OFFICE = [
  `CREATE TABLE app.demand (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('subpoena', 'court_order', 'government_request', 'family_request', 'client_request', 'other')),
     status text NOT NULL CHECK (status IN ('open', 'decided', 'approved', 'closed')),
     received_from bytea NOT NULL,
     asked bytea NOT NULL,
     received_on date NOT NULL,
     due_on date,
     period_from date,
     period_to date,
     record_kinds text[] NOT NULL DEFAULT '{}'
       CHECK (record_kinds <@ ARRAY['identity', 'contacts', 'chronology', 'notes', 'documents']),
     recorded_by uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, recorded_by) REFERENCES app.staff_user (org_id, id),
     CHECK (period_from <= period_to))`,
  `CREATE TABLE app.demand_decision (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     demand_id uuid NOT NULL,
     decision text NOT NULL CHECK (decision IN ('comply', 'partly', 'object', 'none')),
     reasons bytea NOT NULL,
     decided_by uuid NOT NULL,
     decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     approved_by uuid,
     approved_at timestamptz,
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, demand_id, id),
     FOREIGN KEY (org_id, demand_id) REFERENCES app.demand (org_id, id),
     FOREIGN KEY (org_id, decided_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, approved_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
     CONSTRAINT demand_decision_by_two CHECK (approved_by <> decided_by))`,
  `CREATE INDEX demand_decision_demand ON app.demand_decision (org_id, demand_id, decided_at)`,
  `CREATE TABLE app.demand_export (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     demand_id uuid NOT NULL,
     decision_id uuid NOT NULL,
     exported_by uuid NOT NULL,
     exported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     manifest_hash bytea NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, demand_id, decision_id) REFERENCES app.demand_decision (org_id, demand_id, id),
     FOREIGN KEY (org_id, exported_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX demand_export_demand ON app.demand_export (org_id, demand_id, exported_at)`,
];

/** Whatever names a client is behind the client's walls, also in the log. */
const CLIENTS = [
  `CREATE TABLE app.demand_client (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     demand_id uuid NOT NULL,
     added_by uuid NOT NULL,
     added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     removed_at timestamptz,
     decided_for uuid,
     approved_for uuid,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, demand_id) REFERENCES app.demand (org_id, id),
     FOREIGN KEY (org_id, demand_id, decided_for) REFERENCES app.demand_decision (org_id, demand_id, id),
     FOREIGN KEY (org_id, demand_id, approved_for) REFERENCES app.demand_decision (org_id, demand_id, id),
     FOREIGN KEY (org_id, added_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX demand_client_once ON app.demand_client (org_id, demand_id, client_id) WHERE removed_at IS NULL`,
  `CREATE INDEX demand_client_client ON app.demand_client (org_id, client_id)`,
  `CREATE TABLE app.demand_release (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     demand_id uuid NOT NULL,
     note_id uuid NOT NULL,
     released boolean NOT NULL,
     reason bytea NOT NULL,
     released_by uuid NOT NULL,
     released_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, demand_id) REFERENCES app.demand (org_id, id),
     FOREIGN KEY (org_id, client_id, note_id) REFERENCES app.case_note (org_id, client_id, id),
     FOREIGN KEY (org_id, released_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX demand_release_demand ON app.demand_release (org_id, demand_id, note_id, released_at)`,
  `CREATE TABLE app.demand_export_item (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     export_id uuid NOT NULL,
     kind text NOT NULL,
     item_id uuid NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, export_id) REFERENCES app.demand_export (org_id, id))`,
  `CREATE INDEX demand_export_item_export ON app.demand_export_item (org_id, export_id)`,
];

const TABLES = [
  'demand_export_item',
  'demand_release',
  'demand_client',
  'demand_export',
  'demand_decision',
  'demand',
];

/** What was asked of the office, by whom, who decided, and what left it. */
export class LogDemands20261124095000 implements MigrationInterface {
  name = 'LogDemands20261124095000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...OFFICE, ...CLIENTS]);
    for (const table of ['demand', 'demand_decision', 'demand_export'])
      await protectOrganisationTable(runner, table);
    for (const table of ['demand_client', 'demand_release', 'demand_export_item'])
      await protectClientTable(runner, table);
    for (const table of ['demand', 'demand_decision', 'demand_client']) {
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    for (const table of ['demand_export', 'demand_release', 'demand_export_item'])
      await grant(runner, table, 'SELECT, INSERT');
    await run(runner, ['SELECT sec.let_keeper_in()']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      TABLES.map((table) => `DROP TABLE app.${table}`),
    );
  }
}
