import { Global, Module } from '@nestjs/common';
import { DeadlineActions } from './deadline-actions.service';
import { DeadlineDuty } from './deadline-duty';
import { DeadlineReader } from './deadline-reader';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { LawChanges } from './law-changes.service';
import { Recount } from './recount.service';
import { TimelineService } from './timeline.service';

@Global()
@Module({
  controllers: [DeadlinesController],
  providers: [
    DeadlineActions,
    DeadlineDuty,
    DeadlineReader,
    DeadlinesService,
    LawChanges,
    Recount,
    TimelineService,
  ],
  exports: [DeadlineDuty, DeadlineReader, DeadlinesService, TimelineService],
})
export class DeadlinesModule {}
