import { ApiProperty } from '@nestjs/swagger';
import { ColleagueRef, PersonRef } from '@app/cases';
import { CHECK_IN_METHODS, CHECK_IN_OUTCOMES, CHECK_IN_STATUSES } from './check-in.dto';

const CLOCK_CHANGES = ['skipped', 'repeated'] as const;

export class OfficeView {
  name: string;
  address: string;
  city: string;
  state: string;
  timeZone: string;
}

export class CheckInCan {
  move: boolean;
  recordOutcome: boolean;
  cancel: boolean;
}

/** An appointment as the calendar shows it. */
export class CalendarCheckIn {
  id: string;
  version: number;
  clientId: string;
  /** The client's name, or a code for roles that may not see names. */
  clientName: string;
  officeCode: string;
  @ApiProperty({ type: OfficeView, nullable: true }) office: OfficeView | null;
  /** Day and wall clock at the office. */
  date: string;
  time: string;
  timeZone: string;
  /** The instant it begins, UTC. */
  startsAt: string;
  /** Set when the clocks change that day and the written time does not exist or comes twice. */
  @ApiProperty({ enum: CLOCK_CHANGES, nullable: true }) clockChange: string | null;
  @ApiProperty({ enum: CHECK_IN_METHODS }) method: string;
  @ApiProperty({ enum: CHECK_IN_STATUSES }) status: string;
  @ApiProperty({ enum: CHECK_IN_OUTCOMES, nullable: true }) outcome: string | null;
  outcomeAt: string | null;
  note: string | null;
  outcomeNote: string | null;
  /** Why it was moved or cancelled. */
  reason: string | null;
  movedFrom: string | null;
  nextId: string | null;
  can: CheckInCan;
}

/** What an appointment said before somebody changed it. */
export class CheckInChange {
  at: string;
  by: PersonRef;
  version: number;
  @ApiProperty({ enum: CHECK_IN_STATUSES }) status: string;
  @ApiProperty({ enum: CHECK_IN_OUTCOMES, nullable: true }) outcome: string | null;
  outcomeAt: string | null;
  outcomeNote: string | null;
}

export class CheckInView extends CalendarCheckIn {
  /** Who goes along. */
  companions: ColleagueRef[];
  scheduledBy: PersonRef;
  scheduledAt: string;
  /** Earlier states of this appointment, the latest first. */
  history: CheckInChange[];
}

export class SeriesCan {
  schedule: boolean;
}

export class CheckInSeries {
  /** All appointments of the client, the latest first. */
  items: CheckInView[];
  /** Whether this person may schedule another. */
  can: SeriesCan;
}

export class CheckInCalendar {
  /** In the order in which they begin. */
  items: CalendarCheckIn[];
}
