import { Injectable } from '@nestjs/common';
import { cannot, currentActor, db, UnitOfWork } from '@app/platform';
import { usePermission } from '@app/access';
import { requirePerson } from '../people/people';
import { securityChanged } from '../people/security';
import { Argon } from './argon';
import { requireGoodPassword } from './password-rule';

/** A person's own password. Hashing happens between transactions, never in one. */
@Injectable()
export class Passwords {
  constructor(
    private readonly argon: Argon,
    private readonly work: UnitOfWork,
  ) {}

  /**
   * Sets a new password; every other session and every token of the person ends.
   * @throws Problem 422 when the current one is wrong or the new one is weak
   */
  async change(current: string, next: string): Promise<void> {
    const { userId, proofId } = currentActor();
    const before = await this.work.run(usePermission('me.change'), async () => ({
      person: await requirePerson(userId),
      hash: (await db().one<{ hash: string | null }>('SELECT sec.password_hash() AS hash'))?.hash ?? null,
    }));
    requireGoodPassword(next, before.person, 'next');
    if (!(await this.argon.attempt(true, (verify) => verify(before.hash, current)))) {
      throw cannot('wrong_password', 'The current password is not right.', {}, [
        { path: 'current', code: 'wrong', message: 'This is not your current password.' },
      ]);
    }
    const hash = await this.argon.hash(next);
    await this.work.run(usePermission('me.change'), () => setPassword(userId, hash, proofId));
  }
}

/** Stores a hash in the current transaction. Ends sessions (but the one kept) and tokens of the person. */
export async function setPassword(userId: string, hash: string, keepSession: string | null): Promise<void> {
  await db().query('SELECT sec.set_password($1, $2, $3)', [userId, hash, keepSession]);
  await securityChanged(userId, { session: keepSession });
}
