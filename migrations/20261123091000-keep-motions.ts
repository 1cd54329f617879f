import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHECK_IN_AND_CLEMENCY_PARTS } from './chronology-check-in-and-clemency-parts';
import { CASE_AND_REMOVAL_PARTS, createChronology } from './chronology-parts';
import { withMotions } from './chronology-motion-parts';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

/** Every motion, petition and stay request anybody has ever filed about the client's orders: the number bars count all. */
const MOTIONS = [
  `CREATE TABLE app.motion (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     order_id uuid,
     forum text NOT NULL CHECK (forum IN ('court', 'board', 'court_of_appeals', 'district_court', 'dhs')),
     kind text NOT NULL CHECK (kind IN ('reopen', 'reconsider', 'reopen_absentia', 'reopen_vawa', 'reopen_country_conditions',
       'reopen_joint', 'sua_sponte', 'stay', 'petition_for_review', 'habeas', 'i246')),
     ${partlyKnown('filed_on')},
     filed_by text NOT NULL CHECK (filed_by IN ('us', 'prior_counsel', 'notario', 'pro_se', 'dhs', 'not_known')),
     result text NOT NULL CHECK (result IN ('pending', 'granted', 'denied', 'rejected', 'withdrawn', 'not_known')),
     ${partlyKnown('result_on')},
     stay_until date,
     note bytea,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, order_id) REFERENCES app.removal_order (org_id, client_id, id),
     CHECK (result_on IS NULL OR result NOT IN ('pending', 'not_known')))`,
  `CREATE INDEX motion_client ON app.motion (org_id, client_id)`,
  `CREATE INDEX motion_order ON app.motion (org_id, order_id)`,
];
const PARTS = [...CASE_AND_REMOVAL_PARTS, ...CHECK_IN_AND_CLEMENCY_PARTS];

export class KeepMotions20261123091000 implements MigrationInterface {
  name = 'KeepMotions20261123091000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, MOTIONS);
    await protectClientTable(runner, 'motion');
    await keepHistory(runner, 'motion');
    await grant(runner, 'motion');
    await createChronology(runner, withMotions(PARTS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await createChronology(runner, PARTS);
    await runner.query('DROP TABLE app.motion');
  }
}
