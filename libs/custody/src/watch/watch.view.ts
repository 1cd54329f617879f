import { PlaceView } from '../place.view';
import { ApiProperty } from '@nestjs/swagger';

/** A held client and when somebody has to look for them again. */
export class DetainedItem {
  clientId: string;
  /** An open case of the client. */
  caseId: string;
  /** The client's name, or a code for roles that may not see names. */
  clientName: string;
  since: string;
  lastLookedAt: string | null;
  @ApiProperty({ nullable: true, type: String }) lastResult: string | null;
  nextLookUpAt: string;
  overdue: boolean;
  /** Moved to another place in the last three days. */
  movedAt: string | null;
  @ApiProperty({ type: PlaceView, nullable: true }) place: PlaceView | null;
}

/** The held clients of the caseload, whoever has to be looked for first first. */
export class DetainedList {
  now: string;
  timeZone: string;
  /** At most 200. */
  items: DetainedItem[];
}
