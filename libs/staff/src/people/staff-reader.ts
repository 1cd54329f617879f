import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { currentActor, db } from '@app/platform';
import { Locks } from '../locks/locks.service';
import type { StaffUser } from './staff-user.entity';
import { StaffView } from './staff.dto';

/** Colleagues as the staff page shows them. How an account is protected is for those who manage accounts. */
@Injectable()
export class StaffReader {
  constructor(private readonly locks: Locks) {}

  async one(person: StaffUser): Promise<StaffView> {
    return (await this.all([person]))[0];
  }

  async all(people: StaffUser[]): Promise<StaffView[]> {
    if (!may('staff.manage')) return people.map((person) => StaffView.of(person));
    const protectedOnes = await this.withFactor();
    return Promise.all(
      people.map(async (person) =>
        StaffView.of(person, {
          secondFactor: protectedOnes.has(person.id),
          lockReason: await this.locks.reasonOf(person),
        }),
      ),
    );
  }

  private async withFactor(): Promise<Set<string>> {
    const rows = await db().query<{ user_id: string }>(
      `SELECT DISTINCT user_id FROM second_factor WHERE org_id = $1 AND status = 'active'`,
      [currentActor().orgId],
    );
    return new Set(rows.map((row) => row.user_id));
  }
}
