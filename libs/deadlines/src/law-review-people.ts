import { ruleOf } from '@app/access';

const ROLES = ruleOf('law.acknowledge')
  .roles.map((role) => `'${role}'`)
  .join(', ');

/** SQL: whether the row `u` of staff_user is still here, in a role that acknowledges reviews. */
export const ACKNOWLEDGES = `u.status = 'active' AND u.role IN (${ROLES})`;

/**
 * SQL: open cases `c` of which somebody is responsible who will see a review: who is still here and on the team of the
 * case. Joined and not asked for by EXISTS, which the planner would answer by reading all teams for each client.
 */
export const LOOKED_AFTER = `cases c
  JOIN staff_user u ON u.org_id = c.org_id AND u.id = c.responsible_id AND ${ACKNOWLEDGES}
  LEFT JOIN case_team t ON t.org_id = c.org_id AND t.case_id = c.id AND t.user_id = c.responsible_id AND t.ended_at IS NULL
 WHERE c.org_id = $1 AND c.status = 'open' AND (u.role = 'director' OR t.id IS NOT NULL)`;
