import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { ORDER_STATUSES } from '@app/rules';
import { CLEARED_BY, CONVICTION_LEVELS, ConvictionFlags } from './conviction.dto';
import { APPEAL_OUTCOMES, APPEALS, DECISION_FORMS, ORDER_KINDS } from './order.dto';
import {
  CHARGE_ORIGINS,
  CHARGE_STATES,
  CHARGING_FORMS,
  HEARING_KINDS,
  PROCEEDING_KINDS,
} from './proceeding.dto';

export class CourtRef {
  code: string;
  name: string;
  city: string | null;
  state: string | null;
  /** Federal circuit of the court's state, '1' to '11' or 'DC'. */
  circuit: string | null;
  timeZone: string | null;
}

export class NextHearing {
  date: string;
  time: string | null;
  @ApiProperty({ enum: HEARING_KINDS }) kind: string;
}

export class ChargingDocumentView {
  id: string;
  version: number;
  @ApiProperty({ enum: CHARGING_FORMS }) form: string;
  dated: string | null;
  servedOn: string | null;
}

export class ChargeView {
  id: string;
  version: number;
  /** As EOIR writes it. */
  code: string;
  description: string | null;
  ina: string;
  /** null for former sections, which have no current US Code section of that meaning. */
  usc: string | null;
  /** Key into the grounds table; null when it has no such ground. */
  groundId: string | null;
  @ApiProperty({ enum: CHARGE_STATES }) status: string;
  @ApiProperty({ enum: CHARGE_ORIGINS }) origin: string;
  convictionIds: string[];
  note: string | null;
}

export class OrderStatusView {
  id: string;
  @ApiProperty({ enum: ORDER_STATUSES }) status: string;
  on: string | null;
  note: string | null;
  by: PersonRef;
  at: string;
}

export class RemovalCan {
  edit: boolean;
}

export class OrderCan {
  edit: boolean;
  recordStatus: boolean;
}

export class OrderView {
  id: string;
  version: number;
  @ApiProperty({ enum: ORDER_KINDS }) kind: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  decidedOn: string | null;
  decidedAbout: boolean;
  @ApiProperty({ enum: DECISION_FORMS, nullable: true }) decisionForm: string | null;
  mailedOn: string | null;
  inAbsentia: boolean | null;
  @ApiProperty({ enum: APPEALS }) appeal: string;
  appealFiledOn: string | null;
  appealDecidedOn: string | null;
  @ApiProperty({ enum: APPEAL_OUTCOMES, nullable: true }) appealOutcome: string | null;
  asylumDecided: boolean | null;
  countryDesignated: string | null;
  voluntaryDepartureUntil: string | null;
  @ApiProperty({ enum: ORDER_STATUSES }) status: string;
  /** Oldest first; empty while the order has only ever been in force. */
  statuses: OrderStatusView[];
  /** Standings that can come next. */
  @ApiProperty({ enum: ORDER_STATUSES, isArray: true }) nextStatuses: string[];
  note: string | null;
  can: OrderCan;
}

export class ProceedingView {
  id: string;
  version: number;
  courtCode: string | null;
  @ApiProperty({ type: CourtRef, nullable: true }) court: CourtRef | null;
  @ApiProperty({ enum: PROCEEDING_KINDS }) kind: string;
  judge: string | null;
  noJudge: boolean;
  @ApiProperty({ type: NextHearing, nullable: true }) nextHearing: NextHearing | null;
  noHearing: boolean;
  startedOn: string | null;
  note: string | null;
  documents: ChargingDocumentView[];
  charges: ChargeView[];
  orders: OrderView[];
  can: RemovalCan;
}

export class ConvictionView {
  id: string;
  version: number;
  court: string | null;
  state: string | null;
  county: string | null;
  docket: string | null;
  statute: string | null;
  @ApiProperty({ enum: CONVICTION_LEVELS }) level: string;
  offence: string | null;
  offenceOn: string | null;
  pleaOn: string | null;
  verdictOn: string | null;
  sentencedOn: string | null;
  countNumber: string | null;
  scheme: string | null;
  @ApiProperty({ enum: CLEARED_BY, nullable: true }) clearedBy: string | null;
  clearedOn: string | null;
  sentence: string | null;
  maximumSentence: string | null;
  ageAtOffence: number | null;
  flags: ConvictionFlags;
  note: string | null;
  can: RemovalCan;
}

export class RemovalView {
  proceedings: ProceedingView[];
  convictions: ConvictionView[];
  can: RemovalCan;
}
