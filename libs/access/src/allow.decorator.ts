import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from './policy';

export const ALLOW = 'vacatur:allow';
export const OPEN = 'vacatur:open';
export const OWN_TRANSACTIONS = 'vacatur:own-transactions';
export const STORES_NOTHING = 'vacatur:stores-nothing';
export const STEP_UP = 'vacatur:step-up';
export const REACHABLE = 'vacatur:reachable';

/** States of a session in which nothing is reached but the way out of them. */
export type Hindrance = 'covered' | 'enrolling';
export const REVEALS = 'vacatur:reveals';

/** The permission a route needs. A route without it (or @Open) keeps the server from starting. */
export const Allow = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ALLOW, permission), ApiExtension('x-permission', permission));

/** A route for people who are not signed in. The reason is for whoever reviews the list of open routes. */
export const Open = (reason: string): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(OPEN, reason), ApiExtension('x-open', reason));

/** The route does slow work (mail, hashing, printing) and opens its own short transactions around it. */
export const OwnTransactions = (): MethodDecorator => SetMetadata(OWN_TRANSACTIONS, true);

/** A POST that only asks. An Idempotency-Key with it is ignored, so that nothing of what was sent is kept. */
export const StoresNothing = (): MethodDecorator => SetMetadata(STORES_NOTHING, true);

/**
 * The route is so grave that a session must have proved who holds it in the last minutes (password or second factor).
 * API tokens cannot prove that and are refused.
 */
export const StepUp = (): MethodDecorator =>
  applyDecorators(SetMetadata(STEP_UP, true), ApiExtension('x-step-up', true));

/** The route is part of the way out: it is reached behind a covered screen, or before the second factor is there. */
export const Reachable = (...hindrances: Hindrance[]): MethodDecorator => SetMetadata(REACHABLE, hindrances);
/** The route shows a protected number or the content of a document: it counts against the person's budget. */
export const Reveals = (): MethodDecorator => SetMetadata(REVEALS, true);
