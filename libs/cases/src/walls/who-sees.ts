import { OFFICE_WIDE_ROLES, ruleOf } from '@app/access';
import { currentActor, db } from '@app/platform';
import type { PersonRef } from '../case.view';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const granted = (client: string): string =>
  `EXISTS (SELECT 1 FROM access_grant g WHERE g.org_id = u.org_id AND g.user_id = u.id AND g.client_id = ${client}
     AND g.ended_at IS NULL AND g.until > now())`;

/** A wall keeps this colleague out: they are named on an ethical one, or not among those of a named one. */
export const walledOff = (client: string): string =>
  `EXISTS (SELECT 1 FROM client_wall w WHERE w.org_id = u.org_id AND w.client_id = ${client} AND w.lifted_at IS NULL
     AND (w.kind = 'ethical') = EXISTS (SELECT 1 FROM client_wall_person p WHERE p.org_id = w.org_id
           AND p.wall_id = w.id AND p.user_id = u.id AND p.ended_at IS NULL)
     AND (w.kind = 'ethical' OR NOT ${granted(client)}))`;

/**
 * Whether a colleague `u` can see the client of a row, as an SQL condition: what the row rule says of somebody else
 * than whoever asks. Only people who see the client themselves ask it, so it tells them nothing new.
 */
export const seesClientOf = (client: string): string =>
  `u.status = 'active' AND u.role IN (${quoted(ruleOf('task.read').roles)}) AND (u.role IN (${quoted(OFFICE_WIDE_ROLES)})
     OR EXISTS (SELECT 1 FROM case_team m WHERE m.org_id = u.org_id AND m.user_id = u.id AND m.client_id = ${client}
                 AND m.ended_at IS NULL)
     OR ${granted(client)})
   AND NOT ${walledOff(client)}`;

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
