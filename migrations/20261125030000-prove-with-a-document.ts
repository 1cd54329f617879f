import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** The receipt itself, beside its number: a document of the same client, which the key and not a program sees to. */
export class ProveWithADocument20261125030000 implements MigrationInterface {
  name = 'ProveWithADocument20261125030000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      `ALTER TABLE app.deadline_proof ADD COLUMN document_id uuid,
         ADD CONSTRAINT deadline_proof_document FOREIGN KEY (org_id, client_id, document_id)
           REFERENCES app.document (org_id, client_id, id) DEFERRABLE INITIALLY IMMEDIATE`,
      `CREATE INDEX deadline_proof_document ON app.deadline_proof (org_id, client_id, document_id)
         WHERE document_id IS NOT NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['ALTER TABLE app.deadline_proof DROP COLUMN document_id']);
  }
}
