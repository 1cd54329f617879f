import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { Invite } from './invitation.dto';
import { InvitationListView, InvitationView } from './invitation.view';
import { Invitations } from './invitations.service';

/** Invitations the office has sent. */
@ApiTags('staff')
@Controller('staff/invitations')
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  @Get()
  @Allow('staff.manage')
  async list(): Promise<InvitationListView> {
    const rows = await this.invitations.openOnes();
    return { items: rows.map((row) => InvitationView.of(row)), nextCursor: null };
  }

  /** Invites by mail; an earlier invitation to the same address stops working. */
  @Post()
  @Allow('staff.manage')
  async invite(@Body() body: Invite): Promise<InvitationView> {
    return InvitationView.of(await this.invitations.invite(body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('staff.manage')
  async revoke(@Param('id') id: string): Promise<void> {
    await this.invitations.revoke(id);
  }
}
