import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** Columns of an order that are facts of the law; a change of any of them is a new recording. */
const FACTS_OF = {
  removal_order: `kind, decided_on, decided_about, decision_form, mailed_on, in_absentia, appeal, appeal_filed_on,
    appeal_decided_on, appeal_outcome, asylum_decided, voluntary_departure_until`,
  motion: 'order_id, forum, kind, filed_on, filed_by, result, result_on, stay_until',
};
const TABLES = Object.entries(FACTS_OF);

const NOTE_RECORDER = `CREATE FUNCTION sec.note_recorder() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    NEW.recorded_by := sec.uid();
    NEW.recorded_at := clock_timestamp();
    RETURN NEW;
  END $$`;

/** Who wrote down the facts that a date stands on. It runs with the rights of whoever asks. */
const VIEW = `CREATE VIEW app.fact_recorder WITH (security_invoker = true) AS
  SELECT org_id, client_id, 'removal_order' AS source_kind, id AS source_id, recorded_by AS by_user, recorded_at AS at
    FROM app.removal_order
  UNION ALL SELECT org_id, client_id, 'motion', id, recorded_by, recorded_at FROM app.motion
  UNION ALL SELECT org_id, client_id, 'order_status', id, by_user, at FROM app.order_status
  UNION ALL SELECT org_id, client_id, 'case_stage', id, by_user, at FROM app.case_stage
  UNION ALL SELECT org_id, client_id, 'custody', id, by_user, at FROM app.custody_period
  UNION ALL SELECT org_id, client_id, 'check_in', id, created_by, created_at FROM app.check_in
  UNION ALL SELECT org_id, client_id, 'pardon_grant', id, created_by, created_at FROM app.pardon_grant`;

export class SayWhoRecordedAFact20261123100000 implements MigrationInterface {
  name = 'SayWhoRecordedAFact20261123100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTE_RECORDER);
    await runner.query('REVOKE EXECUTE ON FUNCTION sec.note_recorder() FROM PUBLIC');
    for (const [table, columns] of TABLES) {
      await run(runner, [
        `ALTER TABLE app.${table} ADD COLUMN recorded_by uuid, ADD COLUMN recorded_at timestamptz,
           ADD FOREIGN KEY (org_id, recorded_by) REFERENCES app.staff_user (org_id, id)`,
        `CREATE TRIGGER note_recorder BEFORE INSERT OR UPDATE OF ${columns} ON app.${table}
           FOR EACH ROW EXECUTE FUNCTION sec.note_recorder()`,
      ]);
    }
    await run(runner, [VIEW, 'GRANT SELECT ON app.fact_recorder TO vacatur_app']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW app.fact_recorder');
    for (const [table] of TABLES) {
      await run(runner, [
        `DROP TRIGGER note_recorder ON app.${table}`,
        `ALTER TABLE app.${table} DROP COLUMN recorded_by, DROP COLUMN recorded_at`,
      ]);
    }
    await runner.query('DROP FUNCTION sec.note_recorder()');
  }
}
