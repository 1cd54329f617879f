import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const UNIONS = ['chronology', 'fact_recorder'];

/** From here on each library adds a view of its own to the story; see chronology-union.ts. */
export class UniteTheChronology20261124000000 implements MigrationInterface {
  name = 'UniteTheChronology20261124000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const union of UNIONS) {
      await run(runner, [
        `ALTER VIEW app.${union} RENAME TO ${union}_facts`,
        `CREATE VIEW app.${union} WITH (security_invoker = true) AS SELECT * FROM app.${union}_facts`,
        `GRANT SELECT ON app.${union} TO vacatur_app`,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const union of UNIONS) {
      await run(runner, [`DROP VIEW app.${union}`, `ALTER VIEW app.${union}_facts RENAME TO ${union}`]);
    }
  }
}
