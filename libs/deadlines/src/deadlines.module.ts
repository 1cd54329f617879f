import { Global, Module } from '@nestjs/common';
import { DeadlineActions } from './deadline-actions.service';
import { DeadlineDuty } from './deadline-duty';
import { DeadlineReader } from './deadline-reader';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { DiligenceSteps } from './diligence-steps.service';
import { DiligenceStepsController } from './diligence-steps.controller';
import { LawChanges } from './law-changes.service';
import { LawReviewsController } from './law-reviews.controller';
import { LawReviews } from './law-reviews.service';
import { PrintedDates } from './printed-dates.service';
import { PrintedDatesController } from './printed-dates.controller';
import { Recount } from './recount.service';
import { StandingController } from './standing-answer.controller';
import { PlanProgress } from './plan-progress';
import { CircuitOfMatter } from './standing-circuit';
import { StandingReader } from './standing-reader';
import { SignOffController } from './sign-off/sign-off.controller';
import { SignOffs } from './sign-off/sign-off.service';
import { TimelineService } from './timeline.service';

@Global()
@Module({
  controllers: [
    DeadlinesController,
    DiligenceStepsController,
    LawReviewsController,
    PrintedDatesController,
    SignOffController,
    StandingController,
  ],
  providers: [
    DeadlineActions,
    DeadlineDuty,
    DeadlineReader,
    DeadlinesService,
    DiligenceSteps,
    LawChanges,
    LawReviews,
    PrintedDates,
    Recount,
    SignOffs,
    StandingReader,
    CircuitOfMatter,
    PlanProgress,
    TimelineService,
  ],
  exports: [
    CircuitOfMatter,
    PlanProgress,
    DeadlineDuty,
    DeadlineReader,
    DeadlinesService,
    LawReviews,
    TimelineService,
  ],
})
export class DeadlinesModule {}
