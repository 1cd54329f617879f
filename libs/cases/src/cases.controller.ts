import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientReader, ClientsService, ClientView } from '@app/clients';
import { IfMatch } from '@app/platform';
import { CaseListService } from './case-list.service';
import { CaseReader } from './case-reader';
import { CaseTeamService } from './case-team.service';
import {
  CaseListQuery,
  CaseSearch,
  CloseCase,
  EditCase,
  MoveStage,
  NewCase,
  NewClientWithCase,
  ReopenCase,
  SearchQuery,
} from './case.dto';
import { CaseList, CaseView, ClientCases, SearchResults } from './case.view';
import { CasesService } from './cases.service';

@ApiTags('cases')
@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly reader: CaseReader,
    private readonly team: CaseTeamService,
  ) {}

  /** Opens a case; the audit trail keeps who did. */
  @Get('cases/:caseId')
  @Allow('case.read')
  read(@Param('caseId') caseId: string): Promise<CaseView> {
    return this.reader.view(caseId);
  }

  /** Changes type or responsible attorney, who joins the team. */
  @Patch('cases/:caseId')
  @Allow('case.edit')
  async edit(
    @Param('caseId') caseId: string,
    @IfMatch() version: number,
    @Body() body: EditCase,
  ): Promise<CaseView> {
    await this.cases.edit(caseId, version, body);
    return this.reader.view(caseId);
  }

  /** Moves the case to one of its next stages. */
  @Post('cases/:caseId/stage')
  @HttpCode(200)
  @Allow('case.edit')
  async moveStage(
    @Param('caseId') caseId: string,
    @IfMatch() version: number,
    @Body() body: MoveStage,
  ): Promise<CaseView> {
    await this.cases.moveStage(caseId, version, body);
    return this.reader.view(caseId);
  }

  /** Closes the case with its outcome. */
  @Post('cases/:caseId/close')
  @HttpCode(200)
  @Allow('case.close')
  async close(
    @Param('caseId') caseId: string,
    @IfMatch() version: number,
    @Body() body: CloseCase,
  ): Promise<CaseView> {
    await this.cases.close(caseId, version, body);
    return this.reader.view(caseId);
  }

  /** Opens a closed case again. */
  @Post('cases/:caseId/reopen')
  @HttpCode(200)
  @Allow('case.close')
  async reopen(
    @Param('caseId') caseId: string,
    @IfMatch() version: number,
    @Body() body: ReopenCase,
  ): Promise<CaseView> {
    await this.cases.reopen(caseId, version, body);
    return this.reader.view(caseId);
  }

  /** Adds a colleague to the team; from then on they see the client. */
  @Put('cases/:caseId/team/:userId')
  @Allow('case.team')
  async join(@Param('caseId') caseId: string, @Param('userId') userId: string): Promise<CaseView> {
    await this.team.add(await this.cases.require(caseId), userId);
    return this.reader.view(caseId);
  }

  /** Takes a colleague off the team. */
  @Delete('cases/:caseId/team/:userId')
  @HttpCode(204)
  @Allow('case.team')
  async leave(@Param('caseId') caseId: string, @Param('userId') userId: string): Promise<void> {
    await this.team.remove(await this.cases.require(caseId), userId);
  }
}

@ApiTags('cases')
@Controller()
export class CaseloadController {
  constructor(
    private readonly list: CaseListService,
    private readonly cases: CasesService,
    private readonly clients: ClientsService,
    private readonly clientReader: ClientReader,
    private readonly caseReader: CaseReader,
  ) {}

  /** The caseload, filtered, sorted, a page at a time. */
  @Get('cases')
  @Allow('client.list')
  page(@Query() query: CaseListQuery): Promise<CaseList> {
    return this.list.page(query);
  }

  /** The same, narrowed by a name or A-number. A POST because addresses are kept by proxies and browsers. */
  @Post('cases/search')
  @HttpCode(200)
  @Allow('client.list')
  searchCases(@Body() body: CaseSearch): Promise<CaseList> {
    return this.list.page(body);
  }

  /** The search box of every page: names in any spelling, or an A-number. */
  @Post('search')
  @HttpCode(200)
  @Allow('client.list')
  search(@Body() body: SearchQuery): Promise<SearchResults> {
    return this.list.hits(body.q);
  }

  /** Adds a client and opens their first case. */
  @Post('clients')
  @Allow('client.create')
  async intake(@Body() body: NewClientWithCase): Promise<ClientView> {
    return this.clientReader.view(await this.cases.intake(body));
  }

  /** The cases of a client. */
  @Get('clients/:clientId/cases')
  @Allow('case.read')
  async ofClient(@Param('clientId') clientId: string): Promise<ClientCases> {
    await this.clients.require(clientId);
    return this.caseReader.ofClient(clientId);
  }

  /** Opens another case for a client. */
  @Post('clients/:clientId/cases')
  @Allow('case.open')
  async open(@Param('clientId') clientId: string, @Body() body: NewCase): Promise<CaseView> {
    return this.caseReader.view(await this.cases.open(clientId, body));
  }
}
