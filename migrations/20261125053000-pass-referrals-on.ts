import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectOrganisationTable, run } from './helpers';

/** Somebody who asked for help and was passed on to another organisation: where, and what they agreed should cross. */
const PASSED = [
  `CREATE TABLE app.passed_referral (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     referral_id uuid NOT NULL,
     to_org_id uuid NOT NULL,
     to_name text NOT NULL,
     fields text[] NOT NULL,
     consented_on date NOT NULL,
     sent_at timestamptz,
     by_user uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, referral_id) REFERENCES app.referral (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX passed_referral_referral ON app.passed_referral (org_id, referral_id, created_at)`,
  // Seen with the referral.
  `CREATE POLICY referral ON app.passed_referral AS RESTRICTIVE FOR SELECT TO vacatur_app
     USING (EXISTS (SELECT 1 FROM app.referral r
                     WHERE r.org_id = passed_referral.org_id AND r.id = passed_referral.referral_id))`,
];

export class PassReferralsOn20261125053000 implements MigrationInterface {
  name = 'PassReferralsOn20261125053000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, PASSED);
    await protectOrganisationTable(runner, 'passed_referral');
    await grant(runner, 'passed_referral');
    await keepHistory(runner, 'passed_referral');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE app.passed_referral');
  }
}
