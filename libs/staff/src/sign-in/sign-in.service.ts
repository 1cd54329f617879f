import { createHmac, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret } from '@app/access';
import { ADDRESS_KEY, Database, Problem, type Actor } from '@app/platform';
import { Argon } from '../passwords/argon';
import { foldEmail } from '../people/address';
import { Strangers } from './strangers';

const FAILURES = 5;
const WINDOW = '15 minutes';
const LOCK = '15 minutes';

interface Candidate {
  org_id: string;
  user_id: string;
  role: string;
  status: string;
  password_hash: string | null;
  security_version: number;
  known_device: boolean;
}

/** What a person types at the door. */
export interface Credentials {
  email: string;
  password: string;
  /** Short name of the organisation, for people who work in several. */
  organisation?: string | null;
}

/** Where somebody knocks from. */
export interface From {
  peer: string;
  /** The cookie by which an account knows a browser. */
  device?: string;
  /** The session in which a person proves again who they are. */
  session?: string | null;
}

/** 401: the same for an unknown address, a wrong password, a locked address and a suspended account. */
export function signInFailed(): Problem {
  return new Problem(
    401,
    'sign_in_failed',
    'That did not work. Check the address and the password; after several attempts wait a quarter of an hour, ' +
      'or ask for a new password: its link makes this browser known. If you work for several organisations, name the one you mean.',
  );
}

/** Finds out whether a password is right, without telling anything else. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly argon: Argon,
    private readonly strangers: Strangers,
    @Inject(ADDRESS_KEY) private readonly key: KeyObject,
  ) {}

  /**
   * The person these credentials belong to, or null. Known and unknown addresses cost the same work, are counted
   * the same way and locked the same way: five failures in a quarter of an hour lock the address for another. That lock
   * is for strangers: from a browser the account knows, or inside a session, its owner has five tries that nobody else
   * can use up.
   *
   * @throws Problem 429 when strangers have failed too often, 503 when too many wait for their turn
   */
  async check(credentials: Credentials, from: From): Promise<Actor | null> {
    const device = from.device && /^[\w-]{43}$/.test(from.device) ? hashOfSecret(from.device) : null;
    // Who shows nothing is a stranger before anything is looked up: turning a flood away costs next to nothing.
    if (!from.session && !device) await this.strangers.require(from.peer);
    const candidate = await this.candidate(credentials, device);
    const known = !!from.session || !!candidate?.known_device;
    const key = this.keyOf(credentials, known ? (from.session ?? device) : null);
    return this.argon.attempt(known, async (verify) => {
      if (!known) await this.strangers.require(from.peer);
      const [state] = await this.database.outside<{ locked: boolean }>(
        'SELECT sec.sign_in_locked($1) AS locked',
        [key],
      );
      const stored = state.locked ? null : (candidate?.password_hash ?? null);
      if (await verify(stored, credentials.password)) {
        await this.forget(key);
        return candidate && actorOf(candidate);
      }
      await this.database.outside('SELECT sec.sign_in_failed($1, $2, $3, $4)', [key, FAILURES, WINDOW, LOCK]);
      if (!known) await this.strangers.failed(from.peer);
      return null;
    });
  }

  /** Forgets the failures of an address, after its owner has proved to be the owner. */
  async forgive(email: string): Promise<void> {
    await this.forget(this.keyOf({ email }, null));
  }

  private async forget(key: Buffer): Promise<void> {
    await this.database.outside('SELECT sec.forget_sign_ins($1)', [key]);
  }

  /** The one active account that is meant, or null when there is none or it is not clear which. */
  private async candidate(credentials: Credentials, device: Buffer | null): Promise<Candidate | null> {
    const found = await this.database.outside<Candidate>('SELECT * FROM sec.sign_in_account($1, $2, $3)', [
      foldEmail(credentials.email),
      credentials.organisation?.trim().toLowerCase() || null,
      device,
    ]);
    // Somebody who locked the own account and has a new password since goes on to the second factor.
    const open = ['active', 'unlocking'];
    const active = found.filter((row) => open.includes(row.status) && row.password_hash !== null);
    return active.length === 1 ? active[0] : null;
  }

  /** Whose tries are counted. Keyed, so that the table of attempts tells nobody which addresses were tried. */
  private keyOf({ email }: Pick<Credentials, 'email'>, place: string | Buffer | null): Buffer {
    const mac = createHmac('sha256', this.key).update(foldEmail(email));
    return place === null ? mac.digest() : mac.update('|').update(place).digest();
  }
}

/** The person as actor of the request that opens the session. */
export function actorOf(person: {
  org_id: string;
  user_id: string;
  role: string;
  security_version?: number;
}): Actor {
  return {
    orgId: person.org_id,
    userId: person.user_id,
    role: person.role,
    proofId: null,
    kind: 'session',
    scopes: null,
    accountVersion: person.security_version,
  };
}
