import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, protectSharedTable, run } from './helpers';

/**
 * Lists as people want to see them: filters, order and columns under a name. Filters are codes and ids of colleagues,
 * never a search text; the name is free text and sealed all the same.
 */
const VIEWS = [
  `CREATE TABLE app.list_view (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     owner_id uuid NOT NULL,
     shared boolean NOT NULL,
     list text NOT NULL CHECK (list IN ('cases')),
     name bytea NOT NULL,
     filters jsonb NOT NULL,
     sort text,
     direction text CHECK (direction IN ('asc', 'desc')),
     columns text[] NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, owner_id) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX list_view_owner ON app.list_view (org_id, owner_id)`,
];

export class KeepListViews20261124065500 implements MigrationInterface {
  name = 'KeepListViews20261124065500';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, VIEWS);
    await protectSharedTable(runner, 'list_view');
    await grant(runner, 'list_view', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE app.list_view');
  }
}
