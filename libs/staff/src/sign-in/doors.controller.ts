import { Body, Controller, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open, usePermission } from '@app/access';
import { CONFIG, currentScope, deviceLabel, UnitOfWork, type Actor, type Config } from '@app/platform';
import { InvitationDoor } from '../invitations/invitation-door';
import { InvitedView } from '../invitations/invitation.view';
import { PasswordReset } from '../passwords/password-reset';
import { Sessions } from '../sessions/sessions.service';
import { giveCookie } from './cookie';
import { AcceptInvitation, LookUpInvitation, RequestPasswordReset, ResetPassword, SignIn } from './doors.dto';
import { Me } from './me.service';
import { MeView } from './me.view';
import { SignInGuard } from './sign-in.guard';

/** The ways in, for people who are not signed in yet. */
@ApiTags('doors')
@Controller()
export class DoorsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly me: Me,
    private readonly invitations: InvitationDoor,
    private readonly resets: PasswordReset,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Signs in and sets the session cookie. */
  @Post('sign-in')
  @HttpCode(200)
  @Open('this is the door')
  @UseGuards(SignInGuard)
  async signIn(
    @Body() _body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    return this.enter(request, reply);
  }

  /** Sends a link to the address if somebody has it. The answer is the same, and takes as long, if nobody does. */
  @Post('password-reset/request')
  @HttpCode(202)
  @Open('somebody who forgot the password cannot sign in')
  async requestReset(@Body() body: RequestPasswordReset): Promise<void> {
    await this.resets.request(body.email);
  }

  /** Sets a new password with the link's token; every session and token of the person ends. */
  @Post('password-reset')
  @HttpCode(204)
  @Open('the token in the mail is the proof')
  async resetPassword(@Body() body: ResetPassword): Promise<void> {
    await this.resets.reset(body.token, body.password);
  }

  /** What an invitation is for. */
  @Post('invitations/look-up')
  @HttpCode(200)
  @Open('the token in the mail is the proof')
  async invitation(@Body() body: LookUpInvitation): Promise<InvitedView> {
    return this.invitations.look(body.token);
  }

  /** Makes the account and signs in. */
  @Post('invitations/accept')
  @HttpCode(200)
  @Open('the token in the mail is the proof')
  async accept(
    @Body() body: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const actor = await this.invitations.accept(body);
    return this.enter(request, reply, actor);
  }

  private async enter(request: FastifyRequest, reply: FastifyReply, actor?: Actor): Promise<MeView> {
    const scope = currentScope();
    if (actor) scope.actor = actor;
    const { view, session } = await this.work.run(usePermission('me.change'), async () => {
      const session = await this.sessions.open(deviceLabel(request.headers['user-agent']));
      scope.actor = { ...scope.actor!, proofId: session.id };
      return { session, view: await this.me.view() };
    });
    giveCookie(reply, this.config, session);
    return view;
  }
}
