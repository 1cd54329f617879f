import { Global, Module } from '@nestjs/common';
import { ChargesService } from './charges.service';
import { ConvictionsService } from './convictions.service';
import { MotionCircuit } from './motion-circuit';
import { MotionsController } from './motions.controller';
import { MotionsService } from './motions.service';
import { OrdersService } from './orders.service';
import { ProceedingsController } from './proceedings.controller';
import { ProceedingsService } from './proceedings.service';
import { RemovalReader } from './removal-reader';
import { RemovalController } from './removal.controller';

@Global()
@Module({
  controllers: [RemovalController, ProceedingsController, MotionsController],
  providers: [
    ChargesService,
    ConvictionsService,
    MotionCircuit,
    MotionsService,
    OrdersService,
    ProceedingsService,
    RemovalReader,
  ],
  exports: [OrdersService, RemovalReader],
})
export class RemovalModule {}
