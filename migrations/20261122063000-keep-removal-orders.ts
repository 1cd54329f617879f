import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/** 1997, 1997-05 or 1997-05-21: old records often hold no more, and nothing is added to what they hold. */
const partly = (column: string): string =>
  `${column} text CHECK (${column} ~ '^\\d{4}(-\\d{2}(-\\d{2})?)?$' AND (length(${column}) < 10 OR ${column}::date IS NOT NULL))`;

const ROW = `org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1`;

/** Children name their client in the key too, so that nothing of one client can hang on another's proceeding. */
const KEYS = `created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id)`;
const OF_CLIENT = 'FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id)';
const OF_PROCEEDING =
  'FOREIGN KEY (org_id, client_id, proceeding_id) REFERENCES app.proceeding (org_id, client_id, id)';

const PROCEEDINGS = [
  `CREATE TABLE app.proceeding (
     ${ROW},
     court_code bytea,
     kind text NOT NULL CHECK (kind IN ('removal', 'deportation', 'exclusion')),
     judge bytea,
     no_judge boolean NOT NULL DEFAULT false CHECK (NOT no_judge OR judge IS NULL),
     hearing text NOT NULL DEFAULT 'not_known' CHECK (hearing IN ('scheduled', 'none', 'not_known')),
     hearing_on date,
     hearing_time text CHECK (hearing_time ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
     hearing_kind text CHECK (hearing_kind IN ('master', 'individual', 'bond', 'other')),
     ${partly('started_on')},
     note bytea,
     ${KEYS},
     ${OF_CLIENT},
     CHECK ((hearing = 'scheduled') = (hearing_on IS NOT NULL)))`,
  `CREATE INDEX proceeding_client ON app.proceeding (org_id, client_id)`,
  `CREATE TABLE app.charging_document (
     ${ROW},
     proceeding_id uuid NOT NULL,
     form text NOT NULL CHECK (form IN ('osc', 'nta', 'i261', 'i122')),
     ${partly('dated')},
     ${partly('served_on')},
     ${KEYS},
     ${OF_PROCEEDING})`,
  `CREATE INDEX charging_document_proceeding ON app.charging_document (org_id, proceeding_id)`,
  `CREATE INDEX charging_document_client ON app.charging_document (org_id, client_id)`,
  `CREATE TABLE app.conviction (
     ${ROW},
     state text CHECK (state ~ '^[A-Z]{2}$'),
     level text NOT NULL CHECK (level IN ('felony', 'misdemeanor', 'violation', 'federal_felony', 'federal_misdemeanor', 'other')),
     court bytea,
     county bytea,
     docket bytea,
     statute bytea,
     offence bytea,
     sentence bytea,
     maximum_sentence bytea,
     note bytea,
     ${partly('offence_on')},
     ${partly('plea_on')},
     ${partly('sentenced_on')},
     age_at_offence smallint CHECK (age_at_offence BETWEEN 5 AND 120),
     flags jsonb NOT NULL,
     ${KEYS},
     ${OF_CLIENT})`,
  `CREATE INDEX conviction_client ON app.conviction (org_id, client_id)`,
  `CREATE TABLE app.charge (
     ${ROW},
     proceeding_id uuid NOT NULL,
     code text NOT NULL,
     status text NOT NULL CHECK (status IN ('charged', 'sustained', 'conceded', 'not_sustained', 'withdrawn')),
     origin text NOT NULL CHECK (origin IN ('charged', 'lodged')),
     note bytea,
     ${KEYS},
     ${OF_PROCEEDING})`,
  `CREATE INDEX charge_proceeding ON app.charge (org_id, proceeding_id)`,
  `CREATE INDEX charge_client ON app.charge (org_id, client_id)`,
  `CREATE TABLE app.charge_conviction (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     charge_id uuid NOT NULL,
     conviction_id uuid NOT NULL,
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, charge_id, conviction_id),
     FOREIGN KEY (org_id, client_id, charge_id) REFERENCES app.charge (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, conviction_id) REFERENCES app.conviction (org_id, client_id, id))`,
  `CREATE INDEX charge_conviction_client ON app.charge_conviction (org_id, client_id)`,
  `CREATE INDEX charge_conviction_conviction ON app.charge_conviction (org_id, conviction_id)`,
];

const STATUSES = `'in_force', 'stayed', 'reopened', 'vacated', 'executed', 'terminated'`;

const ORDERS = [
  `CREATE TABLE app.removal_order (
     ${ROW},
     proceeding_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('removal', 'deportation', 'exclusion', 'voluntary_departure_alternate')),
     ${partly('decided_on')},
     decided_about boolean NOT NULL DEFAULT false CHECK (NOT decided_about OR length(decided_on) < 10),
     decision_form text CHECK (decision_form IN ('oral', 'written')),
     ${partly('mailed_on')},
     in_absentia boolean,
     appeal text NOT NULL CHECK (appeal IN ('waived', 'taken', 'not_taken', 'not_known')),
     ${partly('appeal_filed_on')},
     ${partly('appeal_decided_on')},
     appeal_outcome text CHECK (appeal_outcome IN ('dismissed', 'sustained', 'remanded', 'rejected')),
     asylum_decided boolean,
     country_designated text CHECK (country_designated ~ '^[A-Z]{2}$'),
     voluntary_departure_until date,
     status text NOT NULL DEFAULT 'in_force' CHECK (status IN (${STATUSES})),
     note bytea,
     ${KEYS},
     ${OF_PROCEEDING})`,
  `CREATE INDEX removal_order_proceeding ON app.removal_order (org_id, proceeding_id)`,
  `CREATE INDEX removal_order_client ON app.removal_order (org_id, client_id)`,
  `CREATE TABLE app.order_status (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     order_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN (${STATUSES})),
     ${partly('on_date')},
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, order_id) REFERENCES app.removal_order (org_id, client_id, id))`,
  `CREATE INDEX order_status_order ON app.order_status (org_id, order_id, at)`,
  `CREATE INDEX order_status_client ON app.order_status (org_id, client_id)`,
];

const TABLES = [
  'proceeding',
  'charging_document',
  'conviction',
  'charge',
  'charge_conviction',
  'removal_order',
  'order_status',
];

export class KeepRemovalOrders20261122063000 implements MigrationInterface {
  name = 'KeepRemovalOrders20261122063000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...PROCEEDINGS, ...ORDERS]);
    for (const table of TABLES) {
      await protectClientTable(runner, table);
      await grant(runner, table, rightsOf(table));
      if (table !== 'order_status') await keepHistory(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      [...TABLES].reverse().map((table) => `DROP TABLE app.${table}`),
    );
  }
}

/** Links come and go; a status that an order had is never taken back. */
function rightsOf(table: string): string {
  if (table === 'charge_conviction') return 'SELECT, INSERT, DELETE';
  return table === 'order_status' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE';
}
