import { Injectable } from '@nestjs/common';
import { actorMay, hashOfSecret, type Permission } from '@app/access';
import { badField, currentActor, db, newId, notFound, notSignedIn, Problem } from '@app/platform';
import { newApiToken } from '../secrets';
import { ApiToken } from './api-token.entity';
import type { MakeToken } from './token.dto';

/** @throws Problem 403 when a program acts: a token cannot make itself more powerful or longer-lived */
export function requireBrowserSession(): void {
  if (currentActor().kind !== 'session') {
    throw new Problem(
      403,
      'session_needed',
      'This is done by the person in the web app, not with an API token.',
    );
  }
}

/** Secrets with which a person's programs act. */
@Injectable()
export class Tokens {
  async mine(): Promise<ApiToken[]> {
    return db().findAll(ApiToken, { userId: currentActor().userId }, { createdAt: 'DESC' });
  }

  /**
   * Makes a token within what the person may do. The secret is returned once and kept nowhere.
   * @throws Problem 403 for programs, 422 for a scope the person does not have
   */
  async make(wish: MakeToken): Promise<{ token: ApiToken; secret: string }> {
    requireBrowserSession();
    const actor = currentActor();
    const scopes = [...new Set(wish.scopes)] as Permission[];
    const beyond = scopes.findIndex((scope) => !actorMay(actor, scope));
    if (beyond >= 0)
      throw badField(`scopes[${beyond}]`, 'not_yours', 'Your role does not have this permission.');
    await this.holdSession();
    const secret = newApiToken();
    const id = newId();
    await db().insert(ApiToken, {
      id,
      userId: actor.userId,
      tokenHash: hashOfSecret(secret),
      name: wish.name,
      scopes,
      expiresAt: new Date(Date.now() + wish.expiresInDays * 86_400_000),
    });
    const token = await db().find(ApiToken, { id });
    if (!token) throw notFound();
    return { token, secret };
  }

  /** What ends this session at this moment waits for the token and ends it too, or has ended the session already. */
  private async holdSession(): Promise<void> {
    const { orgId, proofId } = currentActor();
    const held = await db().query('SELECT id FROM session WHERE org_id = $1 AND id = $2 FOR SHARE', [
      orgId,
      proofId,
    ]);
    if (held.length === 0) throw notSignedIn();
  }

  /** Ends one of the person's own tokens. @throws Problem 404 */
  async end(id: string): Promise<void> {
    const token = await db().find(ApiToken, { id, userId: currentActor().userId });
    if (!token) throw notFound();
    await db().remove(ApiToken, { id });
  }
}
