import { currentActor, db, officeToday, readCursor } from '@app/platform';
import type { TaskQuery } from './task.dto';
import { seesClientOf } from '../walls/who-sees';

/** A task as it is read, its texts still sealed. */
export interface TaskRow {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  kind: string;
  title: Buffer;
  details: Buffer | null;
  assigneeId: string | null;
  assigneeName: string | null;
  attended: boolean;
  dueOn: string | null;
  priority: string;
  status: string;
  reason: Buffer | null;
  asleepUntil: string | null;
  repeats: string | null;
  endedBy: string | null;
  endedByName: string | null;
  endedAt: Date | null;
  createdBy: string;
  createdByName: string | null;
  createdAt: Date;
  /** What lists sort by; a task without a day comes last. */
  sortDay: string;
  items: LineRow[] | null;
}

export interface LineRow {
  id: string;
  text: string;
  ticked_by: string | null;
  ticked_by_name: string | null;
  ticked_at: string | null;
}

const SORT = `coalesce(t.due_on, 'infinity'::date)`;
/** Somebody who sees the client has it. A task given to nobody is the team's. */
const ATTENDED = `(t.assignee_id IS NULL OR EXISTS (SELECT 1 FROM staff_user u WHERE u.org_id = t.org_id
   AND u.id = t.assignee_id AND ${seesClientOf('t.client_id')}))`;

const COLUMNS = `
  t.id, t.version, t.client_id AS "clientId", t.case_id AS "caseId", t.kind, t.title, t.details,
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", ${ATTENDED} AS attended, t.due_on AS "dueOn", t.priority,
  t.status, t.reason, t.asleep_until AS "asleepUntil", t.repeats, t.ended_by AS "endedBy", e.name AS "endedByName",
  t.ended_at AS "endedAt", t.created_by AS "createdBy", c.name AS "createdByName", t.created_at AS "createdAt",
  ${SORT}::text AS "sortDay",
  (SELECT json_agg(json_build_object('id', i.id, 'text', encode(i.text, 'base64'), 'ticked_by', i.ticked_by,
                                     'ticked_by_name', u.name, 'ticked_at', i.ticked_at) ORDER BY i.position, i.id)
     FROM task_item i LEFT JOIN staff_user u ON u.org_id = i.org_id AND u.id = i.ticked_by
    WHERE i.org_id = $1 AND i.task_id = t.id) AS items`;
const FROM = `
  FROM task t
  LEFT JOIN staff_user a ON a.org_id = t.org_id AND a.id = t.assignee_id
  LEFT JOIN staff_user e ON e.org_id = t.org_id AND e.id = t.ended_by
  LEFT JOIN staff_user c ON c.org_id = t.org_id AND c.id = t.created_by`;

/** All tasks of a case: open ones first, by their day. At most 500. */
export function tasksOfCase(caseId: string): Promise<TaskRow[]> {
  return db().query<TaskRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE t.org_id = $1 AND t.case_id = $2
      ORDER BY t.status <> 'open', ${SORT}, t.id LIMIT 500`,
    [currentActor().orgId, caseId],
  );
}

/** One task, or null when this person does not see it. */
export function oneTask(id: string): Promise<TaskRow | null> {
  return db().one<TaskRow>(`SELECT ${COLUMNS} ${FROM} WHERE t.org_id = $1 AND t.id = $2`, [
    currentActor().orgId,
    id,
  ]);
}

/** A page of the tasks of everybody this person sees, the earliest day first. */
export async function tasksOfCaseload(query: TaskQuery, limit: number): Promise<TaskRow[]> {
  const { orgId, userId } = currentActor();
  const values: unknown[] = [orgId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['t.org_id = $1', ...stateOf(query, add(await officeToday()))];
  if (query.whose === 'mine') parts.push(`t.assignee_id = ${add(userId)}`);
  if (query.whose === 'unattended') parts.push(`NOT ${ATTENDED}`);
  if (query.assigneeId) parts.push(`t.assignee_id = ${add(query.assigneeId)}`);
  if (query.priority) parts.push(`t.priority = ${add(query.priority)}`);
  if (query.cursor) {
    const cursor = readCursor(query.cursor);
    parts.push(`(${SORT}, t.id) > (${add(cursor.value)}::date, ${add(cursor.id)}::uuid)`);
  }
  return db().query<TaskRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${parts.join(' AND ')} ORDER BY ${SORT}, t.id LIMIT ${limit}`,
    values,
  );
}

function stateOf(query: TaskQuery, today: string): string[] {
  const state = query.state ?? 'open';
  const asleep = `t.asleep_until > ${today}::date`;
  const parts = [
    `t.status = '${state === 'asleep' ? 'open' : state}'`,
    state === 'asleep' ? asleep : state === 'open' ? `(${asleep}) IS NOT TRUE` : `${today}::date IS NOT NULL`,
  ];
  if (query.overdue === true) parts.push(`t.due_on < ${today}::date`);
  if (query.overdue === false) parts.push(`(t.due_on < ${today}::date) IS NOT TRUE`);
  return parts;
}

/** The next day of a repeated task that is still to come, counted from the day it had. */
export async function nextDay(from: string, repeats: string, today: string): Promise<string> {
  const row = await db().one<{ day: string }>(
    `SELECT ($1::date + n * $2::interval)::date AS day FROM generate_series(1, 6000) AS n
      WHERE ($1::date + n * $2::interval)::date > $3::date ORDER BY n LIMIT 1`,
    [from, STEPS[repeats], today],
  );
  if (!row) throw new Error('A repeated task has no next day.');
  return row.day;
}

const STEPS: Record<string, string> = {
  weekly: '7 days',
  every_two_weeks: '14 days',
  monthly: '1 month',
  quarterly: '3 months',
  yearly: '1 year',
};
