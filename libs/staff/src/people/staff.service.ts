import { Injectable } from '@nestjs/common';
import { changed, db } from '@app/platform';
import type { Role } from '@app/access';
import { requirePerson } from './people';
import { securityChanged } from './security';
import { requireAnotherDirector, requireOther } from './staff-user.policy';
import { StaffUser } from './staff-user.entity';

/** Accounts of the office. What ends here ends for the next request, on every process. */
@Injectable()
export class StaffService {
  /** Everybody in the office, by name. */
  async all(): Promise<StaffUser[]> {
    return db().findAll(StaffUser, {}, { name: 'ASC', id: 'ASC' });
  }

  /** @throws Problem 404 */
  async require(id: string): Promise<StaffUser> {
    return requirePerson(id);
  }

  /** Gives another role and ends what the person is signed in with. @throws Problem 404, 412, 422 */
  async changeRole(id: string, version: number, role: Role): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    if (role !== 'director') await requireAnotherDirector(person);
    return this.save(person, version, { role });
  }

  /** Closes the account without deleting what its person did. @throws Problem 404, 412, 422 */
  async suspend(id: string, version: number): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    await requireAnotherDirector(person);
    return this.save(person, version, { status: 'suspended' });
  }

  /** Opens a suspended account again; its person signs in anew. @throws Problem 404, 412, 422 */
  async reinstate(id: string, version: number): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    return this.save(person, version, { status: 'active' });
  }

  /** Ends every session and token of a person. @throws Problem 404 */
  async endSessions(id: string): Promise<void> {
    await requirePerson(id);
    changed('sessions');
    await securityChanged(id);
  }

  private async save(
    person: StaffUser,
    version: number,
    patch: Partial<Pick<StaffUser, 'role' | 'status'>>,
  ): Promise<StaffUser> {
    await db().update(StaffUser, person, version, patch);
    changed(...Object.keys(patch));
    await securityChanged(person.id);
    return requirePerson(person.id);
  }
}
