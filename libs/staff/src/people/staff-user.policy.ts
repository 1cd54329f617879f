import { may } from '@app/access';
import { cannot, currentActor, db } from '@app/platform';
import type { StaffUser } from './staff-user.entity';

/** What the signed-in person may do with a colleague's account in its present state. */
export interface StaffCan {
  changeRole: boolean;
  suspend: boolean;
  reinstate: boolean;
  endSessions: boolean;
  lock: boolean;
  unlock: boolean;
  removeFactors: boolean;
}

/** Nobody changes the own role or suspends themselves: a mistake there could not be undone by the one who made it. */
export function staffCan(person: Pick<StaffUser, 'id' | 'status' | 'lockedAt'>): StaffCan {
  const manages = may('staff.manage');
  const isOther = person.id !== currentActor().userId;
  const other = manages && isOther;
  const locks = may('staff.lock') && isOther;
  return {
    changeRole: other,
    suspend: other && person.status === 'active',
    reinstate: other && person.status === 'suspended',
    endSessions: manages,
    lock: locks && !person.lockedAt,
    unlock: locks && !!person.lockedAt,
    removeFactors: locks,
  };
}

/** @throws Problem 422 when somebody acts on the own account */
export function requireOther(person: StaffUser): void {
  if (person.id === currentActor().userId) {
    throw cannot(
      'own_account',
      'Nobody changes the own role or suspends the own account. Ask another director.',
    );
  }
}

/**
 * Refuses to take away the last active director. The rows are locked, so that two directors who demote each other
 * at the same moment cannot both succeed.
 * @throws Problem 422
 */
export async function requireAnotherDirector(person: StaffUser): Promise<void> {
  if (person.role !== 'director' || person.status !== 'active' || person.lockedAt) return;
  const directors = await db().query(
    `SELECT id FROM staff_user WHERE org_id = $1 AND role = 'director' AND status = 'active'
        AND locked_at IS NULL ORDER BY id FOR UPDATE`,
    [db().context.orgId],
  );
  if (directors.length < 2) {
    throw cannot(
      'last_director',
      'An organisation needs an active director. Make somebody else a director first.',
    );
  }
}
