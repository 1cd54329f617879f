export { CUSTODY_SOURCES, CustodyPeriodView, CustodyView, RecordCustody } from './custody.dto';
export { CustodyModule } from './custody.module';
export { CustodyService } from './custody.service';
export { EpisodesService } from './episodes/episodes.service';
export { PlanSteps } from './protocol/plan-steps.service';
export { SettleStep } from './protocol/protocol.dto';
export { PreparationView } from './protocol/protocol.view';
