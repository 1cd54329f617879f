import { createHmac, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ADDRESS_KEY, currentActor, Database, Problem } from '@app/platform';
import { Peers } from '../sign-in/peers';

const TRIES = 5;
const WINDOW = '15 minutes';
const LOCK = '15 minutes';
/** An office shares one network address: five people may mistype five times each. */
const TRIES_OF_A_NETWORK = 25;

/**
 * How often a second factor may be guessed at: five times in a quarter of an hour per account and kind, then not for
 * another quarter. A passkey is no guess and is never refused for it, so that nobody is locked out for good.
 */
@Injectable()
export class Tries {
  private readonly peers = new Peers(undefined, TRIES_OF_A_NETWORK);

  constructor(
    private readonly database: Database,
    @Inject(ADDRESS_KEY) private readonly key: KeyObject,
  ) {}

  /**
   * Does the work if a try is left. It is counted before, and what comes of it decides after: right forgets all
   * tries, a code that was right before is no guess and gives the try back.
   * @throws Problem 429 when one network address has failed too often
   */
  async take(
    kind: 'code' | 'recovery',
    peer: string,
    work: () => Promise<'right' | 'wrong' | 'used'>,
  ): Promise<boolean> {
    if (this.peers.blocked(peer)) {
      throw new Problem(
        429,
        'too_many_attempts',
        'Too many attempts from your network. Wait a quarter of an hour.',
      );
    }
    const { orgId, userId } = currentActor();
    const key = createHmac('sha256', this.key).update(`second factor|${kind}|${orgId}|${userId}`).digest();
    const [state] = await this.database.outside<{ free: boolean }>(
      'SELECT sec.take_try($1, $2, $3, $4) AS free',
      [key, TRIES, WINDOW, LOCK],
    );
    if (!state.free) return false;
    const outcome = await work();
    if (outcome === 'right') await this.database.outside('SELECT sec.forget_sign_ins($1)', [key]);
    if (outcome === 'used') await this.database.outside('SELECT sec.return_try($1)', [key]);
    if (outcome === 'wrong') this.peers.failed(peer);
    return outcome === 'right';
  }
}
