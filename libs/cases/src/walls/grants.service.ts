import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { badField, cannot, changed, currentActor, db, newId, notFound } from '@app/platform';
import { CaseTeamService } from '../case-team.service';
import type { GiveAccess } from './wall.dto';
import { AccessGrant } from './wall.entity';

const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

/** Sight of a client for a limited time. It ends because the row rule compares its end with the clock. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly team: CaseTeamService,
  ) {}

  /** @throws Problem 404, 422 */
  async give(clientId: string, input: GiveAccess): Promise<string> {
    await this.clients.require(clientId);
    await this.team.requireColleague('userId', input.userId);
    const until = new Date(input.until);
    const ahead = until.getTime() - Date.now();
    if (!(ahead > 0)) throw badField('until', 'in_past', 'Access must end at a time still to come.');
    if (ahead > LONGEST_DAYS * DAY_MS)
      throw badField(
        'until',
        'too_long',
        `Access for a time lasts at most ${LONGEST_DAYS} days. Longer than that is the team of a case.`,
      );
    const id = newId();
    const box = (await this.clients.key(clientId)).box('access_grant', id);
    await db().insert(AccessGrant, {
      id,
      clientId,
      userId: input.userId,
      kind: 'time_boxed',
      reason: box.seal('reason', input.reason.trim()),
      grantedBy: currentActor().userId,
      until,
    });
    changed('grants');
    return id;
  }

  /** Ends it now. @throws Problem 404, 422 when it has ended */
  async end(clientId: string, grantId: string): Promise<void> {
    await this.clients.require(clientId);
    const grant = await db().find(AccessGrant, { id: grantId, clientId });
    if (!grant) throw notFound();
    if (grant.endedAt || grant.until.getTime() <= Date.now())
      throw cannot('grant_ended', 'This access has ended already.');
    await db().query(
      `UPDATE access_grant SET ended_at = now(), ended_by = $3 WHERE org_id = $1 AND id = $2 AND ended_at IS NULL`,
      [currentActor().orgId, grantId, currentActor().userId],
    );
    changed('grants');
  }
}
