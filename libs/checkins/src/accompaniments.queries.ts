import { currentActor, db } from '@app/platform';

/** Check-ins somebody goes along to that are ahead or hardly past, the next first. */
export async function accompaniedIds(userId: string): Promise<string[]> {
  const rows = await db().query<{ id: string }>(
    `SELECT i.id FROM check_in_companion k JOIN check_in i ON i.org_id = k.org_id AND i.id = k.check_in_id
      WHERE k.org_id = $1 AND k.user_id = $2 AND k.ended_at IS NULL AND i.status IN ('scheduled', 'done')
        AND i.on_date >= current_date - 2
      ORDER BY i.on_date, i.at_time, i.id LIMIT 100`,
    [currentActor().orgId, userId],
  );
  return rows.map((row) => row.id);
}

export interface CompanionRow {
  check_in_id: string;
  id: string;
  name: string;
  role: string;
}

export function companionsOf(checkInIds: readonly string[]): Promise<CompanionRow[]> {
  return db().query<CompanionRow>(
    `SELECT k.check_in_id, u.id, u.name, u.role FROM check_in_companion k
       JOIN staff_user u ON u.org_id = k.org_id AND u.id = k.user_id
      WHERE k.org_id = $1 AND k.check_in_id = ANY ($2::uuid[]) AND k.ended_at IS NULL ORDER BY u.name, u.id`,
    [currentActor().orgId, checkInIds],
  );
}

export interface SpokenRow {
  id: string;
  languages: string[];
  interpreter_language: string | null;
}

/** What somebody needs to know to be understood. */
export function spokenBy(clientIds: readonly string[]): Promise<SpokenRow[]> {
  return db().query<SpokenRow>(
    'SELECT id, languages, interpreter_language FROM client WHERE org_id = $1 AND id = ANY ($2::uuid[])',
    [currentActor().orgId, clientIds],
  );
}

export interface SharedNoteRow {
  id: string;
  client_id: string;
  text: Buffer;
  by_user: string;
  by_name: string;
  at: Date;
}

/** Notes that volunteers may read, unless a later one puts them right. */
export function sharedNotes(clientIds: readonly string[]): Promise<SharedNoteRow[]> {
  return db().query<SharedNoteRow>(
    `SELECT n.id, n.client_id, n.text, n.by_user, u.name AS by_name, n.at
       FROM case_note n JOIN staff_user u ON u.org_id = n.org_id AND u.id = n.by_user
      WHERE n.org_id = $1 AND n.client_id = ANY ($2::uuid[]) AND n.kind = 'volunteer_visible'
        AND NOT EXISTS (SELECT 1 FROM case_note c WHERE c.org_id = n.org_id AND c.corrects_id = n.id)
      ORDER BY n.at DESC, n.id DESC LIMIT 200`,
    [currentActor().orgId, clientIds],
  );
}
