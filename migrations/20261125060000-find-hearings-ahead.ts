import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day's page and the list of hearings ask for what stands from today on, whoever the client is. */
export class FindHearingsAhead20261125060000 implements MigrationInterface {
  name = 'FindHearingsAhead20261125060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX hearing_ahead ON app.hearing (org_id, on_date, id) WHERE status = 'scheduled'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX app.hearing_ahead');
  }
}
