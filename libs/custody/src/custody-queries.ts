import { currentActor, db } from '@app/platform';
import type { OfficeClock } from './office-clock';

/** What a person did, by whom it was done. */
export interface Recorded {
  id: string;
  byUser: string;
  byName: string | null;
}

/** From when the hours of the present detention are counted, and how that is known. */
export interface DetentionStart {
  at: Date;
  basis: 'hour_recorded' | 'day_recorded';
  episodeId: string | null;
}

interface StartRow {
  episode_id: string | null;
  began_at: Date | null;
  day_begins: Date | null;
}

/**
 * SQL of the first day of the present detention of a client, null when the last word is another one; of two entries for
 * one day the later counts. The rules say the same of facts: see `heldSince`.
 */
export const heldSinceOf = (org: string, client: string): string => `(
  WITH by_day AS (SELECT DISTINCT ON (p.since) p.since, p.status FROM custody_period p
                   WHERE p.org_id = ${org} AND p.client_id = ${client} ORDER BY p.since, p.at DESC, p.id DESC)
  SELECT min(d.since) FROM by_day d
   WHERE d.status = 'detained'
     AND d.since > coalesce((SELECT max(f.since) FROM by_day f WHERE f.status <> 'detained'), '-infinity'::date))`;

/**
 * Since when the client is held now: the hour of the open episode, else the beginning of its day or of the day that the
 * custody record says, which is the earliest it can have been. Null when the client is not recorded as held.
 */
export async function detentionStart(clientId: string, clock: OfficeClock): Promise<DetentionStart | null> {
  const [row] = await db().query<StartRow>(
    `SELECT e.id AS episode_id, e.began_at,
            coalesce(CASE WHEN length(e.began_on) = 10 THEN e.began_on::date END, held.since)::timestamp
              AT TIME ZONE $3 AS day_begins
       FROM (SELECT ${heldSinceOf('$1', '$2')} AS since) held
       LEFT JOIN custody_episode e ON e.org_id = $1 AND e.client_id = $2 AND e.ended_how IS NULL
      WHERE held.since IS NOT NULL ORDER BY e.began_on DESC NULLS LAST LIMIT 1`,
    [currentActor().orgId, clientId, clock.timeZone],
  );
  if (!row) return null;
  if (row.began_at) return { at: row.began_at, basis: 'hour_recorded', episodeId: row.episode_id };
  return row.day_begins ? { at: row.day_begins, basis: 'day_recorded', episodeId: row.episode_id } : null;
}

/** Names of colleagues by id. */
export async function colleaguesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await db().query<{ id: string; name: string }>(
    'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [currentActor().orgId, asked],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
