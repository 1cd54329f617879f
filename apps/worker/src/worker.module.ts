import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config, type Log, type RootKey } from '@app/platform';
import { MailDuty } from './mail.duty';

/** Which libraries the worker uses. Wiring only. */
@Module({})
export class WorkerModule {
  static for(config: Config, rootKey: RootKey, log: Log): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.for(config, rootKey, log)],
      providers: [MailDuty],
    };
  }
}
