import { Injectable } from '@nestjs/common';
import { currentActor, db, Keyring, newId } from '@app/platform';
import { In } from 'typeorm';
import { ConflictDecision, ConflictHit } from './conflict.entity';

const OTHER = ['clientId', 'partyId', 'referralId', 'officePartyId'] as const;

/** The side of a hit that is not this referral or client, as one text. */
function across(hit: ConflictHit, mine: string): string {
  const subject = hit.subjectReferralId === mine || (hit.subjectClientId === mine && !hit.subjectPartyId);
  const side = subject ? 'other' : 'subject';
  return OTHER.map((name) => {
    const key = `${side}${name[0].toUpperCase()}${name.slice(1)}` as keyof ConflictHit;
    return String(hit[key] ?? '');
  }).join('|');
}

/** What was decided about somebody who asked for help holds for the client they become. */
@Injectable()
export class DecisionsCarried {
  constructor(private readonly keyring: Keyring) {}

  /** Copies each decision to the client's hit with the same person, sealed under the client's key. */
  async over(referralId: string, clientId: string): Promise<void> {
    const before = await this.hits('referral_id', referralId);
    const after = new Map(
      (await this.hits('client_id', clientId)).map((hit) => [across(hit, clientId), hit]),
    );
    const decided = before.filter((hit) => hit.decision !== 'open');
    for (const hit of decided) {
      const same = after.get(across(hit, referralId));
      if (same?.decision === 'open') await this.copy(hit, same, referralId, clientId);
    }
  }

  private async copy(
    from: ConflictHit,
    to: ConflictHit,
    referralId: string,
    clientId: string,
  ): Promise<void> {
    const { orgId } = currentActor();
    const made = await db().findAll(ConflictDecision, { hitId: from.id }, { at: 'ASC' });
    const keys = await this.keyring.clientKeys(orgId, [
      clientId,
      ...made.flatMap((one) => one.keyId ?? []),
      referralId,
    ]);
    for (const one of made) {
      const id = newId();
      const key = one.keyId ? keys.get(one.keyId)! : await this.keyring.orgKey(orgId);
      const reason = key.box('conflict_decision', one.id).open('reason', one.reason);
      await db().insert(ConflictDecision, {
        id,
        hitId: to.id,
        decision: one.decision,
        keyId: clientId,
        reason: keys.get(clientId)!.box('conflict_decision', id).seal('reason', reason),
        byUser: one.byUser,
        at: one.at,
      });
    }
    await db().update(ConflictHit, to, to.version, { decision: from.decision });
  }

  private async hits(column: 'referral_id' | 'client_id', id: string): Promise<ConflictHit[]> {
    const rows = await db().query<{ id: string }>(
      `SELECT id FROM conflict_hit WHERE org_id = $1 AND (subject_${column} = $2 OR other_${column} = $2)`,
      [currentActor().orgId, id],
    );
    return rows.length ? db().findAll(ConflictHit, { id: In(rows.map((row) => row.id)) }) : [];
  }
}
