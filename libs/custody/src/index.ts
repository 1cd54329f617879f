export { CUSTODY_SOURCES, CustodyPeriodView, CustodyView, RecordCustody } from './custody.dto';
export { CustodyModule } from './custody.module';
export { CustodyService } from './custody.service';
