import { Module, type DynamicModule } from '@nestjs/common';
import { RULE_SET, type RuleSet } from '@app/rules';
import { CalendarNoticesController } from './calendar-notices.controller';
import { CalendarNoticesService } from './calendar-notices.service';
import { CalculatorsController } from './calculators.controller';
import { CalculatorsService } from './calculators.service';
import { LAW_RULE_SET, LawBasis } from './law-basis';
import { LawPagesController } from './law-pages.controller';
import { LawRulesService } from './law-rules.service';
import { RulesController } from './rules.controller';
import { VerificationsService } from './verifications.service';
import { WhatIfController } from './what-if.controller';
import { WhatIfService } from './what-if.service';

/** The law for HTTP and the worker. Started with another rule set, an application counts under that one. */
@Module({})
export class LawModule {
  static under(ruleSet: RuleSet = RULE_SET): DynamicModule {
    return {
      module: LawModule,
      global: true,
      controllers: [
        RulesController,
        LawPagesController,
        CalendarNoticesController,
        CalculatorsController,
        WhatIfController,
      ],
      providers: [
        { provide: LAW_RULE_SET, useValue: ruleSet },
        LawBasis,
        LawRulesService,
        VerificationsService,
        CalendarNoticesService,
        CalculatorsService,
        WhatIfService,
      ],
      exports: [LawBasis],
    };
  }
}
