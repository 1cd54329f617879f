import { currentActor, db } from '@app/platform';

export interface GlassRow {
  id: string;
  version: number;
  user_id: string;
  user_name: string;
  user_role: string;
  reason: Buffer;
  opened: boolean;
  at: Date;
  reviewed_by: string | null;
  reviewer_name: string | null;
  reviewed_at: Date | null;
  finding: string | null;
  finding_note: Buffer | null;
  client_id: string | null;
  until: Date | null;
}

/** Breakings of the glass. Whose record it was is there only for a reviewer who sees that client. */
export function breaksOf(): Promise<GlassRow[]> {
  return db().query<GlassRow>(
    `SELECT b.id, b.version, b.user_id, u.name AS user_name, u.role AS user_role, b.reason, b.opened, b.at, b.reviewed_by,
            r.name AS reviewer_name, b.reviewed_at, b.finding, b.finding_note, g.client_id, coalesce(g.ended_at, g.until) AS until
       FROM glass_break b
       JOIN staff_user u ON u.org_id = b.org_id AND u.id = b.user_id
       LEFT JOIN staff_user r ON r.org_id = b.org_id AND r.id = b.reviewed_by
       LEFT JOIN access_grant g ON g.org_id = b.org_id AND g.glass_break_id = b.id
      WHERE b.org_id = $1 ORDER BY b.reviewed_at IS NOT NULL, b.at DESC, b.id DESC LIMIT 200`,
    [currentActor().orgId],
  );
}
