import { Global, Module } from '@nestjs/common';
import { DestructionsService } from './destructions.service';
import { ErasureService } from './erasure.service';
import { HoldsService } from './holds.service';
import { RetentionController } from './retention.controller';
import { SchedulesService } from './schedules.service';

@Global()
@Module({
  controllers: [RetentionController],
  providers: [DestructionsService, ErasureService, HoldsService, SchedulesService],
  exports: [ErasureService],
})
export class RetentionModule {}
