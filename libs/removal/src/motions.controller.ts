import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { EditMotion, NewMotion } from './motion.dto';
import { ClientMotions, MotionView } from './motion.view';
import { MotionsService } from './motions.service';

@ApiTags('removal')
@Controller()
export class MotionsController {
  constructor(private readonly motions: MotionsService) {}

  /** Every motion, petition and stay request that anybody filed. */
  @Get('clients/:clientId/motions')
  @Allow('removal.read')
  listMotions(@Param('clientId') clientId: string): Promise<ClientMotions> {
    return this.motions.of(clientId);
  }

  /** Records one; the number bars and the deadlines count it at once. */
  @Post('clients/:clientId/motions')
  @Allow('removal.edit')
  async addMotion(@Param('clientId') clientId: string, @Body() body: NewMotion): Promise<MotionView> {
    return this.motions.one(await this.motions.add(clientId, body));
  }

  /** Changes what is recorded of it; old values stay in the history. */
  @Patch('motions/:motionId')
  @Allow('removal.edit')
  async editMotion(
    @Param('motionId') motionId: string,
    @IfMatch() version: number,
    @Body() body: EditMotion,
  ): Promise<MotionView> {
    await this.motions.edit(motionId, version, body);
    return this.motions.one(motionId);
  }
}
