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
