import { currentActor, db } from '@app/platform';

/** An entry of the record of diligence with who wrote it and who took it back. */
export interface DiligenceRow {
  id: string;
  clientId: string;
  version: number;
  kind: string;
  on: string | null;
  note: Buffer | null;
  byUser: string;
  byName: string | null;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnByName: string | null;
}

const SELECT = `
  SELECT s.id, s.client_id AS "clientId", s.version, s.kind, s.on_date AS "on", s.note, s.by_user AS "byUser",
         a.name AS "byName", s.created_at AS at, s.withdrawn_at AS "withdrawnAt", s.withdrawn_by AS "withdrawnBy",
         b.name AS "withdrawnByName"
    FROM diligence_step s
    LEFT JOIN staff_user a ON a.org_id = s.org_id AND a.id = s.by_user
    LEFT JOIN staff_user b ON b.org_id = s.org_id AND b.id = s.withdrawn_by`;

/** The whole record of a client, what was withdrawn included: oldest first, undated last. */
export function diligenceOf(clientId: string): Promise<DiligenceRow[]> {
  return db().query<DiligenceRow>(
    `${SELECT} WHERE s.org_id = $1 AND s.client_id = $2 ORDER BY coalesce(s.on_date, '9999'), s.created_at, s.id`,
    [currentActor().orgId, clientId],
  );
}

/** One entry, or null when this person does not see it. */
export function oneDiligenceStep(id: string): Promise<DiligenceRow | null> {
  return db().one<DiligenceRow>(`${SELECT} WHERE s.org_id = $1 AND s.id = $2`, [currentActor().orgId, id]);
}
