import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { AccompanimentList, CompanionList } from './accompaniment.view';
import { AccompanimentsService } from './accompaniments.service';
import { CompanionsService } from './companions.service';

@ApiTags('check-ins')
@Controller()
export class AccompanimentsController {
  constructor(
    private readonly accompaniments: AccompanimentsService,
    private readonly companions: CompanionsService,
  ) {}

  /** The check-ins that whoever asks goes along to, with what going along needs. */
  @Get('accompaniments')
  @Allow('checkin.accompany')
  mine(): Promise<AccompanimentList> {
    return this.accompaniments.mine();
  }

  /** Lets a colleague go along. A volunteer sees the person from now until two days after the check-in. */
  @Put('check-ins/:checkInId/companions/:userId')
  @Allow('checkin.schedule')
  async add(@Param('checkInId') checkInId: string, @Param('userId') userId: string): Promise<CompanionList> {
    await this.companions.add(checkInId, userId);
    return this.accompaniments.companions(checkInId);
  }

  /** Takes a colleague off. */
  @Delete('check-ins/:checkInId/companions/:userId')
  @Allow('checkin.schedule')
  async remove(
    @Param('checkInId') checkInId: string,
    @Param('userId') userId: string,
  ): Promise<CompanionList> {
    await this.companions.remove(checkInId, userId);
    return this.accompaniments.companions(checkInId);
  }
}
