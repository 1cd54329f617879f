import { Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import { currentActor, db, Keyring, UnitOfWork } from '@app/platform';
import { Passkeys } from './passkeys';
import { spendRecoveryCode } from './recovery-codes';
import type { PasskeyProof, SecondStep } from './second-factor.dto';
import { SecondFactor } from './second-factor.entity';
import { stepOfCode } from './totp';
import { Tries } from './tries';

/** What was done with the proof, in the transaction that used the proof up. */
export type Proven<T> = { value: T } | null;

/** Checks what a person shows as second step. Whoever acts is known; that they are who they say is what this finds out. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
    private readonly passkeys: Passkeys,
    private readonly tries: Tries,
  ) {}

  /**
   * Uses the proof up and does `then` in the same transaction, or answers null without saying what was wrong.
   * @param challenge what a passkey was asked, or null when none was
   * @throws Problem 429 when one network address has failed too often
   */
  async prove<T>(
    step: SecondStep,
    challenge: string | null,
    peer: string,
    then: () => Promise<T>,
  ): Promise<Proven<T>> {
    let done: Proven<T> = null;
    const attempt = (use: () => Promise<Outcome>) => async (): Promise<Outcome> =>
      this.work.run(usePermission('me.change'), async () => {
        const outcome = await use();
        if (outcome === 'right') done = { value: await then() };
        return outcome;
      });
    const { code, recoveryCode, passkey } = step;
    if (passkey) {
      if (challenge) await attempt(() => this.usePasskey(passkey, challenge))();
    } else if (code !== undefined) {
      await this.tries.take(
        'code',
        peer,
        attempt(() => this.useCode(code.replace(/\s/g, ''))),
      );
    } else if (recoveryCode !== undefined) {
      const use = async (): Promise<Outcome> => ((await spendRecoveryCode(recoveryCode)) ? 'right' : 'wrong');
      await this.tries.take('recovery', peer, attempt(use));
    }
    return done;
  }

  /** A step is taken once, and never one before it: the condition is part of the statement, so that no two pass. */
  private async useCode(code: string): Promise<Outcome> {
    const { orgId } = currentActor();
    let outcome: Outcome = 'wrong';
    for (const factor of await this.ofKind('totp')) {
      const box = (await this.keyring.orgKey(orgId)).box('second_factor', factor.id);
      const step = stepOfCode(box.open('secret', factor.secret) ?? '', code);
      if (step === null) continue;
      const taken = await db().query(
        `UPDATE second_factor SET last_step = $3, last_used_at = now()
          WHERE org_id = $1 AND id = $2 AND last_step < $3 RETURNING id`,
        [orgId, factor.id, step],
      );
      if (taken.length === 1) return 'right';
      outcome = 'used';
    }
    return outcome;
  }

  private async usePasskey(proof: PasskeyProof, challenge: string): Promise<Outcome> {
    const { orgId } = currentActor();
    const factor = (await this.ofKind('passkey')).find((one) => one.credentialId === proof.credentialId);
    if (!factor) return 'wrong';
    const count = await this.passkeys.answered(factor, proof, challenge);
    if (count === null) return 'wrong';
    const taken = await db().query(
      `UPDATE second_factor SET sign_count = $3, last_used_at = now()
        WHERE org_id = $1 AND id = $2 AND (sign_count < $3 OR (sign_count = 0 AND $3 = 0)) RETURNING id`,
      [orgId, factor.id, count],
    );
    return taken.length === 1 ? 'right' : 'used';
  }

  private async ofKind(kind: SecondFactor['kind']): Promise<SecondFactor[]> {
    return db().findAll(SecondFactor, { userId: currentActor().userId, kind, status: 'active' });
  }
}

type Outcome = 'right' | 'wrong' | 'used';
