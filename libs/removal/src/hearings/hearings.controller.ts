import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { EndHearing, MoveHearing, NewHearing, RecordHearingLookUp } from './hearing.dto';
import { HearingReader } from './hearing-reader';
import {
  ClientHearings,
  HearingLookUpView,
  HearingView,
  HearingWatchView,
  PlannedMessageView,
} from './hearing.view';
import { TakeMessageBack, TellClient } from './message.dto';
import { HearingsService } from './hearings.service';
import { HearingWatch } from './hearing-watch.service';
import { PlannedMessages } from './planned-messages.service';

@ApiTags('removal')
@Controller()
export class HearingsController {
  constructor(
    private readonly reader: HearingReader,
    private readonly hearings: HearingsService,
    private readonly watch: HearingWatch,
    private readonly messages: PlannedMessages,
  ) {}

  /** Every date before the court, every look-up, and what the client has to be told. */
  @Get('clients/:clientId/hearings')
  @Allow('removal.read')
  readHearings(@Param('clientId') clientId: string): Promise<ClientHearings> {
    return this.reader.of(clientId);
  }

  /** Records a hearing; what has to be filed before it is counted at once. */
  @Post('proceedings/:proceedingId/hearings')
  @Allow('removal.edit')
  async addHearing(
    @Param('proceedingId') proceedingId: string,
    @Body() body: NewHearing,
  ): Promise<HearingView> {
    return this.reader.one(await this.hearings.add(proceedingId, body));
  }

  /** Puts it on another date; the old one stays, and its deadlines move along. Answers with the new one. */
  @Post('hearings/:hearingId/move')
  @HttpCode(200)
  @Allow('removal.edit')
  async moveHearing(
    @Param('hearingId') hearingId: string,
    @IfMatch() version: number,
    @Body() body: MoveHearing,
  ): Promise<HearingView> {
    return this.reader.one(await this.hearings.move(hearingId, version, body));
  }

  /** Says how it ended, and what follows. */
  @Post('hearings/:hearingId/end')
  @HttpCode(200)
  @Allow('removal.edit')
  async endHearing(
    @Param('hearingId') hearingId: string,
    @IfMatch() version: number,
    @Body() body: EndHearing,
  ): Promise<HearingView> {
    await this.hearings.end(hearingId, version, body);
    return this.reader.one(hearingId);
  }

  /** Records a look at what the court says; a difference changes the hearing and tells the team. */
  @Post('proceedings/:proceedingId/hearing-look-ups')
  @Allow('hearing.watch')
  async recordLookUp(
    @Param('proceedingId') proceedingId: string,
    @Body() body: RecordHearingLookUp,
  ): Promise<HearingLookUpView> {
    return this.reader.lookUp(await this.watch.record(proceedingId, body));
  }

  /** Hearings of the caseload to look up, and changes found lately. */
  @Get('hearing-watch')
  @Allow('hearing.list')
  watchHearings(): Promise<HearingWatchView> {
    return this.watch.watch();
  }

  /** Says that the client was told, or that somebody tried; a try that reached nobody leaves the message open. */
  @Post('planned-messages/:messageId/tell')
  @HttpCode(200)
  @Allow('hearing.watch')
  async tellMessage(
    @Param('messageId') messageId: string,
    @IfMatch() version: number,
    @Body() body: TellClient,
  ): Promise<PlannedMessageView> {
    await this.messages.tell(messageId, version, body);
    return this.reader.message(messageId);
  }

  /** Takes a planned message back: the client need not be told. */
  @Post('planned-messages/:messageId/cancel')
  @HttpCode(200)
  @Allow('hearing.watch')
  async cancelMessage(
    @Param('messageId') messageId: string,
    @IfMatch() version: number,
    @Body() body: TakeMessageBack,
  ): Promise<PlannedMessageView> {
    await this.messages.takeBack(messageId, version, body.reason);
    return this.reader.message(messageId);
  }
}
