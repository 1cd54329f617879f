import type { QueryRunner } from 'typeorm';

/** Runs statements one after the other. */
export async function run(runner: QueryRunner, statements: string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

/**
 * The one place where a row's visibility is written down. Office-wide roles see all clients of the office,
 * everybody else the clients of the cases they are on. Both sides are uncorrelated subqueries, so the planner
 * evaluates each once and hashes the caseload; a per-row function call would not scale.
 */
export function seesClient(column: string): string {
  return `((SELECT sec.sees_office()) OR ${column} IN (SELECT sec.my_clients()))`;
}

const ORG = 'org_id = (SELECT sec.org())';

async function protect(
  runner: QueryRunner,
  table: string,
  visible: string,
  insertable: string,
  changeable = visible,
): Promise<void> {
  await run(runner, [
    `ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE app.${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY organisation ON app.${table} AS RESTRICTIVE FOR ALL TO vacatur_app USING (${ORG}) WITH CHECK (${ORG})`,
    `CREATE POLICY see ON app.${table} FOR SELECT TO vacatur_app USING (${visible})`,
    `CREATE POLICY add ON app.${table} FOR INSERT TO vacatur_app WITH CHECK (${insertable})`,
    `CREATE POLICY change ON app.${table} FOR UPDATE TO vacatur_app USING (${changeable}) WITH CHECK (${changeable})`,
    `CREATE POLICY remove ON app.${table} FOR DELETE TO vacatur_app USING (${changeable})`,
  ]);
}

/** A table whose rows everybody in the organisation may see. */
export async function protectOrganisationTable(runner: QueryRunner, table: string): Promise<void> {
  await protect(runner, table, 'true', 'true');
}

/** A wall is a fence of its own: no other policy, and no role of the office, can open what it closes. */
export const behindNoWall = (column: string): string =>
  column === 'id'
    ? `(NOT (id IN (SELECT sec.walled_from_me())))`
    : `(${column} IS NULL OR NOT (${column} IN (SELECT sec.walled_from_me())))`;

/** Keeps the rows of walled clients from whoever the wall keeps out. */
export async function wallOff(runner: QueryRunner, table: string, column: string): Promise<void> {
  const rule = behindNoWall(column);
  await runner.query(
    `CREATE POLICY wall ON app.${table} AS RESTRICTIVE FOR ALL TO vacatur_app USING ${rule} WITH CHECK ${rule}`,
  );
}

/** Migrations that ran before there were walls made their tables without; the one that raised walls added them. */
async function wallsStand(runner: QueryRunner): Promise<boolean> {
  const [{ there }] = await runner.query(
    `SELECT to_regprocedure('sec.walled_from_me()') IS NOT NULL AS there`,
  );
  return there;
}

/** A table about clients: visible with the client. `column` is the client's id in it. */
export async function protectClientTable(
  runner: QueryRunner,
  table: string,
  column = 'client_id',
): Promise<void> {
  await protect(runner, table, seesClient(column), column === 'id' ? 'true' : seesClient(column));
  if (await wallsStand(runner)) await wallOff(runner, table, column);
}

/** A table of one person's own rows, which the director may end. */
export async function protectPersonalTable(
  runner: QueryRunner,
  table: string,
  column = 'user_id',
): Promise<void> {
  const own = `(${column} = (SELECT sec.uid()) OR (SELECT sec.role()) IN ('director', 'system'))`;
  await protect(runner, table, own, own);
}

/** A table of one person's own rows, which nobody else reads, the director included. */
export async function protectOwnTable(runner: QueryRunner, table: string): Promise<void> {
  const own = `(user_id = (SELECT sec.uid()) OR (SELECT sec.role()) = 'system')`;
  await protect(runner, table, own, own);
}

/**
 * A table of people's own rows, some of them shared: those the whole organisation reads, and a director may change.
 */
export async function protectSharedTable(runner: QueryRunner, table: string): Promise<void> {
  const own = `(owner_id = (SELECT sec.uid()) OR (SELECT sec.role()) = 'system')`;
  const kept = `(${own} OR (shared AND (SELECT sec.role()) = 'director'))`;
  await protect(runner, table, `(${own} OR shared)`, own, kept);
}

/** Keeps the old row, who replaced it and when, on every update and delete of the table. */
export async function keepHistory(
  runner: QueryRunner,
  table: string,
  clientColumn = 'client_id',
): Promise<void> {
  await runner.query(
    `CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON app.${table}
       FOR EACH ROW EXECUTE FUNCTION sec.keep_history('${clientColumn}')`,
  );
}

/** What the application may do with a table. Nothing is granted by default. */
export async function grant(
  runner: QueryRunner,
  table: string,
  rights = 'SELECT, INSERT, UPDATE',
): Promise<void> {
  await runner.query(`GRANT ${rights} ON app.${table} TO vacatur_app`);
}

/** 1997, 1997-05 or 1997-05-21: old records often hold no more, and nothing is added to what they hold. */
export function partlyKnown(column: string): string {
  return `${column} text CHECK (${column} ~ '^\\d{4}(-\\d{2}(-\\d{2})?)?$' AND (length(${column}) < 10 OR ${column}::date IS NOT NULL))`;
}
