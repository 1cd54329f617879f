import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { CONSENT_CHANNELS } from '@app/clients';
import { HEARING_KINDS } from '../proceeding.dto';
import { CourtRef } from '../removal.view';
import {
  ADJOURNMENTS,
  DATE_STATES,
  HEARING_STATUSES,
  LOOK_UP_OUTCOMES,
  LOOK_UP_SOURCES,
  PLACE_KINDS,
} from './hearing.dto';
import { MESSAGE_STEPS, TELLING_CHANNELS } from './message.dto';
import { MESSAGE_STATES } from './planned-messages.service';

export class HearingCan {
  /** Move it, or say how it ended. */
  change: boolean;
}

export class JudgeRef {
  id: string;
  name: string;
}

/** One date before the court, as somebody was told it. */
export class HearingView {
  id: string;
  version: number;
  proceedingId: string;
  /** The same for all dates this hearing was moved through. */
  rootId: string;
  nextId: string | null;
  @ApiProperty({ enum: HEARING_KINDS }) kind: string;
  @ApiProperty({ enum: DATE_STATES }) dateState: string;
  date: string | null;
  /** Wall clock of the court, HH:MM. */
  time: string | null;
  /** IANA zone of the court. */
  timeZone: string | null;
  @ApiProperty({ type: CourtRef, nullable: true }) court: CourtRef | null;
  @ApiProperty({ type: JudgeRef, nullable: true }) judge: JudgeRef | null;
  @ApiProperty({ enum: PLACE_KINDS }) placeKind: string;
  place: string | null;
  @ApiProperty({ enum: HEARING_STATUSES }) status: string;
  @ApiProperty({ enum: ADJOURNMENTS, nullable: true }) adjournment: string | null;
  result: string | null;
  /** Why it was moved. */
  reason: string | null;
  by: PersonRef;
  at: string;
  can: HearingCan;
}

/** Something that the court says otherwise than the file. */
export class HearingDifference {
  /** date, time, kind, court, appeared (nothing was recorded) or gone (the court has none). */
  field: string;
  was: string | null;
  found: string | null;
}

/** One look at what the court says. */
export class HearingLookUpView {
  id: string;
  proceedingId: string;
  @ApiProperty({ enum: LOOK_UP_SOURCES }) source: string;
  @ApiProperty({ enum: LOOK_UP_OUTCOMES }) outcome: string;
  differences: HearingDifference[];
  note: string | null;
  /** The day to look again. */
  nextDueOn: string;
  by: PersonRef;
  at: string;
}

export class PlannedMessageCan {
  /** Say that the client was told, that nobody was reached, or that nothing is to be told any more. */
  tell: boolean;
}

/** What somebody did about a message. */
export class MessageStepView {
  id: string;
  @ApiProperty({ enum: MESSAGE_STEPS }) kind: string;
  @ApiProperty({ enum: TELLING_CHANNELS, nullable: true }) channel: string | null;
  on: string;
  /** Who spoke with the client or tried to; null when the message was taken back. */
  @ApiProperty({ type: PersonRef, nullable: true }) toldBy: PersonRef | null;
  /** What was said, or why it was taken back. */
  note: string | null;
  /** Who wrote it down. */
  by: PersonRef;
  at: string;
}

/** What is to be said to the client. Sending is not part of this version: somebody calls. */
export class PlannedMessageView {
  id: string;
  version: number;
  aboutHearingId: string;
  /**
   * As it stands today: `no_consent` when the client has not agreed to the channel, or no longer does; `cancelled` when
   * it left the list before the office wrote down whether the client was told.
   */
  @ApiProperty({ enum: MESSAGE_STATES }) status: string;
  /** By which it would go; a person calls when there is no consent for it. */
  @ApiProperty({ enum: CONSENT_CHANNELS, nullable: true }) channel: string | null;
  /** How to reach the client; null when no way is marked as safe. */
  recipient: string | null;
  language: string;
  body: string;
  /** Oldest first. */
  steps: MessageStepView[];
  by: PersonRef;
  at: string;
  can: PlannedMessageCan;
}

export class HearingsCan {
  record: boolean;
  lookUp: boolean;
}

export class ClientHearings {
  /** Those ahead first, then the latest. */
  items: HearingView[];
  /** Newest first. */
  lookUps: HearingLookUpView[];
  messages: PlannedMessageView[];
  /** When somebody has to look again, by proceeding. */
  nextLookUps: NextLookUp[];
  can: HearingsCan;
}

export class NextLookUp {
  proceedingId: string;
  on: string;
}

/** A proceeding whose hearing somebody has to look up. */
export class DueLookUp {
  clientId: string;
  caseId: string;
  name: string;
  proceedingId: string;
  dueOn: string;
  /** null when nobody ever looked. */
  lastAt: string | null;
  hearingOn: string | null;
  @ApiProperty({ enum: HEARING_KINDS, nullable: true }) hearingKind: string | null;
}

/** A change that a look-up found in the last two weeks. */
export class FoundChange {
  clientId: string;
  caseId: string;
  name: string;
  at: string;
  by: PersonRef;
  changes: string[];
  hearingOn: string | null;
}

/** A hearing that stands, today or later. */
export class HearingAhead {
  clientId: string;
  caseId: string;
  name: string;
  proceedingId: string;
  @ApiProperty({ enum: HEARING_KINDS }) kind: string;
  /** A control date is the court's own mark: nobody appears. */
  @ApiProperty({ enum: ['known', 'control_date'] }) dateState: string;
  on: string;
  /** Wall clock of the court, HH:MM. */
  time: string | null;
}

export class HearingWatchView {
  /** The nearest first; at most 200. */
  ahead: HearingAhead[];
  /** The longest overdue first; at most 200. */
  due: DueLookUp[];
  /** The latest first; at most 50. */
  changed: FoundChange[];
  /** Those of the three lists that go on beyond what is shown. */
  @ApiProperty({ enum: ['ahead', 'due', 'changed'], isArray: true }) cut: ('ahead' | 'due' | 'changed')[];
}
