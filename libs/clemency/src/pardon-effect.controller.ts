import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientsService } from '@app/clients';
import { PardonEffectView } from '@app/law';
import { OpenQuestionsService } from './open-questions.service';
import { OpenQuestions } from './open-questions.view';
import { PardonEffectService } from './pardon-effect.service';

@ApiTags('clemency')
@Controller('clients/:clientId')
export class PardonEffectController {
  constructor(
    private readonly clients: ClientsService,
    private readonly effect: PardonEffectService,
    private readonly questions: OpenQuestionsService,
  ) {}

  /** What the recorded pardons do to each charge, with the authority; without one, what to ask for. */
  @Get('pardon-effect')
  @Allow('clemency.read')
  async read(@Param('clientId') clientId: string): Promise<PardonEffectView> {
    await this.clients.require(clientId);
    return PardonEffectView.of(await this.effect.of(clientId));
  }

  /** What the file does not say and the report asks for: to be put to the client, or to the record. */
  @Get('open-questions')
  @Allow('clemency.read')
  readQuestions(@Param('clientId') clientId: string): Promise<OpenQuestions> {
    return this.questions.of(clientId);
  }
}
