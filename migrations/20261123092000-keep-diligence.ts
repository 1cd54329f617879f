import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

/**
 * What stood in the way of a motion, when it was found out, and what was done about it, each with its date: the record
 * that equitable tolling asks for. A wrong entry is withdrawn and stays readable.
 */
const STEPS = [
  `CREATE TABLE app.diligence_step (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL CHECK (kind IN ('obstacle_started', 'discovered', 'step', 'filed',
       'lozada_affidavit', 'lozada_notice', 'lozada_complaint', 'lozada_prejudice')),
     ${partlyKnown('on_date')},
     note bytea,
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))`,
  `CREATE INDEX diligence_step_client ON app.diligence_step (org_id, client_id)`,
];

export class KeepDiligence20261123092000 implements MigrationInterface {
  name = 'KeepDiligence20261123092000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, STEPS);
    await protectClientTable(runner, 'diligence_step');
    await keepHistory(runner, 'diligence_step');
    await grant(runner, 'diligence_step');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE app.diligence_step');
  }
}
