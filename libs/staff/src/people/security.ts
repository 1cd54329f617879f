import { db, notSignedIn } from '@app/platform';

/** What a change of an account's security leaves alive. */
export interface Survivors {
  /** The session of whoever made the change. */
  session?: string | null;
  tokens?: boolean;
}

/**
 * Moves an account's security version on: every session and half-finished sign-in of before is dead for the next
 * request, on every process. Called by each event that a stolen session must not survive. A session that such an event
 * has just ended makes no change of its own any more, however early it was let in.
 *
 * @throws Problem 401 when the session to be kept has ended
 */
export async function securityChanged(userId: string, survivors: Survivors = {}): Promise<void> {
  const { orgId } = db().context;
  const kept = survivors.session ?? null;
  const keeping = await db().query(
    `WITH moved AS (UPDATE staff_user SET security_version = security_version + 1
                     WHERE org_id = $1 AND id = $2 RETURNING security_version)
     UPDATE session SET security_version = moved.security_version FROM moved
      WHERE session.org_id = $1 AND session.user_id = $2 AND session.id = $3
      RETURNING session.id`,
    [orgId, userId, kept],
  );
  if (kept && keeping.length === 0) throw notSignedIn();
  await db().query('DELETE FROM session WHERE org_id = $1 AND user_id = $2 AND id IS DISTINCT FROM $3', [
    orgId,
    userId,
    kept,
  ]);
  if (survivors.tokens) return;
  await db().query('DELETE FROM api_token WHERE org_id = $1 AND user_id = $2', [orgId, userId]);
}
