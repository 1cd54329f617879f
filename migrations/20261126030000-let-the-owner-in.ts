import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/** A browser asks nothing of the server for this long only when nobody is there: it tells of every minute with a touch. */
const IDLE = `interval '12 minutes'`;

const ADDED = [
  'sign_in_account(text, text, bytea)',
  'go_on_holding(bytea, interval)',
  'open_half_session(bytea, interval, integer)',
];

const NEW = [
  // What the sign-in asks: also whether the account knows the browser, and where its security stands at this moment.
  `CREATE FUNCTION sec.sign_in_account(p_email text, p_slug text, p_device bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, status text, password_hash text, security_version integer,
       known_device boolean)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT c.org_id, c.user_id, c.role, c.status, c.password_hash, u.security_version,
            EXISTS (SELECT 1 FROM app.known_device d
                     WHERE d.org_id = c.org_id AND d.user_id = c.user_id AND d.token_hash = p_device)
       FROM sec.sign_in_candidates(p_email, p_slug) c
       JOIN app.staff_user u ON u.org_id = c.org_id AND u.id = c.user_id $$`,
  // Only what is held already is held longer.
  `CREATE FUNCTION sec.go_on_holding(p_key bytea, p_lock interval) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE sec.sign_in_attempt SET locked_until = clock_timestamp() + p_lock
      WHERE address_hash = p_key AND locked_until > clock_timestamp() $$`,
  `CREATE FUNCTION sec.open_half_session(p_hash bytea, p_lifetime interval, p_version integer) RETURNS void
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     DELETE FROM sec.half_session WHERE expires_at < now();
     INSERT INTO sec.half_session (token_hash, org_id, user_id, security_version, expires_at)
       SELECT p_hash, u.org_id, u.id, p_version, now() + p_lifetime
         FROM app.staff_user u WHERE u.org_id = c[1]::uuid AND u.id = c[2]::uuid;
   END $$`,
];

const BEFORE = `CREATE FUNCTION sec.open_half_session(p_hash bytea, p_lifetime interval) RETURNS void
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     DELETE FROM sec.half_session WHERE expires_at < now();
     INSERT INTO sec.half_session (token_hash, org_id, user_id, security_version, expires_at)
       SELECT p_hash, u.org_id, u.id, u.security_version, now() + p_lifetime
         FROM app.staff_user u WHERE u.org_id = c[1]::uuid AND u.id = c[2]::uuid;
   END $$`;

const half = (more: string, column: string): string =>
  `CREATE FUNCTION sec.half_session_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, challenge text, locked boolean${more})
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT h.org_id, h.user_id, u.role, h.challenge, u.locked_at IS NOT NULL${column}
       FROM sec.half_session h JOIN app.staff_user u ON u.org_id = h.org_id AND u.id = h.user_id
      WHERE h.token_hash = p_hash AND h.expires_at > now() AND h.security_version = u.security_version
        AND u.status = 'active' AND (u.locked_at IS NULL OR (u.lock_kind = 'self' AND u.lock_reset_at IS NOT NULL)) $$`;

/** A session that nobody was at for so long is covered, whether its browser said so or was closed before it could. */
const session = (idle: string): string =>
  `CREATE OR REPLACE FUNCTION sec.actor_of_session(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, proof_id uuid, scopes text[], proved boolean, covered boolean,
       must_enrol boolean)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT p.org_id, p.user_id, u.role, p.id, NULL::text[],
            p.proved_at > now() - interval '10 minutes', p.covered_at IS NOT NULL${idle},
            EXISTS (SELECT 1 FROM app.security_policy s JOIN app.organisation o ON o.org_id = s.org_id
                     WHERE s.org_id = p.org_id AND u.role = ANY (s.roles)
                       AND s.required_from <= (now() AT TIME ZONE o.time_zone)::date)
            AND NOT EXISTS (SELECT 1 FROM app.second_factor f
                     WHERE f.org_id = p.org_id AND f.user_id = p.user_id AND f.status = 'active')
       FROM app.session p
       JOIN app.staff_user u ON u.org_id = p.org_id AND u.id = p.user_id
      WHERE p.token_hash = p_hash AND p.expires_at > now() AND u.status = 'active' AND u.locked_at IS NULL
        AND p.security_version = u.security_version $$`;

/** Asking takes no cover away: a session that was left alone stays as long unseen as it was, until it is proved again. */
const saw = (idle: string): string =>
  `CREATE OR REPLACE FUNCTION sec.saw_proof(p_session uuid, p_token uuid) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE app.session SET last_seen_at = now()
      WHERE id = p_session AND last_seen_at < now() - interval '55 seconds'${idle};
     UPDATE app.api_token SET last_used_at = now()
      WHERE id = p_token AND coalesce(last_used_at, '-infinity') < now() - interval '55 seconds' $$`;

/**
 * So many links to lock with may be open at once, of those that last as long: the ones in mails about new devices last
 * longer, and must not keep somebody from asking for one.
 */
const offer = (only: string): string =>
  `CREATE OR REPLACE FUNCTION sec.offer_lock(p_user uuid, p_hash bytea, p_lifetime interval, p_most integer)
     RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'system' AND c[2]::uuid <> p_user THEN
       RAISE EXCEPTION 'locks are offered by the installation' USING ERRCODE = '42501';
     END IF;
     DELETE FROM sec.lock_offer WHERE expires_at < now();
     IF (SELECT count(*) FROM sec.lock_offer
          WHERE org_id = c[1]::uuid AND user_id = p_user AND used_at IS NULL${only}) >= p_most THEN
       RETURN false;
     END IF;
     INSERT INTO sec.lock_offer (token_hash, org_id, user_id, expires_at)
       VALUES (p_hash, c[1]::uuid, p_user, now() + p_lifetime);
     RETURN true;
   END $$`;

async function give(runner: QueryRunner, name: string): Promise<void> {
  await run(runner, [
    `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
    `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
  ]);
}

export class LetTheOwnerIn20261126030000 implements MigrationInterface {
  name = 'LetTheOwnerIn20261126030000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'GRANT SELECT ON app.known_device TO vacatur_definer',
      'CREATE POLICY definer ON app.known_device TO vacatur_definer USING (true) WITH CHECK (true)',
      'DROP FUNCTION sec.open_half_session(bytea, interval)',
      'DROP FUNCTION sec.half_session_of_token(bytea)',
      ...NEW,
      half(', security_version integer', ', h.security_version'),
      session(` OR p.last_seen_at < now() - ${IDLE}`),
      saw(` AND last_seen_at > now() - ${IDLE}`),
      offer(' AND expires_at <= now() + p_lifetime'),
    ]);
    for (const name of [...ADDED, 'half_session_of_token(bytea)']) await give(runner, name);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...ADDED, 'half_session_of_token(bytea)'])
      await runner.query(`DROP FUNCTION sec.${name}`);
    await run(runner, [BEFORE, half('', ''), session(''), saw(''), offer('')]);
    for (const name of ['open_half_session(bytea, interval)', 'half_session_of_token(bytea)'])
      await give(runner, name);
    await run(runner, [
      'DROP POLICY definer ON app.known_device',
      'REVOKE SELECT ON app.known_device FROM vacatur_definer',
    ]);
  }
}
