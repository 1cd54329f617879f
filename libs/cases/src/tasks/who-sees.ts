import { OFFICE_WIDE_ROLES, ruleOf } from '@app/access';
import { currentActor, db } from '@app/platform';
import type { PersonRef } from '../case.view';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/**
 * Whether a colleague `u` can see the client of a row, as an SQL condition: what the row rule says of somebody else
 * than whoever asks. Only people who see the client themselves ask it, so it tells them nothing new.
 */
export const seesClientOf = (client: string): string =>
  `u.status = 'active' AND u.role IN (${quoted(ruleOf('task.read').roles)}) AND (u.role IN (${quoted(OFFICE_WIDE_ROLES)})
     OR EXISTS (SELECT 1 FROM case_team m WHERE m.org_id = u.org_id AND m.user_id = u.id AND m.client_id = ${client}
                 AND m.ended_at IS NULL))`;

/** Colleagues who can be given work on a client, by name. */
export function peopleWhoSee(clientId: string): Promise<PersonRef[]> {
  return db().query<PersonRef>(
    `SELECT u.id, u.name FROM staff_user u WHERE u.org_id = $1 AND ${seesClientOf('$2::uuid')} ORDER BY u.name, u.id`,
    [currentActor().orgId, clientId],
  );
}

/** Whether this colleague can be given work on a client. */
export async function canSee(userId: string, clientId: string): Promise<boolean> {
  const row = await db().one(
    `SELECT 1 FROM staff_user u WHERE u.org_id = $1 AND u.id = $3 AND ${seesClientOf('$2::uuid')}`,
    [currentActor().orgId, clientId, userId],
  );
  return row !== null;
}
