import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectClientTable, run } from './helpers';

/**
 * Keyed tokens of the words of notes and documents. Equality of bytea is leakproof, so the index is used behind row
 * security; without the organisation's key a token says nothing about its word. The key leads to the newest source
 * first (ids are ordered by time); the second index serves a person who sees few clients, and forgetting.
 * `client_text` says which sources are indexed already, so that the worker can go on where it stopped.
 */
const TABLES = [
  `CREATE TABLE app.client_text (
     org_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('note', 'document')),
     source_id uuid NOT NULL,
     client_id uuid NOT NULL,
     indexed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, kind, source_id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX client_text_client ON app.client_text (org_id, client_id)`,
  `CREATE TABLE app.client_text_token (
     org_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('note', 'document')),
     token bytea NOT NULL,
     source_id uuid NOT NULL,
     client_id uuid NOT NULL,
     PRIMARY KEY (org_id, kind, token, source_id) INCLUDE (client_id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX client_text_token_client ON app.client_text_token (org_id, client_id, kind, token, source_id)`,
];

export class IndexTexts20261124070000 implements MigrationInterface {
  name = 'IndexTexts20261124070000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of ['client_text', 'client_text_token']) {
      await protectClientTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT, UPDATE, DELETE');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.client_text_token', 'DROP TABLE app.client_text']);
  }
}
