import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { ADDRESS_KEY, Database } from '@app/platform';

const MINUTES = 30;
/** About 250 tries of a millisecond each: a second on a phone, and a day of a machine for a hundred thousand forms. */
const COST = 3000;
const PREFIX = '00';

/**
 * Work that a browser does before it may send a form, so that floods cost their sender something. Nobody else is asked
 * and nothing is learnt about the visitor. A challenge is signed, ends after half an hour and is good for one form.
 */
@Injectable()
export class ProofOfWork {
  private readonly secret: string;

  constructor(
    private readonly database: Database,
    @Inject(ADDRESS_KEY) key: KeyObject,
  ) {
    this.secret = createHmac('sha256', key).update('intake challenges').digest('hex');
  }

  /** Work for the form of one link. */
  async challenge(linkId: string): Promise<string> {
    const made = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      keyPrefix: PREFIX,
      deriveKey,
      expiresAt: new Date(Date.now() + MINUTES * 60_000),
      hmacSignatureSecret: this.secret,
      data: { link: linkId },
    });
    return JSON.stringify(made);
  }

  /** Whether this is the work for a challenge of ours, for this link, in time and not used before. */
  async holds(linkId: string, challengeText: string, solutionText: string): Promise<boolean> {
    const challenge = readJson<Challenge>(challengeText);
    const solution = readJson<Solution>(solutionText);
    if (!challenge || !solution || !isOurs(challenge, linkId)) return false;
    const answer = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: this.secret,
    }).catch(() => null);
    if (!answer?.verified || answer.expired) return false;
    const spent = createHash('sha256').update(String(challenge.signature)).digest();
    const [row] = await this.database.outside<{ first: boolean }>(
      `SELECT sec.spend_intake_challenge($1, now() + interval '${MINUTES} minutes') AS first`,
      [spent],
    );
    return row.first;
  }
}

function isOurs({ parameters, signature }: Challenge, linkId: string): boolean {
  if (!parameters || typeof signature !== 'string' || parameters.cost !== COST) return false;
  return isSame(String(parameters.data?.link), linkId);
}

function readJson<T>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' ? (value as T) : null;
  } catch {
    return null;
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
