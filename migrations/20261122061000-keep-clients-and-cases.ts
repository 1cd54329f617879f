import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run, seesClient } from './helpers';

const CLIENT = [
  `CREATE TABLE app.client (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     given_name bytea NOT NULL,
     middle_name bytea,
     family_name bytea NOT NULL,
     sort_bucket smallint NOT NULL,
     a_number bytea,
     a_number_index bytea,
     birth bytea,
     country_of_birth text CHECK (country_of_birth ~ '^[A-Z]{2}$'),
     citizenship text CHECK (citizenship ~ '^[A-Z]{2}$'),
     languages text[] NOT NULL DEFAULT '{}',
     interpreter_language text,
     arrival bytea,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX client_a_number ON app.client (org_id, a_number_index)`,
  `CREATE INDEX client_created_by ON app.client (org_id, created_by, created_at)`,
  `CREATE TABLE app.client_alias (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('alias', 'maiden', 'spelling', 'native_script')),
     name bytea NOT NULL,
     position smallint NOT NULL DEFAULT 0,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX client_alias_client ON app.client_alias (org_id, client_id)`,
  `CREATE TABLE app.client_token (
     org_id uuid NOT NULL,
     client_id uuid NOT NULL,
     kind text NOT NULL,
     token bytea NOT NULL,
     PRIMARY KEY (org_id, kind, token, client_id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX client_token_client ON app.client_token (org_id, client_id)`,
  `CREATE TABLE app.contact_point (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL CHECK (kind IN ('phone', 'email', 'address', 'other')),
     value bytea NOT NULL,
     label bytea,
     safe_to_contact boolean NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX contact_point_client ON app.contact_point (org_id, client_id)`,
];

/**
 * The columns next_* , custody and clemency_stage of a case repeat what other tables hold, so that a caseload of
 * thousands is filtered and sorted in one index scan. Only the libraries that own the facts write them.
 */
const CASES = [
  `CREATE TABLE app.cases (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     type text NOT NULL CHECK (type IN ('removal_defence', 'clemency_and_reopening', 'check_in_support', 'advice_only')),
     stage text NOT NULL CHECK (stage IN ('intake', 'records', 'clemency_pending', 'grant_received', 'motion_filed', 'reopened', 'terminated', 'closed_adverse')),
     status text NOT NULL CHECK (status IN ('open', 'closed')),
     responsible_id uuid,
     opened_on date NOT NULL,
     closed_on date,
     outcome text CHECK (outcome IN ('order_vacated', 'proceedings_terminated', 'withdrawn', 'removed', 'other')),
     next_deadline_on date,
     next_deadline_rule text,
     next_check_in_on date,
     next_check_in_time text,
     custody text NOT NULL DEFAULT 'not_known' CHECK (custody IN ('not_detained', 'detained', 'not_known')),
     clemency_stage text,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, responsible_id) REFERENCES app.staff_user (org_id, id),
     CHECK ((status = 'closed') = (closed_on IS NOT NULL)))`,
  `CREATE INDEX cases_client ON app.cases (org_id, client_id)`,
  `CREATE INDEX cases_deadline ON app.cases (org_id, status, next_deadline_on, id)`,
  `CREATE INDEX cases_check_in ON app.cases (org_id, status, next_check_in_on, id)`,
  `CREATE INDEX cases_opened ON app.cases (org_id, status, opened_on, id)`,
  `CREATE INDEX cases_updated ON app.cases (org_id, status, updated_at, id)`,
  `CREATE INDEX cases_responsible ON app.cases (org_id, responsible_id, status)`,
  `CREATE TABLE app.case_team (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     case_id uuid NOT NULL,
     client_id uuid NOT NULL,
     user_id uuid NOT NULL,
     added_by uuid NOT NULL,
     since timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, case_id) REFERENCES app.cases (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX case_team_current ON app.case_team (org_id, case_id, user_id) WHERE ended_at IS NULL`,
  `CREATE INDEX case_team_caseload ON app.case_team (org_id, user_id) INCLUDE (client_id) WHERE ended_at IS NULL`,
  `CREATE TABLE app.case_stage (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     case_id uuid NOT NULL,
     client_id uuid NOT NULL,
     stage text NOT NULL,
     on_date date NOT NULL,
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, case_id) REFERENCES app.cases (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX case_stage_case ON app.case_stage (org_id, case_id, at)`,
  `CREATE TABLE app.case_note (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     case_id uuid NOT NULL,
     client_id uuid NOT NULL,
     text bytea NOT NULL,
     privileged boolean NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, case_id) REFERENCES app.cases (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX case_note_case ON app.case_note (org_id, case_id, at)`,
];

/**
 * The caseload: clients of the cases a person is on now, and a client that this very transaction creates, so that
 * its first case and team can be written. Walls and break-glass grants will be added here and in `sees_office`.
 */
const ROW_RULE = [
  `CREATE FUNCTION sec.my_clients() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, pg_temp AS $$
     WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id FROM sec.claims() AS c)
     SELECT t.client_id FROM app.case_team t, me
      WHERE t.org_id = me.org_id AND t.user_id = me.user_id AND t.ended_at IS NULL
     UNION
     SELECT c.id FROM app.client c, me
      WHERE c.org_id = me.org_id AND c.created_by = me.user_id AND c.created_at = transaction_timestamp() $$`,
];

const TABLES = [
  'client',
  'client_alias',
  'client_token',
  'contact_point',
  'cases',
  'case_team',
  'case_stage',
  'case_note',
];

export class KeepClientsAndCases20261122061000 implements MigrationInterface {
  name = 'KeepClientsAndCases20261122061000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...CLIENT, ...CASES]);
    for (const table of ['client', 'case_team']) {
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} FOR SELECT TO vacatur_definer USING (true)`,
      ]);
    }
    await run(runner, [...ROW_RULE, 'ALTER FUNCTION sec.my_clients() OWNER TO vacatur_definer']);
    await run(runner, [
      `CREATE POLICY see ON app.audit_entry FOR SELECT TO vacatur_app
         USING ((SELECT sec.sees_office()) OR client_id IN (SELECT sec.my_clients()))`,
      `CREATE POLICY see ON app.row_history FOR SELECT TO vacatur_app USING (${seesClient('client_id')})`,
    ]);
    for (const table of TABLES) {
      await protectClientTable(runner, table, table === 'client' ? 'id' : 'client_id');
      const gone = ['client_alias', 'client_token', 'contact_point'].includes(table);
      await grant(runner, table, gone ? 'SELECT, INSERT, UPDATE, DELETE' : 'SELECT, INSERT, UPDATE');
    }
    await keepHistory(runner, 'client', 'id');
    for (const table of ['client_alias', 'contact_point', 'cases', 'case_team'])
      await keepHistory(runner, table);
    await runner.query('GRANT EXECUTE ON FUNCTION sec.my_clients() TO vacatur_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP POLICY see ON app.audit_entry',
      'DROP POLICY see ON app.row_history',
      ...[...TABLES].reverse().map((table) => `DROP TABLE app.${table} CASCADE`),
      'DROP FUNCTION IF EXISTS sec.my_clients',
    ]);
  }
}
