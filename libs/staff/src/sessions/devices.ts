import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret } from '@app/access';
import { CONFIG, currentActor, db, newId, Outbox, type Config } from '@app/platform';
import { newDeviceMail } from '../mails';
import { requirePerson } from '../people/people';
import { newSecret } from '../secrets';
import { KnownDevice } from './known-device.entity';

const LOCK_LIFETIME = '7 days';
/** Links to lock with that may be open at once; the newest devices matter. */
const MOST_OFFERS = 20;
const MOST_DEVICES = 30;

/** The browser a sign-in comes from. */
export interface Device {
  /** What its cookie is to hold from now on. */
  secret: string;
  /** The person was never signed in here before, but was elsewhere. */
  isNew: boolean;
}

/** Browsers that people are known to use. Nothing about the browser is kept but a label such as "Firefox on Windows". */
@Injectable()
export class Devices {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Recognises the browser of whoever acts, in the current transaction. An unknown one is remembered, and its person
   * is told by mail with a link to lock the account; the very first has nothing to be new against.
   */
  async recognise(cookie: string | undefined, label: string): Promise<Device> {
    const { userId } = currentActor();
    const secret = cookie && /^[\w-]{43}$/.test(cookie) ? cookie : newSecret();
    if (await this.seenAgain(userId, secret, label)) return { secret, isNew: false };
    const known = await db().findAll(KnownDevice, { userId }, { lastSeenAt: 'DESC', id: 'DESC' });
    for (const old of known.slice(MOST_DEVICES - 1)) await db().remove(KnownDevice, { id: old.id, userId });
    await db().query(
      `INSERT INTO known_device (org_id, id, user_id, token_hash, label) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [db().context.orgId, newId(), userId, hashOfSecret(secret), label],
    );
    const isNew = known.length > 0;
    if (isNew) await this.tell(userId, label);
    return { secret, isNew };
  }

  private async seenAgain(userId: string, secret: string, label: string): Promise<boolean> {
    const seen = await db().query(
      `UPDATE known_device SET last_seen_at = now(), label = $4
        WHERE org_id = $1 AND user_id = $2 AND token_hash = $3 RETURNING id`,
      [db().context.orgId, userId, hashOfSecret(secret), label],
    );
    return seen.length === 1;
  }

  private async tell(userId: string, label: string): Promise<void> {
    const { email } = await requirePerson(userId);
    const secret = newSecret();
    const offered = await db().one<{ offered: boolean }>('SELECT sec.offer_lock($1, $2, $3, $4) AS offered', [
      userId,
      hashOfSecret(secret),
      LOCK_LIFETIME,
      MOST_OFFERS,
    ]);
    const link = offered?.offered ? `${this.config.publicUrl}/lock#${secret}` : null;
    await this.outbox.mail(newDeviceMail(email, label, link));
  }
}
