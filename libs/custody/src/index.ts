export { CUSTODY_SOURCES, CustodyPeriodView, CustodyView, RecordCustody } from './custody.dto';
export { CustodyModule } from './custody.module';
export { CustodyService } from './custody.service';
export { PlanSteps } from './protocol/plan-steps.service';
export { SettleStep } from './protocol/protocol.dto';
export { PreparationView } from './protocol/protocol.view';
