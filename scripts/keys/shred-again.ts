import type { Config, Desk, RootKey } from '@app/platform';
import { readShredList, type ShredNote } from '@app/retention';
import { openLibraries } from './libraries';

/**
 * After a restore: erases again whoever was erased after the backup was made. The list lies outside both databases,
 * so that it does not go back in time with them. Returns how many clients it concerned.
 */
export async function shredAgain(config: Config, root: RootKey, desk: Desk): Promise<number> {
  const notes = readShredList(config.home);
  let again = 0;
  const failed: string[] = [];
  const offices = new Set<string>();
  for (const note of notes) {
    if (!(await isBack(desk, note))) continue;
    // One that cannot be marked must not bring all others back.
    await mark(desk, note).catch((error: Error) => failed.push(`${note.code}: ${error.message}`));
    offices.add(note.orgId);
    again += 1;
  }
  if (again === 0) return 0;
  const libraries = await openLibraries(config, root);
  try {
    for (const orgId of offices) await libraries.erasure.finish(orgId);
  } finally {
    await libraries.close();
  }
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${again} clients could not be erased again. ${failed.join('. ')}`);
  return again;
}

/** The key is there again, or the client's row is not marked as erased and cleared. */
async function isBack(desk: Desk, note: ShredNote): Promise<boolean> {
  const key = await desk.keys.query(
    'select 1 from client_key where org_id = $1 and client_id = $2 and wrapped is not null',
    [note.orgId, note.clientId],
  );
  if (key.rowCount) return true;
  const row = await desk.main.query(
    `SELECT 1 FROM app.client c WHERE c.org_id = $1 AND c.id = $2 AND NOT EXISTS
       (SELECT 1 FROM app.erased_client e WHERE e.org_id = c.org_id AND e.id = c.id AND e.cleared_at IS NOT NULL)`,
    [note.orgId, note.clientId],
  );
  return (row.rowCount ?? 0) > 0;
}

/** A legal hold that the backup brought back was lifted before the client was erased, or they would not be on the list. */
async function mark(desk: Desk, note: ShredNote): Promise<void> {
  await desk.main.query(
    `INSERT INTO app.erased_client
       (org_id, id, code, reason_code, proposed_by, proposed_at, approved_by, approved_at, key_destroyed_at)
     SELECT $1::uuid, $2::uuid, $3, $4, $5::uuid, $6::timestamptz, $7::uuid, $8::timestamptz, $9::timestamptz
       FROM set_config('app.erasing_again', 'on', true)
     ON CONFLICT (org_id, id) DO UPDATE SET cleared_at = NULL`,
    [
      note.orgId,
      note.clientId,
      note.code,
      note.reasonCode,
      note.proposedBy,
      note.proposedAt,
      note.approvedBy,
      note.approvedAt,
      note.erasedAt,
    ],
  );
}
