import type { Role } from '@app/access';
import type { Api } from './client';
import type { Office } from './factories/organisation';
import type { HalfWay } from './factories/second-factor';

/** What ought to be true of one person's account, in words of what happened to it and not of how it is stored. */
export interface Account {
  id: string;
  role: Role;
  suspended: boolean;
  lock: null | 'director' | 'self';
  /** The own lock is half undone: a new password was chosen. */
  unlocking: boolean;
  password: string;
  factor: null | { id: string; recovery: string[] };
}

/** Something somebody once got hold of. `ended` is final: what ended never opens anything again. */
export interface Held<T> {
  it: T;
  ended: boolean;
  covered: boolean;
}

/** One mailbox, what was ever sent to it, and what was ever got with it. */
export interface Someone {
  email: string;
  account: Account | null;
  /** Wrong passwords from strangers, and those for an account that was closed. */
  failures: number;
  passwords: string[];
  invitations: Held<{ id: string; secret: string; role: Role }>[];
  resets: Held<string>[];
  sessions: Held<Api>[];
  halves: Held<HalfWay>[];
  tokens: Held<Api>[];
}

export interface Model {
  office: Office;
  people: Someone[];
  /** Roles that the office asks for a second factor. */
  strict: Role[];
}

export const FAILURES = 5;

export const stranger = (email: string): Someone => ({
  ...{ email, account: null, failures: 0, passwords: ['nobody ever had this one'] },
  ...{ invitations: [], resets: [], sessions: [], halves: [], tokens: [] },
});

export const hold = <T>(it: T): Held<T> => ({ it, ended: false, covered: false });

/** Only an account like this may be signed in with, and only its proofs reach anything. */
export const active = (account: Account | null): boolean => !!account && !account.suspended && !account.lock;

/** The first secret opens the second step: for active accounts, and to undo the own lock with both secrets. */
export const mayBegin = (account: Account | null): boolean =>
  active(account) ||
  (!!account && !account.suspended && account.lock === 'self' && account.unlocking && !!account.factor);

/** What a session's request for data of the organisation is to be answered with. */
export function answerTo(model: Model, person: Someone, session: Held<Api>): 200 | 401 | 403 {
  const { account } = person;
  if (session.ended || !active(account)) return 401;
  const mustEnrol = model.strict.includes(account!.role) && !account!.factor;
  return session.covered || mustEnrol ? 403 : 200;
}

/** A change of the account's security: everything half or whole that was open ends, but what made the change. */
export function end(person: Someone, keep: Held<Api> | null, tokens: boolean): void {
  for (const session of person.sessions) if (session !== keep) session.ended = true;
  for (const half of person.halves) half.ended = true;
  if (tokens) for (const token of person.tokens) token.ended = true;
}
