import { Global, Module } from '@nestjs/common';
import { AccessAlerts } from '@app/access';
import { AnchorDuty } from './audit/anchor.duty';
import { AuditController } from './audit/audit.controller';
import { AuditTrail } from './audit/audit-trail.service';
import { DemandExports } from './demands/demand-export.service';
import { DemandReader } from './demands/demand-reader';
import { DemandsController } from './demands/demands.controller';
import { DemandsService } from './demands/demands.service';
import { DestructionsService } from './destructions.service';
import { ErasureService } from './erasure.service';
import { HoldsService } from './holds.service';
import { RetentionController } from './retention.controller';
import { SchedulesService } from './schedules.service';

@Global()
@Module({
  controllers: [AuditController, DemandsController, RetentionController],
  providers: [
    AccessAlerts,
    AnchorDuty,
    AuditTrail,
    DemandExports,
    DemandReader,
    DemandsService,
    DestructionsService,
    ErasureService,
    HoldsService,
    SchedulesService,
  ],
  exports: [AnchorDuty, AuditTrail, ErasureService],
})
export class RetentionModule {}
