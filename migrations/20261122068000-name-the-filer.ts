import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectOrganisationTable, run } from './helpers';

/** What court papers print of the office and of the person who files. */
const FILER = [
  `CREATE TABLE app.letterhead (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     address_lines text[] NOT NULL DEFAULT '{}',
     phone text,
     email text,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     CHECK (id = org_id))`,
  `CREATE TABLE app.filer_profile (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     eoir_id text,
     phone text,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, id) REFERENCES app.staff_user (org_id, id))`,
];

export class NameTheFiler20261122068000 implements MigrationInterface {
  name = 'NameTheFiler20261122068000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, FILER);
    for (const table of ['letterhead', 'filer_profile']) {
      await protectOrganisationTable(runner, table);
      await grant(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.filer_profile', 'DROP TABLE app.letterhead']);
  }
}
