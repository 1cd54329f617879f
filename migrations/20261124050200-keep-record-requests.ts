import type { MigrationInterface, QueryRunner } from 'typeorm';
import { part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/**
 * What was asked of an agency, a court or a prison, and everything that happened to the request, each event with the
 * day on which it happened. `foia` says that the clocks of 5 USC 552 run for it; they run from the day of receipt by
 * the right component, an event of its own, and never from the day on which anybody typed it in.
 */
const TABLES = [
  `CREATE TABLE app.record_request (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     agency text NOT NULL CHECK (agency IN ('uscis', 'ice', 'eoir', 'cbp', 'obim', 'fbi', 'state_court', 'police', 'prison', 'other')),
     kind text NOT NULL CHECK (kind IN ('a_file', 'case_file', 'detention_file', 'entry_records', 'biometrics',
       'identity_history', 'court_record', 'police_report', 'prison_record', 'other')),
     foia boolean NOT NULL,
     method text NOT NULL CHECK (method IN ('online', 'mail', 'email', 'fax', 'in_person', 'other')),
     status text NOT NULL CHECK (status IN ('draft', 'sent', 'with_agency', 'answered', 'appealed', 'decided', 'closed')),
     outcome text CHECK (outcome IN ('full', 'partial', 'denied', 'no_records')),
     fee_cents integer CHECK (fee_cents BETWEEN 0 AND 100000000),
     office bytea,
     subject bytea,
     tracking bytea,
     found bytea,
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE TABLE app.record_event (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     request_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('sent', 'acknowledged', 'received', 'reached', 'extended', 'answered',
       'appeal_sent', 'appeal_received', 'appeal_decided', 'closed')),
     on_date date NOT NULL,
     outcome text CHECK (outcome IN ('full', 'partial', 'denied', 'no_records')),
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     PRIMARY KEY (org_id, id),
     CHECK ((kind = 'answered') = (outcome IS NOT NULL)),
     CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, request_id) REFERENCES app.record_request (org_id, client_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, withdrawn_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX record_request_client ON app.record_request (org_id, client_id)`,
  `CREATE INDEX record_request_status ON app.record_request (org_id, status, agency)`,
  `CREATE INDEX record_event_request ON app.record_event (org_id, client_id, request_id)`,
];

const KIND = `CASE WHEN left(x.kind, 7) = 'appeal_' THEN 'record_' || x.kind ELSE 'record_request_' || x.kind END`;
const happened = part({
  kind: KIND,
  on: 'x.on_date AS on_date, NULL::text AS on_text',
  source: 'record_event',
  attributes: `jsonb_build_object('requestId', x.request_id, 'agency', r.agency, 'foia', r.foia, 'outcome', x.outcome)`,
  from: `app.record_event x JOIN app.record_request r ON r.org_id = x.org_id AND r.client_id = x.client_id AND r.id = x.request_id
    WHERE x.withdrawn_at IS NULL`,
  recordedAt: 'x.at',
});
const RECORDER = `SELECT org_id, client_id, 'record_event' AS source_kind, id AS source_id, by_user, at FROM app.record_event`;

export class KeepRecordRequests20261124050200 implements MigrationInterface {
  name = 'KeepRecordRequests20261124050200';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of ['record_request', 'record_event']) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table);
    }
    await addFacts(runner, 'records', { facts: [happened], recorders: [RECORDER] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'records');
    await run(runner, ['DROP TABLE app.record_event', 'DROP TABLE app.record_request']);
  }
}
