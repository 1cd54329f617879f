import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  grant,
  keepHistory,
  protectClientTable,
  protectOrganisationTable,
  run,
  seesClient,
  wallOff,
} from './helpers';

/**
 * Somebody who asks for help. Nothing but the name and the birth date is shown before conflicts are cleared, so
 * everything else lies in one sealed column. The key is the referral's own; it is destroyed with the referral.
 */
const REFERRALS = [
  `CREATE TABLE app.referral (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     state text NOT NULL CHECK (state IN ('new', 'conflict_check', 'accepted', 'declined', 'referred_elsewhere')),
     origin text NOT NULL CHECK (origin IN ('staff', 'public', 'organisation')),
     from_org_id uuid,
     from_name text,
     given_name bytea NOT NULL,
     middle_name bytea,
     family_name bytea NOT NULL,
     birth bytea,
     a_number_index bytea,
     details bytea NOT NULL,
     decline_code text,
     decision_note bytea,
     keep_until date,
     erased_at timestamptz,
     cleared_at timestamptz,
     cleared_by uuid,
     became_client_id uuid,
     received_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, became_client_id) REFERENCES app.client (org_id, id),
     CHECK ((state = 'accepted') = (became_client_id IS NOT NULL)))`,
  `CREATE INDEX referral_state ON app.referral (org_id, state, created_at)`,
  `CREATE INDEX referral_client ON app.referral (org_id, became_client_id)`,
  `CREATE INDEX referral_from ON app.referral (from_org_id) WHERE from_org_id IS NOT NULL`,
  `CREATE TABLE app.referral_step (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     referral_id uuid NOT NULL,
     state text NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, referral_id) REFERENCES app.referral (org_id, id))`,
  `CREATE INDEX referral_step_referral ON app.referral_step (org_id, referral_id, at)`,
  `CREATE TABLE app.sent_referral (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     to_org_id uuid NOT NULL,
     to_name text NOT NULL,
     fields text[] NOT NULL,
     consented_on date NOT NULL,
     consent_note bytea,
     sent_at timestamptz,
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX sent_referral_client ON app.sent_referral (org_id, client_id)`,
];

/** The public link of an organisation, and whether others on the installation may send it people. */
const DOORS = [
  `CREATE TABLE app.intake_link (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     token_hash bytea NOT NULL,
     opened_by uuid NOT NULL,
     opened_at timestamptz NOT NULL DEFAULT now(),
     closed_at timestamptz,
     PRIMARY KEY (org_id, id))`,
  `CREATE INDEX intake_link_token ON app.intake_link (token_hash)`,
  `CREATE UNIQUE INDEX intake_link_open ON app.intake_link (org_id) WHERE closed_at IS NULL`,
  `CREATE TABLE app.intake_setting (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     accepts_referrals boolean NOT NULL,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id))`,
  // No grant to the application: only the functions below count, so that a restart forgives nothing.
  `CREATE TABLE sec.intake_count (
     bucket bytea PRIMARY KEY,
     since timestamptz NOT NULL,
     count integer NOT NULL)`,
  `CREATE TABLE sec.intake_challenge (
     spent bytea PRIMARY KEY,
     expires_at timestamptz NOT NULL)`,
];

const FUNCTIONS = [
  `CREATE FUNCTION sec.intake_link_of_token(p_hash bytea)
     RETURNS TABLE (org_id uuid, link_id uuid, organisation text)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT l.org_id, l.id, o.name FROM app.intake_link l JOIN app.organisation o ON o.org_id = l.org_id
      WHERE l.token_hash = p_hash AND l.closed_at IS NULL $$`,
  `CREATE FUNCTION sec.count_intake(p_bucket bytea, p_most integer, p_window interval)
     RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     INSERT INTO sec.intake_count AS c (bucket, since, count) VALUES (p_bucket, clock_timestamp(), 1)
     ON CONFLICT (bucket) DO UPDATE
       SET count = CASE WHEN c.since < clock_timestamp() - p_window THEN 1 ELSE c.count + 1 END,
           since = CASE WHEN c.since < clock_timestamp() - p_window THEN clock_timestamp() ELSE c.since END
     RETURNING c.count <= p_most $$`,
  `CREATE FUNCTION sec.spend_intake_challenge(p_spent bytea, p_expires timestamptz)
     RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     DELETE FROM sec.intake_challenge WHERE expires_at < clock_timestamp();
     DELETE FROM sec.intake_count WHERE since < clock_timestamp() - interval '2 days';
     INSERT INTO sec.intake_challenge VALUES (p_spent, p_expires) ON CONFLICT DO NOTHING;
     RETURN FOUND;
   END $$`,
  `CREATE FUNCTION sec.intake_partners()
     RETURNS TABLE (org_id uuid, name text)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT o.org_id, o.name FROM app.intake_setting s JOIN app.organisation o ON o.org_id = s.org_id
      WHERE s.accepts_referrals AND o.kind = 'office' AND o.org_id <> sec.org() ORDER BY o.name $$`,
  `CREATE FUNCTION sec.sent_referral_outcomes(p_ids uuid[])
     RETURNS TABLE (id uuid, outcome text)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT r.id, CASE WHEN r.state IN ('accepted', 'declined') THEN r.state
                       WHEN r.state = 'referred_elsewhere' THEN 'declined' ELSE 'received' END
       FROM app.referral r WHERE r.from_org_id = sec.org() AND r.id = ANY (p_ids) $$`,
];
const DEFINERS = [
  'intake_link_of_token(bytea)',
  'count_intake(bytea, integer, interval)',
  'spend_intake_challenge(bytea, timestamptz)',
  'intake_partners()',
  'sent_referral_outcomes(uuid[])',
];

/** Once somebody is a client, that they once asked for help is seen by those who see the client. */
const SEEN = `(became_client_id IS NULL OR ${seesClient('became_client_id')})`;

const replacePolicies = (table: string, rule: string): string[] => [
  `DROP POLICY see ON app.${table}`,
  `DROP POLICY change ON app.${table}`,
  `DROP POLICY remove ON app.${table}`,
  `CREATE POLICY see ON app.${table} FOR SELECT TO vacatur_app USING (${rule})`,
  `CREATE POLICY change ON app.${table} FOR UPDATE TO vacatur_app USING (${rule}) WITH CHECK (${rule})`,
  `CREATE POLICY remove ON app.${table} FOR DELETE TO vacatur_app USING (${rule})`,
];

export class TakeReferrals20261124030000 implements MigrationInterface {
  name = 'TakeReferrals20261124030000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...REFERRALS, ...DOORS]);
    for (const table of ['referral', 'referral_step', 'intake_link', 'intake_setting']) {
      await protectOrganisationTable(runner, table);
      await grant(runner, table, table === 'referral_step' ? 'SELECT, INSERT' : undefined);
    }
    await run(runner, replacePolicies('referral', SEEN));
    await wallOff(runner, 'referral', 'became_client_id');
    await run(
      runner,
      replacePolicies(
        'referral_step',
        'EXISTS (SELECT 1 FROM app.referral r WHERE r.org_id = referral_step.org_id AND r.id = referral_step.referral_id)',
      ),
    );
    await protectClientTable(runner, 'sent_referral');
    await grant(runner, 'sent_referral');
    await keepHistory(runner, 'sent_referral');
    for (const table of ['referral', 'intake_link', 'intake_setting']) {
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} FOR SELECT TO vacatur_definer USING (true)`,
      ]);
    }
    await run(runner, [
      'ALTER TABLE sec.intake_count OWNER TO vacatur_definer',
      'ALTER TABLE sec.intake_challenge OWNER TO vacatur_definer',
      ...FUNCTIONS,
      ...DEFINERS.flatMap((name) => [
        `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
        `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      ...DEFINERS.map((name) => `DROP FUNCTION sec.${name}`),
      'DROP TABLE sec.intake_count, sec.intake_challenge',
      'DROP TABLE app.sent_referral, app.referral_step, app.referral, app.intake_link, app.intake_setting',
    ]);
  }
}
