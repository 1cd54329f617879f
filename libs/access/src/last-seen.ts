import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';

const QUIET_MS = 60_000;
const MOST = 10_000;

/** Notes when a session or token was last used: at most once a minute each, and never in the way of a request. */
@Injectable()
export class LastSeen {
  private noted = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** Returns at once. A note that could not be written is written with a later request. */
  note(kind: 'session' | 'token', proofId: string): void {
    const now = performance.now();
    const before = this.noted.get(proofId);
    if (before !== undefined && now - before < QUIET_MS) return;
    if (this.noted.size >= MOST) this.noted = new Map();
    this.noted.set(proofId, now);
    const values = kind === 'session' ? [proofId, null] : [null, proofId];
    this.database.outside('SELECT sec.saw_proof($1, $2)', values).catch(() => this.noted.delete(proofId));
  }
}
