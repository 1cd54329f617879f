import { RecordCan } from '../records/record.view';
import { AppealView, ReinstatementView, ReliefApplicationView } from './relief.view';

/** One thing that was tried against an order: a motion, petition or appeal, whoever filed it. */
export class AttackView {
  id: string;
  /** motion or appeal: where it is recorded. */
  source: string;
  /** A kind of motion, or `appeal`. */
  kind: string;
  forum: string;
  filedBy: string;
  filedOn: string | null;
  result: string;
  resultOn: string | null;
  stayUntil: string | null;
}

/** A stay the order had. */
export class StayPeriod {
  from: string | null;
  /** null while it lasts, or when nobody knows. */
  until: string | null;
}

/** Everything that was done about one order. */
export class OrderAttacks {
  /** null: nobody knows which order it was about. */
  orderId: string | null;
  kind: string | null;
  decidedOn: string | null;
  status: string | null;
  /** Oldest first; what has no date last. */
  attacks: AttackView[];
  stays: StayPeriod[];
  reinstatements: ReinstatementView[];
}

export class ClientRelief {
  applications: ReliefApplicationView[];
  appeals: AppealView[];
  orders: OrderAttacks[];
  can: RecordCan;
}
