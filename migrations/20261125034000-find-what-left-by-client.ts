import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** The history of one client says what of it left the office: it is asked by the client, not by the bundle. */
export class FindWhatLeftByClient20261125034000 implements MigrationInterface {
  name = 'FindWhatLeftByClient20261125034000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'CREATE INDEX demand_export_item_client ON app.demand_export_item (org_id, client_id, export_id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP INDEX app.demand_export_item_client']);
  }
}
