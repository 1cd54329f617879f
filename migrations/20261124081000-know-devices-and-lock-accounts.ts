import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectPersonalTable, run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const TABLES = [
  `CREATE TABLE app.known_device (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     token_hash bytea NOT NULL,
     label text NOT NULL,
     first_seen_at timestamptz NOT NULL DEFAULT now(),
     last_seen_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CONSTRAINT known_device_once UNIQUE (org_id, user_id, token_hash),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  'ALTER TABLE app.session ADD COLUMN new_device boolean NOT NULL DEFAULT false',
  // What the link in a mail is worth: locking the one account it was sent to, once.
  `CREATE TABLE sec.lock_offer (
     token_hash bytea PRIMARY KEY,
     org_id uuid NOT NULL,
     user_id uuid NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz,
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  'CREATE INDEX lock_offer_user ON sec.lock_offer (org_id, user_id)',
];

const OFFERS = [
  `CREATE FUNCTION sec.offer_lock(p_user uuid, p_hash bytea, p_lifetime interval, p_most integer) RETURNS boolean
     LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'system' AND c[2]::uuid <> p_user THEN
       RAISE EXCEPTION 'locks are offered by the installation' USING ERRCODE = '42501';
     END IF;
     DELETE FROM sec.lock_offer WHERE expires_at < now();
     IF (SELECT count(*) FROM sec.lock_offer
          WHERE org_id = c[1]::uuid AND user_id = p_user AND used_at IS NULL) >= p_most THEN
       RETURN false;
     END IF;
     INSERT INTO sec.lock_offer (token_hash, org_id, user_id, expires_at)
       VALUES (p_hash, c[1]::uuid, p_user, now() + p_lifetime);
     RETURN true;
   END $$`,
  `CREATE FUNCTION sec.lock_offer_of_token(p_hash bytea) RETURNS TABLE (org_id uuid, user_id uuid, role text)
     LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT l.org_id, l.user_id, u.role
       FROM sec.lock_offer l JOIN app.staff_user u ON u.org_id = l.org_id AND u.id = l.user_id
      WHERE l.token_hash = p_hash AND l.used_at IS NULL AND l.expires_at > now() AND u.status = 'active' $$`,
  `CREATE FUNCTION sec.use_lock_offer(p_hash bytea) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     UPDATE sec.lock_offer SET used_at = now()
      WHERE token_hash = p_hash AND org_id = c[1]::uuid AND user_id = c[2]::uuid
        AND used_at IS NULL AND expires_at > now();
     RETURN FOUND;
   END $$`,
];

/** A director whose account is locked directs nobody: the operator may invite another. */
const inviteDirector = (alive: string): string =>
  `CREATE OR REPLACE FUNCTION sec.invite_director(p_org uuid, p_id uuid, p_email text, p_folded text, p_name text, p_hash bytea,
       p_expires timestamptz) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF c[3] <> 'operator' THEN
       RAISE EXCEPTION 'first directors are invited by the operator' USING ERRCODE = '42501';
     END IF;
     PERFORM 1 FROM app.organisation WHERE org_id = p_org AND kind = 'office' FOR UPDATE;
     IF NOT FOUND OR EXISTS (SELECT 1 FROM app.staff_user WHERE org_id = p_org AND role = 'director' AND status = 'active'${alive})
     THEN RETURN false; END IF;
     UPDATE app.invitation SET status = 'revoked' WHERE org_id = p_org AND status = 'open' AND role = 'director';
     INSERT INTO app.invitation (org_id, id, email, email_folded, name, role, token_hash, invited_by, status, expires_at)
       VALUES (p_org, p_id, p_email, p_folded, p_name, 'director', p_hash, c[2]::uuid, 'open', p_expires);
     RETURN true;
   END $$`;

const ADDED = [
  'offer_lock(uuid, bytea, interval, integer)',
  'lock_offer_of_token(bytea)',
  'use_lock_offer(bytea)',
];

export class KnowDevicesAndLockAccounts20261124081000 implements MigrationInterface {
  name = 'KnowDevicesAndLockAccounts20261124081000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...TABLES, 'ALTER TABLE sec.lock_offer OWNER TO vacatur_definer']);
    await protectPersonalTable(runner, 'known_device');
    await grant(runner, 'known_device', 'SELECT, INSERT, UPDATE, DELETE');
    await run(runner, OFFERS);
    for (const name of ADDED) {
      await run(runner, [
        `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
        `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
      ]);
    }
    await runner.query(inviteDirector(' AND locked_at IS NULL'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(inviteDirector(''));
    for (const name of ADDED) await runner.query(`DROP FUNCTION sec.${name}`);
    await run(runner, [
      'DROP TABLE sec.lock_offer',
      'DROP TABLE app.known_device',
      'ALTER TABLE app.session DROP COLUMN new_device',
    ]);
  }
}
