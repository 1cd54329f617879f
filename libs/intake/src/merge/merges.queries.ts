import { badField, conflict, currentActor, db, newId } from '@app/platform';
import type { Rows } from './record-tables';

interface Standing {
  id: string;
  merged_into: string | null;
}

/**
 * Makes everybody else who changes these records wait, and refuses what may not be merged or parted now.
 * @throws Problem 409
 */
export async function requireMergeable(survivorId: string, mergedId?: string): Promise<void> {
  const ids = mergedId ? [survivorId, mergedId] : [survivorId];
  const rows = await db().query<Standing>(
    'SELECT id, merged_into FROM client WHERE org_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
    [currentActor().orgId, ids],
  );
  if (rows.length < ids.length || rows.some((row) => row.merged_into))
    throw conflict(
      'merged_already',
      'One of the two was merged already. Open the record it was merged into.',
    );
  await refuseKept(ids, mergedId ?? null);
}

type Reason = 'walled' | 'held' | 'erasing' | 'holder' | 'family';

const REFUSED: Record<Reason, [code: string, sentence: string]> = {
  walled: ['behind_wall', 'A wall stands around one of the records. Lift it before they change hands.'],
  held: ['under_legal_hold', 'One of the records is under a legal hold and must stay as it is.'],
  erasing: ['to_be_erased', 'The destruction of one of the records is proposed.'],
  family: ['linked_as_family', 'One is recorded as a relative of the other. Take that off first.'],
  holder: ['holds_merged', 'Another record was merged into this one. Merge the other way round.'],
};

async function refuseKept(ids: readonly string[], mergedId: string | null): Promise<void> {
  const kept = await db().one<Record<Reason, boolean>>(
    `SELECT EXISTS (SELECT 1 FROM client_wall WHERE org_id = $1 AND client_id = ANY ($2::uuid[]) AND lifted_at IS NULL) AS walled,
            EXISTS (SELECT 1 FROM legal_hold WHERE org_id = $1 AND client_id = ANY ($2::uuid[]) AND lifted_at IS NULL) AS held,
            EXISTS (SELECT 1 FROM destruction WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
                      AND status IN ('proposed', 'approved')) AS erasing,
            EXISTS (SELECT 1 FROM client WHERE org_id = $1 AND merged_into = $3::uuid) AS holder,
            EXISTS (SELECT 1 FROM related_person WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
                      AND linked_client_id = ANY ($2::uuid[])) AS family`,
    [currentActor().orgId, ids, mergedId],
  );
  const reason = (Object.keys(REFUSED) as Reason[]).find((each) => kept?.[each]);
  if (reason) throw conflict(...REFUSED[reason]);
}

/** The other record, of those whoever acts sees; one that is hidden and one that is not there are the same. */
export async function requireSeen(clientId: string): Promise<string> {
  const seen = await db().one<{ id: string }>('SELECT id FROM client WHERE org_id = $1 AND id = $2', [
    currentActor().orgId,
    clientId,
  ]);
  if (!seen) throw badField('otherId', 'unknown_client', 'Choose a record that you can see.');
  return seen.id;
}

/** Writes down what moves. */
export async function noteMoved(of: { mergeId: string; clientId: string }, rows: Rows): Promise<void> {
  for (const [table, ids] of rows)
    await db().query(
      `INSERT INTO client_merge_row (org_id, id, client_id, merge_id, table_name, row_id)
       SELECT $1::uuid, x.id, $2::uuid, $3::uuid, $4, x.row_id FROM unnest($5::uuid[], $6::uuid[]) AS x(id, row_id)`,
      [currentActor().orgId, of.clientId, of.mergeId, table, [...ids].map(() => newId()), [...ids]],
    );
}

/** The appointment of a client that comes first. */
export async function firstCheckIn(
  clientId: string,
): Promise<{ nextCheckInOn: string | null; nextCheckInTime: string | null }> {
  const first = await db().one<{ on_date: string; at_time: string }>(
    `SELECT on_date, at_time FROM check_in
      WHERE org_id = $1 AND client_id = $2 AND status = 'scheduled' ORDER BY on_date, at_time LIMIT 1`,
    [currentActor().orgId, clientId],
  );
  return { nextCheckInOn: first?.on_date ?? null, nextCheckInTime: first?.at_time ?? null };
}

/** Whether a client is detained, as it was last recorded. */
export async function latestCustody(clientId: string): Promise<string> {
  const latest = await db().one<{ status: string }>(
    'SELECT status FROM custody_period WHERE org_id = $1 AND client_id = $2 ORDER BY since DESC, at DESC LIMIT 1',
    [currentActor().orgId, clientId],
  );
  return latest?.status ?? 'not_known';
}

/** A merge with whoever did and undid it. */
export interface MergeRow {
  id: string;
  merged_id: string;
  reason: Buffer;
  by: { id: string; name: string };
  at: Date;
  undone_at: Date | null;
  undone_by: { id: string; name: string } | null;
}

/** What was merged into a record, latest first. */
export async function mergesOf(clientId: string): Promise<MergeRow[]> {
  return db().query<MergeRow>(
    `SELECT m.id, m.merged_id, m.reason, m.at, m.undone_at, json_build_object('id', b.id, 'name', b.name) AS by,
            CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS undone_by
       FROM client_merge m JOIN staff_user b ON b.org_id = m.org_id AND b.id = m.by_user
       LEFT JOIN staff_user u ON u.org_id = m.org_id AND u.id = m.undone_by
      WHERE m.org_id = $1 AND m.client_id = $2 ORDER BY m.at DESC, m.id DESC LIMIT 100`,
    [currentActor().orgId, clientId],
  );
}
