import { Injectable } from '@nestjs/common';
import { currentActor, db, newId, notFound, notSignedIn } from '@app/platform';
import { hashOfSecret } from '@app/access';
import { newSecret } from '../secrets';
import { Session } from './session.entity';

export const SESSION_HOURS = 12;

/** A session just opened, with the secret that goes into the cookie and is kept nowhere. */
export interface OpenedSession {
  id: string;
  secret: string;
  expiresAt: Date;
}

/** Browsers a person is signed in with. */
@Injectable()
export class Sessions {
  /**
   * Opens a session for whoever acts in this transaction; it ends 12 hours later whatever happens. An account that was
   * locked, or got a new password, while the old one was still being compared gets none.
   * @throws Problem 401
   */
  async open(clientLabel: string, newDevice = false): Promise<OpenedSession> {
    const secret = newSecret();
    const id = newId();
    const expiresAt = new Date(Date.now() + SESSION_HOURS * 3_600_000);
    const { userId, accountVersion } = currentActor();
    const opened = await db().query(
      `INSERT INTO session (org_id, id, user_id, token_hash, client_label, expires_at, new_device, security_version)
       SELECT u.org_id, $3, u.id, $4, $5, $6, $7, u.security_version FROM staff_user u
        WHERE u.org_id = $1 AND u.id = $2 AND u.status = 'active' AND u.locked_at IS NULL
          AND u.security_version = coalesce($8, u.security_version) RETURNING id`,
      [
        db().context.orgId,
        userId,
        id,
        hashOfSecret(secret),
        clientLabel,
        expiresAt,
        newDevice,
        accountVersion ?? null,
      ],
    );
    if (opened.length === 0) throw notSignedIn();
    return { id, secret, expiresAt };
  }

  /** The person's own sessions that have not ended, newest first. */
  async mine(): Promise<Session[]> {
    const all = await db().findAll(Session, { userId: currentActor().userId }, { createdAt: 'DESC' });
    return all.filter((session) => session.expiresAt.getTime() > Date.now());
  }

  /** Ends one of the person's own sessions. @throws Problem 404 */
  async end(id: string): Promise<void> {
    const session = await db().find(Session, { id, userId: currentActor().userId });
    if (!session) throw notFound();
    await db().remove(Session, { id });
  }
}
