import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { CasesService } from '../cases.service';
import { ClosingService } from './closing.service';
import { ClosingView } from './closing.view';

@ApiTags('cases')
@Controller('cases/:caseId/closing')
export class ClosingController {
  constructor(
    private readonly cases: CasesService,
    private readonly closing: ClosingService,
  ) {}

  /** What is still open before the case closes, and each time it was closed. */
  @Get()
  @Allow('case.closing')
  async view(@Param('caseId') caseId: string): Promise<ClosingView> {
    return this.closing.view(await this.cases.require(caseId));
  }
}
