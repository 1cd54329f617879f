import { createHmac, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ADDRESS_KEY, CONFIG, Database, Problem, type Config } from '@app/platform';
import { Peers, WINDOW_MS } from './peers';

const PERIOD = '15 minutes';

/**
 * Passwords tried from browsers that no account knows: so many of one network, and so many of the whole installation
 * together, wherever they come from and whatever addresses they name. Above that strangers wait, and as long as they go
 * on trying they go on waiting. Nobody is locked out by it: a browser somebody has signed in with before is no stranger,
 * and the link of a new password makes one known.
 */
@Injectable()
export class Strangers {
  private readonly peers = new Peers();
  private readonly key: Buffer;
  private turnedAway = { times: 0, since: 0 };

  constructor(
    private readonly database: Database,
    @Inject(ADDRESS_KEY) key: KeyObject,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.key = createHmac('sha256', key).update('strangers').digest();
  }

  /** Asked before an attempt queues, and again when its turn has come. @throws Problem 429 */
  async require(peer: string): Promise<void> {
    if (this.peers.blocked(peer)) {
      throw new Problem(
        429,
        'too_many_attempts',
        'Too many attempts from your network. Wait a quarter of an hour.',
      );
    }
    const [state] = await this.database.outside<{ locked: boolean }>(
      'SELECT sec.sign_in_locked($1) AS locked',
      [this.key],
    );
    if (!state.locked) return;
    await this.goOn();
    throw new Problem(
      429,
      'strangers_wait',
      'Somebody is trying many passwords. Browsers that were never signed in with wait until it stops. Use one you ' +
        'have signed in with before, or ask for a new password: its link makes this browser known.',
    );
  }

  /** Counts a wrong password. */
  async failed(peer: string): Promise<void> {
    this.peers.failed(peer);
    await this.database.outside('SELECT sec.sign_in_failed($1, $2, $3, $4)', [
      this.key,
      this.config.strangerTries,
      PERIOD,
      PERIOD,
    ]);
  }

  /** Who goes on as fast as before is kept waiting longer; who stops is let in when the time is over. */
  private async goOn(): Promise<void> {
    const now = performance.now();
    if (now - this.turnedAway.since > WINDOW_MS) this.turnedAway = { times: 0, since: now };
    this.turnedAway.times += 1;
    if (this.turnedAway.times < this.config.strangerTries) return;
    this.turnedAway = { times: 0, since: now };
    await this.database.outside('SELECT sec.go_on_holding($1, $2)', [this.key, PERIOD]);
  }
}
