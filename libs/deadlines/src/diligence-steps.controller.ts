import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { RecordDiligence } from './diligence-step.dto';
import { ClientDiligence, DiligenceStepView } from './diligence-step.view';
import { DiligenceSteps } from './diligence-steps.service';

@ApiTags('deadlines')
@Controller()
export class DiligenceStepsController {
  constructor(private readonly steps: DiligenceSteps) {}

  /** The record of diligence: obstacle, discovery, each step, with their dates. */
  @Get('clients/:clientId/diligence')
  @Allow('deadline.read')
  readDiligence(@Param('clientId') clientId: string): Promise<ClientDiligence> {
    return this.steps.of(clientId);
  }

  /** Adds an entry. */
  @Post('clients/:clientId/diligence')
  @Allow('diligence.record')
  async recordDiligence(
    @Param('clientId') clientId: string,
    @Body() body: RecordDiligence,
  ): Promise<DiligenceStepView> {
    return this.steps.one(await this.steps.record(clientId, body));
  }

  /** Takes a wrong entry back; it stays readable and no longer counts. */
  @Post('diligence-steps/:stepId/withdraw')
  @HttpCode(200)
  @Allow('diligence.record')
  async withdrawDiligence(
    @Param('stepId') stepId: string,
    @IfMatch() version: number,
  ): Promise<DiligenceStepView> {
    await this.steps.withdraw(stepId, version);
    return this.steps.one(stepId);
  }
}
