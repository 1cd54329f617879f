import { Inject, Injectable } from '@nestjs/common';
import {
  changed,
  CONFIG,
  Log,
  newScope,
  originOf,
  runInScope,
  UnitOfWork,
  type Actor,
  type Config,
} from '@app/platform';
import type { FastifyRequest } from 'fastify';
import type { Permission } from './policy';

/** Action of an entry about one refusal; its fields are the route's template and the permission that was missing. */
export const REFUSED = 'access.refused';
/** Action of the entry that stands for all further refusals of that person in that minute. */
export const REFUSED_MORE = 'access.refused_more';

const MINUTE_MS = 60_000;
/** People of whom a process remembers how often they were refused, before it forgets those whose minute is over. */
const REMEMBERED = 1000;

interface Minute {
  since: number;
  refused: number;
}

/**
 * Writes into the audit trail who was refused for lack of a right. Never the address that was called: it may hold the
 * id of something that this person does not see. So many a minute and person, so that nobody fills the disk with them.
 */
@Injectable()
export class Refusals {
  private readonly minutes = new Map<string, Minute>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Outside the refused request's transaction. A refusal stays one when the trail cannot be written. */
  async note(actor: Actor, request: FastifyRequest, permission: Permission): Promise<void> {
    const nth = this.countUp(`${actor.orgId} ${actor.userId}`);
    const most = this.config.refusalsPerMinute;
    if (nth > most + 1) return;
    const requestId = String(request.id);
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const scope = newScope(requestId, actor);
    scope.origin = originOf(request.headers['user-agent'], request.ip);
    const action = nth > most ? REFUSED_MORE : REFUSED;
    try {
      await runInScope(scope, () =>
        this.work.run({ action, rule: 'change', aboutClient: false }, async () => {
          if (action === REFUSED) changed(route, permission);
        }),
      );
    } catch (error) {
      this.log.error({ event: 'refusal not written', requestId, userId: actor.userId }, error);
    }
  }

  private countUp(who: string): number {
    const now = Date.now();
    if (this.minutes.size > REMEMBERED)
      for (const [key, { since }] of this.minutes) if (now - since >= MINUTE_MS) this.minutes.delete(key);
    const known = this.minutes.get(who);
    const minute = known && now - known.since < MINUTE_MS ? known : { since: now, refused: 0 };
    this.minutes.set(who, minute);
    return (minute.refused += 1);
  }
}
