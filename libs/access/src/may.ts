import { currentActor, notAllowed, Problem, type Actor } from '@app/platform';
import { roleMay, type Permission } from './policy';
import { OFFICE_WIDE_ROLES } from './roles';

/** Whether this actor may: the role's rights, and for a token only its scopes. */
export function actorMay(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.scopes && !actor.scopes.includes(permission)) return false;
  return roleMay(actor.role, permission);
}

/** Whether the person of this request may; for the `can` of a view. */
export function may(permission: Permission): boolean {
  return actorMay(currentActor(), permission);
}

/** Whether the person of this request sees every client of the office. The rows themselves are the database's half. */
export function seesOffice(): boolean {
  return (OFFICE_WIDE_ROLES as readonly string[]).includes(currentActor().role);
}

/** The same answer as `notAllowed`, which knows for the audit trail what was missing. */
export class MissingRight extends Problem {
  constructor(readonly permission: Permission) {
    const { status, code, detail } = notAllowed();
    super(status, code, detail);
  }
}

/** @throws MissingRight (403) when the person of this request may not */
export function requireMay(permission: Permission): void {
  if (!may(permission)) throw new MissingRight(permission);
}
