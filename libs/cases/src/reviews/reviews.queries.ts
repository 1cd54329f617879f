import { ruleOf } from '@app/access';
import { currentActor, db, readCursor } from '@app/platform';
import type { PersonRef } from '../case.view';
import { seesClientOf } from '../walls/who-sees';
import type { ReviewQuery } from './review.dto';

export interface ReviewRow {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  subject: string;
  question: Buffer;
  status: string;
  requestedBy: string;
  requestedByName: string | null;
  createdAt: Date;
  createdText: string;
  askedOf: string | null;
  askedOfName: string | null;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  reason: Buffer | null;
}

const COLUMNS = `
  r.id, r.version, r.client_id AS "clientId", r.case_id AS "caseId", r.subject, r.question, r.status,
  r.requested_by AS "requestedBy", a.name AS "requestedByName", r.created_at AS "createdAt",
  r.created_at::text AS "createdText", r.asked_of AS "askedOf", o.name AS "askedOfName", r.decided_by AS "decidedBy",
  d.name AS "decidedByName", r.decided_at AS "decidedAt", r.reason`;
const FROM = `
  FROM review_request r
  LEFT JOIN staff_user a ON a.org_id = r.org_id AND a.id = r.requested_by
  LEFT JOIN staff_user o ON o.org_id = r.org_id AND o.id = r.asked_of
  LEFT JOIN staff_user d ON d.org_id = r.org_id AND d.id = r.decided_by`;

/** The queue: what waits longest comes first. */
export function queue(query: ReviewQuery, limit: number): Promise<ReviewRow[]> {
  const { orgId, userId } = currentActor();
  const values: unknown[] = [orgId, query.state ?? 'waiting'];
  const parts = ['r.org_id = $1', 'r.status = $2'];
  if (query.forMe) {
    const me = `$${values.push(userId)}::uuid`;
    parts.push(`r.requested_by <> ${me} AND (r.asked_of IS NULL OR r.asked_of = ${me})`);
  }
  if (query.cursor) {
    const { value, id } = readCursor(query.cursor);
    parts.push(`(r.created_at, r.id) > ($${values.push(value)}::timestamptz, $${values.push(id)}::uuid)`);
  }
  return db().query<ReviewRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${parts.join(' AND ')} ORDER BY r.created_at, r.id LIMIT ${limit}`,
    values,
  );
}

/** All reviews of a case, the latest first. */
export function reviewsOfCase(caseId: string): Promise<ReviewRow[]> {
  return db().query<ReviewRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE r.org_id = $1 AND r.case_id = $2 ORDER BY r.created_at DESC, r.id DESC LIMIT 200`,
    [currentActor().orgId, caseId],
  );
}

export function oneReview(id: string): Promise<ReviewRow | null> {
  return db().one<ReviewRow>(`SELECT ${COLUMNS} ${FROM} WHERE r.org_id = $1 AND r.id = $2`, [
    currentActor().orgId,
    id,
  ]);
}

export type Reviewer = PersonRef & { email: string };

/** Colleagues who decide reviews and see the client, but for whoever asks. */
export function reviewersOf(clientId: string): Promise<Reviewer[]> {
  const { orgId, userId } = currentActor();
  return db().query<Reviewer>(
    `SELECT u.id, u.name, u.email FROM staff_user u
      WHERE u.org_id = $1 AND u.id <> $3 AND u.role = ANY ($4) AND ${seesClientOf('$2::uuid')} ORDER BY u.name, u.id`,
    [orgId, clientId, userId, ruleOf('review.decide').roles],
  );
}
