import { currentActor, db } from '@app/platform';
import { walledOff } from './walls/who-sees';

export interface HeldRow {
  id: string;
  caseId: string;
  clientId: string;
  /** A wall keeps the successor from the client. */
  barred: boolean;
}

const barred = (client: string): string => `EXISTS (SELECT 1 FROM staff_user u
  WHERE u.org_id = $1 AND u.id = $3::uuid AND ${walledOff(client)})`;

/** Open cases that somebody answers for. Row security leaves out whom the one who asks may not see. */
export function casesHeld(userId: string, successorId: string | null): Promise<HeldRow[]> {
  return db().query<HeldRow>(
    `SELECT c.id, c.id AS "caseId", c.client_id AS "clientId", ${barred('c.client_id')} AS barred
       FROM cases c WHERE c.org_id = $1 AND c.responsible_id = $2 AND c.status = 'open' ORDER BY c.id FOR UPDATE OF c`,
    [currentActor().orgId, userId, successorId],
  );
}

/** Open tasks that somebody has, aftercare of closed cases among them. */
export function tasksHeld(userId: string, successorId: string | null): Promise<HeldRow[]> {
  return db().query<HeldRow>(
    `SELECT t.id, t.case_id AS "caseId", t.client_id AS "clientId", ${barred('t.client_id')} AS barred
       FROM task t WHERE t.org_id = $1 AND t.assignee_id = $2 AND t.status = 'open' ORDER BY t.id FOR UPDATE OF t`,
    [currentActor().orgId, userId, successorId],
  );
}

/** Gives cases another responsible person. Row history keeps who it was. */
export async function giveCases(ids: readonly string[], successorId: string): Promise<void> {
  await db().query(
    `UPDATE cases SET responsible_id = $3, version = version + 1, updated_at = now()
      WHERE org_id = $1 AND id = ANY ($2::uuid[])`,
    [currentActor().orgId, ids, successorId],
  );
}

/** Gives tasks to somebody else. Row history keeps who had them. */
export async function giveTasks(ids: readonly string[], successorId: string): Promise<void> {
  await db().query(
    `UPDATE task SET assignee_id = $3, version = version + 1, updated_at = now()
      WHERE org_id = $1 AND id = ANY ($2::uuid[])`,
    [currentActor().orgId, ids, successorId],
  );
}
