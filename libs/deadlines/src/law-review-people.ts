import { ruleOf } from '@app/access';

const ROLES = ruleOf('law.acknowledge')
  .roles.map((role) => `'${role}'`)
  .join(', ');

/**
 * SQL: whether the row `u` of staff_user is somebody who will see a review of this client: still here, of a role that
 * acknowledges, and on a case of the client. Who is responsible can have been taken off the team since.
 */
export const canLookAfter = (client: string): string => `(u.status = 'active' AND u.role IN (${ROLES})
  AND (u.role = 'director' OR EXISTS (SELECT 1 FROM case_team t WHERE t.org_id = u.org_id
    AND t.client_id = ${client} AND t.user_id = u.id AND t.ended_at IS NULL)))`;
