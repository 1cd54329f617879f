import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

/**
 * Where somebody was held and from which day. Periods are only added: what the office believed at any moment, and
 * who told it so, stays readable. The place is sealed, the day is not.
 */
const CUSTODY = [
  `CREATE TABLE app.custody_period (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ('detained', 'not_detained', 'not_known')),
     since date NOT NULL,
     place bytea,
     source text NOT NULL CHECK (source IN ('recorded', 'check_in')),
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX custody_period_client ON app.custody_period (org_id, client_id, since, at)`,
];

export class KeepCustody20261122065000 implements MigrationInterface {
  name = 'KeepCustody20261122065000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, CUSTODY);
    await protectClientTable(runner, 'custody_period');
    await grant(runner, 'custody_period', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE app.custody_period');
  }
}
