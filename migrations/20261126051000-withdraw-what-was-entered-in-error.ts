import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/** Facts and look-ups that can be withdrawn as entered in error. */
const TABLES = [
  ...[
    'charge',
    'motion',
    'relief_application',
    'appeal',
    'reinstatement',
    'country_concern',
    'travel_document',
  ],
  ...[
    'supervision_condition',
    'arrest',
    'admission',
    'departure',
    'inquiry',
    'hearing_look_up',
    'locator_look_up',
  ],
];
/** Rows of these are otherwise only added. */
const ONLY_ADDED = ['inquiry', 'hearing_look_up', 'locator_look_up'];

/**
 * What was entered in error is not there for anybody who does not ask for it: the row rule hides it, so that no list,
 * count, clock, report or view of the chronology has to remember to leave it out. This is no secret from the people of
 * the office, who may all ask; whoever sees the client sees it under "entered in error".
 */
const STANDING = `NOT entered_in_error OR (SELECT current_setting('app.errors_shown', true)) = 'on'`;

/** Which entry was withdrawn, by whom and why, and whether it was put back. */
const WITHDRAWALS = [
  `CREATE TABLE app.entry_withdrawal (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     record_kind text NOT NULL CHECK (record_kind IN (${TABLES.map((table) => `'${table}'`).join(', ')})),
     record_id uuid NOT NULL,
     reason bytea NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     put_back_by uuid,
     put_back_at timestamptz,
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, put_back_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((put_back_by IS NULL) = (put_back_at IS NULL)))`,
  `CREATE INDEX entry_withdrawal_client ON app.entry_withdrawal (org_id, client_id)`,
  `CREATE UNIQUE INDEX entry_withdrawal_open ON app.entry_withdrawal (org_id, record_id) WHERE put_back_at IS NULL`,
];

export class WithdrawWhatWasEnteredInError20261126051000 implements MigrationInterface {
  name = 'WithdrawWhatWasEnteredInError20261126051000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, WITHDRAWALS);
    await protectClientTable(runner, 'entry_withdrawal');
    await grant(runner, 'entry_withdrawal');
    await keepHistory(runner, 'entry_withdrawal');
    for (const table of TABLES)
      await run(runner, [
        `ALTER TABLE app.${table} ADD COLUMN entered_in_error boolean NOT NULL DEFAULT false`,
        `CREATE POLICY standing ON app.${table} AS RESTRICTIVE FOR SELECT TO vacatur_app USING (${STANDING})`,
      ]);
    for (const table of ONLY_ADDED)
      await runner.query(`GRANT UPDATE (entered_in_error) ON app.${table} TO vacatur_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await run(runner, [
        `DROP POLICY standing ON app.${table}`,
        `ALTER TABLE app.${table} DROP COLUMN entered_in_error`,
      ]);
    await runner.query('DROP TABLE app.entry_withdrawal');
  }
}
