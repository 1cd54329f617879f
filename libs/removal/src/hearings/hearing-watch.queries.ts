import { currentActor, db } from '@app/platform';
import type { NextLookUp } from './hearing.view';

/**
 * When each proceeding has to be looked up: at the day the last look-up named, and at once when a hearing stands that
 * nobody ever looked up. A proceeding without a hearing and without look-ups, such as one of decades ago, never.
 */
const WATCH = `
  SELECT p.client_id, p.id AS proceeding_id, l.at AS last_at, h.on_date AS hearing_on, h.kind AS hearing_kind,
         coalesce(l.next_due_on, h.recorded_on) AS due_on
    FROM proceeding p
    LEFT JOIN LATERAL (SELECT u.at, u.next_due_on FROM hearing_look_up u
                        WHERE u.org_id = p.org_id AND u.proceeding_id = p.id ORDER BY u.at DESC, u.id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT g.on_date, g.kind, g.created_at::date AS recorded_on FROM hearing g
                        WHERE g.org_id = p.org_id AND g.proceeding_id = p.id AND g.status = 'scheduled'
                          AND (g.on_date IS NULL OR g.on_date >= $2::date)
                        ORDER BY g.on_date NULLS LAST, g.id LIMIT 1) h ON true
   WHERE p.org_id = $1 AND coalesce(l.next_due_on, h.recorded_on) IS NOT NULL`;

/** Of one client. */
export async function nextLookUpsOf(clientId: string, today: string): Promise<NextLookUp[]> {
  const rows = await db().query<{ proceeding_id: string; due_on: string }>(
    `SELECT proceeding_id, due_on::text FROM (${WATCH} AND p.client_id = $3) w ORDER BY due_on, proceeding_id`,
    [currentActor().orgId, today, clientId],
  );
  return rows.map((row) => ({ proceedingId: row.proceeding_id, on: row.due_on }));
}

export interface DueRow {
  client_id: string;
  case_id: string;
  proceeding_id: string;
  due_on: string;
  last_at: Date | null;
  hearing_on: string | null;
  hearing_kind: string | null;
}

/** The latest open case of each client: what nobody works on is not watched. */
const OPEN_CASE = `(SELECT c.id FROM cases c WHERE c.org_id = $1 AND c.client_id = w.client_id AND c.status = 'open'
                     ORDER BY c.opened_on DESC, c.id DESC LIMIT 1)`;

/** Proceedings that anybody ever looked up or that have a hearing; the others, mostly those of decades ago, are many. */
const WATCHED = `p.id IN (SELECT u.proceeding_id FROM hearing_look_up u WHERE u.org_id = $1
                    UNION SELECT g.proceeding_id FROM hearing g WHERE g.org_id = $1 AND g.status = 'scheduled')`;

/** Proceedings to look up today or before, the longest overdue first. */
export function dueLookUps(today: string, limit: number): Promise<DueRow[]> {
  return db().query<DueRow>(
    `SELECT * FROM (SELECT w.*, ${OPEN_CASE} AS case_id FROM (${WATCH} AND ${WATCHED}) w WHERE w.due_on <= $2::date) d
      WHERE d.case_id IS NOT NULL ORDER BY d.due_on, d.proceeding_id LIMIT ${limit}`,
    [currentActor().orgId, today],
  );
}

export interface AheadRow {
  client_id: string;
  case_id: string;
  proceeding_id: string;
  kind: string;
  date_state: string;
  on_date: string;
  at_time: string | null;
}

/** Hearings that stand from a day on, of clients with an open case, the nearest first. */
export function hearingsFrom(today: string, limit: number): Promise<AheadRow[]> {
  return db().query<AheadRow>(
    `SELECT * FROM (
       SELECT w.client_id, w.proceeding_id, w.kind, w.date_state, w.on_date::text AS on_date, w.at_time, w.id,
              ${OPEN_CASE} AS case_id
         FROM hearing w
        WHERE w.org_id = $1 AND w.status = 'scheduled' AND w.on_date >= $2::date) d
      WHERE d.case_id IS NOT NULL ORDER BY d.on_date, d.at_time NULLS LAST, d.id LIMIT ${limit}`,
    [currentActor().orgId, today],
  );
}

export interface ChangedRow {
  client_id: string;
  case_id: string;
  at: Date;
  by_user: string;
  changes: string[];
  hearing_on: string | null;
}

/** Changes that look-ups found in so many days, the latest first. */
export function changesFound(days: number, limit: number): Promise<ChangedRow[]> {
  return db().query<ChangedRow>(
    `SELECT * FROM (
       SELECT w.client_id, w.at, w.by_user, w.changes, w.found_on AS hearing_on, ${OPEN_CASE} AS case_id
         FROM hearing_look_up w
        WHERE w.org_id = $1 AND w.outcome = 'changed' AND w.at >= now() - make_interval(days => $2::int)) d
      WHERE d.case_id IS NOT NULL ORDER BY d.at DESC LIMIT ${limit}`,
    [currentActor().orgId, days],
  );
}
