import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, protectPersonalTable, run, wallOff } from './helpers';

const ROW = `org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL`;
const KEYS = `PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id)`;
const colleague = (column: string): string =>
  `FOREIGN KEY (org_id, ${column}) REFERENCES app.staff_user (org_id, id)`;

const WALLS = [
  `CREATE TABLE app.client_wall (
     ${ROW},
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL CHECK (kind IN ('named', 'ethical')),
     reason bytea NOT NULL,
     raised_by uuid NOT NULL,
     raised_at timestamptz NOT NULL DEFAULT now(),
     lifted_by uuid,
     lifted_at timestamptz,
     lifted_reason bytea,
     updated_at timestamptz NOT NULL DEFAULT now(),
     ${KEYS},
     CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)))`,
  // One of each kind at most: two lists of the same kind would leave open which one counts.
  `CREATE UNIQUE INDEX client_wall_standing ON app.client_wall (org_id, client_id, kind) WHERE lifted_at IS NULL`,
  `CREATE INDEX client_wall_office ON app.client_wall (org_id) INCLUDE (client_id, kind, id) WHERE lifted_at IS NULL`,
  `CREATE TABLE app.client_wall_person (
     ${ROW},
     wall_id uuid NOT NULL,
     user_id uuid NOT NULL,
     added_by uuid NOT NULL,
     since timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     ${KEYS},
     FOREIGN KEY (org_id, client_id, wall_id) REFERENCES app.client_wall (org_id, client_id, id),
     ${colleague('user_id')})`,
  `CREATE UNIQUE INDEX client_wall_person_current ON app.client_wall_person (org_id, wall_id, user_id) WHERE ended_at IS NULL`,
  `CREATE INDEX client_wall_person_user ON app.client_wall_person (org_id, user_id, wall_id) WHERE ended_at IS NULL`,
  `CREATE INDEX client_wall_person_client ON app.client_wall_person (org_id, client_id)`,
];

/**
 * Sight for a limited time: given by a colleague, or taken by breaking the glass. The end is a moment in the row that
 * the row rule compares with the clock, so that no duty has to run for it to end.
 */
const GRANTS = [
  `CREATE TABLE app.glass_break (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     user_id uuid NOT NULL,
     reason bytea NOT NULL,
     opened boolean NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     reviewed_by uuid,
     reviewed_at timestamptz,
     finding text CHECK (finding IN ('justified', 'not_justified')),
     finding_note bytea,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     ${colleague('user_id')},
     ${colleague('reviewed_by')},
     CHECK ((reviewed_at IS NULL) = (finding IS NULL)))`,
  `CREATE INDEX glass_break_at ON app.glass_break (org_id, at)`,
  `CREATE TABLE app.access_grant (
     ${ROW},
     user_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('time_boxed', 'break_glass')),
     reason bytea,
     glass_break_id uuid,
     granted_by uuid NOT NULL,
     since timestamptz NOT NULL DEFAULT now(),
     until timestamptz NOT NULL,
     ended_at timestamptz,
     ended_by uuid,
     ${KEYS},
     ${colleague('user_id')},
     FOREIGN KEY (org_id, glass_break_id) REFERENCES app.glass_break (org_id, id),
     CHECK (until > since),
     CHECK ((kind = 'break_glass') = (glass_break_id IS NOT NULL)))`,
  `CREATE INDEX access_grant_user ON app.access_grant (org_id, user_id, until) INCLUDE (client_id) WHERE ended_at IS NULL`,
  `CREATE INDEX access_grant_client ON app.access_grant (org_id, client_id)`,
];

/** Who goes along to a check-in. For a volunteer this is the only thing that lets them see a client. */
const COMPANIONS = [
  `ALTER TABLE app.check_in ADD CONSTRAINT check_in_of_client UNIQUE (org_id, client_id, id)`,
  `CREATE TABLE app.check_in_companion (
     ${ROW},
     check_in_id uuid NOT NULL,
     user_id uuid NOT NULL,
     added_by uuid NOT NULL,
     since timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     ${KEYS},
     FOREIGN KEY (org_id, client_id, check_in_id) REFERENCES app.check_in (org_id, client_id, id),
     ${colleague('user_id')})`,
  `CREATE UNIQUE INDEX check_in_companion_current ON app.check_in_companion (org_id, check_in_id, user_id) WHERE ended_at IS NULL`,
  `CREATE INDEX check_in_companion_user ON app.check_in_companion (org_id, user_id) INCLUDE (client_id, check_in_id) WHERE ended_at IS NULL`,
  `CREATE INDEX check_in_companion_client ON app.check_in_companion (org_id, client_id)`,
];

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/** How long after the day of a check-in a volunteer who went along still sees whom they went with. */
const AFTER_DAYS = 2;

/** Clients behind a wall that keeps out whoever asks. The worker's duties are never kept out. */
const WALLED = `CREATE FUNCTION sec.walled_from_me() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
  WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id, c[3] AS role FROM sec.claims() AS c)
  SELECT w.client_id FROM app.client_wall w, me
   WHERE w.org_id = me.org_id AND w.lifted_at IS NULL AND me.role <> 'system'
     AND (w.kind = 'ethical') = EXISTS (SELECT 1 FROM app.client_wall_person p
           WHERE p.org_id = w.org_id AND p.wall_id = w.id AND p.user_id = me.user_id AND p.ended_at IS NULL)
     AND (w.kind = 'ethical' OR NOT EXISTS (SELECT 1 FROM app.access_grant g
           WHERE g.org_id = w.org_id AND g.client_id = w.client_id AND g.user_id = me.user_id
             AND g.ended_at IS NULL AND g.until > now())) $$`;

/**
 * The caseload: clients of the cases a person is on now, those they were given for a time, and a client that this very
 * transaction creates. A volunteer's caseload is whom they go along with next. Walls come on top of it.
 */
const MY_CLIENTS = `CREATE OR REPLACE FUNCTION sec.my_clients() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
  WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id, c[3] AS role FROM sec.claims() AS c)
  SELECT t.client_id FROM app.case_team t, me
   WHERE t.org_id = me.org_id AND t.user_id = me.user_id AND t.ended_at IS NULL AND me.role <> 'volunteer'
  UNION
  SELECT g.client_id FROM app.access_grant g, me
   WHERE g.org_id = me.org_id AND g.user_id = me.user_id AND g.ended_at IS NULL AND g.until > now() AND me.role <> 'volunteer'
  UNION
  SELECT k.client_id FROM app.check_in_companion k JOIN me ON k.org_id = me.org_id AND k.user_id = me.user_id
    JOIN app.check_in i ON i.org_id = k.org_id AND i.id = k.check_in_id
   WHERE k.ended_at IS NULL AND me.role = 'volunteer' AND i.status IN ('scheduled', 'done')
     AND i.on_date >= current_date - ${AFTER_DAYS}
  UNION
  SELECT c.id FROM app.client c, me
   WHERE c.org_id = me.org_id AND c.created_by = me.user_id AND c.created_at = transaction_timestamp() $$`;

const OLD_MY_CLIENTS = `CREATE OR REPLACE FUNCTION sec.my_clients() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
     WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id FROM sec.claims() AS c)
     SELECT t.client_id FROM app.case_team t, me
      WHERE t.org_id = me.org_id AND t.user_id = me.user_id AND t.ended_at IS NULL
     UNION
     SELECT c.id FROM app.client c, me
      WHERE c.org_id = me.org_id AND c.created_by = me.user_id AND c.created_at = transaction_timestamp() $$`;

const READ_BY_RULE = ['client_wall', 'client_wall_person', 'access_grant', 'check_in_companion', 'check_in'];
const NEW_TABLES = ['client_wall', 'client_wall_person', 'access_grant', 'check_in_companion'];

/** Tables about clients that were there before: their rows get the wall too. */
const OLDER = `SELECT p.tablename AS "table", CASE WHEN p.tablename = 'client' THEN 'id' ELSE 'client_id' END AS "column"
  FROM pg_policies p WHERE p.schemaname = 'app' AND p.policyname = 'see' AND p.qual LIKE '%my_clients%' ORDER BY 1`;

export class RaiseWalls20261124010000 implements MigrationInterface {
  name = 'RaiseWalls20261124010000';

  async up(runner: QueryRunner): Promise<void> {
    const older: { table: string; column: string }[] = await runner.query(OLDER);
    await run(runner, [...WALLS, ...GRANTS, ...COMPANIONS]);
    for (const table of READ_BY_RULE) {
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} FOR SELECT TO vacatur_definer USING (true)`,
      ]);
    }
    await run(runner, [
      WALLED,
      'REVOKE ALL ON FUNCTION sec.walled_from_me() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.walled_from_me() TO vacatur_app',
      'ALTER FUNCTION sec.walled_from_me() OWNER TO vacatur_definer',
      MY_CLIENTS,
    ]);
    for (const { table, column } of older) await wallOff(runner, table, column);
    for (const table of NEW_TABLES) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    await protectPersonalTable(runner, 'glass_break');
    await grant(runner, 'glass_break');
  }

  async down(runner: QueryRunner): Promise<void> {
    const walled: { table: string }[] = await runner.query(
      `SELECT tablename AS "table" FROM pg_policies WHERE schemaname = 'app' AND policyname = 'wall'`,
    );
    for (const { table } of walled) await runner.query(`DROP POLICY wall ON app.${table}`);
    await run(runner, [
      'REVOKE SELECT ON app.check_in FROM vacatur_definer',
      'DROP POLICY definer ON app.check_in',
      OLD_MY_CLIENTS,
      'DROP FUNCTION sec.walled_from_me()',
      'DROP TABLE app.access_grant, app.client_wall_person, app.client_wall, app.check_in_companion, app.glass_break',
      'ALTER TABLE app.check_in DROP CONSTRAINT check_in_of_client',
    ]);
  }
}
