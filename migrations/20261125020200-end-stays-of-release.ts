import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onDays, part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, partlyKnown, protectClientTable, run } from './helpers';

const HOW = `('lapsed', 'court_order', 'government_withdrew', 'recorded_in_error')`;

/** What became of the automatic stay of a release, step by step. Rows are added, never changed. */
const STEPS = [
  `ALTER TABLE app.bond ADD COLUMN ${partlyKnown('stay_ended_on')}`,
  `ALTER TABLE app.bond ADD COLUMN stay_ended_how text CHECK (stay_ended_how IN ${HOW})`,
  `ALTER TABLE app.bond ADD CONSTRAINT bond_stay_end CHECK (stay_ended_on IS NULL OR stay_ended_how IS NOT NULL)`,
  `CREATE TABLE app.bond_stay_step (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     bond_id uuid NOT NULL,
     step text NOT NULL CHECK (step IN ('recorded', 'ended')),
     how text CHECK (how IN ${HOW}),
     ${partlyKnown('on_date')},
     note bytea,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     CHECK ((step = 'ended') = (how IS NOT NULL)),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, client_id, bond_id) REFERENCES app.bond (org_id, client_id, id))`,
  `CREATE INDEX bond_stay_step_bond ON app.bond_stay_step (org_id, client_id, bond_id)`,
];

/** A stay that was recorded in error never was: it has no end in the story either. */
const ENDED = part({
  kind: `'bond_stay_ended'`,
  on: onDays.dated('x.stay_ended_on'),
  source: 'bond',
  attributes: `jsonb_build_object('bondId', x.id, 'setBy', x.set_by, 'how', x.stay_ended_how)`,
  from: `app.bond x WHERE x.stay_ended_how IS NOT NULL AND x.stay_ended_how <> 'recorded_in_error'`,
  recordedAt: 'x.updated_at',
});

export class EndStaysOfRelease20261125020200 implements MigrationInterface {
  name = 'EndStaysOfRelease20261125020200';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, STEPS);
    await protectClientTable(runner, 'bond_stay_step');
    await grant(runner, 'bond_stay_step', 'SELECT, INSERT');
    await addFacts(runner, 'bond_stay', { facts: [ENDED] });
    await runner.query('SELECT sec.let_clients_merge()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'bond_stay');
    await run(runner, [
      'DROP TABLE app.bond_stay_step',
      'ALTER TABLE app.bond DROP COLUMN stay_ended_on',
      'ALTER TABLE app.bond DROP COLUMN stay_ended_how',
    ]);
  }
}
