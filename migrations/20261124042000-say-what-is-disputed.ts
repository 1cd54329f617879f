import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

/** Two sources give two dates for one fact: both are kept, and the record says why, until somebody settles it. */
const DISPUTED = [
  `CREATE TABLE app.disputed_date (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     source_kind text NOT NULL CHECK (source_kind ~ '^[a-z_]{1,40}$'),
     source_id uuid NOT NULL,
     field text NOT NULL CHECK (field ~ '^[a-z0-9_]{1,60}$'),
     ${partlyKnown('other_on')},
     status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'settled')),
     why bytea,
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id),
     CHECK (other_on IS NOT NULL))`,
  `CREATE INDEX disputed_date_source ON app.disputed_date (org_id, client_id, source_id)`,
];
const KINDS = `'motion_cover_page', 'proposed_order', 'certificate_of_service'`;
const kinds = (list: string): string =>
  `ALTER TABLE app.filing DROP CONSTRAINT filing_kind_check, ADD CONSTRAINT filing_kind_check CHECK (kind IN (${list})) NOT VALID`;

export class SayWhatIsDisputed20261124042000 implements MigrationInterface {
  name = 'SayWhatIsDisputed20261124042000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...DISPUTED, kinds(`${KINDS}, 'procedural_history'`)]);
    await protectClientTable(runner, 'disputed_date');
    await keepHistory(runner, 'disputed_date');
    await grant(runner, 'disputed_date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.disputed_date', kinds(KINDS)]);
  }
}
