import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/**
 * The role of our own commands must reach every sealed value, also in tables that later migrations make. Called at
 * the end of every preparation of the database, so that no table is forgotten.
 */
const LET_IN = `
  CREATE FUNCTION sec.let_keeper_in() RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    t text;
  BEGIN
    FOR t IN
      SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
         AND c.relname NOT IN ('audit_entry', 'audit_head', 'migration')
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        AND (a.attname = 'client_id' OR a.atttypid = 'bytea'::regtype))
    LOOP
      EXECUTE format('GRANT SELECT, UPDATE, DELETE ON app.%I TO vacatur_definer', t);
      IF NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = 'app' AND tablename = t
                        AND policyname = 'keeper') THEN
        EXECUTE format('CREATE POLICY keeper ON app.%I TO vacatur_definer USING (true) WITH CHECK (true)', t);
      END IF;
    END LOOP;
  END $$`;

const SHUT_OUT = `
  DO $$
  DECLARE
    t text;
  BEGIN
    FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = 'app' AND policyname = 'keeper' LOOP
      EXECUTE format('DROP POLICY keeper ON app.%I', t);
      EXECUTE format('REVOKE SELECT, UPDATE, DELETE ON app.%I FROM vacatur_definer', t);
    END LOOP;
  END $$`;

/** What a row was is kept, except when only its keyed tokens change or our own command seals it anew. */
function history(declared: string, first: string, changed: string): string {
  return `
  CREATE OR REPLACE FUNCTION sec.keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     before jsonb := to_jsonb(OLD);${declared}
   BEGIN${first}
     IF TG_OP = 'DELETE' OR ${changed} THEN
       INSERT INTO app.row_history (org_id, table_name, row_id, client_id, was, replaced_by)
       VALUES (OLD.org_id, TG_TABLE_NAME, OLD.id, (before ->> TG_ARGV[0])::uuid, before, sec.uid());
     END IF;
     IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
     RETURN NEW;
   END $$`;
}

const TOKENS = `ARRAY(SELECT k FROM jsonb_object_keys(before) k WHERE k LIKE '%\\_index')`;
const BY_COMMAND = `current_user = 'vacatur_definer' AND current_setting('app.resealing', true) = 'on'`;

const BESIDE = `
     IF ${BY_COMMAND} THEN
       IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
       RETURN NEW;
     END IF;
     tokens := ${TOKENS};`;

export class LookAfterKeys20261124090000 implements MigrationInterface {
  name = 'LookAfterKeys20261124090000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      LET_IN,
      'REVOKE ALL ON FUNCTION sec.let_keeper_in() FROM PUBLIC',
      'SELECT sec.let_keeper_in()',
      history('\n     tokens text[];', BESIDE, 'before - tokens IS DISTINCT FROM to_jsonb(NEW) - tokens'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      history('', '', 'before IS DISTINCT FROM to_jsonb(NEW)'),
      SHUT_OUT,
      'DROP FUNCTION sec.let_keeper_in()',
    ]);
  }
}
