import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret, usePermission } from '@app/access';
import {
  changed,
  CONFIG,
  currentActor,
  currentScope,
  Database,
  db,
  Outbox,
  Problem,
  UnitOfWork,
  type Config,
} from '@app/platform';
import { colleagueLockedMail, lockMail } from '../mails';
import { foldEmail } from '../people/address';
import { securityChanged } from '../people/security';
import { newSecret } from '../secrets';
import { actorOf } from '../sign-in/sign-in.service';

const LIFETIME = '1 hour';
const MOST_OPEN = 3;
const ANSWER_AFTER_MS = 300;

/**
 * A person locks the own account with a link that only their mailbox gets. Asking for the link does nothing to the
 * account, so that a stranger who knows an address can lock nobody out.
 */
@Injectable()
export class OwnLock {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes a mail for each active account with this address. Takes the same time when there is none. */
  async request(email: string): Promise<void> {
    const answerAt = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    const found = await this.database.outside<{ org_id: string; user_id: string; status: string }>(
      'SELECT org_id, user_id, status FROM sec.sign_in_candidates($1, NULL)',
      [foldEmail(email)],
    );
    for (const account of found.filter((row) => row.status === 'active')) {
      await this.offer(account.org_id, account.user_id);
    }
    await answerAt;
  }

  private async offer(orgId: string, userId: string): Promise<void> {
    const secret = newSecret();
    await this.work.asSystem(orgId, 'lock.offer', async () => {
      const row = await db().one<{ offered: boolean; email: string }>(
        `SELECT u.email, sec.offer_lock(u.id, $3, $4, $5) AS offered
           FROM staff_user u WHERE u.org_id = $1 AND u.id = $2`,
        [orgId, userId, hashOfSecret(secret), LIFETIME, MOST_OPEN],
      );
      if (row?.offered) await this.outbox.mail(lockMail(row.email, this.config.publicUrl, secret));
    });
  }

  /** Locks the account the link was mailed to and tells the directors. @throws Problem 410 */
  async lock(token: string): Promise<void> {
    const hash = hashOfSecret(token);
    const [owner] = await this.database.outside<{ org_id: string; user_id: string; role: string }>(
      'SELECT * FROM sec.lock_offer_of_token($1)',
      [hash],
    );
    if (!owner) throw used();
    currentScope().actor = actorOf(owner);
    await this.work.run(usePermission('me.security'), async () => {
      const offer = await db().one<{ used: boolean }>('SELECT sec.use_lock_offer($1) AS used', [hash]);
      if (!offer?.used) throw used();
      await this.close();
    });
  }

  private async close(): Promise<void> {
    const { orgId, userId } = currentActor();
    await db().query(
      `UPDATE staff_user SET locked_at = now(), lock_kind = 'self', locked_by = id, lock_reset_at = NULL,
              version = version + 1, updated_at = now()
        WHERE org_id = $1 AND id = $2 AND locked_at IS NULL`,
      [orgId, userId],
    );
    changed('lock');
    await securityChanged(userId);
    const directors = await db().query<{ email: string }>(
      `SELECT email FROM staff_user
        WHERE org_id = $1 AND role = 'director' AND status = 'active' AND locked_at IS NULL AND id <> $2`,
      [orgId, userId],
    );
    for (const { email } of directors)
      await this.outbox.mail(colleagueLockedMail(email, this.config.publicUrl));
  }
}

function used(): Problem {
  return new Problem(410, 'link_used_up', 'This link has been used or is too old. Ask for a new one.');
}
