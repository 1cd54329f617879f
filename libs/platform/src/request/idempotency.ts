import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conflict, Problem } from '../errors/problem';
import { Keyring } from '../sealed';
import { currentActor, currentScope, db } from './scope';

interface StoredAnswer {
  request_hash: Buffer;
  answer: Buffer | null;
}

/** Makes a repeated POST answer what the first one answered, instead of doing the work twice. */
@Injectable()
export class Idempotency {
  constructor(private readonly keyring: Keyring) {}

  /**
   * Does the work, or gives the first answer again when this request was made before with the same Idempotency-Key.
   * A second request that comes while the first runs waits for it: the unique key makes it wait, in the same
   * transaction as the work itself. Without a key the work is simply done.
   *
   * @throws Problem 400 malformed key, 409 still running, 422 the key was used for a different request
   */
  async once<T>(work: () => Promise<T>): Promise<T> {
    const scope = currentScope();
    if (!scope.once) return work();
    const { key: sent, method, url, body } = scope.once;
    if (!/^[\x21-\x7e]{1,255}$/.test(sent)) {
      throw new Problem(
        400,
        'malformed_idempotency_key',
        'Idempotency-Key must be 1 to 255 visible ASCII characters.',
      );
    }
    const { orgId, userId } = currentActor();
    // Programs make keys of what is at hand, which may be a number of the client: it is not kept as it came.
    const key = createHash('sha256').update(`${userId}|${sent}`).digest('base64url');
    const hash = createHash('sha256')
      .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
      .digest();
    const first = await db().one(
      `INSERT INTO idempotency_key (org_id, user_id, key, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [orgId, userId, key, hash],
    );
    if (!first) {
      scope.replayed = true;
      return (await this.stored(key, hash)) as T;
    }
    const answer = await work();
    const box = (await this.keyring.orgKey(orgId)).box('idempotency_key', userId);
    await db().query(
      `UPDATE idempotency_key SET answer = $4 WHERE org_id = $1 AND user_id = $2 AND key = $3`,
      [orgId, userId, key, box.seal('answer', JSON.stringify(answer ?? null))],
    );
    return answer;
  }

  private async stored(key: string, hash: Buffer): Promise<unknown> {
    const { orgId, userId } = currentActor();
    const row = await db().one<StoredAnswer>(
      'SELECT request_hash, answer FROM idempotency_key WHERE org_id = $1 AND user_id = $2 AND key = $3',
      [orgId, userId, key],
    );
    if (!row?.answer)
      throw conflict(
        'still_running',
        'The first request with this key is still running. Try again in a moment.',
      );
    if (!row.request_hash.equals(hash)) {
      throw new Problem(
        422,
        'idempotency_key_reused',
        'This Idempotency-Key was used for a different request. Use a new one.',
      );
    }
    const box = (await this.keyring.orgKey(orgId)).box('idempotency_key', userId);
    return JSON.parse(box.open('answer', row.answer) ?? 'null');
  }
}
