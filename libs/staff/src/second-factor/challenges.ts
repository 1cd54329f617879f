import { currentActor, db } from '@app/platform';

/** Keeps the challenge a passkey is about to answer with the session that asked; a newer one replaces it. */
export async function keepChallenge(challenge: string): Promise<void> {
  const { orgId, proofId } = currentActor();
  await db().query(
    `UPDATE session SET challenge = $3, challenge_until = now() + interval '5 minutes' WHERE org_id = $1 AND id = $2`,
    [orgId, proofId, challenge],
  );
}

/** Takes the challenge of this session away, for it is answered once. @returns null when there is none, or it is too old */
export async function takeChallenge(): Promise<string | null> {
  const { orgId, proofId } = currentActor();
  const row = await db().one<{ challenge: string | null }>(
    `WITH asked AS (SELECT org_id, id, challenge FROM session
                     WHERE org_id = $1 AND id = $2 AND challenge_until > now() FOR UPDATE)
     UPDATE session s SET challenge = NULL, challenge_until = NULL FROM asked
      WHERE s.org_id = asked.org_id AND s.id = asked.id RETURNING asked.challenge`,
    [orgId, proofId],
  );
  return row?.challenge ?? null;
}
