import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret } from '@app/access';
import {
  changed,
  CONFIG,
  conflict,
  currentActor,
  db,
  MAIL_STATE,
  newId,
  notFound,
  Outbox,
  type Config,
} from '@app/platform';
import { invitationMail } from '../mails';
import { foldEmail } from '../people/address';
import { StaffUser } from '../people/staff-user.entity';
import { newSecret } from '../secrets';
import type { Invite } from './invitation.dto';
import { Invitation } from './invitation.entity';
import type { InvitationRow } from './invitation.view';

export const INVITATION_DAYS = 7;

/** When an invitation made now ends. */
export function invitationEnd(): Date {
  return new Date(Date.now() + INVITATION_DAYS * 86_400_000);
}

const ROWS = `
  SELECT i.id, i.email, i.name, i.role, i.created_at, i.expires_at,
         CASE WHEN m.id IS NULL THEN 'not_known' ELSE ${MAIL_STATE} END AS delivery
    FROM invitation i LEFT JOIN outbox_message m ON m.org_id = i.org_id AND m.id = i.mail_id
   WHERE i.org_id = $1 AND i.status = 'open'`;

/** The office's side of invitations. */
@Injectable()
export class Invitations {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Invites by mail. An earlier open invitation to the same address is taken back, so its link stops working.
   * @throws Problem 409 when somebody in the office already has this address
   */
  async invite(invitation: Invite): Promise<InvitationRow> {
    const { orgId, userId } = currentActor();
    const emailFolded = foldEmail(invitation.email);
    if (await db().find(StaffUser, { emailFolded })) {
      throw conflict('email_taken', 'Somebody in your organisation already has this e-mail address.', [
        { path: 'email', code: 'taken', message: 'Already in use.' },
      ]);
    }
    await db().query(
      `UPDATE invitation SET status = 'revoked' WHERE org_id = $1 AND email_folded = $2 AND status = 'open'`,
      [orgId, emailFolded],
    );
    const id = newId();
    const secret = newSecret();
    const mailId = await this.outbox.mail(invitationMail(invitation.email, this.config.publicUrl, secret));
    await db().insert(Invitation, {
      ...invitation,
      id,
      emailFolded,
      tokenHash: hashOfSecret(secret),
      invitedBy: userId,
      status: 'open',
      mailId,
      expiresAt: invitationEnd(),
    });
    changed('invitation');
    return this.require(id);
  }

  /** Invitations that have not been accepted or taken back, newest first; also those that have run out. */
  async openOnes(): Promise<InvitationRow[]> {
    return db().query<InvitationRow>(`${ROWS} ORDER BY i.created_at DESC, i.id DESC LIMIT 500`, [
      currentActor().orgId,
    ]);
  }

  /** Takes an invitation back. @throws Problem 404 */
  async revoke(id: string): Promise<void> {
    await this.require(id);
    changed('invitation');
    await db().query(
      `UPDATE invitation SET status = 'revoked' WHERE org_id = $1 AND id = $2 AND status = 'open'`,
      [currentActor().orgId, id],
    );
  }

  private async require(id: string): Promise<InvitationRow> {
    const row = await db().one<InvitationRow>(`${ROWS} AND i.id = $2`, [currentActor().orgId, id]);
    if (!row) throw notFound();
    return row;
  }
}
