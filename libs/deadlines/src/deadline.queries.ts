import { fromCaseload } from '@app/access';
import { badField, currentActor, db, officeToday, readCursor } from '@app/platform';
import type { Deadline } from './deadline.entity';
import { LAST_PROOF, WAITING, type ProofRow } from './sign-off/sign-off.queries';
import type { DeadlineQuery } from './deadline.dto';

/** A deadline as it is read: the row, the names of those who acted on it, and the case it is shown with. */
export interface DeadlineRow extends Deadline {
  caseId: string | null;
  confirmedByName: string | null;
  completedByName: string | null;
  proof: ProofRow | null;
}

/** Something that happened to a deadline, with who did it. */
export interface EventRow {
  id: string;
  reason: string;
  dueOn: string | null;
  taskOn: string | null;
  newDueOn: string | null;
  newTaskOn: string | null;
  note: Buffer | null;
  byUser: string;
  byName: string | null;
  at: Date;
}

const COLUMNS = `
  d.id, d.client_id AS "clientId", d.version, d.key, d.rule_id AS "ruleId", d.rule_version AS "ruleVersion",
  d.rule_status AS "ruleStatus", d.rule_set_version AS "ruleSetVersion", d.title, d.kind, d.due_on AS "dueOn",
  d.task_on AS "taskOn", d.conservative_on AS "conservativeOn", d.outer_on AS "outerOn", d.alternates, d.consequence,
  d.cure, d.stays, d.citation, d.verified, d.warnings, d.trace, d.triggered_by AS "triggeredBy",
  d.answered_by AS "answeredBy", d.status, d.first_derived_on AS "firstDerivedOn", d.act_on AS "actOn",
  d.confirmed_by AS "confirmedBy", d.confirmed_at AS "confirmedAt", d.unconfirmed_at AS "unconfirmedAt",
  d.completed_by AS "completedBy", d.completed_at AS "completedAt", d.completed_on AS "completedOn",
  d.completion_note AS "completionNote", d.moved_since AS "movedSince",
  a.name AS "confirmedByName", b.name AS "completedByName", ${LAST_PROOF} AS proof,
  (SELECT c.id FROM cases c WHERE c.org_id = $1 AND c.client_id = d.client_id
    ORDER BY c.status DESC, c.opened_on DESC, c.id DESC LIMIT 1) AS "caseId"`;
const FROM = `
  FROM deadline d
  LEFT JOIN staff_user a ON a.org_id = d.org_id AND a.id = d.confirmed_by
  LEFT JOIN staff_user b ON b.org_id = d.org_id AND b.id = d.completed_by`;

/** All deadlines of a client: open ones first, by the day to act. */
export function deadlinesOf(clientId: string): Promise<DeadlineRow[]> {
  return db().query<DeadlineRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.org_id = $1 AND d.client_id = $2
      ORDER BY CASE d.status WHEN 'open' THEN 0 WHEN 'completed' THEN 1 ELSE 2 END,
               d.act_on NULLS LAST, d.due_on NULLS LAST, d.rule_id, d.id`,
    [currentActor().orgId, clientId],
  );
}

/** One deadline, or null when this person does not see it. */
export function oneDeadline(id: string): Promise<DeadlineRow | null> {
  return db().one<DeadlineRow>(`SELECT ${COLUMNS} ${FROM} WHERE d.org_id = $1 AND d.id = $2`, [
    currentActor().orgId,
    id,
  ]);
}

/** Open deadlines that somebody has to act on, of everybody this person sees, first things first. */
export async function caseload(query: DeadlineQuery, limit: number): Promise<DeadlineRow[]> {
  if (query.needsDate) return withoutDate(query, limit);
  const values: unknown[] = [currentActor().orgId];
  const parts = [`d.org_id = $1`, `d.status = 'open'`, 'd.act_on IS NOT NULL'];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const today = await officeToday();
  if (query.withinDays !== undefined)
    parts.push(`d.act_on <= ${add(today)}::date + ${add(query.withinDays)}::int`);
  if (query.overdue === true) parts.push(`d.act_on < ${add(today)}::date`);
  if (query.waiting) parts.push(WAITING);
  if (query.overdue === false) parts.push(`d.act_on >= ${add(today)}::date`);
  if (query.cursor) {
    const cursor = readCursor(query.cursor);
    parts.push(`(d.act_on, d.id) > (${add(cursor.value)}::date, ${add(cursor.id)}::uuid)`);
  }
  return db().query<DeadlineRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${parts.join(' AND ')} ${await fromCaseload('d.client_id')}
      ORDER BY d.act_on, d.id LIMIT ${limit}`,
    values,
  );
}

/** Open deadlines that wait for a date, in the order in which they were first counted, which is that of their ids. */
async function withoutDate(query: DeadlineQuery, limit: number): Promise<DeadlineRow[]> {
  const said = (['withinDays', 'overdue'] as const).find((field) => query[field] !== undefined);
  if (said) throw badField(said, 'without_date', 'What has no date cannot be chosen by its day.');
  const values: unknown[] = [currentActor().orgId];
  const after = query.cursor ? `AND d.id > $${values.push(readCursor(query.cursor).id)}::uuid` : '';
  return db().query<DeadlineRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.org_id = $1 AND d.status = 'open' AND d.kind = 'unknown' ${after}
      ${await fromCaseload('d.client_id')}
      ORDER BY d.id LIMIT ${limit}`,
    values,
  );
}

/** These deadlines, as far as this person sees them, by the day to act. */
export function someDeadlines(ids: readonly string[]): Promise<DeadlineRow[]> {
  return db().query<DeadlineRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.org_id = $1 AND d.id = ANY($2::uuid[]) ORDER BY d.act_on, d.id`,
    [currentActor().orgId, ids],
  );
}

/** What happened to a deadline, newest first. */
export function eventsOf(deadlineId: string): Promise<EventRow[]> {
  return db().query<EventRow>(
    `SELECT h.id, h.reason, h.due_on AS "dueOn", h.task_on AS "taskOn", h.new_due_on AS "newDueOn",
            h.new_task_on AS "newTaskOn", h.note, h.by_user AS "byUser", u.name AS "byName", h.at
       FROM deadline_history h LEFT JOIN staff_user u ON u.org_id = h.org_id AND u.id = h.by_user
      WHERE h.org_id = $1 AND h.deadline_id = $2 ORDER BY h.at DESC, h.id DESC LIMIT 200`,
    [currentActor().orgId, deadlineId],
  );
}
