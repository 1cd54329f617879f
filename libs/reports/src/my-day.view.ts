import { ApiProperty } from '@nestjs/swagger';
import { PersonRef, TaskView } from '@app/cases';
import { CalendarCheckIn } from '@app/checkins';
import { DeadlineItem } from '@app/deadlines';
import { HearingAhead } from '@app/removal';

/** What somebody did with a client's record. */
export class ChangeView {
  /** The last time, when it was done several times. */
  at: string;
  by: PersonRef;
  clientId: string;
  caseId: string | null;
  /** The client's name, or a code for roles that may not see names. */
  name: string;
  /** The permission that was used, such as checkin.schedule. */
  action: string;
  /** Names of the fields that changed. */
  fields: string[];
  times: number;
}

const CUT_LISTS = ['overdue', 'coming', 'checkInsToday', 'tasks'] as const;

/** The day of one person: what the clients they see need of them. */
export class MyDayView {
  /** Today at the office. */
  today: string;
  /** Deadlines whose day to act has passed lately, the earliest first; at most 50. */
  overdue: DeadlineItem[];
  /** Deadlines to act on from today to thirty days ahead; at most 50. */
  coming: DeadlineItem[];
  /** Open dates that were over long ago, such as the periods of an order of decades ago; counted up to 1,000. */
  pastCount: number;
  /** Check-ins today, those that took place included. */
  checkInsToday: CalendarCheckIn[];
  /** The next ten check-ins after today. */
  nextCheckIns: CalendarCheckIn[];
  /** The next ten hearings, those of today included. */
  hearings: HearingAhead[];
  /** Tasks of the person who asks that are due today or were before; at most 50. */
  tasks: TaskView[];
  /** Dates that a change of law moved and that wait to be acknowledged by the person who asks. */
  openLawReviews: number;
  /** Hearings of the caseload that somebody has to look up. */
  hearingsToLookUp: number;
  /** Hearings that a look-up of the last two weeks found changed. */
  hearingsChanged: number;
  /** Lists of this day that go on beyond what is shown. */
  @ApiProperty({ enum: CUT_LISTS, isArray: true }) cut: (typeof CUT_LISTS)[number][];
  /** Changes of the last seven days, the latest first; at most 40 lines. */
  changes: ChangeView[];
}
