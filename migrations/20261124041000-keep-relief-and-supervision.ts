import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onDays, part } from './chronology-parts';
import { addFacts, dropFacts } from './chronology-union';
import { grant, keepHistory, partlyKnown, protectClientTable, run } from './helpers';

const FILERS = `('us', 'prior_counsel', 'notario', 'pro_se', 'dhs', 'not_known')`;

/** Columns of each record beside those that all of them have. What a text says about the person is bytea: sealed. */
const RECORDS: Readonly<Record<string, string>> = {
  relief_application: `
     kind text NOT NULL CHECK (kind IN ('asylum', 'withholding', 'cat', 'cancellation_42a', 'cancellation_42b', 'relief_212c',
       'adjustment', 'nacara', 'vawa', 'u_visa', 't_visa', 'sij', 'other')),
     forum text NOT NULL CHECK (forum IN ('court', 'board', 'uscis', 'not_known')),
     ${partlyKnown('filed_on')},
     status text NOT NULL CHECK (status IN ('planned', 'pending', 'granted', 'denied', 'withdrawn', 'abandoned', 'referred', 'not_known')),
     ${partlyKnown('status_on')},
     receipt bytea,
     note bytea`,
  appeal: `
     order_id uuid,
     forum text NOT NULL CHECK (forum IN ('board', 'court_of_appeals', 'supreme_court', 'other')),
     ${partlyKnown('filed_on')},
     filed_by text NOT NULL CHECK (filed_by IN ${FILERS}),
     fee text NOT NULL CHECK (fee IN ('paid', 'waiver_asked', 'waiver_granted', 'not_paid', 'not_known')),
     receipt bytea,
     brief_due_on date,
     ${partlyKnown('briefed_on')},
     result text NOT NULL CHECK (result IN ('pending', 'dismissed', 'sustained', 'remanded', 'denied', 'granted', 'rejected', 'withdrawn', 'not_known')),
     ${partlyKnown('decided_on')},
     counsel bytea,
     note bytea,
     FOREIGN KEY (org_id, client_id, order_id) REFERENCES app.removal_order (org_id, client_id, id)`,
  reinstatement: `
     order_id uuid NOT NULL,
     ${partlyKnown('reinstated_on')},
     ${partlyKnown('served_on')},
     contested text NOT NULL CHECK (contested IN ('yes', 'no', 'not_known')),
     note bytea,
     FOREIGN KEY (org_id, client_id, order_id) REFERENCES app.removal_order (org_id, client_id, id)`,
  country_concern: `
     country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
     kind text NOT NULL CHECK (kind IN ('feared', 'named_by_government', 'accepts', 'refuses')),
     ${partlyKnown('said_on')},
     reason bytea`,
  travel_document: `
     country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
     consulate bytea,
     requested_by text NOT NULL CHECK (requested_by IN ('ice', 'us', 'client', 'family', 'not_known')),
     ${partlyKnown('requested_on')},
     result text NOT NULL CHECK (result IN ('pending', 'issued', 'refused', 'no_answer', 'withdrawn', 'not_known')),
     ${partlyKnown('answered_on')},
     document bytea,
     note bytea`,
  supervision_condition: `
     kind text NOT NULL CHECK (kind IN ('order_of_supervision', 'recognizance', 'isap', 'ankle_monitor', 'phone_app', 'phone_reports',
       'curfew', 'travel_limit', 'travel_document_duty', 'other')),
     ${partlyKnown('from_on')},
     ${partlyKnown('until_on')},
     imposed_by text NOT NULL CHECK (imposed_by IN ('ice', 'contractor', 'court', 'not_known')),
     status text NOT NULL DEFAULT 'in_force' CHECK (status IN ('in_force', 'changed', 'ended')),
     next_id uuid,
     terms bytea,
     document bytea,
     reason bytea`,
  arrest: `
     ${partlyKnown('arrested_on')},
     outcome text NOT NULL CHECK (outcome IN ('no_charges', 'dismissed', 'acquitted', 'diverted', 'convicted', 'pending', 'not_known')),
     ${partlyKnown('outcome_on')},
     conviction_id uuid,
     agency bytea,
     charges bytea,
     note bytea,
     FOREIGN KEY (org_id, client_id, conviction_id) REFERENCES app.conviction (org_id, client_id, id)`,
  admission: `
     as_refugee text NOT NULL CHECK (as_refugee IN ('yes', 'no', 'not_known')),
     ${partlyKnown('admitted_on')},
     ${partlyKnown('adjusted_on')},
     note bytea`,
  departure: `
     ${partlyKnown('left_on')},
     how text NOT NULL CHECK (how IN ('removed', 'voluntary_departure', 'own_travel', 'not_known')),
     ${partlyKnown('returned_on')},
     note bytea`,
  inquiry: `
     topic text NOT NULL CHECK (topic IN ('motions_by_others', 'travel')),
     asked_on date NOT NULL,
     answer text NOT NULL CHECK (answer IN ('nothing', 'something', 'not_known')),
     note bytea`,
};

/** What the report about the effect of a pardon asks of a conviction beside what was kept so far. */
const CONVICTION = [
  `ALTER TABLE app.conviction
     ADD COLUMN ${partlyKnown('verdict_on')},
     ADD COLUMN count_number bytea,
     ADD COLUMN scheme bytea,
     ADD COLUMN cleared_by text
       CHECK (cleared_by IN ('vacated_for_defect', 'vacated_reason_not_known', 'vacated_for_rehabilitation', 'expunged_or_sealed')),
     ADD COLUMN ${partlyKnown('cleared_on')}`,
];

const create = (table: string, columns: string): string[] => [
  `CREATE TABLE app.${table} (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     ${columns.trim()},
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, created_by) REFERENCES app.staff_user (org_id, id))`,
  `CREATE INDEX ${table}_client ON app.${table} (org_id, client_id)`,
];

/** A dated fact of one of these records, under a name that the deadline rules do not read. */
const fact = (table: string, kind: string, column: string, attributes: string, where = 'true'): string =>
  part({
    kind: `'${kind}'`,
    on: onDays.dated(`x.${column}`),
    source: table,
    attributes: `jsonb_build_object(${attributes})`,
    from: `app.${table} x WHERE x.${column} IS NOT NULL AND ${where}`,
  });

const RELIEF = `'reliefKind', x.kind, 'forum', x.forum, 'status', x.status`;
const APPEAL = `'orderId', x.order_id, 'forum', x.forum, 'result', x.result, 'filedBy', x.filed_by`;
const PAPERS = `'country', x.country, 'result', x.result, 'requestedBy', x.requested_by`;
const CONDITION = `'conditionKind', x.kind, 'status', x.status`;
const DEPARTURE = `'how', x.how, 'returnedOn', x.returned_on`;

/** What the order says of its own appeal is told there; the record of the appeal does not tell it twice. */
const notToldBy = (column: string, own: string): string => `NOT EXISTS (SELECT 1 FROM app.removal_order o
   WHERE x.forum = 'board' AND o.org_id = x.org_id AND o.client_id = x.client_id AND o.${own} = x.${column})`;

const FACTS = [
  fact('relief_application', 'relief_filed', 'filed_on', RELIEF),
  fact(
    'relief_application',
    'relief_decided',
    'status_on',
    RELIEF,
    `x.status NOT IN ('planned', 'pending', 'not_known')`,
  ),
  fact('appeal', 'appeal_lodged', 'filed_on', APPEAL, notToldBy('filed_on', 'appeal_filed_on')),
  fact('appeal', 'appeal_ruled', 'decided_on', APPEAL, notToldBy('decided_on', 'appeal_decided_on')),
  fact('reinstatement', 'order_reinstated', 'reinstated_on', `'orderId', x.order_id`),
  fact('travel_document', 'travel_document_asked', 'requested_on', PAPERS),
  fact('travel_document', 'travel_document_answered', 'answered_on', PAPERS),
  fact('supervision_condition', 'supervision_started', 'from_on', CONDITION),
  fact('supervision_condition', 'supervision_ended', 'until_on', CONDITION, `x.status <> 'in_force'`),
  ...['verdict_on', 'cleared_on'].map((column) =>
    fact(
      'conviction',
      column === 'verdict_on' ? 'verdict_given' : 'conviction_cleared',
      column,
      `'level', x.level, 'state', x.state, 'clearedBy', x.cleared_by`,
    ),
  ),
  fact('admission', 'admitted', 'admitted_on', `'asRefugee', x.as_refugee`),
  fact('admission', 'became_resident', 'adjusted_on', `'asRefugee', x.as_refugee`),
  fact('arrest', 'arrested', 'arrested_on', `'outcome', x.outcome`),
  part({
    kind: `'departed'`,
    on: onDays.dated('x.left_on'),
    source: 'departure',
    attributes: `jsonb_build_object(${DEPARTURE})`,
    from: 'app.departure x',
  }),
  fact('departure', 'returned', 'returned_on', `'how', x.how`),
  part({
    kind: `'asked_about'`,
    on: onDays.exactly('x.asked_on'),
    source: 'inquiry',
    attributes: `jsonb_build_object('topic', x.topic, 'answer', x.answer)`,
    from: 'app.inquiry x',
  }),
];
const RECORDERS = Object.keys(RECORDS)
  .filter((table) => table !== 'country_concern')
  .map(
    (table) =>
      `SELECT org_id, client_id, '${table}' AS source_kind, id AS source_id, created_by AS by_user, created_at AS at FROM app.${table}`,
  );

export class KeepReliefAndSupervision20261124041000 implements MigrationInterface {
  name = 'KeepReliefAndSupervision20261124041000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(RECORDS)) {
      await run(runner, create(table, columns));
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
      await grant(runner, table, table === 'inquiry' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE');
    }
    await runner.query(
      `ALTER TABLE app.supervision_condition
         ADD FOREIGN KEY (org_id, client_id, next_id) REFERENCES app.supervision_condition (org_id, client_id, id)`,
    );
    await run(runner, CONVICTION);
    await addFacts(runner, 'relief', { facts: FACTS, recorders: RECORDERS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFacts(runner, 'relief');
    await runner.query(
      `ALTER TABLE app.conviction DROP COLUMN verdict_on, DROP COLUMN count_number, DROP COLUMN scheme, DROP COLUMN cleared_by,
         DROP COLUMN cleared_on`,
    );
    await run(
      runner,
      Object.keys(RECORDS)
        .reverse()
        .map((table) => `DROP TABLE app.${table}`),
    );
  }
}
