import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/**
 * A stolen database must not join a person to a place and a time. Day and time stay plain for the calendar; the
 * office, its time zone (Guam has only one office) and every note are sealed under the client's key, and the instant
 * is worked out when it is read, by the zone rules then in force.
 */
const CHECK_INS = [
  `CREATE TABLE app.check_in (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     office_code bytea NOT NULL,
     time_zone bytea NOT NULL,
     on_date date NOT NULL,
     at_time text NOT NULL CHECK (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     method text NOT NULL CHECK (method IN ('in_person', 'phone', 'app', 'other')),
     status text NOT NULL CHECK (status IN ('scheduled', 'moved', 'done', 'cancelled')),
     outcome text CHECK (outcome IN ('came_out', 'detained', 'not_known')),
     outcome_at timestamptz,
     note bytea,
     outcome_note bytea,
     reason bytea,
     moved_from uuid,
     next_id uuid,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, moved_from) REFERENCES app.check_in (org_id, id),
     FOREIGN KEY (org_id, next_id) REFERENCES app.check_in (org_id, id) DEFERRABLE INITIALLY DEFERRED,
     CHECK ((status = 'done') = (outcome IS NOT NULL)),
     CHECK (outcome_at IS NULL OR outcome IS NOT NULL))`,
  `CREATE INDEX check_in_client ON app.check_in (org_id, client_id, on_date)`,
  `CREATE INDEX check_in_calendar ON app.check_in (org_id, on_date, client_id)`,
  `CREATE UNIQUE INDEX check_in_slot ON app.check_in (org_id, client_id, on_date, at_time) WHERE status = 'scheduled'`,
];

export class KeepCheckIns20261122065100 implements MigrationInterface {
  name = 'KeepCheckIns20261122065100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, CHECK_INS);
    await protectClientTable(runner, 'check_in');
    await keepHistory(runner, 'check_in');
    await grant(runner, 'check_in');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE app.check_in');
  }
}
