import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StoresNothing } from '@app/access';
import { ClientsService } from '@app/clients';
import { IfMatch } from '@app/platform';
import { ConflictDecisions } from './conflict-decisions.service';
import { ConflictReader } from './conflict-reader';
import {
  AddOfficeParty,
  AddParty,
  AskForConflicts,
  ConflictListQuery,
  DecideConflict,
  HitPageQuery,
} from './conflict.dto';
import {
  ClientConflicts,
  HitList,
  HitView,
  OfficePartyList,
  OfficePartyView,
  PossibleHits,
} from './conflict.view';
import { Parties } from './parties.service';

@ApiTags('intake')
@Controller()
export class ConflictsController {
  constructor(
    private readonly reader: ConflictReader,
    private readonly parties: Parties,
    private readonly decisions: ConflictDecisions,
    private readonly clients: ClientsService,
  ) {}

  /** The people around a client, and every conflict hit this person sees both sides of. */
  @Get('clients/:clientId/conflicts')
  @Allow('conflict.read')
  ofClient(@Param('clientId') clientId: string): Promise<ClientConflicts> {
    return this.reader.ofClient(clientId);
  }

  /** Its conflict hits, page by page. */
  @Get('clients/:clientId/conflict-hits')
  @Allow('conflict.read')
  hitsOfClient(@Param('clientId') clientId: string, @Query() query: HitPageQuery): Promise<HitList> {
    return this.reader.pageOfClient(clientId, query.cursor);
  }

  /** Adds a party and looks it up among everybody the office knows. */
  @Post('clients/:clientId/parties')
  @Allow('conflict.check')
  async addParty(@Param('clientId') clientId: string, @Body() body: AddParty): Promise<ClientConflicts> {
    await this.parties.add(clientId, body);
    return this.reader.ofClient(clientId);
  }

  /** Takes a party off; what was decided about it stays. */
  @Delete('clients/:clientId/parties/:partyId')
  @HttpCode(204)
  @Allow('conflict.check')
  async removeParty(@Param('clientId') clientId: string, @Param('partyId') partyId: string): Promise<void> {
    await this.parties.remove(clientId, partyId);
  }

  /** Looks a client up again, with all names. */
  @Post('clients/:clientId/conflict-checks')
  @HttpCode(200)
  @Allow('conflict.check')
  async check(@Param('clientId') clientId: string): Promise<ClientConflicts> {
    await this.parties.lookAgain(clientId, await this.clients.names(clientId));
    return this.reader.ofClient(clientId);
  }

  /** Hits that wait for a decision, or were decided. */
  @Get('conflicts')
  @Allow('intake.read')
  list(@Query() query: ConflictListQuery): Promise<HitList> {
    return this.reader.list(query.decision ?? 'open', query.cursor);
  }

  /** Who has a name like this, while it is typed. Nothing is kept; the check that counts runs when it is saved. */
  @Post('conflicts/ask')
  @HttpCode(200)
  @Allow('intake.read')
  @StoresNothing()
  ask(@Body() body: AskForConflicts): Promise<PossibleHits> {
    return this.reader.like(body.name, Number(body.cursor ?? 0));
  }

  /** One hit. */
  @Get('conflicts/:hitId')
  @Allow('intake.read')
  one(@Param('hitId') hitId: string): Promise<HitView> {
    return this.reader.one(hitId);
  }

  /** Decides a hit. A confirmed conflict raises the ethical wall. */
  @Post('conflicts/:hitId/decision')
  @HttpCode(200)
  @Allow('conflict.decide')
  async decide(
    @Param('hitId') hitId: string,
    @IfMatch() version: number,
    @Body() body: DecideConflict,
  ): Promise<HitView> {
    const before = await this.reader.one(hitId);
    await this.decisions.decide(hitId, version, body);
    return this.reader.oneOr(hitId, before);
  }

  /** People the office knows who belong to no client. */
  @Get('office-parties')
  @Allow('intake.read')
  async ofOffice(): Promise<OfficePartyList> {
    return { items: await this.parties.ofOffice() };
  }

  /** Adds one and looks them up. */
  @Post('office-parties')
  @Allow('conflict.check')
  addToOffice(@Body() body: AddOfficeParty): Promise<OfficePartyView> {
    return this.parties.addToOffice(body);
  }

  /** Takes one off. */
  @Delete('office-parties/:partyId')
  @HttpCode(204)
  @Allow('conflict.check')
  async removeFromOffice(@Param('partyId') partyId: string): Promise<void> {
    await this.parties.removeFromOffice(partyId);
  }
}
