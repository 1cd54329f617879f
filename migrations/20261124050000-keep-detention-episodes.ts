import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onDays, part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

const OF_CLIENT = `
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id)`;
const OF_EPISODE = `
     FOREIGN KEY (org_id, client_id, episode_id) REFERENCES app.custody_episode (org_id, client_id, id)`;

/**
 * A detention from arrest to end, the places in it one after the other, and who looked for the client where and when.
 * What joins a person to a place is sealed, the facility's code included; days and instants stay plain. Stays and
 * look-ups are only added: what the office believed at any hour stays readable. `is_move` says that the place is
 * another one than before, which the database cannot see for itself.
 */
const TABLES = [
  `CREATE TABLE app.custody_episode (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     ${partlyKnown('began_on')},
     began_at timestamptz,
     arrested_by text NOT NULL CHECK (arrested_by IN ('ice', 'cbp', 'police', 'jail_transfer', 'other', 'not_known')),
     arrested_where text NOT NULL CHECK (arrested_where IN ('check_in', 'home', 'street', 'workplace', 'court', 'jail',
       'airport', 'border', 'other', 'not_known')),
     arrest_place bytea,
     ${partlyKnown('ended_on')},
     ended_how text CHECK (ended_how IN ('released_supervision', 'released_bond', 'released_recognizance', 'released_parole',
       'habeas', 'relief', 'removed', 'departed', 'other_custody', 'died', 'other', 'not_known')),
     note bytea,
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     CHECK (ended_on IS NULL OR ended_how IS NOT NULL),${OF_CLIENT})`,
  `CREATE TABLE app.custody_stay (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     episode_id uuid NOT NULL,
     facility_code bytea,
     place bytea,
     seen_at timestamptz NOT NULL,
     seen_on date NOT NULL,
     is_move boolean NOT NULL,
     source text NOT NULL CHECK (source IN ('locator', 'facility', 'field_office', 'family', 'client', 'counsel', 'court',
       'government', 'other')),
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     CHECK (facility_code IS NOT NULL OR place IS NOT NULL),${OF_CLIENT},${OF_EPISODE})`,
  `CREATE TABLE app.locator_look_up (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     episode_id uuid,
     looked_at timestamptz NOT NULL,
     looked_in text NOT NULL CHECK (looked_in IN ('ice_locator', 'facility_call', 'field_office_call', 'field_office_visit',
       'detention_line', 'bop_locator', 'jail_locator', 'consulate', 'family', 'court_system', 'other')),
     result text NOT NULL CHECK (result IN ('found', 'not_found', 'unclear')),
     facility_code bytea,
     place bytea,
     note bytea,
     next_due_at timestamptz,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),${OF_CLIENT},${OF_EPISODE})`,
  `CREATE INDEX custody_episode_client ON app.custody_episode (org_id, client_id)`,
  `CREATE INDEX custody_stay_episode ON app.custody_stay (org_id, client_id, episode_id, seen_at)`,
  `CREATE INDEX custody_stay_moves ON app.custody_stay (org_id, at) WHERE is_move`,
  `CREATE INDEX locator_look_up_client ON app.locator_look_up (org_id, client_id, looked_at)`,
];

const began = part({
  kind: `'detention_began'`,
  on: onDays.dated('x.began_on'),
  source: 'custody_episode',
  attributes: `jsonb_build_object('arrestedBy', x.arrested_by, 'arrestedWhere', x.arrested_where)`,
  from: `app.custody_episode x WHERE x.began_on IS NOT NULL`,
});
const ended = part({
  kind: `'detention_ended'`,
  on: onDays.dated('x.ended_on'),
  source: 'custody_episode',
  attributes: `jsonb_build_object('how', x.ended_how)`,
  from: `app.custody_episode x WHERE x.ended_on IS NOT NULL`,
  recordedAt: 'x.updated_at',
});
const moved = part({
  kind: `'custody_moved'`,
  on: onDays.exactly('x.seen_on'),
  source: 'custody_stay',
  attributes: `jsonb_build_object('source', x.source)`,
  from: `app.custody_stay x WHERE x.is_move`,
  recordedAt: 'x.at',
});
const RECORDERS = [
  `SELECT org_id, client_id, 'custody_episode' AS source_kind, id AS source_id, by_user, created_at AS at FROM app.custody_episode`,
  `SELECT org_id, client_id, 'custody_stay', id, by_user, at FROM app.custody_stay`,
];

export class KeepDetentionEpisodes20261124050000 implements MigrationInterface {
  name = 'KeepDetentionEpisodes20261124050000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of ['custody_episode', 'custody_stay', 'locator_look_up'])
      await protectClientTable(runner, table);
    await keepHistory(runner, 'custody_episode');
    await grant(runner, 'custody_episode');
    await grant(runner, 'custody_stay', 'SELECT, INSERT');
    await grant(runner, 'locator_look_up', 'SELECT, INSERT');
    await addFacts(runner, 'detention', { facts: [began, ended, moved], recorders: RECORDERS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'detention');
    for (const table of ['locator_look_up', 'custody_stay', 'custody_episode'])
      await runner.query(`DROP TABLE app.${table}`);
  }
}
