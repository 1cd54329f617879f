import { CUSTODY_STATES } from '@app/cases';
import { PlaceView } from '../place.view';
import { ApiProperty } from '@nestjs/swagger';

export class WaitingCallCan {
  claim: boolean;
}

/** A held or missing client and when somebody has to look for them again. */
export class DetainedItem {
  clientId: string;
  /** An open case of the client. */
  caseId: string;
  /** The client's name, or a code for roles that may not see names. */
  clientName: string;
  since: string;
  /** `not_known`: nobody has heard of them, and the protocol runs. */
  @ApiProperty({ enum: CUSTODY_STATES }) custody: string;
  lastLookedAt: string | null;
  @ApiProperty({ nullable: true, type: String }) lastResult: string | null;
  nextLookUpAt: string;
  overdue: boolean;
  /** Moved to another place in the last three days. */
  movedAt: string | null;
  @ApiProperty({ type: PlaceView, nullable: true }) place: PlaceView | null;
}

/** A call about a detention that no attorney has taken on. What was said is in the client's file. */
export class WaitingCall {
  callId: string;
  version: number;
  clientId: string;
  caseId: string | null;
  clientName: string;
  receivedAt: string;
  minutesWaited: number;
  can: WaitingCallCan;
}

/** The held and missing clients of the caseload, whoever has to be looked for first first. */
export class DetainedList {
  now: string;
  timeZone: string;
  /** At most 200. */
  items: DetainedItem[];
  /** The longest waiting first; at most 200. */
  waitingCalls: WaitingCall[];
  /** Those of the two lists that go on beyond what is shown. */
  @ApiProperty({ enum: ['items', 'waitingCalls'], isArray: true }) cut: ('items' | 'waitingCalls')[];
}
