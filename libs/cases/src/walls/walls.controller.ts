import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { GlassService } from './glass.service';
import { GrantsService } from './grants.service';
import { BreakGlass, GiveAccess, LiftWall, RaiseWall, ReviewGlass } from './wall.dto';
import { BrokenGlass, ClientAccess, GlassBreakList } from './wall.view';
import { WallsService } from './walls.service';

@ApiTags('access')
@Controller('clients/:clientId')
export class WallsController {
  constructor(
    private readonly walls: WallsService,
    private readonly grants: GrantsService,
  ) {}

  /** Who can see this client and why; the walls and the access given for a time. */
  @Get('access')
  @Allow('case.access')
  access(@Param('clientId') clientId: string): Promise<ClientAccess> {
    return this.walls.access(clientId);
  }

  /** Raises a wall, or adds people to the one of this kind that stands. */
  @Post('walls')
  @StepUp()
  @Allow('wall.manage')
  async raise(@Param('clientId') clientId: string, @Body() body: RaiseWall): Promise<ClientAccess> {
    await this.walls.raise(clientId, body);
    return this.walls.access(clientId);
  }

  /** Puts a colleague on the list of a wall. */
  @Put('walls/:wallId/people/:userId')
  @StepUp()
  @Allow('wall.manage')
  async addPerson(
    @Param('clientId') clientId: string,
    @Param('wallId') wallId: string,
    @Param('userId') userId: string,
  ): Promise<ClientAccess> {
    await this.walls.addPerson(clientId, wallId, userId);
    return this.walls.access(clientId);
  }

  /** Takes a colleague off the list of a wall. */
  @Delete('walls/:wallId/people/:userId')
  @StepUp()
  @Allow('wall.manage')
  async removePerson(
    @Param('clientId') clientId: string,
    @Param('wallId') wallId: string,
    @Param('userId') userId: string,
  ): Promise<ClientAccess> {
    await this.walls.removePerson(clientId, wallId, userId);
    return this.walls.access(clientId);
  }

  /** Takes a wall down; its history stays. */
  @Post('walls/:wallId/lift')
  @HttpCode(200)
  @StepUp()
  @Allow('wall.manage')
  async lift(
    @Param('clientId') clientId: string,
    @Param('wallId') wallId: string,
    @Body() body: LiftWall,
  ): Promise<ClientAccess> {
    await this.walls.lift(clientId, wallId, body.reason);
    return this.walls.access(clientId);
  }

  /** Lets a colleague see the client until a moment, after which it ends by itself. */
  @Post('access-grants')
  @Allow('access.grant')
  async give(@Param('clientId') clientId: string, @Body() body: GiveAccess): Promise<ClientAccess> {
    await this.grants.give(clientId, body);
    return this.walls.access(clientId);
  }

  /** Ends access that was given for a time. */
  @Post('access-grants/:grantId/end')
  @HttpCode(200)
  @Allow('access.grant')
  async end(@Param('clientId') clientId: string, @Param('grantId') grantId: string): Promise<ClientAccess> {
    await this.grants.end(clientId, grantId);
    return this.walls.access(clientId);
  }
}

@ApiTags('access')
@Controller('emergency-access')
export class GlassController {
  constructor(private readonly glass: GlassService) {}

  /** Breaks the glass: opens a record for a short time, tells the directors, and waits for their review. */
  @Post()
  @OwnTransactions()
  @Allow('access.break_glass')
  break(@Body() body: BreakGlass): Promise<BrokenGlass> {
    return this.glass.break(body);
  }

  /** Each breaking of the glass, those without a finding first. */
  @Get()
  @Allow('access.review')
  list(): Promise<GlassBreakList> {
    return this.glass.list();
  }

  /** Records what a director found about one use. */
  @Post(':glassBreakId/review')
  @HttpCode(200)
  @Allow('access.review')
  review(
    @Param('glassBreakId') glassBreakId: string,
    @IfMatch() version: number,
    @Body() body: ReviewGlass,
  ): Promise<GlassBreakList> {
    return this.glass.review(glassBreakId, version, body);
  }
}
