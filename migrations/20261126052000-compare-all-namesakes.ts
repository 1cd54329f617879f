import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const BEFORE = `CREATE FUNCTION sec.conflict_candidates(p_readings integer[], p_words integer[], p_tokens bytea[], p_most integer)
     RETURNS TABLE (source text, id uuid, client_id uuid, role text, box text, row_id uuid, parts bytea[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     WITH me AS MATERIALIZED (SELECT sec.org() AS org_id),
     q AS MATERIALIZED (SELECT * FROM unnest(p_readings, p_words, p_tokens) AS x(reading, word, token)),
     met AS (
       SELECT 'client' AS source, t.client_id AS id, q.reading, count(DISTINCT q.word) AS n
         FROM q JOIN app.client_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.kind = 'match' AND t.token = q.token
        GROUP BY t.client_id, q.reading
       UNION ALL
       SELECT 'party', t.party_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.conflict_party_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        GROUP BY t.party_id, q.reading
       UNION ALL
       SELECT t.owner, t.owner_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.office_name_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        GROUP BY t.owner, t.owner_id, q.reading),
     best AS MATERIALIZED (
       SELECT m.source, m.id, max(m.n) AS n FROM met m WHERE m.n >= 2
        GROUP BY m.source, m.id ORDER BY n DESC, m.id DESC LIMIT p_most)
     SELECT b.source, b.id, c.id, 'client', 'client', c.id, ARRAY[c.given_name, c.middle_name, c.family_name]
       FROM best b, me JOIN app.client c ON c.org_id = me.org_id WHERE b.source = 'client' AND c.id = b.id
     UNION ALL
     SELECT b.source, b.id, a.client_id, 'client', 'client_alias', a.id, ARRAY[a.name]
       FROM best b, me JOIN app.client_alias a ON a.org_id = me.org_id WHERE b.source = 'client' AND a.client_id = b.id
     UNION ALL
     SELECT b.source, b.id, p.client_id, p.kind, 'conflict_party', p.id, ARRAY[p.name]
       FROM best b, me JOIN app.conflict_party p ON p.org_id = me.org_id WHERE b.source = 'party' AND p.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, o.kind, 'office_party', o.id, ARRAY[o.name]
       FROM best b, me JOIN app.office_party o ON o.org_id = me.org_id WHERE b.source = 'office_party' AND o.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, 'referral', 'referral', r.id, ARRAY[r.given_name, r.middle_name, r.family_name]
       FROM best b, me JOIN app.referral r ON r.org_id = me.org_id
      WHERE b.source = 'referral' AND r.id = b.id AND r.became_client_id IS NULL AND r.erased_at IS NULL $$`;

/**
 * Page by page, so that a name that many people have is compared with all of them. Who asked for help and is a client
 * by now, or erased, is left out before the pages are cut: a page that is not full is the last one.
 */
const PAGED = `CREATE FUNCTION sec.conflict_candidates(p_readings integer[], p_words integer[], p_tokens bytea[], p_most integer, p_skip integer)
     RETURNS TABLE (source text, id uuid, client_id uuid, role text, box text, row_id uuid, parts bytea[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     WITH me AS MATERIALIZED (SELECT sec.org() AS org_id),
     q AS MATERIALIZED (SELECT * FROM unnest(p_readings, p_words, p_tokens) AS x(reading, word, token)),
     met AS (
       SELECT 'client' AS source, t.client_id AS id, q.reading, count(DISTINCT q.word) AS n
         FROM q JOIN app.client_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.kind = 'match' AND t.token = q.token
        GROUP BY t.client_id, q.reading
       UNION ALL
       SELECT 'party', t.party_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.conflict_party_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        GROUP BY t.party_id, q.reading
       UNION ALL
       SELECT t.owner, t.owner_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.office_name_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        WHERE t.owner <> 'referral' OR EXISTS (SELECT 1 FROM app.referral r WHERE r.org_id = t.org_id AND r.id = t.owner_id
                AND r.became_client_id IS NULL AND r.erased_at IS NULL)
        GROUP BY t.owner, t.owner_id, q.reading),
     best AS MATERIALIZED (
       SELECT m.source, m.id, max(m.n) AS n FROM met m WHERE m.n >= 2
        GROUP BY m.source, m.id ORDER BY n DESC, m.id DESC LIMIT p_most OFFSET p_skip)
     SELECT b.source, b.id, c.id, 'client', 'client', c.id, ARRAY[c.given_name, c.middle_name, c.family_name]
       FROM best b, me JOIN app.client c ON c.org_id = me.org_id WHERE b.source = 'client' AND c.id = b.id
     UNION ALL
     SELECT b.source, b.id, a.client_id, 'client', 'client_alias', a.id, ARRAY[a.name]
       FROM best b, me JOIN app.client_alias a ON a.org_id = me.org_id WHERE b.source = 'client' AND a.client_id = b.id
     UNION ALL
     SELECT b.source, b.id, p.client_id, p.kind, 'conflict_party', p.id, ARRAY[p.name]
       FROM best b, me JOIN app.conflict_party p ON p.org_id = me.org_id WHERE b.source = 'party' AND p.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, o.kind, 'office_party', o.id, ARRAY[o.name]
       FROM best b, me JOIN app.office_party o ON o.org_id = me.org_id WHERE b.source = 'office_party' AND o.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, 'referral', 'referral', r.id, ARRAY[r.given_name, r.middle_name, r.family_name]
       FROM best b, me JOIN app.referral r ON r.org_id = me.org_id
      WHERE b.source = 'referral' AND r.id = b.id $$`;

const OLD = 'conflict_candidates(integer[], integer[], bytea[], integer)';
const NEW = 'conflict_candidates(integer[], integer[], bytea[], integer, integer)';

const instead = (dropped: string, made: string, name: string): string[] => [
  `DROP FUNCTION sec.${dropped}`,
  made,
  `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
  `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
];

export class CompareAllNamesakes20261126052000 implements MigrationInterface {
  name = 'CompareAllNamesakes20261126052000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      ...instead(OLD, PAGED, NEW),
      // Of checks before this nobody knows with how many people they compared.
      'ALTER TABLE app.conflict_check ADD COLUMN compared integer',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [...instead(NEW, BEFORE, OLD), 'ALTER TABLE app.conflict_check DROP COLUMN compared']);
  }
}
