import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may, StepUp } from '@app/access';
import { ClientsService } from '@app/clients';
import { DestructionsService } from './destructions.service';
import { HoldsService } from './holds.service';
import { LiftHold, PlaceHold, ProposeDestruction, SetSchedule } from './retention.dto';
import { recordsWith } from './retention.queries';
import { KeepingView, RetentionOverview, ScheduleList } from './retention.view';
import { SchedulesService } from './schedules.service';

@ApiTags('retention')
@Controller()
export class RetentionController {
  constructor(
    private readonly clients: ClientsService,
    private readonly holds: HoldsService,
    private readonly destructions: DestructionsService,
    private readonly schedules: SchedulesService,
  ) {}

  /** What is due, what is on its way to be destroyed, what is held, and what was erased. */
  @Get('retention')
  @Allow('retention.read')
  async overview(): Promise<RetentionOverview> {
    return this.schedules.overview();
  }

  /** For how many years records are kept, by outcome. */
  @Get('retention/schedules')
  @Allow('retention.read')
  async list(): Promise<ScheduleList> {
    return this.schedules.list();
  }

  /** Sets the years of one outcome. */
  @Put('retention/schedules')
  @Allow('retention.manage')
  async set(@Body() body: SetSchedule): Promise<ScheduleList> {
    await this.schedules.set(body);
    return this.schedules.list();
  }

  /** Holds of one client, and a destruction that is under way. */
  @Get('clients/:clientId/keeping')
  @Allow('retention.read')
  async keeping(@Param('clientId') clientId: string): Promise<KeepingView> {
    await this.clients.requireAny(clientId);
    return this.of(clientId);
  }

  /** Places a legal hold. A destruction that is under way is cancelled by it. */
  @Post('clients/:clientId/holds')
  @Allow('client.hold')
  async hold(@Param('clientId') clientId: string, @Body() body: PlaceHold): Promise<KeepingView> {
    await this.clients.require(clientId);
    await this.holds.place(clientId, body);
    return this.of(clientId);
  }

  /** Lifts a legal hold, with the reason. */
  @Post('holds/:holdId/lift')
  @HttpCode(200)
  @Allow('client.hold')
  async lift(@Param('holdId') holdId: string, @Body() body: LiftHold): Promise<KeepingView> {
    return this.of(await this.holds.lift(holdId, body));
  }

  /** Proposes that a client be erased. Another person must approve, and then some days pass. */
  @Post('clients/:clientId/destruction')
  @Allow('client.destroy')
  @StepUp()
  async propose(@Param('clientId') clientId: string, @Body() body: ProposeDestruction): Promise<KeepingView> {
    // A record that was merged is not refused without saying why.
    await this.clients.requireAny(clientId);
    await this.destructions.propose(clientId, body);
    return this.of(clientId);
  }

  /** Approves it as the second person. */
  @Post('destructions/:destructionId/approve')
  @HttpCode(200)
  @Allow('client.destroy')
  @StepUp()
  async approve(@Param('destructionId') destructionId: string): Promise<KeepingView> {
    return this.of(await this.destructions.approve(destructionId));
  }

  /** Stops it. */
  @Post('destructions/:destructionId/cancel')
  @HttpCode(200)
  @Allow('client.destroy')
  async cancel(@Param('destructionId') destructionId: string): Promise<KeepingView> {
    return this.of(await this.destructions.cancel(destructionId));
  }

  private async of(clientId: string): Promise<KeepingView> {
    const [destruction = null] = await this.destructions.open(clientId);
    const merged = await this.destructions.mergedInto(clientId);
    const { mergedInto } = await recordsWith(clientId);
    const holds = await this.holds.of([clientId, ...merged.map((record) => record.clientId)]);
    const held = holds.some((hold) => !hold.liftedAt);
    return {
      clientId,
      holds: may('client.names') ? holds : holds.map((hold) => ({ ...hold, reason: null, liftReason: null })),
      destruction,
      merged,
      mergedInto,
      can: {
        hold: may('client.hold'),
        propose: may('client.destroy') && !held && !destruction && !mergedInto,
      },
    };
  }
}
