import { currentActor, db, readCursor } from '@app/platform';
import type { NoticeQuery } from './calendar-notice.dto';

/** A notice with the names of those who entered and withdrew it. */
export interface NoticeWithNames {
  id: string;
  version: number;
  layer: string;
  on: string;
  name: string;
  forum: string | null;
  state: string | null;
  sourceLink: string | null;
  byUser: string;
  byName: string;
  createdAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnByName: string | null;
}

const SELECT = `
  SELECT n.id, n.version, n.layer, n.on_date AS "on", n.name, n.forum, n.state, n.source_link AS "sourceLink",
         n.by_user AS "byUser", u.name AS "byName", n.created_at AS "createdAt",
         n.withdrawn_at AS "withdrawnAt", n.withdrawn_by AS "withdrawnBy", w.name AS "withdrawnByName"
    FROM calendar_notice n
    JOIN staff_user u ON u.org_id = n.org_id AND u.id = n.by_user
    LEFT JOIN staff_user w ON w.org_id = n.org_id AND w.id = n.withdrawn_by`;

/** Notices, the latest day first. */
export function noticesOf(query: NoticeQuery, limit: number): Promise<NoticeWithNames[]> {
  const values: unknown[] = [currentActor().orgId];
  const parts = ['n.org_id = $1', `n.withdrawn_at IS ${query.withdrawn ? 'NOT NULL' : 'NULL'}`];
  const add = (value: unknown): string => `$${values.push(value)}`;
  if (query.layer) parts.push(`n.layer = ${add(query.layer)}`);
  if (query.from) parts.push(`n.on_date >= ${add(query.from)}::date`);
  if (query.to) parts.push(`n.on_date <= ${add(query.to)}::date`);
  if (query.cursor) {
    const cursor = readCursor(query.cursor);
    parts.push(`(n.on_date, n.id) < (${add(cursor.value)}::date, ${add(cursor.id)}::uuid)`);
  }
  return db().query<NoticeWithNames>(
    `${SELECT} WHERE ${parts.join(' AND ')} ORDER BY n.on_date DESC, n.id DESC LIMIT ${limit}`,
    values,
  );
}

/** One notice, or null. */
export function oneNotice(id: string): Promise<NoticeWithNames | null> {
  return db().one<NoticeWithNames>(`${SELECT} WHERE n.org_id = $1 AND n.id = $2`, [currentActor().orgId, id]);
}

/** How many notices of this organisation stand. */
export async function countOfNotices(): Promise<number> {
  const row = await db().one<{ count: number }>(
    'SELECT count(*)::int AS count FROM calendar_notice WHERE org_id = $1 AND withdrawn_at IS NULL',
    [currentActor().orgId],
  );
  return row?.count ?? 0;
}
