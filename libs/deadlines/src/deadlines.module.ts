import { Global, Module } from '@nestjs/common';
import { DeadlineActions } from './deadline-actions.service';
import { DeadlineDuty } from './deadline-duty';
import { DeadlineReader } from './deadline-reader';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { DiligenceSteps } from './diligence-steps.service';
import { DiligenceStepsController } from './diligence-steps.controller';
import { PrintedDates } from './printed-dates.service';
import { PrintedDatesController } from './printed-dates.controller';
import { StandingController } from './standing-answer.controller';
import { CircuitOfMatter } from './standing-circuit';
import { StandingReader } from './standing-reader';
import { TimelineService } from './timeline.service';

@Global()
@Module({
  controllers: [DeadlinesController, DiligenceStepsController, PrintedDatesController, StandingController],
  providers: [
    DeadlineActions,
    DeadlineDuty,
    DeadlineReader,
    DeadlinesService,
    DiligenceSteps,
    PrintedDates,
    StandingReader,
    CircuitOfMatter,
    TimelineService,
  ],
  exports: [CircuitOfMatter, DeadlineDuty, DeadlineReader, DeadlinesService, TimelineService],
})
export class DeadlinesModule {}
