import { Global, Module } from '@nestjs/common';
import { AccessAlerts } from '@app/access';
import { AnchorDuty } from './audit/anchor.duty';
import { AuditController } from './audit/audit.controller';
import { AuditTrail } from './audit/audit-trail.service';
import { DestructionsService } from './destructions.service';
import { ErasureService } from './erasure.service';
import { HoldsService } from './holds.service';
import { RetentionController } from './retention.controller';
import { SchedulesService } from './schedules.service';

@Global()
@Module({
  controllers: [AuditController, RetentionController],
  providers: [
    AccessAlerts,
    AnchorDuty,
    AuditTrail,
    DestructionsService,
    ErasureService,
    HoldsService,
    SchedulesService,
  ],
  exports: [AnchorDuty, AuditTrail, ErasureService],
})
export class RetentionModule {}
