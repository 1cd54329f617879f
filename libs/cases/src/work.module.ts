import { Global, Module } from '@nestjs/common';
import { ReviewReader } from './reviews/review-reader';
import { ReviewsController } from './reviews/reviews.controller';
import { ReviewsService } from './reviews/reviews.service';
import { TaskReader } from './tasks/task-reader';
import { TaskSteps } from './tasks/task-steps.service';
import { TaskTemplatesController } from './tasks/task-templates.controller';
import { TaskTemplates } from './tasks/task-templates.service';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';
import { TimeReader } from './time/time-reader';
import { TimeController, TimeOfficeController } from './time/time.controller';
import { TimeService } from './time/time.service';
import { ListViewsController } from './views/list-views.controller';
import { ListViewsService } from './views/list-views.service';

/** The daily work on cases: what is to be done, the time it takes, what a supervisor looks at. */
@Global()
@Module({
  controllers: [
    ListViewsController,
    ReviewsController,
    TasksController,
    TaskTemplatesController,
    TimeController,
    TimeOfficeController,
  ],
  providers: [
    ListViewsService,
    ReviewReader,
    ReviewsService,
    TaskReader,
    TaskSteps,
    TaskTemplates,
    TasksService,
    TimeReader,
    TimeService,
  ],
  exports: [TaskReader, TasksService],
})
export class WorkModule {}
