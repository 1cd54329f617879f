import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectOrganisationTable, run } from './helpers';

/**
 * What an office adds to the shipped law: records its attorneys have checked, closed days it has heard of.
 * A verification without a version is of a pardoning authority, whose record has none.
 */
const LAW = [
  `CREATE TABLE app.law_verification (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     rule_id text NOT NULL CHECK (length(rule_id) <= 100),
     rule_version integer CHECK (rule_version > 0),
     on_date date NOT NULL,
     source_seen text NOT NULL CHECK (length(source_seen) <= 500),
     note text CHECK (length(note) <= 2000),
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((rule_version IS NULL) = (rule_id LIKE 'jurisdiction:%')),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))`,
  `CREATE INDEX law_verification_rule ON app.law_verification (org_id, rule_id, at)`,
  `CREATE TABLE app.calendar_notice (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     layer text NOT NULL CHECK (layer IN ('executive_closure', 'state_holiday', 'forum_notice')),
     on_date date NOT NULL,
     name text NOT NULL CHECK (length(name) <= 200),
     forum text CHECK (length(forum) <= 40),
     state text CHECK (length(state) = 2),
     source_link text CHECK (length(source_link) <= 500),
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id),
     CHECK (forum IS NULL OR layer = 'forum_notice'),
     CHECK ((state IS NOT NULL) = (layer = 'state_holiday')),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))`,
  `CREATE UNIQUE INDEX calendar_notice_once ON app.calendar_notice
     (org_id, layer, on_date, coalesce(forum, ''), coalesce(state, '')) WHERE withdrawn_at IS NULL`,
  `CREATE INDEX calendar_notice_day ON app.calendar_notice (org_id, on_date, id)`,
  `CREATE TABLE app.law_basis (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     fingerprint text NOT NULL,
     rule_set_version text NOT NULL,
     calendar_mark text NOT NULL,
     verification_mark text NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     CHECK (id = org_id))`,
];
const TABLES = ['law_verification', 'calendar_notice', 'law_basis'];

export class KeepLawOfTheOffice20261123070000 implements MigrationInterface {
  name = 'KeepLawOfTheOffice20261123070000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, LAW);
    for (const table of TABLES) {
      await protectOrganisationTable(runner, table);
      await grant(runner, table);
      await keepHistory(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      [...TABLES].reverse().map((table) => `DROP TABLE app.${table}`),
    );
  }
}
