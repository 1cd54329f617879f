import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open, type ScopedRequest } from '@app/access';
import { CONFIG, type Config } from '@app/platform';
import { InvitationDoor } from '../invitations/invitation-door';
import { InvitedView } from '../invitations/invitation.view';
import { PasswordReset } from '../passwords/password-reset';
import { AcceptInvitation, LookUpInvitation, RequestPasswordReset, ResetPassword } from './doors.dto';
import { giveDeviceCookie } from './cookie';
import { DoorsView } from './doors.view';
import { Entrance } from './entrance';
import { MeView } from './me.view';

/** The ways in, for people who are not signed in yet and have no password, or none any more. */
@ApiTags('doors')
@Controller()
export class DoorsController {
  constructor(
    private readonly entrance: Entrance,
    private readonly invitations: InvitationDoor,
    private readonly resets: PasswordReset,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the web app must know before anybody is signed in. */
  @Get('doors')
  @Open('the way out of every page is the same for everybody')
  doors(): DoorsView {
    return { quickExitUrl: this.config.quickExitUrl };
  }

  /** Sends a link to the address if somebody has it. The answer is the same, and takes as long, if nobody does. */
  @Post('password-reset/request')
  @HttpCode(202)
  @Open('somebody who forgot the password cannot sign in')
  async requestReset(@Body() body: RequestPasswordReset): Promise<void> {
    await this.resets.request(body.email);
  }

  /**
   * Sets a new password with the link's token; every session and token of the person ends. The browser is known from now
   * on: its owner can sign in from it whatever strangers try meanwhile.
   */
  @Post('password-reset')
  @HttpCode(204)
  @Open('the token in the mail is the proof')
  async resetPassword(
    @Body() body: ResetPassword,
    @Req() request: ScopedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const device = await this.resets.reset(body.token, body.password, () => this.entrance.recognise(request));
    giveDeviceCookie(reply, this.config, device.secret);
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
    @Req() request: ScopedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const actor = await this.invitations.accept(body);
    return this.entrance.enter(request, reply, actor);
  }
}
