import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions, Reachable, StepUp, usePermission } from '@app/access';
import { UnitOfWork } from '@app/platform';
import { Factors, type ConfirmedFactor } from './factors.service';
import { recoveryCodesLeft } from './recovery-codes';
import { ConfirmCode, MadePasskey, NameFactor } from './second-factor.dto';
import {
  ConfirmedFactorView,
  FactorsView,
  FactorView,
  PasskeyEnrolmentView,
  RecoveryCodesView,
  TotpEnrolmentView,
} from './second-factor.view';

const confirmed = ({ factor, recoveryCodes }: ConfirmedFactor): ConfirmedFactorView => ({
  factor: FactorView.of(factor),
  recoveryCodes,
});

/**
 * The signed-in person's second factors. What is shown once is never kept for a repeated request: an Idempotency-Key
 * is not looked at here.
 */
@ApiTags('me')
@Controller('me')
export class FactorsController {
  constructor(
    private readonly factors: Factors,
    private readonly work: UnitOfWork,
  ) {}

  @Get('factors')
  @Allow('me.read')
  @Reachable('enrolling')
  async list(): Promise<FactorsView> {
    return {
      items: (await this.factors.mine()).map((factor) => FactorView.of(factor)),
      recoveryCodesLeft: await recoveryCodesLeft(),
      passkeysPossible: this.factors.passkeysPossible,
      nextCursor: null,
    };
  }

  /** Begins with an authenticator app: its secret, this once. */
  @Post('factors/totp')
  @Allow('me.security')
  @StepUp()
  @Reachable('enrolling')
  @OwnTransactions()
  async beginTotp(@Body() body: NameFactor): Promise<TotpEnrolmentView> {
    return this.work.run(usePermission('me.security'), () => this.factors.beginTotp(body.name));
  }

  /** Makes the app count; every other session ends. With the first factor come ten recovery codes, this once. */
  @Post('factors/:id/confirm')
  @HttpCode(200)
  @Allow('me.security')
  @StepUp()
  @Reachable('enrolling')
  @OwnTransactions()
  async confirmTotp(@Param('id') id: string, @Body() body: ConfirmCode): Promise<ConfirmedFactorView> {
    return confirmed(
      await this.work.run(usePermission('me.security'), () => this.factors.confirmTotp(id, body.code)),
    );
  }

  /** What the browser needs to make a passkey. */
  @Post('factors/passkey-challenge')
  @HttpCode(200)
  @Allow('me.security')
  @StepUp()
  @Reachable('enrolling')
  @OwnTransactions()
  async beginPasskey(): Promise<PasskeyEnrolmentView> {
    return this.work.run(usePermission('me.security'), () => this.factors.beginPasskey());
  }

  /** Keeps a passkey; every other session ends. */
  @Post('factors/passkeys')
  @Allow('me.security')
  @StepUp()
  @Reachable('enrolling')
  @OwnTransactions()
  async addPasskey(@Body() body: MadePasskey): Promise<ConfirmedFactorView> {
    return confirmed(await this.work.run(usePermission('me.security'), () => this.factors.addPasskey(body)));
  }

  /** Takes a factor away; every other session ends. */
  @Delete('factors/:id')
  @HttpCode(204)
  @Allow('me.security')
  @StepUp()
  async remove(@Param('id') id: string): Promise<void> {
    await this.factors.remove(id);
  }

  /** Ten new recovery codes, this once; the old ones stop working and every other session ends. */
  @Post('recovery-codes')
  @HttpCode(200)
  @Allow('me.security')
  @StepUp()
  @OwnTransactions()
  async renewCodes(): Promise<RecoveryCodesView> {
    const recoveryCodes = await this.work.run(usePermission('me.security'), () => this.factors.renewCodes());
    return { recoveryCodes };
  }
}
