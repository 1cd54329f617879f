import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { usePermission } from '@app/access';
import { CONFIG, currentScope, deviceLabel, UnitOfWork, type Actor, type Config } from '@app/platform';
import { Sessions, type OpenedSession } from '../sessions/sessions.service';
import { giveCookie } from './cookie';
import { Me } from './me.service';
import type { MeView } from './me.view';

/** What a door hands over when somebody has come in. */
export interface Entered {
  view: MeView;
  session: OpenedSession;
}

/** The last steps of every way in: the session, its cookie, and who it is. */
@Injectable()
export class Entrance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly me: Me,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lets whoever acts in. */
  async enter(request: FastifyRequest, reply: FastifyReply, actor?: Actor): Promise<MeView> {
    if (actor) currentScope().actor = actor;
    const entered = await this.work.run(usePermission('me.change'), () => this.open(request));
    return this.give(reply, entered);
  }

  /** Opens the session in the current transaction. */
  async open(request: FastifyRequest): Promise<Entered> {
    const scope = currentScope();
    const session = await this.sessions.open(deviceLabel(request.headers['user-agent']));
    scope.actor = { ...scope.actor!, proofId: session.id };
    return { session, view: await this.me.view() };
  }

  /** Gives the browser what was opened, after it is committed. */
  give(reply: FastifyReply, { session, view }: Entered): MeView {
    giveCookie(reply, this.config, session);
    return view;
  }
}
