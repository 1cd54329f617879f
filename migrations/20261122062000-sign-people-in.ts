import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepHistory, run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/**
 * What happens before an organisation is known. Each function answers one question about one secret or address;
 * none of them opens a session or changes an account: that needs a signed context.
 */
const DOORS = [
  `CREATE FUNCTION sec.sign_in_candidates(p_email text, p_slug text)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, status text, password_hash text)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT u.org_id, u.id, u.role, u.status, c.password_hash
       FROM app.staff_user u
       JOIN app.organisation o ON o.org_id = u.org_id
       LEFT JOIN sec.credential c ON c.org_id = u.org_id AND c.user_id = u.id
      WHERE u.email_folded = p_email AND (p_slug IS NULL OR o.slug = p_slug)
      ORDER BY u.org_id LIMIT 20 $$`,
  `CREATE FUNCTION sec.sign_in_locked(p_address bytea) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT EXISTS (SELECT 1 FROM sec.sign_in_attempt
                     WHERE address_hash = p_address AND locked_until > clock_timestamp()) $$`,
  // A lock is never made longer while it lasts, and the count starts again after it: nobody is locked out for good.
  `CREATE FUNCTION sec.sign_in_failed(p_address bytea, p_limit integer, p_window interval, p_lock interval)
     RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     moment timestamptz := clock_timestamp();
     seen sec.sign_in_attempt;
   BEGIN
     LOOP
       INSERT INTO sec.sign_in_attempt VALUES (p_address, 0, moment, NULL) ON CONFLICT DO NOTHING;
       SELECT * INTO seen FROM sec.sign_in_attempt WHERE address_hash = p_address FOR UPDATE;
       EXIT WHEN FOUND;
     END LOOP;
     IF seen.locked_until > moment THEN RETURN; END IF;
     IF seen.locked_until IS NOT NULL OR seen.first_at < moment - p_window THEN
       seen.failures := 0;
       seen.first_at := moment;
     END IF;
     UPDATE sec.sign_in_attempt
        SET failures = seen.failures + 1, first_at = seen.first_at,
            locked_until = CASE WHEN seen.failures + 1 >= p_limit THEN moment + p_lock END
      WHERE address_hash = p_address;
   END $$`,
  `CREATE FUNCTION sec.forget_sign_ins(p_address bytea) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     DELETE FROM sec.sign_in_attempt WHERE address_hash = p_address $$`,
  `CREATE FUNCTION sec.invitation_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, id uuid, email text, email_folded text, name text, role text, organisation text)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT i.org_id, i.id, i.email, i.email_folded, i.name, i.role, o.name
       FROM app.invitation i JOIN app.organisation o ON o.org_id = i.org_id
      WHERE i.token_hash = p_hash AND i.status = 'open' AND i.expires_at > now() $$`,
  `CREATE FUNCTION sec.password_reset_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, user_id uuid, role text, name text, email text, email_folded text)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT r.org_id, r.user_id, u.role, u.name, u.email, u.email_folded
       FROM sec.password_reset r JOIN app.staff_user u ON u.org_id = r.org_id AND u.id = r.user_id
      WHERE r.token_hash = p_hash AND r.used_at IS NULL AND r.expires_at > now() AND u.status = 'active' $$`,
  `CREATE FUNCTION sec.saw_proof(p_session uuid, p_token uuid) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE app.session SET last_seen_at = now() WHERE id = p_session AND last_seen_at < now() - interval '55 seconds';
     UPDATE app.api_token SET last_used_at = now()
      WHERE id = p_token AND coalesce(last_used_at, '-infinity') < now() - interval '55 seconds' $$`,
  `CREATE FUNCTION sec.installation_org() RETURNS uuid LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT org_id FROM app.organisation WHERE kind = 'installation' AND slug = 'installation' $$`,
  `CREATE FUNCTION sec.tidy() RETURNS bigint LANGUAGE sql ${DEFINER} AS $$
     WITH s AS (DELETE FROM app.session WHERE expires_at < now() - interval '1 day' RETURNING 1),
          a AS (DELETE FROM sec.sign_in_attempt WHERE first_at < now() - interval '1 day' RETURNING 1),
          r AS (DELETE FROM sec.password_reset WHERE expires_at < now() - interval '1 day' RETURNING 1),
          k AS (DELETE FROM app.idempotency_key WHERE created_at < now() - interval '2 days' RETURNING 1)
     SELECT (SELECT count(*) FROM s) + (SELECT count(*) FROM a) + (SELECT count(*) FROM r) + (SELECT count(*) FROM k) $$`,
];

/** Secrets of one person, reached only with a signed context of that person or of the installation's own commands. */
const SECRETS = [
  `CREATE FUNCTION sec.password_hash() RETURNS text LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT password_hash FROM sec.credential
      WHERE org_id = (sec.claims())[1]::uuid AND user_id = (sec.claims())[2]::uuid $$`,
  `CREATE FUNCTION sec.set_password(p_user uuid, p_hash text, p_keep_session uuid) RETURNS void
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'system' AND c[2]::uuid <> p_user THEN
       RAISE EXCEPTION 'a password is set by its owner' USING ERRCODE = '42501';
     END IF;
     INSERT INTO sec.credential AS k (org_id, user_id, password_hash) VALUES (c[1]::uuid, p_user, p_hash)
       ON CONFLICT (org_id, user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now();
     DELETE FROM app.session WHERE org_id = c[1]::uuid AND user_id = p_user AND id IS DISTINCT FROM p_keep_session;
     DELETE FROM app.api_token WHERE org_id = c[1]::uuid AND user_id = p_user;
     UPDATE sec.password_reset SET used_at = now()
      WHERE org_id = c[1]::uuid AND user_id = p_user AND used_at IS NULL;
   END $$`,
  `CREATE FUNCTION sec.offer_password_reset(p_user uuid, p_hash bytea, p_lifetime interval, p_most integer)
     RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'system' THEN
       RAISE EXCEPTION 'resets are offered by the installation' USING ERRCODE = '42501';
     END IF;
     IF (SELECT count(*) FROM sec.password_reset
          WHERE org_id = c[1]::uuid AND user_id = p_user AND used_at IS NULL AND expires_at > now()) >= p_most THEN
       RETURN false;
     END IF;
     INSERT INTO sec.password_reset (token_hash, org_id, user_id, expires_at)
       VALUES (p_hash, c[1]::uuid, p_user, now() + p_lifetime);
     RETURN true;
   END $$`,
  `CREATE FUNCTION sec.use_password_reset(p_hash bytea) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     UPDATE sec.password_reset SET used_at = now()
      WHERE token_hash = p_hash AND org_id = c[1]::uuid AND user_id = c[2]::uuid
        AND used_at IS NULL AND expires_at > now();
     RETURN FOUND;
   END $$`,
];

/** The only ways across organisations. Each asks the signed context whether an operator acts. */
const OPERATOR = [
  `CREATE FUNCTION sec.found_organisation(p_org uuid, p_name text, p_slug text, p_kind text, p_zone text)
     RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF NOT ((c[3] = 'operator' AND p_kind = 'office') OR (c[3] = 'system' AND c[1]::uuid = p_org)) THEN
       RAISE EXCEPTION 'organisations are founded by the operator' USING ERRCODE = '42501';
     END IF;
     INSERT INTO app.organisation (org_id, name, slug, kind, time_zone) VALUES (p_org, p_name, p_slug, p_kind, p_zone);
     INSERT INTO app.audit_head (org_id, seq, hash) VALUES (p_org, 0, sha256(convert_to(p_org::text, 'UTF8')));
   END $$`,
  `CREATE FUNCTION sec.invite_director(p_org uuid, p_id uuid, p_email text, p_folded text, p_name text, p_hash bytea,
       p_expires timestamptz) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'operator' THEN
       RAISE EXCEPTION 'first directors are invited by the operator' USING ERRCODE = '42501';
     END IF;
     PERFORM 1 FROM app.organisation WHERE org_id = p_org AND kind = 'office' FOR UPDATE;
     IF NOT FOUND OR EXISTS (SELECT 1 FROM app.staff_user WHERE org_id = p_org AND role = 'director' AND status = 'active')
     THEN RETURN false; END IF;
     UPDATE app.invitation SET status = 'revoked' WHERE org_id = p_org AND status = 'open' AND role = 'director';
     INSERT INTO app.invitation (org_id, id, email, email_folded, name, role, token_hash, invited_by, status, expires_at)
       VALUES (p_org, p_id, p_email, p_folded, p_name, 'director', p_hash, c[2]::uuid, 'open', p_expires);
     RETURN true;
   END $$`,
  `CREATE FUNCTION sec.list_organisations()
     RETURNS TABLE (org_id uuid, name text, slug text, time_zone text, created_at timestamptz, staff_count integer)
     LANGUAGE plpgsql STABLE ${DEFINER} AS $$
   BEGIN
     IF (SELECT sec.role()) <> 'operator' THEN
       RAISE EXCEPTION 'organisations are listed for the operator' USING ERRCODE = '42501';
     END IF;
     RETURN QUERY SELECT o.org_id, o.name, o.slug, o.time_zone, o.created_at,
         (SELECT count(*)::integer FROM app.staff_user u WHERE u.org_id = o.org_id AND u.status = 'active')
       FROM app.organisation o WHERE o.kind = 'office' ORDER BY o.name, o.org_id;
   END $$`,
];

/** Functions that run with their owner's rights. The catalogue test holds the same list. */
const DEFINERS = [
  'sign_in_candidates(text, text)',
  'sign_in_locked(bytea)',
  'sign_in_failed(bytea, integer, interval, interval)',
  'forget_sign_ins(bytea)',
  'invitation_of_token(bytea)',
  'password_reset_of_token(bytea)',
  'saw_proof(uuid, uuid)',
  'installation_org()',
  'tidy()',
  'password_hash()',
  'set_password(uuid, text, uuid)',
  'offer_password_reset(uuid, bytea, interval, integer)',
  'use_password_reset(bytea)',
  'found_organisation(uuid, text, text, text, text)',
  'invite_director(uuid, uuid, text, text, text, bytea, timestamptz)',
  'list_organisations()',
];

export class SignPeopleIn20261122062000 implements MigrationInterface {
  name = 'SignPeopleIn20261122062000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      // Which mail carried the invitation, so that the screen can say when it could not be delivered.
      'ALTER TABLE app.invitation ADD COLUMN mail_id uuid',
      `CREATE UNIQUE INDEX invitation_open ON app.invitation (org_id, email_folded) WHERE status = 'open'`,
      `CREATE INDEX password_reset_user ON sec.password_reset (org_id, user_id)`,
      `CREATE INDEX session_id ON app.session (id)`,
      `CREATE INDEX api_token_id ON app.api_token (id)`,
      'REVOKE INSERT ON app.organisation FROM vacatur_app',
      ...DOORS,
      ...SECRETS,
      ...OPERATOR,
    ]);
    await keepHistory(runner, 'staff_user');
    for (const name of DEFINERS) {
      await run(runner, [
        `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
        `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...DEFINERS].reverse()) await runner.query(`DROP FUNCTION sec.${name}`);
    await run(runner, [
      'DROP TRIGGER keep_history ON app.staff_user',
      'GRANT INSERT ON app.organisation TO vacatur_app',
      'DROP INDEX sec.password_reset_user',
      'DROP INDEX app.invitation_open, app.session_id, app.api_token_id',
      'ALTER TABLE app.invitation DROP COLUMN mail_id',
    ]);
  }
}
