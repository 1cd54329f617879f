import { Injectable } from '@nestjs/common';
import {
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  officeToday,
  staleVersion,
} from '@app/platform';
import { addDays } from '@app/rules';
import { ConflictChecks } from './conflict-checks.service';
import type { DeclineReferral, NewReferral } from './referral.dto';
import { Referral, ReferralStep } from './referral.entity';
import { KEEP_DECLINED_DAYS, mayMove, type ReferralState } from './referral.policy';
import { namesOf, readBirth, readNumber, ReferralStore } from './referral-store';

/** Takes referrals through their states. Nobody is taken on before conflicts are cleared. */
@Injectable()
export class Referrals {
  constructor(
    private readonly store: ReferralStore,
    private readonly checks: ConflictChecks,
    private readonly keyring: Keyring,
  ) {}

  /** @throws Problem 404 */
  async require(id: string): Promise<Referral> {
    const row = await db().find(Referral, { id });
    if (!row) throw notFound();
    return row;
  }

  /** A referral that staff enter. */
  async enter(input: NewReferral): Promise<string> {
    changed('referral');
    return this.store.take({ origin: 'staff', ...factsOf(input), consent: null });
  }

  /**
   * Looks the person up again; when nothing waits for a decision and no conflict is confirmed, of what whoever asks
   * may see, conflicts are cleared.
   */
  async check(id: string, version: number): Promise<void> {
    const referral = await this.requireAt(id, version, 'conflict_check');
    const names = await this.names(referral);
    await this.checks.run({ source: 'referral', id, clientId: null, role: 'referral' }, names, 'by_hand');
    const blocked = await this.blocked(id);
    const cleared = blocked === null;
    await db().update(Referral, referral, version, {
      state: 'conflict_check',
      clearedAt: cleared ? (referral.clearedAt ?? new Date()) : null,
      clearedBy: cleared ? (referral.clearedBy ?? currentActor().userId) : null,
    });
    await this.step(referral, 'conflict_check');
  }

  /** Turns the person away, or sends them elsewhere; the file is kept for a short while and sealed until then. */
  async decline(
    id: string,
    version: number,
    state: 'declined' | 'referred_elsewhere',
    input: DeclineReferral,
  ): Promise<void> {
    const referral = await this.requireAt(id, version, state);
    const box = (await this.keyring.clientKey(currentActor().orgId, id)).box('referral', id);
    await db().update(Referral, referral, version, {
      state,
      declineCode: input.code,
      decisionNote: box.seal('decision_note', input.note?.trim() || null),
      keepUntil: addDays(await officeToday(), KEEP_DECLINED_DAYS),
    });
    await this.step(referral, state);
  }

  /** The referral as the person saw it, if it may go there. @throws Problem 404, 412, 422 */
  async requireAt(id: string, version: number, to: ReferralState): Promise<Referral> {
    const referral = await this.require(id);
    if (referral.version !== version) throw staleVersion(referral.version);
    if (!mayMove(referral.state, to))
      throw cannot('state_not_next', 'This referral cannot go there from where it is.', {
        state: referral.state,
      });
    return referral;
  }

  private async names(referral: Referral): Promise<string[]> {
    const { name } = await this.store.person(referral);
    return namesOf(name, (await this.store.details(referral)).otherNames);
  }

  /** What stands in the way, of the hits this person sees. */
  async blocked(id: string): Promise<'conflicts_open' | 'conflict_confirmed' | null> {
    const rows = await db().query<{ decision: string }>(
      `SELECT DISTINCT decision FROM conflict_hit
        WHERE org_id = $1 AND (subject_referral_id = $2 OR other_referral_id = $2)`,
      [currentActor().orgId, id],
    );
    const decisions = rows.map((row) => row.decision);
    if (decisions.includes('confirmed')) return 'conflict_confirmed';
    return decisions.includes('open') ? 'conflicts_open' : null;
  }

  /** Keeps that the referral came to a state. */
  async step(referral: Referral, state: ReferralState): Promise<void> {
    await db().insert(ReferralStep, {
      id: newId(),
      referralId: referral.id,
      state,
      byUser: currentActor().userId,
    });
    changed('referral.state');
  }
}

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

/** What was typed, read and trimmed. @throws Problem 422 */
export function factsOf(input: NewReferral) {
  const { contact, language } = input;
  return {
    name: input.name,
    birth: readBirth(input.birth),
    otherNames: (input.otherNames ?? []).map((name) => name.trim()).filter(Boolean),
    aNumber: readNumber(input.aNumber),
    languages: language ? [language] : [],
    contacts: contact ? [{ ...contact, value: contact.value.trim() }] : [],
    story: trimmed(input.story),
    ...nextOf(input),
    detained: input.detained ?? null,
    detainedAt: trimmed(input.detainedAt),
  };
}

function nextOf({ nextOn, nextKind }: NewReferral): { nextKind: string | null; nextOn: string | null } {
  return nextOn ? { nextOn, nextKind: nextKind ?? 'other' } : { nextOn: null, nextKind: null };
}
