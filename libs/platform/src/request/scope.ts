import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from '../db/tx';

/** Who acts: a person signed in, a program with that person's token, or a duty of the worker. */
export interface Actor {
  orgId: string;
  userId: string;
  role: string;
  /** Session or token that proves it; null for duties of the worker. */
  proofId: string | null;
  kind: 'session' | 'token' | 'system';
  /** What a token may do at most; null means everything the role may do. */
  scopes: string[] | null;
  /** How a browser's session stands at this moment; programs and duties have none. */
  standing?: Standing;
  /** At the doors: where the account's security stood when the secret was looked at. A session opens only while it still stands there. */
  accountVersion?: number;
}

/** What a session has shown, and what it still has to show before it may go on. */
export interface Standing {
  /** Proved in the last ten minutes who holds it: by signing in, or by stepping up. */
  proved: boolean;
  /** Its screen is covered after a pause. */
  covered: boolean;
  /** The office asks this role for a second factor, and the person has none. */
  mustEnrol: boolean;
}

/** The client (and case) an audit entry is about. */
export interface Subject {
  clientId: string;
  caseId: string | null;
}

/** A request that asked to be done at most once. */
export interface OnceRequest {
  key: string;
  method: string;
  url: string;
  body: unknown;
}

/** What one request carries. Nothing else travels beside the arguments. */
export interface RequestScope {
  requestId: string;
  actor: Actor | null;
  tx: Tx | null;
  subject: Subject | null;
  /** Names of changed fields, for the audit entry. Names only, never values. */
  fields: Set<string>;
  /** True when a repeated request got its first answer again: nothing was done, so no entry is written. */
  replayed: boolean;
  /** Kind of device and network the request comes from, such as "Firefox on Windows, 203.0.113.0/24"; null for duties. */
  origin: string | null;
  /** Set when the caller sent an Idempotency-Key with a POST. */
  once: OnceRequest | null;
  /** True when the time of the answer must not tell whether something was found behind a wall. */
  even: boolean;
}

const storage = new AsyncLocalStorage<RequestScope>();

/** A scope for one request or one piece of the worker's work. */
export function newScope(requestId: string, actor: Actor | null = null): RequestScope {
  return {
    requestId,
    actor,
    tx: null,
    subject: null,
    fields: new Set(),
    replayed: false,
    origin: null,
    once: null,
    even: false,
  };
}

/** Runs the work with this scope as the current one. */
export function runInScope<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work);
}

/** The current scope. @throws Error outside a request or duty */
export function currentScope(): RequestScope {
  const scope = storage.getStore();
  if (!scope) throw new Error('There is no request here: open one with runInScope.');
  return scope;
}

/** Who acts now. @throws Error when nobody is signed in */
export function currentActor(): Actor {
  const { actor } = currentScope();
  if (!actor) throw new Error('Nobody is signed in here.');
  return actor;
}

/**
 * The transaction of this request, with the organisation already set.
 * @throws Error outside a transaction: a query without an organisation is a mistake, not an empty answer
 */
export function db(): Tx {
  const { tx } = currentScope();
  if (!tx) throw new Error('There is no organisation transaction here.');
  return tx;
}

/** Names the client (and case) that this request opens or changes; the audit entry is about it. */
export function about(clientId: string, caseId: string | null = null): void {
  const scope = currentScope();
  const known = scope.subject;
  if (known && known.clientId === clientId) {
    scope.subject = { clientId, caseId: caseId ?? known.caseId };
    return;
  }
  scope.subject = { clientId, caseId };
}

/**
 * Keeps the time of this request's answer from telling what was found: for look-ups by name, number or word, which also
 * meet what the person does not see.
 */
export function keepTimeEven(): void {
  currentScope().even = true;
}

/** Adds names of changed fields to this request's audit entry. */
export function changed(...fields: string[]): void {
  const scope = currentScope();
  for (const field of fields) scope.fields.add(field);
}
