export { DeadlineDuty, type Recomputation } from './deadline-duty';
export { DeadlineReader } from './deadline-reader';
export { DeadlineQuery } from './deadline.dto';
export { Deadline } from './deadline.entity';
export { DeadlineItem, DeadlineList } from './deadline.view';
export { DeadlinesModule } from './deadlines.module';
export { DeadlinesService, type Moved, type RefreshCause } from './deadlines.service';
export { Timeline, TimelineItem } from './timeline.view';
export { TimelineService } from './timeline.service';
