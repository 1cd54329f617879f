import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { usePermission, type ScopedRequest } from '@app/access';
import { CONFIG, currentScope, deviceLabel, UnitOfWork, type Actor, type Config } from '@app/platform';
import { Devices, type Device } from '../sessions/devices';
import { Sessions, type OpenedSession } from '../sessions/sessions.service';
import { DEVICE_COOKIE, giveCookie, giveDeviceCookie } from './cookie';
import { Me } from './me.service';
import type { MeView } from './me.view';

/** What a door hands over when somebody has come in. */
export interface Entered {
  view: MeView;
  session: OpenedSession;
  device: Device;
}

/** The last steps of every way in: the session, its cookie, and who it is. */
@Injectable()
export class Entrance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly me: Me,
    private readonly devices: Devices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lets whoever acts in. */
  async enter(request: ScopedRequest, reply: FastifyReply, actor?: Actor): Promise<MeView> {
    if (actor) currentScope().actor = actor;
    const entered = await this.work.run(usePermission('me.change'), () => this.open(request));
    return this.give(reply, entered);
  }

  /** Makes the browser one that the account of whoever acts knows, in the current transaction. */
  async recognise(request: ScopedRequest): Promise<Device> {
    return this.devices.recognise(request.cookies?.[DEVICE_COOKIE], labelOf(request));
  }

  /** Opens the session in the current transaction. */
  async open(request: ScopedRequest): Promise<Entered> {
    const scope = currentScope();
    const device = await this.recognise(request);
    const session = await this.sessions.open(labelOf(request), device.isNew);
    scope.actor = { ...scope.actor!, proofId: session.id };
    return { session, device, view: await this.me.view() };
  }

  /** Gives the browser what was opened, after it is committed. */
  give(reply: FastifyReply, { session, device, view }: Entered): MeView {
    giveCookie(reply, this.config, session);
    giveDeviceCookie(reply, this.config, device.secret);
    return view;
  }
}

const labelOf = (request: ScopedRequest): string => deviceLabel(request.headers['user-agent']);
