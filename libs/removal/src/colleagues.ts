import { currentActor, db } from '@app/platform';

/** Names of colleagues by id; 'Vacatur' stands for a duty of the worker. */
export type Colleagues = Map<string, string>;

/** The names of these colleagues, in one query. */
export async function colleaguesOf(ids: readonly (string | null)[]): Promise<Colleagues> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db().query<{ id: string; name: string }>(
    'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [currentActor().orgId, wanted],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A colleague as screens name them. */
export const personOf = (id: string | null, colleagues: Colleagues): { id: string; name: string } => ({
  id: id ?? '',
  name: (id && colleagues.get(id)) || 'Vacatur',
});
