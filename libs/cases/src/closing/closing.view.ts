import { ApiProperty } from '@nestjs/swagger';
import { OUTCOMES } from '../case.dto';
import { PersonRef } from '../case.view';
import { LOOSE_ENDS } from './loose-ends.queries';

/** Something that is still open about a case. */
export class LooseEndView {
  @ApiProperty({ enum: LOOSE_ENDS }) kind: string;
  id: string;
  /** The day it comes up; null when it has none. */
  on: string | null;
  /** What it is, as a code: a deadline's title, a hearing's or records request's kind, how a check-in happens, the state of custody. */
  what: string | null;
  /** The words of a task. */
  title: string | null;
}

export class LeftOpenView {
  id: string;
  @ApiProperty({ enum: LOOSE_ENDS }) kind: string;
  on: string | null;
  reason: string | null;
}

/** One time the case was closed. */
export class ClosingRecordView {
  id: string;
  on: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  by: PersonRef;
  at: string;
  leftOpen: LeftOpenView[];
}

export class ClosingView {
  /** What has to be resolved, or left open with a reason, before the case closes. Empty while it is closed. */
  looseEnds: LooseEndView[];
  /** Each time it was closed, the last first; opening it again takes nothing away. */
  closings: ClosingRecordView[];
}
