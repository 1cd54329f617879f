import type { QueryRunner } from 'typeorm';

/**
 * The dated facts of a client, each kind one SELECT. The view is their union; a migration that adds facts names the
 * parts that were there and its own. A part that a landed migration names is never changed: its successor gets a
 * new name. Attributes hold codes and days, never text about a person.
 */

/** A text that may be a year or month only, as the day it names or as what is known of it. */
const dated = (column: string): string =>
  `CASE WHEN length(${column}) = 10 THEN ${column}::date END AS on_date,
   CASE WHEN length(${column}) < 10 THEN ${column} END AS on_text`;
const exactly = (column: string): string => `${column} AS on_date, NULL::text AS on_text`;
const undated = `NULL::date AS on_date, NULL::text AS on_text`;

interface Part {
  kind: string;
  /** SQL of the day, as two columns. */
  on: string;
  source: string;
  attributes: string;
  from: string;
  caseId?: string;
  /** SQL of the client, source row and moment of recording when they are not x.client_id, x.id and x.created_at. */
  recordedAt?: string;
}

/** One part of the view. `x` is the row the fact is taken from. */
export const part = ({ kind, on, source, attributes, from, caseId, recordedAt }: Part): string =>
  `SELECT x.org_id, x.client_id, ${caseId ?? 'NULL::uuid'} AS case_id, ${kind} AS kind, ${on},
          '${source}' AS source_kind, x.id AS source_id, ${attributes} AS attributes, ${recordedAt ?? 'x.created_at'} AS recorded_at
     FROM ${from}`;

const ORDER = `jsonb_build_object('orderId', x.id, 'orderKind', x.kind, 'inAbsentia', x.in_absentia, 'appeal', x.appeal,
  'decisionForm', x.decision_form, 'asylumDecided', x.asylum_decided,
  'voluntaryDepartureUntil', x.voluntary_departure_until)`;
const order = (kind: string, on: string, where: string, attributes = ORDER): string =>
  part({
    kind: `'${kind}'`,
    on,
    source: 'removal_order',
    attributes,
    from: `app.removal_order x WHERE ${where}`,
  });

const conviction = (kind: string, column: string): string =>
  part({
    kind: `'${kind}'`,
    on: dated(`x.${column}`),
    source: 'conviction',
    attributes: `jsonb_build_object('convictionId', x.id, 'level', x.level, 'state', x.state)`,
    from: `app.conviction x WHERE x.${column} IS NOT NULL`,
  });

const CASE_PARTS = {
  caseOpened: part({
    kind: `'case_opened'`,
    on: exactly('x.opened_on'),
    source: 'case',
    caseId: 'x.id',
    attributes: `jsonb_build_object('type', x.type)`,
    from: 'app.cases x',
  }),
  caseClosed: part({
    kind: `'case_closed'`,
    on: exactly('x.closed_on'),
    source: 'case',
    caseId: 'x.id',
    attributes: `jsonb_build_object('outcome', x.outcome)`,
    from: 'app.cases x WHERE x.closed_on IS NOT NULL',
    recordedAt: 'x.updated_at',
  }),
  /** Closing and opening again repeat the stage with their note; only real moves are facts. */
  caseStage: part({
    kind: `'case_stage'`,
    on: exactly('x.on_date'),
    source: 'case_stage',
    caseId: 'x.case_id',
    attributes: `jsonb_build_object('stage', x.stage)`,
    from: `(SELECT s.*, lag(s.stage) OVER (PARTITION BY s.org_id, s.client_id, s.case_id ORDER BY s.at, s.id) AS before
              FROM app.case_stage s) x WHERE x.before <> x.stage`,
    recordedAt: 'x.at',
  }),
  /** The motion of a case that is kept for clemency and reopening is a motion to reopen. */
  motionFiled: part({
    kind: `'motion_filed'`,
    on: exactly('x.on_date'),
    source: 'case_stage',
    caseId: 'x.case_id',
    attributes: `jsonb_build_object('motionKind', CASE WHEN c.type = 'clemency_and_reopening' THEN 'reopen' END)`,
    from: `(SELECT s.*, lag(s.stage) OVER (PARTITION BY s.org_id, s.client_id, s.case_id ORDER BY s.at, s.id) AS before
              FROM app.case_stage s) x
     JOIN app.cases c ON c.org_id = x.org_id AND c.id = x.case_id
    WHERE x.stage = 'motion_filed' AND x.before <> x.stage`,
    recordedAt: 'x.at',
  }),
};

const REMOVAL_PARTS = {
  proceedingStarted: part({
    kind: `'proceeding_started'`,
    on: dated('x.started_on'),
    source: 'proceeding',
    attributes: `jsonb_build_object('proceedingKind', x.kind)`,
    from: 'app.proceeding x WHERE x.started_on IS NOT NULL',
  }),
  charged: part({
    kind: `CASE WHEN x.form = 'i261' THEN 'charges_added' ELSE 'nta_served' END`,
    on: dated('x.served_on'),
    source: 'charging_document',
    attributes: `jsonb_build_object('form', x.form)`,
    from: 'app.charging_document x WHERE x.served_on IS NOT NULL',
  }),
  offence: conviction('offence_committed', 'offence_on'),
  plea: conviction('plea_entered', 'plea_on'),
  sentenced: conviction('conviction_sentenced', 'sentenced_on'),
  orderDecided: order(
    'order_decided',
    dated('x.decided_on'),
    'true',
    `${ORDER} || jsonb_build_object('about', x.decided_about)`,
  ),
  orderMailed: order('order_decision_mailed', dated('x.mailed_on'), 'x.mailed_on IS NOT NULL'),
  /** Appeal is waived before the judge, on the day of the decision. */
  appealWaived: order(
    'appeal_waived',
    dated('x.decided_on'),
    `x.appeal = 'waived'`,
    `${ORDER} || jsonb_build_object('about', x.decided_about)`,
  ),
  appealFiled: order(
    'appeal_filed',
    dated('x.appeal_filed_on'),
    `x.appeal = 'taken' AND (x.appeal_filed_on IS NOT NULL OR x.appeal_outcome = 'rejected')`,
    `${ORDER} || jsonb_build_object('rejected', coalesce(x.appeal_outcome = 'rejected', false))`,
  ),
  boardDecided: order(
    'bia_decided',
    dated('x.appeal_decided_on'),
    `x.appeal = 'taken' AND (x.appeal_decided_on IS NOT NULL OR x.appeal_outcome IS NOT NULL)
       AND x.appeal_outcome IS DISTINCT FROM 'rejected'`,
    `${ORDER} || jsonb_build_object('outcome', x.appeal_outcome)`,
  ),
  orderStatus: part({
    kind: `CASE WHEN x.status = 'vacated' THEN 'order_vacated' ELSE 'order_status' END`,
    on: dated('x.on_date'),
    source: 'order_status',
    attributes: `jsonb_build_object('orderId', x.order_id, 'status', x.status)`,
    from: 'app.order_status x',
    recordedAt: 'x.at',
  }),
};

/** Facts of cases and of removal. */
export const CASE_AND_REMOVAL_PARTS: readonly string[] = [
  ...Object.values(CASE_PARTS),
  ...Object.values(REMOVAL_PARTS),
];

/** The motion that a case's stage tells of, for the migration that puts a successor in its place. */
export const MOTION_OF_STAGE = CASE_PARTS.motionFiled;

/** Pieces for the parts of later migrations. */
export const onDays = { dated, exactly, undated };

/**
 * Makes the view show exactly these parts. It runs with the rights of whoever asks, so row security of the tables
 * under it holds. The columns stay the same, which lets a later migration replace it in place.
 */
export async function createChronology(runner: QueryRunner, parts: readonly string[]): Promise<void> {
  await runner.query(
    `CREATE OR REPLACE VIEW app.chronology WITH (security_invoker = true) AS\n${parts.join('\nUNION ALL\n')}`,
  );
}
