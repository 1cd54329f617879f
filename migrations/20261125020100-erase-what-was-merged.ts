import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const ALSO_MERGED = `OR h.client_id IN (SELECT k.id FROM app.client k WHERE k.org_id = NEW.org_id AND k.merged_into = NEW.client_id)`;

const refuseUnderHold = (also: string): string => `
  CREATE OR REPLACE FUNCTION sec.refuse_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM app.legal_hold h
                 WHERE h.org_id = NEW.org_id AND (h.client_id = NEW.client_id ${also}) AND h.lifted_at IS NULL)
        AND NEW.status IN ('proposed', 'approved', 'destroyed') THEN
       RAISE EXCEPTION 'this client is under a legal hold' USING ERRCODE = 'VC010';
     END IF;
     RETURN NEW;
   END $$`;

/** Approved, waited for, not held. Marks every record of the person in one go: from here on nobody sees any of them. */
const BEGIN = `CREATE FUNCTION sec.begin_erasing(p_destruction uuid, p_codes jsonb) RETURNS uuid LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     d app.destruction;
   BEGIN
     SELECT * INTO d FROM app.destruction WHERE org_id = c[1]::uuid AND id = p_destruction FOR UPDATE;
     IF c[3] <> 'system' OR d.id IS NULL OR d.status <> 'approved' OR d.not_before > clock_timestamp() THEN
       RAISE EXCEPTION 'this destruction is not due' USING ERRCODE = '42501';
     END IF;
     PERFORM 1 FROM app.client WHERE org_id = d.org_id AND (id = d.client_id OR merged_into = d.client_id) ORDER BY id FOR UPDATE;
     IF EXISTS (SELECT 1 FROM app.client WHERE org_id = d.org_id AND id = d.client_id AND merged_into IS NOT NULL) THEN
       RAISE EXCEPTION 'this record was merged into another' USING ERRCODE = '42501';
     END IF;
     UPDATE app.destruction SET status = 'destroyed', version = version + 1, updated_at = now()
      WHERE org_id = d.org_id AND id = d.id;
     INSERT INTO app.erased_client (org_id, id, code, reason_code, proposed_by, proposed_at, approved_by, approved_at, key_destroyed_at)
     SELECT d.org_id, k.id, p_codes ->> k.id::text, d.reason_code, d.proposed_by, d.proposed_at, d.approved_by, d.approved_at, clock_timestamp()
       FROM app.client k WHERE k.org_id = d.org_id AND (k.id = d.client_id OR k.merged_into = d.client_id)
     ON CONFLICT DO NOTHING;
     RETURN d.client_id;
   END $$`;

const BEGIN_ONE = `CREATE FUNCTION sec.begin_erasing(p_destruction uuid, p_code text) RETURNS uuid LANGUAGE plpgsql ${DEFINER} AS $$
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
   END $$`;

/** How the person once asked for help is kept under a key of its own, and goes with them. */
const ASKED = [
  `CREATE FUNCTION sec.referrals_of_erased(p_client uuid) RETURNS SETOF uuid LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM app.erased_client WHERE org_id = c[1]::uuid AND id = p_client) THEN
       RAISE EXCEPTION 'this client is not erased' USING ERRCODE = '42501';
     END IF;
     RETURN QUERY SELECT id FROM app.referral WHERE org_id = c[1]::uuid AND became_client_id = p_client;
   END $$`,
  `CREATE FUNCTION sec.clear_beside(p_client uuid) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     asked uuid[];
   BEGIN
     SELECT coalesce(array_agg(r), '{}') INTO asked FROM sec.referrals_of_erased(p_client) AS r;
     PERFORM set_config('app.resealing', 'on', true);
     UPDATE app.referral SET given_name = '', middle_name = NULL, family_name = '', birth = NULL, a_number_index = NULL,
            details = '', decision_note = NULL, erased_at = coalesce(erased_at, now())
      WHERE org_id = c[1]::uuid AND id = ANY (asked);
     DELETE FROM app.office_name_token WHERE org_id = c[1]::uuid AND owner_id = ANY (asked);
     UPDATE app.conflict_decision SET reason = '' WHERE org_id = c[1]::uuid AND key_id = ANY (asked || p_client);
     PERFORM set_config('app.resealing', '', true);
   END $$`,
];

const own = (name: string): string[] => [
  `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
  `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
];

export class EraseWhatWasMerged20261125020100 implements MigrationInterface {
  name = 'EraseWhatWasMerged20261125020100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      refuseUnderHold(ALSO_MERGED),
      'DROP FUNCTION sec.begin_erasing(uuid, text)',
      BEGIN,
      ...ASKED,
      ...['begin_erasing(uuid, jsonb)', 'referrals_of_erased(uuid)', 'clear_beside(uuid)'].flatMap(own),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP FUNCTION sec.clear_beside(uuid)',
      'DROP FUNCTION sec.referrals_of_erased(uuid)',
      'DROP FUNCTION sec.begin_erasing(uuid, jsonb)',
      BEGIN_ONE,
      ...own('begin_erasing(uuid, text)'),
      refuseUnderHold(''),
    ]);
  }
}
