import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientsService } from '@app/clients';
import { PardonEffectView } from '@app/law';
import { PardonEffectService } from './pardon-effect.service';

@ApiTags('clemency')
@Controller('clients/:clientId/pardon-effect')
export class PardonEffectController {
  constructor(
    private readonly clients: ClientsService,
    private readonly effect: PardonEffectService,
  ) {}

  /** What the recorded pardons do to each charge, with the authority; without one, what to ask for. */
  @Get()
  @Allow('clemency.read')
  async read(@Param('clientId') clientId: string): Promise<PardonEffectView> {
    await this.clients.require(clientId);
    return PardonEffectView.of(await this.effect.of(clientId));
  }
}
