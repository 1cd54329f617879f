import type { MigrationInterface, QueryRunner } from 'typeorm';
import { behindNoWall, grant, protectClientTable, run, seesClient } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const TABLES = [
  'ALTER TABLE app.client ADD COLUMN merged_into uuid',
  `ALTER TABLE app.client ADD CONSTRAINT client_merged_into FOREIGN KEY (org_id, merged_into) REFERENCES app.client (org_id, id)`,
  'ALTER TABLE app.client ADD CONSTRAINT client_not_into_itself CHECK (merged_into <> id)',
  `CREATE INDEX client_merged ON app.client (org_id, merged_into) WHERE merged_into IS NOT NULL`,
  // The client is the record that stays; the one that was merged into it is named beside it.
  `CREATE TABLE app.client_merge (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     merged_id uuid NOT NULL,
     reason bytea NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     undone_by uuid,
     undone_at timestamptz,
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, merged_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, undone_by) REFERENCES app.staff_user (org_id, id),
     CHECK (merged_id <> client_id),
     CHECK ((undone_at IS NULL) = (undone_by IS NULL)))`,
  `CREATE UNIQUE INDEX client_merge_holds ON app.client_merge (org_id, merged_id) WHERE undone_at IS NULL`,
  `CREATE INDEX client_merge_client ON app.client_merge (org_id, client_id)`,
  // What moved, so that exactly this moves back; and what the merge itself added.
  `CREATE TABLE app.client_merge_row (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     merge_id uuid NOT NULL,
     table_name text NOT NULL,
     row_id uuid NOT NULL,
     added boolean NOT NULL DEFAULT false,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, merge_id) REFERENCES app.client_merge (org_id, client_id, id))`,
  `CREATE INDEX client_merge_row_merge ON app.client_merge_row (org_id, merge_id)`,
];

/** Whoever records a merge sees both records: a row may not be drawn from one that is hidden from them. */
const BOTH = `CREATE POLICY both_seen ON app.client_merge AS RESTRICTIVE FOR INSERT TO vacatur_app
  WITH CHECK (${seesClient('merged_id')} AND ${behindNoWall('merged_id')})`;

/**
 * Moves rows of one table from one record to the other, with their values sealed anew. It does so only in the very
 * transaction that records a merge of these two, or its undoing; row security let whoever acts record it.
 */
const MOVE = `CREATE FUNCTION sec.move_client_rows(p_merge uuid, p_table text, p_key text, p_rows jsonb)
   RETURNS integer LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     m app.client_merge;
     from_id uuid;
     to_id uuid;
     sealed text;
     moved integer;
   BEGIN
     SELECT * INTO m FROM app.client_merge WHERE org_id = c[1]::uuid AND id = p_merge;
     IF m.undone_at = transaction_timestamp() THEN
       from_id := m.client_id; to_id := m.merged_id;
     ELSIF m.at = transaction_timestamp() AND m.undone_at IS NULL AND m.by_user = c[2]::uuid THEN
       from_id := m.merged_id; to_id := m.client_id;
     ELSE
       RAISE EXCEPTION 'no such merge is under way' USING ERRCODE = '42501';
     END IF;
     IF p_key NOT IN ('id', 'source_id', 'party_id') OR p_table IN ('audit_entry', 'client', 'client_token', 'client_wall',
          'client_wall_person', 'access_grant', 'legal_hold', 'destruction', 'client_merge', 'client_merge_row') THEN
       RAISE EXCEPTION 'rows of this table stay where they are' USING ERRCODE = '42501';
     END IF;
     IF p_table = 'row_history' THEN
       sealed := ', was = t.was || (r -> ''sealed'')';
     ELSE
       SELECT string_agg(format(', %1$I = CASE WHEN r -> ''sealed'' ? %1$L THEN decode(r -> ''sealed'' ->> %1$L, ''hex'') ELSE t.%1$I END', a.attname), '')
         INTO sealed FROM pg_attribute a JOIN pg_class k ON k.oid = a.attrelid
        WHERE k.relnamespace = 'app'::regnamespace AND k.relname = p_table AND a.attnum > 0 AND NOT a.attisdropped
          AND a.atttypid = 'bytea'::regtype AND a.attgenerated = '' AND a.attname <> 'token';
     END IF;
     PERFORM set_config('app.resealing', 'on', true);
     EXECUTE format('UPDATE app.%I t SET client_id = $1 %s FROM jsonb_array_elements($2) AS x(r)
                      WHERE t.org_id = $3 AND t.client_id = $4 AND t.%I = (x.r ->> ''id'')::uuid', p_table, coalesce(sealed, ''), p_key)
       USING to_id, p_rows, m.org_id, from_id;
     GET DIAGNOSTICS moved = ROW_COUNT;
     -- A hit names whose party it is about; also one that whoever merges may not see.
     IF p_table = 'conflict_party' THEN
       UPDATE app.conflict_hit h SET subject_client_id = to_id FROM jsonb_array_elements(p_rows) AS x(r)
        WHERE h.org_id = m.org_id AND h.subject_client_id = from_id AND h.subject_party_id = (x.r ->> 'id')::uuid;
       UPDATE app.conflict_hit h SET other_client_id = to_id FROM jsonb_array_elements(p_rows) AS x(r)
        WHERE h.org_id = m.org_id AND h.other_client_id = from_id AND h.other_party_id = (x.r ->> 'id')::uuid;
     END IF;
     PERFORM set_config('app.resealing', '', true);
     RETURN moved;
   END $$`;

/** Rows that point at each other move one table after the other: until the last has moved, the database waits. */
const LET_MERGE = `CREATE FUNCTION sec.let_clients_merge() RETURNS void LANGUAGE plpgsql AS $$
   DECLARE
     f record;
   BEGIN
     FOR f IN SELECT k.conname, t.relname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
               WHERE k.contype = 'f' AND NOT k.condeferrable AND k.connamespace = 'app'::regnamespace
                 AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
                                AND a.attname = 'client_id') LOOP
       EXECUTE format('ALTER TABLE app.%I ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', f.relname, f.conname);
     END LOOP;
   END $$`;

const KEEP_CONSTRAINTS = `DO $$
   DECLARE
     f record;
   BEGIN
     FOR f IN SELECT k.conname, t.relname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
               WHERE k.contype = 'f' AND k.condeferrable AND k.connamespace = 'app'::regnamespace LOOP
       EXECUTE format('ALTER TABLE app.%I ALTER CONSTRAINT %I NOT DEFERRABLE', f.relname, f.conname);
     END LOOP;
   END $$`;

/** A record that was merged is seen, and hidden, with the one it was merged into. */
const AFTER: Record<string, string> = {
  my_clients: `SELECT id FROM own UNION
     SELECT k.id FROM app.client k WHERE k.merged_into IN (SELECT id FROM own)
        AND k.org_id = (sec.claims())[1]::uuid AND (sec.claims())[3] <> 'volunteer'`,
  walled_from_me: `SELECT id FROM own UNION
     SELECT k.id FROM app.client k WHERE k.org_id = (sec.claims())[1]::uuid AND k.merged_into IN (SELECT id FROM own)`,
};

const define = (name: string, body: string): string =>
  `CREATE OR REPLACE FUNCTION sec.${name}() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$${body}$$`;

async function bodyOf(runner: QueryRunner, name: string): Promise<string> {
  const [{ prosrc }] = await runner.query(
    `SELECT prosrc FROM pg_proc WHERE pronamespace = 'sec'::regnamespace AND proname = $1`,
    [name],
  );
  return prosrc;
}

const numbers = (
  more: string,
): string => `CREATE OR REPLACE FUNCTION sec.clients_of_a_number(p_indexes bytea[])
     RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT c.id FROM app.client c WHERE c.org_id = sec.org() AND c.a_number_index = ANY (p_indexes)${more} $$`;

export class MergeRecords20261124035000 implements MigrationInterface {
  name = 'MergeRecords20261124035000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of ['client_merge', 'client_merge_row']) {
      await protectClientTable(runner, table);
      await grant(runner, table);
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} FOR SELECT TO vacatur_definer USING (true)`,
      ]);
    }
    await run(runner, [
      BOTH,
      MOVE,
      'ALTER FUNCTION sec.move_client_rows(uuid, text, text, jsonb) OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.move_client_rows(uuid, text, text, jsonb) FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.move_client_rows(uuid, text, text, jsonb) TO vacatur_app',
      LET_MERGE,
      'REVOKE ALL ON FUNCTION sec.let_clients_merge() FROM PUBLIC',
      'SELECT sec.let_clients_merge()',
      numbers(' AND c.merged_into IS NULL'),
    ]);
    for (const [name, after] of Object.entries(AFTER)) {
      const own = await bodyOf(runner, name);
      await runner.query(define(name, `WITH own (id) AS (/* own */${own}/* own */) ${after}`));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(AFTER)) {
      const [, own] = (await bodyOf(runner, name)).split('/* own */');
      await runner.query(define(name, own));
    }
    await run(runner, [
      numbers(''),
      KEEP_CONSTRAINTS,
      'DROP FUNCTION sec.let_clients_merge()',
      'DROP FUNCTION sec.move_client_rows(uuid, text, text, jsonb)',
      'DROP TABLE app.client_merge_row, app.client_merge',
      'ALTER TABLE app.client DROP COLUMN merged_into CASCADE',
      'ALTER TABLE app.client DROP CONSTRAINT IF EXISTS client_not_into_itself',
    ]);
  }
}
