import { Module, type DynamicModule } from '@nestjs/common';
import { CasesModule } from '@app/cases';
import { CheckInsModule } from '@app/checkins';
import { ClientsModule } from '@app/clients';
import { CustodyModule } from '@app/custody';
import { DeadlinesModule } from '@app/deadlines';
import { DocumentsModule } from '@app/documents';
import { IntakeModule } from '@app/intake';
import { LawModule } from '@app/law';
import { PlatformModule, type Config, type Log, type RootKey } from '@app/platform';
import { RemovalModule } from '@app/removal';
import { RetentionModule } from '@app/retention';
import type { RuleSet } from '@app/rules';
import { AuditDuty } from './audit.duty';
import { MailDuty } from './mail.duty';

/** Which libraries the worker uses. Wiring only. */
@Module({})
export class WorkerModule {
  /** @param law the rule set to count under, when not the shipped one */
  static for(config: Config, rootKey: RootKey, log: Log, law?: RuleSet): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.for(config, rootKey, log),
        LawModule.under(law),
        ClientsModule,
        CasesModule,
        DeadlinesModule,
        RetentionModule,
        DocumentsModule,
        RemovalModule,
        CustodyModule,
        CheckInsModule,
        IntakeModule,
      ],
      providers: [AuditDuty, MailDuty],
    };
  }
}
