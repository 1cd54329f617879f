import { currentActor, db, readCursor } from '@app/platform';
import type { LawReviewQuery } from './law-review.dto';
import { LOOKED_AFTER } from './law-review-people';
import type { LawReview } from './law-review.entity';

/** A review as it is read: with its deadline, the names of people, and whether the person who asks has to look at it. */
export interface ReviewRow extends Omit<LawReview, 'orgId' | 'updatedAt' | 'toldAt'> {
  ruleId: string;
  title: string;
  attorneyName: string | null;
  acknowledgedByName: string | null;
  mine: boolean;
}

/**
 * Whose it is: of the attorney who was told, of whoever is responsible for the client now, and of the directors where
 * nobody is who can look after it: the attorney may have left the office or the case since, or it was closed. $2 is the person, $3 whether
 * a director asks.
 */
const MINE = `(r.attorney_id = $2 OR ($3::boolean AND r.attorney_id IS NULL) OR EXISTS (SELECT 1 FROM cases c
  WHERE c.org_id = $1 AND c.client_id = r.client_id AND c.status = 'open' AND c.responsible_id = $2)
  OR ($3::boolean AND NOT EXISTS (SELECT 1 FROM ${LOOKED_AFTER}
    AND c.client_id = r.client_id)))`;

const SELECT = `SELECT r.id, r.version, r.client_id AS "clientId", r.deadline_id AS "deadlineId", r.attorney_id AS "attorneyId",
    r.cause, r.what, r.before, r.after, r.created_at AS "createdAt", r.acknowledged_by AS "acknowledgedBy",
    r.acknowledged_at AS "acknowledgedAt", r.note, d.rule_id AS "ruleId", d.title, a.name AS "attorneyName",
    b.name AS "acknowledgedByName", ${MINE} AS mine
  FROM law_review r
  JOIN deadline d ON d.org_id = r.org_id AND d.id = r.deadline_id
  LEFT JOIN staff_user a ON a.org_id = r.org_id AND a.id = r.attorney_id
  LEFT JOIN staff_user b ON b.org_id = r.org_id AND b.id = r.acknowledged_by
 WHERE r.org_id = $1`;

const asking = (): [orgId: string, userId: string, directs: boolean] => {
  const { orgId, userId, role } = currentActor();
  return [orgId, userId, role === 'director'];
};

/** Reviews of everybody this person sees, the latest first. */
export function reviews(query: LawReviewQuery, limit: number): Promise<ReviewRow[]> {
  const values: unknown[] = asking();
  const state = query.state === 'acknowledged' ? 'IS NOT NULL' : 'IS NULL';
  const parts = [`AND r.acknowledged_at ${state}`];
  if (query.mine) parts.push(`AND ${MINE}`);
  if (query.cursor) parts.push(`AND r.id < $${values.push(readCursor(query.cursor).id)}::uuid`);
  return db().query<ReviewRow>(`${SELECT} ${parts.join(' ')} ORDER BY r.id DESC LIMIT ${limit}`, values);
}

/** One review, or null when this person does not see it. */
export function oneReview(id: string): Promise<ReviewRow | null> {
  return db().one<ReviewRow>(`${SELECT} AND r.id = $4`, [...asking(), id]);
}

/** How many open reviews wait for this person. */
export async function countMine(): Promise<number> {
  const row = await db().one<{ n: number }>(
    `SELECT count(*)::int AS n FROM law_review r WHERE r.org_id = $1 AND r.acknowledged_at IS NULL AND ${MINE}`,
    asking(),
  );
  return row?.n ?? 0;
}
