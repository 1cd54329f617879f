import { Module, type DynamicModule } from '@nestjs/common';
import { CasesModule } from '@app/cases';
import { ClientsModule } from '@app/clients';
import { DeadlinesModule } from '@app/deadlines';
import { PlatformModule, type Config, type Log, type RootKey } from '@app/platform';
import { AuditDuty } from './audit.duty';
import { MailDuty } from './mail.duty';

/** Which libraries the worker uses. Wiring only. */
@Module({})
export class WorkerModule {
  static for(config: Config, rootKey: RootKey, log: Log): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.for(config, rootKey, log), ClientsModule, CasesModule, DeadlinesModule],
      providers: [AuditDuty, MailDuty],
    };
  }
}
