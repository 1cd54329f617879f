import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onDays, part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, keepHistory, protectClientTable, protectOrganisationTable, run } from './helpers';

const KINDS = `('master', 'individual', 'bond', 'other')`;
const DATE_STATES = `('known', 'not_known_yet', 'control_date')`;
const TIME = `'^([01]\\d|2[0-3]):[0-5]\\d$'`;

/**
 * A hearing that is moved becomes another row, so that every date somebody was told stays; \`root_id\` is the first of
 * them, and what has to be filed before the hearing hangs on that. Court, place, judge and the zone of the clock are
 * sealed: with the day they would say where somebody appears. Without a court of its own a hearing is at the court of
 * its proceeding.
 */
const HEARINGS = [
  `CREATE TABLE app.hearing (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     proceeding_id uuid NOT NULL,
     root_id uuid NOT NULL,
     next_id uuid,
     kind text NOT NULL CHECK (kind IN ${KINDS}),
     date_state text NOT NULL CHECK (date_state IN ${DATE_STATES}),
     on_date date,
     at_time text CHECK (at_time ~ ${TIME}),
     time_zone bytea,
     court_code bytea,
     judge_id bytea,
     place_kind text NOT NULL DEFAULT 'not_known' CHECK (place_kind IN ('in_person', 'internet', 'video', 'phone', 'not_known')),
     place bytea,
     status text NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'moved', 'held', 'adjourned', 'cancelled')),
     adjournment text CHECK (adjournment IN ('respondent_asked', 'government_asked', 'court', 'interpreter', 'no_notice', 'other', 'not_known')),
     result bytea,
     reason bytea,
     created_by uuid,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, proceeding_id) REFERENCES app.proceeding (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, root_id) REFERENCES app.hearing (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, next_id) REFERENCES app.hearing (org_id, client_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id),
     CHECK ((date_state = 'not_known_yet') = (on_date IS NULL)),
     CHECK (at_time IS NULL OR on_date IS NOT NULL),
     CHECK (adjournment IS NULL OR status = 'adjourned'))`,
  `CREATE INDEX hearing_client ON app.hearing (org_id, client_id)`,
  `CREATE INDEX hearing_proceeding ON app.hearing (org_id, proceeding_id)`,
];

/** Each look at what the court says, by a person. Rows are added, never changed. */
const LOOK_UPS = [
  `CREATE TABLE app.hearing_look_up (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     proceeding_id uuid NOT NULL,
     hearing_id uuid,
     source text NOT NULL CHECK (source IN ('eoir_line', 'eoir_portal', 'court_clerk', 'notice', 'other')),
     outcome text NOT NULL CHECK (outcome IN ('same', 'changed', 'nothing_found', 'not_reached')),
     changes text[] NOT NULL DEFAULT '{}',
     found_kind text CHECK (found_kind IN ${KINDS}),
     found_state text CHECK (found_state IN ${DATE_STATES}),
     found_on date,
     found_time text CHECK (found_time ~ ${TIME}),
     found_court bytea,
     note bytea,
     next_due_on date NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, proceeding_id) REFERENCES app.proceeding (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, hearing_id) REFERENCES app.hearing (org_id, client_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX hearing_look_up_client ON app.hearing_look_up (org_id, client_id)`,
  `CREATE INDEX hearing_look_up_proceeding ON app.hearing_look_up (org_id, proceeding_id, at DESC)`,
];

/** What is to be said to a client. Sending is not here: a row says who should hear it, how, and in which words. */
const MESSAGES = [
  `CREATE TABLE app.planned_message (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     about_kind text NOT NULL CHECK (about_kind IN ('hearing')),
     about_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ('planned', 'no_safe_way', 'cancelled')),
     contact_id uuid,
     recipient bytea,
     language text NOT NULL,
     body bytea NOT NULL,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, about_id) REFERENCES app.hearing (org_id, client_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX planned_message_client ON app.planned_message (org_id, client_id)`,
  `CREATE INDEX planned_message_about ON app.planned_message (org_id, about_id)`,
];

/** Judges are public officials: what the office knows of them is no fact about a client. */
const JUDGES = [
  `CREATE TABLE app.judge (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     name text NOT NULL,
     court_code text,
     note text,
     active boolean NOT NULL DEFAULT true,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id))`,
];

/** What the proceeding said of its hearing becomes a hearing. Row security binds the owner too, so it rests meanwhile. */
const MOVE_OVER = [
  `ALTER TABLE app.proceeding NO FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE app.proceeding DISABLE TRIGGER keep_history`,
  `INSERT INTO app.hearing (org_id, id, client_id, proceeding_id, root_id, kind, date_state, on_date, at_time, created_at)
   SELECT p.org_id, n.id, p.client_id, p.id, n.id, coalesce(p.hearing_kind, 'other'), 'known', p.hearing_on, p.hearing_time, p.updated_at
     FROM app.proceeding p, LATERAL (SELECT gen_random_uuid() AS id WHERE p.id IS NOT NULL) n WHERE p.hearing = 'scheduled'`,
  `ALTER TABLE app.proceeding ADD COLUMN no_hearing boolean NOT NULL DEFAULT false`,
  `UPDATE app.proceeding SET no_hearing = true WHERE hearing = 'none'`,
  `ALTER TABLE app.proceeding DROP COLUMN hearing, DROP COLUMN hearing_on, DROP COLUMN hearing_time, DROP COLUMN hearing_kind`,
  `ALTER TABLE app.proceeding ENABLE TRIGGER keep_history`,
  `ALTER TABLE app.proceeding FORCE ROW LEVEL SECURITY`,
];

const MOVE_BACK = [
  `ALTER TABLE app.proceeding NO FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE app.hearing NO FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE app.proceeding DISABLE TRIGGER keep_history`,
  `ALTER TABLE app.proceeding
     ADD COLUMN hearing text NOT NULL DEFAULT 'not_known' CHECK (hearing IN ('scheduled', 'none', 'not_known')),
     ADD COLUMN hearing_on date,
     ADD COLUMN hearing_time text CHECK (hearing_time ~ ${TIME}),
     ADD COLUMN hearing_kind text CHECK (hearing_kind IN ${KINDS})`,
  `UPDATE app.proceeding p SET hearing = 'scheduled', hearing_on = h.on_date, hearing_time = h.at_time, hearing_kind = h.kind
     FROM (SELECT DISTINCT ON (org_id, proceeding_id) * FROM app.hearing
            WHERE status = 'scheduled' AND date_state = 'known' ORDER BY org_id, proceeding_id, on_date DESC) h
    WHERE h.org_id = p.org_id AND h.proceeding_id = p.id`,
  `UPDATE app.proceeding SET hearing = 'none' WHERE no_hearing AND hearing = 'not_known'`,
  `ALTER TABLE app.proceeding ADD CHECK ((hearing = 'scheduled') = (hearing_on IS NOT NULL)), DROP COLUMN no_hearing`,
  `ALTER TABLE app.proceeding ENABLE TRIGGER keep_history`,
  `ALTER TABLE app.proceeding FORCE ROW LEVEL SECURITY`,
];

/** Only a hearing that stands under a real date is called one: deadlines run to it. */
const KIND = `CASE WHEN x.status = 'scheduled' THEN CASE x.date_state WHEN 'known' THEN 'hearing' ELSE 'hearing_control_date' END
  ELSE 'hearing_' || x.status END`;
const facts = part({
  kind: KIND,
  on: onDays.exactly('x.on_date'),
  source: 'hearing',
  attributes: `jsonb_build_object('hearingId', x.root_id, 'hearingKind', x.kind, 'status', x.status, 'adjournment', x.adjournment)`,
  from: `app.hearing x WHERE x.date_state <> 'not_known_yet'`,
});
const recorders = `SELECT org_id, client_id, 'hearing' AS source_kind, id AS source_id, created_by AS by_user, created_at AS at
  FROM app.hearing`;

const CLIENT_TABLES = ['hearing', 'hearing_look_up', 'planned_message'];

export class KeepHearings20261124040000 implements MigrationInterface {
  name = 'KeepHearings20261124040000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...HEARINGS, ...LOOK_UPS, ...MESSAGES, ...JUDGES, ...MOVE_OVER]);
    for (const table of CLIENT_TABLES) {
      await protectClientTable(runner, table);
      await grant(runner, table, table === 'hearing_look_up' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE');
    }
    for (const table of ['hearing', 'planned_message']) await keepHistory(runner, table);
    await protectOrganisationTable(runner, 'judge');
    await grant(runner, 'judge');
    await addFacts(runner, 'hearings', { facts: [facts], recorders: [recorders] });
    await run(runner, [
      `ALTER TABLE app.charge DROP CONSTRAINT charge_origin_check,
         ADD CONSTRAINT charge_origin_check CHECK (origin IN ('charged', 'lodged', 'latent'))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'hearings');
    await run(runner, [
      `ALTER TABLE app.charge DROP CONSTRAINT charge_origin_check,
         ADD CONSTRAINT charge_origin_check CHECK (origin IN ('charged', 'lodged')) NOT VALID`,
      ...MOVE_BACK,
      'DROP TABLE app.judge',
      'DROP TABLE app.planned_message',
      'DROP TABLE app.hearing_look_up',
      'DROP TABLE app.hearing',
    ]);
  }
}
