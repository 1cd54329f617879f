export { Hearing, HearingLookUp, PlannedMessage } from './hearings/hearing.entity';
export { HearingWatch } from './hearings/hearing-watch.service';
export { DueLookUp, FoundChange, HearingAhead, HearingWatchView } from './hearings/hearing.view';
export { Judge } from './judges/judge.entity';
export { AdmissionHistoryReader } from './arrests/admission-history';
export { Admission, Arrest } from './arrests/arrests.entity';
export { DisputedDate } from './chronology/disputes.entity';
export { Appeal, Reinstatement, ReliefApplication } from './relief/relief.entity';
export { Inquiry, SupervisionCondition } from './supervision/condition.entity';
export { CountryConcern, Departure, TravelDocument } from './supervision/supervision.entity';
export { MOTION_FILERS, MOTION_FORUMS, MOTION_KINDS, MOTION_RESULTS } from './motion.dto';
export { ClientMotions, MotionView } from './motion.view';
export { OrdersService } from './orders.service';
export { HEARING_KINDS } from './proceeding.dto';
export { ProceedingsService } from './proceedings.service';
export { RemovalReader } from './removal-reader';
export {
  ChargeConviction,
  ChargeRecord,
  ChargingDocument,
  ConvictionRecord,
  OrderStatus,
  Proceeding,
  RemovalOrder,
} from './removal.entity';
export { ChargeView, ConvictionView, CourtRef, OrderView, ProceedingView, RemovalView } from './removal.view';
export { RemovalModule } from './removal.module';
