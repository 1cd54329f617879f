import { walledOff } from '@app/cases';
import { currentActor, db, newId } from '@app/platform';
import type { Stored } from './change-store.queries';
import { ACKNOWLEDGES, LOOKED_AFTER } from './law-review-people';
import { toReview, type LawChange } from './law-change';

/**
 * Opens a review for each of these changes that somebody has to look at: for the responsible attorney of the
 * client's open case, or for the directors when there is none who can look after it. Returns how many.
 */
export async function openReviews(changes: readonly Stored[], law: LawChange): Promise<number> {
  const reviews = changes.flatMap((change) => {
    const review = toReview(change);
    const rule = change.counted?.ruleId ?? change.row?.ruleId ?? '';
    const { clientId, deadlineId } = change;
    return review ? [{ id: newId(), clientId, deadlineId, what: law.words(rule), ...review }] : [];
  });
  if (reviews.length === 0) return 0;
  await db().query(
    `INSERT INTO law_review (org_id, id, client_id, deadline_id, attorney_id, cause, what, before, after)
     SELECT $1, x.id, x."clientId", x."deadlineId",
            (SELECT c.responsible_id FROM ${LOOKED_AFTER} AND c.client_id = x."clientId"
              ORDER BY c.opened_on DESC, c.id DESC LIMIT 1),
            $3, x.what, x.before, x.after
       FROM json_to_recordset($2::json) AS x(id uuid, "clientId" uuid, "deadlineId" uuid, what text, before jsonb, after jsonb)`,
    [currentActor().orgId, JSON.stringify(reviews), law.cause],
  );
  return reviews.length;
}

/** Somebody who has not been told yet of reviews, and of how many. */
export interface Untold {
  email: string;
  /** True for a director, told of clients that have no responsible attorney. */
  withoutAttorney: boolean;
  count: number;
  clientIds: string[];
}

interface Told {
  attorneyId: string | null;
  clientId: string;
  count: number;
}

/** Reviews marked as told in one statement: an office that moves a million dates must stay inside its time limit. */
const AT_ONCE = 5000;

/**
 * Takes the reviews nobody was told of yet: each is taken once, whoever else asks at the same moment. The directors are
 * told of those whose attorney has left meanwhile.
 */
export async function takeUntold(): Promise<Untold[]> {
  const { orgId } = currentActor();
  const counts = new Map<string, Told>();
  for (let ids = await untoldAfter(null); ids.length > 0; ids = await untoldAfter(ids.at(-1)!)) {
    const taken = await db().query<Omit<Told, 'count'>>(
      `UPDATE law_review SET told_at = clock_timestamp() WHERE org_id = $1 AND id = ANY($2::uuid[]) AND told_at IS NULL
       RETURNING attorney_id AS "attorneyId", client_id AS "clientId"`,
      [orgId, ids],
    );
    for (const review of taken) {
      const key = `${review.attorneyId} ${review.clientId}`;
      counts.set(key, { ...review, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return whomToTell([...counts.values()]);
}

const TEAM = `t.client_id, t.user_id FROM case_team t WHERE t.org_id = $1 AND t.ended_at IS NULL`;
const SEEN_BY_DIRECTOR = `EXISTS (SELECT 1 FROM staff_user u WHERE u.org_id = $1 AND u.status = 'active'
  AND u.role = 'director' AND NOT ${walledOff('h.client_id')})`;

/**
 * The attorneys, and for clients that have none or whose attorney does not see them any more the directors, each for
 * those whom no wall keeps from them: a number would tell of the others. Where walls keep all directors out, the team
 * is told: a date that moved must not be nobody's.
 */
function whomToTell(told: readonly Told[]): Promise<Untold[]> {
  return db().query<Untold>(
    `WITH held AS (
       SELECT u.id AS attorney_id, x.client_id, x.count
         FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS x(attorney_id, client_id, count)
         LEFT JOIN staff_user u ON u.org_id = $1 AND u.id = x.attorney_id AND ${ACKNOWLEDGES}
          AND NOT ${walledOff('x.client_id')}
          AND (u.role = 'director' OR (x.client_id, u.id) IN (SELECT ${TEAM})))
     SELECT u.email, h.attorney_id IS NULL AS "withoutAttorney", sum(h.count)::int AS count,
            array_agg(DISTINCT h.client_id) AS "clientIds"
       FROM held h
       JOIN staff_user u ON u.org_id = $1 AND u.status = 'active'
        AND (u.id = h.attorney_id
          OR (h.attorney_id IS NULL AND NOT ${walledOff('h.client_id')}
            AND (u.role = 'director' OR ((h.client_id, u.id) IN (SELECT ${TEAM}) AND NOT ${SEEN_BY_DIRECTOR}))))
      GROUP BY u.id, u.email, 2 ORDER BY u.id, 2`,
    [
      currentActor().orgId,
      told.map(({ attorneyId }) => attorneyId),
      told.map(({ clientId }) => clientId),
      told.map(({ count }) => count),
    ],
  );
}

async function untoldAfter(after: string | null): Promise<string[]> {
  const rows = await db().query<{ id: string }>(
    `SELECT id FROM law_review WHERE org_id = $1 AND told_at IS NULL AND ($2::uuid IS NULL OR id > $2)
      ORDER BY id LIMIT ${AT_ONCE}`,
    [currentActor().orgId, after],
  );
  return rows.map((row) => row.id);
}
