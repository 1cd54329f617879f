import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions, Reachable, usePermission, type ScopedRequest } from '@app/access';
import { UnitOfWork } from '@app/platform';
import { Factors } from '../second-factor/factors.service';
import { ProveAgain } from '../second-factor/second-factor.dto';
import { PasskeyChallengeView } from '../second-factor/second-factor.view';
import { requireBrowserSession } from '../tokens/tokens.service';
import { StepUpService } from './step-up';

/** Proving again, inside a session. */
@ApiTags('me')
@Controller('me')
export class StepUpController {
  constructor(
    private readonly proofs: StepUpService,
    private readonly factors: Factors,
    private readonly work: UnitOfWork,
  ) {}

  /** Asks the person's passkeys, for stepping up or taking the cover away. */
  @Post('passkey-challenge')
  @HttpCode(200)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  @OwnTransactions()
  async ask(): Promise<PasskeyChallengeView> {
    requireBrowserSession();
    return this.work.run(usePermission('me.change'), () => this.factors.askPasskey());
  }

  /** Lets this session do what is grave for ten minutes. Who has a second factor shows that. */
  @Post('step-up')
  @HttpCode(204)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  @OwnTransactions()
  async stepUp(@Body() body: ProveAgain, @Req() request: ScopedRequest): Promise<void> {
    requireBrowserSession();
    await this.proofs.stepUp(body, request.ip);
  }

  /** Covers the screen after a pause: until it is uncovered the session reaches nothing. */
  @Post('cover')
  @HttpCode(204)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  async cover(): Promise<void> {
    requireBrowserSession();
    await this.proofs.cover();
  }

  /** Uncovers the screen with the password or a second factor. */
  @Post('uncover')
  @HttpCode(204)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  @OwnTransactions()
  async uncover(@Body() body: ProveAgain, @Req() request: ScopedRequest): Promise<void> {
    requireBrowserSession();
    await this.proofs.uncover(body, request.ip);
  }
}
