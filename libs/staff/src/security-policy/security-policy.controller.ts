import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { SecurityPolicies } from './security-policies';
import { SecurityPolicyView, SetSecurityPolicy } from './security-policy.dto';

/** Which roles of the office need a second factor. */
@ApiTags('staff')
@Controller('organisation/security-policy')
export class SecurityPolicyController {
  constructor(private readonly policies: SecurityPolicies) {}

  @Get()
  @Allow('staff.read')
  async read(): Promise<SecurityPolicyView> {
    return SecurityPolicyView.of(await this.policies.own());
  }

  /** Sets the roles and the day. From that day on, who has none is led to it and reaches nothing else. */
  @Put()
  @Allow('security.policy')
  @StepUp()
  async set(@IfMatch() version: number, @Body() body: SetSecurityPolicy): Promise<SecurityPolicyView> {
    return SecurityPolicyView.of(await this.policies.set(version, body));
  }
}
