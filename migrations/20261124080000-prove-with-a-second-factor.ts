import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectOrganisationTable, protectPersonalTable, run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/** An account is bound to its sessions by a number that every change of its security moves on. */
const ACCOUNTS = [
  `ALTER TABLE app.staff_user
     ADD COLUMN security_version integer NOT NULL DEFAULT 1,
     ADD COLUMN locked_at timestamptz,
     ADD COLUMN lock_kind text CHECK (lock_kind IN ('director', 'self')),
     ADD COLUMN locked_by uuid,
     ADD COLUMN lock_reason bytea,
     ADD COLUMN lock_reset_at timestamptz,
     ADD CONSTRAINT staff_user_lock CHECK ((locked_at IS NULL) = (lock_kind IS NULL))`,
  `ALTER TABLE app.session
     ADD COLUMN security_version integer NOT NULL DEFAULT 1,
     ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN covered_at timestamptz,
     ADD COLUMN challenge text,
     ADD COLUMN challenge_until timestamptz`,
];

const TABLES = [
  `CREATE TABLE app.second_factor (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('totp', 'passkey')),
     name text NOT NULL,
     status text NOT NULL CHECK (status IN ('pending', 'active')),
     secret bytea,
     last_step bigint NOT NULL DEFAULT -1,
     credential_id text,
     public_key text,
     sign_count bigint NOT NULL DEFAULT 0,
     transports text[] NOT NULL DEFAULT '{}',
     created_at timestamptz NOT NULL DEFAULT now(),
     confirmed_at timestamptz,
     last_used_at timestamptz,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id),
     CHECK (CASE kind WHEN 'totp' THEN secret IS NOT NULL ELSE credential_id IS NOT NULL AND public_key IS NOT NULL END))`,
  `CREATE INDEX second_factor_user ON app.second_factor (org_id, user_id)`,
  `CREATE UNIQUE INDEX second_factor_credential ON app.second_factor (org_id, credential_id)`,
  `CREATE TABLE app.recovery_code (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     code_hash bytea NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     used_at timestamptz,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX recovery_code_user ON app.recovery_code (org_id, user_id)`,
  `CREATE TABLE app.security_policy (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     roles text[] NOT NULL,
     required_from date NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CONSTRAINT security_policy_one UNIQUE (org_id))`,
  // The password was right and nothing else is: no right of any kind hangs on such a row.
  `CREATE TABLE sec.half_session (
     token_hash bytea PRIMARY KEY,
     org_id uuid NOT NULL,
     user_id uuid NOT NULL,
     security_version integer NOT NULL,
     challenge text,
     expires_at timestamptz NOT NULL,
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX half_session_end ON sec.half_session (expires_at)`,
];

const HALF_SESSIONS = [
  `CREATE FUNCTION sec.open_half_session(p_hash bytea, p_lifetime interval) RETURNS void
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     DELETE FROM sec.half_session WHERE expires_at < now();
     INSERT INTO sec.half_session (token_hash, org_id, user_id, security_version, expires_at)
       SELECT p_hash, u.org_id, u.id, u.security_version, now() + p_lifetime
         FROM app.staff_user u WHERE u.org_id = c[1]::uuid AND u.id = c[2]::uuid;
   END $$`,
  `CREATE FUNCTION sec.half_session_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, challenge text, locked boolean)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT h.org_id, h.user_id, u.role, h.challenge, u.locked_at IS NOT NULL
       FROM sec.half_session h JOIN app.staff_user u ON u.org_id = h.org_id AND u.id = h.user_id
      WHERE h.token_hash = p_hash AND h.expires_at > now() AND h.security_version = u.security_version
        AND u.status = 'active' AND (u.locked_at IS NULL OR (u.lock_kind = 'self' AND u.lock_reset_at IS NOT NULL)) $$`,
  `CREATE FUNCTION sec.challenge_half_session(p_hash bytea, p_challenge text) RETURNS void
     LANGUAGE sql ${DEFINER} AS $$
     UPDATE sec.half_session SET challenge = p_challenge WHERE token_hash = p_hash $$`,
  `CREATE FUNCTION sec.use_half_session(p_hash bytea) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     DELETE FROM sec.half_session
      WHERE token_hash = p_hash AND org_id = c[1]::uuid AND user_id = c[2]::uuid AND expires_at > now();
     RETURN FOUND;
   END $$`,
];

/**
 * Tries are counted before they are looked at, so that a burst of guesses cannot pass ahead of the count. A lock is
 * never made longer while it lasts: nobody is locked out for good.
 */
const TRIES = [
  `CREATE FUNCTION sec.take_try(p_key bytea, p_limit integer, p_window interval, p_lock interval) RETURNS boolean
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     moment timestamptz := clock_timestamp();
     seen sec.sign_in_attempt;
   BEGIN
     LOOP
       INSERT INTO sec.sign_in_attempt VALUES (p_key, 0, moment, NULL) ON CONFLICT DO NOTHING;
       SELECT * INTO seen FROM sec.sign_in_attempt WHERE address_hash = p_key FOR UPDATE;
       EXIT WHEN FOUND;
     END LOOP;
     IF seen.locked_until > moment THEN RETURN false; END IF;
     IF seen.locked_until IS NOT NULL OR seen.first_at < moment - p_window THEN
       seen.failures := 0;
       seen.first_at := moment;
     END IF;
     UPDATE sec.sign_in_attempt
        SET failures = seen.failures + 1, first_at = seen.first_at,
            locked_until = CASE WHEN seen.failures + 1 >= p_limit THEN moment + p_lock END
      WHERE address_hash = p_key;
     RETURN true;
   END $$`,
  `CREATE FUNCTION sec.return_try(p_key bytea) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE sec.sign_in_attempt SET failures = greatest(failures - 1, 0), locked_until = NULL
      WHERE address_hash = p_key $$`,
];

const candidates = (more: string, status: string, factor: string, join = ''): string =>
  `CREATE FUNCTION sec.sign_in_candidates(p_email text, p_slug text)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, status text, password_hash text${more})
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT u.org_id, u.id, u.role, ${status}, c.password_hash${factor}
       FROM app.staff_user u
       JOIN app.organisation o ON o.org_id = u.org_id
       LEFT JOIN sec.credential c ON c.org_id = u.org_id AND c.user_id = u.id${join}
      WHERE u.email_folded = p_email AND (p_slug IS NULL OR o.slug = p_slug)
      ORDER BY u.org_id LIMIT 20 $$`;

const actor = (proof: 'session' | 'token', more: string, columns: string, only: string): string =>
  `CREATE FUNCTION sec.actor_of_${proof}(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[]${more})
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT p.org_id, p.user_id, u.role, p.id, ${proof === 'session' ? 'NULL::text[]' : 'p.scopes'}${columns}
       FROM app.${proof === 'session' ? 'session' : 'api_token'} p
       JOIN app.staff_user u ON u.org_id = p.org_id AND u.id = p.user_id
      WHERE p.token_hash = p_hash AND p.expires_at > now() AND u.status = 'active'${only} $$`;

const reset = (only: string): string =>
  `CREATE FUNCTION sec.password_reset_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, name text, email text, email_folded text)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT r.org_id, r.user_id, u.role, u.name, u.email, u.email_folded
       FROM sec.password_reset r JOIN app.staff_user u ON u.org_id = r.org_id AND u.id = r.user_id
      WHERE r.token_hash = p_hash AND r.used_at IS NULL AND r.expires_at > now() AND u.status = 'active'${only} $$`;

/** Functions of earlier migrations that now ask for more, and as they were. */
const RENEWED: [name: string, now: string, before: string][] = [
  [
    'sign_in_candidates(text, text)',
    candidates(
      ', second_factor boolean',
      `CASE WHEN u.status <> 'active' OR u.locked_at IS NULL THEN u.status
            WHEN u.lock_kind = 'self' AND u.lock_reset_at IS NOT NULL AND f.has THEN 'unlocking'
            WHEN u.lock_kind = 'self' THEN 'self_locked' ELSE 'locked' END`,
      ', f.has',
      `
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM app.second_factor s
                WHERE s.org_id = u.org_id AND s.user_id = u.id AND s.status = 'active') AS has) f`,
    ),
    candidates('', 'u.status', ''),
  ],
  [
    'actor_of_session(bytea)',
    actor(
      'session',
      ', proved boolean, covered boolean, must_enrol boolean',
      `, p.proved_at > now() - interval '10 minutes', p.covered_at IS NOT NULL,
         EXISTS (SELECT 1 FROM app.security_policy s JOIN app.organisation o ON o.org_id = s.org_id
                  WHERE s.org_id = p.org_id AND u.role = ANY (s.roles)
                    AND s.required_from <= (now() AT TIME ZONE o.time_zone)::date)
         AND NOT EXISTS (SELECT 1 FROM app.second_factor f
                  WHERE f.org_id = p.org_id AND f.user_id = p.user_id AND f.status = 'active')`,
      ' AND u.locked_at IS NULL AND p.security_version = u.security_version',
    ),
    `CREATE FUNCTION sec.actor_of_session(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT s.org_id, s.user_id, u.role, s.id, NULL::text[]
       FROM app.session s JOIN app.staff_user u ON u.org_id = s.org_id AND u.id = s.user_id
      WHERE s.token_hash = p_hash AND s.expires_at > now() AND u.status = 'active' $$`,
  ],
  [
    'actor_of_token(bytea)',
    actor('token', '', '', ' AND u.locked_at IS NULL'),
    `CREATE FUNCTION sec.actor_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT t.org_id, t.user_id, u.role, t.id, t.scopes
       FROM app.api_token t JOIN app.staff_user u ON u.org_id = t.org_id AND u.id = t.user_id
      WHERE t.token_hash = p_hash AND t.expires_at > now() AND u.status = 'active' $$`,
  ],
  ['password_reset_of_token(bytea)', reset(` AND coalesce(u.lock_kind, 'self') = 'self'`), reset('')],
];

const ADDED = [
  'open_half_session(bytea, interval)',
  'half_session_of_token(bytea)',
  'challenge_half_session(bytea, text)',
  'use_half_session(bytea)',
  'take_try(bytea, integer, interval, interval)',
  'return_try(bytea)',
];

async function giveToApplication(runner: QueryRunner, name: string): Promise<void> {
  await run(runner, [
    `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
    `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
  ]);
}

const NEW_TABLES = ['second_factor', 'recovery_code', 'security_policy'];

export class ProveWithASecondFactor20261124080000 implements MigrationInterface {
  name = 'ProveWithASecondFactor20261124080000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...ACCOUNTS, ...TABLES, 'ALTER TABLE sec.half_session OWNER TO vacatur_definer']);
    for (const table of ['second_factor', 'recovery_code']) {
      await protectPersonalTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT, UPDATE, DELETE');
    }
    await protectOrganisationTable(runner, 'security_policy');
    await grant(runner, 'security_policy');
    for (const table of NEW_TABLES) {
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} TO vacatur_definer USING (true) WITH CHECK (true)`,
      ]);
    }
    await run(runner, [...HALF_SESSIONS, ...TRIES]);
    for (const name of ADDED) await giveToApplication(runner, name);
    for (const [name, now] of RENEWED) {
      await run(runner, [`DROP FUNCTION sec.${name}`, now]);
      await giveToApplication(runner, name);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, , before] of RENEWED) {
      await run(runner, [`DROP FUNCTION sec.${name}`, before]);
      await giveToApplication(runner, name);
    }
    for (const name of ADDED) await runner.query(`DROP FUNCTION sec.${name}`);
    await run(runner, [
      'DROP TABLE sec.half_session',
      ...NEW_TABLES.map((table) => `DROP TABLE app.${table}`),
      `ALTER TABLE app.session DROP COLUMN security_version, DROP COLUMN proved_at, DROP COLUMN covered_at,
         DROP COLUMN challenge, DROP COLUMN challenge_until`,
      `ALTER TABLE app.staff_user DROP COLUMN security_version, DROP COLUMN locked_at, DROP COLUMN lock_kind,
         DROP COLUMN locked_by, DROP COLUMN lock_reason, DROP COLUMN lock_reset_at`,
    ]);
  }
}
