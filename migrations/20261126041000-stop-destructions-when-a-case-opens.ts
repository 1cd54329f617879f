import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/**
 * Two people decided while all was over. Once somebody works for the person again the decision does not hold any more,
 * on whichever of the person's records the case is.
 */
const STOP = `CREATE FUNCTION sec.stop_destruction_of_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE app.destruction d SET status = 'cancelled', cancelled_by = sec.uid(), cancelled_at = clock_timestamp(),
            version = d.version + 1, updated_at = now()
      WHERE d.org_id = NEW.org_id AND d.status IN ('proposed', 'approved')
        AND d.client_id IN (SELECT coalesce(k.merged_into, k.id) FROM app.client k
                             WHERE k.org_id = NEW.org_id AND k.id = NEW.client_id);
     RETURN NULL;
   END $$`;

const OPEN = `
     IF EXISTS (SELECT 1 FROM app.cases m JOIN app.client k ON k.org_id = m.org_id AND k.id = m.client_id
                 WHERE m.org_id = d.org_id AND m.status = 'open' AND (k.id = d.client_id OR k.merged_into = d.client_id)) THEN
       RAISE EXCEPTION 'a case of this client is open' USING ERRCODE = '42501';
     END IF;`;

const BEGIN = (open: string): string => `
  CREATE OR REPLACE FUNCTION sec.begin_erasing(p_destruction uuid, p_codes jsonb) RETURNS uuid LANGUAGE plpgsql ${DEFINER} AS $$
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
     END IF;${open}
     UPDATE app.destruction SET status = 'destroyed', version = version + 1, updated_at = now()
      WHERE org_id = d.org_id AND id = d.id;
     INSERT INTO app.erased_client (org_id, id, code, reason_code, proposed_by, proposed_at, approved_by, approved_at, key_destroyed_at)
     SELECT d.org_id, k.id, p_codes ->> k.id::text, d.reason_code, d.proposed_by, d.proposed_at, d.approved_by, d.approved_at, clock_timestamp()
       FROM app.client k WHERE k.org_id = d.org_id AND (k.id = d.client_id OR k.merged_into = d.client_id)
     ON CONFLICT DO NOTHING;
     RETURN d.client_id;
   END $$`;

/**
 * A backup may be older than the lifting of a hold. Whoever was erased after it was not held then, so the command that
 * erases again goes on. Its login may be the definer; the login of the application may not, whatever it sets.
 */
const AGAIN = `
        AND NOT (coalesce(current_setting('app.erasing_again', true), '') = 'on' AND pg_has_role(session_user, 'vacatur_definer', 'MEMBER'))`;
const HELD = (unless: string): string => `
  CREATE OR REPLACE FUNCTION sec.refuse_erasing_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM app.legal_hold h WHERE h.org_id = NEW.org_id AND h.client_id = NEW.id AND h.lifted_at IS NULL)${unless} THEN
       RAISE EXCEPTION 'this client is under a legal hold' USING ERRCODE = 'VC010';
     END IF;
     RETURN NEW;
   END $$`;

export class StopDestructionsWhenACaseOpens20261126041000 implements MigrationInterface {
  name = 'StopDestructionsWhenACaseOpens20261126041000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      STOP,
      'REVOKE ALL ON FUNCTION sec.stop_destruction_of_open_case() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.stop_destruction_of_open_case() TO vacatur_app, vacatur_definer',
      `CREATE TRIGGER stop_destruction AFTER INSERT OR UPDATE OF status, client_id ON app.cases
         FOR EACH ROW WHEN (NEW.status = 'open') EXECUTE FUNCTION sec.stop_destruction_of_open_case()`,
      BEGIN(OPEN),
      HELD(AGAIN),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      HELD(''),
      BEGIN(''),
      'DROP TRIGGER stop_destruction ON app.cases',
      'DROP FUNCTION sec.stop_destruction_of_open_case()',
    ]);
  }
}
