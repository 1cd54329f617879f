import { Injectable } from '@nestjs/common';
import { hashOfSecret, usePermission, type Role } from '@app/access';
import { currentScope, Database, db, newId, Problem, UnitOfWork, type Actor } from '@app/platform';
import { Argon } from '../passwords/argon';
import { requireGoodPassword } from '../passwords/password-rule';
import { setPassword } from '../passwords/passwords';
import { addPerson } from '../people/people';
import { actorOf } from '../sign-in/sign-in.service';
import type { InvitedView } from './invitation.view';

interface InvitationOfToken {
  org_id: string;
  id: string;
  email: string;
  name: string;
  role: Role;
  organisation: string;
}

/** The invited person's side of an invitation. */
@Injectable()
export class InvitationDoor {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly argon: Argon,
  ) {}

  /** @throws Problem 410 when the link is used up */
  async look(token: string): Promise<InvitedView> {
    const { organisation, email, name, role } = await this.open(token);
    return { organisation, email, name, role };
  }

  /**
   * Makes the account; the invitation is used up by it.
   * @throws Problem 410 when the link is used up, 422 when the password is weak, 409 when the address has an account
   */
  async accept(answer: { token: string; name: string; password: string }): Promise<Actor> {
    const invitation = await this.open(answer.token);
    requireGoodPassword(answer.password, { name: answer.name, email: invitation.email });
    const hash = await this.argon.hash(answer.password);
    const userId = newId();
    const actor = actorOf({ ...invitation, user_id: userId });
    currentScope().actor = actor;
    await this.work.run(usePermission('me.change'), async () => {
      await this.useUp(invitation);
      await addPerson({ name: answer.name, email: invitation.email, role: invitation.role }, userId);
      await setPassword(userId, hash, null);
    });
    return actor;
  }

  private async open(token: string): Promise<InvitationOfToken> {
    const [invitation] = await this.database.outside<InvitationOfToken>(
      'SELECT * FROM sec.invitation_of_token($1)',
      [hashOfSecret(token)],
    );
    if (!invitation) throw used();
    return invitation;
  }

  /** One of two people who open the same link at once gets through. */
  private async useUp(invitation: InvitationOfToken): Promise<void> {
    const rows = await db().query(
      `UPDATE invitation SET status = 'accepted', accepted_at = now()
        WHERE org_id = $1 AND id = $2 AND status = 'open' AND expires_at > now() RETURNING id`,
      [invitation.org_id, invitation.id],
    );
    if (rows.length === 0) throw used();
  }
}

function used(): Problem {
  return new Problem(
    410,
    'link_used_up',
    'This invitation has been used, was taken back or is too old. Ask for a new one.',
  );
}
