import { Module } from '@nestjs/common';
import { DirectorService } from './director.service';
import { MyDayService } from './my-day.service';
import { ReportsController } from './reports.controller';

/** Views across libraries. It reads and never writes. */
@Module({
  controllers: [ReportsController],
  providers: [MyDayService, DirectorService],
})
export class ReportsModule {}
