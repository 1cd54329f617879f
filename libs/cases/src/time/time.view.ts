import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../case.view';
import { ACTIVITIES } from './time.dto';

export class FundingView {
  id: string;
  version: number;
  code: string;
  name: string;
  activeFrom: string | null;
  activeUntil: string | null;
}

export class FundingList {
  items: FundingView[];
}

export class TimeCan {
  edit: boolean;
}

export class TimeEntryView {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  clientName: string;
  by: PersonRef;
  on: string;
  minutes: number;
  @ApiProperty({ enum: ACTIVITIES }) activity: string;
  fundingId: string | null;
  /** Code of what pays for it. */
  funding: string | null;
  note: string | null;
  can: TimeCan;
}

export class TimeList {
  items: TimeEntryView[];
  nextCursor: string | null;
  /** Of all that the list would show, in minutes. */
  minutes: number;
}

export class TimerView {
  caseId: string;
  clientId: string;
  clientName: string;
  startedAt: string;
}

export class TimerState {
  /** The timer of whoever asks; null when none runs. */
  @ApiProperty({ type: TimerView, nullable: true }) timer: TimerView | null;
  /** Minutes of the timer that was just stopped. */
  minutes: number | null;
}

export class TimeTotal {
  /** What is counted: a funding code, a person, a month. Null: without a funding code. */
  label: string | null;
  minutes: number;
}

export class TimeTotals {
  from: string;
  to: string;
  byFunding: TimeTotal[];
  byPerson: TimeTotal[];
  byMonth: TimeTotal[];
}
