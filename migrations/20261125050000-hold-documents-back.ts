import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/**
 * Work product and letters between client and attorney are privileged like notes, and a paper that was withdrawn may be
 * about somebody else: neither answers a demand unless that very document was released for it.
 */
const DOCUMENTS = [
  'ALTER TABLE app.document ADD COLUMN privileged boolean NOT NULL DEFAULT false',
  'ALTER TABLE app.demand_release ALTER COLUMN note_id DROP NOT NULL',
  'ALTER TABLE app.demand_release ADD COLUMN document_id uuid',
  `ALTER TABLE app.demand_release ADD CONSTRAINT demand_release_of_document FOREIGN KEY (org_id, client_id, document_id)
     REFERENCES app.document (org_id, client_id, id)`,
  `ALTER TABLE app.demand_release ADD CONSTRAINT demand_release_of_one CHECK ((note_id IS NULL) <> (document_id IS NULL))`,
  `CREATE INDEX demand_release_document ON app.demand_release (org_id, demand_id, document_id, released_at)`,
];

/**
 * Demands whose words are kept from whoever asks: what was asked names people. One with a client in its scope is for
 * those who see all of them; one that nobody has scoped yet is for who entered it and for directors. A client who was
 * erased hides nothing: the log of what left stays.
 */
const KEPT = `CREATE FUNCTION sec.demands_kept_from_me() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
  WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id, c[3] AS role FROM sec.claims() AS c)
  SELECT c.demand_id FROM app.demand_client c JOIN me ON c.org_id = me.org_id
   WHERE c.removed_at IS NULL AND me.role <> 'system'
     AND NOT (c.client_id IN (SELECT sec.erased_clients()))
     AND (c.client_id IN (SELECT sec.walled_from_me())
          OR NOT ((SELECT sec.sees_office()) OR c.client_id IN (SELECT sec.my_clients())))
  UNION
  SELECT d.id FROM app.demand d JOIN me ON d.org_id = me.org_id
   WHERE d.recorded_by <> me.user_id AND me.role NOT IN ('director', 'system')
     AND NOT EXISTS (SELECT 1 FROM app.demand_client c
                      WHERE c.org_id = d.org_id AND c.demand_id = d.id AND c.removed_at IS NULL) $$`;

/** Tables of the log, with the column that names the demand. */
const LOG = { demand: 'id', demand_decision: 'demand_id', demand_export: 'demand_id' };

export class HoldDocumentsBack20261125050000 implements MigrationInterface {
  name = 'HoldDocumentsBack20261125050000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      ...DOCUMENTS,
      KEPT,
      'ALTER FUNCTION sec.demands_kept_from_me() OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.demands_kept_from_me() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.demands_kept_from_me() TO vacatur_app',
      ...Object.entries(LOG).map(
        ([table, column]) =>
          `CREATE POLICY scope ON app.${table} AS RESTRICTIVE FOR SELECT TO vacatur_app
             USING (NOT (${column} IN (SELECT sec.demands_kept_from_me())))`,
      ),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      ...Object.keys(LOG).map((table) => `DROP POLICY scope ON app.${table}`),
      'DROP FUNCTION sec.demands_kept_from_me()',
      'DELETE FROM app.demand_release WHERE document_id IS NOT NULL',
      'DROP INDEX app.demand_release_document',
      'ALTER TABLE app.demand_release DROP CONSTRAINT demand_release_of_one',
      'ALTER TABLE app.demand_release DROP COLUMN document_id',
      'ALTER TABLE app.demand_release ALTER COLUMN note_id SET NOT NULL',
      'ALTER TABLE app.document DROP COLUMN privileged',
    ]);
  }
}
