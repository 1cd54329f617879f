import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { AGENCIES, METHODS, OUTCOMES_OF_REQUEST, REQUEST_KINDS } from './record-request.dto';
import { EVENT_KINDS, REQUEST_STATUSES } from './record-stages';

export class RecordEventView {
  id: string;
  version: number;
  @ApiProperty({ enum: EVENT_KINDS }) kind: string;
  on: string;
  @ApiProperty({ enum: OUTCOMES_OF_REQUEST, nullable: true }) outcome: string | null;
  note: string | null;
  by: PersonRef;
  withdrawn: boolean;
}

/** A date that the law counts for a request. */
export class RequestClockView {
  deadlineId: string;
  title: string;
  /** null: the event that starts it is not recorded. */
  dueOn: string | null;
}

export class RecordRequestCan {
  edit: boolean;
  /** What can be recorded next. */
  @ApiProperty({ enum: EVENT_KINDS, isArray: true }) events: string[];
}

/** A request for records with everything that happened to it. */
export class RecordRequestView {
  id: string;
  version: number;
  clientId: string;
  @ApiProperty({ enum: AGENCIES }) agency: string;
  @ApiProperty({ enum: REQUEST_KINDS }) kind: string;
  foia: boolean;
  @ApiProperty({ enum: METHODS }) method: string;
  @ApiProperty({ enum: REQUEST_STATUSES }) status: string;
  @ApiProperty({ enum: OUTCOMES_OF_REQUEST, nullable: true }) outcome: string | null;
  feeCents: number | null;
  office: string | null;
  subject: string | null;
  tracking: string | null;
  found: string | null;
  /** In the order in which they were recorded; withdrawn ones included. */
  events: RecordEventView[];
  clocks: RequestClockView[];
  can: RecordRequestCan;
}

export class RecordRequestsCan {
  add: boolean;
}

export class ClientRecordRequests {
  items: RecordRequestView[];
  can: RecordRequestsCan;
}

export class RecordRequestItem {
  id: string;
  clientId: string;
  clientName: string;
  @ApiProperty({ enum: AGENCIES }) agency: string;
  @ApiProperty({ enum: REQUEST_KINDS }) kind: string;
  @ApiProperty({ enum: REQUEST_STATUSES }) status: string;
  @ApiProperty({ enum: OUTCOMES_OF_REQUEST, nullable: true }) outcome: string | null;
  /** The day of the last thing that happened. */
  lastOn: string | null;
  /** The earliest date the law counts for it. */
  clockOn: string | null;
}

export class RecordRequestList {
  today: string;
  /** By the earliest date; at most 300. */
  items: RecordRequestItem[];
  /** Whether there are more than these. */
  more: boolean;
}
