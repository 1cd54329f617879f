import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { StandingReader } from './standing-reader';
import { StandingView } from './standing-whole.view';

@ApiTags('deadlines')
@Controller()
export class StandingController {
  constructor(private readonly standing: StandingReader) {}

  /** Where the case stands: stays, motions used up, departure, diligence, the next check-in, custody. */
  @Get('clients/:clientId/standing')
  @Allow('deadline.read')
  readStanding(@Param('clientId') clientId: string): Promise<StandingView> {
    return this.standing.of(clientId);
  }
}
