import { currentActor, db } from '@app/platform';
import type { Outcome } from './retention.dto';

/** Years that offices of this kind often use. No rule was verified for any of them: a director must decide. */
export const DEFAULT_YEARS: Record<Outcome, number> = {
  order_vacated: 7,
  proceedings_terminated: 7,
  withdrawn: 7,
  removed: 10,
  other: 7,
  none: 7,
};

export interface DueRow {
  client_id: string;
  closed_on: string;
  outcome: Outcome;
  due_on: string;
  held: boolean;
}

/**
 * Clients whose cases are all closed and whose time is over: counted from the day the last one closed, by the outcome
 * that keeps longest. `years` holds one number for each outcome.
 */
export async function dueClients(years: Record<Outcome, number>, today: string): Promise<DueRow[]> {
  return db().query<DueRow>(
    `SELECT c.client_id, c.closed_on::text AS closed_on, c.outcome, c.due_on::date::text AS due_on,
            EXISTS (SELECT 1 FROM legal_hold h WHERE h.org_id = $1 AND h.client_id = c.client_id AND h.lifted_at IS NULL) AS held
       FROM (SELECT m.client_id, max(m.closed_on) AS closed_on, bool_and(m.status = 'closed') AS closed,
                    (array_agg(coalesce(m.outcome, 'none') ORDER BY y.years DESC))[1] AS outcome,
                    max(m.closed_on + make_interval(years => y.years)) AS due_on
               FROM cases m LEFT JOIN LATERAL (
                 SELECT coalesce(max(s.years), 99) AS years
                   FROM unnest($2::text[], $3::int[]) AS s(outcome, years) WHERE s.outcome = coalesce(m.outcome, 'none')) y ON true
              WHERE m.org_id = $1 GROUP BY m.client_id) c
      WHERE c.closed AND c.due_on <= $4::date ORDER BY c.due_on, c.client_id LIMIT 500`,
    [currentActor().orgId, Object.keys(years), Object.values(years), today],
  );
}

/** A person's records: the one that stays, those merged into it, and what speaks against destroying them. */
export interface PersonRecords {
  /** The record this one was merged into, or null. */
  mergedInto: string | null;
  /** Records merged into this one, oldest first. */
  merged: string[];
}

/**
 * The records that go with this one. `wait` makes whoever merges, parts or holds them wait until the end of the
 * transaction, so that what two people decide on is what is destroyed.
 */
export async function recordsWith(clientId: string, wait = false): Promise<PersonRecords> {
  const rows = await db().query<{ id: string; merged_into: string | null }>(
    `SELECT id, merged_into FROM client WHERE org_id = $1 AND (id = $2 OR merged_into = $2)
      ORDER BY id ${wait ? 'FOR UPDATE' : ''}`,
    [currentActor().orgId, clientId],
  );
  return {
    mergedInto: rows.find((row) => row.id === clientId)?.merged_into ?? null,
    merged: rows.flatMap((row) => (row.id === clientId ? [] : [row.id])),
  };
}
