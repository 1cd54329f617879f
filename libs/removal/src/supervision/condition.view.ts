import { ApiProperty } from '@nestjs/swagger';
import { RecordCan, RecordView } from '../records/record.view';
import { ANSWERS, CONDITION_KINDS, CONDITION_STATUSES, IMPOSERS, TOPICS } from './condition.dto';
import { CountryConcernView, DepartureView, TravelDocumentView } from './supervision.view';

/** A condition of supervision, as it was imposed. */
export class ConditionView extends RecordView {
  @ApiProperty({ enum: CONDITION_KINDS }) kind: string;
  @ApiProperty({ enum: IMPOSERS }) imposedBy: string;
  @ApiProperty({ enum: CONDITION_STATUSES }) status: string;
  fromOn: string | null;
  untilOn: string | null;
  nextId: string | null;
  terms: string | null;
  document: string | null;
  reason: string | null;
}

export class ClientSupervision {
  /** Those in force first, then the latest. */
  items: ConditionView[];
  can: RecordCan;
}

/** That somebody asked the client, and what the answer was. */
export class InquiryView extends RecordView {
  @ApiProperty({ enum: TOPICS }) topic: string;
  askedOn: string;
  @ApiProperty({ enum: ANSWERS }) answer: string;
  note: string | null;
}

export class ClientInquiries {
  /** The latest first. */
  items: InquiryView[];
  /** What nobody has asked yet, or nobody could answer. */
  @ApiProperty({ enum: TOPICS, isArray: true }) unanswered: string[];
  departures: DepartureView[];
  can: RecordCan;
}

/** The country an order names. */
export class DesignatedCountry {
  orderId: string;
  country: string;
  decidedOn: string | null;
}

export class ClientCountries {
  designated: DesignatedCountry[];
  concerns: CountryConcernView[];
  documents: TravelDocumentView[];
  can: RecordCan;
}
