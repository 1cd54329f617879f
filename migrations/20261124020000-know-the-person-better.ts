import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

const ALIASES = `kind IN ('alias', 'nickname', 'maiden', 'married', 'spelling', 'native_script', 'on_papers', 'religious')`;
const FORMER_ALIASES = `kind IN ('alias', 'maiden', 'spelling', 'native_script')`;

const NAMES_AND_LANGUAGES = [
  'ALTER TABLE app.client_alias DROP CONSTRAINT client_alias_kind_check',
  `ALTER TABLE app.client_alias ADD CONSTRAINT client_alias_kind_check CHECK (${ALIASES})`,
  `ALTER TABLE app.client_alias ADD COLUMN ${partlyKnown('used_from')}`,
  `ALTER TABLE app.client_alias ADD COLUMN ${partlyKnown('used_until')}`,
  `ALTER TABLE app.client
     ADD COLUMN interpreter_need text CHECK (interpreter_need IN ('yes', 'no', 'not_sure')),
     ADD COLUMN interpreter_dialect bytea,
     ADD COLUMN literacy text CHECK (literacy IN ('reads', 'reads_a_little', 'cannot_read'))`,
  `UPDATE app.client SET interpreter_need = 'yes' WHERE interpreter_language IS NOT NULL`,
  `CREATE TABLE app.client_language (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     language text NOT NULL,
     speaks text CHECK (speaks IN ('first', 'fluent', 'some', 'a_little')),
     reads text CHECK (reads IN ('well', 'a_little', 'no')),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, language),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
];

/** `value_index` lets an exact number be found without opening any; the last digits of an SSN have none. */
const IDENTIFIERS = [
  `CREATE TABLE app.client_identifier (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL CHECK (kind IN ('a_number', 'receipt', 'fbi', 'state_id', 'doc_inmate', 'fin', 'passport', 'ssn_last4', 'eoir', 'other')),
     value bytea NOT NULL,
     value_index bytea,
     issued_by bytea,
     note bytea,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX client_identifier_client ON app.client_identifier (org_id, client_id)`,
  `CREATE INDEX client_identifier_value ON app.client_identifier (org_id, value_index)`,
];

const CONTACTS = [
  `ALTER TABLE app.contact_point
     ADD COLUMN hours bytea,
     ADD COLUMN who_answers bytea,
     ADD COLUMN language text,
     ADD COLUMN leave_message boolean,
     ADD COLUMN position smallint NOT NULL DEFAULT 0,
     ADD COLUMN confirmed_on date`,
];

export class KnowThePersonBetter20261124020000 implements MigrationInterface {
  name = 'KnowThePersonBetter20261124020000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...NAMES_AND_LANGUAGES, ...IDENTIFIERS, ...CONTACTS]);
    for (const table of ['client_language', 'client_identifier']) {
      await protectClientTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT, UPDATE, DELETE');
      await keepHistory(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      `ALTER TABLE app.contact_point DROP COLUMN hours, DROP COLUMN who_answers, DROP COLUMN language,
         DROP COLUMN leave_message, DROP COLUMN position, DROP COLUMN confirmed_on`,
      'DROP TABLE app.client_identifier',
      'DROP TABLE app.client_language',
      `ALTER TABLE app.client DROP COLUMN interpreter_need, DROP COLUMN interpreter_dialect, DROP COLUMN literacy`,
      'ALTER TABLE app.client_alias DROP COLUMN used_from, DROP COLUMN used_until',
      'ALTER TABLE app.client_alias DROP CONSTRAINT client_alias_kind_check',
      `UPDATE app.client_alias SET kind = 'alias' WHERE NOT (${FORMER_ALIASES})`,
      `ALTER TABLE app.client_alias ADD CONSTRAINT client_alias_kind_check CHECK (${FORMER_ALIASES})`,
    ]);
  }
}
