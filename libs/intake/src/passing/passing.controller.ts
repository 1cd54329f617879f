import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, OwnTransactions, usePermission } from '@app/access';
import { IfMatch, UnitOfWork } from '@app/platform';
import { ReferralReader } from '../referral-reader';
import { ReferralView } from '../referral.view';
import { PassReferral } from './passing.dto';
import { Passing } from './passing.service';

@ApiTags('intake')
@Controller()
export class PassingController {
  constructor(
    private readonly passing: Passing,
    private readonly reader: ReferralReader,
    private readonly work: UnitOfWork,
  ) {}

  /** Passes the person on to another organisation of this installation; only what they agreed to crosses. */
  @Post('referrals/:referralId/pass-on')
  @HttpCode(200)
  @Allow('intake.decide')
  @OwnTransactions()
  async pass(
    @Param('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: PassReferral,
  ): Promise<ReferralView> {
    await this.passing.pass(referralId, version, body);
    return this.work.run({ ...usePermission('intake.decide'), rule: 'none' }, () =>
      this.reader.view(referralId),
    );
  }
}
