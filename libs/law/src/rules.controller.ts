import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { LawRulesService } from './law-rules.service';
import { RuleQuery, VerifyRule } from './rule.dto';
import { LawChanges, LawRules, LawRuleView } from './rule.view';
import { VerificationsService } from './verifications.service';

@ApiTags('law')
@Controller('law')
export class RulesController {
  constructor(
    private readonly rules: LawRulesService,
    private readonly verifications: VerificationsService,
  ) {}

  /** Every rule that dates are counted by, one line each. */
  @Get('rules')
  @Allow('law.read')
  list(@Query() query: RuleQuery): Promise<LawRules> {
    return this.rules.list(query);
  }

  /** A rule by id or alias: all its versions with their provenance, and what attorneys here have verified. */
  @Get('rules/:rule')
  @Allow('law.read')
  read(@Param('rule') rule: string): Promise<LawRuleView> {
    return this.rules.view(rule);
  }

  /** Records that the signed-in attorney has compared a version with its official text. */
  @Post('rules/:rule/verifications')
  @Allow('law.verify')
  async verify(@Param('rule') rule: string, @Body() body: VerifyRule): Promise<LawRuleView> {
    await this.verifications.verify(rule, body);
    return this.rules.view(rule);
  }

  /** Takes a verification back; it stays in the record and counts no longer. */
  @Post('verifications/:verificationId/withdraw')
  @HttpCode(200)
  @Allow('law.verify')
  async withdraw(@Param('verificationId') verificationId: string): Promise<LawRuleView> {
    return this.rules.view(await this.verifications.withdraw(verificationId));
  }

  /** What each rule set changed, newest first. */
  @Get('changes')
  @Allow('law.read')
  changes(): LawChanges {
    return this.rules.changes();
  }
}
