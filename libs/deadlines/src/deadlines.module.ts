import { Global, Module } from '@nestjs/common';
import { DeadlineActions } from './deadline-actions.service';
import { DeadlineDuty } from './deadline-duty';
import { DeadlineReader } from './deadline-reader';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { LawChanges } from './law-changes.service';
import { LawReviewsController } from './law-reviews.controller';
import { LawReviews } from './law-reviews.service';
import { Recount } from './recount.service';
import { TimelineService } from './timeline.service';

@Global()
@Module({
  controllers: [DeadlinesController, LawReviewsController],
  providers: [
    DeadlineActions,
    DeadlineDuty,
    DeadlineReader,
    DeadlinesService,
    LawChanges,
    LawReviews,
    Recount,
    TimelineService,
  ],
  exports: [DeadlineDuty, DeadlineReader, DeadlinesService, LawReviews, TimelineService],
})
export class DeadlinesModule {}
