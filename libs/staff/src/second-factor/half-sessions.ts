import { Injectable } from '@nestjs/common';
import { hashOfSecret, usePermission } from '@app/access';
import { currentActor, currentScope, Database, db, Problem, UnitOfWork } from '@app/platform';
import { newSecret } from '../secrets';
import { actorOf } from '../sign-in/sign-in.service';
import { Factors } from './factors.service';
import { Passkeys } from './passkeys';
import { recoveryCodesLeft } from './recovery-codes';
import type { SecondStep } from './second-factor.dto';
import type { PasskeyChallengeView } from './second-factor.view';
import { SecondSteps } from './second-steps';

export const HALF_MINUTES = 5;

interface HalfRow {
  org_id: string;
  user_id: string;
  role: string;
  challenge: string | null;
  locked: boolean;
  security_version: number;
}

/** 401: the second step was not right. The same for a wrong, used, old or locked code. */
export function secondStepFailed(): Problem {
  return new Problem(
    401,
    'second_step_failed',
    'That did not work. Wait for the next code; after five attempts wait a quarter of an hour.',
  );
}

/** 401: what was half open is gone. */
export function startAgain(): Problem {
  return new Problem(401, 'sign_in_again', 'This took too long. Start again with your password.');
}

/**
 * What stands between a right password and a session for people with a second factor. It opens nothing: no route but
 * the second step looks at it, and it dies with the account's security version.
 */
@Injectable()
export class HalfSessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly steps: SecondSteps,
  ) {}

  /** Ways this person can take the second step; none when there is no second factor. */
  async ways(): Promise<string[]> {
    return this.work.run(usePermission('me.change'), async () => {
      const kinds: string[] = (await this.factors.mine()).map((factor) => factor.kind);
      if (kinds.length === 0) return [];
      if ((await recoveryCodesLeft()) > 0) kinds.push('recovery_code');
      return [...new Set(kinds)];
    });
  }

  /** Opens one for whoever acts, and returns its secret. */
  async open(): Promise<string> {
    const secret = newSecret();
    await this.work.run(usePermission('me.change'), () =>
      db().query('SELECT sec.open_half_session($1, $2, $3)', [
        hashOfSecret(secret),
        `${HALF_MINUTES} minutes`,
        currentActor().accountVersion,
      ]),
    );
    return secret;
  }

  /** Asks the person's passkeys. @throws Problem 401 */
  async ask(secret: string): Promise<PasskeyChallengeView> {
    await this.enter(secret);
    const challenge = this.passkeys.newChallenge();
    await this.challenge(secret, challenge);
    return this.work.run(usePermission('me.change'), () => this.factors.challengeView(challenge));
  }

  /**
   * Takes the second step and does `then` with it; of two that do it at once, one.
   * @throws Problem 401, 429
   */
  async finish<T>(secret: string, step: SecondStep, peer: string, then: () => Promise<T>): Promise<T> {
    const half = await this.enter(secret);
    // One answer for one challenge, right or wrong.
    if (half.challenge) await this.challenge(secret, null);
    const proven = await this.steps.prove(step, half.challenge, peer, async () => {
      const used = await db().one<{ used: boolean }>('SELECT sec.use_half_session($1) AS used', [
        hashOfSecret(secret),
      ]);
      if (!used?.used) throw startAgain();
      if (half.locked) await unlockOwn();
      return then();
    });
    if (!proven) throw secondStepFailed();
    return proven.value;
  }

  private async challenge(secret: string, challenge: string | null): Promise<void> {
    await this.database.outside('SELECT sec.challenge_half_session($1, $2)', [
      hashOfSecret(secret),
      challenge,
    ]);
  }

  private async enter(secret: string): Promise<HalfRow> {
    const [half] = await this.database.outside<HalfRow>('SELECT * FROM sec.half_session_of_token($1)', [
      hashOfSecret(secret),
    ]);
    if (!half) throw startAgain();
    currentScope().actor = actorOf(half);
    return half;
  }
}

/** Somebody who locked the own account, chose a new password and shows the second factor has proved enough. */
async function unlockOwn(): Promise<void> {
  const { orgId, userId } = currentActor();
  await db().query(
    `UPDATE staff_user SET locked_at = NULL, lock_kind = NULL, locked_by = NULL, lock_reason = NULL, lock_reset_at = NULL
      WHERE org_id = $1 AND id = $2 AND lock_kind = 'self' AND lock_reset_at IS NOT NULL`,
    [orgId, userId],
  );
}
