import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/**
 * The sets of the row rule, the same as before, as PL/pgSQL: a policy asks for them once in each table of a statement,
 * and a function in SQL hands its rows over one at a time, which cost a caseload of ten thousand six times as much as
 * reading it. A client may come twice; the rule only asks whether they are there.
 */
const HEAD = `DECLARE
     c text[] := sec.claims();
     o uuid := c[1]::uuid;
     u uuid := c[2]::uuid;
   BEGIN`;

const TEAM = `SELECT t.client_id FROM app.case_team t WHERE t.org_id = o AND t.user_id = u AND t.ended_at IS NULL
     UNION ALL
     SELECT g.client_id FROM app.access_grant g
      WHERE g.org_id = o AND g.user_id = u AND g.ended_at IS NULL AND g.until > now()`;
/** How long after the day of a check-in a volunteer who went along still sees whom they went with. */
const AFTER_DAYS = 2;
const ALONG = `SELECT k.client_id FROM app.check_in_companion k
       JOIN app.check_in i ON i.org_id = k.org_id AND i.id = k.check_in_id
      WHERE k.org_id = o AND k.user_id = u AND k.ended_at IS NULL AND i.status IN ('scheduled', 'done')
        AND i.on_date >= current_date - ${AFTER_DAYS}`;
const CREATED = `SELECT n.id FROM app.client n
      WHERE n.org_id = o AND n.created_by = u AND n.created_at = transaction_timestamp()`;

const MERGED_ANY = `EXISTS (SELECT 1 FROM app.client k WHERE k.org_id = o AND k.merged_into IS NOT NULL)`;

const MY_CLIENTS = `${HEAD}
     IF c[3] = 'volunteer' THEN
       RETURN QUERY ${ALONG} UNION ALL ${CREATED};
       RETURN;
     END IF;
     RETURN QUERY ${TEAM} UNION ALL ${CREATED};
     -- A record that was merged is seen with the one it was merged into. Most offices have none.
     IF ${MERGED_ANY} THEN
       RETURN QUERY SELECT k.id FROM app.client k
         WHERE k.org_id = o AND k.merged_into IS NOT NULL AND k.merged_into IN (${TEAM} UNION ALL ${CREATED});
     END IF;
   END`;

const LISTED = `SELECT p.wall_id FROM app.client_wall_person p
             WHERE p.org_id = o AND p.user_id = u AND p.ended_at IS NULL`;
const GIVEN = `SELECT g.client_id FROM app.access_grant g
             WHERE g.org_id = o AND g.user_id = u AND g.ended_at IS NULL AND g.until > now()`;
/** Ethical walls that name whoever asks, and named ones that do not, unless sight was given for a time. */
const BEHIND = `SELECT w.client_id FROM app.client_wall w
      WHERE w.org_id = o AND w.lifted_at IS NULL
        AND CASE WHEN w.kind = 'ethical' THEN w.id IN (${LISTED})
                 ELSE NOT (w.id IN (${LISTED})) AND NOT (w.client_id IN (${GIVEN})) END`;

const WALLED = `${HEAD}
     -- The worker's duties are never kept out.
     IF c[3] = 'system' THEN
       RETURN;
     END IF;
     RETURN QUERY ${BEHIND};
     IF ${MERGED_ANY} THEN
       RETURN QUERY SELECT k.id FROM app.client k
         WHERE k.org_id = o AND k.merged_into IS NOT NULL AND k.merged_into IN (${BEHIND});
     END IF;
   END`;

const ERASED = `${HEAD}
     RETURN QUERY SELECT e.id FROM app.erased_client e WHERE e.org_id = o;
   END`;

const BODIES: Record<string, string> = {
  my_clients: MY_CLIENTS,
  walled_from_me: WALLED,
  erased_clients: ERASED,
};

const define = (name: string, language: string, body: string): string =>
  `CREATE OR REPLACE FUNCTION sec.${name}() RETURNS SETOF uuid LANGUAGE ${language} STABLE SECURITY DEFINER
     SET search_path = pg_catalog, pg_temp AS $body$${body}$body$`;

export class AnswerWhoSeesFaster20261125040000 implements MigrationInterface {
  name = 'AnswerWhoSeesFaster20261125040000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, body] of Object.entries(BODIES)) {
      const [{ prosrc }] = await runner.query(
        `SELECT prosrc FROM pg_proc WHERE pronamespace = 'sec'::regnamespace AND proname = $1`,
        [name],
      );
      // The way back: the body that other migrations have built up is kept with the function.
      await run(runner, [
        define(name, 'plpgsql', body),
        `COMMENT ON FUNCTION sec.${name}() IS $before$${prosrc}$before$`,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(BODIES)) {
      const [{ before }] = await runner.query(
        `SELECT obj_description(to_regprocedure($1)::oid, 'pg_proc') AS before`,
        [`sec.${name}()`],
      );
      await run(runner, [define(name, 'sql', before), `COMMENT ON FUNCTION sec.${name}() IS NULL`]);
    }
  }
}
