import { Injectable } from '@nestjs/common';
import { badField, changed, currentActor, db, newId, notFound, about } from '@app/platform';
import { requireScheduled } from './check-in.policy';
import { CheckIn } from './check-in.entity';
import { CheckInCompanion } from './companion.entity';

/** Who goes along to a check-in. For a volunteer this is what lets them see the person at all. */
@Injectable()
export class CompanionsService {
  /** Adding somebody who goes along already changes nothing. @throws Problem 404, 422 */
  async add(checkInId: string, userId: string): Promise<void> {
    const row = await this.require(checkInId);
    requireScheduled(row);
    const colleague = await db().one(
      `SELECT 1 FROM staff_user WHERE org_id = $1 AND id = $2 AND status = 'active' AND role NOT IN ('operator', 'auditor')`,
      [currentActor().orgId, userId],
    );
    if (!colleague)
      throw badField('userId', 'unknown_colleague', 'This is not an active colleague who can go along.');
    await db().query(
      `INSERT INTO check_in_companion (org_id, id, client_id, check_in_id, user_id, added_by)
       SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM check_in_companion
         WHERE org_id = $1 AND check_in_id = $4 AND user_id = $5 AND ended_at IS NULL)`,
      [currentActor().orgId, newId(), row.clientId, row.id, userId, currentActor().userId],
    );
    changed('companions');
  }

  /** Effective with their next request. Taking off somebody who does not go along changes nothing. @throws Problem 404 */
  async remove(checkInId: string, userId: string): Promise<void> {
    const row = await this.require(checkInId);
    const ended = await db().query(
      `UPDATE check_in_companion SET ended_at = now()
        WHERE org_id = $1 AND check_in_id = $2 AND user_id = $3 AND ended_at IS NULL RETURNING id`,
      [currentActor().orgId, row.id, userId],
    );
    if (ended.length > 0) changed('companions');
  }

  /** Whoever goes along to an appointment goes along to the one it was moved to. */
  async follow(from: Pick<CheckIn, 'id' | 'clientId'>, to: string): Promise<void> {
    const rows = await db().findAll(CheckInCompanion, { checkInId: from.id });
    for (const row of rows.filter((each) => each.endedAt === null)) {
      await db().insert(CheckInCompanion, {
        id: newId(),
        clientId: from.clientId,
        checkInId: to,
        userId: row.userId,
        addedBy: row.addedBy,
      });
    }
  }

  private async require(checkInId: string): Promise<CheckIn> {
    const row = await db().find(CheckIn, { id: checkInId });
    if (!row) throw notFound();
    about(row.clientId);
    return row;
  }
}
