import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AccessModule } from '@app/access';
import { CasesModule } from '@app/cases';
import { CheckInsModule } from '@app/checkins';
import { ClemencyModule, MotionPapersModule } from '@app/clemency';
import { ClientsModule } from '@app/clients';
import { DeadlinesModule } from '@app/deadlines';
import { FilingsModule } from '@app/filings';
import { CustodyModule } from '@app/custody';
import { IntakeModule } from '@app/intake';
import { LawModule } from '@app/law';
import { PlatformModule, type Config, type Log, type RootKey } from '@app/platform';
import { RecordsModule } from '@app/records';
import { RemovalModule } from '@app/removal';
import { ReportsModule } from '@app/reports';
import { RetentionModule } from '@app/retention';
import type { RuleSet } from '@app/rules';
import { DocumentsModule } from '@app/documents';
import { FilingDetailsModule, StaffModule } from '@app/staff';
import { HealthController } from './health.controller';
import { ReferenceController } from './reference.controller';

/** Which libraries the HTTP process serves. Wiring only. */
@Module({})
export class ApiModule {
  /** @param law the rule set to count under, when not the shipped one */
  static for(config: Config, rootKey: RootKey, log: Log, connect = true, law?: RuleSet): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.for(config, rootKey, log, connect),
        AccessModule,
        StaffModule,
        FilingDetailsModule,
        LawModule.under(law),
        ClientsModule,
        CasesModule,
        IntakeModule,
        DeadlinesModule,
        DocumentsModule,
        RemovalModule,
        FilingsModule,
        CustodyModule,
        RecordsModule,
        CheckInsModule,
        ClemencyModule,
        MotionPapersModule,
        ReportsModule,
        RetentionModule,
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, ReferenceController],
    };
  }
}
