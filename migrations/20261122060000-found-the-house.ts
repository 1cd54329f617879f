import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectOrganisationTable, protectPersonalTable, run } from './helpers';

/** Verifies the signed context of the transaction. Only its owner can read the key. */
const CONTEXT = [
  `CREATE TABLE sec.context_key (
     id smallint PRIMARY KEY CHECK (id = 1),
     inner_pad bytea NOT NULL,
     outer_pad bytea NOT NULL)`,
  `CREATE TABLE sec.installation (
     id smallint PRIMARY KEY CHECK (id = 1),
     root_key_fingerprint text NOT NULL,
     prepared_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE FUNCTION sec.claims() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     wire text := nullif(current_setting('app.ctx', true), '');
     body text;
     pads sec.context_key;
     parts text[];
   BEGIN
     IF wire IS NULL THEN
       RAISE EXCEPTION 'this transaction names no organisation' USING ERRCODE = 'VC001';
     END IF;
     body := left(wire, -65);
     SELECT * INTO pads FROM sec.context_key WHERE id = 1;
     IF encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(body, 'UTF8'))), 'hex') IS DISTINCT FROM right(wire, 64) THEN
       RAISE EXCEPTION 'the organisation of this transaction is not signed' USING ERRCODE = 'VC002';
     END IF;
     parts := string_to_array(body, '|');
     IF parts[4]::bigint < extract(epoch FROM clock_timestamp()) THEN
       RAISE EXCEPTION 'the organisation of this transaction has expired' USING ERRCODE = 'VC003';
     END IF;
     RETURN parts;
   END $$`,
  `CREATE FUNCTION sec.org() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT (sec.claims())[1]::uuid'`,
  `CREATE FUNCTION sec.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT (sec.claims())[2]::uuid'`,
  `CREATE FUNCTION sec.role() RETURNS text LANGUAGE sql STABLE AS 'SELECT (sec.claims())[3]'`,
  `CREATE FUNCTION sec.sees_office() RETURNS boolean LANGUAGE sql STABLE AS
     $$ SELECT (sec.claims())[3] IN ('director', 'auditor', 'system') $$`,
];

const STAFF = [
  `CREATE TABLE app.organisation (
     org_id uuid PRIMARY KEY,
     name text NOT NULL,
     slug text NOT NULL UNIQUE,
     kind text NOT NULL CHECK (kind IN ('office', 'installation')),
     time_zone text NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE app.staff_user (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     name text NOT NULL,
     email text NOT NULL,
     email_folded text NOT NULL,
     role text NOT NULL CHECK (role IN ('director', 'attorney', 'accredited_representative', 'paralegal', 'intake', 'volunteer', 'auditor', 'operator')),
     status text NOT NULL CHECK (status IN ('active', 'suspended')),
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, email_folded))`,
  `CREATE INDEX staff_user_sign_in ON app.staff_user (email_folded)`,
  `CREATE TABLE app.session (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     token_hash bytea NOT NULL,
     client_label text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     last_seen_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX session_token ON app.session (token_hash)`,
  `CREATE INDEX session_user_id ON app.session (org_id, user_id)`,
  `CREATE TABLE app.api_token (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     token_hash bytea NOT NULL,
     name text NOT NULL,
     scopes text[] NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     last_used_at timestamptz,
     expires_at timestamptz NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX api_token_hash ON app.api_token (token_hash)`,
  `CREATE INDEX api_token_user ON app.api_token (org_id, user_id)`,
  `CREATE TABLE app.invitation (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     email text NOT NULL,
     email_folded text NOT NULL,
     name text NOT NULL,
     role text NOT NULL CHECK (role IN ('director', 'attorney', 'accredited_representative', 'paralegal', 'intake', 'volunteer', 'auditor', 'operator')),
     token_hash bytea NOT NULL,
     invited_by uuid NOT NULL,
     status text NOT NULL CHECK (status IN ('open', 'accepted', 'revoked')),
     expires_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     accepted_at timestamptz,
     PRIMARY KEY (org_id, id))`,
  `CREATE INDEX invitation_token ON app.invitation (token_hash)`,
];

/** Secrets of sign-in: no grant to the application, only the functions of the sign-in migration reach them. */
const SECRETS = [
  `CREATE TABLE sec.credential (
     org_id uuid NOT NULL,
     user_id uuid NOT NULL,
     password_hash text NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, user_id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE TABLE sec.sign_in_attempt (
     address_hash bytea PRIMARY KEY,
     failures integer NOT NULL,
     first_at timestamptz NOT NULL,
     locked_until timestamptz)`,
  `CREATE TABLE sec.password_reset (
     token_hash bytea PRIMARY KEY,
     org_id uuid NOT NULL,
     user_id uuid NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz,
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
];

const MACHINERY = [
  `CREATE TABLE app.audit_head (
     org_id uuid PRIMARY KEY REFERENCES app.organisation (org_id),
     seq bigint NOT NULL,
     hash bytea NOT NULL)`,
  `CREATE TABLE app.audit_entry (
     org_id uuid NOT NULL,
     seq bigint NOT NULL,
     at timestamptz NOT NULL,
     user_id uuid NOT NULL,
     role text NOT NULL,
     action text NOT NULL,
     client_id uuid,
     case_id uuid,
     fields text[] NOT NULL,
     request_id text NOT NULL,
     prev_hash bytea NOT NULL,
     hash bytea NOT NULL,
     PRIMARY KEY (org_id, seq))`,
  `CREATE INDEX audit_entry_client ON app.audit_entry (org_id, client_id, seq)`,
  `CREATE TABLE app.idempotency_key (
     org_id uuid NOT NULL,
     user_id uuid NOT NULL,
     key text NOT NULL,
     request_hash bytea NOT NULL,
     answer bytea,
     etag text,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, user_id, key))`,
  `CREATE TABLE app.outbox_message (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     kind text NOT NULL,
     payload bytea NOT NULL,
     due_at timestamptz NOT NULL DEFAULT now(),
     attempts integer NOT NULL DEFAULT 0,
     lease_until timestamptz,
     sent_at timestamptz,
     given_up_at timestamptz,
     answer text,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id))`,
  `CREATE INDEX outbox_due ON app.outbox_message (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL`,
  `CREATE TABLE app.row_history (
     org_id uuid NOT NULL,
     id uuid NOT NULL DEFAULT gen_random_uuid(),
     table_name text NOT NULL,
     row_id uuid NOT NULL,
     client_id uuid,
     was jsonb NOT NULL,
     replaced_by uuid NOT NULL,
     replaced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id))`,
  `CREATE INDEX row_history_row ON app.row_history (org_id, table_name, row_id, replaced_at)`,
  `CREATE FUNCTION sec.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'audit entries are never changed or deleted' USING ERRCODE = '42501';
   END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON app.audit_entry
     FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_change()`,
];

const MACHINERY_FUNCTIONS = [
  `CREATE FUNCTION sec.audit_append(p_action text, p_client uuid, p_case uuid, p_fields text[], p_request text)
     RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     c text[] := sec.claims();
     head app.audit_head;
     moment timestamptz := clock_timestamp();
     digest bytea;
   BEGIN
     SELECT * INTO head FROM app.audit_head WHERE org_id = c[1]::uuid FOR UPDATE;
     digest := sha256(head.hash || convert_to(concat_ws('|', c[1], head.seq + 1, extract(epoch FROM moment), c[2], c[3],
       p_action, coalesce(p_client::text, '-'), coalesce(p_case::text, '-'), array_to_string(p_fields, ','), p_request), 'UTF8'));
     INSERT INTO app.audit_entry VALUES (c[1]::uuid, head.seq + 1, moment, c[2]::uuid, c[3], p_action, p_client, p_case,
       p_fields, p_request, head.hash, digest);
     UPDATE app.audit_head SET seq = head.seq + 1, hash = digest WHERE org_id = c[1]::uuid;
     RETURN head.seq + 1;
   END $$`,
  `CREATE FUNCTION sec.audit_breaks() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
     SELECT e.seq FROM (
       SELECT *, lag(hash) OVER (ORDER BY seq) AS before, lag(seq) OVER (ORDER BY seq) AS seq_before FROM app.audit_entry) e
     WHERE e.hash IS DISTINCT FROM sha256(e.prev_hash || convert_to(concat_ws('|', e.org_id, e.seq, extract(epoch FROM e.at),
         e.user_id, e.role, e.action, coalesce(e.client_id::text, '-'), coalesce(e.case_id::text, '-'),
         array_to_string(e.fields, ','), e.request_id), 'UTF8'))
       OR (e.before IS NOT NULL AND (e.before <> e.prev_hash OR e.seq_before <> e.seq - 1))
     UNION
     SELECT h.seq FROM app.audit_head h
      WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM app.audit_entry e WHERE e.seq = h.seq AND e.hash = h.hash)
     ORDER BY 1 $$`,
  `CREATE FUNCTION sec.keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     before jsonb := to_jsonb(OLD);
   BEGIN
     IF TG_OP = 'DELETE' OR before IS DISTINCT FROM to_jsonb(NEW) THEN
       INSERT INTO app.row_history (org_id, table_name, row_id, client_id, was, replaced_by)
       VALUES (OLD.org_id, TG_TABLE_NAME, OLD.id, (before ->> TG_ARGV[0])::uuid, before, sec.uid());
     END IF;
     IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
     RETURN NEW;
   END $$`,
  `CREATE FUNCTION sec.claim_outbox(p_limit integer, p_lease_seconds integer)
     RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     UPDATE app.outbox_message m
        SET lease_until = clock_timestamp() + make_interval(secs => p_lease_seconds), attempts = m.attempts + 1
       FROM (SELECT o.org_id, o.id FROM app.outbox_message o
              WHERE o.sent_at IS NULL AND o.given_up_at IS NULL AND o.due_at <= clock_timestamp()
                AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp())
              ORDER BY o.due_at LIMIT p_limit FOR UPDATE SKIP LOCKED) due
      WHERE m.org_id = due.org_id AND m.id = due.id
     RETURNING m.org_id, m.id $$`,
  `CREATE FUNCTION sec.organisations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, pg_temp AS $$ SELECT org_id FROM app.organisation WHERE kind = 'office' $$`,
];

/** Who a secret belongs to. The only reads that happen before an organisation is known. */
const PROOF = [
  `CREATE FUNCTION sec.actor_of_session(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT s.org_id, s.user_id, u.role, s.id, NULL::text[]
       FROM app.session s JOIN app.staff_user u ON u.org_id = s.org_id AND u.id = s.user_id
      WHERE s.token_hash = p_hash AND s.expires_at > now() AND u.status = 'active' $$`,
  `CREATE FUNCTION sec.actor_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT t.org_id, t.user_id, u.role, t.id, t.scopes
       FROM app.api_token t JOIN app.staff_user u ON u.org_id = t.org_id AND u.id = t.user_id
      WHERE t.token_hash = p_hash AND t.expires_at > now() AND u.status = 'active' $$`,
];

/** Functions that run with their owner's rights. The catalogue test holds the same list. */
const DEFINERS = [
  'claims()',
  'audit_append(text, uuid, uuid, text[], text)',
  'claim_outbox(integer, integer)',
  'organisations()',
  'actor_of_session(bytea)',
  'actor_of_token(bytea)',
];

const TABLES = [
  'organisation',
  'staff_user',
  'session',
  'api_token',
  'invitation',
  'audit_head',
  'audit_entry',
  'idempotency_key',
  'outbox_message',
  'row_history',
];

export class FoundTheHouse20261122060000 implements MigrationInterface {
  name = 'FoundTheHouse20261122060000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...CONTEXT, ...STAFF, ...SECRETS, ...MACHINERY, ...MACHINERY_FUNCTIONS, ...PROOF]);
    await this.giveDefiner(runner);
    for (const table of ['organisation', 'staff_user', 'invitation', 'outbox_message']) {
      await protectOrganisationTable(runner, table);
      await grant(runner, table);
    }
    for (const table of ['session', 'api_token', 'idempotency_key']) {
      await protectPersonalTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT, UPDATE, DELETE');
    }
    await this.protectMachinery(runner);
  }

  /** The definer reads and writes what its functions need, under policies of its own: no role bypasses row security. */
  private async giveDefiner(runner: QueryRunner): Promise<void> {
    for (const table of ['context_key', 'installation', 'credential', 'sign_in_attempt', 'password_reset']) {
      await runner.query(`ALTER TABLE sec.${table} OWNER TO vacatur_definer`);
    }
    for (const table of TABLES) {
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON app.${table} TO vacatur_definer`);
      await runner.query(
        `CREATE POLICY definer ON app.${table} TO vacatur_definer USING (true) WITH CHECK (true)`,
      );
    }
    for (const name of DEFINERS) await runner.query(`ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`);
  }

  private async protectMachinery(runner: QueryRunner): Promise<void> {
    const org = 'org_id = (SELECT sec.org())';
    for (const table of ['audit_head', 'audit_entry', 'row_history']) {
      await run(runner, [
        `ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE app.${table} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY organisation ON app.${table} AS RESTRICTIVE FOR ALL TO vacatur_app USING (${org}) WITH CHECK (${org})`,
      ]);
    }
    await run(runner, [
      `CREATE POLICY see ON app.audit_head FOR SELECT TO vacatur_app USING (true)`,
      `GRANT SELECT ON app.audit_head, app.audit_entry, app.row_history TO vacatur_app`,
      `GRANT INSERT ON app.row_history TO vacatur_app`,
      `CREATE POLICY add ON app.row_history FOR INSERT TO vacatur_app WITH CHECK (true)`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sec TO vacatur_app, vacatur_definer`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TABLE sec.credential, sec.sign_in_attempt, sec.password_reset',
      ...[...TABLES].reverse().map((table) => `DROP TABLE app.${table}`),
      'DROP TABLE sec.context_key, sec.installation CASCADE',
      'DROP FUNCTION sec.audit_breaks, sec.audit_append, sec.keep_history, sec.claim_outbox, sec.organisations, sec.refuse_change, sec.actor_of_session, sec.actor_of_token',
      'DROP FUNCTION sec.sees_office, sec.role, sec.uid, sec.org, sec.claims',
    ]);
  }
}
