import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientsService } from '@app/clients';
import { IfMatch } from '@app/platform';
import { ApplicationsService } from './applications.service';
import {
  EditGrant,
  EditPardonApplication,
  MoveClemencyStage,
  NewPardonApplication,
  RecordGrant,
} from './clemency.dto';
import { ClemencyReader } from './clemency-reader';
import { ApplicationView, ClemencyView, GrantView } from './clemency.view';
import { GrantsService } from './grants.service';

@ApiTags('clemency')
@Controller()
export class ClemencyController {
  constructor(
    private readonly clients: ClientsService,
    private readonly applications: ApplicationsService,
    private readonly grants: GrantsService,
    private readonly reader: ClemencyReader,
  ) {}

  /** Pardon applications of a client with their stages and grants. */
  @Get('clients/:clientId/clemency')
  @Allow('clemency.read')
  async read(@Param('clientId') clientId: string): Promise<ClemencyView> {
    await this.clients.require(clientId);
    return this.reader.of(clientId);
  }

  /** Opens an application to a pardoning authority. */
  @Post('clients/:clientId/pardon-applications')
  @Allow('clemency.edit')
  async open(
    @Param('clientId') clientId: string,
    @Body() body: NewPardonApplication,
  ): Promise<ApplicationView> {
    return this.reader.one(await this.applications.open(clientId, body));
  }

  /** Changes which convictions it is about, or who applies. */
  @Patch('pardon-applications/:applicationId')
  @Allow('clemency.edit')
  async edit(
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() body: EditPardonApplication,
  ): Promise<ApplicationView> {
    await this.applications.edit(applicationId, version, body);
    return this.reader.one(applicationId);
  }

  /** Moves the application to one of its next stages. */
  @Post('pardon-applications/:applicationId/stage')
  @HttpCode(200)
  @Allow('clemency.edit')
  async moveStage(
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() body: MoveClemencyStage,
  ): Promise<ApplicationView> {
    await this.applications.moveStage(applicationId, version, body);
    return this.reader.one(applicationId);
  }

  /** Records the grant with its four dates and the instrument; the stage becomes granted. */
  @Post('pardon-applications/:applicationId/grant')
  @Allow('clemency.grant')
  async grant(
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() body: RecordGrant,
  ): Promise<ApplicationView> {
    await this.grants.record(applicationId, version, body);
    return this.reader.one(applicationId);
  }

  /** Corrects a grant; earlier values stay in its history. */
  @Patch('pardon-grants/:grantId')
  @Allow('clemency.grant')
  async editGrant(
    @Param('grantId') grantId: string,
    @IfMatch() version: number,
    @Body() body: EditGrant,
  ): Promise<GrantView> {
    return this.reader.grantOf(await this.grants.edit(grantId, version, body));
  }
}
