import { currentActor, db } from '@app/platform';

/** Those of these clients whom whoever asks may see. */
export async function clientsSeen(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().query<{ id: string }>(
    'SELECT id FROM client WHERE org_id = $1 AND id = ANY ($2::uuid[])',
    [currentActor().orgId, [...new Set(ids)]],
  );
  return new Set(rows.map((row) => row.id));
}
