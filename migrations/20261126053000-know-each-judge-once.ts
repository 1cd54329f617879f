import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** How names of judges are compared: no accents, case, points or dashes. "Núñez, J." and "nunez j" are one. */
const FOLDED = String.raw`btrim(regexp_replace(
     regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036f''’]', '', 'g'), '[\s.,;:()-]+', ' ', 'g'))`;

/**
 * The doubles of a judge are joined to the one who was entered first. Their rows stay: hearings name them in a sealed
 * column, which no migration can read. What was noted of any of them is noted of the one who stays.
 */
export const JOIN = [
  `UPDATE app.judge d SET joined_into = k.keeper
     FROM (SELECT org_id, id, first_value(id) OVER (PARTITION BY org_id, coalesce(court_code, ''), name_folded
                                                     ORDER BY created_at, id) AS keeper FROM app.judge) k
    WHERE k.org_id = d.org_id AND k.id = d.id AND k.keeper <> d.id`,
  `UPDATE app.judge k SET active = k.active OR d.active, version = k.version + 1,
          note = left(concat_ws(E'\\n', k.note, d.notes), 2000)
     FROM (SELECT org_id, joined_into, bool_or(active) AS active, string_agg(DISTINCT note, E'\\n') AS notes
             FROM app.judge WHERE joined_into IS NOT NULL GROUP BY org_id, joined_into) d
    WHERE d.org_id = k.org_id AND d.joined_into = k.id`,
];

/** Row security binds the owner too, so it rests meanwhile. */
const resting = (statements: string[]): string[] => [
  'ALTER TABLE app.judge NO FORCE ROW LEVEL SECURITY',
  'ALTER TABLE app.judge DISABLE TRIGGER keep_history',
  ...statements,
  'ALTER TABLE app.judge ENABLE TRIGGER keep_history',
  'ALTER TABLE app.judge FORCE ROW LEVEL SECURITY',
];

export class KnowEachJudgeOnce20261126053000 implements MigrationInterface {
  name = 'KnowEachJudgeOnce20261126053000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      `ALTER TABLE app.judge ADD COLUMN name_folded text GENERATED ALWAYS AS (${FOLDED}) STORED,
         ADD COLUMN joined_into uuid,
         ADD FOREIGN KEY (org_id, joined_into) REFERENCES app.judge (org_id, id)`,
      ...resting(JOIN),
      `CREATE UNIQUE INDEX judge_once ON app.judge (org_id, coalesce(court_code, ''), name_folded) WHERE joined_into IS NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX app.judge_once');
    await runner.query('ALTER TABLE app.judge DROP COLUMN joined_into, DROP COLUMN name_folded');
  }
}
