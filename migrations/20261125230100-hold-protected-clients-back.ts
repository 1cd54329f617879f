import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/**
 * 8 U.S.C. 1367: a client with an application for relief as a battered family member, victim of a crime or of
 * trafficking leaves by no demand before that client was released for it. A release that names neither a note nor a
 * document is of the client.
 */
export class HoldProtectedClientsBack20261125230100 implements MigrationInterface {
  name = 'HoldProtectedClientsBack20261125230100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'ALTER TABLE app.demand_release DROP CONSTRAINT demand_release_of_one',
      'ALTER TABLE app.demand_release ADD CONSTRAINT demand_release_of_one CHECK (note_id IS NULL OR document_id IS NULL)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DELETE FROM app.demand_release WHERE note_id IS NULL AND document_id IS NULL',
      'ALTER TABLE app.demand_release DROP CONSTRAINT demand_release_of_one',
      `ALTER TABLE app.demand_release ADD CONSTRAINT demand_release_of_one
         CHECK ((note_id IS NULL) <> (document_id IS NULL))`,
    ]);
  }
}
