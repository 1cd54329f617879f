import { Injectable } from '@nestjs/common';
import { changed, currentActor, db, Keyring } from '@app/platform';
import { SecondFactor } from '../second-factor/second-factor.entity';
import { requirePerson } from '../people/people';
import { securityChanged } from '../people/security';
import { StaffUser } from '../people/staff-user.entity';
import { requireAnotherDirector, requireOther } from '../people/staff-user.policy';

const OPEN = { lockedAt: null, lockKind: null, lockedBy: null, lockReason: null, lockResetAt: null };

/** A director's emergency lock of a colleague's account. */
@Injectable()
export class Locks {
  constructor(private readonly keyring: Keyring) {}

  /**
   * Locks an account at once: sessions, tokens and half-open sign-ins end with the next request.
   * @throws Problem 404, 412, 422
   */
  async lock(id: string, version: number, reason: string): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    await requireAnotherDirector(person);
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.orgKey(orgId)).box('staff_user', id);
    await db().update(StaffUser, person, version, {
      ...{ lockedAt: new Date(), lockKind: 'director', lockedBy: userId, lockResetAt: null },
      lockReason: box.seal('lock_reason', reason.trim()),
    });
    changed('lock');
    await securityChanged(id);
    return requirePerson(id);
  }

  /** Lets the person of a locked account sign in again. @throws Problem 404, 412, 422 */
  async unlock(id: string, version: number): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    await db().update(StaffUser, person, version, OPEN);
    changed('lock');
    await securityChanged(id);
    return requirePerson(id);
  }

  /** Takes every second factor of a colleague away who has lost them all. @throws Problem 404, 422 */
  async removeFactors(id: string): Promise<void> {
    const person = await requirePerson(id);
    requireOther(person);
    const { orgId } = currentActor();
    await db().remove(SecondFactor, { userId: id });
    await db().query('DELETE FROM recovery_code WHERE org_id = $1 AND user_id = $2', [orgId, id]);
    changed('second_factor');
    await securityChanged(id);
  }

  /** The director's reason in words, for those who manage accounts. */
  async reasonOf(person: StaffUser): Promise<string | null> {
    const box = (await this.keyring.orgKey(person.orgId)).box('staff_user', person.id);
    return box.open('lock_reason', person.lockReason);
  }
}
