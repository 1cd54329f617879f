import { Global, Module } from '@nestjs/common';
import { AccompanimentsController } from './accompaniments.controller';
import { AccompanimentsService } from './accompaniments.service';
import { CheckInReader } from './check-in-reader';
import { CheckInsController } from './check-ins.controller';
import { PreparationController } from './preparation.controller';
import { CheckInsService } from './check-ins.service';
import { CompanionsService } from './companions.service';

@Global()
@Module({
  controllers: [AccompanimentsController, CheckInsController, PreparationController],
  providers: [AccompanimentsService, CheckInReader, CheckInsService, CompanionsService],
  exports: [CheckInReader, CheckInsService],
})
export class CheckInsModule {}
