import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/** The digest of an entry. Without an origin it is what it was before there were origins: `concat_ws` skips a null. */
const appends = (more: { argument: string; told: string; column: string }): string =>
  `CREATE FUNCTION sec.audit_append(p_action text, p_client uuid, p_case uuid, p_fields text[], p_request text${more.argument})
     RETURNS bigint ${DEFINER} AS $$
   DECLARE
     c text[] := sec.claims();
     head app.audit_head;
     moment timestamptz := clock_timestamp();
     digest bytea;
   BEGIN
     SELECT * INTO head FROM app.audit_head WHERE org_id = c[1]::uuid FOR UPDATE;
     digest := sha256(head.hash || convert_to(concat_ws('|', c[1], head.seq + 1, extract(epoch FROM moment), c[2], c[3],
       p_action, coalesce(p_client::text, '-'), coalesce(p_case::text, '-'), array_to_string(p_fields, ','), p_request${more.told}), 'UTF8'));
     INSERT INTO app.audit_entry (org_id, seq, at, user_id, role, action, client_id, case_id, fields, request_id, prev_hash, hash${more.column})
       VALUES (c[1]::uuid, head.seq + 1, moment, c[2]::uuid, c[3], p_action, p_client, p_case, p_fields, p_request, head.hash, digest${more.told});
     UPDATE app.audit_head SET seq = head.seq + 1, hash = digest WHERE org_id = c[1]::uuid;
     RETURN head.seq + 1;
   END $$`;

const breaks = (
  told: string,
): string => `CREATE OR REPLACE FUNCTION sec.audit_breaks() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT e.seq FROM (
    SELECT *, lag(hash) OVER chain AS before, lag(seq, 1, 0::bigint) OVER chain AS seq_before
      FROM app.audit_entry WINDOW chain AS (PARTITION BY org_id ORDER BY seq)) e
   WHERE e.hash IS DISTINCT FROM sha256(e.prev_hash || convert_to(concat_ws('|', e.org_id, e.seq, extract(epoch FROM e.at),
         e.user_id, e.role, e.action, coalesce(e.client_id::text, '-'), coalesce(e.case_id::text, '-'),
         array_to_string(e.fields, ','), e.request_id${told}), 'UTF8'))
      OR e.prev_hash IS DISTINCT FROM coalesce(e.before, sha256(convert_to(e.org_id::text, 'UTF8')))
      OR e.seq <> e.seq_before + 1
  UNION
  SELECT h.seq FROM app.audit_head h
   WHERE h.seq > 0
     AND NOT EXISTS (SELECT 1 FROM app.audit_entry e WHERE e.org_id = h.org_id AND e.seq = h.seq AND e.hash = h.hash)
  ORDER BY 1 $$`;

const guard = (types: string): string[] => [
  `REVOKE ALL ON FUNCTION sec.audit_append(${types}) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION sec.audit_append(${types}) TO vacatur_app, vacatur_definer`,
  `ALTER FUNCTION sec.audit_append(${types}) OWNER TO vacatur_definer`,
];

/** The read log says from which kind of device and which network a record was opened. */
export class SayFromWhere20261124011000 implements MigrationInterface {
  name = 'SayFromWhere20261124011000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'ALTER TABLE app.audit_entry ADD COLUMN origin text',
      'DROP FUNCTION sec.audit_append(text, uuid, uuid, text[], text)',
      appends({ argument: ', p_origin text DEFAULT NULL', told: ', p_origin', column: ', origin' }),
      ...guard('text, uuid, uuid, text[], text, text'),
      breaks(', e.origin'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP FUNCTION sec.audit_append(text, uuid, uuid, text[], text, text)',
      appends({ argument: '', told: '', column: '' }),
      ...guard('text, uuid, uuid, text[], text'),
      breaks(''),
      'ALTER TABLE app.audit_entry DROP COLUMN origin',
    ]);
  }
}
