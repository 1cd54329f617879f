import type { QueryRunner } from 'typeorm';
import { run } from './helpers';

/** What a library adds to the story of a client: each text one SELECT, made with `part` or with the columns of the view. */
export interface Facts {
  /** SELECTs with the columns of `chronology`. */
  facts: readonly string[];
  /** SELECTs with the columns of `fact_recorder`: who wrote those facts down. */
  recorders?: readonly string[];
}

const UNIONS = { facts: 'chronology', recorders: 'fact_recorder' } as const;

/**
 * The views `chronology` and `fact_recorder` are unions of one view per library, `chronology_<name>`. A migration adds
 * or takes away its own and never has to know what others added.
 */
async function unite(runner: QueryRunner, union: string): Promise<void> {
  const members: { name: string }[] = await runner.query(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'app'::regnamespace AND relkind = 'v' AND left(relname, $2) = $1 ORDER BY 1`,
    [`${union}_`, union.length + 1],
  );
  await runner.query(
    `CREATE OR REPLACE VIEW app.${union} WITH (security_invoker = true) AS
     ${members.map(({ name }) => `SELECT * FROM app.${name}`).join(' UNION ALL ')}`,
  );
}

/** Adds a library's dated facts to the chronology under a name of its own. The views run with the rights of whoever asks. */
export async function addFacts(runner: QueryRunner, name: string, added: Facts): Promise<void> {
  for (const [kind, union] of Object.entries(UNIONS) as [keyof Facts, string][]) {
    const parts = added[kind] ?? [];
    if (parts.length === 0) continue;
    await run(runner, [
      `CREATE VIEW app.${union}_${name} WITH (security_invoker = true) AS\n${parts.join('\nUNION ALL\n')}`,
      `GRANT SELECT ON app.${union}_${name} TO vacatur_app`,
    ]);
    await unite(runner, union);
  }
}

/** Takes a library's facts out again. */
export async function dropFacts(runner: QueryRunner, name: string): Promise<void> {
  for (const union of Object.values(UNIONS)) {
    const [{ there }] = await runner.query(`SELECT to_regclass($1) IS NOT NULL AS there`, [
      `app.${union}_${name}`,
    ]);
    if (!there) continue;
    // The union must stop reading the view before the view can go.
    await runner.query(`ALTER VIEW app.${union}_${name} RENAME TO leaving`);
    await unite(runner, union);
    await runner.query('DROP VIEW app.leaving');
  }
}
