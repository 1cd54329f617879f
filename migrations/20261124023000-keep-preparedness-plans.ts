import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

/** Each saving of an item is a row of its own: the latest is what holds, the others are its history. */
const PLAN = [
  `CREATE TABLE app.plan_entry (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     section text NOT NULL CHECK (section IN ('children', 'medicines', 'home', 'work', 'money', 'documents', 'phone_numbers')),
     item text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     title bytea,
     text bytea,
     state text NOT NULL CHECK (state IN ('open', 'done', 'not_needed', 'withdrawn')),
     done_on date CHECK (done_on IS NULL OR state = 'done'),
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX plan_entry_version ON app.plan_entry (org_id, client_id, item, version)`,
];

export class KeepPreparednessPlans20261124023000 implements MigrationInterface {
  name = 'KeepPreparednessPlans20261124023000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, PLAN);
    await protectClientTable(runner, 'plan_entry');
    await grant(runner, 'plan_entry');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.plan_entry']);
  }
}
