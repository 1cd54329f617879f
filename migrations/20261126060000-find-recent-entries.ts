import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries about clients of the last days, for the page of the day: found by their time, however long the trail is. */
export class FindRecentEntries20261126060000 implements MigrationInterface {
  name = 'FindRecentEntries20261126060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX audit_entry_recent ON app.audit_entry (org_id, at, seq) WHERE client_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX app.audit_entry_recent');
  }
}
