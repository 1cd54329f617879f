import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import {
  CreateOrganisation,
  EditOrganisation,
  FirstDirector,
  OrganisationSummaryListView,
  OrganisationSummaryView,
  OrganisationView,
} from './organisation.dto';
import { Organisations } from './organisations.service';

/** Organisations of the installation, and the own one. */
@ApiTags('organisations')
@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get('organisations')
  @Allow('installation.manage')
  async list(): Promise<OrganisationSummaryListView> {
    return { items: await this.organisations.all(), nextCursor: null };
  }

  /** Makes an organisation and invites its first director by mail. */
  @Post('organisations')
  @Allow('installation.manage')
  async create(@Body() body: CreateOrganisation): Promise<OrganisationSummaryView> {
    return this.organisations.create(body);
  }

  /** Invites a director again, while the organisation has none. */
  @Post('organisations/:id/director')
  @HttpCode(204)
  @Allow('installation.manage')
  async inviteDirector(@Param('id') id: string, @Body() body: FirstDirector): Promise<void> {
    await this.organisations.inviteDirector(id, body);
  }

  @Get('organisation')
  @Allow('organisation.read')
  async own(): Promise<OrganisationView> {
    return this.organisations.own();
  }

  @Patch('organisation')
  @Allow('organisation.edit')
  async edit(@IfMatch() version: number, @Body() body: EditOrganisation): Promise<OrganisationView> {
    return this.organisations.edit(version, body);
  }
}
