import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectOwnTable, run } from './helpers';

/**
 * What somebody typed into a form and did not send, so that a lost session does not lose it. Which form it was is a
 * hash, what was typed is sealed. Nobody reads another person's.
 */
const DRAFTS = [
  `CREATE TABLE app.form_draft (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     user_id uuid NOT NULL,
     key_hash bytea NOT NULL,
     body bytea NOT NULL,
     saved_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     PRIMARY KEY (org_id, id),
     CONSTRAINT form_draft_key UNIQUE (org_id, user_id, key_hash),
     FOREIGN KEY (org_id, user_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX form_draft_end ON app.form_draft (expires_at)`,
];

const EARLIER = `s AS (DELETE FROM app.session WHERE expires_at < now() - interval '1 day' RETURNING 1),
          a AS (DELETE FROM sec.sign_in_attempt WHERE first_at < now() - interval '1 day' RETURNING 1),
          r AS (DELETE FROM sec.password_reset WHERE expires_at < now() - interval '1 day' RETURNING 1),
          k AS (DELETE FROM app.idempotency_key WHERE created_at < now() - interval '2 days' RETURNING 1)`;
const COUNTED =
  '(SELECT count(*) FROM s) + (SELECT count(*) FROM a) + (SELECT count(*) FROM r) + (SELECT count(*) FROM k)';

async function tidies(runner: QueryRunner, parts: string, sum: string): Promise<void> {
  await run(runner, [
    'DROP FUNCTION sec.tidy()',
    `CREATE FUNCTION sec.tidy() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     WITH ${parts} SELECT ${sum} $$`,
    'REVOKE ALL ON FUNCTION sec.tidy() FROM PUBLIC',
    'GRANT EXECUTE ON FUNCTION sec.tidy() TO vacatur_app',
    'ALTER FUNCTION sec.tidy() OWNER TO vacatur_definer',
  ]);
}

export class KeepDrafts20261124065600 implements MigrationInterface {
  name = 'KeepDrafts20261124065600';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, DRAFTS);
    await protectOwnTable(runner, 'form_draft');
    await grant(runner, 'form_draft', 'SELECT, INSERT, UPDATE, DELETE');
    await run(runner, [
      'GRANT SELECT, DELETE ON app.form_draft TO vacatur_definer',
      'CREATE POLICY definer ON app.form_draft TO vacatur_definer USING (true) WITH CHECK (true)',
    ]);
    const drafts = `d AS (DELETE FROM app.form_draft WHERE expires_at < now() RETURNING 1)`;
    await tidies(runner, `${EARLIER}, ${drafts}`, `${COUNTED} + (SELECT count(*) FROM d)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await tidies(runner, EARLIER, COUNTED);
    await runner.query('DROP TABLE app.form_draft');
  }
}
