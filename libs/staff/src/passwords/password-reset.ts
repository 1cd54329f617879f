import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret, usePermission } from '@app/access';
import { CONFIG, currentScope, Database, db, Outbox, Problem, UnitOfWork, type Config } from '@app/platform';
import { passwordChangedMail, resetMail } from '../mails';
import { foldEmail } from '../people/address';
import { newSecret } from '../secrets';
import { actorOf, SignInService } from '../sign-in/sign-in.service';
import { Argon } from './argon';
import { requireGoodPassword } from './password-rule';
import { setPassword } from './passwords';

const LIFETIME = '1 hour';
const MOST_OPEN = 3;
const ANSWER_AFTER_MS = 300;

interface ResetOwner {
  org_id: string;
  user_id: string;
  role: string;
  name: string;
  email: string;
}

function tokenDead(): Problem {
  return new Problem(410, 'link_used_up', 'This link has been used or is too old. Ask for a new one.');
}

/** A new password for somebody who forgot theirs. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly argon: Argon,
    private readonly signIn: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes a mail for each active account with this address. Takes the same time when there is none. */
  async request(email: string): Promise<void> {
    const answerAt = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    const found = await this.database.outside<{ org_id: string; user_id: string; status: string }>(
      'SELECT org_id, user_id, status FROM sec.sign_in_candidates($1, NULL)',
      [foldEmail(email)],
    );
    // Somebody who locked the own account begins its unlocking with a new password.
    const open = ['active', 'self_locked', 'unlocking'];
    for (const account of found.filter((row) => open.includes(row.status))) {
      await this.offer(account.org_id, account.user_id);
    }
    await answerAt;
  }

  private async offer(orgId: string, userId: string): Promise<void> {
    const secret = newSecret();
    await this.work.asSystem(orgId, 'password.offer', async () => {
      const row = await db().one<{ offered: boolean; email: string }>(
        `SELECT u.email, sec.offer_password_reset(u.id, $3, $4, $5) AS offered
           FROM staff_user u WHERE u.org_id = $1 AND u.id = $2`,
        [orgId, userId, hashOfSecret(secret), LIFETIME, MOST_OPEN],
      );
      if (row?.offered) await this.outbox.mail(resetMail(row.email, this.config.publicUrl, secret));
    });
  }

  /**
   * Sets the new password; every session and token of the person ends, and failed sign-ins are forgotten. Does `then`
   * in the same transaction, for the person whose password it is.
   * @throws Problem 410 when the link is used up, 422 when the password is weak
   */
  async reset<T>(token: string, password: string, then: () => Promise<T>): Promise<T> {
    const tokenHash = hashOfSecret(token);
    const [owner] = await this.database.outside<ResetOwner>('SELECT * FROM sec.password_reset_of_token($1)', [
      tokenHash,
    ]);
    if (!owner) throw tokenDead();
    requireGoodPassword(password, owner);
    const hash = await this.argon.hash(password);
    currentScope().actor = actorOf(owner);
    const done = await this.work.run(usePermission('me.change'), async () => {
      const used = await db().one<{ used: boolean }>('SELECT sec.use_password_reset($1) AS used', [
        tokenHash,
      ]);
      if (!used?.used) throw tokenDead();
      await setPassword(owner.user_id, hash, null);
      await db().query(
        `UPDATE staff_user SET lock_reset_at = now() WHERE org_id = $1 AND id = $2 AND lock_kind = 'self'`,
        [owner.org_id, owner.user_id],
      );
      await this.outbox.mail(passwordChangedMail(owner.email));
      return then();
    });
    await this.signIn.forgive(owner.email);
    return done;
  }
}
