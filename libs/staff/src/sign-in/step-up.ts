import { Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import { cannot, currentActor, db, notSignedIn, UnitOfWork } from '@app/platform';
import { takeChallenge } from '../second-factor/challenges';
import { Factors } from '../second-factor/factors.service';
import type { ProveAgain } from '../second-factor/second-factor.dto';
import { SecondSteps } from '../second-factor/second-steps';
import { SignInService } from './sign-in.service';

/** The person of an open session proves once more that it is them. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signIn: SignInService,
    private readonly factors: Factors,
    private readonly steps: SecondSteps,
  ) {}

  /**
   * For ten minutes the session may do what is grave. Who has a second factor shows that: the password alone is what
   * somebody could have watched being typed.
   * @throws Problem 422, 429
   */
  async stepUp(proof: ProveAgain, peer: string): Promise<void> {
    if (await this.prove(proof, peer, true, 'proved_at = now(), covered_at = NULL, last_seen_at = now()'))
      return;
    throw cannot('proof_refused', 'That did not work. After five attempts wait a quarter of an hour.');
  }

  /** Takes the cover from the screen; the password is enough for that. @throws Problem 422, 429 */
  async uncover(proof: ProveAgain, peer: string): Promise<void> {
    if (await this.prove(proof, peer, false, 'covered_at = NULL, last_seen_at = now()')) return;
    throw cannot('proof_refused', 'That did not work. After five attempts wait a quarter of an hour.');
  }

  /** Covers the screen: until the person proves who they are, the session reaches nothing. */
  async cover(): Promise<void> {
    await mark('covered_at = now()');
  }

  private async prove(proof: ProveAgain, peer: string, strong: boolean, then: string): Promise<boolean> {
    const own = await this.work.run(usePermission('me.change'), async () => ({
      challenge: await takeChallenge(),
      hasFactor: (await this.factors.mine()).length > 0,
      account: await ownAccount(),
    }));
    if (proof.password === undefined) {
      return (await this.steps.prove(proof, own.challenge, peer, () => mark(then))) !== null;
    }
    if (strong && own.hasFactor) return false;
    const { proofId } = currentActor();
    const found = await this.signIn.check(
      { ...own.account, password: proof.password },
      { peer, session: proofId },
    );
    if (found?.userId !== currentActor().userId) return false;
    await this.work.run(usePermission('me.change'), () => mark(then));
    return true;
  }
}

/** What of the session changes; the texts are this file's own. */
async function mark(set: string): Promise<true> {
  const { orgId, proofId } = currentActor();
  await db().query(`UPDATE session SET ${set} WHERE org_id = $1 AND id = $2`, [orgId, proofId]);
  return true;
}

async function ownAccount(): Promise<{ email: string; organisation: string }> {
  const { orgId, userId } = currentActor();
  const row = await db().one<{ email: string; organisation: string }>(
    `SELECT u.email, o.slug AS organisation FROM staff_user u JOIN organisation o ON o.org_id = u.org_id
      WHERE u.org_id = $1 AND u.id = $2`,
    [orgId, userId],
  );
  if (!row) throw notSignedIn();
  return row;
}
