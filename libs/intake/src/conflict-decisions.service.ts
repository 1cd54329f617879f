import { Injectable } from '@nestjs/common';
import { WallsService } from '@app/cases';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  staleVersion,
} from '@app/platform';
import type { DecideConflict } from './conflict.dto';
import { ConflictDecision, ConflictHit } from './conflict.entity';

/** Decides hits. What was decided before stays beside what is decided now. */
@Injectable()
export class ConflictDecisions {
  constructor(
    private readonly keyring: Keyring,
    private readonly walls: WallsService,
  ) {}

  /**
   * Records a decision with its reason; a confirmed conflict raises the wall by itself.
   * @throws Problem 404, 412, 422 when it is not clear whom the wall keeps out
   */
  async decide(hitId: string, version: number, input: DecideConflict): Promise<void> {
    const hit = await db().find(ConflictHit, { id: hitId });
    if (!hit) throw notFound();
    if (hit.version !== version) throw staleVersion(hit.version);
    const clientId = hit.subjectClientId ?? hit.otherClientId;
    if (clientId) about(clientId);
    const { orgId, userId } = currentActor();
    const id = newId();
    const keyId = clientId ?? hit.subjectReferralId ?? hit.otherReferralId;
    const key = keyId ? await this.keyring.clientKey(orgId, keyId) : await this.keyring.orgKey(orgId);
    await db().update(ConflictHit, hit, version, { decision: input.decision });
    await db().insert(ConflictDecision, {
      id,
      hitId,
      decision: input.decision,
      keyId,
      reason: key.box('conflict_decision', id).seal('reason', input.reason.trim()),
      byUser: userId,
    });
    if (input.decision === 'confirmed') await this.wallOff(hit, input);
    changed('conflict');
  }

  /** Each side's people are kept from the other side's client. A referral needs no wall: its story stays shut. */
  private async wallOff(hit: ConflictHit, input: DecideConflict): Promise<void> {
    const walls = input.screened?.length ? named(hit, input.screened) : await this.across(hit);
    for (const { clientId, screened } of walls) await this.raise(clientId, screened, input.reason);
    const hasClient = hit.subjectClientId ?? hit.otherClientId;
    const hasReferral = hit.subjectReferralId ?? hit.otherReferralId;
    if (walls.length === 0 && hasClient && !hasReferral) {
      throw cannot(
        'nobody_to_screen',
        'Say who must be kept from this client: both sides have the same people.',
      );
    }
  }

  /** The people of one side who are not on the other, against the other side's client. */
  private async across({ subjectClientId, otherClientId }: ConflictHit): Promise<Wall[]> {
    const ours = await this.team(subjectClientId);
    const theirs = await this.team(otherClientId);
    return [
      ...wallOf(
        subjectClientId,
        theirs.filter((id) => !ours.includes(id)),
      ),
      ...wallOf(
        otherClientId,
        ours.filter((id) => !theirs.includes(id)),
      ),
    ];
  }

  private async raise(clientId: string, screened: readonly string[], reason: string): Promise<void> {
    await this.walls.raiseEthical(clientId, { screened: [...screened], reason });
  }

  private async team(clientId: string | null): Promise<string[]> {
    if (!clientId) return [];
    const rows = await db().query<{ user_id: string }>(
      'SELECT DISTINCT user_id FROM case_team WHERE org_id = $1 AND client_id = $2 AND ended_at IS NULL',
      [currentActor().orgId, clientId],
    );
    return rows.map((row) => row.user_id);
  }
}

interface Wall {
  clientId: string;
  screened: string[];
}

function wallOf(clientId: string | null, screened: string[]): Wall[] {
  return clientId && screened.length > 0 ? [{ clientId, screened }] : [];
}

/** A wall against those whom the person who decides names: around the new side, or the only client there is. */
function named(hit: ConflictHit, screened: string[]): Wall[] {
  return wallOf(hit.subjectClientId ?? hit.otherClientId, screened);
}
