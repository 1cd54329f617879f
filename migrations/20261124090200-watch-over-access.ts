import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectOrganisationTable, run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const TABLES = [
  `CREATE TABLE app.audit_check (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     entries bigint NOT NULL,
     head_seq bigint NOT NULL,
     hash bytea NOT NULL,
     anchors integer NOT NULL,
     breaks bigint[] NOT NULL,
     anchor_breaks bigint[] NOT NULL,
     PRIMARY KEY (org_id, id))`,
  `CREATE INDEX audit_check_at ON app.audit_check (org_id, at DESC)`,
  `CREATE TABLE app.access_alert (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('reveals_refused', 'many_clients', 'audit_broken')),
     user_id uuid,
     count integer NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     hour timestamptz NOT NULL DEFAULT date_trunc('hour', clock_timestamp()),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX access_alert_hourly ON app.access_alert (org_id, kind, user_id, hour) NULLS NOT DISTINCT`,
  `CREATE INDEX audit_entry_person ON app.audit_entry (org_id, user_id, at)`,
];

const FUNCTIONS = [
  // What the person of this transaction revealed and how many clients they opened; their own entries only.
  `CREATE FUNCTION sec.my_use() RETURNS TABLE (revealed_hour bigint, revealed_day bigint, clients_hour bigint)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT count(*) FILTER (WHERE 'revealed' = ANY (fields) AND at > clock_timestamp() - interval '1 hour'),
            count(*) FILTER (WHERE 'revealed' = ANY (fields)),
            count(DISTINCT client_id) FILTER (WHERE at > clock_timestamp() - interval '1 hour')
       FROM app.audit_entry
      WHERE org_id = (sec.claims())[1]::uuid AND user_id = (sec.claims())[2]::uuid
        AND at > clock_timestamp() - interval '1 day' $$`,
];

export class WatchOverAccess20261124090200 implements MigrationInterface {
  name = 'WatchOverAccess20261124090200';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...TABLES, ...FUNCTIONS]);
    for (const table of ['audit_check', 'access_alert']) {
      await protectOrganisationTable(runner, table);
      // Nobody who uses the application takes a check or an alert away again.
      await grant(runner, table, 'SELECT, INSERT');
    }
    await run(runner, [
      'ALTER FUNCTION sec.my_use() OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.my_use() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.my_use() TO vacatur_app',
      'SELECT sec.let_keeper_in()',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP FUNCTION sec.my_use()',
      'DROP INDEX app.audit_entry_person',
      'DROP TABLE app.access_alert, app.audit_check',
    ]);
  }
}
