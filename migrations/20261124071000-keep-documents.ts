import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

const CATEGORIES = `('order', 'charging_document', 'criminal_record', 'identity', 'correspondence', 'receipt', 'evidence',
  'court_filing', 'medical', 'other')`;

/**
 * A document and each version of its file. The file lies sealed in the file store under a random name; its key is
 * sealed in the version's row, so that changing or destroying the client's key never touches the file.
 */
const DOCUMENTS = [
  `CREATE TABLE app.document (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     title bytea NOT NULL,
     category text NOT NULL CHECK (category IN ${CATEGORIES}),
     received_on date,
     source bytea,
     language text,
     translation_of uuid,
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     withdrawn_reason bytea,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, translation_of) REFERENCES app.document (org_id, client_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id),
     CHECK (translation_of <> id),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))`,
  `CREATE INDEX document_client ON app.document (org_id, client_id, created_at)`,
  `CREATE INDEX document_translation ON app.document (org_id, client_id, translation_of) WHERE translation_of IS NOT NULL`,
  `CREATE TABLE app.document_version (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     document_id uuid NOT NULL,
     number integer NOT NULL CHECK (number > 0),
     kind text NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png', 'docx', 'text')),
     file_name bytea NOT NULL,
     storage_name text NOT NULL CHECK (storage_name ~ '^[0-9a-f]{40}$'),
     file_key bytea NOT NULL,
     content_hash bytea NOT NULL,
     bytes bigint NOT NULL,
     pages integer,
     text_state text NOT NULL CHECK (text_state IN ('read', 'partly_read', 'no_text')),
     active boolean NOT NULL,
     uploaded_by uuid NOT NULL,
     uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     UNIQUE (org_id, document_id, number),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, document_id) REFERENCES app.document (org_id, client_id, id),
     FOREIGN KEY (org_id, uploaded_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE UNIQUE INDEX document_version_file ON app.document_version (org_id, storage_name)`,
  `CREATE INDEX document_version_same ON app.document_version (org_id, client_id, content_hash)`,
  `CREATE TABLE app.document_page (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version_id uuid NOT NULL,
     page integer NOT NULL CHECK (page > 0),
     text bytea NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, version_id) REFERENCES app.document_version (org_id, client_id, id))`,
  `CREATE UNIQUE INDEX document_page_number ON app.document_page (org_id, version_id, page)`,
  `CREATE INDEX document_page_client ON app.document_page (org_id, client_id)`,
];

/** Which document and page a dated fact was taken from. The fact is a row of the chronology: its source and its kind. */
const SOURCES = [
  `CREATE TABLE app.fact_source (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     document_id uuid NOT NULL,
     source_kind text NOT NULL,
     source_id uuid NOT NULL,
     field text NOT NULL,
     page integer CHECK (page > 0),
     quote bytea,
     added_by uuid NOT NULL,
     added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, document_id) REFERENCES app.document (org_id, client_id, id),
     FOREIGN KEY (org_id, added_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX fact_source_client ON app.fact_source (org_id, client_id, source_id)`,
  `CREATE INDEX fact_source_document ON app.fact_source (org_id, document_id)`,
];

const TABLES = ['document', 'document_version', 'document_page', 'fact_source'];

export class KeepDocuments20261124071000 implements MigrationInterface {
  name = 'KeepDocuments20261124071000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...DOCUMENTS, ...SOURCES]);
    for (const table of TABLES) await protectClientTable(runner, table);
    for (const table of ['document', 'document_version', 'document_page']) await grant(runner, table);
    await grant(runner, 'fact_source', 'SELECT, INSERT, UPDATE, DELETE');
    await keepHistory(runner, 'document');
    await keepHistory(runner, 'fact_source');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      [...TABLES].reverse().map((table) => `DROP TABLE app.${table}`),
    );
  }
}
