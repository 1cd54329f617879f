import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who filed a motion, by name: former counsel is asked for the file, and named in a claim against them. Sealed. */
export class NameWhoFiledAMotion20261125051000 implements MigrationInterface {
  name = 'NameWhoFiledAMotion20261125051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE app.motion ADD COLUMN counsel bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE app.motion DROP COLUMN counsel');
  }
}
