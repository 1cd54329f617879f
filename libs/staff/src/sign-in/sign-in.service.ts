import { createHmac, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ADDRESS_KEY, Database, Problem, type Actor } from '@app/platform';
import { Argon } from '../passwords/argon';
import { foldEmail } from '../people/address';
import { Peers } from './peers';

const FAILURES = 5;
const WINDOW = '15 minutes';
const LOCK = '15 minutes';

interface Candidate {
  org_id: string;
  user_id: string;
  role: string;
  status: string;
  password_hash: string | null;
}

/** What a person types at the door. */
export interface Credentials {
  email: string;
  password: string;
  /** Short name of the organisation, for people who work in several. */
  organisation?: string | null;
}

/** 401: the same for an unknown address, a wrong password, a locked address and a suspended account. */
export function signInFailed(): Problem {
  return new Problem(
    401,
    'sign_in_failed',
    'That did not work. Check the address and the password; after several attempts wait a quarter of an hour. ' +
      'If you work for several organisations, name the one you mean.',
  );
}

/** Finds out whether a password is right, without telling anything else. */
@Injectable()
export class SignInService {
  private readonly peers = new Peers();

  constructor(
    private readonly database: Database,
    private readonly argon: Argon,
    @Inject(ADDRESS_KEY) private readonly key: KeyObject,
  ) {}

  /**
   * The person these credentials belong to, or null. Known and unknown addresses cost the same work, are counted
   * the same way and locked the same way: five failures in a quarter of an hour lock the address for another.
   *
   * @throws Problem 429 when one network address has failed a hundred times, 503 when too many wait for their turn
   */
  async check(credentials: Credentials, peer: string): Promise<Actor | null> {
    if (this.peers.blocked(peer)) {
      throw new Problem(
        429,
        'too_many_attempts',
        'Too many attempts from your network. Wait a quarter of an hour.',
      );
    }
    const address = this.addressHash(credentials.email);
    const candidate = await this.candidate(credentials);
    return this.argon.attempt(async (verify) => {
      const [state] = await this.database.outside<{ locked: boolean }>(
        'SELECT sec.sign_in_locked($1) AS locked',
        [address],
      );
      const stored = state.locked ? null : (candidate?.password_hash ?? null);
      if (candidate && (await verify(stored, credentials.password))) {
        await this.forgive(credentials.email);
        return actorOf(candidate);
      }
      if (!candidate) await verify(null, credentials.password);
      await this.database.outside('SELECT sec.sign_in_failed($1, $2, $3, $4)', [
        address,
        FAILURES,
        WINDOW,
        LOCK,
      ]);
      this.peers.failed(peer);
      return null;
    });
  }

  /** Forgets the failures of an address, after its owner has proved to be the owner. */
  async forgive(email: string): Promise<void> {
    await this.database.outside('SELECT sec.forget_sign_ins($1)', [this.addressHash(email)]);
  }

  /** The one active account that is meant, or null when there is none or it is not clear which. */
  private async candidate(credentials: Credentials): Promise<Candidate | null> {
    const found = await this.database.outside<Candidate>('SELECT * FROM sec.sign_in_candidates($1, $2)', [
      foldEmail(credentials.email),
      credentials.organisation?.trim().toLowerCase() || null,
    ]);
    // Somebody who locked the own account and has a new password since goes on to the second factor.
    const open = ['active', 'unlocking'];
    const active = found.filter((row) => open.includes(row.status) && row.password_hash !== null);
    return active.length === 1 ? active[0] : null;
  }

  /** Keyed, so that the table of attempts tells nobody which addresses were tried. */
  private addressHash(email: string): Buffer {
    return createHmac('sha256', this.key).update(foldEmail(email)).digest();
  }
}

/** The person as actor of the request that opens the session. */
export function actorOf(person: { org_id: string; user_id: string; role: string }): Actor {
  return {
    orgId: person.org_id,
    userId: person.user_id,
    role: person.role,
    proofId: null,
    kind: 'session',
    scopes: null,
  };
}
