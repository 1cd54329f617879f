export { Hearing, HearingLookUp, PlannedMessage } from './hearings/hearing.entity';
export { HearingWatch } from './hearings/hearing-watch.service';
export { DueLookUp, FoundChange, HearingWatchView } from './hearings/hearing.view';
export { Judge } from './judges/judge.entity';
export { MOTION_FILERS, MOTION_FORUMS, MOTION_KINDS, MOTION_RESULTS } from './motion.dto';
export { ClientMotions, MotionView } from './motion.view';
export { OrdersService } from './orders.service';
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
