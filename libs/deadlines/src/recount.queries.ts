import { currentActor, db } from '@app/platform';
import type { Dates } from './derivation';
import type { MovedSince } from './deadline.entity';

/** A stored deadline as far as it is compared: its dates, and the digest of everything else. */
export interface Digest extends Dates {
  id: string;
  clientId: string;
  key: string;
  status: string;
  digest: string;
  movedSince: MovedSince | null;
}

/** The stored deadlines of these clients, without their texts. */
export async function digestsOf(clientIds: readonly string[]): Promise<Map<string, Digest[]>> {
  const rows = await db().query<Digest>(
    `SELECT id, client_id AS "clientId", key, status, kind, due_on AS "dueOn", task_on AS "taskOn",
            conservative_on AS "conservativeOn", outer_on AS "outerOn", encode(digest, 'base64') AS digest,
            moved_since AS "movedSince"
       FROM deadline WHERE org_id = $1 AND client_id = ANY($2::uuid[])`,
    [currentActor().orgId, clientIds],
  );
  const found = new Map<string, Digest[]>(clientIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.clientId)!.push(row);
  return found;
}

/** Locks those of these clients that nobody counts at this moment, in the order of their ids, and returns them. */
export async function lockFree(clientIds: readonly string[]): Promise<string[]> {
  const rows = await db().query<{ id: string; free: boolean }>(
    `SELECT x.id, pg_try_advisory_xact_lock(hashtextextended('deadlines|' || x.id, 0)) AS free
       FROM (SELECT id FROM unnest($1::text[]) AS u(id) ORDER BY id) x`,
    [clientIds],
  );
  return rows.filter((row) => row.free).map((row) => row.id);
}
