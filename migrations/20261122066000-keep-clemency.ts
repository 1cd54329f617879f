import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHECK_IN_AND_CLEMENCY_PARTS } from './chronology-check-in-and-clemency-parts';
import { CASE_AND_REMOVAL_PARTS, createChronology } from './chronology-parts';
import { grant, keepHistory, protectClientTable, run } from './helpers';

const STAGES = `'intake', 'records_ordered', 'effect_analysis', 'eligibility', 'drafting', 'service_on_officials', 'filed',
  'expedite_requested', 'deficiency', 'investigation', 'hearing', 'recommendation', 'granted', 'instrument_checked',
  'handed_off', 'denied', 'withdrawn', 'lapsed'`;

const ROW = `org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1`;

const KEYS = `created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id)`;

const CONVICTION = `conviction_id uuid NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, conviction_id) REFERENCES app.conviction (org_id, client_id, id)`;

const APPLICATIONS = [
  `CREATE TABLE app.pardon_application (
     ${ROW},
     jurisdiction text NOT NULL CHECK (jurisdiction ~ '^[A-Z]{2,3}$'),
     on_behalf boolean NOT NULL,
     stage text NOT NULL CHECK (stage IN (${STAGES})),
     ${KEYS},
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX pardon_application_stage ON app.pardon_application (org_id, stage)`,
  `CREATE TABLE app.application_conviction (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     application_id uuid NOT NULL,
     ${CONVICTION},
     UNIQUE (org_id, application_id, conviction_id),
     FOREIGN KEY (org_id, client_id, application_id) REFERENCES app.pardon_application (org_id, client_id, id))`,
  `CREATE INDEX application_conviction_client ON app.application_conviction (org_id, client_id)`,
  `CREATE TABLE app.application_stage (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     application_id uuid NOT NULL,
     stage text NOT NULL CHECK (stage IN (${STAGES})),
     on_date date NOT NULL,
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, application_id) REFERENCES app.pardon_application (org_id, client_id, id))`,
  `CREATE INDEX application_stage_client ON app.application_stage (org_id, client_id, at)`,
];

/** Real cases had four different days: signed, in effect, received, announced (weeks later). Each may be unknown. */
const GRANTS = [
  `CREATE TABLE app.pardon_grant (
     ${ROW},
     application_id uuid NOT NULL,
     signed_on date,
     effective_on date,
     received_on date,
     announced_on date,
     instrument_kind text NOT NULL CHECK (instrument_kind IN ('full_and_unconditional', 'full_with_conditions', 'conditional',
       'commutation', 'restoration_of_rights', 'expungement', 'other')),
     grantor text NOT NULL CHECK (grantor IN ('president', 'governor', 'board', 'legislature', 'court', 'other')),
     individual boolean,
     attorney_reading text CHECK (attorney_reading IN ('no_condition', 'condition')),
     conditions_met text CHECK (conditions_met IN ('yes', 'no', 'not_known')),
     fraud_alleged text CHECK (fraud_alleged IN ('yes', 'no', 'not_known')),
     wording bytea,
     ${KEYS},
     FOREIGN KEY (org_id, client_id, application_id) REFERENCES app.pardon_application (org_id, client_id, id),
     CONSTRAINT pardon_grant_dates CHECK (received_on >= signed_on AND announced_on >= signed_on))`,
  `CREATE UNIQUE INDEX pardon_grant_application ON app.pardon_grant (org_id, application_id)`,
  `CREATE TABLE app.grant_conviction (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     grant_id uuid NOT NULL,
     ${CONVICTION},
     UNIQUE (org_id, grant_id, conviction_id),
     FOREIGN KEY (org_id, client_id, grant_id) REFERENCES app.pardon_grant (org_id, client_id, id))`,
  `CREATE INDEX grant_conviction_client ON app.grant_conviction (org_id, client_id)`,
];

const TABLES = [
  'pardon_application',
  'application_conviction',
  'application_stage',
  'pardon_grant',
  'grant_conviction',
];

export class KeepClemency20261122066000 implements MigrationInterface {
  name = 'KeepClemency20261122066000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...APPLICATIONS, ...GRANTS]);
    for (const table of TABLES) {
      await protectClientTable(runner, table);
      await grant(runner, table, rightsOf(table));
      if (table !== 'application_stage') await keepHistory(runner, table);
    }
    await createChronology(runner, [...CASE_AND_REMOVAL_PARTS, ...CHECK_IN_AND_CLEMENCY_PARTS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await createChronology(runner, CASE_AND_REMOVAL_PARTS);
    await run(
      runner,
      [...TABLES].reverse().map((table) => `DROP TABLE app.${table}`),
    );
  }
}

/** Links come and go, a stage that was reached is never taken back. */
function rightsOf(table: string): string {
  if (table.endsWith('_conviction')) return 'SELECT, INSERT, DELETE';
  return table === 'application_stage' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE';
}
