import { Module, type DynamicModule } from '@nestjs/common';
import { RULE_SET, type RuleSet } from '@app/rules';
import { LAW_RULE_SET, LawBasis } from './law-basis';

/** The law for HTTP and the worker. Started with another rule set, an application counts under that one. */
@Module({})
export class LawModule {
  static under(ruleSet: RuleSet = RULE_SET): DynamicModule {
    return {
      module: LawModule,
      global: true,
      providers: [{ provide: LAW_RULE_SET, useValue: ruleSet }, LawBasis],
      exports: [LawBasis],
    };
  }
}
