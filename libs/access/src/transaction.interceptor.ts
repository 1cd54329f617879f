import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { currentScope, Idempotency, runInScope, setEtag, UnitOfWork, type AuditedUse } from '@app/platform';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { ScopedRequest } from './access.guard';
import { ALLOW, OWN_TRANSACTIONS, REVEALS, STORES_NOTHING } from './allow.decorator';
import { MissingRight } from './may';
import { ruleOf, type Permission } from './policy';
import { Refusals } from './refusals';
import { RevealBudget } from './reveal-budget';

/** What the audit trail keeps when this permission is used. */
export function usePermission(permission: Permission): AuditedUse {
  const rule = ruleOf(permission);
  return { action: permission, rule: rule.audit, aboutClient: rule.client };
}

/** One request = one transaction = one audit entry. Services never see a transaction begin or end. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly budget: RevealBudget,
    private readonly refusals: Refusals,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(runInScope(request.scope, () => this.answer(context, request, reply, next)));
  }

  private async answer(
    context: ExecutionContext,
    request: ScopedRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const permission = this.reflector.getAllAndOverride<Permission>(ALLOW, [
      context.getHandler(),
      context.getClass(),
    ]);
    const own = this.reflector.get<boolean>(OWN_TRANSACTIONS, context.getHandler());
    if (this.reflector.get<boolean>(STORES_NOTHING, context.getHandler())) request.scope.once = null;
    if (!permission) return handle();
    const reveals = this.reflector.get<boolean>(REVEALS, context.getHandler());
    const answer = await (
      own ? this.ofItsOwn(permission, reveals, handle) : this.counted(permission, reveals, handle)
    ).catch(async (error: unknown) => {
      const { actor } = request.scope;
      if (actor && error instanceof MissingRight) await this.refusals.note(actor, request, error.permission);
      throw error;
    });
    if (request.scope.replayed) reply.header('idempotency-replayed', 'true');
    setEtag(reply, answer);
    return answer;
  }

  /** The mark of a reveal stays with the request, and so gets into the entry that the route writes later. */
  private async ofItsOwn(
    permission: Permission,
    reveals: boolean | undefined,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { actor } = currentScope();
    if (reveals && actor) {
      const use = { action: permission, rule: 'none', aboutClient: false } as const;
      await this.work
        .run(use, () => this.budget.spend())
        .catch(async (error: unknown) => {
          await this.budget.tell(actor, error);
          throw error;
        });
    }
    return handle();
  }

  /** Opening and revealing have a measure; see RevealBudget. */
  private async counted(
    permission: Permission,
    reveals: boolean | undefined,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { actor } = currentScope();
    if (ruleOf(permission).audit !== 'open' || !actor) return this.inOne(permission, handle);
    const ended = await this.budget.pause(actor);
    let many = false;
    const measured = async (): Promise<unknown> => {
      if (reveals) await this.budget.spend();
      const answer = await handle();
      const { subject } = currentScope();
      if (subject) many = await this.budget.note(actor, subject.clientId);
      return answer;
    };
    try {
      return await this.inOne(permission, measured);
    } catch (error) {
      await this.budget.tell(actor, error);
      throw error;
    } finally {
      ended();
      if (many) await this.budget.tellOfMany(actor);
    }
  }

  /** What only opens a record is done again each time: an answer kept from before would leave no entry. */
  private inOne(permission: Permission, handle: () => Promise<unknown>): Promise<unknown> {
    return this.work.run(usePermission(permission), () =>
      ruleOf(permission).audit === 'open' ? handle() : this.idempotency.once(handle),
    );
  }
}
