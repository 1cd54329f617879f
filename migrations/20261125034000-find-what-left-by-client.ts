import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/**
 * What of a client left the office, told to whoever sees that client: that it left, when and on whose decision is part of
 * the client's history even where the demand itself names others and is kept from them.
 */
const LEFT = `CREATE FUNCTION sec.left_the_office(p_clients uuid[])
     RETURNS TABLE (id uuid, demand_id uuid, demand_kind text, at timestamptz, exported_by uuid, decision text,
                    decided_by uuid, decided_at timestamptz, approved_by uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT x.id, d.id, d.kind, x.exported_at, x.exported_by, k.decision, k.decided_by, k.decided_at, k.approved_by
       FROM app.demand_export x
       JOIN app.demand d ON d.org_id = x.org_id AND d.id = x.demand_id
       JOIN app.demand_decision k ON k.org_id = x.org_id AND k.id = x.decision_id
      WHERE x.org_id = sec.org() AND EXISTS (
        SELECT 1 FROM app.demand_export_item i
         WHERE i.org_id = x.org_id AND i.export_id = x.id AND i.client_id = ANY (p_clients)
           AND NOT (i.client_id IN (SELECT sec.walled_from_me()))
           AND ((SELECT sec.sees_office()) OR i.client_id IN (SELECT sec.my_clients()))) $$`;

/** The history of one client is asked by the client, not by the bundle. */
export class FindWhatLeftByClient20261125034000 implements MigrationInterface {
  name = 'FindWhatLeftByClient20261125034000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'CREATE INDEX demand_export_item_client ON app.demand_export_item (org_id, client_id, export_id)',
      LEFT,
      'ALTER FUNCTION sec.left_the_office(uuid[]) OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.left_the_office(uuid[]) FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.left_the_office(uuid[]) TO vacatur_app',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP FUNCTION sec.left_the_office(uuid[])',
      'DROP INDEX app.demand_export_item_client',
    ]);
  }
}
