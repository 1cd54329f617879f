import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onDays, part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

const OF_CLIENT = `
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, by_user) REFERENCES app.staff_user (org_id, id)`;
const STATUSES = `('requested', 'granted', 'denied', 'no_jurisdiction', 'appealed', 'posted', 'cancelled', 'returned',
       'breached')`;

/**
 * A bond of a detention, from the request to the return of the money: ICE may set one and a judge another, so a
 * detention can have several. Who paid, the receipt and the conditions are sealed; the amount, days and codes are plain.
 * The status follows from what is recorded, and each status it had is kept with the day and the colleague.
 */
const TABLES = [
  `CREATE TABLE app.bond (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     episode_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ${STATUSES}),
     ${partlyKnown('requested_on')},
     set_by text CHECK (set_by IN ('ice', 'immigration_judge')),
     hearing_id uuid,
     ${partlyKnown('hearing_on')},
     decision text CHECK (decision IN ('granted', 'denied', 'no_jurisdiction')),
     ${partlyKnown('decided_on')},
     amount integer CHECK (amount BETWEEN 0 AND 10000000),
     conditions bytea,
     appeal_by text CHECK (appeal_by IN ('client', 'government')),
     ${partlyKnown('appealed_on')},
     automatic_stay text CHECK (automatic_stay IN ('yes', 'no', 'not_known')),
     board_outcome text CHECK (board_outcome IN ('dismissed', 'sustained', 'remanded')),
     ${partlyKnown('board_decided_on')},
     ${partlyKnown('posted_on')},
     obligor_name bytea,
     obligor_relation bytea,
     receipt_number bytea,
     ${partlyKnown('cancelled_on')},
     ${partlyKnown('returned_on')},
     ${partlyKnown('breached_on')},
     by_user uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     CHECK (hearing_id IS NULL OR hearing_on IS NULL),
     CHECK (decided_on IS NULL OR decision IS NOT NULL),
     CHECK (appealed_on IS NULL OR appeal_by IS NOT NULL),
     CHECK (board_decided_on IS NULL OR board_outcome IS NOT NULL),
     FOREIGN KEY (org_id, client_id, episode_id) REFERENCES app.custody_episode (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, hearing_id) REFERENCES app.hearing (org_id, client_id, id),${OF_CLIENT})`,
  `CREATE TABLE app.bond_status (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     bond_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ${STATUSES}),
     ${partlyKnown('on_date')},
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, bond_id) REFERENCES app.bond (org_id, client_id, id),${OF_CLIENT})`,
  `CREATE INDEX bond_client ON app.bond (org_id, client_id)`,
  `CREATE INDEX bond_episode ON app.bond (org_id, episode_id)`,
  `CREATE INDEX bond_status_bond ON app.bond_status (org_id, client_id, bond_id)`,
];

const fact = (kind: string, column: string, attributes = '', where = `x.${column} IS NOT NULL`): string =>
  part({
    kind: `'${kind}'`,
    on: onDays.dated(`x.${column}`),
    source: 'bond',
    attributes: `jsonb_build_object('bondId', x.id, 'setBy', x.set_by${attributes && `, ${attributes}`})`,
    from: `app.bond x WHERE ${where}`,
    recordedAt: 'x.updated_at',
  });
const APPEAL = `'appealBy', x.appeal_by, 'automaticStay', x.automatic_stay`;
/** The day of release, which starts the days to ask a judge for a lower bond, is that of the detention. */
const RELEASED = `'releasedOn', (SELECT e.ended_on FROM app.custody_episode e WHERE e.org_id = x.org_id
  AND e.id = x.episode_id AND e.ended_how = 'released_bond')`;

/** A decision or appeal without its day is a fact too: its period counts as running. */
const FACTS = [
  fact('bond_requested', 'requested_on'),
  fact('bond_hearing', 'hearing_on'),
  fact('bond_decided', 'decided_on', `'decision', x.decision`, 'x.decision IS NOT NULL'),
  fact('bond_appealed', 'appealed_on', APPEAL, 'x.appeal_by IS NOT NULL'),
  fact(
    'bond_appeal_decided',
    'board_decided_on',
    `${APPEAL}, 'outcome', x.board_outcome`,
    'x.board_outcome IS NOT NULL',
  ),
  fact('bond_posted', 'posted_on', RELEASED),
  fact('bond_cancelled', 'cancelled_on'),
  fact('bond_returned', 'returned_on'),
  fact('bond_breached', 'breached_on'),
];
const RECORDERS = [
  `SELECT org_id, client_id, 'bond' AS source_kind, id AS source_id, by_user, created_at AS at FROM app.bond`,
];

export class KeepBonds20261124055000 implements MigrationInterface {
  name = 'KeepBonds20261124055000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, TABLES);
    for (const table of ['bond', 'bond_status']) await protectClientTable(runner, table);
    await keepHistory(runner, 'bond');
    await grant(runner, 'bond');
    await grant(runner, 'bond_status', 'SELECT, INSERT');
    await addFacts(runner, 'bond', { facts: FACTS, recorders: RECORDERS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'bond');
    for (const table of ['bond_status', 'bond']) await runner.query(`DROP TABLE app.${table}`);
  }
}
