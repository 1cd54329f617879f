import type { NextDeadline } from '@app/cases';
import { currentActor, db, newId, staleVersion } from '@app/platform';
import type { Change } from './changes';
import type { Counted } from './derivation';
import type { Deadline } from './deadline.entity';

/** Columns that the rules decide, with the types in which a JSON record gives them. */
const COUNTED: Record<keyof Counted, [column: string, type: string]> = {
  ruleId: ['rule_id', 'text'],
  ruleVersion: ['rule_version', 'integer'],
  ruleStatus: ['rule_status', 'text'],
  ruleSetVersion: ['rule_set_version', 'text'],
  title: ['title', 'text'],
  kind: ['kind', 'text'],
  dueOn: ['due_on', 'date'],
  taskOn: ['task_on', 'date'],
  conservativeOn: ['conservative_on', 'date'],
  outerOn: ['outer_on', 'date'],
  alternates: ['alternates', 'jsonb'],
  consequence: ['consequence', 'text'],
  cure: ['cure', 'text'],
  stays: ['stays', 'text'],
  citation: ['citation', 'text'],
  verified: ['verified', 'boolean'],
  warnings: ['warnings', 'jsonb'],
  trace: ['trace', 'jsonb'],
  triggeredBy: ['triggered_by', 'jsonb'],
  answeredBy: ['answered_by', 'jsonb'],
};
const FIELDS = Object.entries(COUNTED);
const COLUMNS = FIELDS.map(([, [column]]) => column);
const TYPED = FIELDS.map(([field, [, type]]) => `"${field}" ${type}`).join(', ');
const VALUES = FIELDS.map(([field]) => `x."${field}"`).join(', ');
const recordset = (columns: string): string => `json_to_recordset($2::json) AS x(${columns})`;

const STORED = `id, client_id AS "clientId", version, key, status, first_derived_on AS "firstDerivedOn",
  act_on AS "actOn", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt", moved_since AS "movedSince",
  ${FIELDS.map(([field, [column]]) => `${column} AS "${field}"`).join(', ')}`;

/**
 * These stored deadlines by id. `alone`: nobody else changes them until this transaction ends, for a count of many
 * clients, which no person is waiting for and which must not fail because somebody confirmed a date.
 */
export async function rowsOf(ids: readonly string[], alone: boolean): Promise<Map<string, Deadline>> {
  if (ids.length === 0) return new Map();
  const rows = await db().query<Deadline>(
    `SELECT ${STORED} FROM deadline WHERE org_id = $1 AND id = ANY($2::uuid[]) ORDER BY id
     ${alone ? 'FOR UPDATE' : ''}`,
    [currentActor().orgId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A change that is in the database, with the deadline it is about. */
export interface Stored extends Change {
  readonly deadlineId: string;
}

/**
 * Stores the changes, of one client or of many, and what each was before. One statement for each kind.
 * @throws Problem 412 when somebody changed one of the rows meanwhile
 */
export async function store(changes: readonly Change[]): Promise<Stored[]> {
  const stored = changes.map((change) => ({ ...change, deadlineId: change.row?.id ?? newId() }));
  const of = (kind: Change['kind']): Stored[] => stored.filter((change) => change.kind === kind);
  await add(of('add'));
  await renew(of('renew'));
  await mark(of('mark'));
  await supersede(of('supersede'));
  await keep(stored.filter((change) => change.reasons.length > 0));
  return stored;
}

async function add(changes: Stored[]): Promise<void> {
  if (changes.length === 0) return;
  await db().query(
    `INSERT INTO deadline (org_id, id, client_id, key, status, first_derived_on, ${COLUMNS.join(', ')})
     SELECT $1, x.id, x."clientId", x.key, 'open', x."firstDerivedOn", ${VALUES}
       FROM ${recordset(`id uuid, "clientId" uuid, key text, "firstDerivedOn" date, ${TYPED}`)}`,
    asRecords(changes, ({ deadlineId, clientId, key, firstDerivedOn, counted }) => ({
      ...{ id: deadlineId, clientId, key, firstDerivedOn },
      ...counted,
    })),
  );
}

async function renew(changes: Stored[]): Promise<void> {
  await update(
    changes,
    `${COLUMNS.map((column, i) => `${column} = x."${FIELDS[i][0]}"`).join(', ')}, status = 'open',
     first_derived_on = x."firstDerivedOn",
     confirmed_by = CASE WHEN x.unconfirm THEN NULL ELSE d.confirmed_by END,
     confirmed_at = CASE WHEN x.unconfirm THEN NULL ELSE d.confirmed_at END,
     unconfirmed_at = CASE WHEN x.unconfirm THEN clock_timestamp() ELSE d.unconfirmed_at END`,
    `"firstDerivedOn" date, unconfirm boolean, ${TYPED}`,
    ({ firstDerivedOn, unconfirm, counted }) => ({ firstDerivedOn, unconfirm, ...counted }),
  );
}

async function mark(changes: Stored[]): Promise<void> {
  await update(changes, 'moved_since = x.since', 'since jsonb', ({ movedSince }) => ({ since: movedSince }));
}

async function supersede(changes: Stored[]): Promise<void> {
  await update(changes, `status = 'superseded'`, '', () => ({}));
}

/** Changes rows that still have the version they were read with. */
async function update(
  changes: Stored[],
  set: string,
  columns: string,
  values: (change: Stored) => object,
): Promise<void> {
  if (changes.length === 0) return;
  const done = await db().query<{ id: string }>(
    `UPDATE deadline d SET ${set}, version = d.version + 1, updated_at = clock_timestamp()
       FROM ${recordset(`id uuid, version integer${columns && `, ${columns}`}`)}
      WHERE d.org_id = $1 AND d.id = x.id AND d.version = x.version RETURNING d.id`,
    asRecords(changes, (change) => ({ id: change.row!.id, version: change.row!.version, ...values(change) })),
  );
  if (done.length < changes.length) {
    const kept = new Set(done.map((row) => row.id));
    throw staleVersion(changes.find((change) => !kept.has(change.deadlineId))!.row!.version + 1);
  }
}

/** The dates before, the dates after, why, by whom. */
async function keep(changes: Stored[]): Promise<void> {
  if (changes.length === 0) return;
  const events = changes.flatMap((change) => change.reasons.map((reason) => ({ change, reason })));
  await db().query(
    `INSERT INTO deadline_history (org_id, id, client_id, deadline_id, reason, due_on, task_on, new_due_on, new_task_on, by_user)
     SELECT $1, x.id, x."clientId", x."deadlineId", x.reason, x."dueOn", x."taskOn", x."newDueOn", x."newTaskOn", $3
       FROM ${recordset(`id uuid, "clientId" uuid, "deadlineId" uuid, reason text, "dueOn" date, "taskOn" date,
              "newDueOn" date, "newTaskOn" date`)}`,
    [
      ...asRecords(events, ({ change: { clientId, deadlineId, row, counted }, reason }) => ({
        ...{ id: newId(), clientId, deadlineId, reason, dueOn: row?.dueOn, taskOn: row?.taskOn },
        ...{ newDueOn: counted?.dueOn, newTaskOn: counted?.taskOn },
      })),
      currentActor().userId,
    ],
  );
}

const asRecords = <T>(items: readonly T[], row: (item: T) => object): [string, string] => [
  currentActor().orgId,
  JSON.stringify(items.map(row)),
];

/**
 * The open deadline that comes first, of each of these clients whose cases repeat another one. Their deadlines are
 * read first: a planner that has not seen the table grow would walk through the whole office by the day to act.
 */
export function unnotedNext(clientIds: readonly string[]): Promise<NextDeadline[]> {
  return db().query<NextDeadline>(
    `WITH own AS MATERIALIZED (
       SELECT client_id, status, act_on, rule_id FROM deadline WHERE org_id = $1 AND client_id = ANY($2::uuid[]))
     SELECT DISTINCT c.client_id AS "clientId", d.act_on AS "on", d.rule_id AS rule
       FROM cases c
       LEFT JOIN (SELECT DISTINCT ON (client_id) client_id, act_on, rule_id FROM own
         WHERE status = 'open' AND act_on IS NOT NULL ORDER BY client_id, act_on, rule_id) d ON d.client_id = c.client_id
      WHERE c.org_id = $1 AND c.client_id = ANY($2::uuid[])
        AND (c.next_deadline_on IS DISTINCT FROM d.act_on OR c.next_deadline_rule IS DISTINCT FROM d.rule_id)`,
    [currentActor().orgId, clientIds],
  );
}
