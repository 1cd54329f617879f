import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { CONFIG, Problem, type Config } from '@app/platform';

const AT_ONCE = 2;
const LONGEST_QUEUE = 200;

/**
 * Argon2id, two at a time. Each takes 64 MiB and a processor for a tenth of a second, so that many people (or one
 * attacker) signing in at once wait for each other instead of starving the rest of the office. Whoever is known already,
 * by a session, a browser or a mailed link, goes before all strangers: a flood of guesses keeps nobody of the office out.
 */
@Injectable()
export class Argon {
  private running = 0;
  private readonly known: (() => void)[] = [];
  private readonly strangers: (() => void)[] = [];
  private readonly nobody: Promise<string>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.nobody = this.hash(randomBytes(32).toString('base64'));
    this.nobody.catch(() => undefined);
  }

  /** The text to store of a password. Never call it inside a transaction. */
  async hash(password: string): Promise<string> {
    return this.inTurn(true, () => this.hashNow(password));
  }

  /**
   * Waits for a turn and hands over the comparison; what else belongs to an attempt (is it locked, count it) is done
   * within the same turn, so that a burst of attempts cannot pass before the first failures are counted.
   * @param known the attempt comes from where its account is known
   */
  async attempt<T>(
    known: boolean,
    work: (verify: (stored: string | null, password: string) => Promise<boolean>) => Promise<T>,
  ): Promise<T> {
    return this.inTurn(known, () => work((stored, password) => this.compare(stored, password)));
  }

  /** Compares with the stored text. Without one it does the same work and answers false. */
  private async compare(stored: string | null, password: string): Promise<boolean> {
    const matches = await verify(stored ?? (await this.nobody), password.normalize('NFKC'));
    return matches && stored !== null;
  }

  /** The library's Argon2id is a type-only enum, which a file compiled by itself cannot read; 2 is its value. */
  private hashNow(password: string): Promise<string> {
    const { memoryKiB, passes } = this.config.passwordCost;
    return hash(password.normalize('NFKC'), {
      algorithm: 2,
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: 1,
    });
  }

  private async inTurn<T>(known: boolean, work: () => Promise<T>): Promise<T> {
    const queue = known ? this.known : this.strangers;
    if (this.running >= AT_ONCE) {
      if (queue.length >= LONGEST_QUEUE) {
        throw new Problem(
          503,
          'busy',
          'Too many people are signing in at this moment. Try again in a minute.',
        );
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.known.shift() ?? this.strangers.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
