import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Open, OwnTransactions } from '@app/access';
import type { FastifyRequest } from 'fastify';
import { IntakeDoors } from './doors.service';
import { PublicIntakeService } from './public-intake.service';
import { IntakeSettings, OpenIntakeForm, PublicIntake, SendReferral } from './referral.dto';
import {
  IntakeForm,
  IntakeLinkView,
  IntakeReceived,
  OpenedLink,
  PartnerList,
  SentReferralList,
} from './referral.view';
import { Sending } from './sending.service';

@ApiTags('intake')
@Controller()
export class IntakeDoorsController {
  constructor(
    private readonly doors: IntakeDoors,
    private readonly sending: Sending,
    private readonly forms: PublicIntakeService,
  ) {}

  /** Whether the public form is open, and whether other organisations may send people here. */
  @Get('intake/doors')
  @Allow('intake.read')
  state(): Promise<IntakeLinkView> {
    return this.doors.state();
  }

  /** Opens the public form under a new address, which is shown this once. */
  @Post('intake/link')
  @Allow('intake.link')
  open(): Promise<OpenedLink> {
    return this.doors.open();
  }

  /** Closes the public form. */
  @Delete('intake/link')
  @HttpCode(204)
  @Allow('intake.link')
  close(): Promise<void> {
    return this.doors.close();
  }

  /** Says whether other organisations may send people here. */
  @Put('intake/settings')
  @Allow('intake.link')
  async settings(@Body() body: IntakeSettings): Promise<IntakeLinkView> {
    await this.doors.accept(body.acceptsReferrals);
    return this.doors.state();
  }

  /** Organisations of this installation that take referrals. */
  @Get('intake/partners')
  @Allow('intake.read')
  async partners(): Promise<PartnerList> {
    return { items: await this.sending.partners() };
  }

  /** Where a client was sent, with what they agreed to, and whether they were taken on. */
  @Get('clients/:clientId/sent-referrals')
  @Allow('conflict.read')
  sent(@Param('clientId') clientId: string): Promise<SentReferralList> {
    return this.sending.of(clientId);
  }

  /** Sends a client to another organisation; only what the client agreed to crosses. */
  @Post('clients/:clientId/sent-referrals')
  @Allow('intake.write')
  @OwnTransactions()
  send(@Param('clientId') clientId: string, @Body() body: SendReferral): Promise<SentReferralList> {
    return this.sending.send(clientId, body);
  }

  /** What the public form shows. */
  @Post('public-intake/form')
  @HttpCode(200)
  @Open('people who ask for help have no account; the secret of the link is the proof')
  form(@Body() body: OpenIntakeForm): Promise<IntakeForm> {
    return this.forms.form(body.token);
  }

  /** Takes a filled-in public form. The answer is the same for everybody. */
  @Post('public-intake')
  @HttpCode(202)
  @Open('people who ask for help have no account; the secret of the link is the proof')
  async take(@Body() body: PublicIntake, @Req() request: FastifyRequest): Promise<IntakeReceived> {
    await this.forms.send(body, request.ip);
    return { received: true };
  }
}
