import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  newScope,
  notAllowed,
  notSignedIn,
  originOf,
  Problem,
  type Actor,
  type OnceRequest,
  type RequestScope,
} from '@app/platform';
import type { FastifyRequest } from 'fastify';
import { ALLOW, OPEN, REACHABLE, STEP_UP, type Hindrance } from './allow.decorator';
import { actorMay, MissingRight } from './may';
import type { Permission } from './policy';
import { ProofOfIdentity, SESSION_COOKIE } from './proof';
import { Refusals } from './refusals';
import { requireStanding } from './standing';

/** The request with what the guard found out about it. */
export type ScopedRequest = FastifyRequest & {
  scope: RequestScope;
  cookies?: Record<string, string | undefined>;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: who is it, and may this role do this. Without a permission on the route it refuses. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly proof: ProofOfIdentity,
    private readonly refusals: Refusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const targets = [context.getHandler(), context.getClass()];
    request.scope = newScope(String(request.id));
    if (this.reflector.getAllAndOverride<string>(OPEN, targets)) {
      refuseForeignOrigin(request);
      return true;
    }
    const permission = this.reflector.getAllAndOverride<Permission>(ALLOW, targets);
    const actor = await this.actorOf(request);
    if (!actor) throw notSignedIn();
    if (!permission) throw notAllowed();
    if (!actorMay(actor, permission)) {
      await this.refusals.note(actor, request, permission);
      throw new MissingRight(permission);
    }
    requireStanding(actor, {
      stepUp: this.reflector.getAllAndOverride<boolean>(STEP_UP, targets) ?? false,
      reachable: this.reflector.getAllAndOverride<Hindrance[]>(REACHABLE, targets) ?? [],
    });
    request.scope.actor = actor;
    request.scope.origin = originOf(request.headers['user-agent'], request.ip);
    request.scope.once = onceOf(request);
    return true;
  }

  private async actorOf(request: ScopedRequest): Promise<Actor | null> {
    const bearer = /^Bearer ([\x21-\x7e]+)$/.exec(request.headers.authorization ?? '');
    if (bearer) return this.proof.byToken(bearer[1]);
    const secret = request.cookies?.[SESSION_COOKIE];
    if (!secret) return null;
    if (!SAFE.has(request.method)) refuseForgery(request);
    return this.proof.bySession(secret);
  }
}

function onceOf(request: ScopedRequest): OnceRequest | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string') return null;
  return { key, method: request.method, url: request.url, body: request.body };
}

/** A browser sends the cookie by itself; the header it cannot be made to send from another site. */
function refuseForgery(request: ScopedRequest): void {
  refuseForeignOrigin(request);
  if (request.headers['x-vacatur'] !== '1') {
    throw new Problem(
      403,
      'forgery_suspected',
      'Changes with a session cookie need the header X-Vacatur: 1.',
    );
  }
}

function refuseForeignOrigin(request: ScopedRequest): void {
  if (SAFE.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = (origin && hostOf(origin) !== host) || (site && site !== 'same-origin' && site !== 'none');
  if (foreign) throw new Problem(403, 'forgery_suspected', 'This request comes from another site.');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
