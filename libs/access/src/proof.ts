import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@app/platform';
import { LastSeen } from './last-seen';

export const SESSION_COOKIE = 'vacatur_session';
export const TOKEN_PREFIX = 'vct_pat_';

interface ProofRow {
  org_id: string;
  user_id: string;
  role: string;
  proof_id: string;
  scopes: string[] | null;
  /** Of sessions only. */
  proved?: boolean;
  covered?: boolean;
  must_enrol?: boolean;
}

/** What is stored of a session or token: its SHA-256. The secrets are 256 random bits, so no salt is needed. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * Finds out who a request comes from. It asks the database each time, so that a session, a role or a person that
 * was ended a moment ago is ended for the next request, on every process.
 */
@Injectable()
export class ProofOfIdentity {
  constructor(
    private readonly database: Database,
    private readonly lastSeen: LastSeen,
  ) {}

  /** The person of a session cookie's secret, or null. */
  async bySession(secret: string): Promise<Actor | null> {
    return this.actor('session', 'SELECT * FROM sec.actor_of_session($1)', secret);
  }

  /** The person of an API token, or null. */
  async byToken(secret: string): Promise<Actor | null> {
    if (!secret.startsWith(TOKEN_PREFIX)) return null;
    return this.actor('token', 'SELECT * FROM sec.actor_of_token($1)', secret);
  }

  private async actor(kind: 'session' | 'token', text: string, secret: string): Promise<Actor | null> {
    if (secret.length > 200) return null;
    const { rows } = await this.database.pool.query<ProofRow>({
      name: `actor-${kind}`,
      text,
      values: [hashOfSecret(secret)],
    });
    const row = rows[0];
    if (!row) return null;
    this.lastSeen.note(kind, row.proof_id);
    return {
      orgId: row.org_id,
      userId: row.user_id,
      role: row.role,
      proofId: row.proof_id,
      kind,
      scopes: row.scopes,
      ...(kind === 'session'
        ? { standing: { proved: !!row.proved, covered: !!row.covered, mustEnrol: !!row.must_enrol } }
        : {}),
    };
  }
}
