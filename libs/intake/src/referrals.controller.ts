import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StoresNothing } from '@app/access';
import { IfMatch } from '@app/platform';
import { Duplicates } from './duplicates.service';
import { AcceptReferral } from './acceptance/acceptance.dto';
import { Acceptance } from './acceptance/acceptance.service';
import { DeclineReferral, FindDuplicates, NewReferral, ReferralListQuery } from './referral.dto';
import { ReferralReader } from './referral-reader';
import { PossibleDuplicates, ReferralList, ReferralView } from './referral.view';
import { Referrals } from './referrals.service';

@ApiTags('intake')
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: Referrals,
    private readonly acceptance: Acceptance,
    private readonly reader: ReferralReader,
    private readonly duplicates: Duplicates,
  ) {}

  /** People who ask for help, newest first. */
  @Get('referrals')
  @Allow('intake.read')
  list(@Query() query: ReferralListQuery): Promise<ReferralList> {
    return this.reader.list(query.state, query.cursor);
  }

  /** One of them: name and birth date, and the rest once conflicts are cleared. */
  @Get('referrals/:referralId')
  @Allow('intake.read')
  read(@Param('referralId') referralId: string): Promise<ReferralView> {
    return this.reader.view(referralId);
  }

  /** The short form that staff fill in. The names are looked up at once. */
  @Post('referrals')
  @Allow('intake.write')
  async enter(@Body() body: NewReferral): Promise<ReferralView> {
    return this.reader.view(await this.referrals.enter(body));
  }

  /** Looks the names up again; clears conflicts when no hit waits and none is confirmed. */
  @Post('referrals/:referralId/conflict-check')
  @HttpCode(200)
  @Allow('conflict.check')
  async check(@Param('referralId') referralId: string, @IfMatch() version: number): Promise<ReferralView> {
    await this.referrals.check(referralId, version);
    return this.reader.view(referralId);
  }

  /** Makes the person a client with a first case; the next date and the detention go into the record. */
  @Post('referrals/:referralId/accept')
  @HttpCode(200)
  @Allow('intake.decide')
  async accept(
    @Param('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: AcceptReferral,
  ): Promise<ReferralView> {
    await this.acceptance.accept(referralId, version, body);
    return this.reader.view(referralId);
  }

  /** Turns the person away. */
  @Post('referrals/:referralId/decline')
  @HttpCode(200)
  @Allow('intake.decide')
  async decline(
    @Param('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: DeclineReferral,
  ): Promise<ReferralView> {
    await this.referrals.decline(referralId, version, 'declined', body);
    return this.reader.view(referralId);
  }

  /** Records that the person was sent elsewhere. */
  @Post('referrals/:referralId/refer-elsewhere')
  @HttpCode(200)
  @Allow('intake.decide')
  async referElsewhere(
    @Param('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: DeclineReferral,
  ): Promise<ReferralView> {
    await this.referrals.decline(referralId, version, 'referred_elsewhere', body);
    return this.reader.view(referralId);
  }

  /** Clients this person sees who may be the one being entered. Nothing is kept. */
  @Post('clients/duplicates')
  @HttpCode(200)
  @Allow('intake.read')
  @StoresNothing()
  findDuplicates(@Body() body: FindDuplicates): Promise<PossibleDuplicates> {
    return this.duplicates.find(body);
  }
}
