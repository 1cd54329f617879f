import { currentActor, db } from '@app/platform';

export interface WallRow {
  id: string;
  version: number;
  kind: string;
  reason: Buffer;
  raised_by: string;
  raised_by_name: string | null;
  raised_at: Date;
  lifted_by: string | null;
  lifted_by_name: string | null;
  lifted_at: Date | null;
  lifted_reason: Buffer | null;
  people: { id: string; name: string; role: string }[] | null;
}

/** The walls of a client, standing ones first, with who is on their lists. */
export function wallsOf(clientId: string): Promise<WallRow[]> {
  return db().query<WallRow>(
    `SELECT w.id, w.version, w.kind, w.reason, w.raised_by, r.name AS raised_by_name, w.raised_at, w.lifted_by,
            l.name AS lifted_by_name, w.lifted_at, w.lifted_reason,
            (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'role', u.role) ORDER BY u.name, u.id)
               FROM client_wall_person p JOIN staff_user u ON u.org_id = p.org_id AND u.id = p.user_id
              WHERE p.org_id = w.org_id AND p.wall_id = w.id AND p.ended_at IS NULL) AS people
       FROM client_wall w
       LEFT JOIN staff_user r ON r.org_id = w.org_id AND r.id = w.raised_by
       LEFT JOIN staff_user l ON l.org_id = w.org_id AND l.id = w.lifted_by
      WHERE w.org_id = $1 AND w.client_id = $2
      ORDER BY w.lifted_at DESC NULLS FIRST, w.raised_at DESC, w.id LIMIT 50`,
    [currentActor().orgId, clientId],
  );
}

export interface GrantRow {
  id: string;
  kind: string;
  user_id: string;
  user_name: string;
  user_role: string;
  reason: Buffer | null;

  granted_by: string;
  granted_by_name: string | null;
  since: Date;
  until: Date;
  ended_at: Date | null;
  live: boolean;
}

/** Sight given for a time, the latest first. */
export function grantsOf(clientId: string): Promise<GrantRow[]> {
  return db().query<GrantRow>(
    `SELECT g.id, g.kind, g.user_id, u.name AS user_name, u.role AS user_role, g.reason,
            g.granted_by, b.name AS granted_by_name, g.since, g.until, g.ended_at,
            g.ended_at IS NULL AND g.until > now() AS live
       FROM access_grant g
       JOIN staff_user u ON u.org_id = g.org_id AND u.id = g.user_id
       LEFT JOIN staff_user b ON b.org_id = g.org_id AND b.id = g.granted_by
      WHERE g.org_id = $1 AND g.client_id = $2 ORDER BY g.since DESC, g.id DESC LIMIT 100`,
    [currentActor().orgId, clientId],
  );
}

export interface SightRow {
  id: string;
  name: string;
  role: string;
  team_since: Date | null;
  time_boxed_until: Date | null;
  break_glass_until: Date | null;
  companion_on: string | null;
  named_wall: boolean;
  inside: boolean;
  screened: boolean;
}

/**
 * What the row rule knows about every colleague and one client. It reads the same rows as `sec.my_clients()` and
 * `sec.walled_from_me()`; a property test holds the two together.
 */
export function sightOf(clientId: string): Promise<SightRow[]> {
  return db().query<SightRow>(
    `SELECT u.id, u.name, u.role,
            (SELECT min(t.since) FROM case_team t WHERE t.org_id = u.org_id AND t.client_id = $2 AND t.user_id = u.id
                AND t.ended_at IS NULL) AS team_since,
            (SELECT max(g.until) FROM access_grant g WHERE g.org_id = u.org_id AND g.client_id = $2 AND g.user_id = u.id
                AND g.ended_at IS NULL AND g.until > now() AND g.kind = 'time_boxed') AS time_boxed_until,
            (SELECT max(g.until) FROM access_grant g WHERE g.org_id = u.org_id AND g.client_id = $2 AND g.user_id = u.id
                AND g.ended_at IS NULL AND g.until > now() AND g.kind = 'break_glass') AS break_glass_until,
            (SELECT max(i.on_date)::text FROM check_in_companion k
               JOIN check_in i ON i.org_id = k.org_id AND i.id = k.check_in_id
              WHERE k.org_id = u.org_id AND k.client_id = $2 AND k.user_id = u.id AND k.ended_at IS NULL
                AND i.status IN ('scheduled', 'done') AND i.on_date >= current_date - 2) AS companion_on,
            EXISTS (SELECT 1 FROM client_wall w WHERE w.org_id = u.org_id AND w.client_id = $2 AND w.kind = 'named'
                AND w.lifted_at IS NULL) AS named_wall,
            EXISTS (SELECT 1 FROM client_wall w JOIN client_wall_person p ON p.org_id = w.org_id AND p.wall_id = w.id
              WHERE w.org_id = u.org_id AND w.client_id = $2 AND w.kind = 'named' AND w.lifted_at IS NULL
                AND p.user_id = u.id AND p.ended_at IS NULL) AS inside,
            EXISTS (SELECT 1 FROM client_wall w JOIN client_wall_person p ON p.org_id = w.org_id AND p.wall_id = w.id
              WHERE w.org_id = u.org_id AND w.client_id = $2 AND w.kind = 'ethical' AND w.lifted_at IS NULL
                AND p.user_id = u.id AND p.ended_at IS NULL) AS screened
       FROM staff_user u
      WHERE u.org_id = $1 AND u.status = 'active' AND u.role <> 'operator' ORDER BY u.name, u.id`,
    [currentActor().orgId, clientId],
  );
}

/** For the head of a case: which walls stand, and when the sight of whoever asks ends by itself. */
export async function wallsAround(
  clientId: string,
): Promise<{ walls: string[]; sightEndsAt: string | null }> {
  const { orgId, userId } = currentActor();
  const row = await db().one<{ walls: string[] | null; until: Date | null }>(
    `SELECT (SELECT array_agg(w.kind ORDER BY w.kind) FROM client_wall w
              WHERE w.org_id = $1 AND w.client_id = $2 AND w.lifted_at IS NULL) AS walls,
            (SELECT max(g.until) FROM access_grant g WHERE g.org_id = $1 AND g.client_id = $2 AND g.user_id = $3
                AND g.ended_at IS NULL AND g.until > now()) AS until`,
    [orgId, clientId, userId],
  );
  return { walls: row?.walls ?? [], sightEndsAt: row?.until?.toISOString() ?? null };
}
