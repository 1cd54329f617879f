import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, protectOrganisationTable, run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const OFFICE = [
  `CREATE TABLE app.retention_schedule (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     outcome text NOT NULL,
     years integer NOT NULL CHECK (years BETWEEN 1 AND 99),
     set_by uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, outcome),
     FOREIGN KEY (org_id, set_by) REFERENCES app.staff_user (org_id, id))`,
  // What stays of a client who was erased: that it was done, by whom, and a code that says nothing.
  `CREATE TABLE app.erased_client (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     code text NOT NULL,
     reason_code text NOT NULL,
     proposed_by uuid NOT NULL,
     proposed_at timestamptz NOT NULL,
     approved_by uuid NOT NULL,
     approved_at timestamptz NOT NULL,
     key_destroyed_at timestamptz NOT NULL,
     cleared_at timestamptz,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, proposed_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, approved_by) REFERENCES app.staff_user (org_id, id))`,
];

const CLIENTS = [
  `CREATE TABLE app.legal_hold (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     reason bytea NOT NULL,
     placed_by uuid NOT NULL,
     placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     lifted_by uuid,
     lifted_at timestamptz,
     lift_reason bytea,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, placed_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, lifted_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)))`,
  `CREATE INDEX legal_hold_client ON app.legal_hold (org_id, client_id) WHERE lifted_at IS NULL`,
  `CREATE TABLE app.destruction (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     reason_code text NOT NULL CHECK (reason_code IN ('retention_over', 'client_asked', 'opened_by_mistake', 'other')),
     reason bytea,
     status text NOT NULL CHECK (status IN ('proposed', 'approved', 'cancelled', 'destroyed')),
     proposed_by uuid NOT NULL,
     proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     approved_by uuid,
     approved_at timestamptz,
     not_before timestamptz,
     cancelled_by uuid,
     cancelled_at timestamptz,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, proposed_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, approved_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, cancelled_by) REFERENCES app.staff_user (org_id, id),
     CONSTRAINT destruction_by_two CHECK (approved_by IS NULL OR approved_by <> proposed_by),
     CONSTRAINT destruction_approved CHECK (status NOT IN ('approved', 'destroyed') OR (approved_by IS NOT NULL AND not_before IS NOT NULL)))`,
  `CREATE UNIQUE INDEX destruction_open ON app.destruction (org_id, client_id) WHERE status IN ('proposed', 'approved')`,
];

/** Each is the last fence of its kind: no code, and no administrator's slip, goes round it by mistake. */
const FENCES = [
  `CREATE FUNCTION sec.refuse_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM app.legal_hold h
                 WHERE h.org_id = NEW.org_id AND h.client_id = NEW.client_id AND h.lifted_at IS NULL)
        AND NEW.status IN ('proposed', 'approved', 'destroyed') THEN
       RAISE EXCEPTION 'this client is under a legal hold' USING ERRCODE = 'VC010';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER under_hold BEFORE INSERT OR UPDATE ON app.destruction
     FOR EACH ROW EXECUTE FUNCTION sec.refuse_under_hold()`,
  `CREATE FUNCTION sec.refuse_erasing_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM app.legal_hold h WHERE h.org_id = NEW.org_id AND h.client_id = NEW.id AND h.lifted_at IS NULL) THEN
       RAISE EXCEPTION 'this client is under a legal hold' USING ERRCODE = 'VC010';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER under_hold BEFORE INSERT ON app.erased_client
     FOR EACH ROW EXECUTE FUNCTION sec.refuse_erasing_under_hold()`,
];

const FUNCTIONS = [
  `CREATE FUNCTION sec.erased_clients() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT id FROM app.erased_client WHERE org_id = (sec.claims())[1]::uuid $$`,
  // Approved, waited for, not held. Marks it first: from here on nobody sees the client, whatever happens next.
  `CREATE FUNCTION sec.begin_erasing(p_destruction uuid, p_code text) RETURNS uuid LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     d app.destruction;
   BEGIN
     SELECT * INTO d FROM app.destruction WHERE org_id = c[1]::uuid AND id = p_destruction FOR UPDATE;
     IF c[3] <> 'system' OR d.id IS NULL OR d.status <> 'approved' OR d.not_before > clock_timestamp() THEN
       RAISE EXCEPTION 'this destruction is not due' USING ERRCODE = '42501';
     END IF;
     PERFORM 1 FROM app.client WHERE org_id = d.org_id AND id = d.client_id FOR UPDATE;
     UPDATE app.destruction SET status = 'destroyed', version = version + 1, updated_at = now()
      WHERE org_id = d.org_id AND id = d.id;
     INSERT INTO app.erased_client (org_id, id, code, reason_code, proposed_by, proposed_at, approved_by, approved_at, key_destroyed_at)
     VALUES (d.org_id, d.client_id, p_code, d.reason_code, d.proposed_by, d.proposed_at, d.approved_by, d.approved_at, clock_timestamp())
     ON CONFLICT DO NOTHING;
     RETURN d.client_id;
   END $$`,
  `CREATE FUNCTION sec.erasing_clients() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT id FROM app.erased_client WHERE org_id = (sec.claims())[1]::uuid AND cleared_at IS NULL $$`,
  // Names of files in the file store; their keys were sealed with the client's.
  `CREATE FUNCTION sec.files_of_erased(p_client uuid) RETURNS SETOF text LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     t text;
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM app.erased_client WHERE org_id = c[1]::uuid AND id = p_client) THEN
       RAISE EXCEPTION 'this client is not erased' USING ERRCODE = '42501';
     END IF;
     FOR t IN SELECT k.relname FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attname = 'storage_name'
               WHERE k.relnamespace = 'app'::regnamespace AND k.relkind = 'r' AND NOT a.attisdropped
                 AND EXISTS (SELECT 1 FROM pg_attribute n WHERE n.attrelid = k.oid AND n.attname = 'client_id') LOOP
       RETURN QUERY EXECUTE format('SELECT storage_name FROM app.%I WHERE org_id = $1 AND client_id = $2', t)
         USING c[1]::uuid, p_client;
     END LOOP;
   END $$`,
  // Clears whatever a client's key sealed and every token, in all tables that the catalogue knows. Safe to repeat.
  `CREATE FUNCTION sec.clear_erased(p_client uuid) RETURNS void LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     c text[] := sec.claims();
     t record;
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM app.erased_client WHERE org_id = c[1]::uuid AND id = p_client) THEN
       RAISE EXCEPTION 'this client is not erased' USING ERRCODE = '42501';
     END IF;
     PERFORM set_config('app.resealing', 'on', true);
     FOR t IN SELECT k.relname AS name, CASE WHEN k.relname = 'client' THEN 'id' ELSE 'client_id' END AS named,
                bool_or(a.attname = 'token') AS tokens,
                string_agg(CASE WHEN a.attname LIKE '%\\_index' THEN format('%I = NULL', a.attname)
                                ELSE format('%1$I = CASE WHEN %1$I IS NULL THEN NULL ELSE ''''::bytea END', a.attname) END, ', ')
                  FILTER (WHERE a.atttypid = 'bytea'::regtype AND a.attgenerated = '') AS cleared
                FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
               WHERE k.relnamespace = 'app'::regnamespace AND k.relkind = 'r' AND k.relname NOT IN ('audit_entry', 'row_history')
                 AND EXISTS (SELECT 1 FROM pg_attribute n WHERE n.attrelid = k.oid AND NOT n.attisdropped
                               AND (n.attname = 'client_id' OR k.relname = 'client'))
               GROUP BY k.oid, k.relname LOOP
       IF t.tokens THEN
         EXECUTE format('DELETE FROM app.%I WHERE org_id = $1 AND client_id = $2', t.name) USING c[1]::uuid, p_client;
       ELSIF t.cleared IS NOT NULL THEN
         EXECUTE format('UPDATE app.%I SET %s WHERE org_id = $1 AND %I = $2', t.name, t.cleared, t.named)
           USING c[1]::uuid, p_client;
       END IF;
     END LOOP;
     DELETE FROM app.row_history WHERE org_id = c[1]::uuid AND client_id = p_client;
     DELETE FROM app.idempotency_key WHERE org_id = c[1]::uuid;
     PERFORM set_config('app.resealing', '', true);
     UPDATE app.erased_client SET cleared_at = coalesce(cleared_at, clock_timestamp())
      WHERE org_id = c[1]::uuid AND id = p_client;
   END $$`,
];

const DEFINERS = [
  'erased_clients()',
  'erasing_clients()',
  'begin_erasing(uuid, text)',
  'clear_erased(uuid)',
  'files_of_erased(uuid)',
];

/** As before, and hides erased clients everywhere but in the audit trail. */
const LET_IN = (hide: string): string => `
  CREATE OR REPLACE FUNCTION sec.let_keeper_in() RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    t text;
    named text;
  BEGIN
    FOR t, named IN
      SELECT c.relname, CASE WHEN c.relname = 'client' THEN 'id'
               WHEN EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'client_id' AND NOT a.attisdropped)
               THEN 'client_id' END
        FROM pg_class c
       WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
         AND c.relname NOT IN ('audit_entry', 'audit_head', 'migration')
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        AND (a.attname = 'client_id' OR a.atttypid = 'bytea'::regtype))
    LOOP
      EXECUTE format('GRANT SELECT, UPDATE, DELETE ON app.%I TO vacatur_definer', t);
      IF NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = 'app' AND tablename = t
                        AND policyname = 'keeper') THEN
        EXECUTE format('CREATE POLICY keeper ON app.%I TO vacatur_definer USING (true) WITH CHECK (true)', t);
      END IF;${hide}
    END LOOP;
  END $$`;

const HIDE = `
      IF named IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = 'app' AND tablename = t
                        AND policyname = 'not_erased') THEN
        EXECUTE format('CREATE POLICY not_erased ON app.%I AS RESTRICTIVE FOR SELECT TO vacatur_app '
          || 'USING (%I IS NULL OR NOT (%I IN (SELECT sec.erased_clients())))', t, named, named);
      END IF;`;

const SHOW = `
  DO $$
  DECLARE
    t text;
  BEGIN
    FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = 'app' AND policyname = 'not_erased' LOOP
      EXECUTE format('DROP POLICY not_erased ON app.%I', t);
    END LOOP;
  END $$`;

export class KeepAndDestroy20261124090100 implements MigrationInterface {
  name = 'KeepAndDestroy20261124090100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...OFFICE, ...CLIENTS]);
    for (const table of ['retention_schedule', 'erased_client'])
      await protectOrganisationTable(runner, table);
    for (const table of ['legal_hold', 'destruction']) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    await grant(runner, 'retention_schedule');
    await grant(runner, 'erased_client', 'SELECT');
    await run(runner, [
      'GRANT SELECT, INSERT, UPDATE ON app.erased_client TO vacatur_definer',
      'CREATE POLICY keeper ON app.erased_client TO vacatur_definer USING (true) WITH CHECK (true)',
      ...FENCES,
      ...FUNCTIONS,
      ...DEFINERS.map((name) => `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`),
      ...DEFINERS.map((name) => `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`),
      ...DEFINERS.map((name) => `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`),
      'REVOKE ALL ON FUNCTION sec.refuse_under_hold(), sec.refuse_erasing_under_hold() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.refuse_under_hold(), sec.refuse_erasing_under_hold() TO vacatur_app, vacatur_definer',
      LET_IN(HIDE),
      'SELECT sec.let_keeper_in()',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      SHOW,
      LET_IN(''),
      ...DEFINERS.map((name) => `DROP FUNCTION sec.${name}`),
      'DROP TABLE app.destruction, app.legal_hold, app.erased_client, app.retention_schedule',
      'DROP FUNCTION sec.refuse_under_hold(), sec.refuse_erasing_under_hold()',
    ]);
  }
}
