import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** The audit page shows the newest refusals: without an index each look would read the whole trail. */
export class FindRefusals20261126010100 implements MigrationInterface {
  name = 'FindRefusals20261126010100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      `CREATE INDEX audit_entry_refused ON app.audit_entry (org_id, seq)
        WHERE action IN ('access.refused', 'access.refused_more')`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP INDEX app.audit_entry_refused']);
  }
}
