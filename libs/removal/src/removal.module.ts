import { Global, Module } from '@nestjs/common';
import { ChargesService } from './charges.service';
import { ConvictionsService } from './convictions.service';
import { OrdersService } from './orders.service';
import { ProceedingsController } from './proceedings.controller';
import { ProceedingsService } from './proceedings.service';
import { RemovalReader } from './removal-reader';
import { RemovalController } from './removal.controller';

@Global()
@Module({
  controllers: [RemovalController, ProceedingsController],
  providers: [ChargesService, ConvictionsService, OrdersService, ProceedingsService, RemovalReader],
  exports: [OrdersService, RemovalReader],
})
export class RemovalModule {}
