import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** What a transaction says it acts for must be signed with a key of a root key that is let in. */
const claims = (check: string, declared = ''): string => `
  CREATE OR REPLACE FUNCTION sec.claims() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     wire text := nullif(current_setting('app.ctx', true), '');
     body text;${declared}
     parts text[];
   BEGIN
     IF wire IS NULL THEN
       RAISE EXCEPTION 'this transaction names no organisation' USING ERRCODE = 'VC001';
     END IF;
     body := left(wire, -65);
     ${check} THEN
       RAISE EXCEPTION 'the organisation of this transaction is not signed' USING ERRCODE = 'VC002';
     END IF;
     parts := string_to_array(body, '|');
     IF parts[4]::bigint < extract(epoch FROM clock_timestamp()) THEN
       RAISE EXCEPTION 'the organisation of this transaction has expired' USING ERRCODE = 'VC003';
     END IF;
     RETURN parts;
   END $$`;

const ANY_KEY = claims(
  `IF NOT EXISTS (SELECT 1 FROM sec.context_key p WHERE right(wire, 64)
       = encode(sha256(p.outer_pad || sha256(p.inner_pad || convert_to(body, 'UTF8'))), 'hex'))`,
);

const ONE_KEY = claims(
  `SELECT * INTO pads FROM sec.context_key WHERE id = 1;
     IF encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(body, 'UTF8'))), 'hex') IS DISTINCT FROM right(wire, 64)`,
  '\n     pads sec.context_key;',
);

export class LetTwoRootKeysIn20261125020000 implements MigrationInterface {
  name = 'LetTwoRootKeysIn20261125020000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'ALTER TABLE sec.installation ADD COLUMN next_root_key_fingerprint text',
      'ALTER TABLE sec.context_key ADD COLUMN fingerprint text',
      'UPDATE sec.context_key SET fingerprint = (SELECT root_key_fingerprint FROM sec.installation)',
      ANY_KEY,
      'ALTER TABLE sec.context_key DROP COLUMN id',
      'ALTER TABLE sec.context_key ADD PRIMARY KEY (fingerprint)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DELETE FROM sec.context_key WHERE fingerprint NOT IN (SELECT root_key_fingerprint FROM sec.installation)',
      'ALTER TABLE sec.context_key DROP COLUMN fingerprint',
      'ALTER TABLE sec.context_key ADD COLUMN id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1)',
      'ALTER TABLE sec.context_key ALTER COLUMN id DROP DEFAULT',
      ONE_KEY,
      'ALTER TABLE sec.installation DROP COLUMN next_root_key_fingerprint',
    ]);
  }
}
