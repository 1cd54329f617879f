import { Global, Module } from '@nestjs/common';
import { CheckInReader } from './check-in-reader';
import { CheckInsController } from './check-ins.controller';
import { CheckInsService } from './check-ins.service';

@Global()
@Module({
  controllers: [CheckInsController],
  providers: [CheckInReader, CheckInsService],
  exports: [CheckInReader, CheckInsService],
})
export class CheckInsModule {}
