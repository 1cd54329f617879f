import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, db, staleVersion } from '@app/platform';
import type { Role } from '@app/access';
import { Departures, type Held } from './departures';
import { requirePerson } from './people';
import type { SuspendPerson } from './staff.dto';
import { securityChanged } from './security';
import { requireAnotherDirector, requireOther } from './staff-user.policy';
import { StaffUser } from './staff-user.entity';

/** Accounts of the office. What ends here ends for the next request, on every process. */
@Injectable()
export class StaffService {
  constructor(private readonly departures: Departures) {}

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

  /** What this person answers for, as far as whoever asks may see. @throws Problem 404 */
  async held(id: string): Promise<Held> {
    return this.departures.held((await requirePerson(id)).id);
  }

  /**
   * Closes the account without deleting what its person did. What they answer for goes to a successor in the same
   * transaction, or is left for the directors on purpose.
   * @throws Problem 404, 412, 422 `holds_work` with the numbers when neither is said
   */
  async suspend(id: string, version: number, input: SuspendPerson): Promise<StaffUser> {
    const person = await requirePerson(id);
    requireOther(person);
    if (person.version !== version) throw staleVersion(person.version);
    await requireAnotherDirector(person);
    await this.handOver(person, input);
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

  private async handOver(person: StaffUser, input: SuspendPerson): Promise<void> {
    const { successorId, leaveForDirectors } = input;
    if (successorId === person.id || (successorId && leaveForDirectors))
      throw badField(
        'successorId',
        'no_successor',
        'Name somebody else, or leave the work for the directors.',
      );
    const held = await this.departures.held(person.id);
    if (held.cases + held.tasks === 0) return;
    if (successorId) await this.departures.handOver(person.id, successorId, 'successorId');
    else if (!leaveForDirectors)
      throw cannot(
        'holds_work',
        'This colleague answers for open cases or has open tasks. Name a successor, or leave them for the directors.',
        { held },
        [{ path: 'successorId', code: 'holds_work', message: 'Name who takes over.' }],
      );
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
