import { Injectable } from '@nestjs/common';
import { TEAM_ROLES } from '@app/access';
import { badField, changed, currentActor, db, newId } from '@app/platform';
import { IsNull } from 'typeorm';
import { CaseTeamMember, type Case } from './case.entity';

/** Who is on a case. Leaving ends the membership; who was on it when stays. */
@Injectable()
export class CaseTeamService {
  /** Adds a colleague; adding one who is already on the case changes nothing. */
  async add(matter: Pick<Case, 'id' | 'clientId'>, userId: string): Promise<void> {
    await this.requireColleague('userId', userId);
    const current = await db().find(CaseTeamMember, { caseId: matter.id, userId, endedAt: IsNull() });
    if (current) return;
    await db().insert(CaseTeamMember, {
      id: newId(),
      caseId: matter.id,
      clientId: matter.clientId,
      userId,
      addedBy: currentActor().userId,
    });
    changed('team');
  }

  /** Takes a colleague off the case, effective with the next request of theirs. */
  async remove(matter: Pick<Case, 'id'>, userId: string): Promise<void> {
    const ended = await db().query(
      `UPDATE case_team SET ended_at = now()
        WHERE org_id = $1 AND case_id = $2 AND user_id = $3 AND ended_at IS NULL RETURNING id`,
      [currentActor().orgId, matter.id, userId],
    );
    if (ended.length > 0) changed('team');
  }

  /** @throws Problem 422 when this is not an active colleague who can work on cases */
  async requireColleague(path: string, userId: string): Promise<void> {
    const row = await db().one(
      `SELECT 1 FROM staff_user WHERE org_id = $1 AND id = $2 AND status = 'active' AND role = ANY ($3)`,
      [currentActor().orgId, userId, TEAM_ROLES],
    );
    if (!row)
      throw badField(path, 'unknown_colleague', 'This is not an active colleague who works on cases.');
  }
}
