import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/** A paper for a court, and the bytes of each time it was printed. Bytes are kept as issued, never made again. */
const FILINGS = [
  `CREATE TABLE app.filing (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     kind text NOT NULL CHECK (kind IN ('motion_cover_page', 'proposed_order', 'certificate_of_service')),
     title text NOT NULL,
     status text NOT NULL CHECK (status IN ('draft', 'signed_off')),
     facts bytea NOT NULL,
     blanks jsonb NOT NULL,
     template_version text NOT NULL,
     rule_set_date date NOT NULL,
     created_by uuid NOT NULL,
     signed_off_by uuid,
     signed_off_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, signed_off_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((status = 'signed_off') = (signed_off_by IS NOT NULL)))`,
  `CREATE INDEX filing_client ON app.filing (org_id, client_id, created_at)`,
  `CREATE TABLE app.filing_print (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     filing_id uuid NOT NULL,
     client_id uuid NOT NULL,
     signed_off boolean NOT NULL,
     pdf bytea NOT NULL,
     sha256 text NOT NULL,
     bytes integer NOT NULL,
     made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, filing_id) REFERENCES app.filing (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX filing_print_filing ON app.filing_print (org_id, filing_id, made_at)`,
];

export class KeepFilings20261122067000 implements MigrationInterface {
  name = 'KeepFilings20261122067000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, FILINGS);
    await protectClientTable(runner, 'filing');
    await protectClientTable(runner, 'filing_print');
    await grant(runner, 'filing');
    await grant(runner, 'filing_print', 'SELECT, INSERT');
    await keepHistory(runner, 'filing');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.filing_print', 'DROP TABLE app.filing']);
  }
}
