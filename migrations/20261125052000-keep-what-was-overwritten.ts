import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepHistory } from './helpers';

/**
 * Decisions and rules of the office that somebody can change: who set what, and what stood before, stays. Stages, plan
 * entries and versions of files are only ever added; should a program change one, that is seen too.
 */
const TABLES = [
  'case_stage',
  'document_version',
  'filer_profile',
  'funding_code',
  'glass_break',
  'intake_setting',
  'judge',
  'letterhead',
  'office_party',
  'plan_entry',
  'retention_schedule',
  'security_policy',
  'task_template',
];

export class KeepWhatWasOverwritten20261125052000 implements MigrationInterface {
  name = 'KeepWhatWasOverwritten20261125052000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await keepHistory(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TRIGGER keep_history ON app.${table}`);
  }
}
